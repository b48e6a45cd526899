"""What the vectors do not ask: clocks that a statute fixes, days that are closed, lists, rests, guards, versions."""

from datetime import UTC, datetime
from functools import cache

import msgspec
import pytest

from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.question import CallMode, Evidence, Mark, Purpose, Question
from app.compliance.rule_files import RuleFileError, read_rule_book, rule_book_of
from app.compliance.zones import TZ_VERSION, UnknownZone, zone_of
from app.engine.value import DAY, HOUR, SECOND, Instant

HEAD = (
    "id,jurisdiction,rule,start,end,days,max_attempts,window_hours,citation,verified,applies_to,clock,"
    "effective_from,effective_to,note\n"
)
HOLIDAYS = "jurisdiction,date,name\n"


@cache
def lawyer() -> Lawyer:
    return Lawyer(read_rule_book(), read_area_codes())


def at(text: str) -> Instant:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * SECOND


def ask(phone: str, when: str, **more: object) -> Question:
    return msgspec.structs.replace(Question(phone=phone, at=at(when)), **more)


def codes(question: Question) -> list[str]:
    return [failure.code for failure in lawyer().decide(question).failures]


NOON_NY = "2026-12-01T17:00:00"


def test_every_failed_rule_is_named_not_the_first_alone() -> None:
    decision = lawyer().decide(ask("+13055550100", "2026-12-02T03:00:00", marks=frozenset({Mark.INTERNAL_DNC})))
    assert [failure.code for failure in decision.failures] == ["DNC_INTERNAL", "OUTSIDE_HOURS", "OUTSIDE_HOURS"]
    assert {failure.rule_id for failure in decision.failures} == {
        "US/dnc_internal_max_delay/1",
        "US/hours/1",
        "US-FL/hours/1",
    }
    assert all(failure.citation for failure in decision.failures)


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.RND_UNCHECKED])
def test_every_list_forbids_the_call(mark: Mark) -> None:
    assert len(codes(ask("+12125550100", NOON_NY, marks=frozenset({mark})))) == 1


def test_a_reassigned_number_must_be_checked_in_maine_alone() -> None:
    unchecked = frozenset({Mark.RND_UNCHECKED})
    assert codes(ask("+12075550100", NOON_NY, marks=unchecked)) == ["RND_CHECK_REQUIRED"]
    assert codes(ask("+12125550100", NOON_NY, marks=unchecked)) == []


def test_a_fixed_clock_bans_by_its_own_sunday() -> None:
    # Monday morning on Guam is Sunday afternoon in Chicago, by which Mississippi's statute reads.
    guam = ask(
        "+16715550100", "2026-12-06T22:30:00", evidence=(Evidence(jurisdiction="US-MS", zone="America/Chicago"),)
    )
    decision = lawyer().decide(guam)
    assert "DAY_BAN US-MS sun" in [failure.reason for failure in decision.failures]


def test_a_day_that_no_window_names_is_closed() -> None:
    rules = HEAD + "US-NY/hours/1,US-NY,hours,09:00,20:00,mon-fri,,,Some statute,yes,telemarketing,called_party,,,\n"
    nation = "US/x/1,US,ring_min,,,all,15s,,c,yes,telemarketing,called_party,,,\n"
    narrow = Lawyer(rule_book_of(rules + nation, HOLIDAYS), read_area_codes())
    saturday = ask("+12125550100", "2026-12-05T17:00:00")
    assert [failure.reason for failure in narrow.decide(saturday).failures] == [
        "OUTSIDE_HOURS US-NY no hours on sat America/New_York"
    ]


def test_a_rule_counts_on_its_days_of_effect_alone() -> None:
    line = "US-NY/hours/1,US-NY,hours,12:00,13:00,all,,,Some statute,yes,telemarketing,called_party,{},{},\n"
    early = ask("+12125550100", "2026-12-01T15:00:00")
    for first, last, fails in (("2026-12-01", "", True), ("2026-12-02", "", False), ("", "2026-12-01", False)):
        book = rule_book_of(
            HEAD + line.format(first, last) + line.replace("US-NY", "US").format("", "2020-01-01"), HOLIDAYS
        )
        assert bool(Lawyer(book, read_area_codes()).decide(early).failures) is fails


def test_the_guard_closes_a_window_before_its_end() -> None:
    last = ask("+12065550100", "2026-12-02T03:59:00")
    assert codes(last) == []
    assert codes(msgspec.structs.replace(last, guard_s=60)) == ["OUTSIDE_HOURS"]
    assert codes(msgspec.structs.replace(last, guard_s=59)) == []


def test_south_dakota_binds_machines_and_not_a_hand_that_dials() -> None:
    saturday = ask("+16055550100", "2026-12-05T18:00:00")
    assert codes(saturday)[0] == "DAY_BAN"
    assert codes(msgspec.structs.replace(saturday, mode=CallMode.MANUAL)) == []


