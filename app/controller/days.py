"""Where a tenant's day ends: "not called today" is a question of its time zone."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.engine.value import MINUTE, Instant

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def next_day(now: Instant, time_zone: str) -> Instant:
    """The first instant of the local day after the one that holds `now`, in an IANA zone."""
    # Every zone's midnight falls on a quarter of an hour, so within one the answer is the same.
    return _next_day(now // (15 * MINUTE), time_zone)


@lru_cache(maxsize=1024)
def _next_day(quarter: int, time_zone: str) -> Instant:
    zone = ZoneInfo(time_zone)
    local = datetime.fromtimestamp(quarter * 15 * 60, tz=zone)
    midnight = datetime.combine(local.date() + timedelta(days=1), datetime.min.time(), tzinfo=zone)
    return (midnight.astimezone(UTC) - _EPOCH) // timedelta(microseconds=1)
