"""The map of who may be called: each state's zones, whether they are open now, until when, and by which rule.

Every answer is the Lawyer's or an opening's; nothing here judges an hour by itself.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from app.compliance.area_codes import AreaCodes
from app.compliance.decide import Lawyer
from app.compliance.openings import HORIZON_DAYS, Opening, openings
from app.compliance.places import number_in
from app.compliance.question import Failure, Question
from app.compliance.timetable import Terms
from app.compliance.zones import local, zone_of
from app.engine.value import DAY, SECOND, Instant, Value

_DAYS_BEFORE = 5
"""How far back the last opening is looked for: no ban lasts longer than three days in a row."""

_NEAR_DAYS = 5
"""Worked out at first: hardly any place is closed for longer."""

_MOST_TERMS = 64


class Part(Value, frozen=True, kw_only=True):
    """One zone of a state. `zones` are all in which a number there counts, those of its area code.

    `area_code` is the one that touches the zone and the fewest others: a number of it is asked for.
    """

    jurisdiction: str
    zone: str
    zones: tuple[str, ...]
    area_code: str


class Standing(Value, frozen=True, kw_only=True):
    """How a part stands: open since and until, or closed since and until; None where no such instant is in sight.

    `opening` and `closing` are the next ones. `failures` forbid the call now, or will at `until`, the gravest first.
    `banned_today` if the whole local day has no lawful minute. All but the failures holds until `holds_until`.
    """

    is_open: bool
    since: Instant | None
    until: Instant | None
    opening: Instant | None
    closing: Instant | None
    banned_today: bool
    failures: tuple[Failure, ...]
    openings: tuple[Opening, ...]
    holds_until: Instant


def parts_of(codes: AreaCodes) -> tuple[Part, ...]:
    """Every zone of every state and territory, by the area codes of the United States."""
    found: dict[tuple[str, str], Part] = {}
    for area_code, place in sorted(codes.geographic().items()):
        for zone in place.zones:
            known = found.get((place.jurisdiction, zone))
            if known is None or len(place.zones) < len(known.zones):
                found[place.jurisdiction, zone] = Part(
                    jurisdiction=place.jurisdiction, zone=zone, zones=tuple(sorted(place.zones)), area_code=area_code
                )
    return tuple(found[key] for key in sorted(found))


class _Known(Value, frozen=True, kw_only=True):
    since: Instant
    openings: tuple[Opening, ...]


class CallableMap:
    """Standings with a memory for openings: those of a part are worked out once a day, and looked up until then.

    What it answers depends on its arguments only. Callable from any thread.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, Terms], dict[Part, _Known]] = {}

    def standing(self, lawyer: Lawyer, part: Part, terms: Terms, at: Instant) -> Standing:
        """How a part stands at an instant by the lawyer's rules."""
        key = (lawyer.book.version, terms)
        if key not in self._known and len(self._known) >= _MOST_TERMS:
            self._known.clear()
        parts = self._known.setdefault(key, {})
        known = parts.get(part)
        if known is None or not known.since <= at < known.since + DAY:
            found = tuple(_found(lawyer, question_of(part, terms, at)))
            known = parts[part] = _Known(since=at, openings=found)
        return _standing(lawyer, part, question_of(part, terms, at), known.openings)


def _standing(lawyer: Lawyer, part: Part, asked: Question, found: Sequence[Opening]) -> Standing:
    at = asked.at
    decision = lawyer.decide(asked)
    failures = decision.failures
    if decision.emergency is not None:
        # No hour is lawful until somebody lifts it.
        found = ()
    here = next((one for one in found if one.start <= at < one.end), None)
    after = next((one for one in found if one.start > at), None)
    first, midnight = _local_day(at, zone_of(part.zone))
    until = here.end if here is not None else None if after is None else after.start
    if here is not None:
        failures = lawyer.decide(msgspec.structs.replace(asked, at=here.end)).failures
    return Standing(
        is_open=here is not None,
        since=max((one.end for one in found if one.end <= at), default=None) if here is None else here.start,
        until=until,
        opening=None if after is None else after.start,
        closing=here.end if here is not None else None if after is None else after.end,
        banned_today=here is None and not any(one.start < midnight and first < one.end for one in found),
        failures=tuple(_timeless(one) for one in failures),
        openings=tuple(one for one in found if one.end > at),
        holds_until=midnight if until is None else min(until, midnight),
    )


def question_of(part: Part, terms: Terms, at: Instant) -> Question:
    """The question of a number of the part."""
    return Question(
        phone=number_in(part.area_code),
        at=at,
        purpose=terms.purpose,
        mode=terms.mode,
        emergencies=terms.emergencies,
        guard_s=terms.guard_s,
    )


def _found(lawyer: Lawyer, asked: Question) -> Sequence[Opening]:
    early = msgspec.structs.replace(asked, at=asked.at - _DAYS_BEFORE * DAY)
    near = list(_joined(openings(lawyer, early, _NEAR_DAYS + _DAYS_BEFORE)))
    # A day of memory, and two of openings that are told, lie well within what is near.
    if any(one.start > asked.at + 2 * DAY for one in near):
        return near
    return list(_joined(openings(lawyer, early, HORIZON_DAYS + _DAYS_BEFORE)))


def _joined(found: Iterable[Opening]) -> Iterable[Opening]:
    # A window that ends at midnight and one that begins there are one stretch.
    last: Opening | None = None
    for one in found:
        if last is not None and one.start <= last.end:
            last = Opening(start=last.start, end=max(last.end, one.end))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _timeless(failure: Failure) -> Failure:
    # The minute in which it was asked is no part of the rule.
    return msgspec.structs.replace(failure, detail=failure.detail.partition(" local ")[0])


def _local_day(at: Instant, zone: ZoneInfo) -> tuple[Instant, Instant]:
    today = local(at, zone).date()
    days = (today, today + timedelta(days=1))
    start, end = (int(datetime.combine(day, time(), zone).timestamp()) * SECOND for day in days)
    return start, end
