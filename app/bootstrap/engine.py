"""Wires one folder's engine: stores, floor, journal, board, feed, API, jobs."""

import asyncio
import contextlib
from collections.abc import Sequence
from functools import partial

from app.api.auth import Authenticator
from app.api.dialer import DialerPath
from app.api.feed_hub import FeedHub
from app.api.feed_socket import FeedSocket
from app.api.operator_context import Services
from app.api.server import Application, operator_app
from app.api.timings import Timings
from app.bootstrap.admin_parts import AdminParts, Restarts
from app.bootstrap.alerts import AlertRounds
from app.bootstrap.calling import lawful_queue, watch_places
from app.bootstrap.clock import folder_clock
from app.bootstrap.diagnostics import EngineDiagnostics
from app.bootstrap.evidence import FolderEvidence
from app.bootstrap.export_parts import ExportParts
from app.bootstrap.heads import HeadKeeper
from app.bootstrap.measures import FloorCounts, Measured, Measures
from app.bootstrap.national_watch import NationalWatch
from app.bootstrap.upkeep import FolderUpkeep
from app.clock import Clock, read_steady
from app.controller.board import Board
from app.controller.evidence_desk import EvidenceDesk
from app.controller.floor import Floor, Ports
from app.controller.services import LongWork
from app.engine.events import Fact
from app.engine.ports import StoreUnavailable
from app.engine.restored import Restored
from app.ids import new_id
from app.jobs.check_process import CheckProcesses
from app.jobs.evidence_jobs import heads_job
from app.jobs.floor_jobs import FloorJobs
from app.jobs.preview_process import PreviewProcesses
from app.jobs.schedule import Schedule
from app.version import VERSION
from db.archive_sqlite import SqliteArchive
from db.checkpoint import WalCheckpoint
from db.directory_sqlite import SqliteDirectory
from db.folder import Folder
from db.journal import SqliteJournal
from db.open import connect
from db.people_store import hash_secret
from db.queue_sqlite import SqliteQueue
from db.rebuild import last_logged, rebuild
from db.upkeep_sqlite import SqliteUpkeep
from db.usage_memory import MemoryUsageStore


