"""A dialer asks how it stands: every limit that touches it."""

from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.outcomes import Done, Missing, Outcome
from app.controller.rows import session_row
from app.controller.session_ends import expire_if_due, settle
from app.engine.limits import Limit, LimitId
from app.engine.people import Identity
from app.engine.sessions import Session
from app.engine.value import SECOND, Id, Instant, Value
from app.wire.base import utc_or_none
from app.wire.dialer import LimitUse, StatusAnswer


class AskStatus(Value, frozen=True, kw_only=True):
    """Whose limits: the caller's, and a session's if one is named."""

    session_id: Id | None = None


def status(change: Change, identity: Identity, intent: AskStatus, now: Instant) -> Outcome[StatusAnswer]:
    """Every limit that touches the caller: used, limit, remaining, and when the next used slot comes free."""
    floor = change.floor
    session: Session | None = None
    if intent.session_id is not None:
        session = floor.session(identity.tenant_id, intent.session_id)
        if session is None:
            return Missing(what="session")
        session = expire_if_due(change, session, now)
    agent_id = session.agent_id if session is not None else floor.agent_of_user.get(identity.user_id)
    if agent_id is not None:
        settle(change, agent_id, now)
    limits = [
        windowed(floor, LimitId.API_MINUTE, identity.tenant_id, identity.user_id, now),
        windowed(floor, LimitId.API_HOUR, identity.tenant_id, identity.user_id, now),
        sessions_use(floor, identity.tenant_id, now),
    ]
    if agent_id is not None:
        limits += agent_uses(floor, identity.tenant_id, agent_id, now)
    if session is not None:
        limits += session_uses(floor, session, now)
    row = session_row(session) if session is not None else None
    return Done(StatusAnswer(success=True, limits=limits, session=row))


def agent_uses(floor: Floor, tenant_id: Id, agent_id: Id, now: Instant) -> list[LimitUse]:
    """An agent's calls per hour and the gap between its calls."""
    gap = floor.limit(LimitId.CALLS_GAP, tenant_id, agent_id)
    pace = floor.desks[agent_id].pace
    last = max(pace.handed_out_at or 0, pace.ended_at or 0)
    opens_at = last + gap.amount * SECOND
    waits = opens_at > now and last > 0
    return [
        windowed(floor, LimitId.CALLS_HOUR, tenant_id, agent_id, now, agent_id),
        _use(gap, agent_id, int(waits), opens_at if waits else None, remaining=int(not waits)),
    ]


def session_uses(floor: Floor, session: Session, now: Instant) -> list[LimitUse]:
    """A session's calls per day and its age in seconds."""
    age = floor.limit(LimitId.SESSION_AGE, session.tenant_id)
    used = (now - session.started_at) // SECOND
    return [
        windowed(floor, LimitId.CALLS_DAY, session.tenant_id, session.id, now, session.agent_id),
        _use(age, session.id, used, session.expires_at),
    ]


def sessions_use(floor: Floor, tenant_id: Id, now: Instant) -> LimitUse:
    """The tenant's active sessions, paused included."""
    limit = floor.limit(LimitId.SESSIONS_ACTIVE, tenant_id)
    live = [session.expires_at for session in floor.live_sessions(tenant_id) if not floor.expires(session, now)]
    return _use(limit, tenant_id, len(live), min(live, default=None))


def windowed(
    floor: Floor, limit_id: LimitId, tenant_id: Id, subject: Id, now: Instant, agent_id: Id | None = None
) -> LimitUse:
    """A windowed limit of one subject."""
    limit = floor.limit(limit_id, tenant_id, agent_id)
    used = floor.usage.used(limit_id, subject, now)
    return _use(limit, subject, used, floor.usage.next_free_at(limit_id, subject, now))


def _use(limit: Limit, subject: Id, used: int, reset_at: Instant | None, remaining: int | None = None) -> LimitUse:
    window = limit.kind.window
    return LimitUse(
        limit_id=limit.limit_id.value,
        subject=subject,
        enforcement=limit.enforcement.value,
        source=limit.source,
        limit=limit.amount,
        used=used,
        remaining=max(0, limit.amount - used) if remaining is None else remaining,
        window_seconds=None if window is None else window // SECOND,
        reset_at=utc_or_none(reset_at),
    )
