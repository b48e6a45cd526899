"""Contact imports: a file is kept for a while, and looked through or imported by a process beside the engine."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import msgspec

from app.controller.admin_services import Refusal
from app.controller.import_orders import ImportOrder
from app.engine.value import Id, Instant
from app.jobs.imported_file import ImportedFile
from app.jobs.incoming import keep_file
from app.reports.import_task import ImportTask
from app.wire.imports import ImportState

_KEPT = 20
"""Files that are kept after their import has ended; older ones are deleted, since they hold people's numbers."""


class ImportProcesses:
    """Keeps the files under `folder` and runs `dialfloor contacts work` on them, one process a file at a time.

    With `is_listing` they hold numbers for the tenants' own do-not-call lists instead of contacts.
    """

    def __init__(
        self,
        data_dir: Path,
        folder: Path,
        now: Callable[[], Instant],
        new_id: Callable[[Instant], Id],
        *,
        is_listing: bool = False,
    ) -> None:
        self._data_dir = data_dir
        self._folder = folder
        self._now = now
        self._new_id = new_id
        self._is_listing = is_listing
        self._files: dict[Id, ImportedFile] = {}

    def clear(self) -> None:
        """Files that an engine before this one left are nobody's any more."""
        shutil.rmtree(self._folder, ignore_errors=True)

    async def take(self, tenant_id: Id, name: str, blocks: AsyncIterator[bytes], most: int) -> ImportState:
        """Keep a file as it comes and begin to look through it. Raises `FileTooLarge` past `most` bytes."""
        import_id = self._new_id(self._now())
        path = self._folder / f"{import_id}.csv"
        await keep_file(path, blocks, most)
        file = self._files[import_id] = ImportedFile(import_id, tenant_id, name, path)
        self._forget_old()
        async with file.turn:
            await self._work(file, ImportOrder())
        return file.state()

    def state(self, tenant_id: Id, import_id: Id) -> ImportState | None:
        """How far one is."""
        file = self._find(tenant_id, import_id)
        return None if file is None else file.state()

    async def order(self, tenant_id: Id, import_id: Id, order: ImportOrder) -> ImportState | None:
        """Look through it again, or import it; a look that is under way gives way."""
        file = self._find(tenant_id, import_id)
        if file is None:
            return None
        async with file.turn:
            if file.phase in ("importing", "done", "cancelled"):
                message = f"{file.name} is {file.phase} already; choose the file again to import it once more"
                raise Refusal("state", message)
            await self._work(file, order)
            return file.state()

    async def cancel(self, tenant_id: Id, import_id: Id) -> ImportState | None:
        """Stop it at a whole batch and throw the file away."""
        file = self._find(tenant_id, import_id)
        if file is None:
            return None
        await self._throw_away(file)
        return file.state()

    def rejected(self, tenant_id: Id, import_id: Id) -> Path | None:
        """The file of the lines that were left out."""
        file = self._find(tenant_id, import_id)
        return file.rejected_path if file is not None and file.rejected_path.exists() else None

    async def _throw_away(self, file: ImportedFile) -> None:
        async with file.turn:
            if file.phase not in ("done", "failed"):
                file.phase = "cancelled"
            await file.child.end()
            file.path.unlink(missing_ok=True)

    def _find(self, tenant_id: Id, import_id: Id) -> ImportedFile | None:
        file = self._files.get(import_id)
        return file if file is not None and file.tenant_id == tenant_id else None

    async def stop(self) -> None:
        """End what still runs."""
        for file in list(self._files.values()):
            if file.runs:
                await self._throw_away(file)
        await asyncio.to_thread(self.clear)

    async def _work(self, file: ImportedFile, order: ImportOrder) -> None:
        await file.child.end()
        file.begin(order)
        await file.child.begin(("contacts", "work"), msgspec.json.encode(self._task(file, order)) + b"\n")

    def _task(self, file: ImportedFile, order: ImportOrder) -> ImportTask:
        return ImportTask(
            kind=order.kind,
            file=str(file.path.absolute()),
            name=file.name,
            data=str(self._data_dir.absolute()),
            tenant=order.tenant,
            campaign=order.campaign,
            by=order.by,
            places=order.places,
            region=order.region.upper(),
            rejected=str(file.rejected_path.absolute()),
            tenant_id=file.tenant_id,
            is_listing=self._is_listing,
            onto=order.onto,
            reason=order.reason,
        )

    def _forget_old(self) -> None:
        ended = [file for file in self._files.values() if not file.runs and file.phase != "ready"]
        for file in ended[:-_KEPT]:
            file.path.unlink(missing_ok=True)
            file.rejected_path.unlink(missing_ok=True)
            del self._files[file.import_id]
