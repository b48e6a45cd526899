"""`Idempotency-Key`: a repeat gets the first answer, once charged, whenever and however often it comes."""

from app.engine.value import DAY, MINUTE
from tests.scenarios.harness import House, dialer_ask


def test_a_repeat_gets_the_first_answer_and_is_charged_once(house: House, ana: str) -> None:
    house.contacts(5)
    first = house.dial(ana, "start", "key 1")
    repeat = house.dial(ana, "start", "key 1")
    assert repeat.raw == first.raw
    assert repeat.headers["idempotency-replayed"] == "true"
    assert repeat.headers["x-ratelimit-remaining"] == "59", "a known user is told its limits"
    assert "ratelimit" in repeat.headers
    session = first.body["session"]["id"]
    handed = house.dial(ana, "next-contact", "key 2", sessionId=session)
    house.restart()
    assert house.dial(ana, "next-contact", "key 2", sessionId=session).raw == handed.raw
    contact = handed.body["contact"]["id"]
    told = [
        house.dial(ana, "disposition", "key 3", sessionId=session, contactId=contact, disposition="interested")
        for _ in range(2)
    ]
    assert told[0].raw == told[1].raw
    assert house.rows("SELECT count(*) FROM call_logs") == [(1,)]
    assert house.rows("SELECT count(*) FROM power_dialer_sessions") == [(1,)]
    assert house.rows("SELECT count(*) FROM api_rate_limits") == [(3,)]


def test_repeats_that_come_at_once_are_charged_once(house: House, ana: str) -> None:
    house.contacts(50)
    session = house.dial(ana, "start").body["session"]["id"]
    answers = house.together([dialer_ask(ana, "next-contact", "key", sessionId=session)] * 30)
    assert {answer.raw for answer in answers} == {answers[0].raw}
    assert answers[0].status == 200
    assert house.rows("SELECT count(*) FROM call_logs") == [(1,)]


def test_the_same_key_for_another_request_is_a_conflict(house: House, ana: str) -> None:
    house.dial(ana, "start", "key", mode="power")
    other = house.dial(ana, "start", "key", mode="preview")
    assert (other.status, other.code) == (409, "conflict")
    assert "x-ratelimit-remaining" in other.headers


def test_keys_are_each_users_own(house: House, ana: str) -> None:
    bob = house.token("bob")
    assert house.dial(ana, "start", "key").raw != house.dial(bob, "start", "key").raw


def test_a_refusal_is_not_kept_so_that_a_retry_is_tried(house: House, ana: str) -> None:
    house.contacts(5)
    session = house.dial(ana, "start").body["session"]["id"]
    assert house.dial(ana, "next-contact", "key 1", sessionId=session).status == 200
    assert house.dial(ana, "next-contact", "key 2", sessionId=session).code == "call_gap"
    house.later(MINUTE)
    assert house.dial(ana, "next-contact", "key 2", sessionId=session).status == 200
    assert house.rows("SELECT count(*) FROM call_logs") == [(2,)]


def test_a_key_is_kept_for_a_day(house: House, ana: str) -> None:
    first = house.dial(ana, "start", "key")
    house.later(DAY - 1)
    house.sweep("clean-rate-limits")
    assert house.dial(ana, "start", "key").raw == first.raw
    house.later(1)
    assert house.dial(ana, "start", "key").raw != first.raw


def test_a_key_must_be_of_a_sensible_length(house: House, ana: str) -> None:
    assert house.dial(ana, "start", "k" * 255).status == 200
    for key in ("", "k" * 256):
        refused = house.dial(ana, "start", key)
        assert (refused.status, refused.body["field"]) == (400, "Idempotency-Key")
