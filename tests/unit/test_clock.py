"""Time that nobody can fool by setting the wall clock: each case of the anchor, as a program that starts."""

from itertools import pairwise

import pytest

from app.clock import Anchor, FastClock, ManualClock, SystemClock, anchor_for, read_boot_id, read_steady, read_wall
from app.engine.value import DAY, HOUR, SECOND

WALL = 1_700_000_000 * SECOND
STEADY = 5_000 * SECOND
ANCHOR = Anchor(boot_id="first", offset=WALL - STEADY)


class Steady:
    """A steady clock in the test's hand."""

    def __init__(self, reading: int = STEADY) -> None:
        self.reading = reading

    def __call__(self) -> int:
        return self.reading


def start(stored: Anchor | None, last: int, boot: str, wall: int, steady: int) -> int:
    """What time a program says it is that starts now."""
    return SystemClock(anchor_for(stored, last, boot, wall, steady), steady=lambda: steady).now()


def test_the_first_start_believes_the_wall() -> None:
    assert start(None, 0, "first", WALL, STEADY) == WALL


@pytest.mark.parametrize("moved", [-HOUR, HOUR, -30 * DAY, 30 * DAY])
def test_a_wall_set_while_running_changes_nothing(moved: int) -> None:
    """The clock reads the wall once, before it starts: nothing of `moved` can reach it."""
    steady = Steady()
    clock = SystemClock(ANCHOR, steady=steady)
    before = clock.now()
    steady.reading += 10 * SECOND
    assert clock.now() - before == 10 * SECOND
    assert anchor_for(ANCHOR, before, "first", WALL + moved, steady.reading) == ANCHOR


@pytest.mark.parametrize("moved", [-HOUR, 0, HOUR])
def test_a_restart_in_the_same_boot_keeps_the_time_whatever_the_wall_says(moved: int) -> None:
    later = STEADY + 20 * SECOND
    assert start(ANCHOR, WALL + SECOND, "first", WALL + 20 * SECOND + moved, later) == WALL + 20 * SECOND


def test_a_restart_a_moment_short_of_a_day_idle_keeps_the_time() -> None:
    later = STEADY + DAY - 1
    assert start(ANCHOR, WALL, "first", WALL + 2 * DAY, later) == WALL + DAY - 1


@pytest.mark.parametrize("moved", [-HOUR, HOUR])
def test_after_a_day_idle_the_wall_is_taken_anew(moved: int) -> None:
    """No window holds anything then, so that a wall which was set right at last may be believed."""
    assert start(ANCHOR, WALL, "first", WALL + DAY + moved, STEADY + DAY) == WALL + DAY + moved


def test_after_a_day_idle_time_is_still_not_before_what_was_logged() -> None:
    assert start(ANCHOR, WALL, "first", WALL - 5 * DAY, STEADY + DAY) == WALL


def test_after_another_boot_the_wall_is_all_there_is() -> None:
    assert start(ANCHOR, WALL, "second", WALL + HOUR, 3 * SECOND) == WALL + HOUR


def test_after_another_boot_a_wall_behind_the_log_is_not_believed() -> None:
    assert start(ANCHOR, WALL + HOUR, "second", WALL, 3 * SECOND) == WALL + HOUR


def test_a_system_that_does_not_name_its_boots_is_as_one_that_booted() -> None:
    nameless = Anchor(boot_id="", offset=ANCHOR.offset)
    assert start(nameless, WALL, "", WALL + HOUR, STEADY + SECOND) == WALL + HOUR


def test_a_log_ahead_of_the_anchor_is_believed() -> None:
    """A folder restored from another machine, or a floor that ran fast: new entries must not come before old ones."""
    assert start(ANCHOR, WALL + HOUR, "first", WALL, STEADY + SECOND) == WALL + HOUR


def test_time_never_goes_back_even_if_the_steady_clock_does() -> None:
    steady = Steady()
    clock = SystemClock(ANCHOR, steady=steady)
    assert clock.now() == WALL
    steady.reading -= SECOND
    assert clock.now() == WALL
    steady.reading += 2 * SECOND
    assert clock.now() == WALL + SECOND


def test_the_real_clock_starts_at_the_wall_and_goes_on() -> None:
    clock = SystemClock()
    instants = [clock.now() for _ in range(1_000)]
    assert all(before <= after for before, after in pairwise(instants))
    assert abs(read_wall() - clock.now()) < HOUR


def test_the_machine_names_its_boot_the_same_way_twice() -> None:
    assert read_boot_id() == read_boot_id()
    assert read_steady() <= read_steady()


@pytest.mark.parametrize(("speed", "elapsed"), [(1, SECOND), (60, 60 * SECOND), (0.5, SECOND // 2)])
def test_fast_time_runs_from_the_same_start(speed: float, elapsed: int) -> None:
    slow = ManualClock(WALL)
    fast = FastClock(slow, speed)
    assert fast.now() == WALL
    slow.advance(SECOND)
    assert fast.now() == WALL + elapsed


def test_manual_time_moves_when_told() -> None:
    clock = ManualClock(WALL)
    assert (clock.now(), clock.advance(3), clock.now()) == (WALL, WALL + 3, WALL + 3)
