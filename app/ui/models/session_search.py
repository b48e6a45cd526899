"""Which sessions are looked at: the segment, the range of days, the words. No Qt."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from app.ui.models.moment import Instant
from app.ui.tongue import marked

Segment = Literal["live", "ended", "all"]
SEGMENTS: tuple[tuple[Segment, str], ...] = (
    ("live", marked("Live")),
    ("ended", marked("Ended")),
    ("all", marked("All")),
)
BETWEEN = "between"
RANGES: tuple[tuple[str, str], ...] = (
    ("1", marked("Started today")),
    ("7", marked("Last 7 days")),
    ("30", marked("Last 30 days")),
    ("0", marked("Any time")),
    (BETWEEN, marked("Between…")),
)
"""Days back to the start of the first, today being one; 0 is without an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionQuery:
    """What is asked of the past; days are those of the supervisor's own zone."""

    segment: Segment = "live"
    days: str = "7"
    first: date | None = None
    last: date | None = None
    text: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What every session's names must hold."""
        return tuple(self.text.casefold().split())

    def since(self, now: Instant) -> Instant | None:
        """The first instant asked for, None without one."""
        today = now.astimezone().date()
        if self.days == BETWEEN:
            return _midnight(self.first or today)
        days = int(self.days)
        return _midnight(today - timedelta(days=days - 1)) if days else None

    def until(self, now: Instant) -> Instant | None:
        """The first instant no longer asked for, None without one."""
        if self.days != BETWEEN:
            return None
        last = max(self.last or now.astimezone().date(), self.first or date.min)
        return _midnight(last + timedelta(days=1))


def _midnight(day: date) -> Instant:
    return datetime.combine(day, time()).astimezone().astimezone(UTC)
