"""A session's life and clock: active, paused, completed, expired. Paused time counts towards its age."""

from enum import StrEnum

import msgspec

from app.engine.value import SECOND, Id, Instant, Value


class SessionStatus(StrEnum):
    """Where a session is in its life."""

    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    EXPIRED = "expired"


LIVE = frozenset({SessionStatus.ACTIVE, SessionStatus.PAUSED})


class Session(Value, frozen=True, kw_only=True):
    """One dialing session as it stands. `paused_total` is microseconds of ended pauses."""

    id: Id
    tenant_id: Id
    agent_id: Id
    started_by: Id
    campaign_id: Id | None
    mode: str
    started_at: Instant
    expires_at: Instant
    last_activity_at: Instant
    status: SessionStatus = SessionStatus.ACTIVE
    ended_at: Instant | None = None
    end_reason: str | None = None
    paused_at: Instant | None = None
    paused_total: int = 0
    attempted: int = 0
    reached: int = 0
    converted: int = 0

    @property
    def is_live(self) -> bool:
        """True while it counts against the tenant's active sessions: active or paused."""
        return self.status in LIVE


def pause(session: Session, now: Instant) -> Session | str:
    """The session paused, or why it cannot be."""
    if session.status is not SessionStatus.ACTIVE:
        return _cannot("paused", session)
    return msgspec.structs.replace(session, status=SessionStatus.PAUSED, paused_at=now, last_activity_at=now)


def resume(session: Session, now: Instant) -> Session | str:
    """The session active again, or why it cannot be."""
    if session.status is not SessionStatus.PAUSED:
        return _cannot("resumed", session)
    return msgspec.structs.replace(
        session,
        status=SessionStatus.ACTIVE,
        paused_at=None,
        paused_total=_paused_until(session, now),
        last_activity_at=now,
    )


def complete(session: Session, now: Instant, reason: str) -> Session | str:
    """The session ended by a dialer, a supervisor or idleness, or why it cannot be."""
    if not session.is_live:
        return _cannot("ended", session)
    return _ended(session, SessionStatus.COMPLETED, now, reason)


def expire(session: Session) -> Session:
    """The session ended by its age. It ends at `expires_at`, whenever that is noticed; one that has ended stays so."""
    if not session.is_live:
        return session
    return _ended(session, SessionStatus.EXPIRED, session.expires_at, "maximum session duration")


def expiry(started_at: Instant, age: int) -> Instant:
    """When a session that may last `age` seconds expires: to the second, paused or not."""
    return started_at + age * SECOND


def _ended(session: Session, status: SessionStatus, at: Instant, reason: str) -> Session:
    return msgspec.structs.replace(
        session,
        status=status,
        ended_at=at,
        end_reason=reason,
        paused_at=None,
        paused_total=_paused_until(session, at),
    )


def _paused_until(session: Session, at: Instant) -> int:
    if session.paused_at is None:
        return session.paused_total
    return session.paused_total + max(0, at - session.paused_at)


def _cannot(what: str, session: Session) -> str:
    if session.status is SessionStatus.PAUSED and what == "paused":
        return "The session is already paused"
    return f"The session is {session.status.value} and cannot be {what}"
