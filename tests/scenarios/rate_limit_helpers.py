"""The specification's test helpers: they read and write the log of a data folder, beside an engine or without one.

An engine counts in memory and reads the log when it starts: what is simulated or cleared here counts for the next
`dialfloor serve` on the folder; what is read here is what any engine has acknowledged. Times are seconds before now.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.clock import read_wall
from app.engine.calls import Call, CallStatus
from app.engine.events import CallHandedOut, CallReported, Fact, RequestAdmitted
from app.engine.value import HOUR, SECOND, Id, Instant
from app.ids import new_id
from db.folder import Folder
from db.journal_rows import write_facts
from db.open import connect
from db.packing import pack, unpack


def clear_rate_limit_logs(data: Path, user: str) -> int:
    """Delete every logged request of a user; returns how many there were."""
    with _log(data) as log:
        return log.execute("DELETE FROM api_rate_limits WHERE user_id = ?", (_user(log, user)[1],)).rowcount


def simulate_rate_limit_hits(data: Path, user: str, count: int, oldest: int, newest: int) -> list[Instant]:
    """Log `count` admitted requests of a user, spread evenly; returns their instants, oldest first."""
    with _log(data) as log:
        tenant_id, user_id = _user(log, user)
        instants = _spread(count, oldest, newest)
        requests: list[Fact] = [
            RequestAdmitted(tenant_id=unpack(tenant_id), user_id=unpack(user_id), endpoint="status", at=instant)
            for instant in instants
        ]
        write_facts(log, requests)
        return instants


def get_rate_limit_count(data: Path, user: str, within: int = 3_600) -> int:
    """How many requests of a user were admitted in the last `within` seconds."""
    with _log(data) as log:
        query = "SELECT count(*) FROM api_rate_limits WHERE user_id = ? AND created_at > ?"
        count: int = log.execute(query, (_user(log, user)[1], read_wall() - within * SECOND)).fetchone()[0]
        return count


def clear_call_logs(data: Path, session_id: Id) -> int:
    """Delete every logged call of a session; returns how many there were."""
    with _log(data) as log:
        return log.execute("DELETE FROM call_logs WHERE session_id = ?", (pack(session_id),)).rowcount


def get_call_count(data: Path, session_id: Id, within: int = 3_600) -> int:
    """How many calls of a session were handed out in the last `within` seconds."""
    with _log(data) as log:
        query = "SELECT count(*) FROM call_logs WHERE session_id = ? AND created_at > ?"
        count: int = log.execute(query, (pack(session_id), read_wall() - within * SECOND)).fetchone()[0]
        return count


def simulate_call_history(data: Path, session_id: Id, count: int, oldest: int, newest: int) -> list[Instant]:
    """Log `count` completed calls of a session, spread evenly; returns their instants, oldest first."""
    with _log(data) as log:
        query = "SELECT tenant_id, agent_id, started_by FROM power_dialer_sessions WHERE id = ?"
        tenant_id, agent_id, user_id = map(unpack, log.execute(query, (pack(session_id),)).fetchone())
        instants = _spread(count, oldest, newest)
        for instant in instants:
            call = Call(
                id=new_id(instant),
                tenant_id=tenant_id,
                session_id=session_id,
                agent_id=agent_id,
                user_id=user_id,
                contact_id=new_id(instant),
                campaign_id=None,
                phone_number="+12125550199",
                created_at=instant,
                status=CallStatus.COMPLETED,
                ended_at=instant,
            )
            write_facts(log, [CallHandedOut(call=call, due_at=instant), CallReported(call=call, at=instant, by="test")])
        return instants


def simulate_session_age(data: Path, session_id: Id, age: int) -> None:
    """Let a session have started `age` seconds ago, with the eight hours it may last."""
    started = read_wall() - age * SECOND
    with _log(data) as log:
        log.execute(
            "UPDATE power_dialer_sessions SET started_at = ?, expires_at = ?, last_activity_at = ? WHERE id = ?",
            (started, started + 8 * HOUR, started, pack(session_id)),
        )


@contextmanager
def _log(data: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(Folder(data).database)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()


def _user(log: sqlite3.Connection, name: str) -> tuple[bytes, bytes]:
    """The tenant and the id of the one user of this name."""
    tenant_id, user_id = log.execute("SELECT tenant_id, id FROM users WHERE name = ?", (name,)).fetchone()
    return tenant_id, user_id


def _spread(count: int, oldest: int, newest: int) -> list[Instant]:
    now, step = read_wall(), (oldest - newest) * SECOND // max(1, count - 1)
    return [now - oldest * SECOND + place * step for place in range(count)]
