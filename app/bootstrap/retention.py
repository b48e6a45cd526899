"""`Retention` over the folder's database, and the job that deletes what is older."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from app.bootstrap.erasures import FolderErasures
from app.bootstrap.holds import FolderHolds
from app.controller.erasures import Erasures
from app.controller.holds import LegalHolds
from app.controller.retention import amount_of
from app.engine.events import DeedRecorded
from app.engine.people import Identity
from app.engine.records import RetentionSetting
from app.engine.retention import KEPT, DueForDeletion, Kept, kept_of
from app.engine.value import DAY, Duration, Id, Instant
from app.wire.retention import EditRetention
from db.faults import reading_back
from db.open import connect
from db.people_store import writing
from db.retention_store import count_old, delete_rows, old_rows, put_retention, retention_settings

FOLDER: Id = "00000000-0000-0000-0000-000000000000"
BATCH = 200
"""Rows a cleaning step deletes: some milliseconds of the write lock."""

_PAUSE_S = 0.02
_CLEANED = ("calls", "debt_calls", "refusals", "alerts")


class FolderRetention:
    """What was set in one folder; callable from any thread."""

    def __init__(self, database: Path, tenants: Callable[[], Iterable[Id]], now: Callable[[], Instant]) -> None:
        self._database = database
        self._connection = connect(database, seldom=True)
        self._lock = threading.Lock()
        self.erasures: Erasures = FolderErasures(database)
        self.holds: LegalHolds = FolderHolds(database)
        self._tenants = tenants
        self._now = now
        self._held = {(one.tenant_id, one.name): one for one in retention_settings(self._connection)}

    def setting(self, tenant_id: Id, kept: Kept) -> RetentionSetting | None:
        """What was set for a tenant, or for the folder where it is the folder's."""
        return self._held.get((FOLDER if kept.is_folders else tenant_id, kept.name))

    def put(self, identity: Identity, kept: Kept, intent: EditRetention, now: Instant) -> None:
        """Set it, audited with its reason; the next clean-up goes by it."""
        place = FOLDER if kept.is_folders else identity.tenant_id
        before = amount_of(self, identity.tenant_id, kept)
        setting = RetentionSetting(
            tenant_id=place, name=kept.name, amount=intent.amount, by=identity.user, edited_at=now
        )
        deed = DeedRecorded(
            tenant_id=identity.tenant_id,
            at=now,
            user=identity.user,
            action="retention.edit",
            subject=kept.name,
            before={"amount": before, "unit": kept.unit},
            after={"amount": intent.amount, "unit": kept.unit},
            reason=intent.reason,
        )
        with self._lock, writing(self._connection):
            put_retention(self._connection, setting, deed)
        self._held[(place, kept.name)] = setting

    def backups(self) -> int:
        """How many of the copies that are made here stay."""
        return self._folders("backups") or 1

    def answers(self) -> Duration:
        """How long the answer to an Idempotency-Key is kept."""
        kept = kept_of("answers")
        return DAY if kept is None else (self._folders("answers") or 24) * kept.span

    def _folders(self, name: str) -> int | None:
        kept = kept_of(name)
        return None if kept is None else amount_of(self, FOLDER, kept)

    async def clean(self) -> str:
        """Delete what is older than it is kept, tenant by tenant, in small steps."""
        deleted = dict.fromkeys(_CLEANED, 0)
        for tenant_id in list(self._tenants()):
            for kept in KEPT:
                before = self._before(tenant_id, kept)
                if before is not None:
                    deleted[kept.name] += await self._clean(kept.name, tenant_id, before)
                if before is not None and kept.name == "calls":
                    # Why somebody was not called is kept as long as that somebody was.
                    await self._clean("contact_refusals", tenant_id, before)
        return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in deleted.items()) + " deleted"

    def due(self, tenant_id: Id) -> list[DueForDeletion]:
        """What a clean-up would delete now, kind by kind; read on a connection of its own, for it may take its time."""
        connection = connect(self._database, read_only=True)
        try:
            with reading_back():
                return [self._due(connection, tenant_id, kept) for kept in KEPT if kept.name in _CLEANED]
        finally:
            connection.close()

    def _due(self, connection: sqlite3.Connection, tenant_id: Id, kept: Kept) -> DueForDeletion:
        before = self._before(tenant_id, kept)
        rows, held = (0, 0) if before is None else count_old(connection, kept.name, tenant_id, before)
        return DueForDeletion(name=kept.name, before=before, rows=rows, held=held)

    def _before(self, tenant_id: Id, kept: Kept) -> Instant | None:
        """The last instant that is old enough, None for what is kept for ever or not deleted here."""
        amount = amount_of(self, tenant_id, kept) if kept.name in _CLEANED else None
        # Whoever once set less than is lawful now is kept from it.
        return None if amount is None else self._now() - max(amount, kept.least or 0) * kept.span

    async def _clean(self, name: str, tenant_id: Id, before: Instant) -> int:
        total, after = 0, 0
        while found := await asyncio.to_thread(self._old, name, tenant_id, (after, before)):
            total += await asyncio.to_thread(self._delete, name, tenant_id, found, before)
            # Rows that stay, held or in use, are not looked at again in the next step.
            after = found[-1][1]
            # The journal gets the write lock in between: no decision waits for more than one step.
            await asyncio.sleep(_PAUSE_S)
            if len(found) < BATCH:
                break
        return total

    def _old(self, name: str, tenant_id: Id, span: tuple[Instant, Instant]) -> list[tuple[bytes, Instant]]:
        with self._lock, reading_back():
            return old_rows(self._connection, name, tenant_id, span, BATCH)

    def _delete(self, name: str, tenant_id: Id, found: list[tuple[bytes, Instant]], before: Instant) -> int:
        with self._lock, writing(self._connection):
            return delete_rows(self._connection, name, tenant_id, found, before, self._now())

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()
