"""Where calls may go now, and one number looked up: the answers are those of the path of a call."""

from pathlib import Path
from typing import Any

import pytest

from app.engine.value import DAY, HOUR, MINUTE, SECOND
from tests.scenarios.harness import Answer, House
from tests.scenarios.test_calling_hours import ENFORCE, TUESDAY, Floor, at, instant, load

NOON = f"{TUESDAY}T17:00:00"
"""Noon in New York, nine in Los Angeles, seven in Honolulu, three in the morning tomorrow in Guam."""


def zone(page: dict[str, Any], state: str, at: int = 0) -> dict[str, Any]:
    found = next(one for one in page["states"] if one["jurisdiction"] == state)
    here: dict[str, Any] = found["zones"][at]
    return here


def test_the_map_says_where_calls_may_go_until_when_and_by_which_rule(tmp_path: Path) -> None:
    with at(tmp_path, NOON) as house:
        floor = Floor(house, **ENFORCE)
        load(house, ["+12125550134", "+12125550135", "+18085550134"])
        page = house.operate(floor.officer, "GET", "/callable-now").body
        assert len(page["states"]) == 56
        york, hawaii, guam = zone(page, "US-NY"), zone(page, "US-HI"), zone(page, "US-GU")
        assert (york["isOpen"], york["until"], york["nextClosingLocal"]) == (
            True,
            f"{TUESDAY[:8]}02T01:59:00Z",
            f"{TUESDAY}T20:59:00-05:00",
        ), "a minute before nine: ring time and 30 seconds"
        assert "N.Y. GBL 399-z(2)" in [rule["citation"] for rule in york["rules"]]
        assert (hawaii["isOpen"], hawaii["nextOpeningLocal"]) == (False, f"{TUESDAY}T08:00:00-10:00")
        assert guam["localTime"].startswith("2026-12-02T03:00"), "beyond the date line it is tomorrow"
        assert page["contacts"] == {"due": 3, "callableNow": 2, "withinHour": 1}
        assert page["mode"] == "enforce"
        house.later(HOUR)
        later = house.operate(floor.officer, "GET", "/callable-now").body
        assert zone(later, "US-HI")["isOpen"]
        assert later["contacts"]["callableNow"] == 3


def test_a_split_state_tells_its_zones_and_an_emergency_closes_it_whole(tmp_path: Path) -> None:
    with at(tmp_path, NOON) as house:
        floor = Floor(house, **ENFORCE, emergencies=["US-FL"])
        page = house.operate(floor.officer, "GET", "/callable-now").body
        florida = next(one for one in page["states"] if one["jurisdiction"] == "US-FL")
        assert [one["zone"] for one in florida["zones"]] == ["America/Chicago", "America/New_York"]
        assert {one["rules"][0]["code"] for one in florida["zones"]} == {"STATE_OF_EMERGENCY"}
        assert all(one["until"] is None and one["bannedToday"] for one in florida["zones"])


def test_a_map_for_debt_knows_no_sunday(tmp_path: Path) -> None:
    with at(tmp_path, "2026-12-06T18:00:00") as house:
        floor = Floor(house, **ENFORCE)
        sale = zone(house.operate(floor.officer, "GET", "/callable-now").body, "US-AL")
        assert (sale["bannedToday"], sale["rules"][0]["code"]) == (True, "DAY_BAN")
        debt = house.operate(floor.officer, "GET", "/callable-now?purpose=debt").body
        assert (zone(debt, "US-AL")["isOpen"], debt["purpose"]) == (True, "debt")
        assert house.operate(floor.officer, "GET", "/callable-now?campaign=nobody").status == 400


def ask(house: House, token: str, number: str, **more: object) -> Answer:
    return house.operate(token, "POST", "/may-call", phoneNumber=number, **more)


