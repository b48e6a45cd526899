"""The pace of one agent: the gap between calls, and how many lines a predictive batch may have."""

from app.engine.limits import DialingMode, Limit
from app.engine.usage import Gate
from app.engine.value import SECOND, Id, Instant, Value

DEFAULT_LINES = 3
HIGHEST_LINES = 10


class Pace(Value, frozen=True, kw_only=True):
    """When the agent's last call was handed out and when the last one ended, None before the first."""

    handed_out_at: Instant | None = None
    ended_at: Instant | None = None


def gap_gate(limit: Limit, agent_id: Id, pace: Pace, now: Instant) -> Gate:
    """`calls.gap`: open from `limit.amount` seconds after the last hand-out or end, whichever is later."""
    last = max(pace.handed_out_at or 0, pace.ended_at or 0)
    opens_at = last + limit.amount * SECOND if last else now
    return Gate(limit=limit, subject=agent_id, used=1, closed=now < opens_at, opens_at=opens_at)


def lines_of(mode: DialingMode, asked: int | None) -> int:
    """How many contacts one `next-contact` hands out: predictive 1-10 (default 3), every other mode one."""
    if mode is not DialingMode.PREDICTIVE:
        return 1
    return DEFAULT_LINES if asked is None else asked
