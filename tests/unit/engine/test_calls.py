"""A call's life: every pair of statuses, the ring timer, and who may end it."""

import msgspec
import pytest

from app.engine.calls import (
    DISPOSITIONS,
    GRACE_S,
    OPEN,
    RING_TIMER,
    Call,
    CallStatus,
    ContactFate,
    hang_up,
    lapse,
    report,
    ring_deadline,
)
from app.engine.value import HOUR, SECOND

HANDED_OUT = 1_700_000_000 * SECOND
DEADLINE = HANDED_OUT + 40 * SECOND
S = CallStatus
ENDED = [status for status in CallStatus if status not in OPEN]

# From (row) to (column): x is refused, o is allowed, = leaves the call as it is.
PAIRS = """
             initiated ringing answered completed no_answer busy voicemail failed abandoned not_placed
initiated        =        o        o         o         o      o       o       o        o         o
ringing          x        =        o         o         o      o       o       o        o         x
answered         x        x        =         o         o      o       o       o        o         x
completed        x        x        x         =         x      x       x       x        x         x
no_answer        x        x        x         x         =      x       x       x        x         x
busy             x        x        x         x         x      =       x       x        x         x
voicemail        x        x        x         x         x      x       =       x        x         x
failed           x        x        x         x         x      x       x       =        x         x
abandoned        x        x        x         x         x      x       x       x        =         x
not_placed       x        x        x         x         x      x       x       x        x         =
"""


def read_pairs() -> list[tuple[CallStatus, CallStatus, str]]:
    columns, *rows = (line.split() for line in PAIRS.strip().splitlines())
    return [(S(row[0]), S(column), mark) for row in rows for column, mark in zip(columns, row[1:], strict=True)]


def fresh_call() -> Call:
    return Call(
        id="call",
        tenant_id="acme",
        session_id="morning",
        agent_id="ada",
        user_id="dialer",
        contact_id="contact",
        campaign_id=None,
        phone_number="+12025550100",
        created_at=HANDED_OUT,
        deadline=DEADLINE,
    )


def told(call: Call, status: CallStatus, at: int) -> Call:
    after = report(call, status, at)
    assert isinstance(after, Call)
    return after


def call_that_is(status: CallStatus) -> Call:
    return told(fresh_call(), status, HANDED_OUT + SECOND)


def silent_call() -> Call:
    closed = lapse(fresh_call(), DEADLINE)
    assert closed is not None
    return closed


def test_the_table_is_whole() -> None:
    assert len(read_pairs()) == len(CallStatus) ** 2


@pytest.mark.parametrize(("before", "after", "mark"), read_pairs())
def test_every_pair_of_statuses(before: CallStatus, after: CallStatus, mark: str) -> None:
    call = call_that_is(before)
    answer = report(call, after, HANDED_OUT + 9 * SECOND)
    if mark == "=":
        assert answer is call
    elif mark == "x":
        assert isinstance(answer, str)
        assert before.value in answer
        assert answer.endswith(after.value)
    else:
        assert isinstance(answer, Call)
        assert answer.status is after
        assert answer.is_open == (after in OPEN)
        assert answer.ended_at == (None if after in OPEN else HANDED_OUT + 9 * SECOND)
        assert answer.closed_by == (None if after in OPEN else "dialer")


def test_a_call_tells_when_it_was_answered_and_when_it_ended() -> None:
    ringing = told(fresh_call(), S.RINGING, HANDED_OUT + 1)
    answered = told(ringing, S.ANSWERED, HANDED_OUT + 2)
    completed = told(answered, S.COMPLETED, HANDED_OUT + 3)
    assert (ringing.answered_at, answered.answered_at, completed.answered_at) == (None, HANDED_OUT + 2, HANDED_OUT + 2)
    assert (answered.ended_at, completed.ended_at) == (None, HANDED_OUT + 3)


def test_an_abandoned_call_was_answered_by_the_called_party() -> None:
    """47 CFR 64.1200(a)(7): a call is abandoned when a person answers and nobody speaks in time."""
    assert call_that_is(S.ABANDONED).answered_at == HANDED_OUT + SECOND
    answered = call_that_is(S.ANSWERED)
    assert told(answered, S.ABANDONED, HANDED_OUT + 3 * SECOND).answered_at == HANDED_OUT + SECOND


def test_the_ring_timer_waits_call_timeout_and_the_grace() -> None:
    assert ring_deadline(HANDED_OUT, 30) == HANDED_OUT + (30 + GRACE_S) * SECOND == DEADLINE


def test_silence_closes_a_call_at_its_deadline_and_not_a_microsecond_before() -> None:
    call = fresh_call()
    assert lapse(call, DEADLINE - 1) is None
    closed = lapse(call, DEADLINE)
    assert closed is not None
    assert (closed.status, closed.ended_at, closed.closed_by) == (S.NO_ANSWER, DEADLINE, RING_TIMER)


def test_a_timer_that_is_late_changes_nothing() -> None:
    assert lapse(fresh_call(), DEADLINE + HOUR) == silent_call()


def test_ringing_does_not_stop_the_timer_and_an_answer_does() -> None:
    assert lapse(call_that_is(S.RINGING), DEADLINE) is not None
    assert lapse(call_that_is(S.ANSWERED), DEADLINE + HOUR) is None


