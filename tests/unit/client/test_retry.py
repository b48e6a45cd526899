"""The specification's best practice for a refused client, to the second."""

from itertools import repeat

import pytest

from app.client.outcomes import Answered, AnyOutcome, Limited, Refused, Unreachable
from app.client.retry import RetryPolicy, backoff, wait_for
from tests.fakes.wire_answers import limited, refusal, started

POLICY = RetryPolicy(first_step_s=0.5, cap_s=30.0, tries=5, longest_retry_after_s=3_600.0)


def highest() -> float:
    return 1.0


def lowest() -> float:
    return 0.0


def test_the_step_doubles_from_failure_to_failure_up_to_the_cap() -> None:
    waits = [backoff(failures, POLICY, highest) for failures in range(1, 10)]
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]


def test_jitter_is_full_from_nothing_to_the_whole_step() -> None:
    assert backoff(4, POLICY, lowest) == 0.0
    assert backoff(4, POLICY, lambda: 0.25) == 1.0


def test_a_feed_that_failed_for_a_week_still_waits_the_cap() -> None:
    assert backoff(1_000_000, POLICY, highest) == 30.0


def test_retry_after_is_honoured_to_the_second_whatever_the_dice_say() -> None:
    for draw in (lowest, highest):
        assert wait_for(Limited(body=limited("calls_per_hour", 42)), 1, POLICY, draw) == 42.0
        assert wait_for(Refused(status=503, body=refusal("unavailable", 2)), 1, POLICY, draw) == 2.0


def test_a_retry_after_longer_than_the_policy_waits_is_left_to_the_caller() -> None:
    assert wait_for(Limited(body=limited("calls_per_day", 3_600)), 1, POLICY, highest) == 3_600.0
    assert wait_for(Limited(body=limited("calls_per_day", 3_601)), 1, POLICY, highest) is None


def test_without_retry_after_the_wait_is_exponential() -> None:
    assert wait_for(Limited(body=limited("calls_per_hour", None)), 3, POLICY, highest) == 2.0
    assert wait_for(Refused(status=503, body=refusal("unavailable")), 2, POLICY, highest) == 1.0
    assert wait_for(Unreachable(sentence="gone"), 4, POLICY, highest) == 4.0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 413, 415, 500, 502])
def test_any_other_refusal_is_final(status: int) -> None:
    assert wait_for(Refused(status=status, body=refusal("x", 1)), 1, POLICY, highest) is None


def test_an_expired_session_is_final_because_waiting_does_not_help() -> None:
    assert wait_for(Limited(body=limited("session_expired", None)), 1, POLICY, highest) is None
    assert wait_for(Limited(body=limited("session_expired", 5)), 1, POLICY, highest) is None


def test_success_is_final() -> None:
    assert wait_for(Answered(answer=started()), 1, POLICY, highest) is None


def test_the_budget_counts_the_first_try() -> None:
    outcome: AnyOutcome = Limited(body=limited("calls_per_hour", 1))
    waits = [wait_for(outcome, tries, POLICY, highest) for tries in range(1, 7)]
    assert waits == [*repeat(1.0, 4), None, None]
