"""One log, several windows: the half-open interval (now - W, now], to the microsecond."""

import pytest

from app.engine.value import HOUR, MINUTE, SECOND
from app.engine.windows import ALWAYS, NEVER, WindowLog

T = 1_700_000_000 * SECOND


def log_of(*instants: int) -> WindowLog:
    return WindowLog(HOUR, list(instants))


def test_an_event_leaves_the_window_at_the_instant_it_is_as_old_as_the_window() -> None:
    log = log_of(T)
    assert [log.used(MINUTE, at) for at in (T, T + MINUTE - 1, T + MINUTE)] == [1, 1, 0]
    assert log.used(HOUR, T + MINUTE) == 1


def test_it_opens_when_enough_have_left() -> None:
    log = log_of(T, T + 1, T + 2)
    assert [log.opens_at(MINUTE, room) for room in range(4)] == [T + 2 + MINUTE, T + 1 + MINUTE, T + MINUTE, ALWAYS]


def test_less_than_no_room_never_comes() -> None:
    assert log_of(T).opens_at(MINUTE, -1) == NEVER
    assert log_of().opens_at(MINUTE, -1) == NEVER
    assert log_of().opens_at(MINUTE, 0) == ALWAYS


def test_a_batch_at_one_instant_leaves_together() -> None:
    log = log_of()
    log.charge(T, 3)
    assert log.opens_at(MINUTE, 0) == log.opens_at(MINUTE, 2) == T + MINUTE
    assert log.used(MINUTE, T + MINUTE) == 0


@pytest.mark.parametrize("times", [1, 2])
def test_a_charge_that_comes_late_takes_its_place(times: int) -> None:
    log = log_of(T, T + 10)
    log.charge(T + 5, times)
    assert log.since(T - 1) == [T, *[T + 5] * times, T + 10]


def test_giving_back_takes_what_was_charged_then_and_nothing_else() -> None:
    log = log_of(T, T + 5, T + 5, T + 9)
    assert log.give_back(T + 5) == 1
    assert log.give_back(T + 5, 3) == 1
    assert log.give_back(T + 5) == 0
    assert log.give_back(T - 1) == 0
    assert log.since(T - 1) == [T, T + 9]


def test_the_oldest_in_the_window() -> None:
    log = log_of(T, T + 7)
    assert [log.oldest(MINUTE, T + MINUTE + late) for late in (-1, 0, 6, 7)] == [T, T + 7, T + 7, None]


def test_idle_once_the_longest_window_is_empty() -> None:
    assert [log_of(T).is_idle(T + HOUR + late) for late in (-1, 0)] == [False, True]
    assert log_of().is_idle(T)


def test_what_it_is_made_from_need_not_be_sorted_and_is_not_kept() -> None:
    given = [T + 9, T]
    log = WindowLog(HOUR, given)
    given.append(T + 1)
    assert log.since(0) == [T, T + 9]


def test_what_the_longest_window_has_passed_is_forgotten() -> None:
    log = WindowLog(HOUR)
    for minute in range(24 * 60):
        log.charge(T + minute * MINUTE)
    assert len(log.since(0)) <= 2 * 60 + 1
    assert log.used(HOUR, T + (24 * 60 - 1) * MINUTE) == 60
