"""Two processes write one file of calls: the one that was asked takes every other stretch, its helper those between.

A row costs a microsecond of SQLite and three of Python, and Python has one lock a process. The file is the same to the
byte: stretches are cut by (time, id), and put together in their order.
"""

import gc
import os
import signal
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
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

AHEAD = 4
"""Stretches that the helper is asked for before we need the first: neither waits for the other's turn."""

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
        for place, stretch in enumerate(mine):
            helper.ask(theirs[helper.asked : place + AHEAD])
            yield from _blocks(connection, chosen, stretch, lines)
            if place < len(theirs):
                yield helper.next()


def _blocks(connection: sqlite3.Connection, chosen: Range, stretch: Stretch, lines: Write) -> Iterator[Block]:
    for page in call_pages(connection, chosen, *stretch):
        yield block_of(lines(page), len(page))


class _Helper:
    """The other process, as we see it: asked for stretches ahead, and its blocks taken off the pipe as they come."""

    def __init__(self, pipe: Connection, taker: ThreadPoolExecutor) -> None:
        self._pipe = pipe
        self._taker = taker
        self._blocks: deque[Future[Block]] = deque()
        self.asked = 0

    def ask(self, stretches: Sequence[Stretch]) -> None:
        """Let it write these too."""
        for stretch in stretches:
            self._pipe.send(stretch)
            self._blocks.append(self._taker.submit(self._take))
            self.asked += 1

    def next(self) -> Block:
        """The block of the first stretch that it was asked for and that was not taken. Raises `StoreUnavailable`."""
        try:
            return self._blocks.popleft().result()
        except (EOFError, OSError) as fault:
            message = "The export's second process was ended from outside; no file was written"
            raise StoreUnavailable(message) from fault

    def _take(self) -> Block:
        count: int = self._pipe.recv()
        return count, self._pipe.recv_bytes()


@contextmanager
def _helper(database: Path, chosen: Range) -> Iterator[_Helper]:
    """A process that answers each stretch with its block; it ends with us, however we end."""
    ours, its = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_help, args=(its, database, chosen), daemon=True, name="helper")
    process.start()
    its.close()
    taker = ThreadPoolExecutor(1, "taker")
    try:
        yield _Helper(ours, taker)
    finally:
        # Its end is the pipe's: whoever waits for a block of it hears that.
        process.terminate()
        process.join()
        taker.shutdown()
        ours.close()


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
