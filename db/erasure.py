"""Erases one person's number from a tenant's log and contacts; the chain holds, because it has only the number's MAC.

Kept is what the law keeps: that the calls were, when, by whom and how they ended; and the number on a do-not-call list,
which is what stops the next call to that person.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from app.engine.events import DeedRecorded
from app.engine.value import Id, Instant
from db.audit_chain import append_deeds
from db.evidence_chain import append_batch
from db.evidence_keys import number_key
from db.evidence_leaves import ERASED, Kind, Leaves, number_mac
from db.packing import pack
from db.people_store import writing

BATCH = 200
"""Calls that one step erases: some milliseconds of the write lock."""

_STATE = "status, disposition, duration, recording_url, notes, answered_at, ended_at, closed_by"


class Erased(NamedTuple):
    """Rows that the number was in."""

    calls: int
    contacts: int


class UnderHold(Exception):
    """A legal hold forbids it; the message is the hold's reason."""


def held_reason(connection: sqlite3.Connection, tenant_id: Id, phone: str) -> str | None:
    """Why nothing of this number may be erased: the reason of a hold on it or on all, or on any of its calls."""
    row = connection.execute(
        "SELECT h.reason FROM legal_holds AS h WHERE h.tenant_id = :tenant AND h.released_at IS NULL"
        " AND (h.scope = 'tenant' OR (h.scope = 'number' AND h.subject = :phone)"
        " OR EXISTS (SELECT 1 FROM call_logs AS l WHERE l.tenant_id = :tenant AND l.phone_number = :phone AND ("
        "(h.scope = 'campaign' AND h.subject = lower(hex(l.campaign_id)))"
        " OR (h.scope = 'range' AND l.created_at >= h.starts_at AND l.created_at < h.ends_at))))",
        {"tenant": pack(tenant_id), "phone": phone},
    ).fetchone()
    return None if row is None else str(row[0])


def erase_number(
    connection: sqlite3.Connection, tenant_id: Id, phone: str, why: tuple[str, str], at: Instant
) -> Erased:
    """Erase a number in E.164; `why` is by whom and the reason. Raises `UnderHold` before anything is erased.

    Calls go in small steps, so that no decision waits. Stopped in between, it may be begun again. With the number go
    the notes and recordings of its calls, and the contact's name, e-mail and fields.
    """
    reason = held_reason(connection, tenant_id, phone)
    if reason is not None:
        raise UnderHold(reason)
    number, contacts = _erase_contacts(connection, tenant_id, phone, why, at)
    key, calls = number_key(connection), 0
    # Again until none is found: an engine that had the contact in its memory may have called in between.
    while pages := list(_pages(connection, tenant_id, phone)):
        for ids in pages:
            with writing(connection):
                leaves = Leaves()
                for call_id in ids:
                    _erase_call(connection, call_id, number_mac(key, call_id, phone), leaves, at)
                append_batch(connection, leaves)
            calls += len(ids)
    erased = Erased(calls, contacts)
    with writing(connection):
        connection.execute("UPDATE erasures SET calls = ? WHERE number = ?", (calls, number))
        append_deeds(connection, [_deed(number, tenant_id, erased, why, at)])
    return erased


def _pages(connection: sqlite3.Connection, tenant_id: Id, phone: str) -> Iterator[list[bytes]]:
    """The calls of a number, found once without a lock, as many at a time as one step erases."""
    query = "SELECT id FROM call_logs WHERE tenant_id = ? AND phone_number = ?"
    ids = [row[0] for row in connection.execute(query, (pack(tenant_id), phone))]
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]


def _erase_call(connection: sqlite3.Connection, call_id: bytes, mac: bytes, leaves: Leaves, at: Instant) -> None:
    before = connection.execute("SELECT recording_url, notes FROM call_logs WHERE id = ?", (call_id,)).fetchone()
    connection.execute(
        "UPDATE call_logs SET phone_number = '', recording_url = NULL, notes = NULL WHERE id = ?", (call_id,)
    )
    leaves.add_hash(ERASED | Kind.CALL, call_id, mac, at)
    if before != (None, None):
        state: tuple[Any, ...] = connection.execute(
            f"SELECT {_STATE} FROM call_logs WHERE id = ?", (call_id,)
        ).fetchone()
        leaves.add(Kind.CALL_STATE, call_id, (call_id, *state), at)


def _erase_contacts(
    connection: sqlite3.Connection, tenant_id: Id, phone: str, why: tuple[str, str], at: Instant
) -> tuple[int, int]:
    """Empty the contacts of the number; returns the erasure's own number, and how many there were.

    A running engine sees that there is one erasure more, and reads its queues anew.
    """
    with writing(connection):
        contacts = connection.execute(
            "UPDATE contacts SET phone = '', first_name = '', last_name = '', email = NULL, fields = '{}',"
            " state = 'closed' WHERE tenant_id = ? AND phone = ?",
            (pack(tenant_id), phone),
        ).rowcount
        number = connection.execute(
            "INSERT INTO erasures (tenant_id, calls, contacts, by, reason, at) VALUES (?, 0, ?, ?, ?, ?)",
            (pack(tenant_id), contacts, *why, at),
        ).lastrowid
    return number or 0, contacts


def _deed(number: int, tenant_id: Id, erased: Erased, why: tuple[str, str], at: Instant) -> DeedRecorded:
    return DeedRecorded(
        tenant_id=tenant_id,
        at=at,
        user=why[0],
        action="number.erase",
        subject=f"erasure {number}",
        before=None,
        after=erased._asdict(),
        reason=why[1],
    )
