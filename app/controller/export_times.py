"""When a scheduled export is due: each local day at its minute, whatever the clocks do that night."""

from datetime import date, datetime, time, timedelta

from app.compliance.zones import zone_of
from app.engine.exports import ExportSchedule
from app.engine.value import Instant
from app.wire.base import instant_of, utc


def last_due(schedule: ExportSchedule, now: Instant) -> Instant:
    """The latest due instant that is not after `now`: of those that were missed only the last one counts."""
    today = _local_day(schedule, now)
    due = _due_on(schedule, today)
    return due if due <= now else _due_on(schedule, today - timedelta(days=1))


def next_due(schedule: ExportSchedule, now: Instant) -> Instant:
    """The first due instant after `now`."""
    today = _local_day(schedule, now)
    due = _due_on(schedule, today)
    return due if due > now else _due_on(schedule, today + timedelta(days=1))


def _local_day(schedule: ExportSchedule, now: Instant) -> date:
    return utc(now).astimezone(zone_of(schedule.zone)).date()


def _due_on(schedule: ExportSchedule, day: date) -> Instant:
    # A minute that the clocks skip is due an hour later, one that they repeat is due the first time.
    wall = time(schedule.minute // 60, schedule.minute % 60)
    return instant_of(datetime.combine(day, wall, tzinfo=zone_of(schedule.zone)))
