"""`/v1`: roles, tenants, statuses, conflicts, and bad input, as docs/guides/protocol.md has them."""

import pytest

from app.api.auth import OPERATOR
from app.engine.value import HOUR, MINUTE, SECOND
from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House

ROLES = ("supervisor", "admin", "compliance", "dialer")
ID = "01a0c450-6c7b-76de-b8f6-c00a9dfa42f3"
REASON: dict[str, object] = {"reason": "because of the test"}
EXPECTED: dict[str, object] = {"expectedRevision": 0}
EDIT: dict[str, object] = {**REASON, **EXPECTED}
SETTINGS: dict[str, object] = {**EDIT, "thresholds": {}, "quietHours": None, "agents": []}
TABLE: list[tuple[str, str, dict[str, object], set[str]]] = [
    ("GET", "/floor", {}, {"supervisor", "admin", "compliance"}),
    ("GET", f"/agents/{ID}", {}, {"supervisor", "admin", "compliance"}),
    ("PATCH", f"/agents/{ID}", {**EDIT, "callTimeout": 20}, {"supervisor", "admin"}),
    ("GET", "/limits", {}, {"supervisor", "admin", "compliance"}),
    ("PUT", f"/limits/tenant/{ID}/api.minute", {**EDIT, "amount": 5}, {"admin"}),
    ("POST", "/limits/changes", {**REASON, "agents": [{"agentId": ID, **EXPECTED}]}, {"supervisor", "admin"}),
    ("GET", "/limits/history", {}, {"supervisor", "admin", "compliance"}),
    ("GET", "/limits/diff?from=0", {}, {"supervisor", "admin", "compliance"}),
    ("GET", f"/limits/preview/{ID}", {}, {"supervisor", "admin"}),
    ("DELETE", f"/limits/preview/{ID}", {}, {"supervisor", "admin"}),
    ("GET", "/tiers", {}, {"supervisor", "admin", "compliance"}),
    ("POST", "/tiers", {**REASON, "name": "Gold"}, set()),
    ("GET", "/sessions", {}, {"supervisor", "admin", "compliance"}),
    ("GET", f"/sessions/{ID}", {}, {"supervisor", "admin", "compliance"}),
    ("POST", f"/sessions/{ID}/pause", REASON, {"supervisor", "admin"}),
    ("POST", f"/sessions/{ID}/resume", REASON, {"supervisor", "admin"}),
    ("POST", f"/sessions/{ID}/end", REASON, {"supervisor", "admin"}),
    ("GET", "/calls", {}, {"supervisor", "admin", "compliance"}),
    ("GET", "/refusals", {}, {"supervisor", "admin", "compliance"}),
    ("GET", f"/calls/{ID}", {}, {"supervisor", "admin", "compliance"}),
    ("GET", f"/refusals/{ID}", {}, {"supervisor", "admin", "compliance"}),
    ("GET", "/monitoring", {}, {"supervisor", "admin", "compliance"}),
    ("GET", "/log-choices", {}, {"supervisor", "admin", "compliance"}),
    ("GET", "/audit", {}, {"supervisor", "admin", "compliance"}),
    ("GET", "/alerts", {}, {"supervisor", "admin", "compliance"}),
    ("GET", f"/alerts/{ID}", {}, {"supervisor", "admin", "compliance"}),
    ("POST", f"/alerts/{ID}/acknowledge", {"note": "on it"}, {"supervisor", "admin"}),
    ("POST", f"/alerts/{ID}/snooze", {"until": "2030-01-01T00:00:00Z"}, {"supervisor", "admin"}),
    ("POST", f"/alerts/{ID}/resolve", {"note": "done"}, {"supervisor", "admin"}),
    ("GET", "/alert-settings", {}, {"supervisor", "admin", "compliance"}),
    ("PUT", "/alert-settings", SETTINGS, {"admin"}),
    ("GET", "/users", {}, {"admin"}),
    ("GET", "/tokens", {}, {"admin"}),
    ("POST", "/users", {"name": "new", "role": "dialer"}, {"admin"}),
    ("PATCH", f"/users/{ID}", REASON, {"admin"}),
    ("POST", "/tokens", {"user": "new", "role": "dialer"}, {"admin"}),
    ("DELETE", "/tokens/none", {}, {"admin"}),
    ("GET", "/campaigns", {}, {"supervisor", "admin", "compliance"}),
    ("POST", "/campaigns", {"name": "New"}, {"admin"}),
    ("PATCH", f"/campaigns/{ID}", {"name": "Other"}, {"admin"}),
    ("GET", f"/imports/{ID}", {}, {"admin"}),
    ("DELETE", f"/imports/{ID}", {}, {"admin"}),
    ("GET", "/backups", {}, {"admin"}),
    ("POST", "/backups/none/check", {}, {"admin"}),
    ("GET", "/retention", {}, {"admin", "compliance"}),
    ("PUT", "/retention/none", {**REASON, "amount": 1, "expected": 1}, {"admin"}),
    ("GET", "/diagnostics", {}, {"admin"}),
    ("POST", "/erasures", {"phoneNumber": "2125550100", "reason": "asked for it"}, {"admin"}),
    ("GET", "/jobs", {}, {"supervisor", "admin", "compliance"}),
    ("POST", "/jobs/none/run", {}, {"admin"}),
    ("GET", f"/exports/{ID}", {}, {"supervisor", "admin", "compliance"}),
    ("DELETE", f"/exports/{ID}", {}, {"supervisor", "admin", "compliance"}),
    ("GET", f"/exports/{ID}/file", {}, {"supervisor", "admin", "compliance"}),
    ("POST", "/tenants", {"name": "Mine"}, set()),
]


