"""`Backups` over one folder: the work runs in a thread, and a restore ends the engine that is asked for it."""

import asyncio
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.controller.admin_services import Refusal
from app.controller.backup_desk import RestoreOrder
from app.engine.ports import StoreUnavailable
from app.engine.value import Instant
from app.wire.backups import BackupItem, BackupLoss, BackupsPage, BackupWork
from app.wire.base import utc, utc_or_none
from db.backups import COUNTED, Backup, backups_of, look_through, make_backup, rows_now
from db.folder import Folder

_ANSWER_FIRST_S = 0.3
"""Between the answer to a restore and the engine's end, so that the person who asked hears it."""

_log = logging.getLogger("dialfloor.backups")


class FolderBackups:
    """The copies of a folder. `restart` ends the engine for a restore; None for one that nobody starts again."""

    def __init__(
        self,
        folder: Folder,
        now: Callable[[], Instant],
        kept: Callable[[], int],
        restart: Callable[[RestoreOrder], None] | None,
        last: BackupWork | None = None,
    ) -> None:
        self._folder = folder
        self._now = now
        self._kept = kept
        self._restart = restart
        self._work = last
        self._losses: dict[str, BackupLoss] = {}
        self._task: asyncio.Task[None] | None = None

    async def page(self) -> BackupsPage:
        """Every copy, and the work on one."""
        return await asyncio.to_thread(self._page)

    def _page(self) -> BackupsPage:
        try:
            free = shutil.disk_usage(self._folder.root).free
            size = sum(path.stat().st_size for path in self._folder.root.glob("dialfloor.db*"))
            backups = backups_of(self._folder)
        except OSError as fault:
            message = f"The folder cannot be read ({fault.strerror})"
            raise StoreUnavailable(message) from fault
        return BackupsPage(
            folder=str(self._folder.root),
            database_bytes=size,
            free_bytes=free,
            kept=self._kept(),
            may_restart=self._restart is not None,
            backups=[self._item(backup) for backup in backups],
            work=self._work,
        )

    def _item(self, backup: Backup) -> BackupItem:
        looked = backup.looked
        return BackupItem(
            name=backup.path.name,
            made_at=utc(backup.made_at),
            bytes=backup.size,
            checked_at=None if looked is None else utc(looked.checked_at),
            broken=None if looked is None else looked.broken,
            version=None if looked is None else looked.version,
            last_at=None if looked is None else utc_or_none(looked.last_at),
            loss=self._losses.get(backup.path.name),
        )

    def begin_backup(self) -> None:
        """Make a copy, beside the decisions."""
        now = self._now()
        stamp = utc(now).strftime("%Y%m%dT%H%M%SZ")
        kept = self._kept()

        def make() -> str:
            made = make_backup(self._folder, stamp, now, kept, self._tell)
            return f"{made.name} is made and whole"

        self._begin(BackupWork(kind="backup", name=f"dialfloor-{stamp}.db", state="running", began_at=utc(now)), make)

    def begin_check(self, name: str) -> None:
        """Read a copy through, and count what restoring it would lose."""
        path, now = self._require(name), self._now()

        def check() -> str:
            looked = look_through(path, now)
            if looked.broken is not None:
                raise StoreUnavailable(looked.broken)
            self._losses[name] = _loss(rows_now(self._folder), looked.rows)
            return f"{name} is whole"

        self._begin(BackupWork(kind="check", name=name, state="running", began_at=utc(now)), check)

    def begin_restore(self, order: RestoreOrder) -> None:
        """End the engine; whoever runs it restores the copy and starts it again."""
        self._require(order.name)
        if self._restart is None:
            message = f"This engine cannot start itself again; stop it and run dialfloor restore {order.name}"
            raise Refusal("name", message)
        loss = self._losses.get(order.name)
        if loss is None:
            raise Refusal("name", f"{order.name} was not checked since this engine started; check it first")
        if loss.calls > order.calls_lost:
            del self._losses[order.name]
            raise Refusal("callsLost", "More calls were made meanwhile; check the copy again to see what would be lost")
        self._require_idle()
        self._work = BackupWork(kind="restore", name=order.name, state="running", began_at=utc(self._now()))
        asyncio.get_running_loop().call_later(_ANSWER_FIRST_S, self._restart, order)

    def file(self, name: str) -> Path | None:
        """A copy to be saved elsewhere."""
        return next((backup.path for backup in backups_of(self._folder) if backup.path.name == name), None)

    async def stop(self) -> None:
        """Wait for the work that is under way: it leaves its copy whole or none."""
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)

    def _require(self, name: str) -> Path:
        path = self.file(name)
        if path is None:
            raise Refusal("name", f"There is no copy {name} in this folder")
        return path

    def _require_idle(self) -> None:
        if self._work is not None and self._work.state == "running":
            raise Refusal("work", f"The engine is busy with {self._work.name}; wait until that has ended")

    def _begin(self, work: BackupWork, do: Callable[[], str]) -> None:
        self._require_idle()
        self._work = work
        self._task = asyncio.create_task(self._run(work, do))

    async def _run(self, work: BackupWork, do: Callable[[], str]) -> None:
        try:
            sentence, state = await asyncio.to_thread(do), "done"
        except StoreUnavailable as fault:
            sentence, state = str(fault), "failed"
        except OSError as fault:
            _log.exception("work on a copy failed")
            sentence, state = f"The folder cannot be used ({fault.strerror})", "failed"
        before = self._work or work
        self._work = msgspec.structs.replace(before, state="done" if state == "done" else "failed", sentence=sentence)

    def _tell(self, done: int, total: int) -> None:
        if self._work is not None:
            self._work = msgspec.structs.replace(self._work, pages_done=done, pages_total=total)


def _loss(now: dict[str, int], then: dict[str, int]) -> BackupLoss:
    gone = {table: max(0, now[table] - then.get(table, 0)) for table in COUNTED}
    return BackupLoss(
        calls=gone["call_logs"],
        sessions=gone["power_dialer_sessions"],
        contacts=gone["contacts"],
        refusals=gone["refusals"],
        audit_records=gone["audit_records"],
    )
