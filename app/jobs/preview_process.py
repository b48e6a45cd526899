"""Previews of limits, each in a process of its own: the engine's loop only reads its progress."""

import asyncio
import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from app.engine.value import Id, Instant
from app.wire.limits import LimitsEffect, PreviewLimits, PreviewState

MOST_RUNNING = 4
"""Previews at once: each keeps a core busy for as long as it runs."""

_KEPT = 20
_LONGEST_LINE = 1 << 26
_State = Literal["running", "done", "cancelled", "failed"]


class _Said(msgspec.Struct, frozen=True):
    done: int
    total: int | None = None
    effect: LimitsEffect | None = None


class _Preview:
    def __init__(self, preview_id: Id, tenant_id: Id) -> None:
        self.preview_id = preview_id
        self.tenant_id = tenant_id
        self.process: asyncio.subprocess.Process | None = None
        self.said = _Said(done=0)
        self.state: _State = "running"
        self.error: str | None = None


class PreviewProcesses:
    """Starts `dialfloor what-if` as a child for each preview and follows it."""

    def __init__(self, data_dir: Path, now: Callable[[], Instant], new_id: Callable[[Instant], Id]) -> None:
        self._data_dir = data_dir
        self._now = now
        self._new_id = new_id
        self._previews: dict[Id, _Preview] = {}
        self._followers: set[asyncio.Task[None]] = set()

    async def start(self, tenant_id: Id, edits: PreviewLimits) -> PreviewState | None:
        """Start one; None while as many run as may."""
        if sum(preview.state == "running" for preview in self._previews.values()) >= MOST_RUNNING:
            return None
        now = self._now()
        preview = _Preview(self._new_id(now), tenant_id)
        self._previews[preview.preview_id] = preview
        self._forget_old()
        command = [sys.executable, "-m", "app", "what-if", "--data", str(self._data_dir), "--tenant-id", tenant_id]
        preview.process = await asyncio.create_subprocess_exec(
            *command,
            "--now",
            str(now),
            "--progress-json",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=_LONGEST_LINE,
        )
        follower = asyncio.create_task(self._follow(preview, preview.process, msgspec.json.encode(edits)))
        self._followers.add(follower)
        follower.add_done_callback(self._followers.discard)
        return _state(preview)

    def state(self, tenant_id: Id, preview_id: Id) -> PreviewState | None:
        """How far one is, None if the tenant has none of this id."""
        preview = self._find(tenant_id, preview_id)
        return None if preview is None else _state(preview)

    async def cancel(self, tenant_id: Id, preview_id: Id) -> bool:
        """Stop one; False if the tenant has none of this id."""
        preview = self._find(tenant_id, preview_id)
        if preview is None:
            return False
        if preview.state == "running" and preview.process is not None:
            preview.state = "cancelled"
            with contextlib.suppress(ProcessLookupError):
                preview.process.terminate()
            await preview.process.wait()
        return True

    async def stop(self) -> None:
        """End what still runs."""
        for preview in list(self._previews.values()):
            await self.cancel(preview.tenant_id, preview.preview_id)
        await asyncio.gather(*self._followers, return_exceptions=True)

    async def _follow(self, preview: _Preview, process: asyncio.subprocess.Process, edits: bytes) -> None:
        if process.stdin is None or process.stdout is None or process.stderr is None:
            return
        # A child that ended before it read its edits says why on stderr.
        with contextlib.suppress(ConnectionError):
            process.stdin.write(edits)
            await process.stdin.drain()
        process.stdin.close()
        words = asyncio.create_task(process.stderr.read())
        async for line in process.stdout:
            with contextlib.suppress(msgspec.DecodeError):
                preview.said = msgspec.json.decode(line, type=_Said)
        code = await process.wait()
        error = (await words).decode(errors="replace").strip()
        if preview.state == "running":
            whole = code == 0 and preview.said.effect is not None
            preview.state = "done" if whole else "failed"
            preview.error = None if whole else (error.splitlines()[-1] if error else f"exit code {code}")

    def _find(self, tenant_id: Id, preview_id: Id) -> _Preview | None:
        preview = self._previews.get(preview_id)
        return preview if preview is not None and preview.tenant_id == tenant_id else None

    def _forget_old(self) -> None:
        ended = [preview for preview in self._previews.values() if preview.state != "running"]
        for preview in ended[:-_KEPT]:
            del self._previews[preview.preview_id]


def _state(preview: _Preview) -> PreviewState:
    return PreviewState(
        id=preview.preview_id,
        state=preview.state,
        done=preview.said.done,
        total=preview.said.total,
        error=preview.error,
        effect=preview.said.effect if preview.state == "done" else None,
    )
