"""Reads the floor back from the log at start: windows, sessions, calls, limits.

Bare SQL, because a million rows may count.
"""

import sqlite3
from collections import defaultdict

import msgspec

from app.engine.calls import KEEP_ENDED, LONGEST_CALL, RING_TIMER, Call, CallStatus
from app.engine.configuration import lenient_settings_of
from app.engine.limits import LIMITS, Enforcement, LimitId
from app.engine.pacing import Pace
from app.engine.people import Agent, Campaign, Tenant, Tier
from app.engine.records import FinishedCalls
from app.engine.restored import Restored
from app.engine.rulebook import EMPTY_RULEBOOK, TIER_FIELD, Rulebook, Scope, Setting, SettingKey
from app.engine.sessions import Session
from app.engine.usage import Usage
from app.engine.value import DAY, HOUR, SECOND, Id, Instant
from db.abandonment_store import load_days, with_pickups
from db.faults import reading_back
from db.packing import unpack, unpack_or_none
from db.people_rows import CAMPAIGN_SELECT, TENANT_SELECT, campaign_of, tenant_of
from db.queries import CALL_SELECT, SESSION_SELECT, call_of, recent_refusals, session_of

_Charges = dict[bytes, list[Instant]]
_LONGEST_GAP = LIMITS[LimitId.CALLS_GAP].highest * SECOND
"""A call that ended longer ago holds no agent up any more."""


@reading_back()
def last_logged(connection: sqlite3.Connection) -> Instant:
    """The newest instant in the log: the clock is never before it."""
    newest = (
        "SELECT max(created_at) FROM api_rate_limits",
        *(
            # What time brought about is written when it is noticed, so that the last row need not be the newest.
            f"SELECT max(at) FROM {table} WHERE number > (SELECT max(number) - 1000 FROM {table})"
            for table in ("audit_records", "session_events", "call_events")
        ),
        "SELECT max(created_at) FROM call_logs WHERE id = (SELECT max(id) FROM call_logs)",
        "SELECT max(last_activity_at) FROM power_dialer_sessions WHERE status IN ('active', 'paused')",
    )
    return max(connection.execute(query).fetchone()[0] or 0 for query in newest)


@reading_back()
def rebuild(connection: sqlite3.Connection, now: Instant) -> Restored:
    """The floor at `now`. Raises `FolderDamaged` if the log cannot be read."""
    agents = all_agents(connection)
    sessions = _sessions(connection, now)
    calls = _calls(connection, now)
    return Restored(
        usage=_usage(connection, now),
        rulebook=fold_rulebook(connection, agents),
        tenants=_tenants(connection),
        tiers=_known_tiers(connection),
        campaigns=_campaigns(connection),
        agents=agents,
        sessions=sessions,
        calls=calls,
        paces=_paces(connection, now),
        finished=_finished(connection, now),
        refusals=recent_refusals(connection, now - HOUR),
        abandonment=load_days(connection),
        last_logged=last_logged(connection),
    )


def _usage(connection: sqlite3.Connection, now: Instant) -> Usage:
    """Every window, in two passes over the log in its own order: sorting by subject would cost more than reading."""
    usage = Usage()
    users: _Charges = defaultdict(list)
    requests = connection.execute(
        "SELECT user_id, created_at FROM api_rate_limits WHERE created_at > ? ORDER BY created_at", (now - HOUR,)
    )
    for user, instant in requests:
        users[user].append(instant)
    usage.restore(LimitId.API_HOUR, _by_id(users))
    sessions: _Charges = defaultdict(list)
    agents: _Charges = defaultdict(list)
    hour = now - HOUR
    # Ids are UUIDv7 and the table is clustered by them, so a day of calls is one range at its end.
    calls = connection.execute(
        "SELECT session_id, agent_id, created_at FROM call_logs"
        " WHERE id > ? AND created_at > ? AND given_back_at IS NULL",
        (_id_at(now - DAY), now - DAY),
    )
    for session, agent, instant in calls:
        sessions[session].append(instant)
        if instant > hour:
            agents[agent].append(instant)
    usage.restore(LimitId.CALLS_DAY, _by_id(sessions))
    usage.restore(LimitId.CALLS_HOUR, _by_id(agents))
    return usage


def _by_id(charges: _Charges) -> list[tuple[Id, list[Instant]]]:
    return [(unpack(subject), instants) for subject, instants in charges.items()]


def _finished(connection: sqlite3.Connection, now: Instant) -> list[FinishedCalls]:
    """When each agent's calls of the last hour ended, and which of them had been answered."""
    ended: _Charges = defaultdict(list)
    answered: _Charges = defaultdict(list)
    rows = connection.execute(
        "SELECT agent_id, ended_at, answered_at IS NOT NULL FROM call_logs"
        " WHERE id > ? AND ended_at > ? AND status != ?",
        (_id_at(now - DAY), now - HOUR, CallStatus.NOT_PLACED.value),
    )
    for agent, instant, was_answered in rows:
        ended[agent].append(instant)
        if was_answered:
            answered[agent].append(instant)
    return [
        FinishedCalls(agent_id=unpack(agent), ended=instants, answered=answered[agent])
        for agent, instants in ended.items()
    ]


