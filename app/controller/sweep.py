"""What time brings about without anyone asking: sessions expire or idle out, silent calls close.

Decisions ask the same questions themselves, so a sweep that is late or missed changes none of them.
"""

from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.session_ends import end_calls, expire_all, settle
from app.engine.sessions import Session, complete
from app.engine.value import MINUTE, Instant

IDLE_MINUTES = 120
"""A session without any activity for this long is ended: it holds one of the tenant's few places."""


def expire_sessions(floor: Floor, now: Instant) -> Change:
    """Every session whose age has come, ended at that instant."""
    change = Change(floor)
    expire_all(change, now)
    return change


def end_idle_sessions(floor: Floor, now: Instant, idle_minutes: int = IDLE_MINUTES) -> Change:
    """Every session that has done nothing for too long and has no call open, paused ones too.

    One that has expired has expired, whichever job comes first.
    """
    change = Change(floor)
    expire_all(change, now)
    for tenant_id in list(floor.live):
        for session in list(floor.live_sessions(tenant_id)):
            if now - session.last_activity_at >= idle_minutes * MINUTE and not _talks(floor, session):
                ended = complete(session, now, "idle for too long")
                if isinstance(ended, Session):
                    change.move_session(ended, "ended", now, "clock", "idle for too long")
                    end_calls(change, ended, now)
    return change


def _talks(floor: Floor, session: Session) -> bool:
    return any(call.session_id == session.id for call in floor.desks[session.agent_id].open_calls.values())


def close_lost_calls(floor: Floor, now: Instant) -> Change:
    """Every call that has been silent past its timeout and grace, closed as `no_answer` at that deadline."""
    change = Change(floor)
    for desk in floor.desks.values():
        if now >= desk.due_at:
            settle(change, desk.agent.id, now)
    return change
