"""wire.md's table of answers: every status, code and field, for dialers and for operators."""

import re

import msgspec
import pytest

from app.api.bodies import ACTIONS
from app.api.dialer import PATH
from app.engine.value import MINUTE, SECOND
from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House, dialer_ask

SESSION = "01a0c450-6c7b-76de-b8f6-c00a9dfa42f3"
SPELLINGS = ["start", "pause", "resume", "stop", "next-contact", "call-status", "disposition", "status"]
SPELLINGS += ["start-session", "pause-session", "resume-session", "stop-session"]


def post(house: House, token: str, body: bytes, path: str = "", **headers: str) -> Answer:
    plain = {"authorization": f"Bearer {token}", "content-type": "application/json", "origin": "https://app.example"}
    sent = plain | {name.replace("_", "-"): value for name, value in headers.items()}
    return house.send(Ask("POST", PATH + path, sent, body))


def assert_problem(answer: Answer, status: int, code: str, field: str | None = None) -> None:
    """The one shape of a failure: a sentence, a code, the field; nothing of internals."""
    body = answer.body
    assert (answer.status, body["code"], body.get("field")) == (status, code, field), body
    assert body["rateLimitExceeded"] is (status == 429)
    assert len(body["error"].split()) > 1
    assert not re.search(r"Traceback|sqlite|msgspec|\.py|Error\b", body["error"])
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_action_has_both_spellings_in_the_body_and_in_the_path(house: House, ana: str, name: str) -> None:
    def body_for(action: str) -> dict[str, object]:
        session = house.dial(ana, "start").body["session"]["id"]
        body: dict[str, object] = {"sessionId": session, "status": "ringing", "disposition": "answered"}
        if action in ("call-status", "disposition"):
            handed = house.dial(ana, "next-contact", sessionId=session).body
            body |= {"callId": handed["callId"], "contactId": handed["contact"]["id"]}
        if action.startswith("resume"):
            house.dial(ana, "pause", sessionId=session)
        return body

    house.contacts(2)
    for in_path in (False, True):
        body = body_for(name)
        sent = body if in_path else {"action": name, **body}
        answer = post(house, ana, msgspec.json.encode(sent), f"/{name}" if in_path else "")
        assert answer.status == 200, answer
        assert answer.body["success"] is True
        house.later(MINUTE)
    assert name in ACTIONS


def test_the_table_of_spellings_is_complete() -> None:
    assert sorted(SPELLINGS) == sorted(ACTIONS)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"", "action"),
        (b"{", None),
        (b'{"action": "start"', None),
        (b"[]", None),
        (b'"start"', None),
        (b"null", None),
        (b"\xff\xfe", None),
        (b'{"action": "start", "mode": "\\ud800"}', None),
        (b"[" * 5_000, None),
        (b'{"action": 7}', "action"),
        (b'{"action": null}', "action"),
        (b'{"action": "dance"}', "action"),
        (b'{"action": "start", "mode": "turbo"}', "mode"),
        (b'{"action": "start", "campaignId": "1"}', "campaignId"),
        (b'{"action": "start", "agentId": 5}', "agentId"),
        (b'{"action": "pause"}', "sessionId"),
        (b'{"action": "pause", "sessionId": null}', "sessionId"),
        (b'{"action": "pause", "sessionId": "0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1"}', "sessionId"),
        (b'{"action": "next-contact", "sessionId": "%(id)s", "lines": 0}', "lines"),
        (b'{"action": "next-contact", "sessionId": "%(id)s", "lines": 11}', "lines"),
        (b'{"action": "next-contact", "sessionId": "%(id)s", "lines": 2.5}', "lines"),
        (b'{"action": "next-contact", "sessionId": "%(id)s", "lines": true}', "lines"),
        (b'{"action": "call-status", "callId": "%(id)s", "status": "eaten"}', "status"),
        (b'{"action": "call-status", "callId": "%(id)s", "status": "busy", "duration": -1}', "duration"),
        (b'{"action": "call-status", "callId": "%(id)s", "status": "busy", "duration": 1e30}', "duration"),
        (b'{"action": "call-status", "callId": "%(id)s", "status": "busy", "recordingUrl": 1}', "recordingUrl"),
        (b'{"action": "disposition", "sessionId": "%(id)s", "disposition": "answered"}', "contactId"),
        (b'{"action": "disposition", "sessionId": "%(id)s", "contactId": "%(id)s", "disposition": ""}', "disposition"),
        (
            (
                b'{"action": "disposition", "sessionId": "%(id)s", "contactId": "%(id)s", "disposition": "callback",'
                b' "callbackAt": "tomorrow"}'
            ),
            "callbackAt",
        ),
        (
            (
                b'{"action": "disposition", "sessionId": "%(id)s", "contactId": "%(id)s", "disposition": "callback",'
                b' "callbackAt": "2026-12-01T09:00:00"}'
            ),
            "callbackAt",
        ),
    ],
)
def test_what_cannot_be_read_is_400_and_names_the_field(house: House, ana: str, body: bytes, field: str | None) -> None:
    answer = post(house, ana, body.replace(b"%(id)s", SESSION.encode()))
    assert_problem(answer, 400, "invalid_request", field)
    assert "x-ratelimit-remaining" in answer.headers, "a known user is told its limits whatever it sent"


