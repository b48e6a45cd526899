"""The log as an operator reads it: searched, a call told, a refusal explained, and the specification's monitoring."""

from typing import Any

import msgspec

from app.engine.value import HOUR, MINUTE, SECOND
from app.wire.base import utc
from tests.scenarios.harness import House

Json = dict[str, Any]


def dialled(house: House, ana: str, session: str, count: int, **report: object) -> list[str]:
    """Calls ten seconds apart, each reported so."""
    found: list[str] = []
    for _ in range(count):
        house.later(10 * SECOND)
        call = house.dial(ana, "next-contact", sessionId=session).body["callId"]
        if report:
            assert house.dial(ana, "call-status", callId=call, **report).status == 200
        found.append(call)
    return found


def text(instant: int) -> str:
    return msgspec.json.encode(utc(instant)).decode().strip('"')


def test_calls_are_found_by_number_status_and_disposition(house: House, ana: str, sam: str) -> None:
    house.contacts(12)
    session = house.dial(ana, "start").body["session"]["id"]
    busy = dialled(house, ana, session, 3, status="busy")
    done = dialled(house, ana, session, 2, status="answered")
    contact = house.operate(sam, "GET", f"/calls/{done[1]}").body["call"]["contactId"]
    house.dial(ana, "disposition", sessionId=session, contactId=contact, disposition="interested", notes="ask in May")

    def found(query: str) -> list[str]:
        page = house.operate(sam, "GET", f"/calls?{query}").body
        assert (page["cursor"], page["searchedTo"]) == (None, None)
        return [call["id"] for call in page["calls"]]

    assert found("status=busy") == busy[::-1]
    assert found("disposition=interested") == [done[1]]
    assert found("disposition=interested&status=busy") == []
    number = house.operate(sam, "POST", "/reveals", kind="call", id=busy[0], reason="the search needs it").body["phone"]
    assert found(f"number={number.replace('+', '%2B')}") == [busy[0]]
    assert found(f"number={number[-4:-2]}%20{number[-2:]}") == [busy[0]]
    assert found("number=%2B49") == []
    assert len(found("number=%2B1%20(212)")) == 5
    user = house.operate(sam, "GET", f"/calls/{busy[0]}").body["call"]["userId"]
    assert len(found(f"userId={user}&sessionId={session}")) == 5
    assert found(f"userId={session}") == []


def test_a_call_tells_its_history_and_the_limits_in_force_then(house: House, ana: str, sam: str, ada: str) -> None:
    house.contacts(6)
    session = house.dial(ana, "start").body["session"]["id"]
    agent = house.operate(sam, "GET", "/floor").body["agents"][0]
    first = dialled(house, ana, session, 1)[0]
    edit = {"expectedRevision": agent["revision"], "reason": "slow down", "maxCallsPerHour": 7}
    assert house.operate(sam, "PATCH", f"/agents/{agent['id']}", **edit).status == 200
    second = dialled(house, ana, session, 1)[0]
    house.later(3 * SECOND)
    house.dial(ana, "call-status", callId=second, status="ringing")
    house.later(3 * SECOND)
    house.dial(ana, "call-status", callId=second, status="answered")
    house.later(MINUTE)
    contact = house.operate(sam, "GET", f"/calls/{second}").body["call"]["contactId"]
    said = {"disposition": "converted", "notes": "pays on Friday", "duration": 61}
    assert house.dial(ana, "disposition", sessionId=session, contactId=contact, **said).status == 200

    def limits(told: Json) -> dict[str, tuple[object, ...]]:
        return {row["limitId"]: (row["limit"], row["used"], row["source"]) for row in told["limits"]}

    told = house.operate(sam, "GET", f"/calls/{second}").body
    assert [(moment["status"], moment["disposition"], moment["by"]) for moment in told["moments"]] == [
        ("ringing", None, "dialer"),
        ("answered", None, "dialer"),
        ("completed", "converted", "dialer"),
    ]
    assert (told["user"], told["notes"], told["closedBy"]) == ("ana", "pays on Friday", "disposition")
    assert told["contact"]
    assert (told["session"]["id"], told["session"]["startedBy"]) == (session, "ana")
    assert limits(told) == {
        "calls.hour": (7, 2, "agent"),
        "calls.day": (800, 2, "system"),
        "calls.gap": (2, None, "system"),
    }
    assert limits(house.operate(sam, "GET", f"/calls/{first}").body)["calls.hour"] == (100, 1, "system")
    assert house.operate(house.token("boss", "admin", tenant="Other"), "GET", f"/calls/{first}").status == 404


def test_a_call_given_back_and_the_contacts_other_calls_are_told(house: House, ana: str, sam: str) -> None:
    house.contacts(1)
    session = house.dial(ana, "start").body["session"]["id"]
    first = dialled(house, ana, session, 1, status="not_placed")[0]
    house.later(HOUR)
    second = dialled(house, ana, session, 1)[0]
    told = house.operate(sam, "GET", f"/calls/{second}").body
    assert [other["id"] for other in told["others"]] == [first]
    assert {row["limitId"]: row["used"] for row in told["limits"]}["calls.day"] == 1
    given_back = house.operate(sam, "GET", f"/calls/{first}").body
    assert given_back["givenBackAt"] is not None
    assert [moment["status"] for moment in given_back["moments"]] == ["not_placed"]


