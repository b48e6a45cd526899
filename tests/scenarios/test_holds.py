"""`/v1/holds` and what is kept how long: debts from the last activity, holds over everything, the chain whole after."""

import pytest

from app.engine.value import DAY, HOUR, MINUTE
from app.wire.base import utc
from tests.scenarios.harness import House
from tests.scenarios.test_calling_hours import load
from tests.scenarios.test_erasure import calls, told
from tests.scenarios.test_retention import keep, rule

WHY = "the court asks for it"
YEAR = 365 * DAY


@pytest.fixture
def olga(house: House) -> str:
    return house.token("olga", "compliance")


def call_once(house: House, ana: str, campaign: str) -> None:
    """One more call of the campaign's only contact, ended."""
    session = house.dial(ana, "start", campaignId=campaign).body["session"]["id"]
    call = house.dial(ana, "next-contact", sessionId=session).body["callIds"][0]
    house.dial(ana, "call-status", callId=call, status="no_answer")
    house.dial(ana, "stop", sessionId=session)


def debts(house: House, olga: str, campaign: str) -> None:
    said = house.operate(
        olga, "PUT", f"/calling-rules/{campaign}", mode="off", purpose="debt", reason="this list collects"
    )
    assert said.status == 200


def test_calls_about_debts_go_three_years_after_the_last_activity(house: House, ana: str, ada: str, olga: str) -> None:
    campaign = house.contacts(1, campaign="Late payers") or ""
    debts(house, olga, campaign)
    assert "12 CFR 1006.100(a)" in rule(house, ada, "debt_calls")["source"]
    assert keep(house, ada, "debt_calls", 1_095).status == 400
    assert keep(house, ada, "debt_calls", 1_096).status == 200
    assert keep(house, ada, "calls", 1_827).status == 200
    call_once(house, ana, campaign)
    house.later(2 * YEAR)
    call_once(house, ana, campaign)
    house.later(2 * YEAR)
    house.sweep("clean-old")
    assert len(house.rows("SELECT 1 FROM call_logs")) == 2, "the person was called two years ago"
    house.later(YEAR + 2 * DAY)
    due = house.operate(olga, "GET", "/retention/due").body
    assert {one["name"]: (one["rows"], one["held"]) for one in due["kinds"]} == {
        "calls": (0, 0),
        "debt_calls": (2, 0),
        "refusals": (0, 0),
        "alerts": (0, 0),
    }
    house.sweep("clean-old")
    assert house.rows("SELECT 1 FROM call_logs") == []
    assert told(house, "verify").exit_code == 0


def test_what_a_call_was_for_when_it_was_placed_decides(house: House, ana: str, ada: str, olga: str) -> None:
    campaign = house.contacts(1, campaign="Spring") or ""
    call_once(house, ana, campaign)
    house.later(DAY)
    debts(house, olga, campaign)
    assert keep(house, ada, "debt_calls", 1_096).status == 200
    house.later(4 * YEAR)
    house.sweep("clean-old")
    assert len(house.rows("SELECT 1 FROM call_logs")) == 1, (
        "a sale is kept for five years, whatever the campaign is now"
    )


def test_a_number_called_by_another_campaign_is_the_same_person(house: House, ana: str, ada: str, olga: str) -> None:
    first, second, other = (
        load(house, [phone], name) or ""
        for phone, name in (("+12125550134", "Late"), ("+12125550134", "Later"), ("+12125550135", "Others"))
    )
    for campaign in (first, second, other):
        debts(house, olga, campaign)
    call_once(house, ana, first)
    house.later(MINUTE)
    call_once(house, ana, other)
    assert keep(house, ada, "debt_calls", 1_096).status == 200
    house.later(2 * YEAR)
    call_once(house, ana, second)
    house.later(YEAR + 2 * DAY)
    house.sweep("clean-old")
    left = house.rows("SELECT phone_number FROM call_logs ORDER BY created_at")
    assert left == [("+12125550134",), ("+12125550134",)], "the other person was not called for three years"


