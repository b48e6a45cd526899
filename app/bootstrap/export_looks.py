"""What is looked at before an export, its first rows, and after it, whether its file is still what was written."""

import asyncio
import csv
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from app.bootstrap.export_choice import checked
from app.bootstrap.exports import FolderExports
from app.compliance.area_codes import read_area_codes
from app.compliance.masking import masked, veiled
from app.engine.exports import ExportWhat
from app.engine.value import Id, Instant
from app.reports import log_columns
from app.reports.export_tables import chosen_columns, picked
from app.wire.base import utc_or_none
from app.wire.exports import ExportPreview, ExportVerified, StartExport
from db import export_rows
from db.export_rows import Range
from db.faults import reading_back
from db.open import connect

FIRST = 20
"""Rows that a person looks at before an export."""

_NUMBER = "phone_number"
_WRITTEN = frozenset({"notes", "recording_url", "subject", "before", "after", "reason"})
"""Columns in which a person, or a program, may have written a number among other words."""


class FolderExportLooks:
    """Reads beside the decisions, each time over a connection of its own. Raises `StoreUnavailable`, `BadExport`."""

    def __init__(self, database: Path, exports: FolderExports) -> None:
        self._database = database
        self._exports = exports

    async def preview(self, tenant_id: Id, wanted: StartExport, now: Instant) -> ExportPreview:
        """The first rows of what would be exported."""
        what = await asyncio.to_thread(checked, self._exports.book, tenant_id, wanted)
        exact = self._exports.exact(tenant_id, what, self._exports.zone_of(tenant_id), now)
        return await asyncio.to_thread(self._preview, tenant_id, exact)

    def _preview(self, tenant_id: Id, what: ExportWhat) -> ExportPreview:
        chosen = Range(
            tenant_id,
            0 if what.start is None else what.start,
            1 << 62 if what.stop is None else what.stop,
            what.campaign_id,
        )
        with closing(connect(self._database, read_only=True)) as connection, reading_back():
            counts = _counts(connection, chosen)
            if what.kind == "evidence":
                columns, rows = ["table", "rows"], [[kind, f"{count}"] for kind, count in counts.items()]
            else:
                columns = list(chosen_columns(what.kind, what.fields))
                rows = list(islice(_rows(connection, what, chosen, columns), FIRST))
        return ExportPreview(
            from_=utc_or_none(what.start),
            to=utc_or_none(what.stop),
            columns=columns,
            rows=rows,
            rows_total=counts.get(what.kind, sum(counts.values())),
        )

    async def verify(self, tenant_id: Id, export_id: Id) -> ExportVerified | None:
        """Whether a finished file is still what was written."""
        run = await asyncio.to_thread(self._exports.book.run, tenant_id, export_id)
        if run is None or run.state != "done" or not run.path:
            return None
        return await asyncio.to_thread(_verified, Path(run.path), run.sha256 or "")


def _counts(connection: sqlite3.Connection, chosen: Range) -> dict[str, int]:
    return {
        "calls": export_rows.count_calls(connection, chosen),
        "refusals": export_rows.count_refusals(connection, chosen._replace(campaign_id=None)),
        "audit": export_rows.count_records(connection, chosen._replace(campaign_id=None)),
    }


def _rows(connection: sqlite3.Connection, what: ExportWhat, chosen: Range, columns: list[str]) -> Iterator[list[str]]:
    """Rows as a spreadsheet reads them out of the file, but for whole numbers."""
    for cells in _cells(connection, what, chosen, columns):
        row = next(csv.reader([",".join(cells)]))
        yield [_shown(name, cell) for name, cell in zip(columns, row, strict=True)]


def _shown(column: str, cell: str) -> str:
    if column == _NUMBER:
        return masked(cell.removeprefix("'"))
    return veiled(cell) if column in _WRITTEN else cell


def _cells(
    connection: sqlite3.Connection, what: ExportWhat, chosen: Range, columns: list[str]
) -> Iterator[log_columns.Cells]:
    names = export_rows.names_of(connection, chosen.tenant_id)
    if what.kind == "audit":
        return map(picked("audit", columns, log_columns.record_cells), export_rows.records_in(connection, chosen))
    if what.kind == "refusals":
        refusals = picked("refusals", columns, log_columns.refusal_cells(names))
        return map(refusals, export_rows.refusals_in(connection, chosen))
    calls = picked("calls", columns, log_columns.call_cells(read_area_codes(), names))
    return map(calls, export_rows.calls_in(connection, chosen))


def _verified(path: Path, sha256: str) -> ExportVerified:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        return ExportVerified(is_whole=False, sha256="", sentence=f"{path.name} cannot be read ({fault.strerror})")
    if found == sha256:
        return ExportVerified(is_whole=True, sha256=found, sentence=f"{path.name} is what was written")
    sentence = f"{path.name} was changed after it was written: its SHA-256 is another; export it again"
    return ExportVerified(is_whole=False, sha256=found, sentence=sentence)
