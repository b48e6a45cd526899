"""`dialfloor token list` and `revoke`: asked of the running engine, so that a revoked token ends at once."""

from datetime import datetime

import click

from app.cli.engine_door import engine_at
from app.cli.token_option import token_option

_url = click.option("--url", required=True, help="The engine's, as `dialfloor serve` printed it.")
_token = token_option("An admin's of the tenant")


@click.command("list")
@_url
@_token
def list_tokens(*, url: str, token: str) -> None:
    """List the tenant's tokens, newest first.

    Each with its id, user, role, when it was made and when revoked. The tokens themselves are kept nowhere.
    """
    from rich.console import Console
    from rich.table import Table

    with engine_at(url, token) as engine:
        tokens = engine.tokens().tokens
    table = Table("Id", "User", "Role", "Made (UTC)", "Revoked (UTC)", box=None, pad_edge=False)
    for item in tokens:
        table.add_row(item.id, item.user, item.role, _time(item.created_at), _time(item.revoked_at))
    Console().print(table)


def _time(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%d %H:%M")


@click.command("revoke")
@click.argument("token_id", metavar="ID")
@_url
@_token
def revoke(*, token_id: str, url: str, token: str) -> None:
    """Revoke a token, at once.

    ID is what `dialfloor token list` shows, the middle part of a token. It is refused from the next request on, and a
    window that watches with it is cut off.
    """
    with engine_at(url, token) as engine:
        engine.revoke_token(token_id)
    click.echo(f"Token {token_id} is revoked.")
