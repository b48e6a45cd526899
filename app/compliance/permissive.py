"""Whether one rule set allows more than another: what an edit would let through that was forbidden, or the reverse.

Exact for hours, bans and dates, which are walked day by day; for caps and rests one rule must outdo the other, and
what no decision reads cannot be compared at all. Where it is not sure it says that more is allowed.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from app.compliance.question import ALL_GROUPS
from app.compliance.rules import COUNTED, DAY_S, Applied, Kind, Rule, RuleBook, in_force
from app.engine.value import Value

_OPEN_END = DAY_S + 1
"""No rule of hours at all: a rule that ends at midnight is stricter, for calls stop a guard band before its end."""

_WEEK = 7
DECIDED = COUNTED | {Kind.HOURS, Kind.BAN, Kind.CONDITIONAL_BAN, Kind.REASSIGNED}
"""Kinds that decisions read; the others are duties that somebody has to know of."""

_Window = tuple[int, int] | None


class Strictness(StrEnum):
    """What an edit does to the set of calls that are allowed. `MIXED` lets some through and forbids others."""

    SAME = "same"
    STRICTER = "stricter"
    LOOSER = "looser"
    MIXED = "mixed"

    @property
    def needs_second_person(self) -> bool:
        """Whether any call may be allowed that was not."""
        return self in (Strictness.LOOSER, Strictness.MIXED)


class _Moved(Value, frozen=True, kw_only=True):
    loosened: bool
    tightened: bool


def compare(before: RuleBook, after: RuleBook, jurisdiction: str, since: date) -> Strictness:
    """What going from one rule set to the other does to calls into a jurisdiction on local dates from `since` on."""
    steps = list(_moves(before, after, jurisdiction, since))
    loosened = any(step.loosened for step in steps)
    tightened = any(step.tightened for step in steps)
    if loosened:
        return Strictness.MIXED if tightened else Strictness.LOOSER
    return Strictness.STRICTER if tightened else Strictness.SAME


def _moves(before: RuleBook, after: RuleBook, jurisdiction: str, since: date) -> Iterator[_Moved]:
    had, has = jurisdiction in before.emergencies, jurisdiction in after.emergencies
    yield _Moved(loosened=had and not has, tightened=has and not had)
    known = (jurisdiction in before.jurisdictions, jurisdiction in after.jurisdictions)
    if not all(known):
        # A place without rules is never called: its first rule opens it, and its last one taken away closes it.
        yield _Moved(loosened=known[1], tightened=known[0])
        return
    yield from _undecided(before, after, jurisdiction)
    days = list(_telling_days(before, after, jurisdiction, since))
    for groups in ALL_GROUPS:
        old, new = before.applied(jurisdiction, groups), after.applied(jurisdiction, groups)
        for day in days if old != new else ():
            yield from _hours_moved(before, after, (old, new), day)
            yield from _counts_moved(old, new, day)


def _telling_days(before: RuleBook, after: RuleBook, jurisdiction: str, since: date) -> Iterator[date]:
    """Local dates that stand for all: each weekday after each change of what is in force, and every holiday."""
    rules = [rule for book in (before, after) for rule in book.rules if rule.jurisdiction == jurisdiction]
    marks = {day for rule in rules for day in (rule.effective_from, rule.effective_to) if day is not None}
    days_off = {day for book in (before, after) for place, day in book.holidays if place == jurisdiction}
    yield from sorted(day for day in days_off if day >= since)
    starts = sorted({since, *(day for day in marks if day > since)})
    for start, stop in zip(starts, [*starts[1:], date.max], strict=True):
        for offset in range(min(_WEEK, (stop - start).days)):
            day = start + timedelta(days=offset)
            while day in days_off and day < stop:
                day += timedelta(days=_WEEK)
            if day < stop:
                yield day


def _hours_moved(
    before: RuleBook, after: RuleBook, pair: tuple[Sequence[Applied], Sequence[Applied]], day: date
) -> Iterator[_Moved]:
    clocks = {one.zone for applied in pair for one in applied}
    for zone in clocks:
        old, new = (
            _window(book, [one for one in applied if one.zone == zone], day)
            for book, applied in zip((before, after), pair, strict=True)
        )
        yield _Moved(loosened=not _within(new, old), tightened=not _within(old, new))


def _window(book: RuleBook, applied: Sequence[Applied], day: date) -> _Window:
    """The seconds of a local date that are left open, None if there are none."""
    start, end = 0, _OPEN_END
    for one in applied:
        bans = [rule for rule in one.day_bans[day.weekday()] if rule.holds_on(day)]
        if one.holiday_bans and book.holiday(one.jurisdiction, day) is not None:
            bans += [rule for rule in one.holiday_bans if rule.holds_on(day)]
        if bans or one.closed_on(day):
            return None
        for rule in one.hours[day.weekday()]:
            if rule.holds_on(day):
                start, end = max(start, rule.start), min(end, rule.end)
    return (start, end) if start < min(end, DAY_S) else None


def _within(inner: _Window, outer: _Window) -> bool:
    if inner is None:
        return True
    return outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _counts_moved(old: Sequence[Applied], new: Sequence[Applied], day: date) -> Iterator[_Moved]:
    for kind in (*COUNTED, Kind.REASSIGNED):
        had, has = (list(in_force(_of(kind, applied), (day,))) for applied in (old, new))
        yield _Moved(loosened=not _all_outdone(had, has), tightened=not _all_outdone(has, had))


def _of(kind: Kind, applied: Sequence[Applied]) -> Iterable[Rule]:
    for one in applied:
        yield from {
            Kind.ATTEMPTS: one.attempts,
            Kind.COOLDOWN: one.cooldowns,
            Kind.COOLDOWN_ABANDON: one.abandon_rests,
            Kind.REASSIGNED: one.reassigned,
        }[kind]


def _all_outdone(rules: Sequence[Rule], by: Sequence[Rule]) -> bool:
    """Whether each rule has one among the others that forbids at least all that it does."""
    return all(any(_outdoes(other, rule) for other in by) for rule in rules)


def _outdoes(other: Rule, rule: Rule) -> bool:
    if rule.kind is Kind.ATTEMPTS:
        if rule.cap is None:
            return True
        if other.cap is None or other.cap > rule.cap:
            return False
    return (other.window_hours or 0) >= (rule.window_hours or 0)


def _undecided(before: RuleBook, after: RuleBook, jurisdiction: str) -> Iterator[_Moved]:
    """Duties that no decision reads (amounts in words): one more is stricter, any other change nobody can compare."""
    had, has = (
        {_wording(rule) for rule in book.rules if rule.jurisdiction == jurisdiction and rule.kind not in DECIDED}
        for book in (before, after)
    )
    yield _Moved(loosened=not had <= has, tightened=had != has)


def _wording(rule: Rule) -> Rule:
    """A rule without what does not bear on calls."""
    return msgspec.structs.replace(rule, id="", citation="", note="", verified=False)