def assert_problem(answer: Answer, status: int, code: str) -> None:
    assert (answer.status, answer.body["code"]) == (status, code), answer
    assert answer.body["error"]
    assert answer.body["rateLimitExceeded"] is False


@pytest.mark.parametrize(("method", "path", "body", "allowed"), TABLE, ids=[f"{row[0]} {row[1][:20]}" for row in TABLE])
def test_each_route_lets_in_who_may_and_nobody_else(
    house: House, method: str, path: str, body: dict[str, object], allowed: set[str]
) -> None:
    assert_problem(house.operate("wrong", method, path, **body), 401, "unauthorized")
    for role in ROLES:
        answer = house.operate(house.token(role, role), method, path, **body)
        if role in allowed:
            assert answer.status in (200, 201, 404), answer
        else:
            assert_problem(answer, 403, "forbidden")


def test_everyone_may_ask_who_it_is(house: House) -> None:
    for role in ROLES:
        me = house.operate(house.token(role, role), "GET", "/me").body
        assert (me["user"], me["role"], me["tenant"], len(me["tenants"])) == (role, role, "Acme", 1)


def test_the_local_operator_makes_tenants_and_acts_for_the_one_it_names(house: House, ana: str) -> None:
    made = house.operate(OPERATOR_SECRET, "POST", "/tenants", name="Beta").body
    assert_problem(house.operate(OPERATOR_SECRET, "GET", "/floor"), 404, "not_found")
    named = {"authorization": f"Bearer {OPERATOR_SECRET}", "x-dialfloor-tenant": made["id"]}
    assert house.send(Ask("GET", "/v1/floor", named, b"")).body["tenant"] == "Beta"
    me = house.send(Ask("GET", "/v1/me", named, b"")).body
    assert (me["user"], sorted(tenant["name"] for tenant in me["tenants"])) == (OPERATOR, ["Acme", "Beta"])
    for nonsense in ("1", ID):
        headers = {**named, "x-dialfloor-tenant": nonsense}
        assert_problem(house.send(Ask("GET", "/v1/floor", headers, b"")), 404, "not_found")


def test_what_belongs_to_another_tenant_is_404(house: House, ana: str) -> None:
    started = house.dial(ana, "start").body
    boss = house.token("boss", "admin", tenant="Other")
    agent, session = started["agent"]["id"], started["session"]["id"]
    tenant = started["session"]["tenant_id"]
    for method, path, body in (
        ("GET", f"/agents/{agent}", {}),
        ("PATCH", f"/agents/{agent}", {**EDIT, "callTimeout": 20}),
        ("POST", f"/sessions/{session}/end", REASON),
        ("PUT", f"/limits/tenant/{tenant}/api.minute", {**EDIT, "amount": 5}),
    ):
        assert_problem(house.operate(boss, method, path, **body), 404, "not_found")
    assert house.operate(boss, "GET", f"/calls?agentId={agent}").body["calls"] == []
    assert house.operate(boss, "GET", "/sessions").body["sessions"] == []


