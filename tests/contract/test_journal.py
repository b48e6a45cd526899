"""What every journal promises: durable before answered, shared commits, all undone if one fails, told in order."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

import pytest

from app.engine.events import Fact, RequestAdmitted, TryRefused, TryWarned
from app.engine.ports import Journal, StoreUnavailable
from app.engine.value import MINUTE, SECOND, Id, Instant
from app.ids import new_id
from db.folder import Folder
from db.journal import SqliteJournal
from db.open import prepare
from db.packing import pack
from tests.fakes.memory_journal import MemoryJournal

T0: Instant = 1_790_000_000 * SECOND
TENANT, USER = new_id(T0), new_id(T0)


def request(number: int) -> RequestAdmitted:
    return RequestAdmitted(tenant_id=TENANT, user_id=USER, endpoint=f"request {number}", at=T0 + number)


def refusal(at: Instant = T0, code: str = "calls_per_hour", user: Id = USER) -> TryRefused:
    return TryRefused(
        tenant_id=TENANT,
        user_id=user,
        agent_id=None,
        session_id=None,
        code=code,
        limit_id="calls.hour",
        amount=100,
        used=100,
        retry_at=at + MINUTE,
        at=at,
    )


class Log(Protocol):
    """A journal, what it has told, and a disk that can be looked at and broken."""

    told: list[Fact]

    @property
    def journal(self) -> Journal: ...
    def written(self) -> list[str]: ...
    def refused(self) -> list[tuple[str, int]]: ...
    def commits(self) -> int: ...
    def break_disk(self) -> None: ...
    def mend_disk(self) -> None: ...
    async def close(self) -> None: ...


class MemoryLog:
    def __init__(self) -> None:
        self.told: list[Fact] = []
        self.journal = MemoryJournal(self.told.extend)

    def written(self) -> list[str]:
        return [fact.endpoint for fact in self.journal.disk if isinstance(fact, RequestAdmitted)]

    def refused(self) -> list[tuple[str, int]]:
        codes = [fact.code for fact in self.journal.disk if isinstance(fact, TryRefused)]
        return sorted({(code, codes.count(code)) for code in codes})

    def commits(self) -> int:
        return self.journal.commits

    def break_disk(self) -> None:
        self.journal.broken = "The disk is broken"

    def mend_disk(self) -> None:
        self.journal.broken = None

    async def close(self) -> None:
        await asyncio.sleep(0)


class SqliteLog:
    """The disk breaks as a disk does: the statement fails inside SQLite."""

    def __init__(self, root: Path) -> None:
        folder = Folder(root)
        prepare(folder)
        self.told: list[Fact] = []
        self.journal = SqliteJournal(folder.database, self.told.extend, new_id)
        self._disk = sqlite3.connect(folder.database, isolation_level=None)

    def written(self) -> list[str]:
        rows = self._disk.execute(
            "SELECT endpoint FROM api_rate_limits WHERE user_id = ? ORDER BY number", (pack(USER),)
        )
        return [row[0] for row in rows]

    def refused(self) -> list[tuple[str, int]]:
        return self._disk.execute("SELECT code, sum(count) FROM refusals GROUP BY code ORDER BY code").fetchall()

    def commits(self) -> int:
        return self.journal.batches

    def break_disk(self) -> None:
        self._disk.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON api_rate_limits BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )

    def mend_disk(self) -> None:
        self._disk.execute("DROP TRIGGER broken")

    async def close(self) -> None:
        self._disk.close()
        await self.journal.close()


@pytest.fixture(params=["memory", "sqlite"])
def logs(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Log]:
    return MemoryLog if request.param == "memory" else lambda: SqliteLog(tmp_path)


def play(logs: Callable[[], Log], story: Callable[[Log], object]) -> None:
    """Tell a story on a loop of its own, to its end."""

    async def told() -> None:
        log = logs()
        try:
            result = story(log)
            if asyncio.iscoroutine(result):
                await result
        finally:
            await log.close()

    asyncio.run(told())


def nothing() -> None:
    """Nothing to undo."""


def test_what_is_answered_is_on_the_disk(logs: Callable[[], Log]) -> None:
    async def story(log: Log) -> None:
        for number in range(20):
            await log.journal.append([request(number)], nothing)
            assert log.written()[-1] == f"request {number}"

    play(logs, story)


def test_concurrent_decisions_share_commits_and_each_is_written_once_in_order(logs: Callable[[], Log]) -> None:
    async def story(log: Log) -> None:
        await asyncio.gather(*(log.journal.append([request(number)], nothing) for number in range(500)))
        assert log.written() == [f"request {number}" for number in range(500)]
        assert log.commits() <= 20

    play(logs, story)


def test_facts_are_told_after_their_commit_in_the_order_of_the_commits(logs: Callable[[], Log]) -> None:
    async def story(log: Log) -> None:
        waits = [log.journal.append([request(number), request(number + 1)], nothing) for number in range(0, 100, 2)]
        assert log.told == []
        await asyncio.gather(*waits)
        assert log.told == [request(number) for number in range(100)]

    play(logs, story)


def test_a_failed_commit_undoes_newest_first_tells_nobody_and_says_so(logs: Callable[[], Log]) -> None:
    async def story(log: Log) -> None:
        undone: list[int] = []
        log.break_disk()
        waits = [log.journal.append([request(n)], partial(undone.append, n)) for n in range(50)]
        answers = await asyncio.gather(*waits, return_exceptions=True)
        assert all(isinstance(answer, StoreUnavailable) for answer in answers)
        assert undone == list(reversed(range(50)))
        assert (log.told, log.written()) == ([], [])

    play(logs, story)


def test_after_a_failed_commit_it_works_again(logs: Callable[[], Log]) -> None:
    async def story(log: Log) -> None:
        undone: list[int] = []
        await log.journal.append([request(0)], nothing)
        log.break_disk()
        first = log.journal.append([request(1)], partial(undone.append, 1))
        with pytest.raises(StoreUnavailable):
            await first
        log.mend_disk()
        await log.journal.append([request(2)], partial(undone.append, 2))
        assert undone == [1]
        assert log.written() == ["request 0", "request 2"]
        assert log.told == [request(0), request(2)]

    play(logs, story)


def test_refusals_are_told_at_once_and_written_with_the_next_commit(logs: Callable[[], Log]) -> None:
    async def story(log: Log) -> None:
        log.journal.note(refusal())
        assert log.told == [refusal()]
        await log.journal.append([request(1)], nothing)
        assert log.refused() == [("calls_per_hour", 1)]

    play(logs, story)


def test_refusals_that_could_not_be_written_are_written_later_and_counted_once(logs: Callable[[], Log]) -> None:
    async def story(log: Log) -> None:
        log.journal.note(refusal())
        log.break_disk()
        with pytest.raises(StoreUnavailable):
            await log.journal.append([request(1)], nothing)
        log.journal.note(refusal(T0 + 1))
        log.mend_disk()
        await log.journal.append([request(2)], nothing)
        assert log.refused() == [("calls_per_hour", 2)]

    play(logs, story)


def test_a_warning_is_told_and_not_written(logs: Callable[[], Log]) -> None:
    def story(log: Log) -> None:
        warning = TryWarned(
            tenant_id=TENANT, agent_id=None, subject=USER, limit_id="calls.hour", amount=1, used=2, at=T0
        )
        log.journal.note(warning)
        assert log.told == [warning]

    play(logs, story)


def test_a_waiter_that_gave_up_does_not_take_the_others_with_it(logs: Callable[[], Log]) -> None:
    async def story(log: Log) -> None:
        waits = [asyncio.ensure_future(log.journal.append([request(number)], nothing)) for number in range(3)]
        waits[1].cancel()
        await asyncio.gather(waits[0], waits[2])
        assert log.written() == ["request 0", "request 1", "request 2"], "it was decided, so it is logged"

    play(logs, story)
