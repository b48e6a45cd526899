"""Exports over the gateway's own connection.

Every method raises `GatewayRefused` when the engine says no and `GatewayUnreachable` when it cannot be asked.
"""

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from urllib.parse import quote

from app.client.link import Link
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


class ExportsGateway:
    """What is exported, what was, and what is saved."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def page(self) -> ExportsPage:
        """The tenant's exports and saved ones."""
        return self._link.ask("GET", "/v1/exports", ExportsPage)

    def start(self, wanted: StartExport) -> ExportState:
        """Starts an export in a process of its own and returns at once."""
        return self._link.ask("POST", "/v1/exports", ExportState, wanted)

    def preview(self, wanted: StartExport) -> ExportPreview:
        """The first rows of what would be exported."""
        return self._link.ask("POST", "/v1/exports/preview", ExportPreview, wanted)

    def state(self, export_id: str) -> ExportState:
        """How far an export is."""
        return self._link.ask("GET", _export(export_id), ExportState)

    def remove(self, export_id: str) -> None:
        """Stops an export and throws its file away."""
        self._link.tell("DELETE", _export(export_id))

    def verify(self, export_id: str) -> ExportVerified:
        """Whether the engine's file is still what was written."""
        return self._link.ask("POST", f"{_export(export_id)}/verify", ExportVerified)

    def save(self, export_id: str, path: str | PathLike[str], on_bytes: Callable[[int], None] | None = None) -> None:
        """Writes a finished export to `path` as `Link.save` does: whole or not at all.

        `on_bytes` is told the bytes so far; what it raises cancels the download. Raises OSError for the disk.
        """
        self._link.save(f"{_export(export_id)}/file", Path(path), on_bytes)

    def save_preset(self, preset_id: str | None, wanted: SaveExportPreset) -> ExportPresetItem:
        """Saves an export under a name, or changes that of an id; 409 if the name is taken."""
        if preset_id is None:
            return self._link.ask("POST", "/v1/export-presets", ExportPresetItem, wanted)
        return self._link.ask("PUT", _preset(preset_id), ExportPresetItem, wanted)

    def remove_preset(self, preset_id: str) -> None:
        """Lets a saved export and its schedule go."""
        self._link.tell("DELETE", _preset(preset_id))

    def schedule(self, preset_id: str, schedule: ExportSchedule | None) -> ExportPresetItem:
        """Exports it by night, or no longer."""
        path = f"{_preset(preset_id)}/schedule"
        return self._link.ask("DELETE" if schedule is None else "PUT", path, ExportPresetItem, schedule)


def _export(export_id: str) -> str:
    return f"/v1/exports/{quote(export_id, safe='')}"


def _preset(preset_id: str) -> str:
    return f"/v1/export-presets/{quote(preset_id, safe='')}"
