"""How fast an import is, and how long it will take: by what it did lately."""

from app.engine.value import SECOND
from app.jobs.national_work import Pace


def test_nobody_can_say_before_anything_was_read() -> None:
    pace = Pace(0)
    assert (pace.lines_a_second(), pace.seconds_for(100)) == (0, None)


def test_the_pace_is_that_of_the_last_ten_seconds() -> None:
    pace = Pace(0)
    pace.note(20 * SECOND, 100, 10)
    assert (pace.lines_a_second(), pace.seconds_for(50)) == (0, 10)
    for second in range(21, 41):
        pace.note(second * SECOND, 100 + 1_000 * (second - 20), 10 + 100 * (second - 20))
    assert (pace.lines_a_second(), pace.seconds_for(5_000)) == (100, 5)
    assert pace.seconds_for(0) is None


def test_lines_that_come_at_once_are_one_look() -> None:
    pace = Pace(0)
    for done in range(1, 1_000):
        pace.note(SECOND + done, done, done)
    assert pace.lines_a_second() == 0
    pace.note(2 * SECOND, 1_000, 1_000)
    assert pace.lines_a_second() == 500