def test_what_other_tenants_share_is_the_local_operators(house: House, ada: str) -> None:
    refused = house.operate(ada, "PUT", "/limits/system/system/api.minute", **EDIT, amount=5)
    assert_problem(refused, 403, "forbidden")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/agents/1", {}),
        ("GET", "/calls?limit=0", {}),
        ("GET", "/calls?limit=501", {}),
        ("GET", "/calls?limit=x", {}),
        ("GET", "/calls?from=yesterday", {}),
        ("GET", "/calls?from=2026-01-01T00:00:00", {}),
        ("GET", "/calls?cursor=1", {}),
        ("GET", f"/calls?cursor=9999999999999999999.{ID}", {}),
        ("GET", "/calls?agentId=1", {}),
        ("GET", "/refusals?cursor=x", {}),
        ("GET", "/refusals?code=too_many", {}),
        ("GET", "/calls/1", {}),
        ("GET", "/refusals/1", {}),
        ("GET", "/calls?number=ab", {}),
        ("GET", "/calls?number=", {}),
        ("GET", "/calls?number=1234567890123456", {}),
        ("GET", "/calls?number=%D9%A1", {}),
        ("GET", "/calls?status=ringing-ish", {}),
        ("GET", "/calls?campaignId=x", {}),
        ("GET", "/calls?userId=x", {}),
        ("GET", "/audit?cursor=x", {}),
        ("GET", "/audit?cursor=99999999999999999999999", {}),
        ("GET", "/audit?cursor=%C2%B2", {}),
        ("PATCH", f"/agents/{ID}", {**EDIT, "callTimeout": 14}),
        ("PATCH", f"/agents/{ID}", {**EDIT, "maxCallsPerHour": -1}),
        ("PATCH", f"/agents/{ID}", {**EDIT, "nonsense": 1}),
        ("PATCH", f"/agents/{ID}", {"expectedRevision": 0, "reason": "no", "callTimeout": 20}),
        ("PUT", f"/limits/agent/{ID}/api.minute", {**EDIT, "amount": 5}),
        ("PUT", f"/limits/tenant/{ID}/api.second", {**EDIT, "amount": 5}),
        ("PUT", "/limits/tenant/1/api.minute", {**EDIT, "amount": 5}),
        ("PUT", f"/limits/tenant/{ID}/api.minute", {**EDIT, "amount": "five"}),
        ("POST", "/tokens", {"user": "", "role": "dialer"}),
        ("POST", "/tokens", {"user": "x", "role": "king"}),
        ("POST", "/exports", {"kind": "gold"}),
        ("POST", "/exports", {"kind": "calls", "from": "2026-01-01T00:00:00"}),
    ],
)
def test_what_cannot_be_read_is_400(house: House, ada: str, method: str, path: str, body: dict[str, object]) -> None:
    answer = house.operate(ada, method, path, **body)
    assert_problem(answer, 400, "invalid_request")
    assert "Traceback" not in answer.body["error"]


def test_bodies_that_are_no_json_or_too_large_and_methods_that_are_none(house: House, ada: str) -> None:
    headers = {"authorization": f"Bearer {ada}", "content-type": "application/json"}
    for body, status in ((b"{", 400), (b"[]", 400), (b"\xff", 400), (b" " * 1_000_001, 413)):
        answer = house.send(Ask("POST", "/v1/tokens", headers, body))
        assert_problem(answer, status, "invalid_request")
    assert_problem(house.send(Ask("PUT", "/v1/floor", headers, b"")), 405, "invalid_request")
    assert_problem(house.send(Ask("GET", "/v1/nothing", headers, b"")), 404, "not_found")


def test_the_document_the_pulse_and_the_figures(house: House, ana: str, sam: str) -> None:
    pulse = house.send(Ask("GET", "/healthz", {}, b"")).body
    assert pulse["status"] == "ok"
    assert set(pulse) <= {"status", "version"}, "no data"
    document = house.send(Ask("GET", "/openapi.json", {}, b"")).body
    assert document["openapi"].startswith("3.")
    assert "/v1/agents/{agent_id}" in document["paths"]
    house.dial(ana, "status")
    assert house.send(Ask("GET", "/metrics", {}, b"")).status == 401
    figures = house.send(Ask("GET", "/metrics", {"authorization": f"Bearer {sam}"}, b"")).raw.decode()
    assert 'dialfloor_answers_total{status="200"} 1.0' in figures


