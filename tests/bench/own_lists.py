"""A tenant's own lists of a million numbers: memory, look-up, start, page, and what a hand-out pays for them.

`python -m tests.bench own_lists`. The reference for a look-up is one into a plain set of the same numbers.
"""

import gc
import random
import sqlite3
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from app.clock import read_wall
from app.engine.suppression import ListedNumber, ListKind, Suppressions
from app.engine.value import Id, Instant
from app.ids import new_id
from db.folder import Folder
from db.open import connect, prepare
from db.packing import pack
from db.suppressions_store import all_steps, page_of_listed, steps_of_phone
from tests.bench.report import goal, heading, say

ENTRIES = 1_000_000
ASKED = 200_000
ROUNDS = 5


def numbers(count: int) -> list[str]:
    """Numbers of +1, each once, in no order."""
    dice = random.Random(3)
    return [f"+1{number}" for number in dice.sample(range(2_012_000_000, 9_899_999_999), count)]


def fill(folder: Folder, tenant_id: Id, phones: list[str], now: Instant) -> None:
    """The rows as an import would have left them."""
    connection = connect(folder.database)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN")
    kinds = [ListKind.INTERNAL] * 18 + [ListKind.WRONG_NUMBER, ListKind.LITIGATOR]
    tenant = pack(tenant_id)
    connection.executemany(
        "INSERT INTO suppressions (tenant_id, phone, kind, is_listed, at, by, source, reason)"
        " VALUES (?, ?, ?, 1, ?, 'ana', 'disposition', 'do_not_call')",
        ((tenant, phone, kinds[at % 20], now + at) for at, phone in enumerate(phones)),
    )
    connection.execute("COMMIT")
    connection.close()


def main() -> None:
    """Print what a million entries take."""
    heading(f"a tenant's own lists: {ENTRIES:,} numbers")
    now = read_wall()
    tenant_id = new_id(now)
    phones = numbers(ENTRIES + ASKED)
    listed, others = phones[:ENTRIES], phones[ENTRIES:]
    with tempfile.TemporaryDirectory(prefix="dialfloor-lists-") as root:
        folder = Folder(Path(root))
        prepare(folder)
        fill(folder, tenant_id, listed, now)
        connection = connect(folder.database, read_only=True)
        lists = _start(connection)
        _look_up(lists, tenant_id, listed, others)
        _read(connection, tenant_id, listed)
        connection.close()


def _start(connection: sqlite3.Connection) -> Suppressions:
    lists = Suppressions()
    start = time.perf_counter()
    lists.restore(all_steps(connection))
    took = time.perf_counter() - start
    start = time.perf_counter()
    rows = connection.execute("SELECT tenant_id, phone, kind, is_listed FROM suppressions ORDER BY number").fetchall()
    bare = time.perf_counter() - start
    del rows
    say(f"start: {took:.2f} s; bare sqlite3 reads the same rows in {bare:.2f} s: {took / bare:.1f}x")
    gc.collect()
    tracemalloc.start()
    again = Suppressions()
    again.restore(all_steps(connection))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    say(f"memory: {held / 1e6:.0f} MB, {held / ENTRIES:.0f} bytes a number")
    return lists


def _look_up(lists: Suppressions, tenant_id: Id, listed: list[str], others: list[str]) -> None:
    plain = set(listed)
    hits = random.Random(4).sample(listed, ASKED)
    for name, asked in (("listed", hits), ("not listed", others)):
        ours = _each(lambda phone: lists.kinds(tenant_id, phone), asked)
        bare = _each(lambda phone: phone in plain, asked)
        say(f"a look-up, {name}: {ours:.0f} ns; in a plain set {bare:.0f} ns")
        goal("ratio to a plain set", ours / bare, 10, at_most=True)


def _each(ask: Callable[[str], object], asked: list[str]) -> float:
    """Nanoseconds of one, the median of some rounds."""
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        for phone in asked:
            ask(phone)
        took.append((time.perf_counter_ns() - start) / len(asked))
    return statistics.median(took)


def _read(connection: sqlite3.Connection, tenant_id: Id, listed: list[str]) -> None:
    def first_page(kind: ListKind | None) -> list[tuple[int, ListedNumber]]:
        return page_of_listed(connection, tenant_id, kind, None, 100)

    reads: dict[str, Callable[[], object]] = {
        "a page of 100, all lists": lambda: first_page(None),
        "a page of 100, litigators": lambda: first_page(ListKind.LITIGATOR),
        "one number's past": lambda: steps_of_phone(connection, tenant_id, listed[500_000]),
    }
    for name, read in reads.items():
        start = time.perf_counter()
        for _ in range(ROUNDS):
            read()
        say(f"{name}: {(time.perf_counter() - start) / ROUNDS * 1e3:.2f} ms")


if __name__ == "__main__":
    main()