def test_holds_are_set_listed_and_released_with_reasons_and_masked(house: House, ana: str, olga: str) -> None:
    calls(house, ana, 1)
    campaign = house.rows("SELECT lower(hex(id)) FROM campaigns")[0][0]
    id_ = f"{campaign[:8]}-{campaign[8:12]}-{campaign[12:16]}-{campaign[16:20]}-{campaign[20:]}"
    made = [
        {"scope": "tenant"},
        {"scope": "campaign", "campaignId": id_},
        {"scope": "number", "phoneNumber": "(212) 555-0100"},
        {"scope": "range", "from": utc(house.now - HOUR).isoformat(), "to": utc(house.now + HOUR).isoformat()},
    ]
    for body in made:
        assert house.operate(olga, "POST", "/holds", reason=WHY, **body).status == 201
    page = house.operate(olga, "GET", "/holds").body["holds"]
    assert [one["scope"] for one in page] == ["tenant", "campaign", "number", "range"]
    assert (page[1]["campaign"], page[2]["phone"], page[3]["by"]) == ("Spring", "(212) ***-**00", "olga")
    assert house.operate(olga, "DELETE", "/holds/1?reason=settled").body["holds"][0]["number"] == 2
    assert house.operate(olga, "DELETE", "/holds/1?reason=settled").status == 404
    deeds = house.operate(olga, "GET", "/audit").body["records"]
    assert [one["action"] for one in deeds if one["subject"] == "legal hold 1"] == ["hold.release", "hold.add"]
    assert "5550100" not in str(deeds)
    assert "range 20" in told(house, "hold", "list", "--tenant", "Acme").output
    assert house.operate(house.token("sam", "supervisor"), "GET", "/holds").status == 403


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"scope": "number", "phoneNumber": "tea"}, "phoneNumber"),
        ({"scope": "number"}, "phoneNumber"),
        ({"scope": "tenant", "phoneNumber": "2125550100"}, "phoneNumber"),
        ({"scope": "range", "from": "2026-12-02T00:00:00Z", "to": "2026-12-01T00:00:00Z"}, "to"),
        ({"scope": "range", "from": "2026-12-02T00:00:00", "to": "2026-12-01T00:00:00Z"}, "from"),
    ],
)
def test_a_hold_that_names_nothing_is_refused_at_its_field(
    house: House, olga: str, body: dict[str, object], field: str
) -> None:
    refused = house.operate(olga, "POST", "/holds", reason=WHY, **body)
    assert (refused.status, refused.body["field"]) == (400, field)


def test_a_hold_of_a_span_keeps_its_calls_and_no_others(house: House, ana: str, ada: str, olga: str) -> None:
    calls(house, ana, 1)
    start = house.now
    house.later(DAY)
    calls(house, ana, 1)
    assert keep(house, ada, "calls", 1_827).status == 200
    span = {"from": utc(start - HOUR).isoformat(), "to": utc(start + HOUR).isoformat()}
    assert house.operate(olga, "POST", "/holds", scope="range", reason=WHY, **span).status == 201
    erase = {"phoneNumber": "2125550100", "reason": "asked for it"}
    assert house.operate(ada, "POST", "/erasures", **erase).status == 409, "one of its calls is in the span"
    house.later(1_828 * DAY)
    due = house.operate(olga, "GET", "/retention/due").body
    assert due["kinds"][0] == {"name": "calls", "before": due["kinds"][0]["before"], "rows": 1, "held": 1}
    house.sweep("clean-old")
    assert len(house.rows("SELECT 1 FROM call_logs")) == 1
    house.operate(olga, "DELETE", "/holds/1?reason=settled")
    house.later(MINUTE)
    house.sweep("clean-old")
    assert house.rows("SELECT 1 FROM call_logs") == []
    assert told(house, "verify").exit_code == 0
