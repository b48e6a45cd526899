"""`/metrics`: what an engine's parts count anyway, as Prometheus wants it, put together only when it is asked for.

Every figure is the whole engine's: none names a tenant, an agent, a campaign or a person, whoever reads it, and no
label has more values than a table of ours has rows. docs/guides/operating.md says what each means.
"""

import asyncio
import platform
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from app.api.feed_hub import FeedHub
from app.api.timings import Timings
from app.controller.floor import Floor
from app.engine.events import CallHandedOut, ContactRefused, Fact, LinesHeld, TryRefused, TryWarned
from app.engine.spread import Spread
from app.engine.value import SECOND
from app.jobs.schedule import Schedule
from app.version import VERSION
from db.backups import backups_of
from db.folder import Folder
from db.journal import SqliteJournal
from db.open import HEAD
from db.queue_sqlite import SqliteQueue

_MOST_RULES = 500
"""Rules that get a line of their own: an admin may add rules, and a figure must not grow with what people write."""

_OTHER = "other"
_FOLDER_S = 2.0
"""How long a scrape waits for the disk: one that hangs must not hide what the rest of the engine says."""

_DEPTHS = ((0, "none"), (9, "1 to 9"), (99, "10 to 99"), (999, "100 to 999"))
_MANY = "1000 or more"


Counts = Counter[tuple[str, ...]]
"""By the values of a family's labels."""


class FloorCounts:
    """Counts committed facts and refusals by what bounded tables name; `hear` is on the decision's path."""

    def __init__(self) -> None:
        self.calls = 0
        self.refused: Counts = Counter()
        self.warned: Counts = Counter()
        self.unlawful: Counts = Counter()
        self.held_lines = 0
        self._by_kind: dict[type, Callable[[Any], None]] = {
            CallHandedOut: self._count_call,
            TryRefused: self._count_refusal,
            TryWarned: self._count_warning,
            LinesHeld: self._count_lines,
            ContactRefused: self._count_contact,
        }

    def hear(self, facts: Sequence[Fact]) -> None:
        """Count facts, in the order of their commit: for most of them that is one look-up."""
        for fact in facts:
            count = self._by_kind.get(type(fact))
            if count is not None:
                count(fact)

    def _count_call(self, _: CallHandedOut) -> None:
        self.calls += 1

    def _count_refusal(self, fact: TryRefused) -> None:
        self.refused[fact.limit_id, fact.code] += 1

    def _count_warning(self, fact: TryWarned) -> None:
        self.warned[(fact.limit_id,)] += 1

    def _count_lines(self, fact: LinesHeld) -> None:
        self.held_lines += fact.asked - fact.given

    def _count_contact(self, fact: ContactRefused) -> None:
        key = (fact.refused.rule_id, fact.refused.code)
        if key not in self.unlawful and len(self.unlawful) >= _MOST_RULES:
            key = (_OTHER, fact.refused.code)
        self.unlawful[key] += 1


class Measured(NamedTuple):
    """The parts of an engine that have figures."""

    folder: Folder
    floor: Floor
    timings: Timings
    counts: FloorCounts
    journal: SqliteJournal
    queue: SqliteQueue
    hub: FeedHub
    schedule: Schedule


