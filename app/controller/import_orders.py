"""Contact files that are sent to the engine: what may be asked of them, behind one port."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal, Protocol

from app.engine.value import Id, Value
from app.wire.imports import ColumnPlaces, ImportState, ListName


class FileTooLarge(ValueError):
    """More bytes than a contact file may have."""


class ImportOrder(Value, frozen=True, kw_only=True):
    """Look through a file (`check`), import it, or put its numbers on a list; read like this, into what, by whom.

    Without `places` its columns are guessed by their headers.
    """

    kind: Literal["check", "import", "list"] = "check"
    places: ColumnPlaces | None = None
    region: str = "US"
    tenant: str = ""
    campaign: str | None = None
    onto: ListName | None = None
    reason: str = ""
    by: str = ""


class Imports(Protocol):
    """Files by id; each is its tenant's."""

    async def take(self, tenant_id: Id, name: str, blocks: AsyncIterator[bytes], most: int) -> ImportState:
        """Keep a file and begin to look through it. Raises `FileTooLarge` past `most` bytes."""
        ...

    def state(self, tenant_id: Id, import_id: Id) -> ImportState | None:
        """How far one is."""
        ...

    async def order(self, tenant_id: Id, import_id: Id, order: ImportOrder) -> ImportState | None:
        """Look through it again, or import it. Raises `Refusal` if it is imported already or thrown away."""
        ...

    async def cancel(self, tenant_id: Id, import_id: Id) -> ImportState | None:
        """Stop it at a whole batch and throw the file away."""
        ...

    def rejected(self, tenant_id: Id, import_id: Id) -> Path | None:
        """The file of the lines that were left out, once there is one."""
        ...
