"""`LegalHolds` over the folder's database."""

from pathlib import Path

from app.engine.holds import HeldWhat, LegalHold
from app.engine.people import Identity
from app.engine.value import Id, Instant
from db.faults import reading_back
from db.holds_store import add_hold, holds_of, release_hold
from db.open import connect


class FolderHolds:
    """Callable from any thread: holds are rare, so each question has a connection of its own."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def holds(self, tenant_id: Id) -> list[LegalHold]:
        """The holds of a tenant that are on."""
        connection = connect(self._database, read_only=True)
        try:
            with reading_back():
                return holds_of(connection, tenant_id)
        finally:
            connection.close()

    def add(self, identity: Identity, what: HeldWhat, reason: str, now: Instant) -> int:
        """Hold it."""
        connection = connect(self._database)
        try:
            return add_hold(connection, identity.tenant_id, what, (identity.user, reason), now)
        finally:
            connection.close()

    def release(self, identity: Identity, number: int, reason: str, now: Instant) -> bool:
        """Release one."""
        connection = connect(self._database)
        try:
            return release_hold(connection, identity.tenant_id, number, (identity.user, reason), now)
        finally:
            connection.close()