def _id_at(instant: Instant) -> bytes:
    """The least UUIDv7 of an instant, a second early: an id may be made a moment before its row's time."""
    return max(0, instant // 1_000 - 1_000).to_bytes(6, "big") + bytes(10)


def _tenants(connection: sqlite3.Connection) -> list[Tenant]:
    return [tenant_of(row) for row in connection.execute(TENANT_SELECT)]


def _campaigns(connection: sqlite3.Connection) -> list[Campaign]:
    return [campaign_of(row) for row in connection.execute(CAMPAIGN_SELECT)]


AGENT_SELECT = "SELECT id, tenant_id, user_id, name, agent_type, status, configuration, created_at FROM ai_agents"


def agent_of(row: tuple[bytes, bytes, bytes | None, str, str, str, str, int]) -> Agent:
    """An agent from a row of `AGENT_SELECT`."""
    return Agent(
        id=unpack(row[0]),
        tenant_id=unpack(row[1]),
        user_id=unpack_or_none(row[2]),
        name=row[3],
        agent_type=row[4],
        status=row[5],
        configuration=msgspec.json.decode(row[6], type=dict[str, object]),
        created_at=row[7],
    )


def all_agents(connection: sqlite3.Connection) -> list[Agent]:
    """Every agent of every tenant."""
    return [agent_of(row) for row in connection.execute(AGENT_SELECT)]


def _sessions(connection: sqlite3.Connection, now: Instant) -> list[Session]:
    rows = connection.execute(f"{SESSION_SELECT} WHERE status IN ('active', 'paused') OR started_at > ?", (now - DAY,))
    return [session_of(row) for row in rows]


def _calls(connection: sqlite3.Connection, now: Instant) -> list[Call]:
    """Calls that are open or ended lately: what a floor that was never stopped would hold.

    Beyond a day only a session that was live at the stop can have one open; it is closed at its deadline yet.
    """
    edge = _id_at(now - LONGEST_CALL - KEEP_ENDED)
    recent = connection.execute(
        f"{CALL_SELECT} WHERE id > ? AND (ended_at IS NULL OR ended_at > ?)", (edge, now - KEEP_ENDED)
    ).fetchall()
    left_open = connection.execute(
        f"{CALL_SELECT} WHERE id <= ? AND ended_at IS NULL AND session_id IN"
        " (SELECT id FROM power_dialer_sessions WHERE status IN ('active', 'paused'))",
        (edge,),
    ).fetchall()
    return with_pickups(connection, [call_of(row) for row in (*left_open, *recent)])


def _paces(connection: sqlite3.Connection, now: Instant) -> dict[Id, Pace]:
    """When each agent's last call was handed out and ended."""
    handed_out: dict[bytes, Instant] = {}
    ended: dict[bytes, Instant] = {}
    edge = now - _LONGEST_GAP
    first = _id_at(edge - LONGEST_CALL)
    rows = connection.execute(
        "SELECT agent_id, created_at, ended_at FROM call_logs WHERE id > ? AND (created_at > ? OR ended_at > ?)",
        (first, edge, edge),
    ).fetchall()
    # A call that is open once more after it had rung out: its agent was told of that end.
    rang_out = connection.execute(
        "SELECT c.agent_id, c.created_at, e.at FROM call_logs c JOIN call_events e ON e.call_id = c.id"
        " WHERE c.id > ? AND c.ended_at IS NULL AND e.by = ? AND e.at > ?",
        (first, RING_TIMER, edge),
    )
    for agent, created_at, ended_at in (*rows, *rang_out):
        handed_out[agent] = max(created_at, handed_out.get(agent, 0))
        if ended_at is not None and ended_at - created_at < LONGEST_CALL:
            ended[agent] = max(ended_at, ended.get(agent, 0))
    return {unpack(agent): Pace(handed_out_at=at, ended_at=ended.get(agent)) for agent, at in handed_out.items()}


def fold_rulebook(connection: sqlite3.Connection, agents: list[Agent]) -> Rulebook:
    """The fold of every limit revision; an agent's settings are its configuration, at its newest revision."""
    settings: dict[SettingKey, Setting] = {}
    agent_revisions: dict[Id, int] = defaultdict(int)
    revision = EMPTY_RULEBOOK.revision
    rows = connection.execute("SELECT revision, scope, scope_id, field, after FROM limit_revisions ORDER BY number")
    for number, scope, scope_id, field, after in rows:
        revision = max(revision, number)
        if scope == Scope.AGENT:
            agent_revisions[unpack(scope_id)] = number
        elif field != TIER_FIELD:
            fold_setting(settings, (Scope(scope), unpack_or_none(scope_id), LimitId(field)), after, number)
    known = {
        agent.id: lenient_settings_of(agent.tenant_id, agent.configuration, agent_revisions[agent.id])
        for agent in agents
    }
    return Rulebook(revision, settings, known, _tiers(connection))


def fold_setting(settings: dict[SettingKey, Setting], key: SettingKey, after: str, revision: int) -> None:
    """Apply one revision row to the settings so far: `after` is `{"amount", "enforcement"}` or null."""
    value = msgspec.json.decode(after, type=_After | None)
    if value is None:
        settings.pop(key, None)
    else:
        settings[key] = Setting(amount=value.amount, enforcement=value.enforcement, revision=revision)


class _After(msgspec.Struct, frozen=True):
    amount: int
    enforcement: Enforcement


def _known_tiers(connection: sqlite3.Connection) -> list[Tier]:
    return [Tier(id=unpack(row[0]), name=row[1]) for row in connection.execute("SELECT id, name FROM tiers")]


def _tiers(connection: sqlite3.Connection) -> dict[Id, Id]:
    rows = connection.execute("SELECT id, tier_id FROM tenants WHERE tier_id IS NOT NULL")
    return {unpack(tenant): unpack(tier) for tenant, tier in rows}
