"""Writes a CSV file as evidence needs it: RFC 4180, UTF-8, CRLF, whole or not at all, in flat memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar

from app.reports.whole_file import Seal, whole_file

R = TypeVar("R")

Block = tuple[int, bytes]
"""How many rows, and their lines."""

_LINE_END = "\r\n"
_STEP = 1_000
"""Rows between two looks at the progress."""


class Sink(Protocol):
    """Where bytes go, block by block."""

    def write(self, block: bytes, /) -> object:
        """Take the next block."""
        ...


def export_csv(
    target: Path,
    columns: Sequence[str],
    rows: Iterable[R],
    cells: Callable[[R], Sequence[str]],
    seal: Seal | None = None,
) -> Iterator[int]:
    """`export_pages` of rows one by one; `cells` gives a row's cells as `app.reports.cells` writes them."""
    return export_pages(target, columns, _pages(rows), _by_row(cells), seal)


def export_pages(
    target: Path,
    columns: Sequence[str],
    pages: Iterable[Sequence[R]],
    lines: Callable[[Sequence[R]], list[str]],
    seal: Seal | None = None,
) -> Iterator[int]:
    """Write `target`, yielding how many rows are written so far, now and then; the file is there once this ends.

    `lines` gives the lines of a page, without their ends; `seal` takes the bytes as they are written. Whoever stops
    this leaves no file (`whole_file`). No rows leave a file with its header. Raises `OSError`, with the file's name,
    if it cannot be written.
    """
    blocks = (block_of(lines(page), len(page)) for page in pages)
    return export_blocks(target, columns, blocks, seal)


def export_blocks(
    target: Path, columns: Sequence[str], blocks: Iterable[Block], seal: Seal | None = None
) -> Iterator[int]:
    """`export_pages` of lines that are written already."""
    with whole_file(target) as file:
        yield from _write_blocks(file if seal is None else _Sealed(file, seal), columns, blocks)


def write_csv(
    file: Sink, columns: Sequence[str], rows: Iterable[R], cells: Callable[[R], Sequence[str]]
) -> Iterator[int]:
    """Write header and rows to an open file, yielding how many rows are written so far, now and then."""
    return write_pages(file, columns, _pages(rows), _by_row(cells))


def write_pages(
    file: Sink, columns: Sequence[str], pages: Iterable[Sequence[R]], lines: Callable[[Sequence[R]], list[str]]
) -> Iterator[int]:
    """Write header and pages of rows to an open file, yielding after each how many rows are written so far."""
    return _write_blocks(file, columns, (block_of(lines(page), len(page)) for page in pages))


def block_of(lines: Sequence[str], rows: int) -> Block:
    """Lines with their ends, as bytes."""
    return rows, (_LINE_END.join(lines) + _LINE_END).encode() if lines else b""


def _write_blocks(file: Sink, columns: Sequence[str], blocks: Iterable[Block]) -> Iterator[int]:
    file.write((",".join(columns) + _LINE_END).encode())
    done = 0
    for rows, content in blocks:
        file.write(content)
        done += rows
        yield done


class _Sealed:
    """A file whose bytes are fingerprinted on their way."""

    def __init__(self, file: Sink, seal: Seal) -> None:
        self._file = file
        self._seal = seal

    def write(self, block: bytes) -> None:
        self._seal.add(block)
        self._file.write(block)


def _pages(rows: Iterable[R]) -> Iterator[Sequence[R]]:
    remaining = iter(rows)
    while page := list(islice(remaining, _STEP)):
        yield page


def _by_row(cells: Callable[[R], Sequence[str]]) -> Callable[[Sequence[R]], list[str]]:
    return lambda page: [",".join(cells(row)) for row in page]
