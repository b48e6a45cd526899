"""The gap between two calls of an agent, and the lines of a predictive batch."""

import pytest

from app.engine.limits import DialingMode, Enforcement, Limit, LimitId
from app.engine.pacing import Pace, gap_gate, lines_of
from app.engine.value import SECOND

NOW = 1_700_000_000 * SECOND


def gap(seconds: int) -> Limit:
    return Limit(limit_id=LimitId.CALLS_GAP, amount=seconds, enforcement=Enforcement.ENFORCE, source="system")


@pytest.mark.parametrize(
    ("pace", "last"),
    [
        (Pace(handed_out_at=NOW), NOW),
        (Pace(handed_out_at=NOW - SECOND, ended_at=NOW), NOW),
        (Pace(handed_out_at=NOW, ended_at=NOW - SECOND), NOW),
    ],
)
def test_two_seconds_after_the_later_of_hand_out_and_end(pace: Pace, last: int) -> None:
    before, at = (gap_gate(gap(2), "ada", pace, last + step) for step in (2 * SECOND - 1, 2 * SECOND))
    assert (before.closed, before.opens_at) == (True, last + 2 * SECOND)
    assert not at.closed


def test_the_first_call_waits_for_nothing() -> None:
    assert not gap_gate(gap(3_600), "ada", Pace(), NOW).closed


def test_no_delay_is_no_gap() -> None:
    assert not gap_gate(gap(0), "ada", Pace(handed_out_at=NOW), NOW).closed


@pytest.mark.parametrize(
    ("mode", "asked", "lines"),
    [
        (DialingMode.PREVIEW, None, 1),
        (DialingMode.PREVIEW, 5, 1),
        (DialingMode.POWER, 10, 1),
        (DialingMode.PREDICTIVE, None, 3),
        (DialingMode.PREDICTIVE, 1, 1),
        (DialingMode.PREDICTIVE, 10, 10),
    ],
)
def test_only_a_predictive_dialer_takes_several_lines(mode: DialingMode, asked: int | None, lines: int) -> None:
    assert lines_of(mode, asked) == lines
