"""`/v1/retention`: what may be set within the law, by whom, and that the next clean-up goes by it."""

from typing import Any

from app.engine.value import DAY, HOUR
from tests.scenarios.harness import Answer, House

REASON = "the contract says so"


def rule(house: House, admin: str, name: str) -> dict[str, Any]:
    page = house.operate(admin, "GET", "/retention").body
    return next(one for one in page["rules"] if one["name"] == name)


def keep(house: House, admin: str, name: str, amount: int | None) -> Answer:
    expected = rule(house, admin, name)["amount"]
    return house.operate(admin, "PUT", f"/retention/{name}", reason=REASON, amount=amount, expected=expected)


def test_calls_are_kept_for_five_years_at_least_and_for_ever_by_default(house: House) -> None:
    ada = house.token("ada", "admin")
    calls = rule(house, ada, "calls")
    assert (calls["amount"], calls["least"], calls["mayEdit"]) == (None, 1_827, True)
    assert "16 CFR 310.5" in calls["source"]
    refused = keep(house, ada, "calls", 1_826)
    assert (refused.status, refused.body["field"]) == (400, "amount")
    assert keep(house, ada, "calls", 1_827).status == 200
    deed = house.operate(ada, "GET", "/audit").body["records"][0]
    assert (deed["action"], deed["subject"], deed["reason"]) == ("retention.edit", "calls", REASON)
    assert (deed["before"]["amount"], deed["after"]["amount"]) == (None, 1_827)
    house.restart()
    assert (rule(house, ada, "calls")["amount"], rule(house, ada, "calls")["by"]) == (1_827, "ada")


def test_what_a_limit_or_the_audit_chain_needs_is_fixed(house: House) -> None:
    ada = house.token("ada", "admin")
    for name in ("requests", "audit"):
        assert rule(house, ada, name)["mayEdit"] is False
        assert keep(house, ada, name, 12).code == "forbidden"
    assert house.operate(ada, "PUT", "/retention/tea", reason=REASON, amount=1, expected=1).status == 404
    assert keep(house, ada, "backups", None).body["field"] == "amount"


def test_two_admins_who_set_it_at_once_are_both_told(house: House) -> None:
    ada = house.token("ada", "admin")
    assert keep(house, ada, "refusals", 400).status == 200
    late = house.operate(ada, "PUT", "/retention/refusals", reason=REASON, amount=500, expected=None)
    assert (late.status, late.body["current"], late.body["yours"]) == (409, {"amount": 400}, {"amount": 500})


def test_the_next_clean_up_deletes_what_is_older_and_of_this_tenant_only(house: House) -> None:
    ada, ana, eve = house.token("ada", "admin"), house.token("ana"), house.token("eve", "dialer", "Beta")
    for dialer in (ana, eve):
        for _ in range(61):
            house.dial(dialer, "status")
    house.sweep("flush-refusals")
    assert house.rows("SELECT sum(count) FROM refusals") == [(2,)]
    assert keep(house, ada, "refusals", 90).status == 200
    house.later(89 * DAY)
    house.sweep("clean-old")
    assert len(house.rows("SELECT 1 FROM refusals")) == 2
    house.later(2 * DAY)
    house.sweep("clean-old")
    assert len(house.rows("SELECT 1 FROM refusals")) == 1, "the other tenant keeps its own"
    refusals = rule(house, ada, "refusals")
    assert refusals["lastOutcome"] == "0 calls, 0 debt calls, 1 refusals, 0 alerts deleted"


def test_calls_older_than_they_are_kept_go_with_their_history(house: House) -> None:
    ada, ana = house.token("ada", "admin"), house.token("ana")
    house.contacts(2)
    session = house.dial(ana, "start").body["session"]["id"]
    call = house.dial(ana, "next-contact", sessionId=session).body["callIds"][0]
    house.dial(ana, "call-status", callId=call, status="answered")
    house.dial(ana, "call-status", callId=call, status="completed", duration=5)
    assert keep(house, ada, "calls", 1_827).status == 200
    house.later(1_828 * DAY)
    house.sweep("clean-old")
    assert house.rows("SELECT 1 FROM call_logs") == house.rows("SELECT 1 FROM call_events") == []


def test_answers_to_repeated_requests_are_kept_as_long_as_set(house: House) -> None:
    ada, ana = house.token("ada", "admin"), house.token("ana")
    assert keep(house, ada, "answers", 48).status == 200
    house.dial(ana, "start", "key-1")
    house.later(30 * HOUR)
    house.sweep("clean-rate-limits")
    assert len(house.rows("SELECT 1 FROM idempotency_keys")) == 1
    house.later(20 * HOUR)
    house.sweep("clean-rate-limits")
    assert house.rows("SELECT 1 FROM idempotency_keys") == []


def test_what_is_the_folders_is_not_one_tenants_to_set(house: House) -> None:
    ada = house.token("ada", "admin")
    house.token("eve", "admin", "Beta")
    assert rule(house, ada, "backups")["mayEdit"] is False
    assert keep(house, ada, "backups", 3).code == "forbidden"
    assert keep(house, ada, "calls", 2_000).status == 200
