"""What time alone brings about, whoever notices it and when: each story was found by the model of the floor."""

import pytest

from app.engine.value import DAY, HOUR, MINUTE, SECOND, Duration
from app.wire.base import utc
from tests.scenarios.harness import Answer, House, Json


class Story:
    """Ana dials; Ada, an admin, edits."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.ana, self.ada = house.token("ana"), house.token("ada", "admin")
        house.contacts(20)
        started = house.dial(self.ana, "start").body
        self.session, self.agent = started["session"]["id"], started["agent"]["id"]

    def edit_agent(self, **fields: object) -> None:
        row: Json = self.house.operate(self.ada, "GET", f"/agents/{self.agent}").body["agent"]
        body = {"expectedRevision": row["revision"], "reason": "the model's story", **fields}
        assert self.house.operate(self.ada, "PATCH", f"/agents/{self.agent}", **body).status == 200

    def edit_age(self, seconds: int, revision: int = 0, enforcement: str = "enforce") -> Answer:
        tenant = self.house.operate(self.ada, "GET", "/limits").body["settings"][0]["scopeId"]
        body = {"expectedRevision": revision, "reason": "x y z", "amount": seconds, "enforcement": enforcement}
        return self.house.operate(self.ada, "PUT", f"/limits/tenant/{tenant}/session.age", **body)

    def next_contact(self) -> Answer:
        return self.house.dial(self.ana, "next-contact", sessionId=self.session)

    def report(self, call_id: str, status: str) -> Answer:
        return self.house.dial(self.ana, "call-status", callId=call_id, status=status)

    def later(self, duration: Duration) -> None:
        self.house.later(duration)

    @property
    def row(self) -> tuple[str, int]:
        """The session's status, and after how long it ended."""
        found: tuple[str, int] = self.house.rows("SELECT status, ended_at - started_at FROM power_dialer_sessions")[0]
        return found


@pytest.fixture
def story(house: House) -> Story:
    return Story(house)


def test_retry_after_waits_for_the_gap_that_begins_when_the_open_call_rings_out(story: Story) -> None:
    story.edit_agent(autoDialDelay=60)
    story.next_contact()
    story.later(10 * SECOND)
    # It rings out after 30 s and 10 s of grace, and the gap of 60 s begins then.
    assert story.next_contact().body["retryAfter"] == 90
    story.later(89 * SECOND)
    assert story.next_contact().code == "call_gap"
    story.later(SECOND)
    assert story.next_contact().status == 200


def test_retry_after_of_a_limit_for_a_time_is_when_it_goes_back(story: Story) -> None:
    story.edit_agent(maxCallsPerHour=0, until=utc(story.house.now + 20 * MINUTE).isoformat())
    assert story.next_contact().body["retryAfter"] == 1_200
    story.later(20 * MINUTE)
    assert story.next_contact().status == 200


def test_retry_after_does_not_count_on_a_limit_that_goes_back_to_less(story: Story) -> None:
    story.edit_agent(maxCallsPerHour=1, autoDialDelay=0)
    story.edit_agent(maxCallsPerHour=2, until=utc(story.house.now + 65 * MINUTE).isoformat())
    assert story.next_contact().status == 200
    story.later(30 * MINUTE)
    assert story.next_contact().status == 200
    story.edit_agent(maxCallsPerHour=2, until=utc(story.house.now + MINUTE).isoformat())
    # In 30 min the first call is an hour old, but by then one an hour is allowed, and the second is not.
    assert story.next_contact().body["retryAfter"] == 3_600


def test_an_expired_session_has_expired_even_if_the_job_for_idle_ones_comes_first(story: Story) -> None:
    story.later(11 * HOUR)
    story.house.sweep("end-idle-sessions")
    assert story.row == ("expired", 8 * HOUR)


@pytest.mark.parametrize(("seconds", "enforcement"), [(10 * 3_600, "enforce"), (8 * 3_600, "alert-only")])
def test_an_edit_of_the_age_raises_no_session_that_had_expired(story: Story, seconds: int, enforcement: str) -> None:
    story.later(8 * HOUR + SECOND)
    assert story.edit_age(seconds, enforcement=enforcement).status == 200
    assert story.row == ("expired", 8 * HOUR)
    assert story.next_contact().code == "session_expired"


def test_a_call_that_rang_out_is_not_open_again_once_its_session_is_over(story: Story) -> None:
    call_id = story.next_contact().body["callId"]
    story.later(9 * HOUR)
    assert story.report(call_id, "answered").status == 409
    assert story.report(call_id, "completed").status == 200


@pytest.mark.parametrize("restarts", [False, True])
def test_the_gap_after_a_call_that_rang_out_holds_over_a_restart_if_it_rings_again(
    story: Story, *, restarts: bool
) -> None:
    story.edit_agent(autoDialDelay=60)
    call_id = story.next_contact().body["callId"]
    story.later(45 * SECOND)
    assert story.report(call_id, "answered").status == 200
    if restarts:
        story.house.restart()
    story.later(20 * SECOND)
    assert story.next_contact().body["retryAfter"] == 35


@pytest.mark.parametrize("restarts", [False, True])
def test_a_correction_of_a_call_of_yesterday_holds_nobody_up(story: Story, *, restarts: bool) -> None:
    story.edit_agent(autoDialDelay=3_600)
    call_id = story.next_contact().body["callId"]
    story.later(25 * HOUR)
    assert story.report(call_id, "completed").status == 200
    if restarts:
        story.house.restart()
    story.session = story.house.dial(story.ana, "start").body["session"]["id"]
    assert story.next_contact().status == 200


@pytest.mark.parametrize("restarts", [False, True])
def test_a_call_of_a_long_session_that_ended_lately_is_known_by_its_contact(story: Story, *, restarts: bool) -> None:
    assert story.edit_age(24 * 3_600, enforcement="alert-only").status == 200
    answer = story.next_contact().body
    assert story.report(answer["callId"], "answered").status == 200
    story.later(DAY - MINUTE)
    assert story.report(answer["callId"], "completed").status == 200
    story.later(10 * MINUTE)
    if restarts:
        story.house.restart()
    words = {"sessionId": story.session, "contactId": answer["contact"]["id"], "disposition": "interested"}
    assert story.house.dial(story.ana, "disposition", **words).status == 200


def test_a_hand_out_that_was_not_written_leaves_its_contacts_call_before(house: House) -> None:
    ana = house.token("ana")
    house.contacts(1)
    session = house.dial(ana, "start").body["session"]["id"]
    call = house.dial(ana, "next-contact", sessionId=session).body
    house.dial(ana, "call-status", callId=call["callId"], status="not_placed")
    house.later(3 * SECOND)
    house.engine.journal._connection.execute("PRAGMA query_only=ON")
    assert house.dial(ana, "next-contact", sessionId=session).status == 503
    house.engine.journal._connection.execute("PRAGMA query_only=OFF")
    words = {"sessionId": session, "contactId": call["contact"]["id"], "disposition": "no_answer"}
    assert house.dial(ana, "disposition", **words).status == 200
