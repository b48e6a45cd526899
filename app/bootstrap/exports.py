"""Exports of one folder: begun, followed, kept on record, and thrown away; each is a process of its own."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec

from app.bootstrap.export_book import ExportBook
from app.bootstrap.export_choice import checked, made_exact
from app.bootstrap.export_words import deed_of, state_of
from app.controller.floor import Floor
from app.engine.events import DeedRecorded
from app.engine.exports import ExportRun, ExportWhat
from app.engine.people import Identity
from app.engine.ports import StoreUnavailable
from app.engine.value import Id, Instant, Value
from app.ids import new_id
from app.jobs.export_process import ExportOutcome, ExportProcesses, ExportProgress
from app.wire.base import utc
from app.wire.exports import ExportState, StartExport
from db.folder import Folder

KEPT = 50
"""Files of people's exports that the folder keeps; those of a schedule are kept as it says, where it says."""

_FOLDER_MODE = 0o700
_log = logging.getLogger("dialfloor.exports")


class ExportOrder(Value, frozen=True, kw_only=True):
    """An export to be begun: what, for whom, on whose calendar, into which folder, by which saved export."""

    tenant_id: Id
    what: ExportWhat
    by: str
    zone: str
    folder: Path
    preset_id: Id | None = None
    preset: str | None = None


Heard = Callable[[ExportRun], Awaitable[None]]


