"""The gate of the benchmarks judges rightly: a planted regression is named, noise is not."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest

from tests.bench.gate import Floor, read_floors, run, worse
from tests.bench.gate_measures import MEASURES

RATE = Floor(name="rate", ratio=10.0, tolerance=0.2, command="python -m tests.bench rate", why="It walks over the log.")
TIME = Floor(name="time", ratio=2.0, tolerance=0.1, command="python -m tests.bench time", why="", at_most=True)


def _measured(*rounds: float) -> Callable[[], Sequence[float]]:
    return lambda: rounds


def test_a_planted_regression_is_named_with_its_command_and_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([RATE], {"rate": _measured(7.9, 7.8, 8.1)}) == 1
    said = capsys.readouterr().out
    assert (
        "WORSE rate: 7.9, wanted >= 8 (was 10). Look with: python -m tests.bench rate. It walks over the log." in said
    )


def test_what_keeps_its_floor_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([RATE, TIME], {"rate": _measured(8.0, 8.1, 9.0), "time": _measured(2.2, 2.1)}) == 0
    assert "2 ratios, 0 worse" in capsys.readouterr().out


def test_a_cost_may_not_rise_beyond_its_tolerance() -> None:
    [sentence] = worse([TIME], {"time": _measured(2.21, 2.3, 1.0)})
    assert sentence.startswith("time: 2.21, wanted <= 2.2 (was 2)")


def test_a_bad_round_is_noise_and_two_of_three_are_not() -> None:
    assert list(worse([RATE], {"rate": _measured(10.0, 1.0, 9.9)})) == []
    assert len(list(worse([RATE], {"rate": _measured(1.0, 1.0, 9.9)}))) == 1


def test_getting_better_is_no_fault() -> None:
    assert list(worse([RATE, TIME], {"rate": _measured(99.0), "time": _measured(0.1)})) == []


@pytest.mark.parametrize("rounds", [(), (float("nan"),)])
def test_a_measure_that_yields_no_number_is_worse(rounds: tuple[float, ...]) -> None:
    assert len(list(worse([RATE], {"rate": _measured(*rounds)}))) == 1


def test_a_floor_that_nothing_measures_and_a_measure_without_a_floor_are_named() -> None:
    assert list(worse([RATE], {"other": _measured(1.0)})) == [
        "rate: nothing measures it",
        "other: floors.toml has no floor for it",
    ]


def test_a_floor_that_is_not_complete_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text('[[floor]]\nname = "rate"\nratio = 1.0\ntolerance = 0.1\ncommand = "x"\n')
    with pytest.raises(msgspec.ValidationError, match="why"):
        read_floors(file)


def test_the_floors_that_are_checked_in_are_those_that_are_measured() -> None:
    floors = read_floors()
    assert [floor.name for floor in floors] == list(MEASURES)
    assert all(0 < floor.tolerance < 0.5 and floor.why for floor in floors)
