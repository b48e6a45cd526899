"""Exports, each in a process of its own: the engine's loop only reads its progress."""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from app.engine.value import Id, Instant
from app.wire.base import utc
from app.wire.exports import ExportState, StartExport

_KEPT = 50
"""Finished exports that are remembered; older files are deleted."""


_State = Literal["running", "done", "cancelled", "failed"]


class _Progress(msgspec.Struct, frozen=True):
    rows_done: int
    rows_total: int | None = None


class _Export:
    def __init__(self, export_id: Id, tenant_id: Id, kind: str, path: Path) -> None:
        self.export_id = export_id
        self.tenant_id = tenant_id
        self.kind = kind
        self.path = path
        self.process: asyncio.subprocess.Process | None = None
        self.progress = _Progress(rows_done=0)
        self.state: _State = "running"
        self.error: str | None = None


class ExportProcesses:
    """Starts `dialfloor export` as a child for each export and follows it."""

    def __init__(
        self, data_dir: Path, folder: Path, now: Callable[[], Instant], new_id: Callable[[Instant], Id]
    ) -> None:
        self._data_dir = data_dir
        self._folder = folder
        self._now = now
        self._new_id = new_id
        self._exports: dict[Id, _Export] = {}
        self._followers: set[asyncio.Task[None]] = set()

    async def start(self, tenant_id: Id, intent: StartExport) -> ExportState:
        """Start one."""
        now = self._now()
        export_id = self._new_id(now)
        self._folder.mkdir(exist_ok=True)
        stamp = utc(now).strftime("%Y%m%dT%H%M%SZ")
        name = f"{intent.kind}-{stamp}-{export_id[-6:]}.{'zip' if intent.kind == 'evidence' else 'csv'}"
        export = _Export(export_id, tenant_id, intent.kind, self._folder / name)
        self._exports[export_id] = export
        self._forget_old()
        command = [sys.executable, "-m", "app", "export", intent.kind, "--data", str(self._data_dir)]
        command += ["--tenant-id", tenant_id, "--out", str(export.path), "--progress-json"]
        for option, moment in (("--from", intent.from_), ("--to", intent.to)):
            if moment is not None:
                command += [option, moment.isoformat()]
        export.process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        follower = asyncio.create_task(self._follow(export, export.process))
        self._followers.add(follower)
        follower.add_done_callback(self._followers.discard)
        return _state(export)

    def state(self, tenant_id: Id, export_id: Id) -> ExportState | None:
        """How far one is."""
        export = self._find(tenant_id, export_id)
        return None if export is None else _state(export)

    async def cancel(self, tenant_id: Id, export_id: Id) -> bool:
        """Stop one; the child removes its half file."""
        export = self._find(tenant_id, export_id)
        if export is None:
            return False
        if export.state == "running" and export.process is not None:
            export.state = "cancelled"
            with contextlib.suppress(ProcessLookupError):
                export.process.terminate()
            await export.process.wait()
        export.path.unlink(missing_ok=True)
        return True

    def file(self, tenant_id: Id, export_id: Id) -> Path | None:
        """The finished file."""
        export = self._find(tenant_id, export_id)
        return export.path if export is not None and export.state == "done" and export.path.exists() else None

    async def stop(self) -> None:
        """End what still runs."""
        for export in list(self._exports.values()):
            if export.state == "running":
                await self.cancel(export.tenant_id, export.export_id)
        await asyncio.gather(*self._followers, return_exceptions=True)

    async def _follow(self, export: _Export, process: asyncio.subprocess.Process) -> None:
        if process.stdout is None or process.stderr is None:
            return
        said = asyncio.create_task(process.stderr.read())
        async for line in process.stdout:
            with contextlib.suppress(msgspec.DecodeError):
                export.progress = msgspec.json.decode(line, type=_Progress)
        code = await process.wait()
        error = (await said).decode(errors="replace").strip()
        if export.state == "running":
            export.state = "done" if code == 0 else "failed"
            export.error = None if code == 0 else (error.splitlines()[-1] if error else f"exit code {code}")

    def _find(self, tenant_id: Id, export_id: Id) -> _Export | None:
        export = self._exports.get(export_id)
        return export if export is not None and export.tenant_id == tenant_id else None

    def _forget_old(self) -> None:
        ended = [export for export in self._exports.values() if export.state != "running"]
        for export in ended[:-_KEPT]:
            export.path.unlink(missing_ok=True)
            del self._exports[export.export_id]


def _state(export: _Export) -> ExportState:
    return ExportState(
        id=export.export_id,
        kind=export.kind,
        state=export.state,
        rows_done=export.progress.rows_done,
        rows_total=export.progress.rows_total,
        error=export.error,
    )