def test_debt_rests_until_the_same_weekday_after_a_talk() -> None:
    # 12 CFR 1006, comment 14(b)(2)(i)(B): a conversation on Thursday frees the Thursday after.
    talked = at("2026-08-13T18:00:00")
    debt = {"purpose": Purpose.DEBT, "last_conversation": talked}
    assert codes(ask("+12125550100", "2026-08-19T18:00:00", **debt)) == ["COOLDOWN_AFTER_CONVERSATION"]
    assert codes(ask("+12125550100", "2026-08-20T13:00:00", **debt)) == []


def test_debt_counts_attempts_by_calendar_days_and_states_by_hours() -> None:
    tries = tuple(at("2026-12-02T17:00:00") + day * DAY for day in range(7))
    debt = ask("+12125550100", "2026-12-08T20:00:00", purpose=Purpose.DEBT, attempts=tries)
    assert codes(debt) == ["ATTEMPT_CAP"]
    three = tuple(at("2026-12-02T18:00:00") - hour * HOUR for hour in range(3))
    assert codes(ask("+13055550100", "2026-12-03T16:00:00", attempts=three)) == ["ATTEMPT_CAP"]
    assert codes(ask("+13055550100", "2026-12-03T16:00:01", attempts=three)) == []


def test_an_attempt_in_the_future_counts_for_nothing() -> None:
    later = tuple(at("2026-12-02T18:00:00") + hour * HOUR for hour in range(3))
    assert codes(ask("+13055550100", "2026-12-02T16:00:00", attempts=later)) == []


def test_evidence_adds_places_and_takes_none_away() -> None:
    decision = lawyer().decide(
        ask("+13055550100", NOON_NY, evidence=(Evidence(jurisdiction="US-CA", zone="America/Los_Angeles"),))
    )
    assert decision.jurisdictions == ("US", "US-CA", "US-FL")
    assert decision.zones == ("America/Los_Angeles", "America/New_York")


def test_a_place_without_rules_is_not_called() -> None:
    decision = lawyer().decide(
        ask("+12125550100", NOON_NY, evidence=(Evidence(jurisdiction="FR", zone="Europe/Paris"),))
    )
    assert decision.reason == "NO_RULES_FOR FR"


def test_an_emergency_holds_where_no_statute_knows_one() -> None:
    ohio = ask("+16145550100", NOON_NY, emergencies=frozenset({"US-OH"}))
    assert [failure.rule_id for failure in lawyer().decide(ohio).failures] == ["product/emergency/US-OH"]


@pytest.mark.parametrize(
    ("phone", "code"),
    [
        ("2125550100", "NANP_INVALID_FORMAT"),
        ("+12129110100", "NANP_INVALID_FORMAT"),
        ("+12121550100", "NANP_INVALID_FORMAT"),
        ("+1212555010\u0660", "NANP_INVALID_FORMAT"),
        ("", "NANP_INVALID_FORMAT"),
        ("+19005550100", "NPA_NON_GEOGRAPHIC"),
        ("+17105550100", "NPA_NON_GEOGRAPHIC"),
        ("+14165550100", "NON_US_NANP"),
    ],
)
def test_a_number_of_another_class_is_never_called(phone: str, code: str) -> None:
    assert codes(ask(phone, NOON_NY)) == [code]


def test_a_decision_says_which_rules_and_which_zones_it_was_made_with() -> None:
    decision = lawyer().decide(ask("+12125550100", NOON_NY))
    assert (len(decision.rules_version), decision.tz_version) == (64, TZ_VERSION)
    assert read_rule_book().version == decision.rules_version
    assert rule_book_of(HEAD, HOLIDAYS).version != decision.rules_version


def test_zones_come_from_the_tz_data_that_is_shipped() -> None:
    assert zone_of("America/Chicago").key == "America/Chicago"
    for name in ("", "America/Nowhere", "../zoneinfo/UTC", "America", "zone.tab"):
        with pytest.raises(UnknownZone):
            zone_of(name)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a,US,hours,8,21:00,all,,,c,yes,telemarketing,called_party,,,", "line 2: start '8' is not a time of day"),
        ("a,US,hours,08:00,21:00,someday,,,c,yes,telemarketing,called_party,,,", "days 'someday' is neither"),
        ("a,US,curfew,08:00,21:00,all,,,c,yes,telemarketing,called_party,,,", "rule 'curfew' is none of"),
        ("a,US,attempts,,,all,few,24,c,yes,telemarketing,called_party,,,", "max_attempts 'few' is not a whole number"),
        ("a,US,hours,08:00,21:00,all,,,c,yes,telemarketing,local,,,", "clock 'local' is neither"),
        ("a,US,hours,08:00,21:00,all,,,c,yes,telemarketing,called_party,soon,,", "effective_from 'soon' is not a date"),
        (
            "a,US,ban,,,sun,,,c,yes,telemarketing,called_party,,,\na,US,ban,,,sat,,,c,yes,t,called_party,,,",
            "used twice",
        ),
    ],
)
def test_a_bad_rule_is_refused_with_its_line_and_column(line: str, said: str) -> None:
    with pytest.raises(RuleFileError, match=said.replace("'", ".")):
        rule_book_of(HEAD + line + "\n", HOLIDAYS)
