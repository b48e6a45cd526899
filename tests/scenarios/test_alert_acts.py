"""What people do with alerts over the wire: acknowledge with a note, snooze, resolve; thresholds, quiet hours."""

from typing import Any

import pytest

from app.engine.value import HOUR, MINUTE, SECOND
from app.wire.base import utc
from tests.scenarios.harness import Answer, House

Json = dict[str, Any]
DEFAULTS: Json = {
    "nearLimitPercent": 80,
    "refusalsPerHour": 1,
    "sessionAgePercents": [80, 90, 100],
    "abandonmentBasisPoints": [200, 250, 300],
}


@pytest.fixture
def refused(house: House, ana: str, sam: str) -> Json:
    """Ana may not call at all, and has tried: one alert."""
    return try_to_call(house, ana, sam)


def try_to_call(house: House, dialer: str, sam: str) -> Json:
    house.contacts(5)
    session = house.dial(dialer, "start").body["session"]["id"]
    agent = house.operate(sam, "GET", "/floor").body["agents"][0]
    edit = {"expectedRevision": agent["revision"], "reason": "test", "maxCallsPerHour": 0}
    assert house.operate(sam, "PATCH", f"/agents/{agent['id']}", **edit).status == 200
    assert house.dial(dialer, "next-contact", sessionId=session).code == "calls_per_hour"
    return standing(house, sam)[0]


def standing(house: House, sam: str) -> list[Json]:
    house.run(house.engine.alerts.look())
    alerts: list[Json] = house.operate(sam, "GET", "/floor").body["alerts"]
    return alerts


def act(house: House, token: str, alert: Json, how: str, **body: object) -> Answer:
    return house.operate(token, "POST", f"/alerts/{alert['id']}/{how}", **body)


def deeds(house: House, sam: str) -> list[Json]:
    records: list[Json] = house.operate(sam, "GET", "/audit").body["records"]
    return [record for record in records if record["action"].startswith("alerts.")]


def test_an_acknowledged_alert_says_who_and_why_everywhere_and_the_second_one_is_told(
    house: House, sam: str, refused: Json
) -> None:
    seen = act(house, sam, refused, "acknowledge", note="I am raising the limit").body
    assert (seen["state"], seen["by"], seen["note"]) == ("acknowledged", "sam", "I am raising the limit")
    late = act(house, house.token("tom", "supervisor"), refused, "acknowledge", note="me too")
    assert (late.status, late.body["error"]) == (409, "The alert is acknowledged by sam and cannot be acknowledged")
    assert late.body["current"] == {"state": "acknowledged", "by": "sam", "note": "I am raising the limit"}
    (deed,) = deeds(house, sam)
    assert (deed["user"], deed["before"], deed["after"], deed["reason"]) == (
        "sam",
        "open",
        "acknowledged",
        "I am raising the limit",
    )
    detail = house.operate(sam, "GET", f"/alerts/{refused['id']}").body
    assert [(event["how"], event["by"]) for event in detail["history"]] == [("raised", None), ("acknowledged", "sam")]
    house.restart()
    assert [alert["state"] for alert in standing(house, sam)] == ["acknowledged"]


@pytest.mark.parametrize(
    ("how", "body", "field"),
    [
        ("acknowledge", {"note": None}, "note"),
        ("acknowledge", {"note": "ok"}, "note"),
        ("snooze", {"until": "soon"}, "until"),
        ("snooze", {"until": "2000-01-01T00:00:00Z"}, "until"),
        ("snooze", {"until": "2100-01-01T00:00:00Z"}, "until"),
    ],
)
def test_what_an_act_needs_is_named(house: House, sam: str, refused: Json, how: str, body: Json, field: str) -> None:
    answer = act(house, sam, refused, how, **body)
    assert (answer.status, answer.code) == (400, "invalid_request")
    assert field in answer.body["error"] or answer.body.get("field") == field
    assert [alert["state"] for alert in standing(house, sam)] == ["open"]


def test_a_snoozed_alert_is_silent_until_its_instant_and_then_calls_if_it_still_stands(
    house: House, ana: str, sam: str, refused: Json
) -> None:
    until = house.now + 10 * MINUTE
    assert act(house, sam, refused, "snooze", until=utc(until).isoformat()).body["snoozedUntil"] is not None
    house.later(10 * MINUTE - 1)
    assert [alert["state"] for alert in standing(house, sam)] == ["snoozed"]
    house.later(1)
    (awake,) = standing(house, sam)
    assert (awake["state"], awake["toldAt"] > refused["toldAt"]) == ("open", True)


def test_a_resolved_alert_leaves_the_floor_and_stays_in_the_list(house: House, sam: str, refused: Json) -> None:
    assert act(house, sam, refused, "resolve", note="sorted out").body["state"] == "resolved"
    assert standing(house, sam) == []
    for query, count in (("", 1), ("?state=resolved", 1), ("?state=open", 0), (f"?agentId={refused['agentId']}", 1)):
        assert len(house.operate(sam, "GET", f"/alerts{query}").body["alerts"]) == count
    assert act(house, sam, refused, "resolve", note=None).status == 409
    house.later(48 * HOUR)
    standing(house, sam)
    house.later(MINUTE)
    standing(house, sam)
    assert act(house, sam, refused, "acknowledge", note="too late").status == 409, "over, and long forgotten by memory"


