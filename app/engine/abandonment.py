"""How many answered calls were left without an agent, and how many lines that leaves: arithmetic on counts.

16 CFR 310.4(b)(4)(i) (FTC) and 47 CFR 64.1200(a)(7) (FCC): at most 3 percent of the calls answered live by a person may
be abandoned, per campaign, "over the duration of a single calling campaign, if less than 30 days, or separately over
each successive 30-day period". A call is abandoned if no agent is on the line within two seconds of the person's
completed greeting. Machines, busy lines and calls nobody answered are in neither count. Days are numbers (days since
the epoch in the tenant's zone), so that nothing here knows a calendar.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.engine.calls import Call, CallStatus
from app.engine.pickup import Answerer, Pickup
from app.engine.value import Id, Value

PERIOD_DAYS = 30
MOST_PERCENT = 3
"""Of live answers; 16 CFR 310.4(b)(4)(i), 47 CFR 64.1200(a)(7)."""

_BASIS = 10_000
_NOT_LIVE = frozenset({CallStatus.VOICEMAIL, CallStatus.NO_ANSWER, CallStatus.BUSY, CallStatus.NOT_PLACED})


class Tally(NamedTuple):
    """Live answers, those abandoned, and those whose two seconds ran from a reported greeting's end."""

    live: int = 0
    abandoned: int = 0
    greeted: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(self.live + other.live, self.abandoned + other.abandoned, self.greeted + other.greeted)

    def minus(self, other: "Tally") -> "Tally":
        """What is left without the other."""
        return Tally(self.live - other.live, self.abandoned - other.abandoned, self.greeted - other.greeted)


NOTHING = Tally()


class Counted(Value, frozen=True, kw_only=True):
    """What one report changes: on the local day of the answer, for a campaign (its tenant's id for calls of none)."""

    tenant_id: Id
    campaign_id: Id
    day: int
    live: int
    abandoned: int
    greeted: int

    @property
    def tally(self) -> Tally:
        """The three changes; what was counted before may be taken back."""
        return Tally(self.live, self.abandoned, self.greeted)


def tally_of(call: Call) -> Tally:
    """What a call counts as it stands: it was answered live or not, and abandoned or not."""
    return tally_for(call.status, call.pickup) if call.answered_at is not None else NOTHING


def tally_for(status: CallStatus, pickup: Pickup | None) -> Tally:
    """What a call that was answered counts, as it ended and as its dialer told of the answer.

    An agent who was on the line in time settles it, whatever the call ended as, and so does one who was late. Where
    the dialer does not say when an agent came on, its word `abandoned` does.
    """
    if status in _NOT_LIVE or (pickup is not None and pickup.by is Answerer.MACHINE):
        return NOTHING
    in_time = None if pickup is None else pickup.in_time
    abandoned = status is CallStatus.ABANDONED if in_time is None else not in_time
    greeted = pickup is not None and pickup.greeting_ended_at is not None
    return Tally(1, int(abandoned), int(greeted))


class Stage(StrEnum):
    """How near a campaign is to the 3 %, and what that does to its batches."""

    NORMAL = "normal"
    ALARM = "alarm"
    ONE_LINE = "one_line"
    NO_OVERDIALING = "no_overdialing"


MARKS = ((Stage.NO_OVERDIALING, 290), (Stage.ONE_LINE, 250), (Stage.ALARM, 200))
"""From how many hundredths of a percent on a stage holds, gravest first: before the law's 3 %, so that it is kept."""


class Period(Value, frozen=True, kw_only=True):
    """Days `first` up to but not including `stop`, and what was counted on them."""

    first: int
    stop: int
    tally: Tally


class Figures(Value, frozen=True, kw_only=True):
    """A campaign's three figures: the anchored period it is in, the thirty days that end today, and today."""

    period: Period
    rolling: Period
    today: Tally

    @property
    def worse(self) -> Tally:
        """The one of the two thirty-day figures that gates: the higher share; of equal ones that with fewer answers."""
        return max(self.period.tally, self.rolling.tally, key=_badness)


