"""When a person may be called: the lawful stretches of the days to come, in every zone and by every rule at once."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from app.compliance.attempts import attempt_failures, frees_at
from app.compliance.decide import Lawyer
from app.compliance.numbers import NumberFault, classify
from app.compliance.question import Question
from app.compliance.reach import reach_of
from app.compliance.rules import DAY_S, Applied
from app.compliance.zones import local, zone_of
from app.engine.value import SECOND, Instant, Value

HORIZON_DAYS = 16
"""How far ahead an opening is looked for. No ban of the table lasts longer than three days in a row."""


class Opening(Value, frozen=True, kw_only=True):
    """A stretch in which every rule of hours and days allows the call: start <= t < end."""

    start: Instant
    end: Instant


def openings(lawyer: Lawyer, question: Question, days: int = HORIZON_DAYS) -> list[Opening]:
    """The lawful stretches from the local day of `question.at` on; empty if the number is not called at all.

    Hours, bans and holidays count, by the local date in each zone; suppression, emergencies and attempts do not.

    Raises:
        UnknownZone: the evidence names a zone that does not exist.
    """
    number = classify(question.phone, lawyer.codes)
    if isinstance(number, NumberFault):
        return []
    reach = reach_of(number, question.evidence)
    if not lawyer.book.jurisdictions.issuperset(reach.jurisdictions):
        return []
    applied = lawyer.applied(question, reach)
    clocks = {(name, zone_of(one.zone)) for name, one in enumerate(applied) if one.zone}
    clocks |= {(name, zone) for name, one in enumerate(applied) if not one.zone for zone in reach.clocks()}
    together: list[Opening] | None = None
    for at, zone in sorted(clocks, key=lambda pair: (pair[0], pair[1].key)):
        own = list(_of_zone(lawyer, question, applied[at], zone, days))
        together = own if together is None else _both(together, own)
    return together or []


def next_eligible(lawyer: Lawyer, question: Question, days: int = HORIZON_DAYS) -> Instant | None:
    """The first instant at or after `question.at` at which hours, days and attempts allow the call.

    None when no such instant is in sight: some combinations leave no hour (a Guam number with a Rhode Island address);
    they go to a person's review and are never widened.
    """
    frees = _frees(lawyer, question)
    for opening in openings(lawyer, question, days):
        for at in sorted({max(opening.start, question.at), *frees}):
            if opening.start <= at < opening.end and at >= question.at and _tries_allow(lawyer, question, at):
                return at
    return None


def _of_zone(lawyer: Lawyer, question: Question, one: Applied, zone: ZoneInfo, days: int) -> Iterator[Opening]:
    # A day early: another zone's today may be this one's yesterday.
    first = local(question.at, zone).date() - timedelta(days=1)
    for offset in range(days + 2):
        day = first + timedelta(days=offset)
        window = _window(lawyer, one, day, question.guard_s)
        if window is not None:
            yield Opening(start=_instant(day, window[0], zone), end=_instant(day, window[1], zone))


def _window(lawyer: Lawyer, one: Applied, day: date, guard_s: int) -> tuple[int, int] | None:
    """The seconds of a local day that a jurisdiction leaves open; None on a day it bans or leaves out."""
    weekday = day.weekday()
    banned = any(rule.holds_on(day) for rule in one.day_bans[weekday])
    holiday = one.holiday_bans and lawyer.book.holiday(one.jurisdiction, day) is not None
    if banned or one.closed_on(day) or (holiday and any(rule.holds_on(day) for rule in one.holiday_bans)):
        return None
    start, end = 0, DAY_S
    for rule in one.hours[weekday]:
        if rule.holds_on(day):
            start, end = max(start, rule.start), min(end, rule.end - guard_s)
    return (start, end) if start < end else None


def _instant(day: date, second: int, zone: ZoneInfo) -> Instant:
    # The wall clock's hour of that date, not midnight plus so long: a day of DST is not 24 hours.
    wall = datetime.combine(day, time(), zone) + timedelta(seconds=second)
    return int(wall.timestamp()) * SECOND


def _both(left: Sequence[Opening], right: Sequence[Opening]) -> list[Opening]:
    """What lies in an opening of each; both in order of time."""
    found: list[Opening] = []
    at = other = 0
    while at < len(left) and other < len(right):
        start = max(left[at].start, right[other].start)
        end = min(left[at].end, right[other].end)
        if start < end:
            found.append(Opening(start=start, end=end))
        if left[at].end < right[other].end:
            at += 1
        else:
            other += 1
    return found


def _frees(lawyer: Lawyer, question: Question) -> list[Instant]:
    number = classify(question.phone, lawyer.codes)
    if isinstance(number, NumberFault) or not question.has_history:
        return []
    return frees_at(question, lawyer.applied(question, reach_of(number, question.evidence)))


def _tries_allow(lawyer: Lawyer, question: Question, at: Instant) -> bool:
    if not question.has_history:
        return True
    number = classify(question.phone, lawyer.codes)
    if isinstance(number, NumberFault):
        return False
    reach = reach_of(number, question.evidence)
    applied = lawyer.applied(question, reach)
    then = msgspec.structs.replace(question, at=at)
    return next(attempt_failures(then, applied, reach.clocks()), None) is None
