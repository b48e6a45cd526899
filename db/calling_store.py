"""Calling hours in the log: settings by tenant and campaign, holds by contact, and what was done to reach a number."""

import sqlite3
from collections.abc import Sequence

import msgspec

from app.engine.calling import CallingSettings, HeldContact, NumberContact
from app.engine.calls import CallStatus
from app.engine.events import CallingSettingsEdited, ContactHeld
from app.engine.ports import StoreUnavailable, Tries
from app.engine.value import Id, Instant
from db.faults import sentence_of
from db.packing import pack, pack_or_none, unpack, unpack_or_none
from db.statements import insert_many, update_many

_WHOLE_TENANT = bytes(16)
_HOLD_COLUMNS = (
    "contact_id",
    "tenant_id",
    "campaign_id",
    "at",
    "until",
    "next_eligible_at",
    "code",
    "rule_id",
    "citation",
    "detail",
)


def write_held(connection: sqlite3.Connection, facts: Sequence[ContactHeld]) -> None:
    """Move contacts to when they are looked at again, and keep why."""
    latest = {fact.contact_id: fact for fact in facts}
    update_many(connection, "contacts", "id", ("due_at",), [(pack(held), fact.due_at) for held, fact in latest.items()])
    rows = [_hold_row(fact) for fact in latest.values()]
    insert_many(connection, "contact_holds", _HOLD_COLUMNS, rows, "REPLACE")


def write_calling_settings(connection: sqlite3.Connection, facts: Sequence[CallingSettingsEdited]) -> None:
    """Keep settings, and what calls are for from now on; a campaign that takes its tenant's has none."""
    for fact in facts:
        key = (pack(fact.tenant_id), pack_or_none(fact.campaign_id) or _WHOLE_TENANT)
        purpose = "" if fact.settings is None else fact.settings.purpose
        connection.execute(
            "INSERT INTO purpose_steps (tenant_id, campaign_id, purpose, at) VALUES (?, ?, ?, ?)",
            (*key, purpose, fact.at),
        )
        if fact.settings is None:
            connection.execute("DELETE FROM calling_settings WHERE tenant_id = ? AND campaign_id = ?", key)
        else:
            document = msgspec.json.encode(fact.settings).decode()
            connection.execute(
                'REPLACE INTO calling_settings (tenant_id, campaign_id, document, "by", edited_at)'
                " VALUES (?, ?, ?, ?, ?)",
                (*key, document, fact.by, fact.at),
            )


def load_calling_settings(connection: sqlite3.Connection) -> dict[tuple[Id, Id | None], CallingSettings]:
    """Every setting by tenant and campaign (None: the tenant's own)."""
    rows = connection.execute("SELECT tenant_id, campaign_id, document FROM calling_settings")
    return {
        (unpack(tenant), None if campaign == _WHOLE_TENANT else unpack(campaign)): msgspec.json.decode(
            document, type=CallingSettings
        )
        for tenant, campaign, document in rows
    }


def page_of_held(
    connection: sqlite3.Connection, tenant_id: Id, after: tuple[Instant, Id | None], size: int
) -> list[HeldContact]:
    """Contacts of a tenant that are held beyond an instant, or up to it after a contact, soonest first."""
    at, contact_id = after
    # Row values compare in order: without a contact, every one of that instant lies behind.
    last = b"\xff" * 16 if contact_id is None else pack(contact_id)
    rows = connection.execute(
        "SELECT h.contact_id, h.campaign_id, c.phone, h.at, h.until, h.next_eligible_at, h.code, h.rule_id, h.citation,"
        " h.detail FROM contact_holds h JOIN contacts c ON c.id = h.contact_id"
        " WHERE h.tenant_id = ? AND h.until >= ? AND (h.until, h.contact_id) > (?, ?) AND c.state = 'open'"
        " AND c.due_at = h.until ORDER BY h.until, h.contact_id LIMIT ?",
        (pack(tenant_id), at, at, last, size),
    )
    return [HeldContact(unpack(row[0]), unpack_or_none(row[1]), *row[2:]) for row in rows]


def look_again(
    connection: sqlite3.Connection, codes: Sequence[str], held_until: Instant, now: Instant, after: Id | None, size: int
) -> Id | None:
    """Make up to `size` contacts due at `now` that are held by one of these codes since `held_until` or before.

    Goes by contact from `after` on, in the caller's transaction; returns where to go on, None once all were looked at.
    """
    marks = ", ".join("?" * len(codes))
    held = connection.execute(
        "SELECT contact_id, until FROM contact_holds WHERE contact_id > ? AND until > ? AND at <= ?"
        f" AND code IN ({marks}) ORDER BY contact_id LIMIT ?",
        (b"" if after is None else pack(after), now, held_until, *codes, size),
    ).fetchall()
    # One whose due time moved since (a callback, a call) is not held any more.
    connection.executemany(
        "UPDATE contacts SET due_at = ? WHERE id = ? AND state = 'open' AND due_at = ?",
        [(now, contact_id, until) for contact_id, until in held],
    )
    return unpack(held[-1][0]) if len(held) == size else None


def waiting_by_place(connection: sqlite3.Connection, tenant_id: Id, now: Instant) -> list[tuple[Id | None, str, int]]:
    """How many contacts are due at `now`, by campaign and place."""
    rows = connection.execute(
        "SELECT campaign_id, place, count(*) FROM contacts WHERE tenant_id = ? AND state = 'open' AND due_at <= ?"
        " GROUP BY campaign_id, place",
        (pack(tenant_id), now),
    )
    return [(unpack_or_none(campaign), place, count) for campaign, place, count in rows]


def contacts_of_number(connection: sqlite3.Connection, tenant_id: Id, phone: str) -> list[NumberContact]:
    """The contacts of a tenant that have a number (E.164), up to a hundred."""
    rows = connection.execute(
        "SELECT campaign_id, place, fields FROM contacts WHERE tenant_id = ? AND phone = ? LIMIT 100",
        (pack(tenant_id), phone),
    )
    return [NumberContact(unpack_or_none(row[0]), row[1], msgspec.json.decode(row[2])) for row in rows]


class SqliteCallHistory:
    """`CallHistory` over the log: found by the contacts that share a number, so that calls need no further index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def tries(self, tenant_id: Id, phone: str, since: Instant) -> Tries:
        """What was done after `since` to reach a number, over all campaigns."""
        try:
            rows = self._connection.execute(
                "SELECT l.created_at, l.answered_at, l.status, l.ended_at"
                " FROM contacts c JOIN call_logs l ON l.contact_id = c.id"
                " WHERE c.tenant_id = ? AND c.phone = ? AND l.created_at > ? AND l.given_back_at IS NULL",
                (pack(tenant_id), phone, since),
            ).fetchall()
        except sqlite3.Error as fault:
            raise StoreUnavailable(sentence_of(fault)) from fault
        talked = [row[1] for row in rows if row[1] is not None]
        left = [row[3] or row[0] for row in rows if row[2] == CallStatus.ABANDONED]
        return Tries([row[0] for row in rows], max(talked, default=None), max(left, default=None))


def _hold_row(fact: ContactHeld) -> tuple[object, ...]:
    blocked = fact.blocked
    return (
        pack(fact.contact_id),
        pack(fact.tenant_id),
        pack_or_none(fact.campaign_id),
        fact.at,
        fact.due_at,
        blocked.until,
        blocked.code,
        blocked.rule_id,
        blocked.citation,
        blocked.detail,
    )
