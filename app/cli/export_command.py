"""`dialfloor export`: calls, refusals or the audit trail of a tenant as CSV, beside a running engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from app.cli.export_writing import Kind, Wanted, steps_of
from app.cli.faults import UNWRITABLE, fail, fail_for, stopped_by_signals
from app.cli.priority import stand_back
from app.cli.words import counted

if TYPE_CHECKING:
    import sqlite3

    from app.engine.value import Id, Instant


_EVER = 1 << 62


class Which(TypedDict):
    """The options that choose rows and columns, as they were written."""

    tenant: str | None
    tenant_id: str | None
    since: str | None
    until: str | None
    campaign: str | None
    fields: str | None


_EXAMPLES = """\b
Examples:
  dialfloor export calls --data ./floor --tenant Acme --from 2026-03-01 --to 2026-04-01 --out march.csv
  dialfloor export calls --data ./floor --tenant Acme --fields called_at,phone_number,status --out short.csv
  dialfloor export audit --data ./floor --tenant Acme --out audit.csv
  dialfloor export evidence --data ./floor --tenant Acme --from 2026-03-01 --to 2026-04-01 --out march.zip
"""


@click.command("export", epilog=_EXAMPLES)
@click.argument("kind", type=click.Choice(["calls", "refusals", "audit", "evidence"]))
@click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The data folder. The engine may be running on it.",
)
@click.option("--tenant", help="Whose rows, by name.")
@click.option("--tenant-id", help="Whose rows, by id, instead of --tenant.")
@click.option("--from", "since", metavar="WHEN", help="Rows from this date or time on. Without it: from the first one.")
@click.option("--to", "until", metavar="WHEN", help="Rows before this date or time. Without it: to the last one.")
@click.option("--campaign", help="Only this campaign's calls, by name or id.")
@click.option(
    "--fields", metavar="A,B,C", help="Only these columns of a CSV, in this order, by their names in its header."
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write: CSV, or a zip."
)
@click.option("--progress-json", is_flag=True, help="Tell the progress on stdout, one JSON object a line.")
def command(*, kind: Kind, data: Path, out: Path, progress_json: bool, **which: Unpack[Which]) -> None:
    """Export calls, refusals or the audit trail of a tenant as CSV.

    WHEN is a date (2026-03-01) or a time (2026-03-01T09:00:00-05:00); without a zone it is UTC. A row at --from is
    in, one at --to is not. Calls and audit records are chosen by their time, refusals by the last try of their minute.

    Times are UTC to the second; calls have the called party's local time and zone beside it. Numbers of +1 are ten
    digits with their country, others E.164. A cell that a spreadsheet would run as a formula starts with a '.

    --fields chooses columns and their order, as in --fields called_at,phone_number,status.

    `evidence` is all of it in one zip, with the rows as they were chained, the chain and its signed heads, limits and
    rules as they were applied, and a check that needs nothing but Python: see its VERIFY.txt.

    The file is there once it is whole: until then, and if you stop it with Ctrl+C, there is none.
    """
    since, until = (_instant("--from", which["since"]), _instant("--to", which["until"]))
    with stopped_by_signals("Cancelled; no file was written"), _told(out):
        if since is not None and until is not None and since > until:
            fail("--from is after --to; exchange them")
        wanted = Wanted(kind, _columns(kind, which["fields"]), data, out)
        _export(wanted, which, (0 if since is None else since, _EVER if until is None else until), progress_json)


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Whatever ends an export early is one sentence."""
    from app.engine.ports import StoreUnavailable

    try:
        yield
    except StoreUnavailable as fault:
        fail_for(fault)
    except BrokenPipeError:
        fail("Whoever followed the progress is gone; no file was written")
    except OSError as fault:
        fail(f"{out} cannot be written ({fault.strerror}); no file was written", UNWRITABLE)


def _instant(option: str, text: str | None) -> "Instant | None":
    """Microseconds of an ISO 8601 date or time; UTC where no zone is written."""
    from app.wire.base import instant_of

    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        fail(f"{option} {text} is no date or time; write 2026-03-01 or 2026-03-01T09:00:00-05:00")
    return instant_of(moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC))


def _columns(kind: Kind, fields: str | None) -> tuple[str, ...]:
    from app.reports.export_tables import UnknownField, chosen_columns

    try:
        return chosen_columns(kind, [] if fields is None else [field.strip() for field in fields.split(",")])
    except UnknownField as fault:
        fail(f"--fields: {fault}")


def _export(wanted: Wanted, which: Which, span: "tuple[Instant, Instant]", progress_json: bool) -> None:
    if progress_json:
        stand_back()
    from app.cli.export_progress import progress_for
    from app.cli.folder_door import open_to_read
    from app.reports.whole_file import sealed
    from db.export_rows import Range

    with open_to_read(wanted.data) as connection:
        tenant_id = tenant_of(connection, which["tenant"], which["tenant_id"])
        chosen = Range(tenant_id, *span, _campaign_of(connection, wanted.kind, tenant_id, which["campaign"]))
        with progress_for(wanted.kind, as_json=progress_json) as progress, sealed() as seal, _uncollected():
            progress.begin()
            for done in steps_of(connection, wanted, chosen, progress.know_total, seal):
                progress.move_to(done)
            progress.end(seal.size, seal.sha256)
    if not progress_json:
        click.echo(f"{counted(progress.done, 'row')} written to {wanted.out}.")
        click.echo(f"SHA-256 {seal.sha256}")


def _campaign_of(connection: "sqlite3.Connection", kind: Kind, tenant_id: "Id", campaign: str | None) -> "Id | None":
    from db.export_rows import find_campaign

    if campaign is None:
        return None
    if kind != "calls":
        fail(f"--campaign chooses calls; leave it out for {kind}")
    found = find_campaign(connection, tenant_id, campaign)
    if found is None:
        fail(f"--campaign {campaign} is no campaign of this tenant; write its name as `dialfloor contacts` shows it")
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rows come and go by the million and hold no cycles: looking for some takes a twentieth of an export."""
    import gc

    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def tenant_of(connection: "sqlite3.Connection", name: str | None, identity: str | None) -> "Id":
    """The tenant that `--tenant` or `--tenant-id` names; the command ends with who there is if neither does."""
    from app.ids import parse_id
    from db.export_rows import find_tenant_named
    from db.people_store import all_tenants, find_tenant

    if (name is None) == (identity is None):
        fail("Name one tenant, with --tenant NAME or with --tenant-id ID")
    found = None
    if name is not None:
        found = find_tenant_named(connection, name.strip())
    elif identity is not None and (parsed := parse_id(identity)) is not None:
        known = find_tenant(connection, parsed)
        found = None if known is None else known.id
    if found is None:
        there = ", ".join(tenant.name for tenant in all_tenants(connection)[:20]) or "none yet"
        fail(f"There is no tenant {name or identity}; the folder has: {there}")
    return found
