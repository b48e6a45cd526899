"""Copies of the whole folder's database, and putting one in its place, behind one port."""

from pathlib import Path
from typing import Protocol

from app.engine.value import Id, Value
from app.wire.backups import BackupsPage


class RestoreOrder(Value, frozen=True, kw_only=True):
    """Which copy is to take the database's place, for whom, why, and how many calls the person knows to be lost."""

    name: str
    tenant_id: Id
    by: str
    reason: str
    calls_lost: int


class Backups(Protocol):
    """One piece of work at a time. Raises `StoreUnavailable`, and `Refusal` for what cannot be done as things stand."""

    async def page(self) -> BackupsPage:
        """Every copy, and the work on one."""
        ...

    def begin_backup(self) -> None:
        """Make a copy, beside the decisions."""
        ...

    def begin_check(self, name: str) -> None:
        """Read a copy through, and count what restoring it would lose."""
        ...

    def begin_restore(self, order: RestoreOrder) -> None:
        """Stop the engine, put the copy in the database's place, and start again."""
        ...

    def file(self, name: str) -> Path | None:
        """A copy to be saved elsewhere, None if there is none of this name."""
        ...
