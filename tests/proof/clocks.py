"""The wall clock set by an hour and by a day, both ways, under the engine and between two lives of it; summer time."""

import time
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise

from tests.e2e.serving import run_cli
from tests.proof.callers import Load
from tests.proof.floor_under_fault import FloorUnderFault, floor_under_fault, run_cli_under
from tests.proof.ledger import open_log
from tests.proof.outcome import Round
from tests.proof.shim import Shim
from tests.proof.site import Made, Site, demand, wait

HOUR_S, DAY_S = 3_600, 86_400
STEPS = (-HOUR_S, HOUR_S, -DAY_S, DAY_S)
TOLERANCE_S = 5.0
PATIENCE_S = 30.0
LEAD_S = 16.0
"""How long before the change an engine starts: on a busy machine that takes seconds."""
EACH_SECOND = ("expire-sessions", "close-lost-calls", "flush-refusals", "checkpoint")
ZONE = "America/New_York"
SUMMER_ENDS = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)
SUMMER_BEGINS = datetime(2027, 3, 14, 7, 0, tzinfo=UTC)


def wall(made: Made, turn: Round) -> None:
    """Each step in turn: the engine's time goes on evenly, no window opens or closes for it, and the jobs still run."""
    with floor_under_fault(made, turn) as floor:
        for step in STEPS:
            _step(floor, made, step)
        floor.shim.wall(DAY_S)
        looked = run_cli_under(floor, "doctor", "--data", str(floor.site.data))
        demand("wall clock was moved" in " ".join(looked.stdout.split()), f"doctor does not see it:\n{looked.stdout}")
        floor.shim.wall(0)
    _between_two_lives(made, turn)


def _step(floor: FloorUnderFault, made: Made, step: float) -> None:
    before, began = floor.watcher.now_us(), time.monotonic()
    floor.shim.wall(step)
    floor.goes_on(40)
    _jobs_go_on(floor, made, step)
    demand(floor.watcher.until("Live") >= 0, f"the wall moved by {step} s, and the badge says {floor.watcher.badge()}")
    moved = (floor.watcher.now_us() - before) / 1e6 - (time.monotonic() - began)
    demand(abs(moved) < TOLERANCE_S, f"the wall moved by {step} s, and the engine's time by {moved:.1f} s more")


def _jobs_go_on(floor: FloorUnderFault, made: Made, step: float) -> None:
    """Each of the jobs that come every second has come twice since the wall moved."""
    for _ in range(2):
        moved_at = datetime.fromisoformat(floor.site.get("/v1/jobs", made.admin).json()["now"])
        ends, silent = time.monotonic() + PATIENCE_S, list(EACH_SECOND)
        while silent and time.monotonic() < ends:
            wait(0.2)
            jobs = floor.site.get("/v1/jobs", made.admin).json()["jobs"]
            ended = {job["name"]: datetime.fromisoformat(job["lastEndedAt"]) for job in jobs if job["lastEndedAt"]}
            silent = [name for name in EACH_SECOND if name not in ended or ended[name] <= moved_at]
        demand(not silent, f"the wall moved by {step} s, and {', '.join(silent)} did not run for {PATIENCE_S:.0f} s")


def _between_two_lives(made: Made, turn: Round) -> None:
    """Restarted with another wall clock, in the same boot, an engine's hour is still the same hour."""
    site = Site(made, turn.place / "restarted", turn.seed)
    with closing(Shim(site.place, site.data)) as shim, Load(site.address, made.tokens, turn.seed, 0.01) as load:
        for step in (0, *STEPS):
            shim.wall(step)
            with site.engine(shim.environment) as engine:
                demand(load.until(len(load.told().acks) + 60), f"no calls with the wall off by {step} s")
                engine.kill()
        load.stop()
    found = site.check(load.told().acks)
    turn.outcome.take(turn.seed, found, load.told())
    with closing(open_log(site.data)) as log:
        instants = [row[0] for row in log.execute("SELECT created_at FROM api_rate_limits ORDER BY number")]
    demand(all(new >= old for old, new in pairwise(instants)), "the log's time went back")
    demand(instants[-1] - instants[0] < HOUR_S * 1e6, "the log's time jumped with the wall")


def summer_time(made: Made, turn: Round) -> None:
    """A machine in New York at the instant when its clocks go back or forward: the log's time is even, limits hold."""
    change = SUMMER_ENDS if turn.number % 2 else SUMMER_BEGINS
    site = Site(made, turn.place, turn.seed)
    with closing(open_log(site.data)) as log:
        # As on a machine that has just been started: the wall is all there is.
        log.execute("UPDATE clock_anchors SET boot_id = 'an earlier boot'")
        last = log.execute("SELECT max(created_at) FROM api_rate_limits").fetchone()[0] / 1e6
    at = change.timestamp() if change.timestamp() > last else _next_year(change)
    ahead = at - LEAD_S - time.time()
    environment = {"TZ": ZONE}
    with closing(Shim(turn.place, site.data)) as shim, Load(site.address, made.tokens, turn.seed, 0.01) as load:
        shim.wall(ahead)
        with site.engine({**shim.environment, **environment}) as engine:
            load.until(1_000_000, LEAD_S + 6)
            load.stop()
            jobs = site.get("/v1/jobs", made.admin).json()
            demand(engine.stop() == 0, "it does not stop cleanly")
    with closing(open_log(site.data)) as log:
        query = "SELECT created_at FROM api_rate_limits WHERE created_at > ? ORDER BY number"
        instants = [row[0] / 1e6 for row in log.execute(query, (last * 1e6,))]
    demand(all(0 <= new - old < 10 for old, new in pairwise(instants)), "the log's time is not even over the change")
    demand(instants[0] < at < instants[-1], f"no calls on both sides of {at}: {instants[0]} to {instants[-1]}")
    demand(jobs["jobs"][0]["lastEndedAt"] is not None, "no job ran over the change")
    exported = run_cli("verify", "--data", str(site.data))
    demand(exported.returncode == 0, exported.stderr)
    turn.outcome.take(turn.seed, site.check(load.told().acks, verified=False), load.told())


def _next_year(change: datetime) -> float:
    """When the clocks of New York change alike in a year to come: the first Sunday of November, the second of March."""
    year, first = change.year + 1, 1 if change.month == 11 else 8
    days = (day for day in range(first, first + 7) if datetime(year, change.month, day, tzinfo=UTC).weekday() == 6)
    return datetime(year, change.month, next(days), change.hour, tzinfo=UTC).timestamp()
