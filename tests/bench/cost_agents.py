"""What a larger floor costs: `python -m tests.bench cost_agents`, 100,000 agents; `-m tests.bench.cost_agents 10000`.

Each size is a process of its own, so that memory is its own: an engine on this loop over a floor of which each agent is
in a session with calls and requests of the last hour behind it. Asked are a decision in memory, the start, the feed's
snapshot, and durable decisions by 256 of the agents. All of it is CPU, so that others on the machine change little.
"""

import gc
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import psutil
import uvloop

from app.bootstrap.engine import Engine
from app.engine.usage import CallTry
from app.engine.verdict import Admitted
from db.folder import Folder
from tests.bench.cost_log import Dialers
from tests.bench.crowd import make_crowd
from tests.bench.decisions import CALLS_DAY, CALLS_HOUR
from tests.bench.http_decisions import ROOM
from tests.bench.in_process import engine
from tests.bench.report import heading, say

SIZES = (10, 100, 1_000, 10_000, 100_000)
TRIES = 100_000
LAPS = 7
SNAPSHOTS = 5


class Costs(msgspec.Struct, frozen=True, kw_only=True):
    """At one size: decisions a second of CPU, seconds, megabytes, milliseconds."""

    agents: int
    in_memory: float
    start_s: float
    engine_mb: float
    snapshot_mb: float
    snapshot_ms: float
    call_status: float
    next_contact: float


async def _costs(folder: Folder, tokens: list[str], agents: int) -> Costs:
    dialers = Dialers(folder, tokens)
    before, began = _resident_mb(), time.process_time()
    async with engine(folder, dialers.clock) as made:
        start_s, engine_mb = time.process_time() - began, _resident_mb() - before
        dialer = made.application.dialer
        await dialers.sit_down(dialer)
        gc.collect()
        gc.freeze()
        reports = [await dialers.lap(dialer, dialers.reporting * 4) for _ in range(LAPS)]
        dials = [await dialers.lap(dialer, dialers.dialing) for _ in range(LAPS)]
        snapshots = [_snapshot(made) for _ in range(SNAPSHOTS)]
        return Costs(
            agents=agents,
            in_memory=statistics.median(_in_memory(made) for _ in range(3)),
            start_s=start_s,
            engine_mb=engine_mb,
            snapshot_mb=snapshots[0][0],
            snapshot_ms=statistics.median(ms for _, ms in snapshots),
            call_status=statistics.median(reports),
            next_contact=statistics.median(dials),
        )


def _snapshot(made: Engine) -> tuple[float, float]:
    """Megabytes of the feed's first message, and milliseconds to make it: what a window's arrival costs the loop."""
    [tenant_id] = made.floor.tenants
    began = time.thread_time()
    message = msgspec.json.encode(made.hub.snapshot(tenant_id, made.clock.now()))
    return len(message) / 1e6, (time.thread_time() - began) * 1e3


def _in_memory(made: Engine) -> float:
    """Calls reserved in memory, of all agents at random, a second."""
    hour, day = (msgspec.structs.replace(limit, amount=ROOM) for limit in (CALLS_HOUR, CALLS_DAY))
    now, dice = made.clock.now(), random.Random(2)
    everyone = [(session.agent_id, session.id) for session in made.floor.sessions.values()]
    asked = [
        CallTry(agent_id=agent_id, session_id=session_id, hour=hour, day=day)
        for agent_id, session_id in dice.choices(everyone, k=TRIES)
    ]
    reserve, admitted = made.floor.ports.usage.reserve_calls, 0
    began = time.thread_time()
    for attempt in asked:
        admitted += type(reserve(attempt, now)) is Admitted
    took = time.thread_time() - began
    assert admitted == TRIES
    return TRIES / took


def _resident_mb() -> float:
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 1e6


def measured(agents: int) -> Costs:
    """One size, in a child."""
    command = [sys.executable, "-m", "tests.bench.cost_agents", "--child", str(agents)]
    with tempfile.TemporaryDirectory(prefix="dialfloor-crowd-") as root:
        folder, tokens = make_crowd(Path(root), agents)
        done = subprocess.run(
            [*command, str(folder.root)], input="\n".join(tokens), check=True, stdout=subprocess.PIPE, text=True
        )
    return msgspec.json.decode(done.stdout, type=Costs)


def _child(agents: int, root: Path) -> None:
    made = uvloop.run(_costs(Folder(root), sys.stdin.read().split(), agents))
    sys.stdout.write(msgspec.json.encode(made).decode())


def main(most: int = SIZES[-1]) -> None:
    """Print the table, a row as soon as it is known."""
    heading(f"A floor of up to {most:,} agents; CPU", "uvloop", "msgspec")
    say(
        f"{'agents':>9}{'in memory/s':>13}{'call-status/s':>15}{'next-contact/s':>16}{'start s':>9}{'kB an agent':>13}"
        f"{'snapshot kB':>13}{'ms':>8}{'bytes an agent':>16}"
    )
    least: Costs | None = None
    for agents in (size for size in SIZES if size <= most):
        one = measured(agents)
        least = least or one
        more = agents - least.agents
        each = f"{(one.engine_mb - least.engine_mb) * 1e3 / more:.1f}" if more else "-"
        say(
            f"{agents:>9,}{one.in_memory:>13,.0f}{one.call_status:>15,.0f}{one.next_contact:>16,.0f}{one.start_s:>9.2f}"
            f"{each:>13}{one.snapshot_mb * 1e3:>13,.0f}{one.snapshot_ms:>8.1f}{one.snapshot_mb * 1e6 / agents:>16,.0f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _child(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1])
