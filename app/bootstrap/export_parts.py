"""Exports, saved ones and looks at them, put together; and the job that runs those that are due."""

from collections.abc import Callable
from types import MappingProxyType

from app.bootstrap.export_looks import FolderExportLooks
from app.bootstrap.export_presets import FolderExportPresets
from app.bootstrap.exports import FolderExports
from app.controller.export_desk import ExportDesk
from app.controller.floor import Floor
from app.engine.alerts import Sign
from app.engine.people import Identity
from app.engine.value import Id
from app.jobs.export_jobs import exports_job
from app.jobs.schedule import Job
from app.reports.export_tables import EXPORT_COLUMNS
from app.wire.exports import ExportsPage
from db.folder import Folder

FIELDS = MappingProxyType({kind: list(columns) for kind, columns in EXPORT_COLUMNS.items()})


class ExportParts:
    """Opened with the engine and closed after its journal. `report` raises and settles alerts of a tenant."""

    def __init__(self, folder: Folder, floor: Floor, report: Callable[[Id, Sign], None]) -> None:
        self.exports = FolderExports(folder, floor)
        self._presets = FolderExportPresets(folder, self.exports, floor.ports.clock.now, report)
        self._looks = FolderExportLooks(folder.database, self.exports)

    def desk(self) -> ExportDesk:
        """What the routes ask."""
        return ExportDesk(exports=self.exports, looks=self._looks, presets=self._presets, page=self.page)

    async def page(self, identity: Identity) -> ExportsPage:
        """A tenant's exports and saved ones."""
        tenant_id = identity.tenant_id
        return ExportsPage(
            exports=await self.exports.states(tenant_id),
            presets=self._presets.items(tenant_id),
            fields=dict(FIELDS),
            zone=self.exports.zone_of(tenant_id),
        )

    def job(self) -> Job:
        """Once a minute: what is due is exported."""
        return exports_job(self._presets.run_due)

    async def stop(self) -> None:
        """End what still runs, and begin none any more."""
        self._presets.stop()
        await self.exports.stop()

    def close(self) -> None:
        """Let the database go."""
        self.exports.book.close()
