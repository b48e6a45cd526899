"""A day of the month that `python -m tests.proof.month` lives through: no decision is wrong, and the log verifies."""

from pathlib import Path

from db.folder import Folder
from tests.fakes.story_end import verified
from tests.proof.month import Month


def test_a_day_of_a_floor_has_no_wrong_decision(tmp_path: Path) -> None:
    month = Month(tmp_path / "floor", agents=10, days=1, seed=7)
    said: list[str] = []
    month.run(said.append)
    assert month.deeds.wrong == []
    assert month.deeds.decisions > 9_000
    assert month.deeds.refused > 100
    assert said[-1].startswith("day 1: ")
    assert verified(Folder(tmp_path / "floor")) is None
    month.close()
