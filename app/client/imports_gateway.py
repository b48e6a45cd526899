"""Contact imports over the gateway's own connection: a file is sent, looked through, and imported by the engine.

Every method raises `GatewayRefused` when the engine says no and `GatewayUnreachable` when it cannot be asked.
"""

from pathlib import Path
from urllib.parse import quote

from app.client.link import Link
from app.wire.imports import CheckImport, ImportState, StartImport


class ImportsGateway:
    """One file at a time, by the id that `send` answers with."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def send(self, file: Path) -> ImportState:
        """Sends a file, which is looked through at once; nothing is written yet. Raises OSError for the disk."""
        return self._link.send("/v1/imports", file, ImportState, {"file": file.name})

    def state(self, import_id: str) -> ImportState:
        """How far it is."""
        return self._link.ask("GET", _path(import_id), ImportState)

    def check(self, import_id: str, wanted: CheckImport) -> ImportState:
        """Looks through it again with other columns."""
        return self._link.ask("POST", f"{_path(import_id)}/check", ImportState, wanted)

    def start(self, import_id: str, wanted: StartImport) -> ImportState:
        """Imports it; returns at once."""
        return self._link.ask("POST", f"{_path(import_id)}/start", ImportState, wanted)

    def cancel(self, import_id: str) -> ImportState:
        """Stops it at a whole batch and throws the file away; says what was written."""
        return self._link.ask("DELETE", _path(import_id), ImportState)

    def save_rejected(self, import_id: str, target: Path) -> None:
        """Writes the lines that were left out to a file, whole or not at all. Raises OSError for the disk."""
        self._link.save(f"{_path(import_id)}/rejected", target, None)


def _path(import_id: str) -> str:
    return f"/v1/imports/{quote(import_id, safe='')}"