def test_a_refusal_says_which_limit_whose_and_what_filled_it(house: House, ana: str, sam: str) -> None:
    house.contacts(9)
    session = house.dial(ana, "start").body["session"]["id"]
    agent = house.operate(sam, "GET", "/floor").body["agents"][0]
    edit = {"expectedRevision": agent["revision"], "reason": "slow down", "maxCallsPerHour": 3}
    assert house.operate(sam, "PATCH", f"/agents/{agent['id']}", **edit).status == 200
    dialled(house, ana, session, 3)
    first = house.now
    house.later(20 * SECOND)
    refused = [house.dial(ana, "next-contact", sessionId=session) for _ in range(4)]
    assert {answer.status for answer in refused} == {429}
    house.run(house.engine.journal.flush())
    (item,) = house.operate(sam, "GET", f"/refusals?code=calls_per_hour&sessionId={session}").body["refusals"]
    assert house.operate(sam, "GET", "/refusals?code=call_gap").body["refusals"] == []
    told = house.operate(sam, "GET", f"/refusals/{item['id']}").body
    assert told["sentence"] == refused[0].body["error"]
    assert (told["refusal"]["limit"], told["refusal"]["used"], told["refusal"]["count"]) == (3, 3, 4)
    assert told["refusal"]["retryAt"] == refused[0].body["resetAt"]
    assert told["source"] == "agent"
    assert told["windowFrom"] == text(first + 20 * SECOND - HOUR)
    assert told["charges"] == [text(first - 20 * SECOND), text(first - 10 * SECOND), text(first)]
    later = {**edit, "expectedRevision": agent["revision"] + 1, "maxCallsPerHour": 50}
    assert house.operate(sam, "PATCH", f"/agents/{agent['id']}", **later).status == 200
    assert house.operate(sam, "GET", f"/refusals/{item['id']}").body["source"] == "agent", "what was in force then"


def test_a_refused_request_is_explained_by_the_requests_before_it(house: House, ana: str, sam: str) -> None:
    house.dial(ana, "start")
    while house.dial(ana, "status").status == 200:
        house.later(SECOND // 10)
    house.run(house.engine.journal.flush())
    (item,) = house.operate(sam, "GET", "/refusals?code=api_requests_per_minute").body["refusals"]
    told = house.operate(sam, "GET", f"/refusals/{item['id']}").body
    assert told["sentence"] == "Rate limit exceeded: 60 requests per minute allowed"
    assert (len(told["charges"]), told["source"]) == (60, "system")


def test_the_monitoring_is_the_specifications_two_queries_with_their_limits(
    house: House, ana: str, sam: str, ada: str
) -> None:
    house.contacts(20)
    session = house.dial(ana, "start").body["session"]["id"]
    dialled(house, ana, session, 2)
    house.later(HOUR)
    dialled(house, ana, session, 3)
    bob = house.token("bob")
    other = house.dial(bob, "start").body["session"]["id"]
    dialled(house, bob, other, 1)
    told = house.operate(sam, "GET", "/monitoring").body
    assert [(row["user"], row["requests"], row["limit"]) for row in told["requests"]] == [
        ("ana", 3, 500),
        ("bob", 2, 500),
    ]
    assert [(row["sessionId"], row["calls"], row["limit"], row["source"]) for row in told["sessions"]] == [
        (session, 3, 100, "system"),
        (other, 1, 100, "system"),
    ]
    hour_ago = house.now - HOUR
    by_user = "SELECT count(*) FROM api_rate_limits WHERE created_at > ? GROUP BY user_id ORDER BY count(*) DESC"
    assert [(row["requests"],) for row in told["requests"]] == house.rows(by_user, hour_ago)
    by_session = "SELECT count(*) FROM call_logs WHERE created_at > ? GROUP BY session_id ORDER BY count(*) DESC"
    assert [(row["calls"],) for row in told["sessions"]] == house.rows(by_session, hour_ago)
    assert house.operate(house.token("boss", "admin", tenant="Other"), "GET", "/monitoring").body["sessions"] == []


def test_what_can_be_searched_by_is_named(house: House, ana: str, sam: str) -> None:
    house.contacts(1, "Spring")
    house.dial(ana, "start")
    told = house.operate(sam, "GET", "/log-choices").body
    assert [agent["name"] for agent in told["agents"]] == ["ana"]
    assert [user["name"] for user in told["users"]] == ["ana", "sam"]
    assert [campaign["name"] for campaign in told["campaigns"]] == ["Spring"]
    assert {"busy", "completed"} <= set(told["statuses"])
    assert {"converted", "do_not_call"} <= set(told["dispositions"])
    assert {"calls_per_hour", "api_requests_per_minute"} <= set(told["codes"])
