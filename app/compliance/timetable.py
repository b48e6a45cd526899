"""When a place may be called, worked out once and looked up a million times: its openings of the days to come."""

from bisect import bisect_right

from app.compliance.decide import Lawyer
from app.compliance.openings import HORIZON_DAYS, Opening, openings
from app.compliance.places import evidence_of, is_reached, number_in
from app.compliance.question import CallMode, Purpose, Question, groups_of
from app.compliance.record import reach_of_place
from app.engine.value import DAY, Instant, Value

_NEAR_DAYS = 5
"""Worked out at first: hardly any place is closed for longer, and five days cost a third of sixteen."""


class Terms(Value, frozen=True, kw_only=True):
    """What of a call bears on its hours. `guard_s` seconds before its end a window counts as closed."""

    purpose: Purpose
    mode: CallMode
    guard_s: int
    emergencies: frozenset[str] = frozenset()


class Hours(Value, frozen=True, kw_only=True):
    """Whether a place is open at an instant: if so until when, if not from when on (None: not in sight)."""

    is_open: bool
    until: Instant | None


class _Known(Value, frozen=True, kw_only=True):
    since: Instant
    openings: tuple[Opening, ...]
    starts: tuple[Instant, ...]


class Timetable:
    """Openings by place and terms. A pure function with a memory: what it answers depends on its arguments only."""

    def __init__(self, lawyer: Lawyer) -> None:
        self._lawyer = lawyer
        self._known: dict[tuple[Terms, int], dict[str, _Known]] = {}
        self._counting: dict[tuple[str, Terms], bool] = {}
        self._stopped: dict[tuple[str, Terms], bool] = {}

    def under(self, lawyer: Lawyer, touched: frozenset[str]) -> "Timetable":
        """A timetable by another rule set that knows at once what an edit of `touched` jurisdictions left as it was."""
        found = Timetable(lawyer)
        for key, places in list(self._known.items()):
            found._known[key] = {
                place: known for place, known in list(places.items()) if not is_reached(place, touched, lawyer.codes)
            }
        return found

    def question(self, place: str, terms: Terms, at: Instant) -> Question:
        """The question of a place's hours at an instant."""
        return Question(
            phone=number_in(place),
            at=at,
            purpose=terms.purpose,
            mode=terms.mode,
            evidence=evidence_of(place, self._lawyer.codes),
            emergencies=terms.emergencies,
            guard_s=terms.guard_s,
        )

    def hours(self, place: str, terms: Terms, at: Instant) -> Hours:
        """Whether the place may be called at an instant, by hours, days and emergencies."""
        near = self._look(place, terms, at, _NEAR_DAYS)
        if near.is_open or near.until is not None:
            return near
        return self._look(place, terms, at, HORIZON_DAYS)

    def counts_attempts(self, place: str, terms: Terms) -> bool:
        """Whether any rule of the place's jurisdictions depends on earlier calls to the person."""
        key = (place, terms)
        if key not in self._counting:
            groups = groups_of(terms.purpose, terms.mode)
            names = reach_of_place(place, self._lawyer.codes).jurisdictions
            applied = [one for name in names for one in self._lawyer.book.applied(name, groups)]
            self._counting[key] = any(one.looks_back for one in applied)
        return self._counting[key]

    def is_stopped(self, place: str, terms: Terms) -> bool:
        """Whether a state of emergency holds in any of the place's jurisdictions: no hour there is lawful."""
        declared = terms.emergencies | self._lawyer.book.emergencies
        if not declared:
            return False
        key = (place, terms)
        if key not in self._stopped:
            names = reach_of_place(place, self._lawyer.codes).jurisdictions
            self._stopped[key] = not declared.isdisjoint(names)
        return self._stopped[key]

    def _look(self, place: str, terms: Terms, at: Instant, days: int) -> Hours:
        known = self._openings(place, terms, at, days)
        place_in = bisect_right(known.starts, at) - 1
        if place_in >= 0 and at < known.openings[place_in].end:
            return Hours(is_open=True, until=known.openings[place_in].end)
        following = known.openings[place_in + 1 : place_in + 2]
        return Hours(is_open=False, until=following[0].start if following else None)

    def is_worked_out(self, place: str, terms: Terms, at: Instant) -> bool:
        """Whether `hours` answers at once, and not after half a millisecond of working a place out."""
        known = self._known.get((terms, _NEAR_DAYS), {}).get(place)
        return known is not None and known.since <= at < known.since + (_NEAR_DAYS - 2) * DAY

    def _openings(self, place: str, terms: Terms, at: Instant, days: int) -> _Known:
        places = self._known.setdefault((terms, days), {})
        known = places.get(place)
        if known is None or not known.since <= at < known.since + (days - 2) * DAY:
            question = self.question(place, terms, at)
            found = tuple(openings(self._lawyer, question, days)) if not self.is_stopped(place, terms) else ()
            known = _Known(since=at, openings=found, starts=tuple(one.start for one in found))
            places[place] = known
        return known
