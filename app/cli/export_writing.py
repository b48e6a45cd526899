"""What an export writes: the rows of one kind into its file, each kind with its own reader and cells."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from app.reports.whole_file import Seal
    from db.export_rows import Range

Kind = Literal["calls", "refusals", "audit", "evidence"]


class Wanted(NamedTuple):
    """Which rows, with which columns of a CSV, from which folder into which file."""

    kind: Kind
    columns: tuple[str, ...]
    data: Path
    out: Path


def steps_of(
    connection: sqlite3.Connection,
    wanted: Wanted,
    chosen: "Range",
    know_total: Callable[[int], None],
    seal: "Seal",
) -> Iterator[int]:
    """Write the file; yields how many rows are done, and tells how many there will be where that can be counted."""
    if wanted.kind == "evidence":
        from app.cli.evidence_export import write_evidence

        return write_evidence(connection, chosen, wanted.data.expanduser(), wanted.out, seal)
    rows = _count(connection, wanted.kind, chosen)
    know_total(rows)
    return _write(connection, wanted, chosen, seal, rows)


def _count(connection: sqlite3.Connection, kind: str, chosen: "Range") -> int:
    from db.export_rows import count_calls, count_records, count_refusals

    count = {"calls": count_calls, "refusals": count_refusals, "audit": count_records}[kind]
    return count(connection, chosen)


def _write(connection: sqlite3.Connection, wanted: Wanted, chosen: "Range", seal: "Seal", rows: int) -> Iterator[int]:
    from app.cli.call_halves import call_blocks, is_worth_it
    from app.compliance.area_codes import read_area_codes
    from app.reports import log_columns
    from app.reports.call_lines import call_lines
    from app.reports.csv_export import export_blocks, export_csv, export_pages
    from app.reports.export_tables import picked
    from db.export_rows import call_pages, calls_in, names_of, records_in, refusals_in
    from db.folder import Folder

    kind, columns, out = wanted.kind, wanted.columns, wanted.out
    if kind == "audit":
        records = picked(kind, columns, log_columns.record_cells)
        return export_csv(out, columns, records_in(connection, chosen), records, seal)
    names = names_of(connection, chosen.tenant_id)
    if kind == "refusals":
        refusals = picked(kind, columns, log_columns.refusal_cells(names))
        return export_csv(out, columns, refusals_in(connection, chosen), refusals, seal)
    if columns == log_columns.CALL_COLUMNS and is_worth_it(rows):
        return export_blocks(
            out, columns, call_blocks(connection, Folder(wanted.data.expanduser()).database, chosen), seal
        )
    if columns == log_columns.CALL_COLUMNS:
        return export_pages(out, columns, call_pages(connection, chosen), call_lines(read_area_codes(), names), seal)
    calls = picked(kind, columns, log_columns.call_cells(read_area_codes(), names))
    return export_csv(out, columns, calls_in(connection, chosen), calls, seal)