class Engine:
    """One folder's engine on the running loop. The caller holds the folder's lock and has prepared its database.

    `clock` is the time to decide by; without one it is the folder's own, `speed` times as fast. `restarts` is how it
    is ended for a restore, None for one that nobody starts again.
    """

    def __init__(
        self,
        folder: Folder,
        *,
        operator_secret: str | None = None,
        speed: float = 1.0,
        clock: Clock | None = None,
        restarts: Restarts | None = None,
        names: frozenset[str] = frozenset(),
    ) -> None:
        self._folder = folder
        self._names = names
        self._counts = FloorCounts()
        self._reader = connect(folder.database, read_only=True)
        self._upkeep = SqliteUpkeep(folder)
        self._checkpoint = WalCheckpoint(folder.database)
        self.clock: Clock = clock or folder_clock(self._upkeep, last_logged(self._reader), speed)
        now = self.clock.now()
        restored = rebuild(self._reader, now)
        directory = SqliteDirectory(self._reader)
        self._queue = SqliteQueue(self._reader)
        self.journal = SqliteJournal(folder.database, self._publish, new_id, read_steady)
        self.floor = self._floor(restored, directory)
        self.board = Board(self.floor)
        self.board.restore(restored, now)
        self.alerts = AlertRounds(self.floor, self.board)
        self.alerts.restore(self._reader, restored, now)
        timings = Timings()
        self.hub = FeedHub(self.floor, self.board, timings, now)
        self._archive = SqliteArchive(folder.database)
        self._admin, self._national = self._admin_parts(restarts)
        self._exports = ExportParts(folder, self.floor, self.alerts.report)
        self._previews = PreviewProcesses(folder.root, self.clock.now, new_id)
        authenticator = Authenticator(self.floor, directory, hash_secret, operator_secret)
        self._heads = HeadKeeper(folder)
        self._checks = CheckProcesses(folder.root, self.clock.now, new_id)
        self._schedule = self._jobs(authenticator)
        self.application = self._application(directory, timings, authenticator)
        self._tasks: list[asyncio.Task[None]] = []

    def _jobs(self, authenticator: Authenticator) -> Schedule:
        upkeep = FolderUpkeep(self._upkeep)
        jobs = FloorJobs(self.floor, upkeep, self.journal.flush, self._checkpoint.run, self._admin.retention)
        others = (heads_job(self._heads.sign, self.clock.now), self._exports.job())
        return Schedule([*jobs.jobs(), *self._admin.jobs(authenticator), *others], self.clock, upkeep)

    def start(self) -> None:
        """Begin the feed, the jobs, and the watch over what other processes write."""
        self._admin.start()
        self._exports.exports.restore()
        self._schedule.start()
        work = (
            self.hub.run(),
            self.alerts.run(),
            self._watch_imports(),
            watch_places(self.floor, self._admin.lists),
        )
        self._tasks = [asyncio.create_task(task) for task in work]

    async def stop(self) -> None:
        """End everything; what was decided is on the disk."""
        await self._exports.stop()
        await self._schedule.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._previews.stop()
        await self._checks.stop()
        await self._admin.stop()
        # What was refused within the last second is on an alert before the engine forgets that it was.
        with contextlib.suppress(StoreUnavailable):
            await self.alerts.finish()
        await self.journal.close()
        await asyncio.to_thread(self._heads.sign, self.clock.now())
        for store in (self._archive, self._national, self._admin, self._upkeep, self._checkpoint, self._reader):
            store.close()

    def _floor(self, restored: Restored, directory: SqliteDirectory) -> Floor:
        ports = Ports(
            clock=self.clock,
            usage=MemoryUsageStore(restored.usage),
            journal=self.journal,
            directory=directory,
            agents=directory,
            queue=self._queue,
            new_id=new_id,
        )
        floor = Floor(ports, restored.usage)
        floor.restore(restored)
        self._lawful = floor.lawful = lawful_queue(self._reader, self._queue, self.clock.now())
        return floor

    def _admin_parts(self, restarts: Restarts | None) -> tuple[AdminParts, NationalWatch]:
        parts = AdminParts(self._folder, self.clock, self.floor, restarts)
        watch = NationalWatch(self._folder.database, parts.lists, self._lawful, self._queue)
        parts.national.swapped = partial(watch.look, self.clock)
        return parts, watch

    def _application(self, directory: SqliteDirectory, timings: Timings, authenticator: Authenticator) -> Application:
        diagnostics = EngineDiagnostics(self._folder, self.floor, self.journal, self.hub, timings, self._schedule)
        parts = Measured(
            folder=self._folder,
            floor=self.floor,
            timings=timings,
            counts=self._counts,
            journal=self.journal,
            queue=self._queue,
            hub=self.hub,
            schedule=self._schedule,
        )
        services = Services(
            floor=self.floor,
            board=self.board,
            hub=self.hub,
            archive=self._archive,
            authenticator=authenticator,
            jobs=self._schedule,
            admin=self._admin.services(diagnostics),
            work=LongWork(exports=self._exports.desk(), previews=self._previews, evidence=self._evidence()),
        )
        return Application(
            DialerPath(self.floor, authenticator, timings),
            FeedSocket(self.hub, authenticator, directory),
            operator_app(services, Measures(parts).text, VERSION),
            services,
            self._names,
        )

    def _evidence(self) -> EvidenceDesk:
        return EvidenceDesk(book=FolderEvidence(self._folder), checks=self._checks)

    def _publish(self, facts: Sequence[Fact]) -> None:
        self.floor.committed(facts)
        self._counts.hear(facts)
        self.alerts.hear(facts)
        self.hub.publish(facts)

    async def _watch_imports(self) -> None:
        """Contacts may be imported by another process: read the queue anew when it has written."""
        seen: int | None = None
        while True:
            # A database that cannot answer now is asked again: decisions say for themselves that it cannot.
            with contextlib.suppress(StoreUnavailable):
                written = await asyncio.to_thread(self._archive.imports)
                if seen is not None and written != seen:
                    self._queue.forget()
                seen = written
                self.floor.suppressions.restore(await asyncio.to_thread(self._admin.lists.imported))
                await self._national.look(self.clock)
                await self._recount()
            await asyncio.sleep(1.0)

    async def _recount(self) -> None:
        """Counting a long queue takes milliseconds, so it is done beside the loop and not in a decision."""
        now = self.clock.now()
        for tenant_id, campaign_id in self._queue.stale(now):
            mark = self._queue.mark((tenant_id, campaign_id))
            count = await asyncio.to_thread(self._archive.waiting, tenant_id, campaign_id, now)
            self._queue.recount((tenant_id, campaign_id), count, mark, now)