class FolderExports:
    """What people and schedules export from one folder. Raises `StoreUnavailable` and `BadExport`."""

    def __init__(self, folder: Folder, floor: Floor) -> None:
        self.book = ExportBook(folder.database)
        self.processes = ExportProcesses(folder.root, self._ended)
        self._folder = folder
        self._floor = floor
        self._removers: dict[Id, str] = {}
        self._unwritten: dict[Id, tuple[ExportRun, DeedRecorded]] = {}
        self._writing = asyncio.Lock()
        """Two that end in the same moment would each write the other's end, and its deed, a second time."""

    def exact(self, tenant_id: Id, what: ExportWhat, zone: str, now: Instant) -> ExportWhat:
        """What is wanted with two instants instead of a named range. On the loop. Raises `BadExport`."""
        return made_exact(self._floor, tenant_id, what, now, zone)

    def zone_of(self, tenant_id: Id) -> str:
        """The calendar that a tenant's named ranges are of."""
        tenant = self._floor.tenant(tenant_id)
        return "UTC" if tenant is None else tenant.time_zone

    def restore(self) -> None:
        """What an engine before this one did not see to its end is over, and leaves no half file."""
        now = self._floor.ports.clock.now()
        for run in self.book.unfinished():
            path = Path(run.path)
            path.with_name(f"{path.name}.part").unlink(missing_ok=True)
            error = "The engine ended before the export did; start it again"
            over = msgspec.structs.replace(run, state="failed", ended_at=now, path="", error=error)
            self.book.put_run(over, deed_of(over, "export.failed", over.by, now))

    async def start(self, identity: Identity, wanted: StartExport) -> ExportState:
        """Start one, audited."""
        tenant_id = identity.tenant_id
        order = ExportOrder(
            tenant_id=tenant_id,
            what=await asyncio.to_thread(checked, self.book, tenant_id, wanted),
            by=identity.user,
            zone=self.zone_of(tenant_id),
            folder=self._folder.exports,
        )
        await asyncio.to_thread(self._folder.exports.mkdir, _FOLDER_MODE, exist_ok=True)
        return state_of(await self.begin(order), self.processes.progress)

    async def begin(self, order: ExportOrder) -> ExportRun:
        """Begin one and return at once; what leaves the house is in the trail before a row of it is written."""
        now = self._floor.ports.clock.now()
        what = self.exact(order.tenant_id, order.what, order.zone, now)
        export_id = new_id(now)
        name = f"{_file_stem(order)}-{utc(now):%Y%m%dT%H%M%SZ}-{export_id[-6:]}"
        run = ExportRun(
            id=export_id,
            tenant_id=order.tenant_id,
            what=what,
            by=order.by,
            began_at=now,
            path=str((order.folder / f"{name}{'.zip' if what.kind == 'evidence' else '.csv'}").absolute()),
            preset_id=order.preset_id,
            preset=order.preset,
        )
        await asyncio.to_thread(self.book.put_run, run, deed_of(run, "export.start", run.by, now))
        try:
            await self.processes.start(run)
        except OSError as fault:
            error = f"No process could be started ({fault.strerror}); try again when the machine is less busy"
            await self._ended(run, ExportOutcome(state="failed", said=ExportProgress(rows_done=0), error=error))
        return run

    async def state(self, tenant_id: Id, export_id: Id) -> ExportState | None:
        """How far one is, None if the tenant has none of this id."""
        run = await self.find(tenant_id, export_id)
        return None if run is None else state_of(run, self.processes.progress)

    async def find(self, tenant_id: Id, export_id: Id) -> ExportRun | None:
        """One export as it stands, None if the tenant has none of this id."""
        run = await asyncio.to_thread(self.book.run, tenant_id, export_id)
        return None if run is None else self._as_it_ended(run)

    async def states(self, tenant_id: Id) -> list[ExportState]:
        """A tenant's exports, newest first."""
        runs = await asyncio.to_thread(self.book.runs, tenant_id)
        return [state_of(self._as_it_ended(run), self.processes.progress) for run in runs]

    async def remove(self, identity: Identity, export_id: Id) -> bool:
        """Stop one and delete its file, audited; False if the tenant has none of this id."""
        run = await self.find(identity.tenant_id, export_id)
        if run is None:
            return False
        if run.state == "running":
            self._removers[run.id] = identity.user
            await self.processes.cancel(run.id)
            self._removers.pop(run.id, None)
            run = await self.find(identity.tenant_id, export_id) or run
        if run.path:
            await asyncio.to_thread(self._throw_away, run, identity.user)
        return True

    async def file(self, tenant_id: Id, export_id: Id) -> Path | None:
        """The finished file."""
        run = await asyncio.to_thread(self.book.run, tenant_id, export_id)
        path = Path(run.path) if run is not None and run.state == "done" and run.path else None
        return path if path is not None and await asyncio.to_thread(path.exists) else None

    async def stop(self) -> None:
        """End what still runs; nothing of it is left."""
        await self.processes.stop()

    def trim(self, preset_id: Id | None, keep: int) -> None:
        """Delete the files beyond the newest `keep`."""
        for run in self.book.kept(preset_id)[keep:]:
            Path(run.path).unlink(missing_ok=True)
            self.book.put_run(msgspec.structs.replace(run, path=""))

    async def _ended(self, run: ExportRun, outcome: ExportOutcome) -> None:
        now = self._floor.ports.clock.now()
        said = outcome.said
        over = msgspec.structs.replace(
            run,
            state=outcome.state,
            ended_at=now,
            rows=said.rows_done,
            size=said.bytes,
            sha256=said.sha256,
            error=outcome.error,
            path=run.path if outcome.state == "done" else "",
        )
        remover = self._removers.get(run.id)
        action = f"export.{'remove' if remover is not None else outcome.state}"
        by = remover if remover is not None else run.by
        self._unwritten[over.id] = over, deed_of(over, action, by, now)
        await self.write_ends()
        if over.preset_id is None and not self._unwritten:
            await asyncio.to_thread(self.trim, None, KEPT)

    async def write_ends(self) -> None:
        """Put on record how exports have ended; what a full disk refuses is held, shown, and tried again."""
        async with self._writing:
            while self._unwritten:
                run, deed = next(iter(self._unwritten.values()))
                try:
                    await asyncio.to_thread(self.book.put_run, run, deed)
                except StoreUnavailable as fault:
                    _log.warning("the end of export %s is not written: %s", run.id, fault)
                    return
                del self._unwritten[run.id]

    def _as_it_ended(self, run: ExportRun) -> ExportRun:
        held = self._unwritten.get(run.id)
        return run if held is None else held[0]

    def _throw_away(self, run: ExportRun, by: str) -> None:
        now = self._floor.ports.clock.now()
        Path(run.path).unlink(missing_ok=True)
        self.book.put_run(msgspec.structs.replace(run, path=""), deed_of(run, "export.remove", by, now))


def _file_stem(order: ExportOrder) -> str:
    """The kind, and what is safe of a saved export's name."""
    name = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in order.preset or "").strip("-")
    return f"{order.what.kind}-{name[:40].lower()}" if name else order.what.kind
