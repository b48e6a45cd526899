"""Quiet hours are hours of the tenant's own wall clock, through the change to summer time and over midnight."""

import pytest

from app.controller.alert_hours import are_quiet
from app.engine.alert_rules import AlertSettings, QuietHours
from app.engine.value import SECOND, Instant
from app.wire.base import instant_of
from tests.fakes.wire_answers import NOON

NIGHTS = AlertSettings(quiet_hours=QuietHours(start=22 * 60, end=7 * 60))


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> Instant:
    return instant_of(NOON.replace(month=month, day=day, hour=hour, minute=minute, second=0))


@pytest.mark.parametrize(
    ("zone", "instant", "quiet"),
    [
        ("UTC", at(24, 22), True),
        ("UTC", at(24, 22) - 1, False),
        ("UTC", at(24, 7), False),
        ("UTC", at(24, 7) - SECOND, True),
        ("America/New_York", at(24, 22), False),
        ("America/New_York", at(24, 3), True),
        ("America/New_York", at(24, 12), False),
        ("America/New_York", at(24, 11, 59), True),
        ("Asia/Kolkata", at(24, 16, 30), True),
        ("Asia/Kolkata", at(24, 16, 29), False),
        ("America/New_York", at(24, 11, 0, month=7), False),
        ("America/New_York", at(24, 10, 59, month=7), True),
    ],
)
def test_it_is_quiet_by_the_tenants_clock(zone: str, instant: Instant, quiet: bool) -> None:
    assert are_quiet(NIGHTS, zone, instant) is quiet


def test_without_quiet_hours_it_never_is() -> None:
    assert not are_quiet(AlertSettings(), "UTC", at(24, 3))
