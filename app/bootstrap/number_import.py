"""A CSV of numbers onto one of a tenant's own do-not-call lists, batch by batch beside a running engine."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from app.controller.import_contacts import BATCH, ImportedRow, Rejected, Tally, normalise_phone, why_no_phone
from app.engine.events import DeedRecorded
from app.engine.people import Tenant
from app.engine.ports import StoreUnavailable
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import Instant, Value
from app.ids import new_id
from db.audit_chain import append_deeds
from db.people_store import ensure_tenant, writing
from db.suppressions_store import IMPORT, add_imported


class NumberSource(Value, frozen=True, kw_only=True):
    """What is imported: the file's name and SHA-256, onto which list of which tenant, by whom.

    `region` is where a number without a country code belongs, `reason` why, for rows that do not say it themselves.
    """

    file: str
    sha256: bytes
    tenant: str
    kind: ListKind
    by: str
    region: str = "US"
    reason: str = ""


class NumberImport:
    """One import. Numbers hold for a running engine within a second; `reject` is told each row left out."""

    def __init__(
        self, connection: sqlite3.Connection, now: Callable[[], Instant], reject: Callable[[Rejected], None]
    ) -> None:
        self._connection = connection
        self._now = now
        self._reject = reject

    def run(self, source: NumberSource, rows: Iterable[ImportedRow]) -> Iterator[Tally]:
        """Import; yields the tally after each batch. Raises `StoreUnavailable`."""
        with writing(self._connection):
            tenant = ensure_tenant(self._connection, source.tenant, self._now(), new_id)
        tally = Tally()
        remaining = iter(rows)
        try:
            while batch := list(islice(remaining, BATCH)):
                tally = self._import_batch(batch, source, tenant, tally)
                yield tally
        except BaseException:
            # Cancelled, or the disk is full: whole batches are written, and the trail says how many lines those are.
            with contextlib.suppress(StoreUnavailable):
                self._record("dnc.import_stopped", source, tenant, tally)
            raise
        self._record("dnc.import", source, tenant, tally)
        yield tally

    def _record(self, action: str, source: NumberSource, tenant: Tenant, tally: Tally) -> None:
        with writing(self._connection):
            append_deeds(self._connection, [_deed(action, source, tenant, tally, self._now())])

    def _import_batch(self, batch: list[ImportedRow], source: NumberSource, tenant: Tenant, tally: Tally) -> Tally:
        now = self._now()
        entries = []
        rejected = []
        for row in batch:
            phone = normalise_phone(row.phone, source.region) if row.fault is None else None
            if phone is None:
                rejected.append(Rejected(row=row, reason=row.fault or why_no_phone(row.phone)))
            else:
                entries.append(_entry(row, phone, source, tenant, now))
        with writing(self._connection):
            added = add_imported(self._connection, entries) if entries else 0
        for left_out in rejected:
            self._reject(left_out)
        return Tally(
            added=tally.added + added,
            known=tally.known + len(entries) - added,
            rejected=tally.rejected + len(rejected),
        )


def _entry(row: ImportedRow, phone: str, source: NumberSource, tenant: Tenant, now: Instant) -> ListedNumber:
    said = next((str(text) for name, text in row.fields.items() if name.strip().lower() == "reason"), "")
    return ListedNumber(
        tenant_id=tenant.id,
        phone=phone,
        kind=source.kind,
        is_listed=True,
        at=now,
        by=source.by,
        source=IMPORT,
        reason=said or source.reason or f"imported from {source.file}",
    )


def _deed(action: str, source: NumberSource, tenant: Tenant, tally: Tally, now: Instant) -> DeedRecorded:
    after = {
        "list": source.kind.value,
        "sha256": source.sha256.hex(),
        "added": tally.added,
        "known": tally.known,
        "rejected": tally.rejected,
    }
    return DeedRecorded(
        tenant_id=tenant.id,
        at=now,
        user=source.by,
        action=action,
        subject=source.file,
        before=None,
        after=after,
        reason=source.reason,
    )
