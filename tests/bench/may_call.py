"""A compliance decision, ours and the naive check in turn, in one run: `python -m tests.bench may_call`."""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.rule_files import read_rule_book
from tests.bench.report import goal, heading, say
from tests.fakes.naive_compliance import fails
from tests.property.test_compliance import generated, question

CASES = 2_000
ROUNDS = 5
GOAL_US = 50.0


def _each(act: Callable[[Any], object], cases: Sequence[object]) -> float:
    """Microseconds a case."""
    start = time.perf_counter()
    for case in cases:
        act(case)
    return (time.perf_counter() - start) / len(cases) * 1e6


def main() -> None:
    """Print microseconds a decision of both, and their ratio."""
    heading("may-call: one decision over every rule, jurisdiction and zone", "tzdata")
    lawyer = Lawyer(read_rule_book(), read_area_codes())
    draw = random.Random(1)
    cases = [generated(draw) for _ in range(CASES)]
    questions = [question(case) for case in cases]
    ours, naive = [], []
    for _ in range(ROUNDS):
        ours.append(_each(lawyer.decide, questions))
        naive.append(_each(fails, cases))
    mine, theirs = statistics.median(ours), statistics.median(naive)
    say(f"ours {mine:.1f} us, the naive check {theirs:.0f} us: {theirs / mine:.0f}x")
    goal("microseconds a decision", mine, GOAL_US, at_most=True)


if __name__ == "__main__":
    main()
