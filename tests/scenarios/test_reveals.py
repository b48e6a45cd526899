"""Numbers are masked in every answer to an operator; one at a time is shown whole, and the trail keeps who saw it."""

import re

import msgspec
import pytest

from tests.scenarios.harness import House, Json
from tests.scenarios.role_table import ROWS

NUMBER = re.compile(rb"\+?1?2125550[0-9]{3}")
PHONE = "+12125550100"
OTHERS = ("/v1/me", "/v1/do-not-call/file")
WHY = "a complaint of the person"


@pytest.fixture
def ana(house: House) -> str:
    house.contacts(3)
    return house.token("ana")


def call_of(house: House, ana: str) -> Json:
    session = house.dial(ana, "start").body["session"]["id"]
    return house.dial(ana, "next-contact", sessionId=session).body


def listed(house: House, officer: str, phone: str) -> None:
    assert house.operate(officer, "POST", "/do-not-call", phone=phone, kind="internal", reason=WHY).status == 200


def test_a_dialer_gets_the_number_and_whoever_reads_the_log_does_not(house: House, ana: str) -> None:
    call = call_of(house, ana)
    assert call["contact"]["phone"] == PHONE
    ada = house.token("ada", "admin")
    [row] = house.operate(ada, "GET", "/calls").body["calls"]
    assert row["phoneNumber"] == "(212) ***-**00"
    detail = house.operate(ada, "GET", f"/calls/{call['callId']}").body
    assert detail["call"]["phoneNumber"] == "(212) ***-**00"


def test_no_answer_to_an_operator_holds_a_whole_number(house: House, ana: str) -> None:
    call = call_of(house, ana)
    ada = house.token("ada", "admin")
    listed(house, ada, "+12125550101")
    agent = house.rows("SELECT lower(hex(agent_id)) FROM call_logs")[0][0]
    agent_id = f"{agent[:8]}-{agent[8:12]}-{agent[12:16]}-{agent[16:20]}-{agent[20:]}"
    assert house.rows("SELECT phone FROM suppressions") == [("+12125550101",)]
    plain = [row.path for row in ROWS if row.method == "GET" and "{" not in row.path and row.path not in OTHERS]
    for path in (*plain, f"/v1/calls/{call['callId']}", f"/v1/agents/{agent_id}"):
        answer = house.operate(ada, "GET", path.removeprefix("/v1"))
        assert answer.status in (200, 400, 403, 404), (path, answer.raw)
        assert NUMBER.search(answer.raw) is None, path


def test_a_supervisor_says_why_and_the_trail_keeps_it_without_the_number(house: House, ana: str) -> None:
    call = call_of(house, ana)
    sam = house.token("sam", "supervisor")
    refused = house.operate(sam, "POST", "/reveals", kind="call", id=call["callId"])
    assert (refused.status, refused.body["field"]) == (400, "reason")
    shown = house.operate(sam, "POST", "/reveals", kind="call", id=call["callId"], reason=WHY)
    assert (shown.status, shown.body) == (200, {"kind": "call", "id": call["callId"], "phone": PHONE})
    record = house.operate(sam, "GET", "/audit").body["records"][0]
    assert (record["user"], record["action"], record["subject"]) == ("sam", "number.reveal", f"call {call['callId']}")
    assert (record["after"], record["reason"]) == ({"number": "(212) ***-**00"}, WHY)


@pytest.mark.parametrize("role", ["admin", "compliance"])
def test_an_officer_need_not_say_why_and_is_recorded_all_the_same(house: House, ana: str, role: str) -> None:
    call = call_of(house, ana)
    olga = house.token("olga", role)
    assert house.operate(olga, "POST", "/reveals", kind="call", id=call["callId"]).body["phone"] == PHONE
    assert house.operate(olga, "GET", "/audit").body["records"][0]["user"] == "olga"


def test_contacts_and_entries_of_lists_are_shown_too(house: House, ana: str) -> None:
    call = call_of(house, ana)
    ada = house.token("ada", "admin")
    listed(house, ada, "+12125550101")
    number = str(house.rows("SELECT number FROM suppressions")[0][0])
    for kind, id_, phone in (("contact", call["contact"]["id"], PHONE), ("listed", number, "+12125550101")):
        assert house.operate(ada, "POST", "/reveals", kind=kind, id=id_).body["phone"] == phone


def test_what_is_not_there_or_anothers_is_not_shown_and_not_recorded(house: House, ana: str) -> None:
    call = call_of(house, ana)
    eve = house.token("eve", "admin", "Beta")
    before = len(house.rows("SELECT 1 FROM audit_records"))
    for kind, id_ in (("call", call["callId"]), ("listed", "7"), ("call", "x"), ("hold", "-1"), ("contact", "é" * 36)):
        assert house.operate(eve, "POST", "/reveals", kind=kind, id=id_).status == 404, (kind, id_)
    assert house.operate(eve, "POST", "/reveals", kind="tea", id="1").status == 400
    assert house.operate(ana, "POST", "/reveals", kind="call", id=call["callId"]).status == 403
    assert len(house.rows("SELECT 1 FROM audit_records")) == before


def test_a_number_that_was_erased_is_shown_to_nobody(house: House, ana: str) -> None:
    call = call_of(house, ana)
    ada = house.token("ada", "admin")
    assert house.operate(ada, "POST", "/erasures", phoneNumber=PHONE, reason=WHY).status == 201
    answer = house.operate(ada, "POST", "/reveals", kind="call", id=call["callId"])
    assert answer.status == 404
    assert "it was erased" in answer.body["error"]
    assert house.operate(ada, "GET", f"/calls?sameAs={call['callId']}").status == 404


def test_calls_to_the_same_number_are_found_by_who_has_seen_it_masked_and_by_who_types_it(
    house: House, ana: str
) -> None:
    first = call_of(house, ana)
    ada = house.token("ada", "admin")
    for query in (f"sameAs={first['callId']}", "number=%2B12125550100", "number=0100"):
        calls = house.operate(ada, "GET", f"/calls?{query}").body["calls"]
        assert [call["id"] for call in calls] == [first["callId"]], query
    assert house.operate(ada, "GET", "/calls?sameAs=tea").status == 400


def test_a_previewed_file_shows_its_columns_and_no_number(house: House) -> None:
    from app.reports.import_check import check_file

    path = house.folder.root / "leads.csv"
    path.write_text("Name,Phone,Other\nKim,(212) 555-0100,2125550101\nLee,12,x\n", encoding="utf-8")
    facts = [news.facts for news in check_file(path, None, "US")][-1]
    assert facts is not None
    assert facts.sample[0] == ["Kim", "(***) ***-**00", "********01"]
    assert NUMBER.search(msgspec.json.encode(facts)) is None
