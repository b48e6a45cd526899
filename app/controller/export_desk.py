"""Exports and saved ones behind two small ports; each export is a process of its own."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from app.engine.people import Identity
from app.engine.value import Id, Instant
from app.wire.exports import (
    ExportPresetItem,
    ExportPreview,
    ExportSchedule,
    ExportsPage,
    ExportState,
    ExportVerified,
    SaveExportPreset,
    StartExport,
)


class BadExport(ValueError):
    """What was asked for cannot be exported; the message says why and what to do. `field` is what to mend."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class Exports(Protocol):
    """What is exported now, and what was. Raises `StoreUnavailable`, and `BadExport` for what cannot be exported."""

    async def start(self, identity: Identity, wanted: StartExport) -> ExportState:
        """Start one, audited."""
        ...

    async def state(self, tenant_id: Id, export_id: Id) -> ExportState | None:
        """How far one is, None if the tenant has none of this id."""
        ...

    async def remove(self, identity: Identity, export_id: Id) -> bool:
        """Stop one and delete its file, audited; False if the tenant has none of this id."""
        ...

    async def file(self, tenant_id: Id, export_id: Id) -> Path | None:
        """The finished file."""
        ...


class ExportLooks(Protocol):
    """What is looked at before and after an export. Raises as `Exports` does."""

    async def preview(self, tenant_id: Id, wanted: StartExport, now: Instant) -> ExportPreview:
        """The first rows of what would be exported."""
        ...

    async def verify(self, tenant_id: Id, export_id: Id) -> ExportVerified | None:
        """Whether a finished file is still what was written, None if the tenant has none of this id."""
        ...


class ExportPresets(Protocol):
    """Exports saved under a name. Raises as `Exports` does, and `Refusal` if the name is taken."""

    async def save(self, identity: Identity, preset_id: Id | None, wanted: SaveExportPreset) -> ExportPresetItem | None:
        """Save one, or change that of an id; None if the tenant has none of it."""
        ...

    async def schedule(
        self, identity: Identity, preset_id: Id, schedule: ExportSchedule | None
    ) -> ExportPresetItem | None:
        """Run it by night, or no longer; None if the tenant has none of this id."""
        ...

    async def remove(self, identity: Identity, preset_id: Id) -> bool:
        """Let one go; what it exported stays. False if the tenant has none of this id."""
        ...


class ExportDesk:
    """All that the routes ask about exports, in one hand."""

    def __init__(
        self,
        *,
        exports: Exports,
        looks: ExportLooks,
        presets: ExportPresets,
        page: Callable[[Identity], Awaitable[ExportsPage]],
    ) -> None:
        self.page = page
        self.exports = exports
        self.looks = looks
        self.presets = presets
