"""A job that comes again every so many seconds, whatever the wall clock that it is due by was set to meanwhile."""

from datetime import datetime, timedelta

from apscheduler.triggers.base import BaseTrigger


@BaseTrigger.register
class Every:
    """Due so many seconds after the last run, at the same beat; times that were missed are left out.

    APScheduler's own interval goes through every missed time, one by one: after a machine's sleep, or a wall clock set
    forward by a day, 86,400 of them for each job that runs each second, in the middle of the decisions' loop.
    """

    __slots__ = ("_step",)

    def __init__(self, seconds: int) -> None:
        self._step = timedelta(seconds=seconds)

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        """The first time on the beat of the last run that is still to come; a last run yet to come is no beat."""
        if previous_fire_time is None or previous_fire_time > now:
            return now + self._step
        missed = (now - previous_fire_time) // self._step
        return previous_fire_time + (missed + 1) * self._step
