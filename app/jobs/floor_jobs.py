"""The floor's jobs: what is swept, cleaned, copied and forgotten."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.sweep import IDLE_MINUTES, close_lost_calls, end_idle_sessions, expire_sessions
from app.engine.value import DAY, Instant
from app.jobs.schedule import Job, daily, every
from app.jobs.upkeep import Keeping, Upkeep
from app.wire.base import utc

BATCH = 500
"""Rows a cleaning step deletes: a few milliseconds of the write lock."""

_PAUSE_S = 0.02


class FloorJobs:
    """Makes the jobs of one floor."""

    def __init__(
        self,
        floor: Floor,
        upkeep: Upkeep,
        flush: Callable[[], Awaitable[None]],
        checkpoint: Callable[[], int],
        keeping: Keeping,
    ) -> None:
        self._floor = floor
        self._keeping = keeping
        self._upkeep = upkeep
        self._flush = flush
        self._checkpoint = checkpoint

    def jobs(self) -> list[Job]:
        """All of them."""
        return [*self._each_second(), *self._now_and_then()]

    def _each_second(self) -> list[Job]:
        sweeps = (
            ("expire-sessions", "Ends sessions at their maximum age, to the second", expire_sessions),
            ("close-lost-calls", "Closes calls that reported nothing until their timeout and grace", close_lost_calls),
        )
        jobs = [
            Job(name=name, what=what, work=partial(self._sweep, sweep), trigger=every(1))
            for name, what, sweep in sweeps
        ]
        flush = Job(name="flush-refusals", what="Writes folded refusals", work=self._flush_refusals, trigger=every(1))
        checkpoint = Job(
            name="checkpoint",
            what="Moves the write-ahead log into the database, beside the decisions",
            work=self._move_log,
            trigger=every(1),
        )
        return [*jobs, flush, checkpoint]

    def _now_and_then(self) -> list[Job]:
        jobs = (
            (
                "end-idle-sessions",
                f"Ends sessions without activity for {IDLE_MINUTES} minutes",
                partial(self._sweep, end_idle_sessions),
                every(60),
            ),
            ("forget-old", "Frees memory of what the log answers for", self._forget, every(60)),
            (
                "clean-rate-limits",
                "Deletes API requests older than 24 hours, in small batches",
                self._clean,
                every(600),
            ),
            (
                "backup",
                "Copies the database, reads the copy through",
                self._back_up,
                daily(3, 17),
            ),
        )
        return [Job(name=name, what=what, work=work, trigger=trigger) for name, what, work, trigger in jobs]

    async def _sweep(self, sweep: Callable[[Floor, Instant], Change]) -> str:
        change = sweep(self._floor, self._floor.ports.clock.now())
        if change.facts:
            await change.commit()
        return f"{len(change.facts)} changes"

    async def _flush_refusals(self) -> str:
        await self._flush()
        return "written"

    async def _move_log(self) -> str:
        return f"{await asyncio.to_thread(self._checkpoint)} pages left"

    async def _clean(self) -> str:
        now = self._floor.ports.clock.now()
        requests = await self._in_batches(self._upkeep.delete_requests, now - DAY)
        answers = await self._in_batches(self._upkeep.delete_answers, now - self._keeping.answers())
        return f"{requests} requests and {answers} kept answers deleted"

    async def _in_batches(self, delete: Callable[[Instant, int], int], before: Instant) -> int:
        total = 0
        while True:
            deleted = await asyncio.to_thread(delete, before, BATCH)
            total += deleted
            if deleted < BATCH:
                return total
            # The journal gets the write lock in between: no decision waits for more than one batch.
            await asyncio.sleep(_PAUSE_S)

    async def _forget(self) -> str:
        self._floor.forget_old(self._floor.ports.clock.now())
        return f"{len(self._floor.calls)} calls held"

    async def _back_up(self) -> str:
        now = self._floor.ports.clock.now()
        name = utc(now).strftime("%Y%m%dT%H%M%SZ")
        return await asyncio.to_thread(self._upkeep.back_up, name, now, self._keeping.backups())
