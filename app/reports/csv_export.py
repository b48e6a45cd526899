"""Writes a CSV file as evidence needs it: RFC 4180, UTF-8, CRLF, whole or not at all, in flat memory."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, TypeVar

R = TypeVar("R")

_LINE_END = "\r\n"
_STEP = 1_000
"""Rows between two looks at the progress."""


def export_csv(
    target: Path, columns: Sequence[str], rows: Iterable[R], cells: Callable[[R], Sequence[str]]
) -> Iterator[int]:
    """`export_pages` of rows one by one; `cells` gives a row's cells as `app.reports.cells` writes them."""
    return export_pages(target, columns, _pages(rows), _by_row(cells))


def export_pages(
    target: Path, columns: Sequence[str], pages: Iterable[Sequence[R]], lines: Callable[[Sequence[R]], list[str]]
) -> Iterator[int]:
    """Write `target`, yielding how many rows are written so far, now and then; the file is there once this ends.

    `lines` gives the lines of a page, without their ends. Until the end the rows are in a file beside it
    named `.part`, which is removed if the caller stops, for whatever reason. No rows leave a file with its header.
    Raises `OSError`, with the file's name, if it cannot be written.
    """
    partial = target.with_name(f"{target.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="", buffering=1 << 20) as file:
            yield from write_pages(file, columns, pages, lines)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def write_csv(
    file: IO[str], columns: Sequence[str], rows: Iterable[R], cells: Callable[[R], Sequence[str]]
) -> Iterator[int]:
    """Write header and rows to an open file, yielding how many rows are written so far, now and then."""
    return write_pages(file, columns, _pages(rows), _by_row(cells))


def write_pages(
    file: IO[str], columns: Sequence[str], pages: Iterable[Sequence[R]], lines: Callable[[Sequence[R]], list[str]]
) -> Iterator[int]:
    """Write header and pages of rows to an open file, yielding after each how many rows are written so far."""
    file.write(",".join(columns) + _LINE_END)
    done = 0
    for page in pages:
        file.write(_LINE_END.join(lines(page)) + _LINE_END)
        done += len(page)
        yield done


def _pages(rows: Iterable[R]) -> Iterator[Sequence[R]]:
    remaining = iter(rows)
    while page := list(islice(remaining, _STEP)):
        yield page


def _by_row(cells: Callable[[R], Sequence[str]]) -> Callable[[Sequence[R]], list[str]]:
    return lambda page: [",".join(cells(row)) for row in page]