def test_pages_of_alerts_meet_without_a_gap(house: House, sam: str) -> None:
    for place in range(5):
        dialer = house.token(f"d{place}")
        house.later(MINUTE)
        house.dial(dialer, "start")
        standing(house, sam)
        house.later(7 * HOUR)
        standing(house, sam)
        house.later(HOUR)
        house.sweep("expire-sessions")
        standing(house, sam)
    everything = house.operate(sam, "GET", "/alerts").body["alerts"]
    found, cursor = [], ""
    while True:
        page = house.operate(sam, "GET", f"/alerts?limit=3{cursor}").body
        found += page["alerts"]
        if page["cursor"] is None:
            break
        cursor = f"&cursor={page['cursor']}"
    assert found == everything
    assert len(found) == len({alert["id"] for alert in found}) == 10
    assert house.operate(sam, "GET", "/alerts?cursor=1.x").status == 400
    assert house.operate(sam, "GET", "/alerts?state=lost").body["field"] == "state"


def test_another_tenants_alert_is_404(house: House, refused: Json) -> None:
    other = house.token("eve", "supervisor", tenant="Other")
    assert act(house, other, refused, "acknowledge", note="not mine").status == 404
    assert house.operate(other, "GET", f"/alerts/{refused['id']}").status == 404
    assert house.operate(other, "GET", "/alerts").body["alerts"] == []


def settings(house: House, ada: str, revision: int = 0, **parts: object) -> Answer:
    body = {"thresholds": {}, "quietHours": None, "agents": [], **parts}
    return house.operate(ada, "PUT", "/alert-settings", expectedRevision=revision, reason="test", **body)


def test_thresholds_hold_for_the_tenant_and_for_an_agent_over_it_and_survive_a_restart(
    house: House, ana: str, sam: str, ada: str
) -> None:
    assert house.operate(sam, "GET", "/alert-settings").body == {
        "revision": 0,
        "timeZone": "UTC",
        "thresholds": DEFAULTS,
        "quietHours": None,
        "agents": [],
    }
    house.dial(ana, "start")
    agent = house.operate(sam, "GET", "/floor").body["agents"][0]["id"]
    own = {"agentId": agent, "sessionAgePercents": [10], "nearLimitPercent": None}
    assert settings(house, ada, thresholds={"sessionAgePercents": []}, agents=[own]).status == 200
    house.restart()
    page = house.operate(sam, "GET", "/alert-settings").body
    assert (page["revision"], page["agents"]) == (1, [own])
    assert page["thresholds"] == {**DEFAULTS, "sessionAgePercents": []}
    house.dial(house.token("bob"), "start")
    house.later(HOUR)
    assert [(alert["rule"], alert["subject"]) for alert in standing(house, sam)] == [("session_age", "ana")]
    assert settings(house, ada, revision=1, thresholds={"sessionAgePercents": []}).status == 200
    assert standing(house, sam) == []
    assert [deed["action"] for deed in deeds(house, sam)] == ["alerts.settings", "alerts.settings"]


def test_of_two_admins_the_second_is_shown_both(house: House, ada: str) -> None:
    assert settings(house, ada, thresholds={"nearLimitPercent": 90}).body["revision"] == 1
    late = settings(house, ada, thresholds={"nearLimitPercent": 70})
    assert late.status == 409
    assert late.body["current"]["thresholds"]["nearLimitPercent"] == 90
    assert late.body["yours"]["thresholds"]["nearLimitPercent"] == 70


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"thresholds": {"sessionAgePercents": [90, 80]}}, "thresholds.sessionAgePercents"),
        ({"thresholds": {"abandonmentBasisPoints": [200, 200]}}, "thresholds.abandonmentBasisPoints"),
        ({"quietHours": {"start": "22:00", "end": "22:00"}}, "quietHours"),
        ({"agents": [{"agentId": "01a0c450-6c7b-76de-b8f6-c00a9dfa42f3"}]}, "agents"),
        ({"quietHours": {"start": "25:00", "end": "07:00"}}, None),
        ({"thresholds": {"nearLimitPercent": 0}}, None),
        ({"thresholds": {"nearLimit": 80}}, None),
    ],
)
def test_settings_that_make_no_sense_change_nothing(house: House, ada: str, parts: Json, field: str | None) -> None:
    answer = settings(house, ada, **parts)
    assert answer.status == 400
    assert field is None or answer.body["field"] == field
    assert house.operate(ada, "GET", "/alert-settings").body["revision"] == 0


def test_in_quiet_hours_an_alert_is_there_and_muted_and_calls_when_they_end(
    house: House, ana: str, sam: str, ada: str
) -> None:
    start = utc(house.now)
    end = utc(house.now + HOUR)
    quiet = {"start": start.strftime("%H:%M"), "end": end.strftime("%H:%M")}
    assert settings(house, ada, quietHours=quiet, thresholds={"sessionAgePercents": [5]}).status == 200
    refused = try_to_call(house, ana, sam)
    assert (refused["state"], refused["muted"], refused["toldAt"]) == ("open", True, None)
    house.later(30 * MINUTE)
    (aged,) = standing(house, sam)
    assert (aged["rule"], aged["muted"]) == ("session_age", True), "the refusals are over and need nobody"
    until_the_end = 30 * MINUTE - house.now % MINUTE
    house.later(until_the_end - SECOND)
    assert standing(house, sam)[0]["muted"]
    house.later(SECOND)
    (called,) = standing(house, sam)
    assert (called["id"], called["muted"], called["toldAt"] is not None) == (aged["id"], False, True)
