"""The crew of the endurance run: the month's people in three shifts a day, every day, and what each does next."""

from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush
from typing import NamedTuple

from app.controller.outcomes import Done, Limited, Outcome
from app.engine.people import Identity
from app.engine.value import HOUR, MINUTE, Instant
from app.wire.dialer import NextContactAnswer, StartAnswer
from tests.fakes.bare_engine import Deed as Asked
from tests.proof.endurance_world import START
from tests.proof.month_crew import Deed, Life, Member, Report, Told
from tests.proof.month_deeds import asked_of

SHIFTS = 3
SHIFT_HOURS = 24 // SHIFTS
CALLS_AN_HOUR = 31
"""What a member of the crew comes to, about: they talk and write up twice as long as the month's."""

_SLOWER = 2.2


class ShiftMember(Member):
    """Comes at the same hour every day; a third of the crew is there at any time."""

    def __init__(self, number: int, seed: int) -> None:
        super().__init__(number, seed)
        self._pace *= _SLOWER
        self._first = number % SHIFTS * SHIFT_HOURS * HOUR

    def life(self, days: int) -> Life:
        """Every day's shift."""
        for day in range(days):
            begins = START + day * 24 * HOUR + self._first
            yield from self._shift(begins + self._dice.randrange(20 * MINUTE), begins + SHIFT_HOURS * HOUR)


class Due(NamedTuple):
    """A member's next deed."""

    at: Instant
    number: int
    deed: Deed


class EnduranceCrew:
    """Who is there, in order of what comes next."""

    def __init__(self, crew: tuple[Identity, ...], days: int, seed: int) -> None:
        self._identities = crew
        self._members = [ShiftMember(number, seed) for number in range(len(crew))]
        self._lives: list[Life] = [member.life(days) for member in self._members]
        self._queue: list[Due] = []
        for number, life in enumerate(self._lives):
            self._go_on(number, partial(next, life))

    def next_at(self) -> Instant | None:
        """When the next deed is due."""
        return self._queue[0].at if self._queue else None

    def take(self) -> Due:
        """The next deed."""
        return heappop(self._queue)

    def identity(self, due: Due) -> Identity:
        """Whose it is."""
        return self._identities[due.number]

    def asked(self, due: Due, now: Instant) -> Asked:
        """The deed as the engine's use case."""
        return asked_of(self._identities[due.number], self._members[due.number], due.deed, now)

    def tell(self, due: Due, outcome: Outcome[object], now: Instant) -> None:
        """What it was told: from that it makes up its mind."""
        self._go_on(due.number, partial(self._lives[due.number].send, _told(outcome, now)))

    def _go_on(self, number: int, step: Callable[[], Deed]) -> None:
        try:
            deed = step()
        except StopIteration:
            return
        heappush(self._queue, Due(deed.at, number, deed))


def gives_back(due: Due) -> bool:
    """A slot that is given back is free once the log has it."""
    return isinstance(due.deed, Report) and due.deed.status == "not_placed"


def _told(outcome: Outcome[object], now: Instant) -> Told:
    match outcome:
        case Limited(refused=refused):
            return Told(now, "refused", refused.limit.limit_id.value, refused.retry_at)
        case Done(answer=StartAnswer() as answer):
            return Told(now, "admitted", session=answer.session.id)
        case Done(answer=NextContactAnswer(contact=contact) as answer):
            if contact is None:
                return Told(now, "none")
            named = [str(one["id"]) for one in (contact, *answer.next_contacts)]
            return Told(now, "admitted", calls=tuple(zip(answer.call_ids, named, strict=True)))
        case Done():
            return Told(now, "ok")
    return Told(now, "missing")
