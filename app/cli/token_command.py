"""`dialfloor token`: `create` prints a token, alone, for a user who is made on first use; others ask the engine."""

from pathlib import Path

import click

from app.cli import token_engine_commands
from app.cli.faults import fail, fail_for
from app.cli.words import who
from app.engine.people import Role
from app.engine.ports import StoreUnavailable

_EXAMPLES = """\b
Examples:
  dialfloor token create --data ./floor --tenant Acme --user ana --role dialer
  TOKEN=$(dialfloor token create --data ./floor --tenant Acme --user sam --role supervisor)
"""


command = click.Group("token", help="Tokens: each names one user of one tenant with one role.")


@command.command("create", epilog=_EXAMPLES)
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="The data folder.")
@click.option("--tenant", required=True, help="The tenant; made on first use.")
@click.option("--user", required=True, help="The user; made on first use, with this role.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True, help="What the user may do.")
def create(*, data: Path, tenant: str, user: str, role: str) -> None:
    """Make a token and print it, this once: only its hash is kept.

    Works while `dialfloor serve` runs on the same folder; the token is good at once.
    """
    from app.bootstrap.people import FolderPeople
    from app.cli.folder_door import open_beside
    from app.clock import read_wall
    from app.controller.services import NameTaken

    for option, name in (("--tenant", tenant), ("--user", user)):
        if not 0 < len(name.strip()) <= 120:
            fail(f"{option} must have 1 to 120 characters")
    try:
        with open_beside(data.expanduser(), "dialfloor token create") as (_, folder):
            people = FolderPeople(folder.database)
            try:
                now = read_wall()
                owner = people.make_tenant(tenant.strip(), now)
                made = people.make_token(owner.id, user.strip(), Role(role), who(), now)
            finally:
                people.close()
    except NameTaken as fault:
        fail(str(fault))
    except StoreUnavailable as fault:
        fail_for(fault)
    click.echo(made.token)


command.add_command(token_engine_commands.list_tokens)
command.add_command(token_engine_commands.revoke)
