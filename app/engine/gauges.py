"""Limits on how many there are at once, and on how old one may get."""

from collections.abc import Iterable

from app.engine.limits import Limit
from app.engine.sessions import Session
from app.engine.usage import Gate
from app.engine.value import Id, Instant


def active_gate(limit: Limit, tenant_id: Id, expiries: Iterable[Instant | None], now: Instant) -> Gate:
    """`sessions.active`: closed while the tenant has `limit.amount` live sessions, paused included.

    `expiries` are when its live sessions expire, None for one whose age only alerts. It opens for certain when
    enough of them have expired; a session ended before that opens it earlier.
    """
    live = [expiry for expiry in expiries if expiry is None or expiry > now]
    used = len(live)
    if used < limit.amount:
        return Gate(limit=limit, subject=tenant_id, used=used, closed=False, opens_at=now)
    ends = sorted(expiry for expiry in live if expiry is not None)
    excess = used - limit.amount
    opens_at = ends[excess] if limit.amount > 0 and excess < len(ends) else None
    return Gate(limit=limit, subject=tenant_id, used=used, closed=True, opens_at=opens_at)


def age_gate(limit: Limit, session: Session, now: Instant) -> Gate:
    """`session.age`: closed for ever from `expires_at` on, because waiting does not make a session younger."""
    used = (now - session.started_at) // 1_000_000
    return Gate(limit=limit, subject=session.id, used=used, closed=now >= session.expires_at, opens_at=None)
