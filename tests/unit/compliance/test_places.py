"""Places: which contacts share every hour; and the timetable, which answers as the decision does."""

import random

import msgspec
import pytest

from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.places import NOWHERE, evidence_of, place_of
from app.compliance.question import CallMode, Evidence, Purpose
from app.compliance.rule_edits import edited_book
from app.compliance.rule_files import read_rule_book
from app.compliance.timetable import Terms, Timetable
from app.engine.value import DAY, SECOND, Instant

NOON: Instant = 1_796_148_000 * SECOND  # 2026-12-01T18:00:00Z
TERMS = Terms(purpose=Purpose.TELEMARKETING, mode=CallMode.POWER, guard_s=60)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({}, "212"),
        ({"City": "Rome"}, "212"),
        ({"State": "ca"}, "212|US-CA"),
        ({"STATE": "US-CA", "Time Zone": "America/Los_Angeles"}, "212|US-CA|America/Los_Angeles"),
        ({"timezone": "America/Denver"}, "212||America/Denver"),
        ({"state": "California", "zone": "Mars/Base"}, "212"),
        ({"state": None, "tz": "EST"}, "212"),
    ],
)
def test_columns_that_say_something_known_are_part_of_the_place(fields: dict[str, object], place: str) -> None:
    assert place_of("+12125550134", fields) == place


@pytest.mark.parametrize("phone", ["+442071838750", "2125550134", ""])
def test_a_number_without_an_area_code_has_no_place(phone: str) -> None:
    assert place_of(phone, {"state": "CA"}) == NOWHERE


def test_a_state_without_a_zone_stands_in_each_of_its_zones() -> None:
    codes = read_area_codes()
    zones = {one.zone for one in evidence_of("212|US-TX", codes)}
    assert {"America/Chicago", "America/Denver"} <= zones
    assert evidence_of("212||America/Denver", codes) == (Evidence(jurisdiction="", zone="America/Denver"),)
    assert evidence_of("212", codes) == ()


def test_the_timetable_answers_as_the_decision_does_whenever_it_is_asked() -> None:
    lawyer = Lawyer(read_rule_book(), read_area_codes())
    timetable = Timetable(lawyer)
    dice = random.Random(4)
    codes = sorted(lawyer.codes.geographic())
    places = [f"{dice.choice(codes)}{dice.choice(('', '|US-CA', '|US-RI', '||Pacific/Guam'))}" for _ in range(30)]
    for _ in range(3_000):
        place, at = dice.choice(places), NOON + dice.randrange(40 * DAY)
        decision = lawyer.decide(msgspec.structs.replace(timetable.question(place, TERMS, 0), at=at))
        hours = timetable.hours(place, TERMS, at)
        assert hours.is_open == decision.allowed, (place, at)
        assert hours.until is None or hours.until > at


def test_an_emergency_closes_the_place_until_it_is_lifted() -> None:
    timetable = Timetable(Lawyer(read_rule_book(), read_area_codes()))
    closed = msgspec.structs.replace(TERMS, emergencies=frozenset({"US-LA"}))
    assert timetable.hours("504", TERMS, NOON).is_open
    told = timetable.hours("504", closed, NOON)
    assert (told.is_open, told.until) == (False, None)
    assert timetable.hours("212", closed, NOON).is_open


def test_a_timetable_under_another_law_answers_by_it_and_knows_what_the_edit_left_as_it_was() -> None:
    lawyer = Lawyer(read_rule_book(), read_area_codes())
    timetable = Timetable(lawyer)
    places = ("212", "305", "212|US-FL", "212||America/Chicago")
    assert all(timetable.hours(place, TERMS, NOON).is_open for place in places)
    (hours,) = (rule for rule in lawyer.book.rules if rule.id == "US-FL/hours/1")
    later = {hours.id: (msgspec.structs.replace(hours, start=15 * 3_600),)}
    other = timetable.under(Lawyer(edited_book(lawyer.book, later, frozenset()), lawyer.codes), frozenset({"US-FL"}))
    known = {place: other.is_worked_out(place, TERMS, NOON) for place in places}
    assert known == {"212": True, "305": False, "212|US-FL": False, "212||America/Chicago": True}
    opened = {place: other.hours(place, TERMS, NOON).is_open for place in places}
    assert opened == {"212": True, "305": False, "212|US-FL": False, "212||America/Chicago": True}
    assert timetable.hours("305", TERMS, NOON).is_open, "the law of before is as it was"
    nation = timetable.under(lawyer, frozenset({"US"}))
    assert not any(nation.is_worked_out(place, TERMS, NOON) for place in places)
