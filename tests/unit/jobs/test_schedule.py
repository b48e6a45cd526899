"""The schedule: each job's last run is known, and one that fails takes no other with it."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from app.clock import ManualClock
from app.engine.ports import StoreUnavailable
from app.engine.value import MINUTE, SECOND, Instant
from app.jobs import schedule as schedule_module
from app.jobs.schedule import Job, Schedule, every
from app.jobs.upkeep import JobRun
from app.wire.base import utc

T0: Instant = 1_790_000_000 * SECOND


class Memory:
    """`Upkeep` that remembers runs, unless its disk is broken."""

    def __init__(self) -> None:
        self.kept: list[JobRun] = []
        self.is_broken = False

    def delete_requests(self, before: Instant, most: int) -> int:
        return 0

    def delete_answers(self, before: Instant, most: int) -> int:
        return 0

    def back_up(self, name: str, now: int, keep: int) -> str:
        return name

    def keep_run(self, run: JobRun) -> None:
        if self.is_broken:
            raise StoreUnavailable("The disk is full")
        self.kept.append(run)

    def runs(self) -> list[JobRun]:
        return list(self.kept)


def job(name: str, work: Callable[[], Awaitable[str]]) -> Job:
    return Job(name=name, what=f"does {name}", work=work, trigger=every(3_600))


async def well() -> str:
    return "3 changes"


async def full() -> str:
    raise StoreUnavailable("The disk is full")


async def wrong() -> str:
    raise ZeroDivisionError("a mistake")


def test_a_run_is_shown_and_remembered_beyond_the_process() -> None:
    async def story() -> None:
        clock, memory = ManualClock(T0), Memory()
        schedule = Schedule([job("sweep", well)], clock, memory)
        (before,) = schedule.items()
        assert (before.last_started_at, before.last_outcome) == (None, None)
        assert await schedule.run_now("sweep")
        (after,) = schedule.items()
        assert (after.what, after.last_started_at, after.last_outcome) == ("does sweep", utc(T0), "3 changes")
        later = Schedule([job("sweep", well)], clock, memory)
        later.start()
        (remembered,) = later.items()
        await later.stop()
        assert (remembered.last_started_at, remembered.last_outcome) == (utc(T0), "3 changes")
        assert remembered.next_run_at is not None

    asyncio.run(story())


def test_a_job_nobody_knows_is_not_run() -> None:
    async def story() -> None:
        assert not await Schedule([], ManualClock(T0), Memory()).run_now("sweep")

    asyncio.run(story())


def test_a_job_that_fails_says_so_and_the_others_run(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        schedule = Schedule([job("full", full), job("wrong", wrong), job("well", well)], ManualClock(T0), Memory())
        for name in ("full", "wrong", "well"):
            assert await schedule.run_now(name)
        outcomes = [item.last_outcome for item in schedule.items()]
        assert outcomes == ["failed: The disk is full", "failed; see the log", "3 changes"]

    with caplog.at_level(logging.ERROR):
        asyncio.run(story())
    assert [record.getMessage() for record in caplog.records] == ["job wrong failed"]


def test_a_job_that_runs_each_second_is_written_down_once_a_minute_and_a_full_disk_stops_none() -> None:
    async def story() -> None:
        clock, memory = ManualClock(T0), Memory()
        schedule = Schedule([job("sweep", well)], clock, memory)
        for _ in range(121):
            await schedule.run_now("sweep")
            clock.advance(SECOND)
        assert [run.started_at for run in memory.kept] == [T0, T0 + MINUTE, T0 + 2 * MINUTE]
        memory.is_broken = True
        clock.advance(MINUTE)
        assert await schedule.run_now("sweep")
        assert schedule.items()[0].last_outcome == "3 changes"

    asyncio.run(story())


def test_a_clean_stop_waits_for_the_job_that_runs_and_starts_no_other(caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> list[JobRun]:
        begun, release = asyncio.Event(), asyncio.Event()

        async def slow() -> str:
            begun.set()
            await release.wait()
            return "done"

        memory = Memory()
        schedule = Schedule([job("slow", slow)], ManualClock(T0), memory)
        schedule.start()
        running = asyncio.create_task(schedule.run_now("slow"))
        await begun.wait()
        stopping = asyncio.create_task(schedule.stop())
        await asyncio.sleep(0)
        assert not stopping.done()
        release.set()
        await stopping
        assert await running
        return memory.kept

    with caplog.at_level(logging.WARNING):
        kept = asyncio.run(story())
    assert [(run.name, run.outcome) for run in kept] == [("slow", "done")]
    assert caplog.records == []


def test_a_wall_clock_set_back_by_a_day_makes_no_job_wait_for_that_day_to_come_again() -> None:
    async def story() -> None:
        wall, steady = [1_790_000_000 * SECOND], [0]
        schedule = Schedule([job("sweep", well)], ManualClock(T0), Memory(), lambda: wall[0], lambda: steady[0])
        schedule.start()
        wall[0] += SECOND
        steady[0] += SECOND
        assert not schedule.look_at_wall(), "a second passes on both clocks alike"
        wall[0] -= 24 * 3_600 * SECOND
        assert schedule.look_at_wall()
        assert not schedule.look_at_wall(), "it was set once"
        await schedule.stop()

    asyncio.run(story())


def test_a_job_of_each_second_leaves_out_what_was_missed_and_keeps_its_beat() -> None:
    beat = datetime(2026, 11, 1, 6, 0, 0, 250_000, tzinfo=UTC)
    trigger = every(1)
    assert trigger.get_next_fire_time(beat, beat) == beat + timedelta(seconds=1)
    slept = beat + timedelta(hours=9, milliseconds=400)
    assert trigger.get_next_fire_time(beat, slept) == beat + timedelta(hours=9, seconds=1)
    set_back = beat - timedelta(days=1)
    assert trigger.get_next_fire_time(beat, set_back) == set_back + timedelta(seconds=1)


def test_a_job_that_does_not_end_says_since_when_it_runs() -> None:
    async def story() -> None:
        begun, release = asyncio.Event(), asyncio.Event()

        async def hangs() -> str:
            begun.set()
            await release.wait()
            return "done"

        clock = ManualClock(T0)
        schedule = Schedule([job("hangs", hangs)], clock, Memory())
        running = asyncio.create_task(schedule.run_now("hangs"))
        await begun.wait()
        clock.advance(90 * SECOND)
        assert schedule.items()[0].running_since == utc(T0)
        assert schedule.longest() == (90.0, "hangs")
        release.set()
        assert await running
        assert (schedule.items()[0].running_since, schedule.longest()) == (None, (0.0, ""))

    asyncio.run(story())


def test_a_note_that_hangs_on_the_disk_holds_no_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule_module, "_NOTE_S", 0.01)

    async def story() -> None:
        clock, memory, released = ManualClock(T0), Memory(), threading.Event()
        asked: list[str] = []

        def hang(run: JobRun) -> None:
            asked.append(run.name)
            released.wait(10)

        monkeypatch.setattr(memory, "keep_run", hang)
        schedule = Schedule([job("sweep", well), job("clean", well)], clock, memory)
        assert await schedule.run_now("sweep")
        clock.advance(2 * MINUTE)
        assert await schedule.run_now("sweep")
        assert await schedule.run_now("clean")
        assert asked == ["sweep"], "while one note hangs, no other is added to it"
        assert [item.last_started_at for item in schedule.items()] == [utc(T0 + 2 * MINUTE)] * 2
        released.set()

    asyncio.run(story())
