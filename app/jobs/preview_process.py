"""Previews of limits, each in a process of its own: the engine's loop only reads its progress."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from app.engine.value import Id, Instant
from app.jobs.child import Child
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
        self.child = Child(self._hear, self._end, _LONGEST_LINE)
        self.said = _Said(done=0)
        self.state: _State = "running"
        self.error: str | None = None

    def _hear(self, line: bytes) -> None:
        self.said = msgspec.json.decode(line, type=_Said)

    def _end(self, error: str | None) -> None:
        whole = error is None and self.said.effect is not None
        self.state = "done" if whole else "failed"
        self.error = None if whole else (error or "The preview ended without an answer")


class PreviewProcesses:
    """Starts `dialfloor what-if` as a child for each preview and follows it."""

    def __init__(self, data_dir: Path, now: Callable[[], Instant], new_id: Callable[[Instant], Id]) -> None:
        self._data_dir = data_dir
        self._now = now
        self._new_id = new_id
        self._previews: dict[Id, _Preview] = {}

    async def start(self, tenant_id: Id, edits: PreviewLimits) -> PreviewState | None:
        """Start one; None while as many run as may."""
        if sum(preview.state == "running" for preview in self._previews.values()) >= MOST_RUNNING:
            return None
        now = self._now()
        preview = _Preview(self._new_id(now), tenant_id)
        self._previews[preview.preview_id] = preview
        self._forget_old()
        words = ("what-if", "--data", str(self._data_dir), "--tenant-id", tenant_id, "--now", str(now))
        await preview.child.begin((*words, "--progress-json"), msgspec.json.encode(edits))
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
        if preview.state == "running":
            preview.state = "cancelled"
            await preview.child.end()
        return True

    async def stop(self) -> None:
        """End what still runs."""
        for preview in list(self._previews.values()):
            await self.cancel(preview.tenant_id, preview.preview_id)

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
