"""A limit for an hour: in force at once, gone back at its microsecond, whoever asks, restarts or edits meanwhile."""

import pytest

from app.controller.change import Change
from app.controller.limit_terms import BY
from app.controller.session_ends import settle
from app.engine.limits import LimitId
from app.engine.value import HOUR, MINUTE, SECOND, Instant
from app.reports.replay import Pass
from app.reports.verification import verify
from app.wire.base import utc
from db.open import connect
from db.verification import SqliteLog
from tests.scenarios.harness import Answer, House, Json


class Story:
    """Ana dials under a limit of 2 an hour, and Sam, who supervises, lends her more."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.ana, self.sam = house.token("ana"), house.token("sam", "supervisor")
        house.contacts(40)
        started = house.dial(self.ana, "start").body
        self.session, self.agent = started["session"]["id"], started["agent"]["id"]
        self.edit(maxCallsPerHour=2, autoDialDelay=0)

    def edit(self, **fields: object) -> Answer:
        revision = self.row["revision"]
        body = {"expectedRevision": revision, "reason": "a busy morning", **fields}
        return self.house.operate(self.sam, "PATCH", f"/agents/{self.agent}", **body)

    def lend(self, amount: int, until: Instant) -> Answer:
        return self.edit(maxCallsPerHour=amount, until=utc(until).isoformat())

    @property
    def row(self) -> Json:
        row: Json = self.house.operate(self.sam, "GET", f"/agents/{self.agent}").body["agent"]
        return row

    def call(self) -> str:
        """`admitted`, or the code of the refusal; the call ends at once."""
        answer = self.house.dial(self.ana, "next-contact", sessionId=self.session)
        if answer.status == 200:
            self.house.dial(self.ana, "call-status", callId=answer.body["callId"], status="completed")
        return "admitted" if answer.status == 200 else str(answer.code)

    def verified(self) -> bool:
        connection = connect(self.house.folder.database, read_only=True)
        try:
            return all(isinstance(check.outcome, Pass) for check in verify(SqliteLog(connection)))
        finally:
            connection.close()


@pytest.fixture
def story(house: House) -> Story:
    return Story(house)


def test_more_for_an_hour_and_not_a_microsecond_longer(story: Story) -> None:
    assert [story.call() for _ in range(3)] == ["admitted", "admitted", "calls_per_hour"]
    until = story.house.now + HOUR // 2
    lent = story.lend(4, until)
    assert (lent.body["hourLimit"], lent.body["limitsUntil"]) == (4, utc(until).isoformat().replace("+00:00", "Z"))
    assert story.call() == "admitted"
    story.house.later(until - story.house.now - 1)
    assert story.call() == "admitted"
    story.house.later(1)
    assert story.call() == "calls_per_hour"
    assert (story.row["hourLimit"], story.row["limitsUntil"]) == (2, None)
    assert story.verified()


def test_the_return_is_a_revision_of_dialfloors_own_and_audited(story: Story) -> None:
    until = story.house.now + HOUR
    story.lend(4, until)
    story.house.later(HOUR + 3 * SECOND)
    story.house.sweep("close-lost-calls")
    edit = story.house.operate(story.sam, "GET", f"/agents/{story.agent}").body["edits"][0]
    assert (edit["by"], edit["before"], edit["after"]) == (BY, 4, 2)
    assert edit["at"] == utc(until).isoformat().replace("+00:00", "Z")
    deed = story.house.operate(story.sam, "GET", "/audit").body["records"][1]
    assert (deed["user"], deed["action"], deed["after"]) == (BY, "limits.end_of_term", {"maxCallsPerHour": 2})
    assert "sam" in deed["reason"]
    assert story.verified()


def test_an_engine_that_was_down_puts_it_back_before_its_first_decision(story: Story) -> None:
    story.lend(40, story.house.now + HOUR)
    story.house.later(50 * MINUTE)
    assert [story.call() for _ in range(3)] == ["admitted"] * 3
    story.house.restart()
    assert story.row["limitsUntil"] is not None
    story.house.later(20 * MINUTE)
    story.house.restart()
    assert story.call() == "calls_per_hour"
    assert story.verified()


def test_an_hour_on_top_of_an_hour_goes_back_to_the_first_value(story: Story) -> None:
    story.lend(4, story.house.now + HOUR)
    story.lend(6, story.house.now + 2 * HOUR)
    story.house.later(HOUR)
    assert story.row["hourLimit"] == 6
    story.house.later(HOUR)
    story.house.sweep("close-lost-calls")
    assert story.row["hourLimit"] == 2


def test_a_later_edit_makes_it_last_and_another_fields_edit_does_not(story: Story) -> None:
    story.lend(4, story.house.now + HOUR)
    story.edit(callTimeout=20)
    assert story.row["limitsUntil"] is not None
    story.edit(maxCallsPerHour=5)
    assert story.row["limitsUntil"] is None
    story.house.later(2 * HOUR)
    story.house.sweep("close-lost-calls")
    assert story.row["hourLimit"] == 5


def test_each_field_has_its_own_end(story: Story) -> None:
    story.lend(4, story.house.now + HOUR)
    story.edit(mode="preview", until=utc(story.house.now + 2 * HOUR).isoformat())
    story.house.later(3 * HOUR)
    story.house.sweep("close-lost-calls")
    assert (story.row["mode"], story.row["hourLimit"]) == ("power", 2)
    ends = story.house.rows("SELECT at FROM limit_revisions WHERE by = ? ORDER BY number", BY)
    assert [at - ends[0][0] for (at,) in ends] == [0, HOUR]


def test_who_edits_after_the_end_is_told_that_it_went_back(story: Story) -> None:
    story.lend(4, story.house.now + HOUR)
    expected = story.row["revision"]
    story.house.later(HOUR)
    body: Json = {"expectedRevision": expected, "reason": "a busy morning", "maxCallsPerHour": 9}
    late = story.house.operate(story.sam, "PATCH", f"/agents/{story.agent}", **body)
    assert (late.status, late.body["current"]["maxCallsPerHour"]) == (409, 2)


def test_edits_of_others_noticed_earlier_do_not_upset_the_proof(story: Story) -> None:
    ben = story.house.token("ben")
    other = story.house.dial(ben, "start").body["agent"]["id"]
    story.lend(40, story.house.now + HOUR)
    story.house.later(30 * MINUTE)
    assert [story.call() for _ in range(3)] == ["admitted"] * 3
    story.house.later(31 * MINUTE)
    revision = story.house.operate(story.sam, "GET", f"/agents/{other}").body["agent"]["revision"]
    edit: Json = {"expectedRevision": revision, "reason": "meanwhile", "callTimeout": 20}
    assert story.house.operate(story.sam, "PATCH", f"/agents/{other}", **edit).status == 200
    story.house.later(SECOND)
    assert story.call() == "calls_per_hour"
    assert story.verified()


@pytest.mark.parametrize("until", ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "2026-10-01T00:00:00", "soon"])
def test_an_end_that_cannot_be_is_named(story: Story, until: str) -> None:
    refused = story.edit(maxCallsPerHour=4, until=until)
    assert (refused.status, story.row["hourLimit"]) == (400, 2)
    assert "until" in str(refused.body["error"])


def test_the_dialer_is_not_told_of_terms(story: Story) -> None:
    story.lend(4, story.house.now + HOUR)
    told = story.house.dial(story.ana, "start", agentId=story.agent).body["agent"]["configuration"]
    assert (told["maxCallsPerHour"], sorted(told)) == (4, ["autoDialDelay", "callTimeout", "maxCallsPerHour", "mode"])


def test_a_log_that_fails_leaves_the_term_running(story: Story) -> None:
    story.lend(4, story.house.now + HOUR)
    story.house.later(HOUR)
    floor = story.house.engine.floor
    change = Change(floor)
    settle(change, story.agent, story.house.now)
    assert change.facts
    change.undo()
    assert floor.limit(LimitId.CALLS_HOUR, floor.desks[story.agent].agent.tenant_id, story.agent).amount == 4
    again = Change(floor)
    settle(again, story.agent, story.house.now)
    assert again.facts
    again.undo()
