"""What the window asks of an engine about exports; `ExportsGateway` is the real one."""

from collections.abc import Callable
from os import PathLike
from typing import Protocol

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


class ExportRunPort(Protocol):
    """An export in a process of the engine's, and its file."""

    def start(self, wanted: StartExport) -> ExportState:
        """Start it."""
        ...

    def state(self, export_id: str) -> ExportState:
        """How far it is."""
        ...

    def remove(self, export_id: str) -> None:
        """Stop it, or delete its file."""
        ...

    def save(self, export_id: str, path: str | PathLike[str], on_bytes: Callable[[int], None] | None = None) -> None:
        """Save its finished file here."""
        ...

    def verify(self, export_id: str) -> ExportVerified:
        """Whether its finished file is still what was written."""
        ...


class ExportPresetsPort(Protocol):
    """All exports, and those that are saved."""

    def page(self) -> ExportsPage:
        """Exports, saved ones, and the fields there are."""
        ...

    def preview(self, wanted: StartExport) -> ExportPreview:
        """The first rows of what would be exported."""
        ...

    def save_preset(self, preset_id: str | None, wanted: SaveExportPreset) -> ExportPresetItem:
        """Save one, or change that of an id."""
        ...

    def remove_preset(self, preset_id: str) -> None:
        """Let one go."""
        ...

    def schedule(self, preset_id: str, schedule: ExportSchedule | None) -> ExportPresetItem:
        """Export it by night, or no longer."""
        ...


class ExportsPort(ExportRunPort, ExportPresetsPort, Protocol):
    """Everything about exports."""
