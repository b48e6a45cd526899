"""The jobs and when they run: `dialfloor` shows when each last ran and will run."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger

from app.clock import Clock, read_steady, read_wall
from app.engine.ports import StoreUnavailable
from app.engine.value import MINUTE, SECOND, Instant, Value
from app.jobs.every import Every
from app.jobs.upkeep import JobRun, Upkeep
from app.wire.base import instant_of, utc_or_none
from app.wire.operator import JobItem

_KEPT_EVERY = MINUTE
"""A job that runs each second is remembered on disk once a minute."""

STOP_S = 5.0
"""How long a clean stop waits for a job: a hung one must not hold the engine."""

FAILED = "failed"
"""How the outcome of a run that did not do its work begins."""

_log = logging.getLogger("dialfloor.jobs")

_NOTE_S = 1.0
_WALL_LOOK_S = 1.0
_WALL_STEP = 2 * SECOND
"""A wall clock that moves by more than this against the steady clock was set; slower drift is the time service's."""

PATIENCE_S = 5.0
"""How long whoever runs a job by hand waits for its outcome: a caller's own patience is ten seconds."""


class Job(Value, frozen=True, kw_only=True, gc=True):
    """One job: what it is for, what it does (returning a word or two on what came of it), and when."""

    name: str
    what: str
    work: Callable[[], Awaitable[str]]
    trigger: BaseTrigger


class JobTimes(Value, frozen=True, kw_only=True):
    """How one job has done since the start: `late_us` of its last run, instants of the engine's clock."""

    name: str
    late_us: int | None
    running_since: Instant | None
    succeeded_at: Instant | None
    runs: int
    failures: int


def every(seconds: int) -> BaseTrigger:
    """A job that runs every so many seconds."""
    return Every(seconds)


def daily(hour: int, minute: int) -> BaseTrigger:
    """A job that runs once a day, UTC."""
    return CronTrigger(hour=hour, minute=minute, timezone="UTC")


def has_failed(run: JobRun) -> bool:
    """Whether a run did not do its work."""
    return run.outcome is not None and run.outcome.startswith(FAILED)