def test_an_unknown_disposition_is_400(house: House, ana: str) -> None:
    house.contacts(1)
    session = house.dial(ana, "start").body["session"]["id"]
    contact = house.dial(ana, "next-contact", sessionId=session).body["contact"]["id"]
    answer = house.dial(ana, "disposition", sessionId=session, contactId=contact, disposition="eaten")
    assert_problem(answer, 400, "invalid_request", "disposition")
    assert "wrong_number" in answer.body["error"]


def test_no_token_or_a_wrong_one_is_401(house: House, ana: str) -> None:
    wrong = [None, "", "x", "dlf_x_y", ana[:-1], ana + "x", ana.replace("dlf_", "DLF_"), OPERATOR_SECRET[:-1]]
    for token in wrong:
        answer = house.dial(token, "status")
        assert_problem(answer, 401, "unauthorized")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert house.rows("SELECT count(*) FROM api_rate_limits") == [(0,)]


def test_the_token_may_come_as_apikey(house: House, ana: str) -> None:
    body = b'{"action": "status"}'
    assert house.send(Ask("POST", PATH, {"apikey": ana}, body)).status == 200
    both = {"apikey": ana, "authorization": f"bearer {ana}"}
    assert house.send(Ask("POST", PATH, both, body)).status == 200
    assert house.send(Ask("POST", f"{PATH}?apikey={ana}", {}, body)).status == 401, "never in the URL"


def test_a_flood_without_a_token_is_held_per_address_and_hinders_nobody_else(house: House, ana: str) -> None:
    assert house.dial(ana, "status").status == 200
    first = house.now
    for _ in range(30):
        assert house.dial("wrong", "status").status == 401
        house.later(SECOND)
    held = house.dial("wrong", "status")
    assert_problem(held, 429, "unauthenticated_requests")
    assert held.headers["retry-after"] == str(held.body["retryAfter"]) == "30"
    assert house.send(dialer_ask("wrong", "status")._replace(address="192.0.2.9")).status == 401
    assert house.dial(ana, "status").status == 200, "a user we know, at the same address"
    house.later(first + MINUTE - house.now - 1)
    assert house.dial("wrong", "status").status == 429
    house.later(1)
    assert house.dial("wrong", "status").status == 401


@pytest.mark.parametrize("role", ["supervisor", "admin", "compliance"])
def test_only_dialers_dial(house: House, role: str) -> None:
    assert_problem(house.dial(house.token("sam", role), "start"), 403, "forbidden")


