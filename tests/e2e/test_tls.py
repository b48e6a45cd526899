"""Off loopback the engine speaks TLS or not at all: every way to ask it otherwise, and what a served line allows."""

import socket
import ssl
import stat
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.client.gateway import Gateway
from tests.e2e.serving import Serving, make_token, run_cli
from tests.fakes.tls_peer import Authority

EVERYWHERE = "0.0.0.0"  # noqa: S104 - refused, and that is the test
_SERVE = """
import sys, pathlib
from app.bootstrap.serve import Served, serve
from db.folder import Folder
serve(Served(Folder(pathlib.Path(sys.argv[1])), sys.argv[2], 0), print)
"""


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "", "0"])
def test_any_host_but_loopback_is_refused_without_a_certificate_and_nothing_is_made(tmp_path: Path, host: str) -> None:
    done = run_cli("serve", "--data", str(tmp_path / "floor"), "--host", host, "--port", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert "name --tls-certificate and --tls-key, or use 127.0.0.1" in done.stderr
    assert not (tmp_path / "floor").exists()


def test_a_name_that_a_file_has_made_another_address_is_refused_though_it_looks_like_loopback(tmp_path: Path) -> None:
    # What `localhost` would be in a tampered hosts file; the command's own look at the name is passed by. A process of
    # its own, because no test may open such a socket.
    done = subprocess.run(
        [sys.executable, "-c", _SERVE, str(tmp_path / "floor"), EVERYWHERE],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert f"AddressUnusable: {EVERYWHERE} is {EVERYWHERE} here, which is not loopback" in done.stderr


@pytest.mark.parametrize("fault", ["half", "not a key", "another's key"])
def test_a_certificate_that_cannot_be_used_is_said_before_anything_is_made(tmp_path: Path, fault: str) -> None:
    known = Authority(tmp_path)
    chain, other = known.sign("server"), known.sign("other")
    options = {
        "half": ["--tls-certificate", str(chain.certificate)],
        "not a key": ["--tls-certificate", str(chain.certificate), "--tls-key", str(chain.certificate)],
        "another's key": ["--tls-certificate", str(chain.certificate), "--tls-key", str(other.key)],
    }[fault]
    done = run_cli("serve", "--data", str(tmp_path / "floor"), "--host", EVERYWHERE, "--port", "0", *options)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert not (tmp_path / "floor").exists()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Serving, Authority, str]]:
    """An engine with a certificate, the authority that signed it, and a supervisor's token."""
    folder = tmp_path_factory.mktemp("tls")
    known = Authority(folder)
    chain = known.sign("server")
    token = make_token(folder / "floor", "sam", "supervisor")
    options = ("--tls-certificate", str(chain.certificate), "--tls-key", str(chain.key))
    with Serving(folder / "floor", *options) as engine:
        yield engine, known, token


def shake(port: int, context: ssl.SSLContext) -> str:
    """The cipher that was agreed on; raises `ssl.SSLError` if none was."""
    with (
        socket.create_connection(("127.0.0.1", port), 10) as line,
        context.wrap_socket(line, server_hostname="127.0.0.1") as safe,
    ):
        agreed = safe.cipher()
    assert agreed is not None
    return agreed[0]


def test_old_versions_and_weak_ciphers_are_refused_and_new_ones_are_not(
    served: tuple[Serving, Authority, str],
) -> None:
    engine, known, _ = served
    port = int(engine.url.rpartition(":")[2])
    for oldest, newest, ciphers, allowed in (
        (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1, "ALL:@SECLEVEL=0", False),
        (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2, "ECDHE-ECDSA-AES256-SHA:ECDHE-ECDSA-AES128-SHA256", False),
        (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2, "eNULL:aNULL:@SECLEVEL=0", False),
        (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2, "ECDHE+AESGCM", True),
        (ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_3, None, True),
    ):
        context = ssl.create_default_context(cafile=str(known.file))
        with warnings.catch_warnings():
            # Python warns whoever asks for an old version, and so it should.
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version, context.maximum_version = oldest, newest
        if ciphers is not None:
            context.set_ciphers(ciphers)
        if allowed:
            assert shake(port, context)
        else:
            with pytest.raises((ssl.SSLError, ConnectionError)):
                shake(port, context)


def test_the_client_speaks_with_it_and_plain_http_hears_nothing(
    served: tuple[Serving, Authority, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, known, token = served
    monkeypatch.setenv("SSL_CERT_FILE", str(known.file))
    assert engine.url.startswith("https://127.0.0.1:")
    with closing(Gateway(engine.url, token)) as gateway:
        assert gateway.me().user == "sam"
    with socket.create_connection(("127.0.0.1", int(engine.url.rpartition(":")[2])), 10) as line:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"HTTP/1.1 200" not in line.recv(4_096)
    assert stat.S_IMODE(engine.data.stat().st_mode) == 0o700
