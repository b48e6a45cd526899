"""Imported contacts on SQLite: short transactions beside a running engine, and nothing is ever added twice.

Each batch checks, adds and counts inside one transaction that holds the write lock, so that two imports at once
add a number once, and an import that is killed leaves whole batches behind, which the next one finds known.
"""

import sqlite3
from collections.abc import Callable, Sequence

import msgspec

from app.engine.events import DeedRecorded
from app.engine.people import Campaign, Contact
from app.engine.value import Id, Instant
from db.audit_chain import append_deeds
from db.packing import pack, pack_or_none, unpack
from db.people_store import ensure_tenant, writing
from db.queue_places import area_code_of
from db.statements import insert_many
from db.suppressions_store import suppressed_phones

_COLUMNS = (
    "id",
    "tenant_id",
    "campaign_id",
    "list_id",
    "first_name",
    "last_name",
    "phone",
    "email",
    "fields",
    "state",
    "rank",
    "due_at",
    "attempts",
    "place",
)
_NEVER_CALLED = 1


class SqliteContactLists:
    """Contact lists of one folder. Every method is one transaction and raises `StoreUnavailable` with a sentence."""

    def __init__(self, connection: sqlite3.Connection, new_id: Callable[[Instant], Id]) -> None:
        self._connection = connection
        self._new_id = new_id

    def open_list(self, tenant: str, campaign: str | None, sha256: bytes, deed: DeedRecorded) -> tuple[Id, Campaign]:
        """A new list and the campaign it belongs to; tenant and campaign are made on first use.

        `deed.subject` is the file's name; the deed is recorded for the tenant that was found or made. Without a
        campaign the answer's campaign has an empty id and name.
        """
        with writing(self._connection):
            owner = ensure_tenant(self._connection, tenant, deed.at, self._new_id)
            into = self._ensure_campaign(owner.id, campaign, deed.at)
            list_id = self._new_id(deed.at)
            self._connection.execute(
                "INSERT INTO contact_lists (id, tenant_id, campaign_id, name, sha256, added, known, rejected,"
                " imported_at) VALUES (?, ?, ?, ?, ?, 0, 0, 0, ?)",
                (pack(list_id), pack(owner.id), pack_or_none(into.id or None), deed.subject, sha256, deed.at),
            )
            append_deeds(self._connection, [msgspec.structs.replace(deed, tenant_id=owner.id)])
        return list_id, into

    def add(self, list_id: Id, contacts: Sequence[Contact], rejected: int, now: Instant) -> int:
        """Add those of `contacts` (one tenant and campaign) that are not known; returns how many were added.

        Contacts may be called from `now` on, in the order given; those on a do-not-call list are kept
        and never called. `rejected` rows are counted to the list.
        """
        with writing(self._connection):
            known = self._known_phones(contacts)
            fresh: dict[str, Contact] = {}
            for contact in contacts:
                if contact.phone not in known:
                    fresh.setdefault(contact.phone, contact)
            # A microsecond apart, so that the queue keeps the order of the file.
            barred = suppressed_phones(self._connection, contacts[0].tenant_id, list(fresh)) if fresh else set()
            rows = [_row(contact, list_id, now + place, barred) for place, contact in enumerate(fresh.values())]
            insert_many(self._connection, "contacts", _COLUMNS, rows)
            self._connection.execute(
                "UPDATE contact_lists SET added = added + ?, known = known + ?, rejected = rejected + ? WHERE id = ?",
                (len(rows), len(contacts) - len(rows), rejected, pack(list_id)),
            )
        return len(rows)

    def close_list(self, deed: DeedRecorded) -> None:
        """Record what came of an import."""
        with writing(self._connection):
            append_deeds(self._connection, [deed])

    def _ensure_campaign(self, tenant_id: Id, name: str | None, now: Instant) -> Campaign:
        if name is None:
            return Campaign(id="", tenant_id=tenant_id, name="")
        row = self._connection.execute(
            "SELECT id FROM campaigns WHERE tenant_id = ? AND name = ?", (pack(tenant_id), name)
        ).fetchone()
        if row is not None:
            return Campaign(id=unpack(row[0]), tenant_id=tenant_id, name=name)
        made = Campaign(id=self._new_id(now), tenant_id=tenant_id, name=name)
        self._connection.execute(
            "INSERT INTO campaigns (id, tenant_id, name, created_at) VALUES (?, ?, ?, ?)",
            (pack(made.id), pack(tenant_id), name, now),
        )
        return made

    def _known_phones(self, contacts: Sequence[Contact]) -> set[str]:
        if not contacts:
            return set()
        first = contacts[0]
        marks = ", ".join("?" * len(contacts))
        # IS and not =, because contacts without a campaign are one set too.
        rows = self._connection.execute(
            f"SELECT phone FROM contacts WHERE tenant_id = ? AND campaign_id IS ? AND phone IN ({marks})",
            (pack(first.tenant_id), pack_or_none(first.campaign_id), *(contact.phone for contact in contacts)),
        )
        return {row[0] for row in rows}


def _row(contact: Contact, list_id: Id, due_at: Instant, barred: set[str]) -> tuple[object, ...]:
    return (
        pack(contact.id),
        pack(contact.tenant_id),
        pack_or_none(contact.campaign_id),
        pack(list_id),
        contact.first_name,
        contact.last_name,
        contact.phone,
        contact.email,
        msgspec.json.encode(contact.fields).decode(),
        "do_not_call" if contact.phone in barred else "open",
        _NEVER_CALLED,
        due_at,
        0,
        contact.place or area_code_of(contact.phone),
    )
