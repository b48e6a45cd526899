"""Until when an alert may be snoozed: the usual spans, and what of one's own is sensible. No Qt."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from app.ui.models.alert_words import day_time
from app.ui.models.moment import Instant
from app.ui.tongue import tr

SnoozeId = Literal["quarter", "hour", "tomorrow", "own"]
LONGEST = timedelta(days=7)
MORNING = 8
"""Hour of the local day at which a floor that was left overnight is looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeChoice:
    """One span, in words with the instant it ends at."""

    id: SnoozeId
    words: str
    until: Instant


def tomorrow(now: Instant) -> Instant:
    """Eight in the morning of the next local day."""
    local = now.astimezone() + timedelta(days=1)
    return local.replace(hour=MORNING, minute=0, second=0, microsecond=0)


def choices(now: Instant) -> list[SnoozeChoice]:
    """The usual ones, the shortest first."""
    quarter, hour, morning = now + timedelta(minutes=15), now + timedelta(hours=1), tomorrow(now)
    return [
        SnoozeChoice(
            id="quarter", words=tr("15 minutes, to {time}").format(time=day_time(quarter, now)), until=quarter
        ),
        SnoozeChoice(id="hour", words=tr("An hour, to {time}").format(time=day_time(hour, now)), until=hour),
        SnoozeChoice(
            id="tomorrow", words=tr("Until tomorrow, {time}").format(time=day_time(morning, now)), until=morning
        ),
    ]


def fault_of(until: Instant, now: Instant) -> str:
    """Why it cannot be snoozed until then; empty if it can."""
    if until <= now:
        return tr("That has passed: choose a later time")
    return tr("A week at most: choose an earlier time") if until > now + LONGEST else ""
