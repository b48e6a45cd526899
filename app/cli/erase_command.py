"""`dialfloor erase`: one person's number out of a tenant's log and contacts, without breaking the proof of the log."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import fail, fail_for
from app.cli.words import counted, who

if TYPE_CHECKING:
    from db.erasure import Erased

_EXAMPLES = """\b
Example:
  dialfloor erase 2125550134 --data ./floor --tenant Acme --reason "request of 2026-11-20"
"""


@click.command("erase", epilog=_EXAMPLES)
@click.argument("number")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="The data folder.")
@click.option("--tenant", required=True, help="Whose log and contacts, by name.")
@click.option("--reason", required=True, help="Why, for the audit trail. Do not write the number into it.")
@click.option("--yes", is_flag=True, help="Do not ask: what is erased does not come back.")
def command(*, number: str, data: Path, tenant: str, reason: str, yes: bool) -> None:
    """Erase the number of one person who asks for it.

    The number goes from every call of the tenant, with the calls' notes and recordings, and the contact's name, e-mail
    and fields go with it; what stays is that calls were made, when, by whom and how they ended. The audit trail tells
    of it without the number, and `dialfloor verify` still finds the log whole. On a do-not-call list the number stays:
    the list is what keeps it from being called. Copies in backups hold it until they are replaced.

    A legal hold forbids it. Works while `dialfloor serve` runs on the same folder.
    """
    from app.controller.import_contacts import normalise_phone
    from app.engine.ports import StoreUnavailable
    from db.erasure import UnderHold

    phone = normalise_phone(number, "US")
    if phone is None:
        fail(f"'{number}' cannot be a phone number; write ten digits, or + and the country code")
    if not reason.strip():
        fail("--reason must say why")
    if not yes and not click.confirm("Erase this number? It does not come back", err=True):
        fail("Nothing was erased", 1)
    try:
        erased = _erase(data, tenant, phone, reason.strip())
    except UnderHold as hold:
        fail(f"A legal hold forbids it ({hold}); nothing was erased", 1)
    except StoreUnavailable as fault:
        fail_for(fault, "Run the same command again to go on")
    click.echo(f"Erased from {counted(erased.calls, 'call')} and {counted(erased.contacts, 'contact')}.")


def _erase(data: Path, tenant: str, phone: str, reason: str) -> "Erased":
    from app.cli.export_command import tenant_of
    from app.cli.folder_door import open_beside
    from app.clock import read_wall
    from db.erasure import erase_number

    with open_beside(data, "dialfloor erase") as (connection, _):
        return erase_number(connection, tenant_of(connection, tenant, None), phone, (who(), reason), read_wall())
