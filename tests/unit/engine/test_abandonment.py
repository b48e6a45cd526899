"""Who counts as live and who as abandoned, the marks before 3 %, and how many lines they leave."""

import msgspec
import pytest

from app.engine.abandonment import (
    NOTHING,
    Flight,
    Grant,
    Stage,
    Tally,
    drops_left,
    figures_on,
    lines_allowed,
    past_periods,
    stage_of,
    tally_of,
)
from app.engine.calls import Call, CallStatus, hang_up, report
from app.engine.pickup import Answerer, Pickup, pickup_fault
from app.engine.value import SECOND

AT = 1_700_000_000 * SECOND
FREE = Flight()


def call(*statuses: CallStatus, **told: object) -> Call:
    found = Call(
        id="c", tenant_id="t", session_id="s", agent_id="a", user_id="u", contact_id="p", campaign_id=None,
        phone_number="+12125550100", created_at=AT,
    )  # fmt: skip
    for place, status in enumerate(statuses):
        reported = report(found, status, AT + place * SECOND)
        assert isinstance(reported, Call)
        found = reported
    return msgspec.structs.replace(found, pickup=msgspec.convert(told, Pickup)) if told else found


ANSWERED, COMPLETED, ABANDONED = CallStatus.ANSWERED, CallStatus.COMPLETED, CallStatus.ABANDONED


@pytest.mark.parametrize(
    ("found", "tally"),
    [
        (call(), NOTHING),
        (call(ANSWERED), (1, 0, 0)),
        (call(COMPLETED), (1, 0, 0)),
        (call(ANSWERED, ABANDONED), (1, 1, 0)),
        (call(ABANDONED), (1, 1, 0)),
        (hang_up(call(), AT, "disposition", reached=True), (1, 0, 0)),
        (call(ANSWERED, CallStatus.FAILED), (1, 0, 0)),
        (call(ANSWERED, CallStatus.VOICEMAIL), NOTHING),
        (call(ANSWERED, CallStatus.BUSY), NOTHING),
        (call(CallStatus.VOICEMAIL), NOTHING),
        (call(ANSWERED, COMPLETED, by="machine"), NOTHING),
        (call(ANSWERED, COMPLETED, by="person", answered_at=AT), (1, 0, 0)),
        (call(COMPLETED, answered_at=AT, connected_at=AT + 2 * SECOND), (1, 0, 0)),
        (call(COMPLETED, answered_at=AT, connected_at=AT + 2 * SECOND + 1), (1, 1, 0)),
        (call(COMPLETED, answered_at=AT, greeting_ended_at=AT + SECOND, connected_at=AT + 3 * SECOND), (1, 0, 1)),
        (call(COMPLETED, greeting_ended_at=AT, connected_at=AT + 3 * SECOND), (1, 1, 1)),
        (call(ABANDONED, greeting_ended_at=AT + SECOND, connected_at=AT), (1, 0, 1)),
        (call(ABANDONED, greeting_ended_at=AT), (1, 1, 1)),
    ],
)
def test_what_a_call_counts_is_what_it_is_known_to_have_been(found: Call, tally: tuple[int, int, int]) -> None:
    assert tally_of(found) == tally


def test_an_instant_that_cannot_be_compared_is_named() -> None:
    assert pickup_fault(Pickup(by=Answerer.PERSON, answered_at=AT, connected_at=AT)) is None
    alone = pickup_fault(Pickup(connected_at=AT))
    assert alone is not None
    assert alone[0] == "agentConnectedAt"
    assert pickup_fault(Pickup(answered_at=AT, greeting_ended_at=AT - 1)) == (
        "greetingEndedAt",
        "greetingEndedAt must not be before answeredAt",
    )


@pytest.mark.parametrize(
    ("abandoned", "stage"),
    [
        (0, Stage.NORMAL),
        (19, Stage.NORMAL),
        (20, Stage.ALARM),
        (24, Stage.ALARM),
        (25, Stage.ONE_LINE),
        (28, Stage.ONE_LINE),
        (29, Stage.NO_OVERDIALING),
        (40, Stage.NO_OVERDIALING),
    ],
)
def test_a_stage_holds_from_its_mark_on(abandoned: int, stage: Stage) -> None:
    assert stage_of(Tally(1_000, abandoned)) is stage


@pytest.mark.parametrize(("live", "abandoned", "left"), [(0, 0, 0), (32, 0, 0), (33, 0, 1), (34, 1, 0), (1_000, 29, 1)])
def test_the_first_drop_needs_34_live_answers_itself_among_them(live: int, abandoned: int, left: int) -> None:
    assert drops_left(Tally(live, abandoned)) == left


@pytest.mark.parametrize(
    ("tally", "flight", "grant"),
    [
        (Tally(), FREE, Grant(1, "abandonment_headroom")),
        (Tally(), Flight(waiting=1), Grant(0, "abandonment_headroom")),
        (Tally(66), FREE, Grant(3, None)),
        (Tally(66), Flight(others=1), Grant(2, "abandonment_headroom")),
        (Tally(66), Flight(others=9), Grant(1, "abandonment_headroom")),
        (Tally(1_000, 20), FREE, Grant(3, None)),
        (Tally(1_000, 25), FREE, Grant(1, "abandonment_one_line")),
        (Tally(1_000, 25), Flight(waiting=1), Grant(1, "abandonment_one_line")),
        (Tally(1_000, 29), FREE, Grant(1, "abandonment_no_overdialing")),
        (Tally(1_000, 29), Flight(waiting=1), Grant(0, "abandonment_no_overdialing")),
        (Tally(1_000, 29), Flight(busy=True), Grant(0, "abandonment_no_overdialing")),
        (Tally(10_000), Flight(busy=True), Grant(3, None)),
    ],
)
def test_a_batch_shrinks_with_what_is_left(tally: Tally, flight: Flight, grant: Grant) -> None:
    assert lines_allowed(3, (tally, Tally(100_000)), flight) == grant
    assert lines_allowed(3, (Tally(100_000), tally), flight) == grant, "either of the two figures holds it back"


def test_periods_are_anchored_and_the_rolling_one_is_not() -> None:
    days = {100: Tally(50, 2), 129: Tally(10, 1), 130: Tally(7, 0), 159: Tally(3, 3)}
    last = figures_on(days, 100, 129)
    assert (last.period.first, last.period.stop, last.period.tally) == (100, 130, (60, 3, 0))
    assert last.rolling.tally == (60, 3, 0)
    assert last.today == (10, 1, 0)
    first = figures_on({day: tally for day, tally in days.items() if day <= 130}, 100, 130)
    assert (first.period.first, first.period.tally, first.rolling.tally) == (130, (7, 0, 0), (17, 1, 0))
    assert first.worse == (17, 1, 0), "a new period does not wash the last thirty days away"
    assert [(one.first, one.tally) for one in past_periods(days, 100, 160)] == [(130, (10, 3, 0)), (100, (60, 3, 0))]
