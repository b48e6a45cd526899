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
    """Write `target`, yielding how many rows are written so far, now and then; the file is there once this ends.

    `cells` gives a row's cells as `app.reports.cells` writes them. Until the end the rows are in a file beside it
    named `.part`, which is removed if the caller stops, for whatever reason. No rows leave a file with its header.
    Raises `OSError`, with the file's name, if it cannot be written.
    """
    partial = target.with_name(f"{target.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="", buffering=1 << 20) as file:
            yield from write_csv(file, columns, rows, cells)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def write_csv(
    file: IO[str], columns: Sequence[str], rows: Iterable[R], cells: Callable[[R], Sequence[str]]
) -> Iterator[int]:
    """Write header and rows to an open file, yielding how many rows are written so far, now and then."""
    file.write(",".join(columns) + _LINE_END)
    done = 0
    remaining = iter(rows)
    while some := [",".join(cells(row)) for row in islice(remaining, _STEP)]:
        file.write(_LINE_END.join(some) + _LINE_END)
        done += len(some)
        yield done
