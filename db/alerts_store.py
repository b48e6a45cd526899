"""Alerts on SQLite: written with the journal's batches, read back at start, and paged for their history."""

import sqlite3
from collections.abc import Sequence
from typing import Any

import msgspec

from app.engine.alert_rules import AlertSettings
from app.engine.alerts import Alert, AlertMoment, AlertRule, AlertState, AlertSubject, Severity, SubjectKind
from app.engine.events import AlertChanged, AlertSettingsEdited
from app.engine.records import Span
from app.engine.value import Id, Instant
from db.faults import reading_back
from db.packing import pack, pack_or_none, unpack, unpack_or_none
from db.statements import insert_many

_COLUMNS = (
    "id",
    "tenant_id",
    "rule",
    "subject_kind",
    "subject_id",
    "subject",
    "agent_id",
    "severity",
    "limit_id",
    "code",
    "used",
    "amount",
    "count",
    "opened_at",
    "last_at",
    "changed_at",
    "fold_until",
    "state",
    "standing",
    "tell_due",
    "told_at",
    "snoozed_until",
    "resolved_at",
    "by",
    "note",
)
_NAMES = ", ".join(f'"{name}"' for name in _COLUMNS)
_SELECT = f"SELECT {_NAMES} FROM alerts"
_REPLACE = f"REPLACE INTO alerts ({_NAMES}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_EVENT = ("alert_id", "at", "how", "state", "severity", "count", "by", "note")


def write_alerts(connection: sqlite3.Connection, facts: Sequence[AlertChanged]) -> None:
    """Alerts as they became, and what happened to each; inside the caller's transaction."""
    latest = {fact.alert.id: fact.alert for fact in facts}
    for alert in latest.values():
        connection.execute(_REPLACE, _row(alert))
    rows = [
        (pack(alert.id), fact.at, fact.how, alert.state.value, alert.severity.value, alert.count, fact.by, fact.note)
        for fact, alert in ((fact, fact.alert) for fact in facts)
        # A flood of refusals counts on; the count is the alert's, its history is of what changed.
        if fact.how != "counted"
    ]
    insert_many(connection, "alert_events", _EVENT, rows)


def write_alert_settings(connection: sqlite3.Connection, facts: Sequence[AlertSettingsEdited]) -> None:
    """The settings as edited; inside the caller's transaction."""
    for fact in facts:
        connection.execute(
            'REPLACE INTO alert_settings (tenant_id, revision, document, "by", edited_at) VALUES (?, ?, ?, ?, ?)',
            (
                pack(fact.tenant_id),
                fact.settings.revision,
                msgspec.json.encode(fact.settings).decode(),
                fact.by,
                fact.at,
            ),
        )


@reading_back()
def load_alerts(connection: sqlite3.Connection, now: Instant) -> list[Alert]:
    """Alerts that stand, which are all that are not over, and those of today, on which the day's next is counted."""
    rows = connection.execute(
        f"{_SELECT} WHERE standing = 1 UNION ALL {_SELECT} WHERE standing = 0 AND fold_until > ? ORDER BY opened_at",
        (now,),
    )
    return [_alert(row) for row in rows]


@reading_back()
def load_alert_settings(connection: sqlite3.Connection) -> dict[Id, AlertSettings]:
    """Every tenant's settings that were ever edited."""
    rows = connection.execute("SELECT tenant_id, document FROM alert_settings")
    return {unpack(tenant): msgspec.json.decode(document, type=AlertSettings) for tenant, document in rows}


def page_of_alerts(connection: sqlite3.Connection, tenant_id: Id, state: str | None, span: Span) -> list[Alert]:
    """A page of a tenant's alerts, newest first, by keyset on when they were opened; of one state if asked."""
    where, values = ["tenant_id = ?", "opened_at >= ?", "opened_at < ?"], [pack(tenant_id), span.start, span.stop]
    if state is not None:
        where.append("state = ?")
        values.append(state)
    if span.agent_id is not None:
        where.append("agent_id = ?")
        values.append(pack(span.agent_id))
    if span.cursor is not None:
        where.append("(opened_at, id) < (?, ?)")
        values.extend(span.cursor)
    query = f"{_SELECT} WHERE {' AND '.join(where)} ORDER BY opened_at DESC, id DESC LIMIT ?"
    return [_alert(row) for row in connection.execute(query, (*values, span.size))]


def find_alert(connection: sqlite3.Connection, tenant_id: Id, alert_id: Id) -> Alert | None:
    """One alert of a tenant."""
    row = connection.execute(f"{_SELECT} WHERE id = ? AND tenant_id = ?", (pack(alert_id), pack(tenant_id))).fetchone()
    return None if row is None else _alert(row)


def moments_of_alert(connection: sqlite3.Connection, alert_id: Id) -> list[AlertMoment]:
    """What happened to an alert, in order."""
    rows = connection.execute(
        'SELECT at, how, state, severity, count, "by", note FROM alert_events WHERE alert_id = ? ORDER BY number',
        (pack(alert_id),),
    )
    return [
        AlertMoment(
            at=row[0],
            how=row[1],
            state=AlertState(row[2]),
            severity=Severity(row[3]),
            count=row[4],
            by=row[5],
            note=row[6],
        )
        for row in rows
    ]


def _row(alert: Alert) -> tuple[object, ...]:
    return (
        pack(alert.id),
        pack(alert.tenant_id),
        alert.rule.value,
        alert.subject.kind.value,
        pack(alert.subject.id),
        alert.subject.name,
        pack_or_none(alert.subject.agent_id),
        alert.severity.value,
        alert.limit_id,
        alert.code,
        alert.used,
        alert.limit,
        alert.count,
        alert.opened_at,
        alert.last_at,
        alert.changed_at,
        alert.fold_until,
        alert.state.value,
        alert.standing,
        alert.tell_due,
        alert.told_at,
        alert.snoozed_until,
        alert.resolved_at,
        alert.by,
        alert.note,
    )


def _alert(row: tuple[Any, ...]) -> Alert:
    subject = AlertSubject(kind=SubjectKind(row[3]), id=unpack(row[4]), name=row[5], agent_id=unpack_or_none(row[6]))
    return Alert(
        id=unpack(row[0]),
        tenant_id=unpack(row[1]),
        rule=AlertRule(row[2]),
        subject=subject,
        severity=Severity(row[7]),
        limit_id=row[8],
        code=row[9],
        used=row[10],
        limit=row[11],
        count=row[12],
        opened_at=row[13],
        last_at=row[14],
        changed_at=row[15],
        fold_until=row[16],
        state=AlertState(row[17]),
        standing=bool(row[18]),
        tell_due=bool(row[19]),
        told_at=row[20],
        snoozed_until=row[21],
        resolved_at=row[22],
        by=row[23],
        note=row[24],
    )
