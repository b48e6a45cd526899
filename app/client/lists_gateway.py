"""Do-not-call lists over the gateway's own connection: the national one, brought in file by file.

Every method raises `GatewayRefused` when the engine says no and `GatewayUnreachable` when it cannot be asked.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from app.client.link import Link
from app.wire.national import NationalPage, NationalWork, SentFile, StartNational

_NATIONAL = "/v1/do-not-call/national"


class ListsGateway:
    """The routes under `/v1/do-not-call`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def national(self) -> NationalPage:
        """The national list in force, the versions before it, and the import under way."""
        return self._link.ask("GET", _NATIONAL, NationalPage)

    def send_national(self, file: Path, on_bytes: Callable[[int], None] | None = None) -> SentFile:
        """Sends one of the registry's files, which then waits for its import. Raises OSError for the disk.

        `on_bytes` is told the bytes so far; what it raises ends the sending.
        """
        return self._link.send(f"{_NATIONAL}/files", file, SentFile, {"file": file.name}, on_bytes)

    def drop_national(self, file_id: str) -> None:
        """Throws a file away that was sent."""
        self._link.tell("DELETE", f"{_NATIONAL}/files/{quote(file_id, safe='')}")

    def start_national(self, wanted: StartNational) -> NationalWork:
        """Begins an import; returns at once."""
        return self._link.ask("POST", f"{_NATIONAL}/import", NationalWork, wanted)

    def cancel_national(self) -> NationalWork:
        """Stops the import; nothing of it is used."""
        return self._link.ask("DELETE", f"{_NATIONAL}/import", NationalWork)
