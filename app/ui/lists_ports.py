"""What the window asks about do-not-call lists: the part of `GatewayPort` behind "Lists"."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.wire.imports import CheckImport, ImportState, ListName
from app.wire.national import NationalPage, NationalWork, SentFile, StartNational
from app.wire.suppressions import LiftNumber, ListedItem, ListedPage, ListImport, ListNumber, NumberLookUp


class OwnListsPort(Protocol):
    """Numbers on the tenant's own lists."""

    def listed(self, kind: ListName | None = None, cursor: str | None = None, limit: int = 100) -> ListedPage:
        """Listed numbers, newest first."""
        ...

    def look_up(self, phone: str) -> NumberLookUp:
        """One number."""
        ...

    def add(self, wanted: ListNumber) -> ListedItem:
        """Put a number on a list."""
        ...

    def lift(self, entry_id: str, why: LiftNumber) -> ListedItem:
        """Take an entry's number off its list."""
        ...

    def save(self, target: Path, kind: ListName | None = None) -> None:
        """Write the listed numbers to a file."""
        ...


class ListImportsPort(Protocol):
    """CSVs of numbers on their way onto a list."""

    def send(self, file: Path) -> ImportState:
        """Send it; nothing is written yet."""
        ...

    def state(self, import_id: str) -> ImportState:
        """How far it is."""
        ...

    def check(self, import_id: str, wanted: CheckImport) -> ImportState:
        """Look through it again with other columns."""
        ...

    def start(self, import_id: str, wanted: ListImport) -> ImportState:
        """Put its numbers on a list."""
        ...

    def cancel(self, import_id: str) -> ImportState:
        """Stop it at a whole batch."""
        ...

    def save_rejected(self, import_id: str, target: Path) -> None:
        """Write the lines that were left out."""
        ...


class NationalPort(Protocol):
    """The national list."""

    def national(self) -> NationalPage:
        """What is in force, and what is under way."""
        ...

    def send_national(self, file: Path, on_bytes: Callable[[int], None] | None = None) -> SentFile:
        """Send a file, which then waits for its import."""
        ...

    def drop_national(self, file_id: str) -> None:
        """Throw a file away that was sent."""
        ...

    def start_national(self, wanted: StartNational) -> NationalWork:
        """Begin an import."""
        ...

    def cancel_national(self) -> NationalWork:
        """Stop it."""
        ...


class ListsPort(OwnListsPort, ListImportsPort, NationalPort, Protocol):
    """All of it."""
