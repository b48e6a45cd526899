"""`dialfloor export`: calls, refusals or the audit trail of a tenant as CSV, beside a running engine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from app.cli.faults import UNWRITABLE, fail, fail_for, stopped_by_signals
from app.cli.words import counted

if TYPE_CHECKING:
    import sqlite3

    from app.engine.value import Id, Instant
    from db.export_rows import Range

Kind = Literal["calls", "refusals", "audit", "evidence"]

_EXAMPLES = """\b
Examples:
  dialfloor export calls --data ./floor --tenant Acme --from 2026-03-01 --to 2026-04-01 --out march.csv
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
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write: CSV, or a zip."
)
@click.option("--progress-json", is_flag=True, help="Tell the progress on stdout, one JSON object a line.")
def command(
    *,
    kind: Kind,
    data: Path,
    tenant: str | None,
    tenant_id: str | None,
    since: str | None,
    until: str | None,
    out: Path,
    progress_json: bool,
) -> None:
    """Export calls, refusals or the audit trail of a tenant as CSV.

    WHEN is a date (2026-03-01) or a time (2026-03-01T09:00:00-05:00); without a zone it is UTC. A row at --from is
    in, one at --to is not. Calls and audit records are chosen by their time, refusals by the last try of their minute.

    Times are UTC to the second; calls have the called party's local time and zone beside it. Numbers of +1 are ten
    digits with their country, others E.164. A cell that a spreadsheet would run as a formula starts with a '.

    `evidence` is all of it in one zip, with the rows as they were chained, the chain and its signed heads, limits and
    rules as they were applied, and a check that needs nothing but Python: see its VERIFY.txt.

    The file is there once it is whole: until then, and if you stop it with Ctrl+C, there is none.
    """
    span = (_instant("--from", since), _instant("--to", until))
    with stopped_by_signals("Cancelled; no file was written"), _told(out):
        _export(kind, data, (tenant, tenant_id), span, out, progress_json)


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


def _export(
    kind: Kind,
    data: Path,
    tenant: tuple[str | None, str | None],
    span: "tuple[Instant | None, Instant | None]",
    out: Path,
    progress_json: bool,
) -> None:
    from app.cli.export_progress import progress_for
    from app.cli.folder_door import open_to_read
    from db.export_rows import Range

    since, until = span
    if since is not None and until is not None and since > until:
        fail("--from is after --to; exchange them")
    with open_to_read(data) as connection:
        chosen = Range(
            tenant_of(connection, *tenant), 0 if since is None else since, 1 << 62 if until is None else until
        )
        with progress_for(kind, as_json=progress_json) as progress, _uncollected():
            progress.begin()
            for done in _steps(connection, kind, chosen, data.expanduser(), out, progress.know_total):
                progress.move_to(done)
            progress.end()
    if not progress_json:
        click.echo(f"{counted(progress.done, 'row')} written to {out}.")


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


def _steps(
    connection: "sqlite3.Connection",
    kind: Kind,
    chosen: "Range",
    data: Path,
    out: Path,
    know_total: Callable[[int], None],
) -> Iterator[int]:
    if kind == "evidence":
        from app.cli.evidence_export import write_evidence

        return write_evidence(connection, chosen, data, out)
    know_total(_count(connection, kind, chosen))
    return _write(connection, kind, chosen, out)


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


def _count(connection: "sqlite3.Connection", kind: Kind, chosen: "Range") -> int:
    from db.export_rows import count_calls, count_records, count_refusals

    count = {"calls": count_calls, "refusals": count_refusals, "audit": count_records}[kind]
    return count(connection, chosen)


def _write(connection: "sqlite3.Connection", kind: Kind, chosen: "Range", out: Path) -> Iterator[int]:
    """Write the file; yields how many rows are done."""
    from app.compliance.area_codes import read_area_codes
    from app.reports import log_columns
    from app.reports.call_lines import call_lines
    from app.reports.csv_export import export_csv, export_pages
    from db.export_rows import call_pages, names_of, records_in, refusals_in

    if kind == "audit":
        rows = records_in(connection, chosen)
        return export_csv(out, log_columns.RECORD_COLUMNS, rows, log_columns.record_cells)
    names = names_of(connection, chosen.tenant_id)
    if kind == "refusals":
        tries = refusals_in(connection, chosen)
        return export_csv(out, log_columns.REFUSAL_COLUMNS, tries, log_columns.refusal_cells(names))
    calls = call_pages(connection, chosen)
    return export_pages(out, log_columns.CALL_COLUMNS, calls, call_lines(read_area_codes(), names))
