"""Facts of one engine, its machine and folder, taken when asked for; none names a person or opens a door."""

import asyncio
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator

import msgspec
import psutil

from app.api.feed_hub import FeedHub
from app.api.timings import Timings
from app.bootstrap.finding import Finding, Health, disk_finding, drift_finding
from app.clock import read_boot_id, read_steady, read_wall
from app.controller.floor import Floor
from app.engine.value import Instant
from app.jobs.schedule import Schedule
from app.version import VERSION
from app.wire.base import utc
from app.wire.diagnostics import DiagnosticFact, DiagnosticsPage
from db.backups import backups_of
from db.folder import Folder
from db.journal import SqliteJournal
from db.machine_facts import clock_of, table_rows
from db.open import HEAD, connect

_HEALTH: dict[Health, str] = {Health.OK: "ok", Health.WARN: "warn", Health.FAIL: "fail"}
_LATE_S = 2.0
_HUNG_S = 60.0
"""No job is busy for so long but a copy of a large database, and that one tells how far it is."""


class EngineDiagnostics:
    """Reads what the parts count anyway; the folder is looked at in a thread."""

    def __init__(
        self, folder: Folder, floor: Floor, journal: SqliteJournal, hub: FeedHub, timings: Timings, schedule: Schedule
    ) -> None:
        self._folder = folder
        self._floor = floor
        self._journal = journal
        self._hub = hub
        self._timings = timings
        self._schedule = schedule
        self._started_at: Instant = floor.ports.clock.now()

    async def page(self) -> DiagnosticsPage:
        """The facts of now. Raises `StoreUnavailable` if the database cannot answer."""
        now = self._floor.ports.clock.now()
        engine = list(self._engine(now))
        rest = await asyncio.to_thread(lambda: [*_program(), *_machine(), *self._of_folder()])
        return DiagnosticsPage(at=utc(now), facts=[*rest[:_MACHINE], *engine, *rest[_MACHINE:]])

    def _engine(self, now: Instant) -> Iterator[DiagnosticFact]:
        floor, journal = self._floor, self._journal
        yield _fact("engine", "Running since", f"{utc(self._started_at):%Y-%m-%d %H:%M:%S} UTC")
        yield _fact("engine", "Its time", f"{utc(now):%Y-%m-%d %H:%M:%S} UTC")
        live = sum(len(sessions) for sessions in floor.live.values())
        held = f"{len(floor.desks):,} agents, {live:,} sessions, {len(floor.calls):,} calls"
        yield _fact("engine", "Held in memory", held)
        yield _fact("engine", "Decisions, 99th percentile", f"{self._timings.p99_ms():.1f} ms")
        share = journal.entries / journal.batches if journal.batches else 0.0
        yield _fact("engine", "Journal", f"{journal.batches:,} commits, {share:.1f} decisions each")
        yield _fact("engine", "Synced commit, 99th percentile", f"{journal.p99_us() / 1_000:.1f} ms")
        behind = self._hub.farthest_behind()
        yield _fact("engine", "Feed", f"{self._hub.listeners():,} listeners, the slowest {behind} messages behind")
        late, name = self._schedule.latest()
        step = "" if late < _LATE_S else "the machine is busy; no decision depends on a job"
        yield _fact("engine", "Jobs", f"{late:.1f} s late at worst ({name})" if name else "none has run yet", step)
        lasts, name = self._schedule.longest()
        if lasts > _HUNG_S:
            step = "look at the disk; decisions go on, and starting the engine again ends the job"
            yield _fact("engine", "Job that does not end", f"{name}, for {lasts:,.0f} s", step)

    def _of_folder(self) -> Iterator[DiagnosticFact]:
        root = self._folder.root
        yield _fact("folder", "Folder", str(root))
        yield _found("folder", disk_finding(shutil.disk_usage(root).free))
        sizes = {path.name: path.stat().st_size for path in root.glob("dialfloor.db*")}
        yield _fact("folder", "Database", f"{sum(sizes.values()) / 1e6:,.1f} MB, schema {HEAD}")
        yield _fact("folder", "Write-ahead log", f"{sizes.get('dialfloor.db-wal', 0) / 1e6:,.1f} MB")
        copies = backups_of(self._folder)
        newest = f", the newest of {utc(copies[0].made_at):%Y-%m-%d %H:%M} UTC" if copies else ""
        none = "make one: Admin, Backups, Back up now" if not copies else ""
        yield _fact("folder", "Copies", f"{len(copies)}{newest}", none)
        connection = connect(self._folder.database, read_only=True)
        try:
            anchor = clock_of(connection)
            if anchor is not None and anchor[0] and anchor[0] == read_boot_id():
                yield _found("folder", drift_finding(read_wall() - read_steady() - anchor[1]))
            for table, count in table_rows(connection).items():
                yield _fact("rows", table, f"{count:,}")
        finally:
            connection.close()


_MACHINE = 6
"""How many facts `_program` and `_machine` tell together."""


def _program() -> Iterator[DiagnosticFact]:
    yield _fact("program", "Dialfloor", VERSION)
    yield _fact("program", "Python", f"{sys.version.split()[0]}, {sys.implementation.name}")
    yield _fact("program", "SQLite", sqlite3.sqlite_version)


def _machine() -> Iterator[DiagnosticFact]:
    yield _fact("machine", "System", f"{platform.system()} {platform.release()}, {platform.machine()}")
    memory = psutil.virtual_memory()
    gib = 1 << 30
    yield _fact("machine", "Memory", f"{memory.available / gib:.1f} of {memory.total / gib:.1f} GiB available")
    used = psutil.Process().memory_info().rss / (1 << 20)
    yield _fact("machine", "Processors", f"{os.cpu_count() or 1}; this engine holds {used:,.0f} MiB")


def _fact(group: str, name: str, value: str, next_step: str = "") -> DiagnosticFact:
    return _made(group, name, value, "warn" if next_step else "ok", next_step)


def _found(group: str, finding: Finding) -> DiagnosticFact:
    return _made(group, finding.what, finding.found, _HEALTH[finding.health], finding.next_step)


def _made(group: str, name: str, value: str, health: str, next_step: str) -> DiagnosticFact:
    fields = {"group": group, "name": name, "value": value, "health": health, "nextStep": next_step}
    return msgspec.convert(fields, DiagnosticFact)