def test_an_edit_that_lost_a_race_is_told_both_values(house: House, ana: str, sam: str, ada: str) -> None:
    agent = house.dial(ana, "start").body["agent"]["id"]
    revision = house.operate(sam, "GET", f"/agents/{agent}").body["agent"]["revision"]
    body = {"expectedRevision": revision, **REASON}
    assert house.operate(sam, "PATCH", f"/agents/{agent}", **body, maxCallsPerHour=50).status == 200
    lost = house.operate(ada, "PATCH", f"/agents/{agent}", **body, maxCallsPerHour=70)
    assert_problem(lost, 409, "conflict")
    assert (lost.body["current"]["maxCallsPerHour"], lost.body["yours"]) == (50, {"maxCallsPerHour": 70})
    house.restart()
    again = {**body, "expectedRevision": lost.body["current"]["revision"]}
    assert house.operate(ada, "PATCH", f"/agents/{agent}", **again, maxCallsPerHour=70).body["hourLimit"] == 70
    edits = house.operate(sam, "GET", f"/agents/{agent}").body["edits"]
    assert [(one["by"], one["before"], one["after"]) for one in edits[:2]] == [("ada", 50, 70), ("sam", None, 50)]


def test_a_supervisors_move_is_audited_with_its_reason(house: House, ana: str, sam: str) -> None:
    session = house.dial(ana, "start").body["session"]["id"]
    for move, status in (("pause", "paused"), ("resume", "active"), ("end", "completed")):
        assert house.operate(sam, "POST", f"/sessions/{session}/{move}", **REASON).body["status"] == status
    assert_problem(house.operate(sam, "POST", f"/sessions/{session}/end", **REASON), 409, "conflict")
    records = house.operate(sam, "GET", "/audit").body["records"][:3]
    assert [(one["user"], one["action"], one["reason"]) for one in records] == [
        ("sam", f"session.{move}", REASON["reason"]) for move in ("end", "resume", "pause")
    ]


def test_a_token_is_good_at_once_and_no_longer_when_it_is_revoked(house: House, ada: str) -> None:
    made = house.operate(ada, "POST", "/tokens", user="new", role="dialer").body
    assert house.dial(made["token"], "status").status == 200
    assert house.operate(ada, "DELETE", f"/tokens/{made['id']}").status == 204
    assert house.dial(made["token"], "status").status == 401
    assert house.operate(ada, "DELETE", f"/tokens/{made['id']}").status == 404
    assert_problem(house.operate(ada, "POST", "/tokens", user="new", role="admin"), 409, "conflict")
    assert made["token"].encode() not in house.folder.database.read_bytes()


def test_pages_go_on_where_the_last_ended(house: House, ana: str, sam: str) -> None:
    house.contacts(30)
    session = house.dial(ana, "start").body["session"]["id"]
    calls = []
    for _ in range(7):
        calls.append(house.dial(ana, "next-contact", sessionId=session).body["callId"])
        house.later(MINUTE)
    seen, cursor = [], ""
    while True:
        page = house.operate(sam, "GET", f"/calls?limit=3{cursor}").body
        seen += [call["id"] for call in page["calls"]]
        if page["cursor"] is None:
            break
        cursor = f"&cursor={page['cursor']}"
    assert seen == calls[::-1]


def test_the_floor_is_the_same_after_a_restart(house: House, ana: str, sam: str) -> None:
    house.contacts(9)
    session = house.dial(ana, "start").body["session"]["id"]
    contact = ""
    for status in ("completed", "no_answer", "abandoned"):
        handed = house.dial(ana, "next-contact", sessionId=session).body
        call, contact = handed["callId"], handed["contact"]["id"]
        house.dial(ana, "next-contact", sessionId=session)
        house.later(5 * SECOND)
        house.dial(ana, "call-status", callId=call, status="answered")
        house.dial(ana, "call-status", callId=call, status=status)
        house.later(MINUTE)
    agent = house.operate(sam, "GET", "/floor").body["agents"][0]
    edit = {"expectedRevision": agent["revision"], **REASON, "maxCallsPerHour": 3}
    house.operate(sam, "PATCH", f"/agents/{agent['id']}", **edit)
    assert house.dial(ana, "next-contact", sessionId=session).code == "calls_per_hour"
    house.dial(ana, "disposition", sessionId=session, contactId=contact, disposition="answered")
    house.sweep("flush-refusals")
    house.run(house.engine.alerts.look())
    before = house.operate(sam, "GET", "/floor").body
    house.restart()
    after = house.operate(sam, "GET", "/floor").body
    for told in (before, after):
        told["engineStartedAt"] = told["strip"]["decisionP99Ms"] = None
        for agent in told["agents"]:
            agent["stateSince"] = None
            agent["lastRefusal"]["count"] = None
    assert after == before
    assert before["agents"][0]["state"] == "blocked"
    house.later(HOUR)
    assert house.operate(sam, "GET", "/floor").body["strip"]["callsHour"] == 0
