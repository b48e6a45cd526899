"""Engines that were stopped are let go whole: a hundred restarts hold the memory of one."""

import gc
from pathlib import Path

from app.bootstrap.engine import Engine
from tests.scenarios.harness import House


def _engines() -> int:
    gc.collect()
    return sum(isinstance(thing, Engine) for thing in gc.get_objects())


def test_engines_that_were_stopped_are_let_go(tmp_path: Path) -> None:
    before = _engines()
    with House(tmp_path / "floor") as house:
        house.dial(house.token("ana"), "start")
        for _ in range(3):
            house.restart()
        # The one that runs, and at most the one whose last task the event loop still knows.
        assert _engines() <= before + 2
