"""The edited rule set in the log: changes as they stand, signatures, and contacts that an older rule set held back."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from app.engine.events import HoldsReleased, RuleChanged, RuleSigned
from app.engine.rule_changes import ChangeState, RuleChange, RuleSignature
from app.engine.value import Id, Instant
from db.packing import pack, pack_or_none, unpack, unpack_or_none

_CHANGE = (
    'id, subject, jurisdiction, "before", "after", verdict, reason, "by", by_user, at, state, settled_by,'
    " settled_by_user, settled_at, settled_reason, version, ordinal"
)
_SIGNATURE = 'rule_id, wording, counsel, signed_on, note, "by", at'


def write_rule_changes(connection: sqlite3.Connection, facts: Sequence[RuleChanged]) -> None:
    """Keep changes as they stand now."""
    connection.executemany(
        f"REPLACE INTO rule_changes ({_CHANGE}) VALUES ({', '.join('?' * 17)})",
        [_change_row(fact.change) for fact in facts],
    )


def write_rule_signatures(connection: sqlite3.Connection, facts: Sequence[RuleSigned]) -> None:
    """Keep the last signature of each rule."""
    signed = [fact.signature for fact in facts]
    connection.executemany(
        f"REPLACE INTO rule_signatures ({_SIGNATURE}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(one.rule_id, one.wording, one.counsel, one.signed_on, one.note, one.by, one.at) for one in signed],
    )


def write_released(connection: sqlite3.Connection, facts: Sequence[HoldsReleased]) -> None:
    """Make contacts due again that are still held; one that was called or settled meanwhile stays as it is."""
    for fact in facts:
        connection.executemany(
            "UPDATE contacts SET due_at = ? WHERE id = ? AND state = 'open'"
            " AND due_at = (SELECT h.until FROM contact_holds AS h WHERE h.contact_id = contacts.id)",
            [(fact.at, pack(contact)) for contact in fact.contact_ids],
        )


def load_rule_changes(connection: sqlite3.Connection) -> list[RuleChange]:
    """Every change in the order in which they were made."""
    rows = connection.execute(f"SELECT {_CHANGE} FROM rule_changes ORDER BY at, id")
    return [_change_of(row) for row in rows]


def load_rule_signatures(connection: sqlite3.Connection) -> list[RuleSignature]:
    """The last signature of each rule."""
    rows = connection.execute(f"SELECT {_SIGNATURE} FROM rule_signatures ORDER BY rule_id")
    return [
        RuleSignature(
            rule_id=row[0], wording=row[1], counsel=row[2], signed_on=row[3], note=row[4], by=row[5], at=row[6]
        )
        for row in rows
    ]


def held_before(connection: sqlite3.Connection, mark: Instant, now: Instant, size: int) -> list[Id]:
    """Contacts that are held at `now` by what was decided before `mark`, of every tenant."""
    rows = connection.execute(
        "SELECT h.contact_id FROM tenants AS t JOIN contact_holds AS h ON h.tenant_id = t.id AND h.until > ?"
        " JOIN contacts AS c ON c.id = h.contact_id"
        " WHERE h.at < ? AND c.state = 'open' AND c.due_at = h.until LIMIT ?",
        (now, mark, size),
    )
    return [unpack(row[0]) for row in rows]


def _change_row(change: RuleChange) -> tuple[object, ...]:
    return (
        pack(change.id),
        change.subject,
        change.jurisdiction,
        change.before,
        change.after,
        change.verdict,
        change.reason,
        change.by,
        pack(change.by_user),
        change.at,
        change.state.value,
        change.settled_by,
        pack_or_none(change.settled_by_user),
        change.settled_at,
        change.settled_reason,
        change.version,
        change.ordinal,
    )


def _change_of(row: tuple[Any, ...]) -> RuleChange:
    return RuleChange(
        id=unpack(row[0]),
        subject=row[1],
        jurisdiction=row[2],
        before=row[3],
        after=row[4],
        verdict=row[5],
        reason=row[6],
        by=row[7],
        by_user=unpack(row[8]),
        at=row[9],
        state=ChangeState(row[10]),
        settled_by=row[11],
        settled_by_user=unpack_or_none(row[12]),
        settled_at=row[13],
        settled_reason=row[14],
        version=row[15],
        ordinal=row[16],
    )