class Measures(Collector):
    """The figures of one engine."""

    def __init__(self, parts: Measured) -> None:
        self._parts = parts
        self._of_folder: list[Metric] = []
        self._looking: asyncio.Task[list[Metric]] | None = None
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._registry.register(self)

    async def text(self) -> bytes:
        """Prometheus text, version 0.0.4."""
        looking = self._looking = self._looking or asyncio.create_task(asyncio.to_thread(self._look_at_folder))
        # A disk that hangs holds its thread, and no second one: the figures of the folder are missing until it answers.
        done, _ = await asyncio.wait({looking}, timeout=_FOLDER_S)
        if done:
            # First: a look that failed must not fail every scrape after it.
            self._looking = None
        self._of_folder = looking.result() if done else []
        return generate_latest(self._registry)

    def collect(self) -> Iterator[Metric]:
        """Every family, each with its unit in its name."""
        yield InfoMetricFamily("dialfloor_build", "The program that runs", value=_build())
        yield from self._decisions()
        yield from self._floor_now()
        yield from self._journal_figures()
        yield from self._feed_figures()
        yield from self._job_figures()
        yield from self._of_folder

    def _decisions(self) -> Iterator[Metric]:
        counts = self._parts.counts
        answers = Counts({(str(status),): count for status, count in self._parts.timings.answers.items()})
        yield _counters("dialfloor_answers", "Answers of the dialer path by HTTP status", ("status",), answers)
        help_text = "Seconds from a dialer's request to its synced answer"
        yield _histogram("dialfloor_decision_seconds", help_text, self._parts.timings.took_us, 1_000_000)
        yield CounterMetricFamily("dialfloor_calls_handed_out", "Calls handed out and committed", value=counts.calls)
        text = "Tries that a limit refused, by limit and by the code that the dialer was told"
        yield _counters("dialfloor_refusals", text, ("limit", "code"), counts.refused)
        text = "Tries that a limit which only alerts would have refused"
        yield _counters("dialfloor_warnings", text, ("limit",), counts.warned)
        text = "Contacts that a rule of law forbade to call, by rule and code"
        yield _counters("dialfloor_compliance_refusals", text, ("rule", "code"), counts.unlawful)
        text = "Lines that predictive batches were made smaller by, because of abandoned calls"
        yield CounterMetricFamily("dialfloor_lines_held", text, value=counts.held_lines)

    def _floor_now(self) -> Iterator[Metric]:
        live = [one for sessions in self._parts.floor.live.values() for one in sessions.values()]
        paused = sum(one.paused_at is not None for one in live)
        sessions = GaugeMetricFamily("dialfloor_sessions", "Live sessions by state", labels=["state"])
        sessions.add_metric(["active"], len(live) - paused)
        sessions.add_metric(["paused"], paused)
        yield sessions
        yield GaugeMetricFamily("dialfloor_agents", "Agents in memory", value=len(self._parts.floor.desks))
        open_calls = sum(len(desk.open_calls) for desk in self._parts.floor.desks.values())
        yield GaugeMetricFamily("dialfloor_open_calls", "Calls that have not ended", value=open_calls)
        depths = self._parts.queue.depths()
        queues = GaugeMetricFamily(
            "dialfloor_queues", "Queues that dialers ask for, by how many contacts wait in them", labels=["contacts"]
        )
        by_depth = Counter(_depth(count) for count in depths.values())
        for name in (*(name for _, name in _DEPTHS), _MANY):
            queues.add_metric([name], by_depth[name])
        yield queues
        text = "Contacts that wait in the queues that dialers ask for, each tenant's counted once"
        yield GaugeMetricFamily("dialfloor_queue_contacts", text, value=waiting_once(depths))

    def _journal_figures(self) -> Iterator[Metric]:
        journal = self._parts.journal
        yield _histogram("dialfloor_journal_batch_decisions", "Decisions that share one commit", journal.sizes, 1)
        text = "Seconds of a commit of the journal, from BEGIN to synced"
        yield _histogram("dialfloor_journal_commit_seconds", text, journal.commits_us, 1_000_000)
        text = "Commits that failed, each of which gave its decisions back and answered 503"
        yield CounterMetricFamily("dialfloor_journal_failures", text, value=journal.failures)

    def _feed_figures(self) -> Iterator[Metric]:
        yield GaugeMetricFamily(
            "dialfloor_feed_clients", "Windows and programs that listen", value=self._parts.hub.listeners()
        )
        text = "Messages that the slowest listener has not taken yet; at 16 it is cut"
        yield GaugeMetricFamily("dialfloor_feed_lag_messages", text, value=self._parts.hub.farthest_behind())
        yield CounterMetricFamily(
            "dialfloor_feed_cuts", "Listeners that were cut because they lagged", value=self._parts.hub.cut
        )

    def _job_figures(self) -> Iterator[Metric]:
        now = self._parts.floor.ports.clock.now()
        late = GaugeMetricFamily("dialfloor_job_late_seconds", "How late the last run began", labels=["job"])
        running = GaugeMetricFamily("dialfloor_job_running_seconds", "How long a run has been going", labels=["job"])
        text = "When a run last did its work, Unix seconds of the engine's clock"
        last = GaugeMetricFamily("dialfloor_job_last_success_timestamp_seconds", text, labels=["job"])
        runs = CounterMetricFamily("dialfloor_job_runs", "Runs that ended", labels=["job"])
        failures = CounterMetricFamily("dialfloor_job_failures", "Runs that failed", labels=["job"])
        for times in self._parts.schedule.times():
            label = [times.name]
            if times.late_us is not None:
                late.add_metric(label, times.late_us / SECOND)
            running.add_metric(label, 0 if times.running_since is None else (now - times.running_since) / SECOND)
            if times.succeeded_at is not None:
                last.add_metric(label, times.succeeded_at / SECOND)
            runs.add_metric(label, times.runs)
            failures.add_metric(label, times.failures)
        yield from (late, running, last, runs, failures)

    def _look_at_folder(self) -> list[Metric]:
        """What the disk says; nothing of one that cannot be read."""
        root = self._parts.folder.root
        try:
            free = shutil.disk_usage(root).free
            size = self._parts.folder.database.stat().st_size
            log = self._parts.folder.database.with_name(f"{self._parts.folder.database.name}-wal")
            waiting = log.stat().st_size if log.exists() else 0
            newest = max((copy.made_at for copy in backups_of(self._parts.folder)), default=None)
        except OSError:
            return []
        found: list[Metric] = [
            GaugeMetricFamily("dialfloor_disk_free_bytes", "Free bytes where the data folder lies", value=free),
            GaugeMetricFamily("dialfloor_database_bytes", "Size of the database without its log", value=size),
            GaugeMetricFamily("dialfloor_write_ahead_log_bytes", "Size of the write-ahead log", value=waiting),
        ]
        if newest is not None:
            text = "When the newest copy in backups was made, Unix seconds"
            found.append(GaugeMetricFamily("dialfloor_backup_timestamp_seconds", text, value=newest / SECOND))
        return found


def _build() -> dict[str, str]:
    return {
        "version": VERSION,
        "schema": HEAD,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }


def _depth(count: int) -> str:
    return next((name for most, name in _DEPTHS if count <= most), _MANY)


def waiting_once(depths: dict[tuple[str, str | None], int]) -> int:
    """A tenant's own queue holds those of its campaigns too: whichever says more is what is known of it."""
    whole: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    for (tenant_id, campaign_id), count in depths.items():
        (whole if campaign_id is None else parts)[tenant_id] += count
    return sum(max(whole[tenant], parts[tenant]) for tenant in {*whole, *parts})


def _counters(name: str, text: str, labels: tuple[str, ...], counts: Counts) -> CounterMetricFamily:
    family = CounterMetricFamily(name, text, labels=labels)
    for values, count in counts.items():
        family.add_metric(values, count)
    return family


def _histogram(name: str, text: str, spread: Spread, unit: int) -> HistogramMetricFamily:
    bounds = [*(f"{bound / unit:g}" for bound in spread.bounds), "+Inf"]
    family = HistogramMetricFamily(name, text)
    family.add_metric([], list(zip(bounds, map(float, spread.up_to()), strict=True)), spread.total / unit)
    return family
