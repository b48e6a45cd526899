"""Imports of the national do-not-call list beside a running engine: files are kept, one process reads them."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import msgspec

from app.controller.admin_services import Refusal
from app.controller.national_desk import NationalFile, NationalOrder
from app.engine.ports import StoreUnavailable
from app.engine.value import Id, Instant
from app.jobs.child import Child
from app.jobs.incoming import keep_file
from app.jobs.national_work import Work
from app.reports.national_task import NationalTask, TaskFile
from app.wire.national import NationalWork, SentFile

MOST_WAITING = 1_000
"""Files that may wait for their import: the registry has one for each area code, twice if they are change lists."""


class NationalProcesses:
    """Keeps files below `folder`, each in a folder of its own, under the name that its sender knows it by.

    `swapped` is called on the loop as soon as another version is in force.
    """

    def __init__(
        self, data_dir: Path, folder: Path, now: Callable[[], Instant], new_id: Callable[[Instant], Id]
    ) -> None:
        self._data_dir = data_dir
        self._folder = folder
        self._now = now
        self._new_id = new_id
        self._sent: dict[Id, Path] = {}
        self._work: Work | None = None
        self._child: Child | None = None
        self._turn = asyncio.Lock()
        self._swaps: set[asyncio.Future[None]] = set()
        self.swapped: Callable[[], Awaitable[None]] | None = None

    def clear(self) -> None:
        """Files that an engine before this one left are nobody's any more."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def free_bytes(self) -> int:
        """Bytes that the folder's disk has free."""
        return shutil.disk_usage(self._data_dir).free

    async def take(self, name: str, blocks: AsyncIterator[bytes], most: int) -> SentFile:
        """Keep a file as it comes. Raises `FileTooLarge` past `most` bytes, `Refusal` while too many wait."""
        if len(self._sent) >= MOST_WAITING:
            raise Refusal("file", f"{MOST_WAITING} files wait already; import them first")
        file_id = self._new_id(self._now())
        path = self._folder / file_id / name
        size = await keep_file(path, blocks, most)
        self._sent[file_id] = path
        return SentFile(id=file_id, name=name, bytes=size)

    async def throw_away(self, file_id: Id) -> bool:
        """Delete a file that was sent; False if there is none of this id, or an import is at it."""
        async with self._turn:
            path = self._sent.get(file_id)
            if path is None or (self._runs and self._work is not None and path in self._work.paths):
                return False
            await self._delete([path])
            return True

    async def start(self, order: NationalOrder) -> NationalWork:
        """Begin. Raises `Refusal` while another import runs, or for a file that is not there."""
        async with self._turn:
            if self._runs:
                raise Refusal("state", "Another import of a national list is under way; wait for its end or cancel it")
            now = self._now()
            work = Work(self._new_id(now), order, [self._path(file) for file in order.files], now)
            self._work = work
            self._child = Child(work.hear, lambda error: self._ended(work, error))
            await self._child.begin(("dnc", "work"), msgspec.json.encode(self._task(work)) + b"\n")
            return work.told()

    def work(self) -> NationalWork | None:
        """How far the import is, or how the last one of this engine ended."""
        return None if self._work is None else self._work.told()

    async def cancel(self) -> NationalWork | None:
        """Stop what runs; nothing of it is used. None if there never was one."""
        async with self._turn:
            if self._runs and self._work is not None and self._child is not None:
                work = self._work
                code = await self._child.end()
                if code == 0:
                    # It came to its end before it heard that it should stop: its version is in force.
                    self._ended(work, None)
                elif work.state == "running":
                    work.end("cancelled", None, self._now())
                    await self._delete(work.paths)
        return self.work()

    async def stop(self) -> None:
        """End what still runs, and delete what waits."""
        await self.cancel()
        await asyncio.gather(*self._swaps, return_exceptions=True)
        await asyncio.to_thread(self.clear)

    @property
    def _runs(self) -> bool:
        return self._work is not None and self._work.state == "running"

    def _path(self, file: NationalFile) -> Path:
        path = self._sent.get(file.id) if file.id is not None else file.path
        if path is None:
            raise Refusal("files", "A file that was named is not here; send it again")
        return path

    def _task(self, work: Work) -> NationalTask:
        files = zip(work.order.files, work.paths, strict=True)
        return NationalTask(
            data=str(self._data_dir.absolute()),
            version=work.version,
            tenant_id=work.order.tenant_id,
            files=tuple(TaskFile(path=str(path.absolute()), role=file.role) for file, path in files),
            taken_at=work.order.taken_at,
            now=work.began_at,
            account=work.order.account,
            by=work.order.by,
            is_whole=work.order.is_whole,
        )

    def _ended(self, work: Work, error: str | None) -> None:
        work.end("done" if error is None else "failed", error, self._now())
        ended = asyncio.ensure_future(self._after(work))
        self._swaps.add(ended)
        ended.add_done_callback(self._swaps.discard)

    async def _after(self, work: Work) -> None:
        if work.state == "done" and self.swapped is not None:
            # Whoever cannot look now looks again within a second.
            with contextlib.suppress(StoreUnavailable):
                await self.swapped()
        await self._delete(work.paths)

    async def _delete(self, paths: list[Path]) -> None:
        """Delete those of the files that were sent; one that was named by its path is not ours."""
        for file_id in [one for one, path in self._sent.items() if path in paths]:
            path = self._sent.pop(file_id)
            await asyncio.to_thread(shutil.rmtree, path.parent, ignore_errors=True)
