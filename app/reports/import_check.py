"""Looks through a contact file without writing anything: how many lines are good under these columns, and why not."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from app.compliance.masking import veiled_cell
from app.controller.import_contacts import ImportedRow, Rejected, Tally, judge
from app.reports.contact_columns import ColumnError, Columns, columns_at, guess_places
from app.reports.contact_file import ContactFile, ContactFileError, SurveyedFile, read_rows, survey, with_columns
from app.reports.import_task import SAMPLE, SHOWN, ImportNews
from app.wire.imports import ColumnPlaces, ImportFacts, RejectedLine

_STEP = 2_000
_CELL = 16
_ROW = 16_384


def check_file(
    path: Path,
    places: ColumnPlaces | None,
    region: str,
    listed: Callable[[set[str]], int] | None = None,
) -> Iterator[ImportNews]:
    """How far the look is, and at its end the facts. Raises `ContactFileError`.

    Without `places` the columns are guessed by their headers; a file whose phone column nobody knows has no good line.
    `listed` counts those of its numbers (E.164) that are on a list already.
    """
    found = survey(path)
    wanted = places or ColumnPlaces(**guess_places(found.header, {}))
    guessed = places_of(found, wanted)
    file = with_columns(found, guessed or _no_columns(found))
    yield ImportNews(rows_total=found.rows)
    count = _Count()
    if guessed is not None:
        yield from _judge_all(file, region, count)
    facts = ImportFacts(
        encoding=found.encoding,
        delimiter=found.delimiter,
        header=list(found.header),
        places=wanted,
        region=region,
        rows=found.rows,
        good=count.good,
        bad=count.bad,
        repeated=count.repeated,
        notes=list(found.notes),
        sample=[_shown(row.cells, len(found.header), wanted.phone) for row in islice(read_rows(file), SAMPLE)],
        rejected=count.lines,
        listed=None if listed is None else listed(count.phones),
    )
    yield ImportNews(rows_done=found.rows, rows_total=found.rows, facts=facts)


def places_of(found: SurveyedFile, places: ColumnPlaces) -> Columns | None:
    """The columns at these places, None without a phone column. Raises `ContactFileError` if they cannot be."""
    if places.phone is None:
        return None
    try:
        return columns_at(found.header, msgspec.structs.asdict(places))
    except ColumnError as fault:
        raise ContactFileError(str(fault)) from fault


def line_of(rejected: Rejected) -> RejectedLine:
    """A rejected row as it is told."""
    return RejectedLine(line=rejected.row.line, field=rejected.field, reason=_veiled(rejected))


def news_of(tally: Tally, total: int, lines: list[RejectedLine]) -> ImportNews:
    """How far an import is after a batch."""
    return ImportNews(
        rows_done=tally.rows,
        rows_total=total,
        added=tally.added,
        known=tally.known,
        rejected=tally.rejected,
        lines=lines,
    )


class FirstRejected:
    """Hands rejected rows on, and keeps the first of them to be told one by one."""

    def __init__(self, keep: Callable[[Rejected], None]) -> None:
        self._keep = keep
        self.lines: list[RejectedLine] = []

    def add(self, row: Rejected) -> None:
        """One row. Raises what `keep` does."""
        self._keep(row)
        if len(self.lines) < SHOWN:
            self.lines.append(line_of(row))


class _Count:
    def __init__(self) -> None:
        self.good = self.bad = self.repeated = 0
        self.lines: list[RejectedLine] = []
        self.phones: set[str] = set()

    def add(self, row: ImportedRow, region: str) -> None:
        phone = judge(row, region)
        if isinstance(phone, Rejected):
            self.bad += 1
            if len(self.lines) < SHOWN:
                self.lines.append(line_of(phone))
            return
        self.good += 1
        self.repeated += phone in self.phones
        self.phones.add(phone)


def _judge_all(file: ContactFile, region: str, count: _Count) -> Iterator[ImportNews]:
    for done, row in enumerate(read_rows(file), start=1):
        count.add(row, region)
        if done % _STEP == 0:
            yield ImportNews(rows_done=done, rows_total=file.rows)


def _shown(cells: Sequence[str], width: int, phone: int | None) -> list[str]:
    """The cells of a sample as a person looks at them: none beyond the header, no row too long to be sent, no number.

    `phone` is the column of numbers: there, whatever it holds is veiled.
    """
    longest = max(_CELL, _ROW // max(1, width))
    shown = [veiled_cell(cell, is_number=at == phone) for at, cell in enumerate(cells[:width])]
    return [cell if len(cell) <= longest else f"{cell[: longest - 1]}\u2026" for cell in shown]


def _veiled(rejected: Rejected) -> str:
    return veiled_cell(rejected.reason, is_number=rejected.field == "phone")


def _no_columns(found: SurveyedFile) -> Columns:
    """A stand-in while nobody knows the phone column: only the cells of such rows are looked at."""
    return Columns(first_name=None, last_name=None, phone=0, email=None, others=(), width=len(found.header))
