"""What is so at an instant, said three times: by the window, by the engine's memory, by a scan of the log.

The scan is SQL on a connection of its own and shares no line with the engine; the three must not differ in anything.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec

from app.controller.floor import Floor
from app.engine.limits import LimitId
from app.wire.feed import FloorAgent

MINUTE, HOUR, DAY = 60_000_000, 3_600_000_000, 86_400_000_000

_AGENTS = "SELECT id, name FROM ai_agents WHERE tenant_id = :tenant"
_HOUR = (
    "SELECT agent_id, count(*) FROM call_logs WHERE tenant_id = :tenant AND created_at > :now - 3600000000"
    " AND given_back_at IS NULL GROUP BY agent_id"
)
_LIVE = (
    "SELECT s.agent_id, s.id, s.status, s.contacts_attempted, s.contacts_reached, s.contacts_converted,"
    " (SELECT count(*) FROM call_logs AS c WHERE c.session_id = s.id AND c.given_back_at IS NULL"
    " AND c.created_at > s.last_activity_at - 86400000000)"
    " FROM power_dialer_sessions AS s WHERE s.tenant_id = :tenant AND s.status IN ('active', 'paused')"
)
_OPEN = (
    "SELECT agent_id, sum(status = 'answered'), count(*) FROM call_logs"
    " WHERE tenant_id = :tenant AND created_at > :now - 7200000000 AND ended_at IS NULL GROUP BY agent_id"
)
_REQUESTS = (
    "SELECT user_id, sum(created_at > :now - 60000000), count(*) FROM api_rate_limits"
    " WHERE tenant_id = :tenant AND created_at > :now - 3600000000 GROUP BY user_id"
)


class SeenSession(msgspec.Struct, frozen=True, kw_only=True):
    """A live session."""

    id: str
    is_paused: bool
    attempted: int
    reached: int
    converted: int
    calls_day: int


class SeenAgent(msgspec.Struct, frozen=True, kw_only=True):
    """An agent: its calls of the hour, its session, and whether it has a call that rings or is talked on."""

    hour: int
    session: SeenSession | None = None
    ringing: bool = False
    talking: bool = False


class Logged(NamedTuple):
    """What the log says: agents by id, and each user's requests of the minute and the hour."""

    agents: dict[str, SeenAgent]
    requests: dict[str, tuple[int, int]]


def scan(database: Path, tenant_id: str, now: int) -> Logged:
    """Count it all anew."""
    values = {"tenant": UUID(tenant_id).bytes, "now": now}
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as log:
        log.execute("BEGIN")
        agents = {key for key, _ in log.execute(_AGENTS, values)}
        hour = dict(log.execute(_HOUR, values).fetchall())
        live = {row[0]: _session(row[1:]) for row in log.execute(_LIVE, values)}
        calls = {row[0]: row[1:] for row in log.execute(_OPEN, values)}
        asked = log.execute(_REQUESTS, values).fetchall()
    seen = {key: _agent(hour.get(key, 0), live.get(key), *calls.get(key, (0, 0))) for key in agents}
    return Logged(
        {str(UUID(bytes=key)): one for key, one in seen.items()},
        {str(UUID(bytes=key)): (minute, whole) for key, minute, whole in asked},
    )


def _session(row: tuple[bytes, str, int, int, int, int]) -> SeenSession:
    key, status, attempted, reached, converted, calls_day = row
    return SeenSession(
        id=str(UUID(bytes=key)),
        is_paused=status == "paused",
        attempted=attempted,
        reached=reached,
        converted=converted,
        calls_day=calls_day,
    )


def _agent(hour: int, session: SeenSession | None, answered: int, calls: int) -> SeenAgent:
    # A paused agent is shown as paused, whatever its calls do.
    works = session is not None and not session.is_paused
    return SeenAgent(
        hour=hour, session=session, ringing=works and calls > 0 and not answered, talking=works and answered > 0
    )


def remembered(floor: Floor, tenant_id: str, now: int) -> dict[str, SeenAgent]:
    """What the engine counts in memory."""
    found = {}
    for agent_id in floor.agents_of_tenant.get(tenant_id, {}):
        desk = floor.desks[agent_id]
        session = floor.sessions.get(desk.session_id) if desk.session_id is not None else None
        seen = None
        if session is not None and session.is_live:
            seen = SeenSession(
                id=session.id,
                is_paused=session.status.value == "paused",
                attempted=session.attempted,
                reached=session.reached,
                converted=session.converted,
                calls_day=floor.usage.used(LimitId.CALLS_DAY, session.id, session.last_activity_at),
            )
        answered = sum(call.status.value == "answered" for call in desk.open_calls.values())
        found[agent_id] = _agent(
            floor.usage.used(LimitId.CALLS_HOUR, agent_id, now), seen, answered, len(desk.open_calls)
        )
    return found


def shown(rows: dict[str, FloorAgent]) -> dict[str, SeenAgent]:
    """What a window's floor holds."""
    return {agent_id: _row(row) for agent_id, row in rows.items()}


def _row(row: FloorAgent) -> SeenAgent:
    session = row.session
    seen = None
    if session is not None:
        seen = SeenSession(
            id=session.id,
            is_paused=session.status == "paused",
            attempted=session.attempted,
            reached=session.reached,
            converted=session.converted,
            calls_day=session.calls,
        )
    return SeenAgent(hour=row.hour_used, session=seen, ringing=row.state == "dialing", talking=row.state == "on_call")


def drift(floor: Floor, tenant_id: str, logged: Logged, windows: list[dict[str, SeenAgent]], now: int) -> list[str]:
    """Everything in which the log, the engine and the windows differ."""
    sentences = _differences("engine", remembered(floor, tenant_id, now), logged.agents)
    for number, rows in enumerate(windows, 1):
        sentences += _differences(f"window {number}", rows, logged.agents)
    for user_id in {*logged.requests, *(desk.agent.user_id or "" for desk in floor.desks.values())}:
        limits = (LimitId.API_MINUTE, LimitId.API_HOUR)
        counted = tuple(floor.usage.used(limit_id, user_id, now) for limit_id in limits)
        if counted != logged.requests.get(user_id, (0, 0)):
            sentences.append(f"requests of {user_id}: engine {counted}, log {logged.requests.get(user_id)}")
    return sentences


def _differences(who: str, found: dict[str, SeenAgent], logged: dict[str, SeenAgent]) -> list[str]:
    return [
        f"agent {agent_id}: {who} says {found.get(agent_id)}, the log {logged.get(agent_id)}"
        for agent_id in sorted({*found, *logged})
        if found.get(agent_id) != logged.get(agent_id)
    ]
