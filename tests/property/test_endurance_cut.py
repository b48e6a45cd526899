"""Six hours of the floor that `python -m tests.proof.endurance` lives through for three days: nothing drifts."""

import asyncio
from pathlib import Path

from app.engine.value import MINUTE
from tests.proof.endurance import Endurance, make_place
from tests.proof.endurance_eyes import ModelEyes
from tests.proof.endurance_figures import bounds_of


async def _live(root: Path) -> Endurance:
    world, token = make_place(root, agents=20, hours=6)
    endurance = Endurance(world, 6, seed=7, sweep_every=5 * MINUTE)
    await endurance.floor.start()
    eyes = ModelEyes(endurance.floor.url, token)
    try:
        await asyncio.to_thread(eyes.start)
        await endurance.run(eyes, lambda _: None)
    finally:
        await asyncio.to_thread(eyes.stop)
        await endurance.floor.stop()
    return endurance


def test_six_hours_of_a_floor_leave_no_drift_between_window_engine_and_log(tmp_path: Path) -> None:
    endurance = asyncio.run(_live(tmp_path))
    hours = endurance.hours
    assert [one.drift for one in hours] == [[]] * 6
    assert all(one.decisions > 200 for one in hours)
    assert hours[-1].lost_lines == 0
    assert endurance.floor.imported == 60
    # Calls of five years and more ago went at night: without that there would be as many more.
    assert hours[4].calls < 2 * hours[0].calls
    drift = bounds_of(hours)[0]
    assert drift.holds