def test_foreign_and_unknown_ids_are_404_alike(house: House, ana: str) -> None:
    house.contacts(1)
    campaign = house.contacts(1, "Spring")
    started = house.dial(ana, "start").body
    session, agent = started["session"]["id"], started["agent"]["id"]
    handed = house.dial(ana, "next-contact", sessionId=session).body
    eve = house.token("eve", tenant="Other")
    mine = house.dial(eve, "start").body["session"]["id"]
    contact, call = handed["contact"]["id"], handed["callId"]
    for one, other in ((session, SESSION), (session.upper(), SESSION)):
        for sought in (one, other):
            for action in ("pause", "resume", "stop", "next-contact", "status"):
                assert_problem(house.dial(eve, action, sessionId=sought), 404, "not_found")
    for sought in (call, SESSION):
        assert_problem(house.dial(eve, "call-status", callId=sought, status="busy"), 404, "not_found")
    for where, who, named in (
        (session, contact, None),
        (mine, contact, None),
        (mine, contact, call),
        (mine, SESSION, None),
    ):
        extra = {} if named is None else {"callId": named}
        told = house.dial(eve, "disposition", sessionId=where, contactId=who, disposition="answered", **extra)
        assert_problem(told, 404, "not_found")
    for name, sought in (("agentId", agent), ("agentId", SESSION), ("campaignId", campaign), ("campaignId", SESSION)):
        house.later(MINUTE)
        assert_problem(house.dial(eve, "start", **{name: sought}), 404, "not_found")
    assert house.dial(ana, "pause", sessionId=session.upper()).status == 200, (
        "its owner finds it, however it is spelled"
    )


def test_a_session_whose_state_forbids_it_is_409(house: House, ana: str) -> None:
    session = house.dial(ana, "start").body["session"]["id"]
    assert_problem(house.dial(ana, "resume", sessionId=session), 409, "conflict")
    house.dial(ana, "pause", sessionId=session)
    for action in ("pause", "next-contact"):
        assert_problem(house.dial(ana, action, sessionId=session), 409, "conflict")
    house.dial(ana, "stop", sessionId=session)
    for action in ("pause", "resume", "stop", "next-contact"):
        assert_problem(house.dial(ana, action, sessionId=session), 409, "conflict")


def test_other_methods_are_405_and_the_preflight_is_answered(house: House) -> None:
    for method in ("GET", "PUT", "DELETE", "PATCH", "HEAD"):
        answer = house.send(Ask(method, PATH, {"origin": "https://app.example"}, b""))
        assert_problem(answer, 405, "invalid_request")
        assert answer.headers["allow"] == "POST, OPTIONS"
    asked = {"origin": "https://app.example", "access-control-request-method": "POST"}
    for path in (PATH, f"{PATH}/start-session"):
        preflight = house.send(Ask("OPTIONS", path, asked, b""))
        assert (preflight.status, preflight.raw) == (204, b"")
        assert preflight.headers["access-control-allow-origin"] == "*"
        assert "POST" in preflight.headers["access-control-allow-methods"]
        for header in ("authorization", "apikey", "x-client-info", "content-type", "idempotency-key"):
            assert header in preflight.headers["access-control-allow-headers"]


def test_a_body_over_64_kib_is_413_and_one_of_just_that_is_read(house: House, ana: str) -> None:
    head = b'{"action": "status", "filler": "'
    whole = head + b"x" * (65_536 - len(head) - 2) + b'"}'
    assert post(house, ana, whole).status == 200
    assert_problem(post(house, ana, whole + b" "), 413, "invalid_request")
    assert_problem(post(house, ana, b"x" * 10_000_000), 413, "invalid_request")
    assert_problem(post(house, ana, b"{}", content_length="10000000"), 413, "invalid_request")


def test_what_is_not_json_is_415(house: House, ana: str) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        assert_problem(post(house, ana, b'{"action": "status"}', content_type=kind), 415, "invalid_request")
    for kind in ("application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.api+json"):
        assert post(house, ana, b'{"action": "status"}', content_type=kind).status == 200


def test_another_function_is_404(house: House, ana: str) -> None:
    assert house.send(Ask("POST", "/functions/v1/other", {}, b"")).code == "not_found"
    assert_problem(post(house, ana, b"{}", "/dance"), 400, "invalid_request", "action")
