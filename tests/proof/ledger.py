"""What callers were promised, and the proof that a folder's log holds it and that no limit was passed.

The scan of the limits is plain arithmetic over the rows: it shares no line with the engine or with `dialfloor verify`.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from uuid import UUID

US = 1_000_000
HOUR = 3_600 * US
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    """One answer that arrived: when on the steady clock (ns), what of, its id, and what was said of it."""

    at_ns: int
    kind: str
    id: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The limits of one tenant, as its log must show them kept."""

    api_minute: int
    api_hour: int
    calls_hour: int
    calls_day: int
    gap_s: int
    sessions: int


@dataclass(slots=True, kw_only=True)
class Found:
    """What a check came to. `lost` and `passed` are sentences, one for each."""

    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)


def calls_in(log: sqlite3.Connection) -> set[str]:
    """The ids of every call that was handed out."""
    return {str(UUID(bytes=row[0])) for row in log.execute("SELECT id FROM call_logs")}


def lost_of(log: sqlite3.Connection, acks: Iterable[Ack]) -> list[str]:
    """A sentence for each acknowledged thing that the log does not hold."""
    calls: dict[str, str | None] = {
        str(UUID(bytes=row[0])): row[1] for row in log.execute("SELECT id, disposition FROM call_logs")
    }
    sessions = {str(UUID(bytes=row[0])) for row in log.execute("SELECT id FROM power_dialer_sessions")}
    said = {(str(UUID(bytes=row[0])), row[1]) for row in log.execute("SELECT call_id, status FROM call_events")}
    edits = {row[0] for row in log.execute("SELECT revision FROM limit_revisions")}
    holds: dict[str, Callable[[Ack], bool]] = {
        "call": lambda ack: ack.id in calls,
        "session": lambda ack: ack.id in sessions,
        "status": lambda ack: (ack.id, ack.what) in said,
        "disposition": lambda ack: calls.get(ack.id) == ack.what,
        "edit": lambda ack: int(ack.id) in edits,
    }
    return [f"{ack.kind} {ack.id} {ack.what} is not in the log" for ack in acks if not holds[ack.kind](ack)]


def passed_of(log: sqlite3.Connection, bounds: dict[str, Bounds]) -> list[str]:
    """A sentence for each limit that was passed in any window, by tenant name."""
    found: list[str] = []
    for tenant, bound in bounds.items():
        row = log.execute("SELECT id FROM tenants WHERE name = ?", (tenant,)).fetchone()
        if row is not None:
            found += _calls(log, row[0], bound)
            found += _requests(log, row[0], bound)
            found += _sessions(log, row[0], bound)
    return found


def _calls(log: sqlite3.Connection, tenant: bytes, bound: Bounds) -> Iterable[str]:
    rows = log.execute(
        "SELECT agent_id, session_id, created_at, given_back_at FROM call_logs WHERE tenant_id = ? ORDER BY created_at",
        (tenant,),
    ).fetchall()
    by_agent: dict[bytes, list[tuple[int, int]]] = defaultdict(list)
    by_session: dict[bytes, list[tuple[int, int]]] = defaultdict(list)
    for agent, session, at, back in rows:
        by_agent[agent].append((at, back or at + DAY))
        by_session[session].append((at, back or at + DAY))
    ages = dict(log.execute("SELECT id, started_at FROM power_dialer_sessions").fetchall())
    for agent, charges in by_agent.items():
        yield from _over(f"calls.hour of agent {agent.hex()}", charges, HOUR, bound.calls_hour)
        gaps = pairwise(charges)
        yield from (
            f"calls.gap of agent {agent.hex()}: {(new - old) / US:.3f} s at {new}"
            for (old, back), (new, _) in gaps
            if new - old < bound.gap_s * US and back > new
        )
    for session, charges in by_session.items():
        yield from _over(f"calls.day of session {session.hex()}", charges, DAY, bound.calls_day)
        if charges and charges[-1][0] >= ages[session] + 8 * HOUR:
            yield f"session.age of {session.hex()}: a call at {charges[-1][0]}"


def _requests(log: sqlite3.Connection, tenant: bytes, bound: Bounds) -> Iterable[str]:
    by_user: dict[bytes, list[tuple[int, int]]] = defaultdict(list)
    query = "SELECT user_id, created_at FROM api_rate_limits WHERE tenant_id = ? ORDER BY created_at"
    for user, at in log.execute(query, (tenant,)):
        by_user[user].append((at, at + DAY))
    for user, charges in by_user.items():
        yield from _over(f"api.minute of user {user.hex()}", charges, 60 * US, bound.api_minute)
        yield from _over(f"api.hour of user {user.hex()}", charges, HOUR, bound.api_hour)


def _over(what: str, charges: list[tuple[int, int]], window: int, amount: int) -> Iterable[str]:
    """Each charge (from, given back) that finds `amount` others in the window (now - W, now] that it ends."""
    start = 0
    for place, (now, _) in enumerate(charges):
        while charges[start][0] <= now - window:
            start += 1
        if place - start < amount:
            continue
        used = sum(back > now for _, back in charges[start:place])
        if used >= amount:
            yield f"{what}: {used + 1} of {amount} at {now}"


def _sessions(log: sqlite3.Connection, tenant: bytes, bound: Bounds) -> Iterable[str]:
    query = "SELECT started_at, coalesce(ended_at, expires_at) FROM power_dialer_sessions WHERE tenant_id = ?"
    moves = [move for begun, ended in log.execute(query, (tenant,)) for move in ((begun, 1), (ended, -1))]
    # Of two in one microsecond the end comes first: a slot that frees may be taken at that instant.
    active = 0
    for at, step in sorted(moves):
        active += step
        if active > bound.sessions:
            yield f"sessions.active: {active} of {bound.sessions} at {at}"


def open_log(data: Path) -> sqlite3.Connection:
    """The database of a folder that nobody owns; SQLite recovers it first, as an engine would."""
    return sqlite3.connect(data / "dialfloor.db", isolation_level=None)
