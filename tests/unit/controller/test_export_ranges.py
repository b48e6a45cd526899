"""Named ranges and due instants on a tenant's calendar, over months and clock changes."""

from datetime import UTC, datetime

import pytest

from app.controller.days import local_day
from app.controller.export_ranges import Periods, Span, named_span
from app.controller.export_times import last_due, next_due
from app.engine.exports import ExportSchedule
from app.engine.value import HOUR, Instant
from app.wire.base import instant_of

CHICAGO = "America/Chicago"


def at(text: str) -> Instant:
    return instant_of(datetime.fromisoformat(text).replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "start", "stop"),
    [
        ("last-month", "2026-02-01T06:00", "2026-03-01T06:00"),
        ("this-month", "2026-03-01T06:00", "2026-04-01T05:00"),
        ("yesterday", "2026-03-08T06:00", "2026-03-09T05:00"),
        ("today", "2026-03-09T05:00", "2026-03-10T05:00"),
        ("last-7-days", "2026-03-02T06:00", "2026-03-09T05:00"),
        ("last-30-days", "2026-02-07T06:00", "2026-03-09T05:00"),
    ],
)
def test_days_and_months_are_whole_ones_of_the_tenants_calendar(name: str, start: str, stop: str) -> None:
    """2026-03-08 had 23 hours in Chicago."""
    assert named_span(name, at("2026-03-09T17:00"), CHICAGO) == Span(at(start), at(stop))


def test_a_year_ends_between_two_months() -> None:
    assert named_span("last-month", at("2027-01-31T12:00"), "UTC") == Span(at("2026-12-01"), at("2027-01-01"))
    assert named_span("all", at("2027-01-31T12:00"), "UTC") == Span(None, None)


def test_periods_are_30_local_days_from_the_anchor_over_a_clock_change() -> None:
    """As the abandonment page has them: from February 20 to March 21 in Chicago there are 30 days and 719 hours."""
    periods = Periods(anchor=local_day(at("2026-02-20T12:00"), CHICAGO), today=0, zone=CHICAGO)

    def named(name: str, now: str) -> Span | None:
        here = at(now)
        return named_span(name, here, "UTC", periods._replace(today=local_day(here, CHICAGO)))

    first = Span(at("2026-02-20T06:00"), at("2026-03-22T05:00"))
    assert named("this-period", "2026-02-20T06:00") == first
    assert named("this-period", "2026-03-22T04:59") == first
    assert named("last-period", "2026-03-22T05:00") == first
    assert named("this-period", "2026-03-22T05:00") == Span(at("2026-03-22T05:00"), at("2026-04-21T05:00"))
    assert named("last-period", "2026-03-01T12:00") == Span(at("2026-02-20T06:00"), at("2026-02-20T06:00")), "none yet"
    assert named_span("this-period", at("2026-03-01T12:00"), CHICAGO) is None


def schedule(minute: int) -> ExportSchedule:
    return ExportSchedule(minute=minute, zone=CHICAGO, folder="/srv", keep=1)


def test_a_skipped_minute_is_due_an_hour_later_and_a_repeated_one_once() -> None:
    skipped = schedule(150)
    assert next_due(skipped, at("2026-03-08T06:30")) == at("2026-03-08T08:30")
    assert next_due(skipped, at("2026-03-08T08:30")) == at("2026-03-09T07:30")
    twice = schedule(90)
    first = at("2026-11-01T06:30")
    assert next_due(twice, first - HOUR) == first
    assert last_due(twice, first + HOUR) == first
    assert next_due(twice, first) == at("2026-11-02T07:30")


def test_of_several_missed_the_last_one_counts() -> None:
    assert last_due(schedule(60), at("2026-06-10T12:00")) == at("2026-06-10T06:00")
    assert last_due(schedule(60), at("2026-06-10T05:59")) == at("2026-06-09T06:00")