@pytest.mark.parametrize("status", ENDED)
def test_a_call_that_has_ended_does_not_lapse(status: CallStatus) -> None:
    assert lapse(call_that_is(status), DEADLINE + HOUR) is None


@pytest.mark.parametrize("status", [status for status in CallStatus if status is not S.NO_ANSWER])
def test_the_dialer_is_believed_over_silence(status: CallStatus) -> None:
    after = told(silent_call(), status, DEADLINE + 5 * SECOND)
    assert after.status is status
    assert after.is_open == (status in OPEN)
    assert after.ended_at == (None if status in OPEN else DEADLINE + 5 * SECOND)


def test_a_call_still_ringing_after_its_timer_gets_the_same_patience_once_more() -> None:
    """Were it left without a deadline, a dialer that then dies would leave it open for ever."""
    again = told(silent_call(), S.RINGING, DEADLINE + 5 * SECOND)
    assert again.deadline == DEADLINE + 45 * SECOND
    assert lapse(again, DEADLINE + 45 * SECOND - 1) is None
    assert lapse(again, DEADLINE + 45 * SECOND) is not None


def test_a_call_that_the_dialer_ended_stays_ended() -> None:
    believed = told(silent_call(), S.BUSY, DEADLINE + SECOND)
    assert isinstance(report(believed, S.ANSWERED, DEADLINE + 2 * SECOND), str)


@pytest.mark.parametrize(
    ("before", "after"), [(S.INITIATED, S.NO_ANSWER), (S.RINGING, S.NO_ANSWER), (S.ANSWERED, S.COMPLETED)]
)
def test_hanging_up_ends_an_open_call(before: CallStatus, after: CallStatus) -> None:
    ended = hang_up(call_that_is(before), HANDED_OUT + 20 * SECOND, "session end")
    assert (ended.status, ended.ended_at, ended.closed_by) == (after, HANDED_OUT + 20 * SECOND, "session end")
    assert lapse(ended, DEADLINE) is None


def test_a_completed_call_was_answered_even_if_nobody_said_so() -> None:
    assert call_that_is(S.COMPLETED).answered_at == HANDED_OUT + SECOND
    assert call_that_is(S.VOICEMAIL).answered_at is None
    answered = call_that_is(S.ANSWERED)
    assert told(answered, S.COMPLETED, HANDED_OUT + 9 * SECOND).answered_at == HANDED_OUT + SECOND


@pytest.mark.parametrize("before", [S.INITIATED, S.RINGING])
def test_a_disposition_that_tells_of_a_person_is_an_answer(before: CallStatus) -> None:
    at = HANDED_OUT + 20 * SECOND
    ended = hang_up(call_that_is(before), at, "disposition", reached=True)
    assert (ended.status, ended.answered_at, ended.ended_at) == (S.COMPLETED, at, at)
    answered = hang_up(call_that_is(S.ANSWERED), at, "disposition", reached=True)
    assert answered.answered_at == HANDED_OUT + SECOND


def test_a_disposition_is_believed_over_the_ring_timer_and_not_over_the_dialer() -> None:
    talked = hang_up(silent_call(), DEADLINE + HOUR, "disposition", reached=True)
    assert (talked.status, talked.ended_at) == (S.COMPLETED, DEADLINE + HOUR)
    assert hang_up(silent_call(), DEADLINE + HOUR, "disposition") == silent_call()
    busy = call_that_is(S.BUSY)
    assert hang_up(busy, DEADLINE, "disposition", reached=True) is busy
    unanswered = call_that_is(S.NO_ANSWER)
    assert hang_up(unanswered, DEADLINE, "disposition", reached=True) is unanswered


@pytest.mark.parametrize("by", ["session end", "disposition"])
def test_how_a_call_ended_is_believed_after_silence_was_taken_for_no_answer(by: str) -> None:
    """A dialer may stop its session, or send the disposition, before the status of its last call."""
    assumed = hang_up(call_that_is(S.INITIATED), HANDED_OUT + 20 * SECOND, by)
    for status in ENDED:
        assert told(assumed, status, HANDED_OUT + 21 * SECOND).status is status
    for status in OPEN:
        assert isinstance(report(assumed, status, HANDED_OUT + 21 * SECOND), str)


def test_a_call_with_a_disposition_was_placed() -> None:
    for call in (silent_call(), fresh_call()):
        answer = report(msgspec.structs.replace(call, disposition="voicemail"), S.NOT_PLACED, DEADLINE + SECOND)
        assert answer == "The call has the disposition voicemail, so it was placed; it cannot become not_placed"


@pytest.mark.parametrize("status", ENDED)
def test_hanging_up_an_ended_call_changes_nothing(status: CallStatus) -> None:
    call = call_that_is(status)
    assert hang_up(call, HANDED_OUT + HOUR, "session end") is call


def test_the_dispositions_of_the_specification() -> None:
    reached = {name for name, meaning in DISPOSITIONS.items() if meaning.reached}
    assert reached == {"answered", "interested", "not_interested", "converted", "callback", "do_not_call"}
    assert [name for name, meaning in DISPOSITIONS.items() if meaning.converted] == ["converted"]
    assert set(DISPOSITIONS) - reached == {"no_answer", "voicemail", "wrong_number"}
    assert DISPOSITIONS["do_not_call"].fate is ContactFate.DO_NOT_CALL
    assert DISPOSITIONS["callback"].fate is ContactFate.CALLBACK
