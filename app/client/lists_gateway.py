"""Do-not-call lists over the gateway's own connection: the tenant's own, and the national one.

Every method raises `GatewayRefused` when the engine says no and `GatewayUnreachable` when it cannot be asked.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from app.client.link import Link
from app.wire.imports import CheckImport, ImportState, ListName
from app.wire.national import NationalPage, NationalWork, SentFile, StartNational
from app.wire.suppressions import LiftNumber, ListedItem, ListedPage, ListImport, ListNumber, NumberLookUp

_LISTS = "/v1/do-not-call"
_NATIONAL = f"{_LISTS}/national"
_IMPORTS = f"{_LISTS}/imports"


class ListsGateway:
    """The routes under `/v1/do-not-call`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def listed(self, kind: ListName | None = None, cursor: str | None = None, limit: int = 100) -> ListedPage:
        """Numbers on the tenant's lists, masked, newest first; of one list if it is named."""
        query = {"kind": kind, "cursor": cursor, "limit": str(limit)}
        return self._link.ask(
            "GET", _LISTS, ListedPage, query={name: value for name, value in query.items() if value is not None}
        )

    def look_up(self, phone: str) -> NumberLookUp:
        """One number as people write it: the lists it is on, its past, and what the national list says of it."""
        return self._link.ask("GET", f"{_LISTS}/numbers/{quote(phone, safe='')}", NumberLookUp)

    def add(self, wanted: ListNumber) -> ListedItem:
        """Puts a number on a list; it holds from the next decision on."""
        return self._link.ask("POST", _LISTS, ListedItem, wanted)

    def lift(self, entry_id: str, why: LiftNumber) -> ListedItem:
        """Takes an entry's number off its list; 409 if it was taken off since."""
        return self._link.ask("POST", f"{_LISTS}/entries/{quote(entry_id, safe='')}/lift", ListedItem, why)

    def save(self, target: Path, kind: ListName | None = None, on_bytes: Callable[[int], None] | None = None) -> None:
        """Writes the listed numbers, whole ones, to a CSV file as `Link.save` does. Raises OSError for the disk."""
        query = "" if kind is None else f"?kind={kind}"
        self._link.save(f"{_LISTS}/file{query}", target, on_bytes)

    def send(self, file: Path) -> ImportState:
        """Sends a CSV of numbers, which is looked through at once; nothing is written yet. Raises OSError."""
        return self._link.send(_IMPORTS, file, ImportState, {"file": file.name})

    def state(self, import_id: str) -> ImportState:
        """How far the import of a CSV is."""
        return self._link.ask("GET", _import(import_id), ImportState)

    def check(self, import_id: str, wanted: CheckImport) -> ImportState:
        """Looks through it again with other columns."""
        return self._link.ask("POST", f"{_import(import_id)}/check", ImportState, wanted)

    def start(self, import_id: str, wanted: ListImport) -> ImportState:
        """Puts its numbers on a list; returns at once."""
        return self._link.ask("POST", f"{_import(import_id)}/start", ImportState, wanted)

    def cancel(self, import_id: str) -> ImportState:
        """Stops it at a whole batch and throws the file away; says what was written."""
        return self._link.ask("DELETE", _import(import_id), ImportState)

    def save_rejected(self, import_id: str, target: Path) -> None:
        """Writes the lines that were left out to a file, whole or not at all. Raises OSError for the disk."""
        self._link.save(f"{_import(import_id)}/rejected", target, None)

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


def _import(import_id: str) -> str:
    return f"{_IMPORTS}/{quote(import_id, safe='')}"
