"""Whom a dialer is given, and what its word for the outcome does to the contact and the session."""

from datetime import timedelta

import pytest

from app.engine.value import DAY, HOUR, MINUTE
from app.wire.base import utc
from tests.scenarios.harness import Answer, House, dialer_ask


@pytest.fixture
def session(house: House, ana: str) -> str:
    return str(house.dial(ana, "start").body["session"]["id"])


def hand_out(house: House, ana: str, session: str) -> tuple[str, str]:
    """A contact and its call, a while after the last."""
    house.later(5 * MINUTE)
    answer = house.dial(ana, "next-contact", sessionId=session).body
    return answer["contact"]["id"], answer["callId"]


def dispose(house: House, ana: str, session: str, contact: str, word: str, **more: object) -> Answer:
    return house.dial(ana, "disposition", sessionId=session, contactId=contact, disposition=word, **more)


def counters(answer: Answer) -> tuple[int, int, int]:
    row = answer.body["session"]
    return row["contacts_attempted"], row["contacts_reached"], row["contacts_converted"]


def test_dispositions_drive_reached_and_converted_and_a_correction_corrects(
    house: House, ana: str, session: str
) -> None:
    house.contacts(5)
    contact, _ = hand_out(house, ana, session)
    assert counters(dispose(house, ana, session, contact, "no_answer")) == (1, 0, 0)
    assert counters(dispose(house, ana, session, contact, "converted")) == (1, 1, 1)
    assert counters(dispose(house, ana, session, contact, "converted")) == (1, 1, 1)
    assert counters(dispose(house, ana, session, contact, "interested")) == (1, 1, 0)
    assert counters(dispose(house, ana, session, contact, "voicemail")) == (1, 0, 0)
    house.restart()
    assert counters(dispose(house, ana, session, contact, "converted")) == (1, 1, 1)


def test_an_open_call_ends_with_its_disposition(house: House, ana: str, session: str) -> None:
    house.contacts(5)
    contact, call = hand_out(house, ana, session)
    house.dial(ana, "call-status", callId=call, status="answered")
    dispose(house, ana, session, contact, "interested", notes="likes tea", duration=61, callId=call)
    logged = house.rows("SELECT status, disposition, notes, duration, ended_at IS NOT NULL FROM call_logs")
    assert logged == [("completed", "interested", "likes tea", 61, 1)]


def test_an_empty_queue_says_so_and_one_that_waits_says_until_when(house: House, ana: str, session: str) -> None:
    nobody = house.dial(ana, "next-contact", sessionId=session)
    assert (nobody.body["contact"], nobody.body["message"]) == (None, "No more contacts in queue")
    assert (nobody.body["reason"], nobody.body["nextEligibleAt"]) == (None, None)
    assert (nobody.body["callIds"], nobody.body["queueSize"]) == ([], 0)
    house.contacts(1)
    contact, _ = hand_out(house, ana, session)
    house.later(5 * MINUTE)
    waiting = house.dial(ana, "next-contact", sessionId=session).body
    assert waiting["contact"] is None
    assert waiting["reason"]
    assert waiting["nextEligibleAt"] == "2026-09-22T00:00:00Z", "the tenant's next day"
    dispose(house, ana, session, contact, "do_not_call")
    house.later(5 * MINUTE)
    assert house.dial(ana, "next-contact", sessionId=session).body["nextEligibleAt"] is None


@pytest.mark.parametrize("word", ["not_interested", "converted", "do_not_call", "wrong_number"])
def test_who_is_done_with_is_never_called_again(house: House, ana: str, word: str) -> None:
    house.contacts(1)
    session = str(house.dial(ana, "start").body["session"]["id"])
    contact, _ = hand_out(house, ana, session)
    assert dispose(house, ana, session, contact, word).status == 200
    house.later(2 * DAY)
    session = str(house.dial(ana, "start").body["session"]["id"])
    assert house.dial(ana, "next-contact", sessionId=session).body["contact"] is None


