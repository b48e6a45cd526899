"""A dialer or a supervisor pauses, resumes or ends a session."""

from enum import StrEnum

from app.controller.change import Change
from app.controller.next_contact import expired
from app.controller.outcomes import Conflict, Done, Missing, Outcome
from app.controller.rows import session_row
from app.controller.session_ends import end_calls, expire_if_due
from app.engine import events
from app.engine.people import Identity
from app.engine.sessions import Session, SessionStatus, complete, pause, resume
from app.engine.value import Id, Instant, Value
from app.wire.dialer import SessionAnswer


class Move(StrEnum):
    """What is to be done with the session."""

    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


_HOW = {Move.PAUSE: "paused", Move.RESUME: "resumed", Move.END: "ended"}
_MESSAGE = {Move.PAUSE: "Session paused", Move.RESUME: "Session resumed", Move.END: "Session stopped"}


class MoveSession(Value, frozen=True, kw_only=True):
    """Which session, what with it, and why; `reason` is empty when the dialer itself asks."""

    session_id: Id
    move: Move
    reason: str = ""


def move_session(change: Change, identity: Identity, intent: MoveSession, now: Instant) -> Outcome[SessionAnswer]:
    """The session moved, or why its state forbids it; a supervisor's move is kept in the audit trail."""
    found = change.floor.session(identity.tenant_id, intent.session_id)
    if found is None:
        return Missing(what="session")
    session = expire_if_due(change, found, now)
    if session.status is SessionStatus.EXPIRED and intent.move is not Move.END:
        return expired(change, identity, session, now)
    moved = _moved(session, intent, now)
    if isinstance(moved, str):
        return Conflict(sentence=moved)
    change.move_session(moved, _HOW[intent.move], now, identity.user, intent.reason)
    if intent.move is Move.END:
        end_calls(change, moved, now)
    if intent.reason:
        change.add(_deed(identity, session, moved, intent, now))
    return Done(SessionAnswer(success=True, message=_MESSAGE[intent.move], session=session_row(moved)))


def _moved(session: Session, intent: MoveSession, now: Instant) -> Session | str:
    match intent.move:
        case Move.PAUSE:
            return pause(session, now)
        case Move.RESUME:
            return resume(session, now)
        case Move.END:
            return complete(session, now, intent.reason or "stopped by the dialer")


def _deed(
    identity: Identity, before: Session, after: Session, intent: MoveSession, now: Instant
) -> events.DeedRecorded:
    return events.DeedRecorded(
        tenant_id=identity.tenant_id,
        at=now,
        user=identity.user,
        action=f"session.{intent.move.value}",
        subject=after.id,
        before=before.status.value,
        after=after.status.value,
        reason=intent.reason,
    )
