"""What most faults share: an engine under the shim, callers, a window; after it the check of all that was promised."""

import os
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

from tests.e2e.serving import Serving, run_cli
from tests.proof.callers import Load
from tests.proof.ledger import HOUR, open_log
from tests.proof.outcome import Round
from tests.proof.shim import Shim
from tests.proof.site import FAST, Made, Site, demand, wait
from tests.proof.watcher import Watcher


@dataclass(slots=True, kw_only=True)
class FloorUnderFault:
    """The parts, while the engine runs."""

    site: Site
    shim: Shim
    engine: Serving
    load: Load
    watcher: Watcher

    def acks(self) -> int:
        """How many answers were acknowledged so far."""
        return sum(len(caller.told.acks) for caller in self.load.callers)

    def statuses(self) -> Counter[int]:
        """Answers so far, by status."""
        return self.load.told().statuses

    def goes_on(self, more: int = 20, patience_s: float = 20.0) -> None:
        """Calls are acknowledged again, or still."""
        demand(self.load.until(self.acks() + more, patience_s), f"decisions do not go on: {self.statuses()}")


@contextmanager
def floor_under_fault(
    made: Made, turn: Round, pause_s: float = 0.01, site: Site | None = None
) -> Iterator[FloorUnderFault]:
    """A floor in full flight; when the block ends the engine is stopped, and its log checked.

    `site` is another folder than a fresh copy, as on a disk of its own.
    """
    site = site or Site(made, turn.place, turn.seed)
    with ExitStack() as open_parts:
        shim = open_parts.enter_context(closing(Shim(turn.place, site.data)))
        engine = open_parts.enter_context(site.engine(shim.environment))
        load = open_parts.enter_context(Load(site.address, made.tokens, turn.seed, pause_s))
        watcher = open_parts.enter_context(Watcher(site.address, made.supervisor))
        floor = FloorUnderFault(site=site, shim=shim, engine=engine, load=load, watcher=watcher)
        demand(watcher.until("Live") >= 0, "the window is not Live at the start")
        floor.goes_on()
        yield floor
        load.stop()
        agree_on_calls(floor)
        demand(engine.process.poll() is None, f"the engine has ended: {engine.said()}")
        engine.kill() if turn.number % 2 else demand(engine.stop() == 0, "the engine does not stop cleanly")
        said = engine.said()
    demand("Traceback" not in said, f"the engine said: {said[-2_000:]}")
    turn.outcome.take(turn.seed, site.check(load.told().acks), load.told())


def agree_on_calls(floor: FloorUnderFault) -> None:
    """The window shows of each agent as many calls of the last hour as the log has."""
    demand(floor.watcher.until("Live") >= 0, f"the badge says {floor.watcher.badge()} at the end")
    shown: dict[str, int] = {}
    logged: dict[str, int] = {"": 0}
    ends = time.monotonic() + 60
    while shown != logged and time.monotonic() < ends:
        wait(0.3)
        logged = _calls_of_the_hour(floor)
        shown = {name: floor.watcher.calls_hour(name) for name in logged}
    demand(shown == logged, f"the window shows {shown}, the log has {logged}")


def _calls_of_the_hour(floor: FloorUnderFault) -> dict[str, int]:
    query = (
        "SELECT a.name, count(*) FROM call_logs c JOIN ai_agents a ON a.id = c.agent_id"
        " JOIN tenants t ON t.id = a.tenant_id WHERE t.name = ? AND c.created_at > ? AND c.given_back_at IS NULL"
        " GROUP BY a.id"
    )
    with closing(open_log(floor.site.data)) as log:
        return dict(log.execute(query, (FAST, floor.watcher.now_us() - HOUR)).fetchall())


def run_cli_under(floor: FloorUnderFault, *words: str) -> subprocess.CompletedProcess[str]:
    """A command that has the same disk under it."""
    before = dict(os.environ)
    os.environ.update(floor.shim.environment)
    try:
        return run_cli(*words)
    finally:
        os.environ.clear()
        os.environ.update(before)
