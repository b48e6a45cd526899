"""A tenant's own do-not-call lists as CSV: what the shell writes to a file, and a route sends block by block."""

from collections.abc import Callable, Generator, Iterable

from app.compliance.area_codes import AreaCodes
from app.engine.suppression import ListedNumber
from app.reports.cells import text_cell, time_cell
from app.reports.csv_export import write_csv

COLUMNS = ("phone", "country", "list", "listed_at", "by", "source", "reason")


def listed_cells(codes: AreaCodes) -> Callable[[ListedNumber], tuple[str, ...]]:
    """How an entry becomes a row of `COLUMNS`."""

    def cells(entry: ListedNumber) -> tuple[str, ...]:
        place, number = codes.place(entry.phone)
        # A foreign number keeps its plus, which a spreadsheet would run: it is free text.
        told = (entry.kind.value, time_cell(entry.at), text_cell(entry.by), entry.source, text_cell(entry.reason))
        return (text_cell(number), text_cell(place.country), *told)

    return cells


def listed_blocks(entries: Iterable[ListedNumber], codes: AreaCodes) -> Generator[bytes, None, None]:
    """The whole file in blocks of some thousand rows; without entries its header."""
    held = _Held()
    for _ in write_csv(held, COLUMNS, entries, listed_cells(codes)):
        yield held.let_go()
    yield held.let_go()


class _Held:
    def __init__(self) -> None:
        self._blocks = bytearray()

    def write(self, block: bytes) -> None:
        """Keep a block until it is sent."""
        self._blocks += block

    def let_go(self) -> bytes:
        """What is held, once."""
        held = bytes(self._blocks)
        self._blocks.clear()
        return held
