"""A restart at any point, and jobs that run at once, late or never, change no answer."""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.scenarios.harness import House
from tests.scenarios.stories import Teller, limits_of, story

JOBS = ("close-lost-calls", "expire-sessions", "flush-refusals", "clean-rate-limits", "forget-old")
Before = Callable[[House], None]


def leave(house: House) -> None:
    """No job ever runs, nothing is restarted."""


def sweep(house: House) -> None:
    house.sweep(*JOBS)


def restart_now_and_then(seed: int) -> Before:
    dice = random.Random(seed)

    def restart(house: House) -> None:
        if dice.random() < 0.25:
            house.restart()

    return restart


@pytest.fixture
def tellers(tmp_path: Path) -> Iterator[Callable[[str, Before], Teller]]:
    with ExitStack() as stack:
        yield lambda name, before: Teller(stack.enter_context(House(tmp_path / name)), before)


def play_both(one: Teller, other: Teller, seed: int, length: int) -> None:
    for number, step in enumerate(story(seed, length)):
        assert one.play(step) == other.play(step), (seed, number, step)
    assert list(limits_of(one)) == list(limits_of(other))


@pytest.mark.parametrize("seed", range(6))
def test_jobs_that_never_run_change_no_answer(tellers: Callable[[str, Before], Teller], seed: int) -> None:
    play_both(tellers("never", leave), tellers("always", sweep), seed, 120)


@pytest.mark.parametrize("seed", range(10, 14))
def test_a_restart_at_any_point_changes_no_answer(tellers: Callable[[str, Before], Teller], seed: int) -> None:
    play_both(tellers("lasting", leave), tellers("restarted", restart_now_and_then(seed)), seed, 100)
