"""The stretches of time that an export may name instead of two instants, on the tenant's calendar."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from app.compliance.zones import zone_of
from app.controller.days import day_start
from app.engine.abandonment import PERIOD_DAYS, period_start
from app.engine.value import Instant
from app.wire.base import instant_of, utc


class Span(NamedTuple):
    """`start` <= time < `stop`; None is without an end."""

    start: Instant | None
    stop: Instant | None


class Periods(NamedTuple):
    """The anchored periods of a campaign as its abandoned calls are counted: local days of the tenant's `zone`."""

    anchor: int
    today: int
    zone: str


def is_reckoned_from_a_campaign(name: str) -> bool:
    """Whether the stretch of this name needs a campaign's periods."""
    return name in _PERIODS


def named_span(name: str, now: Instant, zone: str, periods: Periods | None = None) -> Span | None:
    """The stretch of this name at `now`; None if it is reckoned from a campaign's periods and there are none.

    Days and months are whole ones of the tenant's calendar; a day on which the clocks change has 23 or 25 hours.
    Raises `KeyError` for a name that is not in `RANGE_NAMES`.
    """
    if name in _PERIODS:
        return None if periods is None else _PERIODS[name](periods)
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


def _period(back: int) -> Callable[[Periods], Span]:
    def span(periods: Periods) -> Span:
        begins = period_start(periods.anchor, periods.today) - back * PERIOD_DAYS
        first = max(periods.anchor, begins)
        return Span(day_start(first, periods.zone), day_start(begins + PERIOD_DAYS, periods.zone))

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
_PERIODS: MappingProxyType[str, Callable[[Periods], Span]] = MappingProxyType(
    {"this-period": _period(0), "last-period": _period(1)}
)
RANGE_NAMES = (*_CALENDAR, *_PERIODS)
