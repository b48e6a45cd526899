"""When each contact of the month may be called: by the calendar of its tenant, and by what it asked for."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from tests.fakes.naive_rules import HOUR, MINUTE, Instant
from tests.proof.month_crew import ZONE, local

NEVER = 1 << 62
CLOSING = ("converted", "not_interested")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Wait:
    due_at: Instant
    is_callback: bool = False
    was_callback: bool = False


class Contacts:
    """Who may be called when."""

    def __init__(self, due: dict[str, Instant]) -> None:
        self._waits = {contact: _Wait(at) for contact, at in due.items()}

    def hand_out(self, contact: str, now: Instant) -> bool:
        """Call it; false if it may not be called yet."""
        wait = self._waits[contact]
        was_due = wait.due_at <= now
        wait.was_callback, wait.is_callback = wait.is_callback, False
        wait.due_at = max(next_midnight(now), now + HOUR)
        return was_due

    def give_back(self, contact: str, now: Instant) -> None:
        """It was not called after all; one that was promised a call rests for five minutes."""
        wait = self._waits[contact]
        wait.is_callback = wait.was_callback
        wait.due_at = now + (5 * MINUTE if wait.is_callback else 0)

    def settle(self, contact: str, word: str, now: Instant, callback_in: int | None) -> None:
        """A conversation ended."""
        wait = self._waits[contact]
        wait.is_callback = callback_in is not None
        wait.due_at = next_midnight(now) if callback_in is None else now + callback_in
        if word in CLOSING:
            wait.due_at = NEVER


def next_midnight(now: Instant) -> Instant:
    """When the day that holds `now` ends in New York."""
    local_day = (_EPOCH + timedelta(microseconds=now)).astimezone(ZONE).date()
    return _first_of(local_day + timedelta(days=1))


@lru_cache(maxsize=64)
def _first_of(day: date) -> Instant:
    return local(day, 0)
