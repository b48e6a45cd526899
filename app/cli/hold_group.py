"""`dialfloor hold`: legal holds, each of which stops every deletion of what it names."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import fail, fail_for
from app.cli.words import who

if TYPE_CHECKING:
    import sqlite3

    from app.engine.holds import HeldWhat, LegalHold

command = click.Group(
    "hold", help="Legal holds: nothing of a tenant, campaign, number or span of time is deleted until released."
)

_DATA = click.option("--data", type=click.Path(file_okay=False, path_type=Path), required=True, help="The data folder.")
_TENANT = click.option("--tenant", required=True, help="The tenant, by name.")
_DAY = click.DateTime(formats=["%Y-%m-%d"])
_REASON = click.option("--reason", required=True, help="Why, for the audit trail.")


@command.command("add")
@_DATA
@_TENANT
@click.option("--campaign", help="Hold only the calls of this campaign, by name.")
@click.option("--number", help="Hold only the calls of this number.")
@click.option("--from", "start", type=_DAY, help="Hold only the calls placed from this day (UTC) on.")
@click.option("--to", "stop", type=_DAY, help="With --from: the first day that is not held any more.")
@_REASON
def add(
    *,
    data: Path,
    tenant: str,
    campaign: str | None,
    number: str | None,
    start: datetime | None,
    stop: datetime | None,
    reason: str,
) -> None:
    """Hold a tenant, or one campaign or number of it, or the calls of a span of time.

    Neither retention nor an erasure takes away what is held; refusals stay while their tenant has any hold.
    """
    from app.cli.export_command import tenant_of
    from app.cli.folder_door import open_beside
    from app.clock import read_wall
    from app.engine.ports import StoreUnavailable
    from db.holds_store import add_hold

    if sum(named is not None for named in (campaign, number, start)) > 1 or (start is None) != (stop is None):
        fail("Name a campaign, a number, or --from with --to; none of them holds the whole tenant")
    try:
        with open_beside(data, "dialfloor hold") as (connection, _):
            tenant_id = tenant_of(connection, tenant, None)
            what = _span(start, stop) if start is not None else _what(connection, (tenant_id, tenant), campaign, number)
            held = add_hold(connection, tenant_id, what, (who(), reason), read_wall())
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
        what = _named(hold)
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


def _what(
    connection: "sqlite3.Connection", whose: tuple[str, str], campaign: str | None, number: str | None
) -> "HeldWhat":
    from app.engine.holds import HeldWhat, HoldScope
    from db.holds_store import campaign_named

    if campaign is not None:
        campaign_id = campaign_named(connection, whose[0], campaign)
        if campaign_id is None:
            fail(f"{whose[1]} has no campaign {campaign}")
        return HeldWhat(scope=HoldScope.CAMPAIGN, campaign_id=campaign_id)
    if number is not None:
        return HeldWhat(scope=HoldScope.NUMBER, phone=_phone(number))
    return HeldWhat(scope=HoldScope.TENANT)


def _span(start: datetime, stop: datetime | None) -> "HeldWhat":
    from app.engine.holds import HeldWhat, HoldScope
    from app.wire.base import instant_of

    if stop is None or stop <= start:
        fail("--to must be later than --from")
    starts_at, ends_at = (instant_of(day.replace(tzinfo=UTC)) for day in (start, stop))
    return HeldWhat(scope=HoldScope.RANGE, starts_at=starts_at, ends_at=ends_at)


def _named(hold: "LegalHold") -> str:
    from app.reports.cells import time_cell

    what = hold.what
    if what.starts_at is not None and what.ends_at is not None:
        return f"range {time_cell(what.starts_at)} to {time_cell(what.ends_at)}"
    return f"{what.scope.value} {hold.campaign or what.phone}".strip()


def _phone(number: str) -> str:
    from app.controller.import_contacts import normalise_phone

    phone = normalise_phone(number, "US")
    if phone is None:
        fail(f"'{number}' cannot be a phone number; write ten digits, or + and the country code")
    return phone
