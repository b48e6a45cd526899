"""A floor through three days: memory, handles, disk, feed and the loop's stalls by the hour, and no drift.

`python -m tests.proof.endurance [--agents 1000] [--hours 72] [--seed S] [--write docs/reliability.md]`
"""

import argparse
import asyncio
import random
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil

from app.api.http_server import loop_factory
from app.bootstrap.people import FolderPeople
from app.clock import read_steady
from app.engine.people import Role
from app.engine.value import HOUR, Duration
from tests.proof.endurance_crew import CALLS_AN_HOUR, SHIFTS, EnduranceCrew
from tests.proof.endurance_eyes import Eyes, opened_window
from tests.proof.endurance_figures import MB, Hour, bounds_of, disk_of, resident_mb
from tests.proof.endurance_floor import SWEEP_EVERY, EnduranceFloor
from tests.proof.endurance_report import report
from tests.proof.endurance_stalls import Stalls
from tests.proof.endurance_truth import drift, scan
from tests.proof.endurance_world import START, EnduranceWorld, make_world

CONTACTS_EACH = 330
"""For each agent: each contact may be called once a day, and some are done with for good."""

Said = Callable[[str], None]


class Endurance:
    """So many agents for so many hours, from a seed, seen by some eyes."""

    def __init__(self, world: EnduranceWorld, hours: int, seed: int, sweep_every: Duration = SWEEP_EVERY) -> None:
        self.world = world
        self.hours: list[Hour] = []
        self._length = hours
        self.floor = EnduranceFloor(world, EnduranceCrew(world.crew, -(-hours // 24), seed), seed, sweep_every)
        self._stalls = Stalls(self.floor.engine, world.tenant_id)
        self._told = (0, 0)

    async def run(self, eyes: Eyes, said: Said) -> None:
        """Live it through; `said` hears each hour."""
        watch = asyncio.create_task(self._stalls.run())
        for number in range(1, self._length + 1):
            await self.floor.live(START + number * HOUR)
            self.hours.append(await self._measure(number, eyes))
            said(line_of(self.hours[-1]))
            for sentence in self.hours[-1].drift[:5]:
                said(f"  DRIFT {sentence}")
        watch.cancel()
        await asyncio.gather(watch, return_exceptions=True)

    async def _measure(self, number: int, eyes: Eyes) -> Hour:
        floor, now, world = self.floor, START + number * HOUR, self.world
        await floor.sweep()
        stalls = self._stalls.take()
        look = await eyes.look(await self._stalls.all_told(now))
        logged = await asyncio.to_thread(scan, world.folder.database, world.tenant_id, now)
        disk = await asyncio.to_thread(disk_of, world.folder)
        found = drift(floor.engine.floor, world.tenant_id, logged, [look.agents], now)
        found += [f"{look.differing} readers hold another floor than the window"] if look.differing else []
        decisions, refused = floor.decisions - self._told[0], floor.refused - self._told[1]
        self._told = (floor.decisions, floor.refused)
        process = psutil.Process()
        return Hour(
            hour=number,
            decisions=decisions,
            refused=refused,
            engine_mb=resident_mb(),
            window_mb=look.rss / MB,
            handles=process.num_fds(),
            window_handles=look.handles,
            threads=process.num_threads(),
            database_mb=disk.database / MB,
            chain_mb=disk.chain / MB,
            wal_mb=disk.wal / MB,
            calls=disk.calls,
            requests=disk.requests,
            contacts=disk.contacts,
            behind=stalls.behind,
            lag_ms=stalls.lag_ms(look.heard),
            stall_ms=stalls.longest_ms,
            busy_ms=stalls.busy_ms,
            lost_lines=look.lost,
            drift=found,
        )


def line_of(one: Hour) -> str:
    """An hour in a line."""
    return (
        f"hour {one.hour:>3}: {one.decisions:>7,} decisions ({one.refused:,} refused), engine {one.engine_mb:.0f} MB,"
        f" window {one.window_mb:.0f} MB, {one.handles}+{one.window_handles} handles, {one.threads} threads,"
        f" database {one.database_mb:.0f} MB ({one.chain_mb:.0f} chain, wal {one.wal_mb:.0f}), {one.calls:,} calls,"
        f" {one.requests:,} requests, lag {one.behind} / {one.lag_ms:.0f} ms, stall {one.stall_ms:.0f} ms"
        f" ({one.busy_ms:.0f} of CPU),"
        f" {len(one.drift)} drift"
    )


def make_place(root: Path, agents: int, hours: int) -> tuple[EnduranceWorld, str]:
    """The folder of a run, and a supervisor's token."""
    each_hour = max(1, agents * CALLS_AN_HOUR // SHIFTS)
    world = make_world(root / "floor", agents, agents * CONTACTS_EACH, each_hour, hours)
    people = FolderPeople(world.folder.database)
    try:
        made = people.make_token(world.tenant_id, "Sam", Role.SUPERVISOR, "endurance", START)
    finally:
        people.close()
    return world, made.token


async def _run(root: Path, asked: argparse.Namespace, said: Said) -> Endurance:
    world, token = await asyncio.to_thread(make_place, root, asked.agents, asked.hours)
    endurance = Endurance(world, asked.hours, asked.seed)
    await endurance.floor.start()
    try:
        async with opened_window(endurance.floor.url, token, root / "settings") as eyes:
            await endurance.run(eyes, said)
    finally:
        await endurance.floor.stop()
    return endurance


def main() -> None:
    """Run it, print what came of it, and write it down if asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.proof.endurance", description=__doc__)
    parser.add_argument("--agents", type=int, default=1_000)
    parser.add_argument("--hours", type=int, default=72)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the figures between their marks in this page")
    asked = parser.parse_args()
    began = read_steady()
    print(f"seed {asked.seed}", flush=True)
    with (
        tempfile.TemporaryDirectory(prefix="dialfloor-endurance-") as root,
        asyncio.Runner(loop_factory=loop_factory()) as runner,
    ):
        endurance = runner.run(_run(Path(root), asked, partial(print, flush=True)))
    minutes = (read_steady() - began) / 60_000_000
    bounds = bounds_of(endurance.hours)
    report(endurance.hours, bounds, asked, minutes)
    raise SystemExit(0 if all(bound.holds for bound in bounds) else 1)


if __name__ == "__main__":
    main()