def test_a_number_is_looked_up_however_it_is_written_and_audited_without_it(tmp_path: Path) -> None:
    with at(tmp_path, NOON) as house:
        floor = Floor(house, **ENFORCE)
        answer = ask(house, floor.officer, "(212) 555-0134").body
        assert (answer["allowed"], answer["phone"], answer["masked"]) == (True, "+12125550134", "(212) ***-**34")
        assert [one["end"] for one in answer["openings"]] == [
            "2026-12-02T01:59:00Z",
            "2026-12-03T01:59:00Z",
            "2026-12-03T17:00:00Z",
        ], "two days are told"
        deeds = house.operate(floor.officer, "GET", "/audit").body["records"]
        deed = next(one for one in deeds if one["action"] == "number.lookup")
        assert "5550134" not in str(deed)
        assert len(deed["after"]["mac"]) == 64
        wrong = ask(house, floor.officer, "call me")
        assert (wrong.status, wrong.body["field"]) == (400, "phoneNumber")
        assert "write ten digits" in wrong.body["error"]
        assert ask(house, floor.officer, "2125550134", zone="Mars/Olympus").body["field"] == "zone"
        assert ask(house, floor.officer, "2125550134", campaignId="nobody").status == 404


def test_all_reasons_are_told_with_their_citations_and_when_it_may_be_called(tmp_path: Path) -> None:
    with at(tmp_path, f"{TUESDAY}T12:30:00") as house:
        floor = Floor(house, **ENFORCE)
        load(house, ["+13055550134"], fields={"State": "CA"})
        answer = ask(house, floor.officer, "305 555 0134").body
        assert not answer["allowed"]
        assert answer["states"] == ["US-CA", "US-FL"]
        assert {one["code"] for one in answer["failures"]} == {"OUTSIDE_HOURS"}
        assert "Fla. Stat. 501.616(6)(a)" in [one["citation"] for one in answer["failures"]]
        assert answer["nextEligibleAt"] == f"{TUESDAY}T16:00:00Z", "eight in California"
        assert (answer["contacts"], answer["attempts"][0]["counted"]) == (1, 0)
        never = ask(house, floor.officer, "800 555 0134").body
        assert (never["numberClass"], never["nextEligibleAt"], never["openings"]) == ("NPA_NON_GEOGRAPHIC", None, [])


def test_lists_tries_and_another_instant_count(tmp_path: Path) -> None:
    with at(tmp_path, NOON) as house:
        floor = Floor(house, **ENFORCE)
        for name in ("One", "Two", "Three"):
            session = floor.start(load(house, ["+13055550134"], name))
            assert floor.ask(session)["contact"] is not None
        tried = ask(house, floor.officer, "3055550134").body
        florida = next(one for one in tried["attempts"] if one["jurisdiction"] == "US-FL")
        assert (florida["counted"], florida["cap"], len(tried["tries"])) == (3, 3, 3)
        assert tried["failures"][0]["code"] == "ATTEMPT_CAP"
        free = instant(tried["nextEligibleAt"].removesuffix("Z"))
        assert instant(NOON) + DAY < free <= instant(NOON) + DAY + MINUTE
        later = ask(house, floor.officer, "3055550134", at=tried["nextEligibleAt"]).body
        assert later["allowed"]
        listed = house.operate(floor.officer, "POST", "/do-not-call", phone="3055550134", reason="asked by letter")
        assert listed.status == 200
        house.later(SECOND)
        stopped = ask(house, floor.officer, "3055550134").body
        assert [one["code"] for one in stopped["failures"]][:1] == ["DNC_INTERNAL"]
        assert (stopped["own"][0]["by"], stopped["nextEligibleAt"], stopped["openings"]) == ("olga", None, [])


@pytest.mark.parametrize("consent", [True, False])
def test_consent_and_the_national_list_are_asked_where_the_rules_ask_them(tmp_path: Path, consent: bool) -> None:
    with at(tmp_path, NOON) as house:
        floor = Floor(house, **ENFORCE, consent=consent, national=not consent)
        answer = ask(house, floor.officer, "2125550134").body
        codes = [one["code"] for one in answer["failures"]]
        assert codes == (["NO_CONSENT"] if consent else ["DNC_LIST_STALE"])
        assert answer["consent"] is (False if consent else None)
        assert answer["national"]["asked"] is not consent
        assert answer["national"]["onList"] is None
