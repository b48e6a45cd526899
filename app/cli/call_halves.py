"""Two processes write one file of calls: the one that was asked takes every other stretch, its helper those between.

A row costs a microsecond of SQLite and three of Python, and Python has one lock a process. The file is the same to the
byte: stretches are cut by (time, id), and put together in their order.
"""

import gc
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.compliance.area_codes import read_area_codes
from app.engine.ports import StoreUnavailable
from app.reports.call_lines import call_lines
from app.reports.csv_export import Block, block_of
from db.export_rows import Key, Range, call_cuts, call_pages, names_of
from db.open import connect

STRETCH = 8_000
"""Rows of a stretch: some three megabytes of text, of which a few are under way."""

LEAST = 200_000
"""Rows from which a helper is worth the half second in which it starts."""

Write = Callable[[Sequence[tuple[Any, ...]]], list[str]]
Stretch = tuple[Key | None, Key | None]
"""The calls after one (time, id) and up to another; None is from the first, or to the last."""


def is_worth_it(rows: int) -> bool:
    """Whether so many calls are written by two."""
    return rows >= LEAST and (os.cpu_count() or 1) > 1


def call_blocks(connection: sqlite3.Connection, database: Path, chosen: Range, rows: int = STRETCH) -> Iterator[Block]:
    """The lines of all calls of a range, in blocks with the number of rows in each.

    Raises `StoreUnavailable` if the helper was ended from outside.
    """
    lines = call_lines(read_area_codes(), names_of(connection, chosen.tenant_id))
    stretches = list(pairwise([None, *call_cuts(connection, chosen, rows), None]))
    mine, theirs = stretches[0::2], stretches[1::2]
    with _helper(database, chosen) as helper:
        for stretch in theirs[:1]:
            helper.send(stretch)
        for place, stretch in enumerate(mine):
            # Asked for one ahead, so that it never waits for us to write what it gave.
            if place + 1 < len(theirs):
                helper.send(theirs[place + 1])
            yield from _blocks(connection, chosen, stretch, lines)
            if place < len(theirs):
                yield _received(helper)


def _blocks(connection: sqlite3.Connection, chosen: Range, stretch: Stretch, lines: Write) -> Iterator[Block]:
    for page in call_pages(connection, chosen, *stretch):
        yield block_of(lines(page), len(page))


def _received(helper: Connection) -> Block:
    try:
        count: int = helper.recv()
        return count, helper.recv_bytes()
    except (EOFError, OSError) as fault:
        message = "The export's second process was ended from outside; no file was written"
        raise StoreUnavailable(message) from fault


@contextmanager
def _helper(database: Path, chosen: Range) -> Iterator[Connection]:
    """A process that answers each stretch with its block; it ends with us, however we end."""
    ours, its = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_help, args=(its, database, chosen), daemon=True, name="helper")
    process.start()
    its.close()
    try:
        yield ours
    finally:
        # Whoever waits on the pipe hears its end; whoever reckons is told.
        ours.close()
        process.terminate()
        process.join()


def _help(asked: Connection, database: Path, chosen: Range) -> None:
    # Ctrl+C is for the one who was asked, and its end is ours.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    with closing(connect(database, read_only=True)) as connection:
        lines = call_lines(read_area_codes(), names_of(connection, chosen.tenant_id))
        while True:
            try:
                stretch: Stretch = asked.recv()
                blocks = list(_blocks(connection, chosen, stretch, lines))
                asked.send(sum(count for count, _ in blocks))
                asked.send_bytes(b"".join(content for _, content in blocks))
            except (EOFError, OSError):
                return
