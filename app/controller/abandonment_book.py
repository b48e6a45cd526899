"""What is counted of abandoned calls, by campaign and day, and what is in flight: memory that every decision asks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.engine.abandonment import NOTHING, Figures, Flight, Tally, droppable, figures_on
from app.engine.calls import Call
from app.engine.value import Id


class _Calls:
    """Open calls of one agent in one campaign: those without an agent yet, and those that have one."""

    __slots__ = ("busy", "waiting")

    def __init__(self) -> None:
        self.waiting = 0
        self.busy = 0

    @property
    def droppable(self) -> int:
        """How many of them could be dropped."""
        return droppable(self.waiting, busy=self.busy > 0)


class AbandonmentBook:
    """Counts by family: a campaign and those split from it, or a tenant's calls of no campaign under its own id."""

    def __init__(self) -> None:
        self._days: dict[Id, dict[int, Tally]] = defaultdict(dict)
        self._first: dict[Id, int] = {}
        self._figures: dict[Id, tuple[int, int, Figures]] = {}
        self._open: dict[Id, dict[Id, _Calls]] = defaultdict(dict)
        self._droppable: dict[Id, int] = defaultdict(int)

    def count(self, family: Id, day: int, tally: Tally) -> None:
        """Add to one local day; what was counted before may be taken back."""
        self._figures.pop(family, None)
        days = self._days[family]
        after = days.get(day, NOTHING).plus(tally)
        if after != NOTHING:
            days[day] = after
            self._first[family] = min(day, self._first.get(family, day))
        elif days.pop(day, None) is not None and self._first.get(family) == day:
            # All was taken back: the family begins where it would have begun without it, as after a restart.
            self._first.pop(family)
            if days:
                self._first[family] = min(days)

    def days(self, family: Id) -> Mapping[int, Tally]:
        """Everything counted, by local day."""
        return self._days.get(family, {})

    def figures(self, family: Id, anchor: int, today: int) -> Figures:
        """The three figures of a campaign that started on local day `anchor`.

        Every batch and every strip asks: they are added up once after each count, and once a day.
        """
        known = self._figures.get(family)
        if known is None or known[:2] != (anchor, today):
            known = self._figures[family] = (anchor, today, figures_on(self.days(family), anchor, today))
        return known[2]

    def first_day(self, family: Id) -> int | None:
        """The first day on which anything was counted."""
        return self._first.get(family)

    def moved(self, family: Id, before: Call | None, call: Call) -> None:
        """A call is in flight as it stands now, and no more as it was; most reports change neither."""
        if before is not None:
            if before.is_open == call.is_open and before.is_connected == call.is_connected:
                return
            self._move(family, before, -1)
        self._move(family, call, 1)

    def closed(self, family: Id, call: Call) -> None:
        """A call is not in flight any more as it stood."""
        self._move(family, call, -1)

    def droppable(self, family: Id) -> int:
        """How many calls in flight could be dropped: all but one for each agent, who can take it."""
        return self._droppable[family]

    def flight(self, family: Id, agent_id: Id, open_calls: Iterable[Call]) -> Flight:
        """What is in the air for an agent that asks for more; its own calls count whatever campaign they are of."""
        own = self._open[family].get(agent_id)
        calls = [call.is_connected for call in open_calls]
        return Flight(
            others=self._droppable[family] - (own.droppable if own is not None else 0),
            waiting=len(calls) - sum(calls),
            busy=any(calls),
        )

    def _move(self, family: Id, call: Call, by: int) -> None:
        if not call.is_open:
            return
        agents = self._open[family]
        calls = agents.setdefault(call.agent_id, _Calls())
        before = calls.droppable
        if call.is_connected:
            calls.busy += by
        else:
            calls.waiting += by
        self._droppable[family] += calls.droppable - before
        if not calls.waiting and not calls.busy:
            del agents[call.agent_id]
