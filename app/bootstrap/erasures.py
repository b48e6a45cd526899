"""`Erasures` over the folder's database."""

from pathlib import Path

from app.controller.outcomes import Conflict
from app.engine.people import Identity
from app.engine.value import Instant
from app.wire.erasures import NumberErased
from db.erasure import UnderHold, erase_number
from db.open import connect


class FolderErasures:
    """Callable from any thread: each erasure has a connection of its own, because it may take its time."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def erase(self, identity: Identity, phone: str, reason: str, now: Instant) -> NumberErased | Conflict:
        """Erase a number."""
        connection = connect(self._database)
        try:
            erased = erase_number(connection, identity.tenant_id, phone, (identity.user, reason), now)
        except UnderHold as hold:
            return Conflict(sentence=f"A legal hold forbids it ({hold}); release the hold first")
        finally:
            connection.close()
        return NumberErased(calls=erased.calls, contacts=erased.contacts)
