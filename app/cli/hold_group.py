"""`dialfloor hold`: legal holds, each of which stops every deletion of what it names."""

from pathlib import Path

import click

from app.cli.faults import fail, fail_for
from app.cli.words import who

command = click.Group("hold", help="Legal holds: nothing of a tenant, campaign or number is deleted until released.")

_DATA = click.option("--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="The data folder.")
_TENANT = click.option("--tenant", required=True, help="The tenant, by name.")
_REASON = click.option("--reason", required=True, help="Why, for the audit trail.")


@command.command("add")
@_DATA
@_TENANT
@click.option("--campaign", help="Hold only the calls of this campaign, by name.")
@click.option("--number", help="Hold only the calls of this number.")
@_REASON
def add(*, data: Path, tenant: str, campaign: str | None, number: str | None, reason: str) -> None:
    """Hold a tenant, or one campaign or one number of it.

    Neither retention nor an erasure takes away what is held; refusals stay while their tenant has any hold.
    """
    from app.cli.export_command import tenant_of
    from app.cli.folder_door import open_beside
    from app.clock import read_wall
    from app.engine.ports import StoreUnavailable
    from db.holds_store import add_hold, campaign_named

    if campaign is not None and number is not None:
        fail("Name a campaign or a number, not both; neither holds the whole tenant")
    try:
        with open_beside(data, "dialfloor hold") as (connection, _):
            tenant_id = tenant_of(connection, tenant, None)
            place = ("tenant", "")
            if campaign is not None:
                subject = campaign_named(connection, tenant_id, campaign)
                if subject is None:
                    fail(f"{tenant} has no campaign {campaign}")
                place = ("campaign", subject)
            if number is not None:
                place = ("number", _phone(number))
            held = add_hold(connection, tenant_id, place, (who(), reason), read_wall())
    except StoreUnavailable as fault:
        fail_for(fault)
    click.echo(f"Hold {held} is on; `dialfloor hold release {held}` ends it.")


@command.command("list")
@_DATA
@_TENANT
def list_holds(*, data: Path, tenant: str) -> None:
    """The holds of a tenant that are on."""
    from app.cli.export_command import tenant_of
    from app.cli.folder_door import open_to_read
    from app.engine.ports import StoreUnavailable
    from app.reports.cells import time_cell
    from db.holds_store import holds_of

    try:
        with open_to_read(data) as connection:
            holds = holds_of(connection, tenant_of(connection, tenant, None))
    except StoreUnavailable as fault:
        fail_for(fault)
    for hold in holds:
        what = f"{hold.scope} {hold.subject}".strip()
        click.echo(f"{hold.number}  {what}  since {time_cell(hold.at)} by {hold.by}: {hold.reason}")
    if not holds:
        click.echo(f"{tenant} has no hold.")


@command.command("release")
@click.argument("hold", type=int)
@_DATA
@_TENANT
@_REASON
def release(*, hold: int, data: Path, tenant: str, reason: str) -> None:
    """Release a hold by its number; the next clean-up goes by it."""
    from app.cli.export_command import tenant_of
    from app.cli.folder_door import open_beside
    from app.clock import read_wall
    from app.engine.ports import StoreUnavailable
    from db.holds_store import release_hold

    try:
        with open_beside(data, "dialfloor hold") as (connection, _):
            released = release_hold(connection, tenant_of(connection, tenant, None), hold, (who(), reason), read_wall())
    except StoreUnavailable as fault:
        fail_for(fault)
    if not released:
        fail(f"{tenant} has no hold {hold} that is on", 1)
    click.echo(f"Hold {hold} is released.")


def _phone(number: str) -> str:
    from app.controller.import_contacts import normalise_phone

    phone = normalise_phone(number, "US")
    if phone is None:
        fail(f"'{number}' cannot be a phone number; write ten digits, or + and the country code")
    return phone
