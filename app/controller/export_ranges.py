"""The stretches of time that an export may name instead of two instants, on the tenant's calendar."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from app.compliance.zones import zone_of
from app.engine.abandonment import PERIOD_DAYS
from app.engine.value import DAY, Instant
from app.wire.base import instant_of, utc


class Span(NamedTuple):
    """`start` <= time < `stop`; None is without an end."""

    start: Instant | None
    stop: Instant | None


def named_span(name: str, now: Instant, zone: str, campaign_start: Instant | None = None) -> Span | None:
    """The stretch of this name at `now`; None if it is reckoned from a campaign's start and there is none.

    Days and months are whole ones of the tenant's calendar; a day on which the clocks change has 23 or 25 hours.
    Raises `KeyError` for a name that is not in `RANGE_NAMES`.
    """
    if name in _PERIODS:
        return None if campaign_start is None else _PERIODS[name](campaign_start, now)
    return _CALENDAR[name](utc(now).astimezone(zone_of(zone)))


def _midnight(local: datetime, days: int = 0) -> Instant:
    day = local.date() + timedelta(days=days)
    return instant_of(datetime(day.year, day.month, day.day, tzinfo=local.tzinfo))


def _days(first: int, last: int) -> Callable[[datetime], Span]:
    return lambda local: Span(_midnight(local, first), _midnight(local, last))


def _month(back: int) -> Callable[[datetime], Span]:
    def span(local: datetime) -> Span:
        begins = local.replace(day=1)
        for _ in range(back):
            begins = (begins - timedelta(days=1)).replace(day=1)
        return Span(_midnight(begins), _midnight((begins + timedelta(days=31)).replace(day=1)))

    return span


def _period(back: int) -> Callable[[Instant, Instant], Span]:
    def span(start: Instant, now: Instant) -> Span:
        length = PERIOD_DAYS * DAY
        begins = start + (max(0, now - start) // length - back) * length
        return Span(max(start, begins), begins + length)

    return span


_CALENDAR: MappingProxyType[str, Callable[[datetime], Span]] = MappingProxyType(
    {
        "last-month": _month(1),
        "this-month": _month(0),
        "yesterday": _days(-1, 0),
        "today": _days(0, 1),
        "last-7-days": _days(-7, 0),
        "last-30-days": _days(-30, 0),
        "all": lambda _: Span(None, None),
    }
)
_PERIODS: MappingProxyType[str, Callable[[Instant, Instant], Span]] = MappingProxyType(
    {"this-period": _period(0), "last-period": _period(1)}
)
RANGE_NAMES = (*_CALENDAR, *_PERIODS)
