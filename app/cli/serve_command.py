"""`dialfloor serve`: the engine without a window."""

import sys
from pathlib import Path

import click

from app.cli.faults import ADDRESS_UNUSABLE, fail, fail_for
from app.cli.log_options import begin_log, log_options
from app.engine.ports import StoreUnavailable

LOOPBACK = ("127.0.0.1", "::1", "localhost")
_EXAMPLES = """\b
Examples:
  dialfloor serve --data ./floor
  dialfloor serve --data ./floor --port 0
  dialfloor serve --data ./floor --host 10.0.0.5 --tls-certificate cert.pem --tls-key key.pem
"""


@click.command(epilog=_EXAMPLES)
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="The data folder to own.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address; any but loopback demands TLS.")
@click.option("--port", type=click.IntRange(0, 65_535), default=8787, show_default=True, help="0 picks a free one.")
@click.option("--tls-certificate", type=click.Path(exists=True, path_type=Path), help="A PEM certificate chain.")
@click.option("--tls-key", type=click.Path(exists=True, path_type=Path), help="The certificate's private key.")
@click.option(
    "--name", "names", multiple=True, help="A name that a proxy on this machine sends along, beside localhost."
)
@log_options
@click.option("--operator-stdin", is_flag=True, hidden=True)
@click.option("--speed", type=click.FloatRange(0.01, 10_000), default=1.0, hidden=True)
def command(
    *,
    data: Path,
    host: str,
    port: int,
    tls_certificate: Path | None,
    tls_key: Path | None,
    names: tuple[str, ...],
    operator_stdin: bool,
    speed: float,
) -> None:
    """Own the data folder and answer dialers and windows until stopped.

    The folder is made, or brought to this version after a copy was kept, and no other engine may use it meanwhile.
    The first line of the output is `Listening on URL`. Make tokens with `dialfloor token create` on the same folder.
    """
    from app.bootstrap.serve import AddressUnusable, Served, serve
    from db.folder import Folder

    begin_log()
    certificate = _certificate(host, tls_certificate, tls_key)
    secret = sys.stdin.readline().strip() if operator_stdin else None
    served = Served(
        Folder(data.expanduser()),
        host,
        port,
        certificate=certificate,
        operator_secret=secret,
        speed=speed,
        names=frozenset(name.lower() for name in names),
    )
    try:
        serve(served, lambda url: click.echo(f"Listening on {url}"))
    except AddressUnusable as fault:
        fail(str(fault), ADDRESS_UNUSABLE)
    except StoreUnavailable as fault:
        fail_for(fault)


def _certificate(host: str, tls_certificate: Path | None, tls_key: Path | None) -> tuple[Path, Path] | None:
    """The certificate and its key, None on loopback without; anything else ends the program with a sentence."""
    from app.bootstrap.serve import check_certificate

    certificate = (tls_certificate, tls_key) if tls_certificate is not None and tls_key is not None else None
    if certificate is None and (tls_certificate is not None or tls_key is not None):
        fail("--tls-certificate and --tls-key go together")
    if host not in LOOPBACK and certificate is None:
        fail(f"--host {host or '(empty)'} is not loopback: name --tls-certificate and --tls-key, or use 127.0.0.1")
    if certificate is not None:
        try:
            check_certificate(certificate)
        except OSError as fault:
            fail(f"The certificate and key cannot be used ({fault}); name a PEM chain and its key")
    return certificate
