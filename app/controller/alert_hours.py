"""What time of day it is for a tenant: its quiet hours are hours on its own wall clock."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.engine.alert_rules import AlertSettings
from app.engine.value import MINUTE, Instant

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def are_quiet(settings: AlertSettings, time_zone: str, now: Instant) -> bool:
    """True while the settings keep alerts from calling, in an IANA zone."""
    hours = settings.quiet_hours
    return hours is not None and hours.hold(_minute_of_day(now // MINUTE, time_zone))


@lru_cache(maxsize=256)
def _minute_of_day(minute: int, time_zone: str) -> int:
    local = (_EPOCH + timedelta(minutes=minute)).astimezone(ZoneInfo(time_zone))
    return local.hour * 60 + local.minute
