"""What time brings about for an agent: sessions end, and their open calls with them, silent calls close, terms end.

Every decision asks, so that a job that is late or never runs changes none of them.
"""

from app.controller.change import Change
from app.controller.limit_terms import end_terms
from app.engine.calls import hang_up
from app.engine.sessions import Session
from app.engine.terms import first_end
from app.engine.value import Id, Instant
from app.engine.windows import NEVER


def end_calls(change: Change, session: Session, at: Instant) -> None:
    """Hang up the session's open calls at the instant it ended: answered ones completed, others not answered."""
    # A call that had been silent for too long before that ended at its own deadline, whoever notices first.
    change.lapse_calls(session.agent_id, at)
    for call in list(change.floor.desks[session.agent_id].open_calls.values()):
        if call.session_id == session.id:
            change.report_call(hang_up(call, max(at, call.created_at), "session end"), at, "session end")


def expire_if_due(change: Change, session: Session, now: Instant) -> Session:
    """The session as it is at `now`: expired with its calls if its age has come."""
    ended = change.expire_session(session, now)
    if ended is not session and ended.ended_at is not None:
        end_calls(change, ended, ended.ended_at)
    return ended


def expire_all(change: Change, now: Instant) -> None:
    """Every session of every tenant whose age has come, ended at that instant.

    An edit of the age asks for it first: whether a session has expired must not hang on when a job last ran.
    """
    floor = change.floor
    for tenant_id in list(floor.live):
        # Of a hundred thousand sessions hardly one is due: the others cost a comparison.
        for session in [session for session in floor.live_sessions(tenant_id) if session.expires_at <= now]:
            expire_if_due(change, session, now)


def settle(change: Change, agent_id: Id, now: Instant) -> None:
    """Bring an agent to what it is at `now`: calls ended with their session or silent too long, limits gone back."""
    floor = change.floor
    desk = floor.desks[agent_id]
    if now < desk.due_at:
        return
    for session_id in {call.session_id for call in desk.open_calls.values()}:
        session = floor.sessions.get(session_id)
        if session is not None:
            expire_if_due(change, session, now)
    change.lapse_calls(agent_id, now)
    end_terms(change, agent_id, now)
    moments = [call.deadline for call in desk.open_calls.values() if call.deadline is not None]
    sessions = [floor.sessions.get(call.session_id) for call in desk.open_calls.values()]
    live = floor.sessions.get(desk.session_id) if desk.session_id is not None else None
    moments += [session.expires_at for session in (*sessions, live) if session is not None and session.is_live]
    moments.append(first_end(desk.agent.configuration))
    desk.due_at = min(moments, default=NEVER)