def test_a_callback_comes_when_it_is_due_before_all_others(house: House, ana: str, session: str) -> None:
    house.contacts(4)
    contact, call = hand_out(house, ana, session)
    due = utc(house.now) + timedelta(hours=1)
    dispose(house, ana, session, contact, "callback", callbackAt=due.isoformat())
    assert hand_out(house, ana, session)[0] != contact
    house.later(HOUR - 10 * MINUTE)
    assert hand_out(house, ana, session)[0] == contact
    assert dispose(house, ana, session, contact, "callback", callId=call).status == 200, "without a time: the next day"


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"])
def test_a_callback_beyond_all_calendars_poisons_no_queue(house: House, ana: str, session: str, moment: str) -> None:
    house.contacts(1)
    contact, _ = hand_out(house, ana, session)
    told = dispose(house, ana, session, contact, "callback", callbackAt=moment)
    assert told.body.get("field") == ("callbackAt" if moment.startswith("9999") else None)
    house.later(MINUTE)
    assert house.dial(ana, "next-contact", sessionId=session).status == 200


def test_no_contact_is_ever_with_two_agents(house: House) -> None:
    house.contacts(90)
    tokens = [house.token(f"dialer {number}") for number in range(5)]
    sessions = [house.dial(token, "start", mode="predictive").body["session"]["id"] for token in tokens]
    handed: list[str] = []
    for _ in range(4):
        pairs = list(zip(tokens, sessions, strict=True))
        asks = [dialer_ask(token, "next-contact", sessionId=session, lines=5) for token, session in pairs]
        for answer in house.together(asks):
            assert answer.status == 200
            if answer.body["contact"] is not None:
                handed += [row["id"] for row in (answer.body["contact"], *answer.body["nextContacts"])]
        house.later(MINUTE)
    assert len(handed) == len(set(handed)) == 90


def test_a_contact_brings_what_was_imported(house: House, ana: str) -> None:
    campaign = house.contacts(1, "Spring")
    session = house.dial(ana, "start", campaignId=campaign).body["session"]
    assert session["campaign_id"] == campaign
    contact = house.dial(ana, "next-contact", sessionId=session["id"]).body["contact"]
    assert {**contact, "id": ""} == {
        "id": "",
        "first_name": "Person 0",
        "last_name": "Doe",
        "phone": "+12125550100",
        "email": None,
        "City": "Rome",
    }


def test_a_tenants_own_word_counts_as_it_says_over_a_restart_and_is_nobody_elses(
    house: House, ana: str, session: str
) -> None:
    house.contacts(5)
    contact, _ = hand_out(house, ana, session)
    assert dispose(house, ana, session, contact, "booked_demo").status == 400
    admin, eve = house.token("adam", "admin"), house.token("eve", "admin", "Globex")
    meaning = {"reached": True, "converted": True, "contact": "closed", "reason": "the sales team asked"}
    assert house.operate(admin, "PUT", "/dispositions/booked_demo", **meaning).status == 200
    assert counters(dispose(house, ana, session, contact, "booked_demo")) == (1, 1, 1)
    house.restart()
    assert counters(dispose(house, ana, session, contact, "no_answer")) == (1, 0, 0)
    assert counters(dispose(house, ana, session, contact, "booked_demo")) == (1, 1, 1)
    own = [item["name"] for item in house.operate(eve, "GET", "/dispositions").body["dispositions"] if item["isOwn"]]
    assert own == []
    assert house.operate(admin, "PUT", "/dispositions/converted", **meaning).status == 400
    assert house.operate(admin, "PUT", "/dispositions/Bad Word", **meaning).status == 400
    assert house.operate(admin, "DELETE", "/dispositions/booked_demo").status == 200
    assert dispose(house, ana, session, contact, "booked_demo").status == 400
    actions = [record["action"] for record in house.operate(admin, "GET", "/audit").body["records"]]
    assert actions[:2] == ["disposition.remove", "disposition.set"]


def test_a_callback_that_was_not_placed_keeps_its_promise_after_a_rest(house: House, ana: str, session: str) -> None:
    house.contacts(3)
    promised, _ = hand_out(house, ana, session)
    dispose(house, ana, session, promised, "callback", callbackAt=utc(house.now + HOUR).isoformat())
    house.later(HOUR)
    again, call = hand_out(house, ana, session)
    assert again == promised, "callbacks come first"
    house.dial(ana, "call-status", callId=call, status="not_placed")
    house.later(2 * MINUTE)
    other = house.dial(ana, "next-contact", sessionId=session).body["contact"]["id"]
    assert other != promised, "an unroutable number is not offered in a loop"
    assert hand_out(house, ana, session)[0] == promised, "before anyone who was promised nothing"
