"""Counting outcomes, and percentiles in constant memory."""

from app.client.outcomes import Answered, Limited, Refused, Unreachable
from app.simulator.tally import Counting
from tests.fakes.wire_answers import handed_out, limited, refusal, started


def test_each_outcome_is_counted_once_and_under_its_own_name() -> None:
    counting = Counting()
    for outcome in (
        Answered(answer=started()),
        Answered(answer=handed_out(["a", "b", "c"])),
        Answered(answer=handed_out([])),
        Limited(body=limited("calls_per_hour", 3)),
        Limited(body=limited("calls_per_hour", 2)),
        Limited(body=limited("call_gap", 1)),
        Refused(status=404, body=refusal("not_found")),
        Unreachable(sentence="gone"),
    ):
        counting.note(outcome, None)
    tally = counting.total(left_open=2)
    assert (tally.requests, tally.admitted_calls, tally.left_open) == (8, 3, 2)
    assert tally.refusals == {"calls_per_hour": 2, "call_gap": 1}
    assert tally.errors == {"404 not_found": 1, "unreachable": 1}


def test_percentiles_are_right_to_a_percent() -> None:
    counting = Counting()
    for millisecond in range(1, 1_001):
        counting.note(Answered(answer=started()), millisecond / 1_000)
    tally = counting.total()
    assert abs(tally.p50_ms - 500) < 10
    assert abs(tally.p99_ms - 990) < 20


def test_nothing_measured_is_zero() -> None:
    assert (Counting().total().p50_ms, Counting().total().p99_ms) == (0.0, 0.0)
