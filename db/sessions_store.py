"""Sessions as a person looks for them: by status and start, by keyset, each status a seek of its own."""

import sqlite3

import msgspec

from app.engine.records import SessionRecord, SessionSearch, SessionStep
from app.engine.value import Id
from db.packing import pack
from db.queries import SESSION_SELECT, session_of

_ENDED_BY = (
    "(SELECT by FROM session_events e WHERE e.session_id = power_dialer_sessions.id AND e.how IN ('ended', 'expired')"
    " ORDER BY e.at DESC, e.number DESC LIMIT 1)"
)
_LIST = "(SELECT value FROM json_each(?))"
_PAGE_SELECT = SESSION_SELECT.replace(" FROM power", f", {_ENDED_BY} FROM power")


def page_of_sessions(connection: sqlite3.Connection, tenant_id: Id, search: SessionSearch) -> list[SessionRecord]:
    """A page of a tenant's sessions, newest first: the same cost at any depth, unless words thin them out.

    One seek a status, each as long as the page, merged: `status IN (...)` would sort everything that ever ended.
    """
    where, values = _where(search)
    one = f"SELECT * FROM ({_PAGE_SELECT} WHERE {where} ORDER BY started_at DESC, id DESC LIMIT ?)"
    size = search.span.size
    found = [
        row
        for status in search.statuses
        for row in connection.execute(one, (pack(tenant_id), status.value, *values, size))
    ]
    # Columns 0 and 6 of SESSION_SELECT: the id's 16 bytes, and the start.
    found.sort(key=lambda row: (row[6], row[0]), reverse=True)
    return [SessionRecord(session=session_of(row), ended_by=row[17]) for row in found[:size]]


def count_sessions(connection: sqlite3.Connection, tenant_id: Id, search: SessionSearch) -> int:
    """How many sessions a search finds, from its first page on."""
    where, values = _where(search)
    one = f"SELECT count(*) FROM power_dialer_sessions WHERE {where}"
    counts = [connection.execute(one, (pack(tenant_id), status.value, *values)) for status in search.statuses]
    return sum(int(count.fetchone()[0]) for count in counts)


def _where(search: SessionSearch) -> tuple[str, list[object]]:
    span = search.span
    where = "tenant_id = ? AND status = ? AND started_at >= ?"
    bound: list[object] = [span.start]
    if span.cursor is None:
        where += " AND started_at < ?"
        bound.append(span.stop)
    else:
        where += " AND (started_at, id) < (?, ?)"
        bound.extend(span.cursor)
    for agents, campaigns in search.words:
        # As JSON, because ten thousand agents would be more variables than a statement may have.
        where += f" AND (hex(agent_id) IN {_LIST} OR hex(campaign_id) IN {_LIST})"
        bound += [_as_json(agents), _as_json(campaigns)]
    return where, bound


def _as_json(ids: frozenset[Id]) -> str:
    return msgspec.json.encode([pack(one).hex().upper() for one in sorted(ids)]).decode()


def steps_of_session(connection: sqlite3.Connection, session_id: Id) -> list[SessionStep]:
    """What happened to a session, in order."""
    rows = connection.execute(
        "SELECT at, how, by, reason FROM session_events WHERE session_id = ? ORDER BY at, number", (pack(session_id),)
    )
    return [SessionStep(at=row[0], how=row[1], by=row[2], reason=row[3]) for row in rows]


def calls_of_session(connection: sqlite3.Connection, session_id: Id) -> int:
    """How many calls a session placed that were not given back."""
    query = "SELECT count(*) FROM call_logs WHERE session_id = ? AND given_back_at IS NULL"
    return int(connection.execute(query, (pack(session_id),)).fetchone()[0])
