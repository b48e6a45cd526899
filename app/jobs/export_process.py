"""Exports, each in a process of its own: the engine's loop only reads its progress."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Literal

import msgspec

from app.engine.exports import ExportRun
from app.engine.value import Id
from app.jobs.child import Child
from app.wire.base import utc

ExportEnd = Literal["done", "cancelled", "failed"]


class ExportProgress(msgspec.Struct, frozen=True):
    """What the child says: rows written, of how many once that is known; size and fingerprint at its end."""

    rows_done: int
    rows_total: int | None = None
    bytes: int | None = None
    sha256: str | None = None


class ExportOutcome(msgspec.Struct, frozen=True):
    """How one ended; `error` is a sentence where it failed."""

    state: ExportEnd
    said: ExportProgress
    error: str | None = None


Ended = Callable[[ExportRun, ExportOutcome], Awaitable[None]]


class _Export:
    def __init__(self, run: ExportRun) -> None:
        self.run = run
        self.child = Child(self._hear, self.over)
        self.said = ExportProgress(rows_done=0)
        self.error: str | None = None
        self.is_cancelled = False
        self.is_over = asyncio.Event()

    def _hear(self, line: bytes) -> None:
        self.said = msgspec.json.decode(line, type=ExportProgress)

    def over(self, error: str | None) -> None:
        """Its process is gone."""
        self.error = error
        self.is_over.set()


class ExportProcesses:
    """Starts `dialfloor export` as a child for each export, follows it, and tells `ended` what came of it."""

    def __init__(self, data_dir: Path, ended: Ended) -> None:
        self._data_dir = data_dir
        self._ended = ended
        self._exports: dict[Id, _Export] = {}
        self._followers: dict[Id, asyncio.Task[None]] = {}

    async def start(self, run: ExportRun) -> None:
        """Start one; its file is `run.path` once it is whole."""
        export = _Export(run)
        await export.child.begin(("export", *_words(run, self._data_dir)))
        self._exports[run.id] = export
        follower = self._followers[run.id] = asyncio.create_task(self._follow(export))
        follower.add_done_callback(lambda _: self._followers.pop(run.id, None))

    def progress(self, export_id: Id) -> ExportProgress | None:
        """How far one is, None if none of this id runs."""
        export = self._exports.get(export_id)
        return None if export is None else export.said

    async def cancel(self, export_id: Id) -> None:
        """Stop one that runs; it has ended, and nothing of it is left, when this returns."""
        export = self._exports.get(export_id)
        if export is not None:
            export.is_cancelled = True
            await export.child.end()
            export.is_over.set()
            await self.wait(export_id)

    async def wait(self, export_id: Id) -> None:
        """Until one has ended."""
        follower = self._followers.get(export_id)
        if follower is not None:
            await asyncio.gather(asyncio.shield(follower), return_exceptions=True)

    async def idle(self) -> None:
        """Until none runs."""
        for export_id in list(self._followers):
            await self.wait(export_id)

    async def stop(self) -> None:
        """End what still runs."""
        for export_id in list(self._exports):
            await self.cancel(export_id)
        await self.idle()

    async def _follow(self, export: _Export) -> None:
        await export.is_over.wait()
        await asyncio.to_thread(_clean_up, export)
        try:
            await self._ended(export.run, _outcome(export))
        finally:
            del self._exports[export.run.id]


def _clean_up(export: _Export) -> None:
    """A child that was killed had no time to; one that was cancelled may have come to its end in that very moment."""
    path = Path(export.run.path)
    path.with_name(f"{path.name}.part").unlink(missing_ok=True)
    if export.is_cancelled:
        path.unlink(missing_ok=True)


def _outcome(export: _Export) -> ExportOutcome:
    if export.is_cancelled:
        return ExportOutcome(state="cancelled", said=export.said)
    if export.error is None and export.said.sha256 is not None:
        return ExportOutcome(state="done", said=export.said)
    error = export.error or "The export ended without saying what it wrote; start it again"
    return ExportOutcome(state="failed", said=export.said, error=error)


def _words(run: ExportRun, data_dir: Path) -> list[str]:
    what = run.what
    words = [what.kind, "--data", str(data_dir), "--tenant-id", run.tenant_id, "--out", run.path, "--progress-json"]
    for option, moment in (("--from", what.start), ("--to", what.stop)):
        words += [] if moment is None else [option, utc(moment).isoformat()]
    words += [] if what.campaign_id is None else ["--campaign", what.campaign_id]
    return words + (["--fields", ",".join(what.fields)] if what.fields else [])
