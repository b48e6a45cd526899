"""Contact imports: a file is kept for a while, and looked through or imported by a process beside the engine."""

import asyncio
import contextlib
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import msgspec

from app.controller.admin_services import Refusal
from app.controller.import_orders import FileTooLarge, ImportOrder
from app.engine.value import Id, Instant
from app.jobs.imported_file import ImportedFile
from app.reports.import_task import ImportNews, ImportTask
from app.wire.imports import ImportState

_KEPT = 20
"""Files that are kept after their import has ended; older ones are deleted, since they hold people's numbers."""

_FLUSH = 1 << 20
_LINE = 1 << 22
"""Bytes of a process's longest line: a sample of wide rows."""


class ImportProcesses:
    """Keeps the files under `folder` and runs `dialfloor contacts work` on them, one process a file at a time."""

    def __init__(
        self, data_dir: Path, folder: Path, now: Callable[[], Instant], new_id: Callable[[Instant], Id]
    ) -> None:
        self._data_dir = data_dir
        self._folder = folder
        self._now = now
        self._new_id = new_id
        self._files: dict[Id, ImportedFile] = {}
        self._followers: set[asyncio.Task[None]] = set()

    def clear(self) -> None:
        """Files that an engine before this one left are nobody's any more."""
        shutil.rmtree(self._folder, ignore_errors=True)

    async def take(self, tenant_id: Id, name: str, blocks: AsyncIterator[bytes], most: int) -> ImportState:
        """Keep a file as it comes and begin to look through it. Raises `FileTooLarge` past `most` bytes."""
        import_id = self._new_id(self._now())
        path = self._folder / f"{import_id}.csv"
        try:
            await self._write(path, blocks, most)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        file = self._files[import_id] = ImportedFile(import_id, tenant_id, name, path)
        self._forget_old()
        async with file.turn:
            await self._work(file, ImportOrder())
        return file.state()

    async def _write(self, path: Path, blocks: AsyncIterator[bytes], most: int) -> None:
        self._folder.mkdir(exist_ok=True, mode=0o700)
        size = 0
        held = bytearray()
        with path.open("wb") as out:
            async for block in blocks:
                size += len(block)
                if size > most:
                    raise FileTooLarge
                held += block
                if len(held) >= _FLUSH:
                    await asyncio.to_thread(out.write, bytes(held))
                    held.clear()
            await asyncio.to_thread(out.write, bytes(held))

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
            await self._end(file)
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
            await self._end(file)
            file.path.unlink(missing_ok=True)

    def _find(self, tenant_id: Id, import_id: Id) -> ImportedFile | None:
        file = self._files.get(import_id)
        return file if file is not None and file.tenant_id == tenant_id else None

    async def stop(self) -> None:
        """End what still runs."""
        for file in list(self._files.values()):
            if file.process is not None:
                await self._throw_away(file)
        await asyncio.gather(*self._followers, return_exceptions=True)
        await asyncio.to_thread(self.clear)

    async def _work(self, file: ImportedFile, order: ImportOrder) -> None:
        file.begin(order)
        task = self._task(file, order)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "app", "contacts", "work"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=_LINE,
        )
        file.process = process
        if process.stdin is not None:
            process.stdin.write(msgspec.json.encode(task) + b"\n")
            process.stdin.close()
        file.follower = follower = asyncio.create_task(self._follow(file, process))
        self._followers.add(follower)
        follower.add_done_callback(self._followers.discard)

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
        )

    async def _follow(self, file: ImportedFile, process: asyncio.subprocess.Process) -> None:
        if process.stdout is None or process.stderr is None:
            return
        said = asyncio.create_task(process.stderr.read())
        async for line in process.stdout:
            with contextlib.suppress(msgspec.DecodeError):
                file.hear(msgspec.json.decode(line, type=ImportNews))
        code = await process.wait()
        error = (await said).decode(errors="replace").strip()
        if file.process is process:
            file.process = None
            file.end(None if code == 0 else (error.splitlines()[-1] if error else f"exit code {code}"))

    async def _end(self, file: ImportedFile) -> None:
        process, file.process = file.process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            # Its follower may have ended before it, over a line it could not read: the child itself is waited for.
            await process.wait()
        if file.follower is not None:
            await asyncio.gather(file.follower, return_exceptions=True)

    def _forget_old(self) -> None:
        ended = [file for file in self._files.values() if file.process is None and file.phase != "ready"]
        for file in ended[:-_KEPT]:
            file.path.unlink(missing_ok=True)
            file.rejected_path.unlink(missing_ok=True)
            del self._files[file.import_id]