class Flight(NamedTuple):
    """What of a campaign is in the air.

    `others` counts calls that other agents could drop; `waiting` the asking agent's own calls that have no agent yet;
    `busy` is true if that agent is known to be with a person.
    """

    others: int = 0
    waiting: int = 0
    busy: bool = False


class Grant(NamedTuple):
    """How many lines may go out, and why not all that were asked for."""

    lines: int
    code: str | None


def is_at(tally: Tally, basis_points: int) -> bool:
    """True if the abandoned are that share of the live answers or more; never without an abandoned call."""
    return tally.abandoned > 0 and tally.abandoned * _BASIS >= basis_points * tally.live


def stage_of(tally: Tally) -> Stage:
    """The gravest stage whose mark is reached."""
    return next((stage for stage, mark in MARKS if is_at(tally, mark)), Stage.NORMAL)


def drops_left(tally: Tally) -> int:
    """How many more calls could be answered and dropped before the share passes 3 %: each is in both counts.

    The largest n with (A + n) / (L + n) <= 3/100. The first drop needs 34 live answers, itself among them.
    """
    return max(0, (MOST_PERCENT * tally.live - 100 * tally.abandoned) // (100 - MOST_PERCENT))


def droppable(waiting: int, *, busy: bool) -> int:
    """How many of an agent's calls in flight could be dropped: all but the one that the agent can take."""
    return waiting if busy else max(0, waiting - 1)


def lines_allowed(asked: int, figures: Sequence[Tally], flight: Flight) -> Grant:
    """How many of `asked` lines may go out now. Never over-dials past 3 %: (A + k) / (L + k), k what could be dropped.

    Lines that the asking agent can take itself are always allowed: one to one drops nobody. `figures` are the two
    thirty-day counts; each must leave room.
    """
    stage = stage_of(max(figures, key=_badness))
    before = droppable(flight.waiting, busy=flight.busy)
    room = min(drops_left(tally) for tally in figures) - flight.others
    cap = 1 if stage is Stage.ONE_LINE else asked
    for lines in range(asked, 0, -1):
        after = droppable(flight.waiting + lines, busy=flight.busy)
        over_dials = after > before
        if not over_dials or (stage is not Stage.NO_OVERDIALING and lines <= cap and after <= room):
            return Grant(lines, _why(stage, asked, lines))
    return Grant(0, _why(stage, asked, 0))


def _why(stage: Stage, asked: int, lines: int) -> str | None:
    if lines == asked:
        return None
    return {
        Stage.NO_OVERDIALING: "abandonment_no_overdialing",
        Stage.ONE_LINE: "abandonment_one_line",
    }.get(stage, "abandonment_headroom")


def period_start(anchor: int, today: int) -> int:
    """The first day of the anchored period that holds `today`."""
    return today - (today - anchor) % PERIOD_DAYS


def figures_on(days: Mapping[int, Tally], anchor: int, today: int) -> Figures:
    """The figures on one day of a campaign that started on day `anchor`; a day before it counts as its first."""
    start = period_start(anchor, today)
    back = today - PERIOD_DAYS + 1
    return Figures(
        period=_period(days, start, start + PERIOD_DAYS),
        rolling=_period(days, back, today + 1),
        today=days.get(today, NOTHING),
    )


def past_periods(days: Mapping[int, Tally], anchor: int, today: int) -> list[Period]:
    """The anchored periods that are over, the last one first."""
    current = period_start(anchor, today)
    starts = range(current - PERIOD_DAYS, anchor - 1, -PERIOD_DAYS)
    return [_period(days, start, start + PERIOD_DAYS) for start in starts]


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    found = NOTHING
    for tally in tallies:
        found = found.plus(tally)
    return found


def _period(days: Mapping[int, Tally], first: int, stop: int) -> Period:
    return Period(first=first, stop=stop, tally=total(days[day] for day in range(first, stop) if day in days))


def _badness(tally: Tally) -> tuple[int, int]:
    # Exact for any count a campaign can have: shares differ by more than 1 / L^2.
    share = tally.abandoned * 10**18 // tally.live if tally.live > 0 else 0
    return share, -tally.live