class Schedule:
    """Runs jobs one at a time each; a run that is still going is not started again, a late one runs once.

    `wall` and `steady` are the machine's clocks, in microseconds: jobs are due by the wall, which anyone may set.
    """

    def __init__(
        self,
        jobs: list[Job],
        clock: Clock,
        upkeep: Upkeep,
        wall: Callable[[], Instant] = read_wall,
        steady: Callable[[], int] = read_steady,
    ) -> None:
        self._jobs = {job.name: job for job in jobs}
        self._clock = clock
        self._upkeep = upkeep
        self._runs: dict[str, JobRun] = {}
        self._kept_at: dict[str, int] = {}
        self._running: set[asyncio.Future[None]] = set()
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._by_hand: dict[str, asyncio.Task[None]] = {}
        self._due: dict[str, datetime] = {}
        self._late_us: dict[str, int] = {}
        self._running_since: dict[str, Instant] = {}
        self._ended: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()
        self._succeeded_at: dict[str, Instant] = {}
        self._stuck: set[asyncio.Task[None]] = set()
        self._wall, self._steady = wall, steady
        self._drift = wall() - steady()
        self._watch: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; the last runs are remembered from before."""
        # It would say of a job that hangs, each second, that it is not started twice; the jobs' page says since when.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        self._runs = {run.name: run for run in self._upkeep.runs()}
        for run in self._runs.values():
            self._note_success(run)
        for job in self._jobs.values():
            self._scheduler.add_job(
                self._run, job.trigger, args=[job], id=job.name, coalesce=True, max_instances=1, misfire_grace_time=None
            )
        self._scheduler.start()
        self._watch = asyncio.create_task(self._watch_wall())

    async def stop(self) -> None:
        """No job starts any more; those that run come to their end, for `STOP_S` at most.

        APScheduler cancels what runs and calls that an error: a clean stop in the middle of a job would be logged as
        a failure, and the job's thread would go on beside a folder that is being closed.
        """
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        if self._watch is not None:
            self._watch.cancel()
        if self._running:
            await asyncio.wait(set(self._running), timeout=STOP_S)
        self._scheduler.shutdown(wait=False)

    def look_at_wall(self) -> bool:
        """Whether the wall clock was set since the last look; if so every job is due by the new one.

        Set back by a day, the wall would otherwise leave each job waiting for that day to come again.
        """
        drift = self._wall() - self._steady()
        if abs(drift - self._drift) <= _WALL_STEP:
            return False
        _log.warning("the wall clock was moved by %.0f s: jobs go by the new time", (drift - self._drift) / SECOND)
        self._drift = drift
        self._due.clear()
        for job in self._jobs.values():
            self._scheduler.reschedule_job(job.name, trigger=job.trigger)
        return True

    async def _watch_wall(self) -> None:
        while True:
            await asyncio.sleep(_WALL_LOOK_S)
            self.look_at_wall()

    def items(self) -> list[JobItem]:
        """Every job: when it last ran and will run."""
        return [self._item(job) for job in self._jobs.values()]

    def latest(self) -> tuple[float, str]:
        """By how many seconds the last run of some job was late, the worst of them, and its name; empty before any."""
        name = max(self._late_us, key=lambda one: self._late_us[one], default="")
        return (self._late_us[name] / 1_000_000 if name else 0.0), name

    def times(self) -> list[JobTimes]:
        """How each job has done; the last success is remembered from before the start."""
        return [
            JobTimes(
                name=name,
                late_us=self._late_us.get(name),
                running_since=self._running_since.get(name),
                succeeded_at=self._succeeded_at.get(name),
                runs=self._ended[name],
                failures=self._failed[name],
            )
            for name in self._jobs
        ]

    def longest(self) -> tuple[float, str]:
        """How many seconds the job that runs longest has been running, and its name; empty if none runs."""
        name = min(self._running_since, key=lambda one: self._running_since[one], default="")
        return ((self._clock.now() - self._running_since[name]) / SECOND if name else 0.0), name

    async def run_now(self, name: str) -> bool:
        """Run a job now, and wait for it for a while; False if there is none of this name.

        One that takes longer goes on, and one that runs by hand already is waited for and not run a second time.
        """
        job = self._jobs.get(name)
        if job is None:
            return False
        task = self._by_hand.get(name)
        if task is None:
            task = self._by_hand[name] = asyncio.create_task(self._run(job))
            task.add_done_callback(lambda _: self._by_hand.pop(name, None))
        await asyncio.wait({task}, timeout=PATIENCE_S)
        return True

    async def _run(self, job: Job) -> None:
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._running.add(ended)
        try:
            await self._do(job)
        finally:
            self._running.discard(ended)
            ended.set_result(None)

    async def _do(self, job: Job) -> None:
        started_at = self._running_since[job.name] = self._clock.now()
        self._measure(job.name)
        try:
            outcome = await job.work()
        except StoreUnavailable as fault:
            outcome = f"{FAILED}: {fault}"
        except asyncio.CancelledError:
            raise
        except Exception:  # noqa: BLE001 -- a job that fails must not take the others with it
            _log.exception("job %s failed", job.name)
            outcome = f"{FAILED}; see the log"
        finally:
            self._running_since.pop(job.name, None)
        run = JobRun(name=job.name, started_at=started_at, ended_at=self._clock.now(), outcome=outcome)
        self._runs[job.name] = run
        self._ended[job.name] += 1
        _log.debug("job %s ended: %s", job.name, outcome)
        self._failed[job.name] += has_failed(run)
        self._note_success(run)
        self._note_due(job.name)
        await self._keep(run)

    def _note_success(self, run: JobRun) -> None:
        if run.ended_at is not None and not has_failed(run):
            self._succeeded_at[run.name] = run.ended_at

    def _measure(self, name: str) -> None:
        """How late this run is against what the schedule said after the last one; one by hand may be early."""
        due = self._due.pop(name, None)
        if due is not None:
            self._late_us[name] = max(0, self._wall() - instant_of(due))

    def _note_due(self, name: str) -> None:
        due: datetime | None = getattr(self._scheduler.get_job(name), "next_run_time", None)
        if due is not None:
            self._due[name] = due

    async def _keep(self, run: JobRun) -> None:
        if self._stuck or run.started_at - self._kept_at.get(run.name, 0) < _KEPT_EVERY:
            return
        self._kept_at[run.name] = run.started_at
        note = asyncio.create_task(self._remember(run))
        await asyncio.wait({note}, timeout=_NOTE_S)
        if not note.done():
            # A disk that hangs over this note must not keep the job from its next run, nor get another note to write.
            self._stuck.add(note)
            note.add_done_callback(self._stuck.discard)

    async def _remember(self, run: JobRun) -> None:
        try:
            await asyncio.to_thread(self._upkeep.keep_run, run)
        except StoreUnavailable as fault:
            _log.warning("the run of job %s is not remembered: %s", run.name, fault)

    def _item(self, job: Job) -> JobItem:
        run = self._runs.get(job.name)
        scheduled = self._scheduler.get_job(job.name)
        next_run: datetime | None = getattr(scheduled, "next_run_time", None)
        return JobItem(
            name=job.name,
            what=job.what,
            last_started_at=None if run is None else utc_or_none(run.started_at),
            last_ended_at=None if run is None else utc_or_none(run.ended_at),
            last_outcome=None if run is None else run.outcome,
            next_run_at=next_run,
            running_since=utc_or_none(self._running_since.get(job.name)),
        )
