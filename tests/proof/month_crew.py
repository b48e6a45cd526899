"""A crew as the trade has it, from a seed: shifts of eight hours and more, redials, pauses, calls that nobody reports.

Each member is a generator: it says what it does next and when, and is sent what it was told.
"""

import random
from collections.abc import Generator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.fakes.naive_rules import HOUR, MINUTE, SECOND, Instant

ZONE = ZoneInfo("America/New_York")
FIRST_DAY = date(2026, 10, 15)
"""Daylight saving ends in the month: on 1 November, under the night shift."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Told(NamedTuple):
    """What a member was told, and when. `calls` are ids of calls with their contacts."""

    at: Instant
    what: str
    limit: str = ""
    retry_at: Instant | None = None
    session: str = ""
    calls: tuple[tuple[str, str], ...] = ()


class Begin(NamedTuple):
    """Start a session."""

    at: Instant


class Dial(NamedTuple):
    """Ask whom to call."""

    at: Instant
    session: str
    lines: int


class Report(NamedTuple):
    """Say how far a call got."""

    at: Instant
    call: str
    status: str


class Dispose(NamedTuple):
    """Say how a conversation ended; `callback_in` is when the contact wants to be called again."""

    at: Instant
    call: tuple[str, str]
    session: str
    word: str
    callback_in: int | None = None


class Move(NamedTuple):
    """Pause, resume or end the session."""

    at: Instant
    session: str
    how: str


Deed = Begin | Dial | Report | Dispose | Move
Life = Generator[Deed, Told, None]


def local(day: date, hour: float) -> Instant:
    """An instant of a day by the clock on the wall in New York."""
    moment = datetime.combine(day, datetime.min.time(), tzinfo=ZONE) + timedelta(hours=hour)
    return (moment.astimezone(UTC) - _EPOCH) // timedelta(microseconds=1)


class Member:
    """One agent: its mode, its hours, its temper."""

    def __init__(self, number: int, seed: int) -> None:
        self._dice = random.Random(f"{seed}/{number}")
        self.mode = self._dice.choices(("power", "preview", "predictive"), (0.6, 0.25, 0.15))[0]
        self._begins = 22.0 if number % 10 == 9 else 8.0 + number % 4
        self._hours = 9.5 if number % 7 == 3 else 8.0 if number % 3 else 7.5
        self._pace = self._dice.uniform(0.6, 1.4)

    def life(self, days: int) -> Life:
        """Every shift of so many days; weekends are off for the most part."""
        for ahead in range(days):
            day = FIRST_DAY + timedelta(days=ahead)
            if day.weekday() >= 5 and self._dice.random() < 0.85:
                continue
            begins = local(day, self._begins) + self._dice.randrange(20 * MINUTE)
            yield from self._shift(begins, begins + int(self._hours * HOUR))

    def _shift(self, at: Instant, ends: Instant) -> Generator[Deed, Told, None]:
        told = yield Begin(at)
        while told.what == "refused" and told.at + 10 * MINUTE < ends:
            told = yield Begin(told.at + 10 * MINUTE)
        session, at = told.session, told.at
        lunch = at + 4 * HOUR
        while session and at < ends:
            if at >= lunch:
                lunch = ends + HOUR
                at = yield from self._pause(session, at)
            told = yield Dial(at + self._dice.randrange(1, SECOND), session, self._lines())
            if told.limit == "session.age":
                told = yield Begin(told.at + SECOND)
                session, at = told.session, told.at + SECOND
            elif told.what == "refused":
                at = self._retry(told)
            elif told.what == "admitted":
                at = yield from self._talk(session, told)
            else:
                at = told.at + MINUTE
        if session:
            yield Move(max(at, told.at) + 1, session, "end")

    def _pause(self, session: str, at: Instant) -> Generator[Deed, Told, Instant]:
        told = yield Move(at, session, "pause")
        told = yield Move(told.at + 30 * MINUTE, session, "resume")
        return told.at + SECOND

    def _retry(self, told: Told) -> Instant:
        """Most clients wait as they are told, to the second; some try again at once, or every few seconds."""
        wait = 60 * SECOND if told.retry_at is None else -((told.at - told.retry_at) // SECOND) * SECOND
        if self._dice.random() < 0.2:
            return told.at + min(wait, self._dice.choice((1, SECOND, 5 * SECOND, 30 * SECOND)))
        return told.at + wait - self._dice.choice((0, 0, 1))

    def _lines(self) -> int:
        return self._dice.choice((2, 3, 3, 4)) if self.mode == "predictive" else 1

    def _talk(self, session: str, told: Told) -> Generator[Deed, Told, Instant]:
        at = told.at
        for call in told.calls:
            at = yield from self._call(session, call, at)
        return at + int(self._dice.expovariate(1 / (18 * SECOND)) * self._pace) + 2 * SECOND

    def _call(self, session: str, call: tuple[str, str], at: Instant) -> Generator[Deed, Told, Instant]:
        dice = self._dice
        fate = dice.random()
        if fate < 0.02:
            told = yield Report(at + dice.randrange(1, 3 * SECOND), call[0], "not_placed")
            return told.at
        if fate < 0.05:
            return (yield from self._silence(session, call, at))
        if dice.random() < 0.3:
            told = yield Report(at + dice.randrange(1, 4 * SECOND), call[0], "ringing")
            at = told.at
        if fate < 0.7:
            status = dice.choices(("no_answer", "busy", "voicemail", "failed"), (0.6, 0.1, 0.25, 0.05))[0]
            told = yield Report(at + dice.randrange(5 * SECOND, 28 * SECOND), call[0], status)
            return told.at
        told = yield Report(at + dice.randrange(2 * SECOND, 20 * SECOND), call[0], "answered")
        told = yield Report(told.at + int(dice.expovariate(1 / (75 * SECOND)) * self._pace), call[0], "completed")
        word = dice.choices(("answered", "interested", "callback", "converted", "not_interested"), (5, 3, 1, 1, 2))[0]
        back = dice.randrange(10 * MINUTE, 3 * HOUR) if word == "callback" else None
        told = yield Dispose(told.at + dice.randrange(SECOND, 15 * SECOND), call, session, word, back)
        return told.at

    def _silence(self, session: str, call: tuple[str, str], at: Instant) -> Generator[Deed, Told, Instant]:
        """Nobody reports, until the call has rung out; and now and then somebody does after all."""
        later = at + self._dice.randrange(5 * SECOND, 90 * SECOND)
        if self._dice.random() < 0.5:
            return later
        told = yield Report(later, call[0], "answered")
        told = yield Report(told.at + 30 * SECOND, call[0], "completed")
        told = yield Dispose(told.at + SECOND, call, session, "no_answer")
        return told.at
