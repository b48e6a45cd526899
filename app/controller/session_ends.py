"""A session ends: its open calls end with it."""

from app.controller.change import Change
from app.engine.calls import hang_up
from app.engine.sessions import Session
from app.engine.value import Instant


def end_calls(change: Change, session: Session, at: Instant) -> None:
    """Hang up the session's open calls at the instant it ended: answered ones completed, others not answered."""
    for call in list(change.floor.desks[session.agent_id].open_calls.values()):
        if call.session_id == session.id:
            change.report_call(hang_up(call, max(at, call.created_at), "session end"), at, "session end")


def expire_if_due(change: Change, session: Session, now: Instant) -> Session:
    """The session as it is at `now`: expired with its calls if its age has come."""
    ended = change.expire_session(session, now)
    if ended is not session and ended.ended_at is not None:
        end_calls(change, ended, ended.ended_at)
    return ended
