"""Which day it is for a tenant, and where that day ends: both are questions of its time zone."""

from datetime import UTC, date, datetime, timedelta
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


def local_day(now: Instant, time_zone: str) -> int:
    """The local date that holds `now` in an IANA zone, as a number: 0 is 1970-01-01."""
    return _local_day(now // (15 * MINUTE), time_zone)


@lru_cache(maxsize=1024)
def _local_day(quarter: int, time_zone: str) -> int:
    local = datetime.fromtimestamp(quarter * 15 * 60, tz=ZoneInfo(time_zone))
    return local.toordinal() - _EPOCH.toordinal()


def day_start(day: int, time_zone: str) -> Instant:
    """The first instant of a numbered local day in an IANA zone."""
    midnight = datetime.combine(date_of(day), datetime.min.time(), tzinfo=ZoneInfo(time_zone))
    return (midnight.astimezone(UTC) - _EPOCH) // timedelta(microseconds=1)


def date_of(day: int) -> date:
    """The calendar date of a numbered day."""
    return date.fromordinal(day + _EPOCH.toordinal())
