"""What the floor's rows say beside the figures: when refusals were, and that there was nobody to call."""

from app.engine.value import MINUTE, SECOND
from tests.scenarios.harness import House, Json


def row(house: House, token: str) -> Json:
    found: Json = house.operate(token, "GET", "/floor").body["agents"][0]
    return found


def test_refusals_stand_in_their_minutes(house: House, ana: str, sam: str) -> None:
    house.contacts(5)
    session = house.dial(ana, "start").body["session"]["id"]
    assert row(house, sam)["refusedMinutes"] == []
    house.dial(ana, "next-contact", sessionId=session)
    for _ in range(3):
        assert house.dial(ana, "next-contact", sessionId=session).code == "call_gap"
    house.later(5 * MINUTE)
    minutes = row(house, sam)["refusedMinutes"]
    assert (len(minutes), minutes[-6], sum(minutes)) == (60, 3, 3)
    house.restart()
    assert row(house, sam)["refusedMinutes"][-6] == 3
    house.later(60 * MINUTE)
    assert row(house, sam)["refusedMinutes"] == []


def test_an_empty_queue_is_said_until_there_is_a_contact_again(house: House, ana: str, sam: str) -> None:
    session = house.dial(ana, "start").body["session"]["id"]
    assert row(house, sam)["queueEmptySince"] is None
    asked = row(house, sam)["minutesEnd"]
    house.dial(ana, "next-contact", sessionId=session)
    house.later(10 * SECOND)
    house.dial(ana, "next-contact", sessionId=session)
    found = row(house, sam)
    assert (found["state"], found["queueEmptySince"] >= asked) == ("waiting", True)
    assert found["queueEmptySince"] == found["session"]["startedAt"]
    house.contacts(1)
    house.later(10 * SECOND)
    call = house.dial(ana, "next-contact", sessionId=session).body["callId"]
    assert call is not None
    assert row(house, sam)["queueEmptySince"] is None


def test_a_limit_is_not_called_an_empty_queue(house: House, ana: str, sam: str) -> None:
    session = house.dial(ana, "start").body["session"]["id"]
    house.dial(ana, "next-contact", sessionId=session)
    found = row(house, sam)
    edit: Json = {"expectedRevision": found["revision"], "reason": "blocked for the test", "maxCallsPerHour": 0}
    house.operate(sam, "PATCH", f"/agents/{found['id']}", **edit)
    house.later(10 * SECOND)
    assert house.dial(ana, "next-contact", sessionId=session).code == "calls_per_hour"
    found = row(house, sam)
    assert (found["lastRefusal"]["code"], found["queueEmptySince"]) == ("calls_per_hour", None)
