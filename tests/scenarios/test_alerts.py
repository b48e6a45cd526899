"""Alerts of a whole engine: what the floor does brings them about, once; no restart and no flood repeats one."""

from typing import Any

import msgspec

from app.api.feed_hub import Listener
from app.engine.value import HOUR, MINUTE, SECOND
from tests.scenarios.harness import House

Json = dict[str, Any]
T_DAY = 24 * HOUR


def look(house: House, sam: str) -> list[Json]:
    """What stands on the floor after a look: id, rule, state and so on of each alert that is not resolved."""
    house.run(house.engine.alerts.look())
    alerts: list[Json] = house.operate(sam, "GET", "/floor").body["alerts"]
    return alerts


def rules(alerts: list[Json]) -> list[tuple[str, str]]:
    return sorted((alert["rule"], alert["subject"]) for alert in alerts)


def start(house: House, dialer: str, contacts: int = 50, hourly: int | None = None) -> str:
    house.contacts(contacts)
    session: str = house.dial(dialer, "start").body["session"]["id"]
    if hourly is not None:
        boss = house.token("boss", "admin")
        agent = house.operate(boss, "GET", "/floor").body["agents"][0]
        edit = {"expectedRevision": agent["revision"], "reason": "test", "maxCallsPerHour": hourly}
        assert house.operate(boss, "PATCH", f"/agents/{agent['id']}", **edit).status == 200
    return session


def call(house: House, dialer: str, session: str, times: int = 1) -> str | None:
    code: str | None = None
    for _ in range(times):
        house.later(3 * SECOND)
        code = house.dial(dialer, "next-contact", sessionId=session).code
    return code


def test_an_agent_near_its_limit_is_one_alert_until_the_calls_have_left_the_hour(
    house: House, ana: str, sam: str
) -> None:
    session = start(house, ana, hourly=10)
    call(house, ana, session, 7)
    assert look(house, sam) == []
    call(house, ana, session)
    (alert,) = look(house, sam)
    assert (alert["rule"], alert["severity"], alert["limitId"]) == ("near_limit", "notice", "calls.hour")
    assert alert["sentence"] == "ana: 8 of 10 calls in the last hour"
    assert alert["agentId"] == alert["subjectId"]
    call(house, ana, session, 2)
    (worse,) = look(house, sam)
    assert (worse["id"], worse["severity"], worse["count"]) == (alert["id"], "warning", 2)
    house.later(HOUR)
    assert look(house, sam) == []


def test_refusals_are_counted_on_one_alert_and_end_a_quarter_of_an_hour_after_the_last(
    house: House, ana: str, sam: str
) -> None:
    session = start(house, ana, hourly=1)
    call(house, ana, session)
    for _ in range(30):
        assert call(house, ana, session) == "calls_per_hour"
        look(house, sam)
    house.later(30 * SECOND)
    refused = next(alert for alert in look(house, sam) if alert["rule"] == "refusals")
    assert (refused["count"], refused["code"], refused["used"], refused["limit"]) == (30, "calls_per_hour", 1, 1)
    assert refused["sentence"].startswith("ana was refused 30 times. Call rate limit exceeded: 1 calls per hour")
    writes = house.rows("SELECT count(*) FROM alert_events WHERE how = 'raised'")[0][0]
    assert writes == 2, "near its limit, and refused"
    house.later(15 * MINUTE)
    assert rules(look(house, sam)) == [("near_limit", "ana")]


def test_an_alert_only_limit_that_would_have_refused_is_a_notice(house: House, ana: str, sam: str, ada: str) -> None:
    session = start(house, ana)
    me = house.operate(ada, "GET", "/me").body["tenantId"]
    edit = {"expectedRevision": 0, "reason": "test", "amount": 1, "enforcement": "alert-only"}
    assert house.operate(ada, "PUT", f"/limits/tenant/{me}/calls.hour", **edit).status == 200
    call(house, ana, session, 3)
    warned = next(alert for alert in look(house, sam) if alert["rule"] == "would_refuse")
    assert (warned["severity"], warned["subject"], warned["count"]) == ("notice", "ana", 2)


