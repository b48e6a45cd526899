"""What admins keep in one folder, put together: people, campaigns, imports, copies; and their jobs."""

import asyncio
from collections.abc import Callable

from app.api.auth import Authenticator
from app.bootstrap.admin import FolderAdmin
from app.bootstrap.backups import FolderBackups
from app.bootstrap.number_lists import FolderLists
from app.bootstrap.people import FolderPeople
from app.bootstrap.retention import FolderRetention
from app.clock import Clock
from app.controller.admin_services import AdminServices, Diagnostics, FileServices
from app.controller.backup_desk import RestoreOrder
from app.controller.floor import Floor
from app.engine.value import Value
from app.ids import new_id
from app.jobs.admin_jobs import cleaning_job, token_job
from app.jobs.import_process import ImportProcesses
from app.jobs.national_process import NationalProcesses
from app.jobs.schedule import Job
from app.wire.backups import BackupWork
from db.folder import Folder


class Restarts(Value, frozen=True, kw_only=True, gc=True):
    """How an engine is ended for a restore, and how the last one went."""

    restart: Callable[[RestoreOrder], None]
    last: BackupWork | None = None


class AdminParts:
    """Opened with the engine and closed after its journal."""

    def __init__(self, folder: Folder, clock: Clock, floor: Floor, restarts: Restarts | None) -> None:
        self.people = FolderPeople(folder.database)
        self._admin = FolderAdmin(folder.database)
        self.lists = FolderLists(folder.database)
        self.lists.restore(floor)
        self.retention = FolderRetention(folder.database, lambda: floor.tenants, clock.now)
        self._imports = ImportProcesses(folder.root, folder.imports, clock.now, new_id)
        incoming = folder.incoming_lists
        self._numbers = ImportProcesses(folder.root, incoming / "numbers", clock.now, new_id, is_listing=True)
        self.national = NationalProcesses(folder.root, incoming / "national", clock.now, new_id)
        self._backups = FolderBackups(
            folder,
            clock.now,
            self.retention.backups,
            None if restarts is None else restarts.restart,
            None if restarts is None else restarts.last,
        )

    def services(self, diagnostics: Diagnostics) -> AdminServices:
        """What the routes ask."""
        return AdminServices(
            people=self.people,
            users=self._admin,
            campaigns=self._admin,
            files=FileServices(contacts=self._imports, numbers=self._numbers, national=self.national),
            lists=self.lists,
            backups=self._backups,
            retention=self.retention,
            diagnostics=diagnostics,
        )

    def jobs(self, authenticator: Authenticator) -> list[Job]:
        """What is done now and then."""
        return [token_job(authenticator.take_uses, self._admin.keep_uses), cleaning_job(self.retention.clean)]

    def start(self) -> None:
        """Files that were sent to an engine before this one are nobody's any more."""
        for files in (self._imports, self._numbers, self.national):
            files.clear()

    async def stop(self) -> None:
        """End the work that is under way; whole copies and whole batches stay."""
        files = (self._imports, self._numbers, self.national)
        await asyncio.gather(*(one.stop() for one in files), self._backups.stop())

    def close(self) -> None:
        """Let the database go."""
        self.people.close()
        self._admin.close()
        self.lists.close()
        self.retention.close()
