"""The SQLite journal where it is on its own: its thread, its disk, its end."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.engine.events import Fact, RequestAdmitted, TryRefused
from app.engine.ports import StoreUnavailable
from app.engine.value import MINUTE, SECOND
from app.ids import new_id
from db.folder import Folder
from db.journal import SqliteJournal
from db.open import connect, prepare

T0 = 1_790_000_000 * SECOND
TENANT, USER = new_id(T0), new_id(T0)
Story = Callable[[SqliteJournal, list[Fact]], Coroutine[Any, Any, None]]


def request(number: int, at: int = T0, size: int = 0) -> RequestAdmitted:
    return RequestAdmitted(tenant_id=TENANT, user_id=USER, endpoint=f"{number}{'x' * size}", at=at)


def refusal(at: int) -> TryRefused:
    return TryRefused(
        tenant_id=TENANT,
        user_id=USER,
        agent_id=None,
        session_id=None,
        code="call_gap",
        limit_id="calls.gap",
        amount=2,
        used=1,
        retry_at=at,
        at=at,
    )


@pytest.fixture
def database(tmp_path: Path) -> Path:
    folder = Folder(tmp_path)
    prepare(folder)
    return folder.database


def play(database: Path, story: Story) -> None:
    async def told() -> None:
        facts: list[Fact] = []
        journal = SqliteJournal(database, facts.extend, new_id)
        try:
            await asyncio.wait_for(story(journal, facts), 30)
        finally:
            await journal.close()

    asyncio.run(told())


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    connection = connect(database, read_only=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


async def taken(journal: SqliteJournal) -> None:
    """Until the writer has taken what is open into its batch."""
    await asyncio.to_thread(_spin_until, lambda: not journal._open)


def _spin_until(is_so: Callable[[], bool]) -> None:
    gate = threading.Event()
    while not is_so():
        gate.wait(0.001)


def nothing() -> None:
    """Nothing to undo."""


def block(database: Path) -> sqlite3.Connection:
    """Another connection that holds the write lock."""
    connection = connect(database)
    connection.execute("BEGIN IMMEDIATE")
    return connection


BREAK = "CREATE TRIGGER broken BEFORE INSERT ON api_rate_limits BEGIN SELECT RAISE(ABORT, 'no room'); END"


def test_what_was_decided_on_top_of_a_failing_commit_falls_with_it(database: Path) -> None:
    async def story(journal: SqliteJournal, told: list[Fact]) -> None:
        undone: list[int] = []
        blocker = block(database)
        below = journal.append([request(1)], partial(undone.append, 1))
        await taken(journal)
        above = [journal.append([request(n)], partial(undone.append, n)) for n in (2, 3)]
        blocker.execute(BREAK)
        blocker.execute("COMMIT")
        answers = await asyncio.gather(below, *above, return_exceptions=True)
        assert all(isinstance(answer, StoreUnavailable) for answer in answers)
        assert undone == [3, 2, 1]
        blocker.execute("DROP TRIGGER broken")
        blocker.close()
        await journal.append([request(4)], nothing)
        assert told == [request(4)]

    play(database, story)
    assert rows(database, "SELECT endpoint FROM api_rate_limits") == [("4",)]


def test_an_end_in_the_middle_of_a_failure_writes_nothing_that_was_decided_on_top_of_it(database: Path) -> None:
    async def story(journal: SqliteJournal, told: list[Fact]) -> None:
        undone: list[int] = []
        blocker = block(database)
        waits = [journal.append([request(1)], partial(undone.append, 1))]
        await taken(journal)
        waits.append(journal.append([request(2)], partial(undone.append, 2)))
        blocker.execute(BREAK.replace(" BEGIN", " WHEN new.endpoint = '1' BEGIN"))
        closing = asyncio.ensure_future(journal.close())
        await asyncio.sleep(0)
        blocker.execute("COMMIT")
        # The loop is held until the writer has met the failure, so that it must not go on by itself.
        _spin_until(lambda: journal._failing)
        blocker.close()
        await closing
        answers = await asyncio.gather(*waits, return_exceptions=True)
        assert all(isinstance(answer, StoreUnavailable) for answer in answers)
        assert undone == [2, 1]

    play_without_close(database, story)
    assert rows(database, "SELECT endpoint FROM api_rate_limits") == []


def test_a_fact_that_cannot_be_written_fails_its_batch_and_not_the_journal(database: Path) -> None:
    async def story(journal: SqliteJournal, told: list[Fact]) -> None:
        undone: list[int] = []
        with pytest.raises(StoreUnavailable):
            await journal.append([request(1, at=1 << 70)], partial(undone.append, 1))
        assert undone == [1]
        await journal.append([request(2)], nothing)
        assert told == [request(2)]

    play(database, story)


async def fill(journal: SqliteJournal) -> None:
    """Write until there is no room."""
    while True:
        await journal.append([request(0, size=3_000)], nothing)


def test_a_full_disk_is_said_in_words_and_loses_nothing(database: Path) -> None:
    async def story(journal: SqliteJournal, told: list[Fact]) -> None:
        pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
        journal._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreUnavailable, match="The disk is full"):
            await fill(journal)
        written = len(told)
        journal._connection.execute(f"PRAGMA max_page_count = {pages + 1_000}")
        await journal.append([request(written, size=3_000)], nothing)
        assert len(told) == written + 1

    play(database, story)


def test_what_is_open_at_the_end_is_written_and_what_comes_later_is_refused(database: Path) -> None:
    async def story(journal: SqliteJournal, told: list[Fact]) -> None:
        undone: list[int] = []
        waits = [journal.append([request(number)], nothing) for number in range(10)]
        journal.note(refusal(T0))
        await journal.close()
        await asyncio.gather(*waits)
        with pytest.raises(StoreUnavailable, match="stopping"):
            await journal.append([request(11)], partial(undone.append, 11))
        assert undone == [11]

    play_without_close(database, story)
    assert rows(database, "SELECT count(*) FROM api_rate_limits") == [(10,)]
    assert rows(database, "SELECT count FROM refusals") == [(1,)]


def test_a_flood_of_refusals_is_a_row_a_minute(database: Path) -> None:
    async def story(journal: SqliteJournal, told: list[Fact]) -> None:
        for number in range(6_000):
            journal.note(refusal(T0 + number * MINUTE // 3_000))
            if number % 500 == 0:
                await journal.flush()
        await journal.flush()

    play(database, story)
    counts = [count for (count,) in rows(database, "SELECT count FROM refusals ORDER BY last_at")]
    assert sum(counts) == 6_000
    assert len(counts) <= 3


def play_without_close(database: Path, story: Story) -> None:
    """`play`, for a story that ends the journal itself."""

    async def told() -> None:
        facts: list[Fact] = []
        await asyncio.wait_for(story(SqliteJournal(database, facts.extend, new_id), facts), 30)

    asyncio.run(told())
