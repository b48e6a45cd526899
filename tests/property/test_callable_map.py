"""The map of who may be called against the Lawyer and against the naive check, at instants drawn over a year."""

import random
from datetime import UTC, datetime, timedelta

import msgspec

from app.compliance.area_codes import read_area_codes
from app.compliance.callable_map import CallableMap, Part, Standing, parts_of, question_of
from app.compliance.decide import Lawyer
from app.compliance.question import CallMode, Purpose
from app.compliance.rule_files import read_rule_book
from app.compliance.timetable import Terms
from app.engine.value import DAY, HOUR, SECOND, Instant
from app.wire.base import instant_of, utc
from tests.fakes.naive_compliance import CODES, Case, fails

INSTANTS = 60
HOT_DAYS = ("2026-11-01", "2027-03-14", "2026-12-25", "2026-11-26", "2027-07-24", "2026-12-06", "2027-02-09")
LAWYER = Lawyer(read_rule_book(), read_area_codes())
PARTS = parts_of(LAWYER.codes)


def drawn(draw: random.Random) -> Instant:
    if draw.random() < 0.6:
        day = instant_of(datetime.fromisoformat(draw.choice(HOT_DAYS)).replace(tzinfo=UTC))
    else:
        day = instant_of(datetime(2026, 10, 20, tzinfo=UTC)) + draw.randint(0, 400) * DAY
    near = draw.choice((8, 9, 10, 12, 18, 20, 21)) + draw.randint(3, 11)
    return day + near * HOUR + draw.choice((-1, 0, 1, 1_800)) * SECOND


def naive(part: Part, terms: Terms, at: Instant) -> set[str]:
    case = Case(
        phone=question_of(part, terms, at).phone,
        at=utc(at),
        purpose=terms.purpose.value,
        mode=terms.mode.value,
        evidence=[],
        attempts=[],
        talked=None,
    )
    return fails(case)


def test_every_zone_of_the_table_is_on_the_map() -> None:
    pairs = {(part.jurisdiction, part.zone) for part in PARTS}
    rows = [row for row in CODES.values() if row["class"] == "geographic"]
    assert pairs == {(row["jurisdiction"], zone) for row in rows for zone in row["zones"].split()}
    assert all(set(part.zones) == set(CODES[part.area_code]["zones"].split()) for part in PARTS)


def test_the_map_says_what_the_lawyer_and_the_naive_check_say_of_a_number_there() -> None:
    draw, known = random.Random(1984), CallableMap()
    for _ in range(INSTANTS):
        at = drawn(draw)
        purpose, mode = draw.choice(list(Purpose)), draw.choice((CallMode.POWER, CallMode.MANUAL, CallMode.PRERECORDED))
        terms = Terms(purpose=purpose, mode=mode, guard_s=draw.choice((0, 0, 60)))
        for part in PARTS:
            standing = known.standing(LAWYER, part, terms, at)
            agrees(part, terms, standing, at)
            if terms.guard_s == 0:
                assert standing.is_open == (not naive(part, terms, at)), (part, utc(at))


def agrees(part: Part, terms: Terms, standing: Standing, at: Instant) -> None:
    asked = question_of(part, terms, at)
    assert standing.is_open == LAWYER.decide(asked).allowed, (part, utc(at))
    if standing.until is not None:
        before, after = (
            LAWYER.decide(msgspec.structs.replace(asked, at=then)) for then in (standing.until - 1, standing.until)
        )
        assert (before.allowed, after.allowed) == (standing.is_open, not standing.is_open), (part, utc(at))
    if standing.since is not None:
        assert LAWYER.decide(msgspec.structs.replace(asked, at=standing.since)).allowed == standing.is_open
        assert LAWYER.decide(msgspec.structs.replace(asked, at=standing.since - 1)).allowed != standing.is_open
    assert standing.failures, "what decides is always named"


def test_what_is_remembered_is_what_is_worked_out_anew() -> None:
    terms = Terms(purpose=Purpose.TELEMARKETING, mode=CallMode.POWER, guard_s=60)
    known = CallableMap()
    start = instant_of(datetime(2027, 3, 13, 20, tzinfo=UTC))
    for step in range(48):
        at = start + step * timedelta(minutes=47) // timedelta(microseconds=1)
        for part in PARTS[::7]:
            remembered, anew = (one.standing(LAWYER, part, terms, at) for one in (known, CallableMap()))
            assert without_memory(remembered, at) == without_memory(anew, at), (part, utc(at))


def without_memory(standing: Standing, at: Instant) -> Standing:
    ahead = [one for one in standing.openings if one.end > at and one.start < at + 3 * DAY]
    return msgspec.structs.replace(standing, openings=tuple(ahead))


def test_a_day_without_a_lawful_minute_is_told_and_guam_is_a_day_ahead() -> None:
    terms = Terms(purpose=Purpose.TELEMARKETING, mode=CallMode.POWER, guard_s=60)
    known = CallableMap()
    places = {part.jurisdiction: part for part in PARTS}
    sunday = instant_of(datetime(2026, 12, 6, 18, tzinfo=UTC))
    alabama = known.standing(LAWYER, places["US-AL"], terms, sunday)
    assert (alabama.banned_today, alabama.failures[0].code) == (True, "DAY_BAN")
    assert alabama.until == instant_of(datetime(2026, 12, 7, 14, tzinfo=UTC)), "Monday, eight in Chicago"
    guam = known.standing(LAWYER, places["US-GU"], terms, instant_of(datetime(2026, 12, 6, 22, tzinfo=UTC)))
    assert (guam.is_open, guam.since) == (True, instant_of(datetime(2026, 12, 6, 22, tzinfo=UTC)))


def test_an_emergency_closes_a_state_with_no_end_in_sight() -> None:
    place = next(part for part in PARTS if part.jurisdiction == "US-LA")
    terms = Terms(
        purpose=Purpose.TELEMARKETING, mode=CallMode.POWER, guard_s=60, emergencies=frozenset({"US-LA", "US-TX"})
    )
    standing = CallableMap().standing(LAWYER, place, terms, instant_of(datetime(2026, 12, 1, 18, tzinfo=UTC)))
    assert (standing.is_open, standing.until, standing.banned_today) == (False, None, True)
    assert standing.failures[0].code == "STATE_OF_EMERGENCY"
