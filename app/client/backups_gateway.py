"""Copies of the folder over the gateway's own connection.

Every method raises `GatewayRefused` when the engine says no and `GatewayUnreachable` when it cannot be asked.
"""

from pathlib import Path
from urllib.parse import quote

from app.client.link import Link
from app.wire.backups import BackupsPage, RestoreBackup


class BackupsGateway:
    """Made, checked, saved elsewhere, restored; each returns at once, and the page says how far the work is."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def page(self) -> BackupsPage:
        """Every copy, and the work on one."""
        return self._link.ask("GET", "/v1/backups", BackupsPage)

    def make(self) -> BackupsPage:
        """Begins a copy; 409 while another piece of work is under way."""
        return self._link.ask("POST", "/v1/backups", BackupsPage)

    def check(self, name: str) -> BackupsPage:
        """Begins to read a copy through."""
        return self._link.ask("POST", f"{_path(name)}/check", BackupsPage)

    def restore(self, name: str, wanted: RestoreBackup) -> BackupsPage:
        """Puts a copy in the database's place; the engine is gone for a moment. 409 if it was not checked."""
        return self._link.ask("POST", f"{_path(name)}/restore", BackupsPage, wanted)

    def save(self, name: str, target: Path) -> None:
        """Writes a copy elsewhere, whole or not at all. Raises OSError for the disk."""
        self._link.save(f"{_path(name)}/file", target, None)


def _path(name: str) -> str:
    return f"/v1/backups/{quote(name, safe='')}"
