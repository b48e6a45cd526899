"""One agent's row of the floor table, from what the floor holds in memory."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from app.controller.desk import Desk
from app.controller.floor import Floor
from app.engine.calls import CallStatus
from app.engine.limits import LIMITS, Enforcement, Limit, LimitId
from app.engine.rulebook import AgentSettings
from app.engine.sessions import Session, SessionStatus
from app.engine.terms import first_end
from app.engine.value import HOUR, MINUTE, SECOND, Instant
from app.engine.windows import NEVER
from app.wire.base import utc, utc_or_none
from app.wire.feed import FloorAgent, FloorSession, FloorState, RefusalNote

_SENTENCES = {kind.code: kind.sentence for kind in LIMITS.values()}


def rest_state(floor: Floor, desk: Desk, now: Instant) -> FloorState:
    """What an agent is doing: its session's state first, then its calls', then what holds it up."""
    session = floor.sessions.get(desk.session_id) if desk.session_id is not None else None
    if session is None or not session.is_live:
        return "offline"
    if session.status is SessionStatus.PAUSED:
        return "paused"
    if desk.open_calls:
        answered = any(call.status is CallStatus.ANSWERED for call in desk.open_calls.values())
        return "on_call" if answered else "dialing"
    last = desk.last_call
    if last is not None and last.session_id == session.id and last.answered_at is not None and last.disposition is None:
        return "wrap_up"
    if desk.blocked_until is not None and desk.blocked_until > now:
        return "blocked"
    return "waiting"


def agent_row(floor: Floor, desk: Desk, now: Instant) -> FloorAgent:
    """The whole row at `now`."""
    agent = desk.agent
    settings = floor.rulebook.agent(agent.id) or AgentSettings(tenant_id=agent.tenant_id)
    hour = floor.limit(LimitId.CALLS_HOUR, agent.tenant_id, agent.id)
    instants = floor.usage.call_instants(agent.id, now - HOUR)
    until = first_end(agent.configuration)
    state = rest_state(floor, desk, now)
    if state != desk.state:
        desk.state, desk.state_since = state, now
    return FloorAgent(
        id=agent.id,
        name=agent.name,
        mode=settings.mode.value,
        state=state,
        state_since=utc(desk.state_since),
        session=_session(floor, desk),
        hour_used=len(instants),
        hour_limit=hour.amount,
        limit_source=hour.source,
        enforcement=_enforcement(hour.enforcement),
        next_slot_at=_next_slot(instants, hour.amount),
        blocked_until=utc_or_none(desk.blocked_until) if state == "blocked" else None,
        minutes=_minutes(instants, now),
        minutes_end=utc(now // MINUTE * MINUTE),
        finished_hour=desk.finished.used(HOUR, now),
        answered_hour=desk.answered.used(HOUR, now),
        refusals_hour=desk.refusals.total(now),
        last_refusal=_refusal(desk),
        calls_per_hour=settings.max_calls_per_hour,
        call_timeout=settings.call_timeout,
        auto_dial_delay=floor.limit(LimitId.CALLS_GAP, agent.tenant_id, agent.id).amount,
        revision=settings.revision,
        own_auto_dial_delay=settings.auto_dial_delay,
        own_enforcement=_enforcement(settings.enforcement) if settings.enforcement is not None else None,
        limits_until=None if until == NEVER else utc(until),
        refused_minutes=desk.refusals.by_minute(now),
        queue_empty_since=utc_or_none(desk.empty_since) if state == "waiting" else None,
    )


def _enforcement(enforcement: Enforcement) -> Literal["enforce", "alert-only"]:
    return "alert-only" if enforcement is Enforcement.ALERT_ONLY else "enforce"


def _minutes(instants: list[Instant], now: Instant) -> list[int]:
    counts = [0] * 60
    last = now // MINUTE
    for instant in instants:
        place = 59 - (last - instant // MINUTE)
        if 0 <= place < 60:
            counts[place] += 1
    return counts


def _next_slot(instants: Sequence[Instant], limit: int) -> datetime | None:
    """When the next slot frees: over a lowered limit the oldest call that leaves frees none yet."""
    last = max(0, len(instants) - limit)
    return utc(instants[last] + HOUR) if last < len(instants) else None


def _session(floor: Floor, desk: Desk) -> FloorSession | None:
    session = floor.sessions.get(desk.session_id) if desk.session_id is not None else None
    if session is None or not session.is_live:
        return None
    campaign = floor.campaigns.get(session.campaign_id) if session.campaign_id is not None else None
    return FloorSession(
        id=session.id,
        status="paused" if session.status is SessionStatus.PAUSED else "active",
        mode=session.mode,
        campaign_id=session.campaign_id,
        campaign=campaign.name if campaign is not None else None,
        started_at=utc(session.started_at),
        expires_at=utc(session.expires_at),
        paused_at=utc_or_none(session.paused_at),
        paused_seconds=session.paused_total // SECOND,
        last_activity_at=utc(session.last_activity_at),
        calls=session_calls(floor, session),
        calls_limit=floor.limit(LimitId.CALLS_DAY, session.tenant_id, session.agent_id).amount,
        attempted=session.attempted,
        reached=session.reached,
        converted=session.converted,
    )


def session_calls(floor: Floor, session: Session) -> int:
    """How many calls count against the session's day."""
    return floor.usage.used(LimitId.CALLS_DAY, session.id, session.last_activity_at)


def refusal_sentence(code: str, limit_id: str, amount: int) -> str:
    """The sentence the dialer was told."""
    known = _SENTENCES.get(code)
    if known is None:
        return code
    limit = Limit(limit_id=LimitId(limit_id), amount=amount, enforcement=Enforcement.ENFORCE, source="")
    return limit.sentence


def _refusal(desk: Desk) -> RefusalNote | None:
    refused = desk.last_refused
    if refused is None:
        return None
    return RefusalNote(
        code=refused.code,
        sentence=refusal_sentence(refused.code, refused.limit_id, refused.amount),
        at=utc(refused.at),
        retry_at=utc_or_none(refused.retry_at),
        count=desk.refusal_run,
    )