def test_a_session_passes_its_marks_and_expires_as_two_alerts(house: House, ana: str, sam: str) -> None:
    start(house, ana)
    house.later(8 * HOUR * 80 // 100 - 1)
    assert look(house, sam) == []
    house.later(1)
    (at_80,) = look(house, sam)
    assert (at_80["rule"], at_80["severity"], at_80["sentence"]) == (
        "session_age",
        "notice",
        "ana: session 6 h 24 min old of 8 h",
    )
    house.later(8 * HOUR * 10 // 100)
    (at_90,) = look(house, sam)
    assert (at_90["id"], at_90["severity"], at_90["toldAt"]) == (at_80["id"], "warning", at_80["toldAt"])
    house.later(8 * HOUR * 10 // 100)
    house.sweep("expire-sessions")
    (expired,) = look(house, sam)
    assert (expired["rule"], expired["sentence"]) == ("session_expired", "ana: session expired after 8 h")
    house.dial(ana, "start")
    assert look(house, sam) == []


def test_a_tenant_with_all_its_sessions_in_use_is_its_own_subject(house: House, sam: str) -> None:
    for place in range(6):
        house.dial(house.token(f"d{place}"), "start")
    assert rules(look(house, sam)) == [("near_limit", "Acme"), ("refusals", "Acme")]


def test_abandonment_over_thirty_days_warns_before_three_percent(house: House, ana: str, sam: str) -> None:
    session = start(house, ana, contacts=110, hourly=200)
    calls = []
    for _ in range(103):
        house.later(20 * SECOND)
        calls.append(house.dial(ana, "next-contact", sessionId=session).body["callId"])
        house.later(MINUTE)
        house.dial(ana, "call-status", callId=calls[-1], status="answered")
    assert [alert for alert in look(house, sam) if alert["rule"] == "abandonment"] == []
    for place, severity in ((0, None), (1, None), (2, "warning"), (3, "critical")):
        house.dial(ana, "call-status", callId=calls[place], status="abandoned")
        found = [alert["severity"] for alert in look(house, sam) if alert["rule"] == "abandonment"]
        assert found == ([] if severity is None else [severity])
    (alert,) = [alert for alert in look(house, sam) if alert["rule"] == "abandonment"]
    assert (alert["subject"], alert["used"], alert["limit"]) == ("Acme", 4, 103)
    house.later(31 * T_DAY)
    assert [alert for alert in look(house, sam) if alert["rule"] == "abandonment"] == []


def test_a_restart_neither_loses_an_alert_nor_raises_it_again(house: House, ana: str, sam: str) -> None:
    session = start(house, ana, hourly=1)
    call(house, ana, session)
    call(house, ana, session)
    before = look(house, sam)
    assert rules(before) == [("near_limit", "ana"), ("refusals", "ana")]
    assert call(house, ana, session) == "calls_per_hour"
    house.restart()
    assert [alert["id"] for alert in look(house, sam)] == [alert["id"] for alert in before]
    assert {alert["toldAt"] for alert in look(house, sam)} == {alert["toldAt"] for alert in before}
    house.later(HOUR)
    house.restart()
    assert look(house, sam) == []
    assert len(house.rows("SELECT id FROM alerts")) == 2


def test_what_was_refused_just_before_the_stop_is_an_alert_after_it(house: House, ana: str, sam: str) -> None:
    session = start(house, ana, hourly=0)
    assert call(house, ana, session) == "calls_per_hour"
    house.restart()
    assert rules(look(house, sam)) == [("refusals", "ana")]


def test_a_log_that_cannot_be_written_leaves_no_alert_that_the_disk_does_not_know(
    house: House, ana: str, sam: str
) -> None:
    session = start(house, ana, hourly=1)
    call(house, ana, session, 2)
    change = house.engine.alerts._watch.sweep(house.now)
    assert len(change.facts) == 2
    change.undo()
    assert house.operate(sam, "GET", "/floor").body["alerts"] == []
    assert rules(look(house, sam)) == [("near_limit", "ana"), ("refusals", "ana")]
    assert {alert["count"] for alert in look(house, sam)} == {1}


def listen(house: House, sam: str) -> Listener:
    tenant = house.operate(sam, "GET", "/me").body["tenantId"]

    async def make() -> Listener:
        return house.engine.hub.listen(tenant, house.now)

    return house.run(make())


def told(house: House, listener: Listener, steady: int) -> list[Json]:
    async def turn() -> None:
        for tenant, channel in house.engine.hub._channels.items():
            if channel.listeners and house.engine.hub._is_due(tenant, channel, steady):
                house.engine.hub._tell(tenant, channel, steady)

    house.run(turn())
    texts = [listener.messages.get_nowait() for _ in range(listener.messages.qsize())]
    messages = [msgspec.json.decode(text or "", type=dict[str, Any]) for text in texts]
    return [alert for message in messages for alert in message["alerts"]]


def test_every_listener_is_told_once_and_at_once_and_one_that_joins_is_not_called_again(
    house: House, ana: str, sam: str
) -> None:
    session = start(house, ana, hourly=0)
    first = listen(house, sam)
    assert told(house, first, 10 * SECOND) == []
    call(house, ana, session)
    house.run(house.engine.alerts.look())
    (alert,) = told(house, first, 10 * SECOND + 50_000)
    assert (alert["rule"], alert["notify"], alert["state"]) == ("refusals", True, "open")
    second = listen(house, sam)
    (known,) = told(house, second, 12 * SECOND)
    assert (known["id"], known["notify"], known["toldAt"]) == (alert["id"], False, alert["toldAt"])
    assert told(house, first, 14 * SECOND) == []


def test_hearing_of_decisions_marks_and_does_no_arithmetic(house: House, ana: str) -> None:
    session = start(house, ana)
    house.run(house.engine.alerts.look())
    places = house.engine.alerts._watch._places
    call(house, ana, session, 20)
    assert len(places.agents) == 1, "twenty calls are one mark"
    assert house.rows("SELECT count(*) FROM alerts") == [(0,)]


def test_under_a_threshold_refusals_wait_and_are_all_counted_once_it_is_reached(
    house: House, ana: str, sam: str, ada: str
) -> None:
    session = start(house, ana, hourly=0)
    edit = {"expectedRevision": 0, "reason": "test", "thresholds": {"refusalsPerHour": 3}, "quietHours": None}
    assert house.operate(ada, "PUT", "/alert-settings", **edit, agents=[]).status == 200
    for _ in range(2):
        call(house, ana, session)
        assert look(house, sam) == []
    call(house, ana, session)
    assert [alert["count"] for alert in look(house, sam)] == [3]
    off = {**edit, "expectedRevision": 1, "thresholds": {"refusalsPerHour": None}}
    assert house.operate(ada, "PUT", "/alert-settings", **off, agents=[]).status == 200
    assert look(house, sam) == [], "a rule that is switched off lets go at once"


def test_a_crowd_that_is_refused_at_once_is_looked_at_in_turns_and_nobody_is_left_out(
    house: House, sam: str, ada: str
) -> None:
    me = house.operate(ada, "GET", "/me").body["tenantId"]
    for limit_id, amount in (("sessions.active", 1_000), ("calls.hour", 0)):
        edit = {"expectedRevision": 0, "reason": "test", "amount": amount}
        assert house.operate(ada, "PUT", f"/limits/tenant/{me}/{limit_id}", **edit).status == 200
    house.contacts(150)
    for place in range(130):
        call(house, dialer := house.token(f"d{place}"), house.dial(dialer, "start").body["session"]["id"])
    found = [len(look(house, sam)) for _ in range(3)]
    assert found == [100, 130, 130]
