"""What the gate measures: the cheap ones, each the ratios of rounds in which ours and its yardstick took turns.

The clock would count the neighbours too, so it is the CPU of a thread or of a server that counts.
"""

import functools
import gc
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import uvloop

from app.clock import read_wall
from db.folder import Folder
from db.open import connect, prepare
from db.rebuild import rebuild
from tests.bench import decisions, export_rows, http_decisions, restart
from tests.bench.full_window import FullWindow
from tests.bench.gate import Measure
from tests.bench.load import Request, load

ROUNDS = 7
TRIES = 50_000
ROWS = 60_000
EXPORTED = 200_000
USERS = 64
SERVED_ROUNDS = 3
SECONDS = 1.0


def own_time(work: Callable[[], object]) -> float:
    """Seconds of the thread's own, garbage of the round before not counted."""
    gc.collect()
    began = time.thread_time()
    result = work()
    took = time.thread_time() - began
    del result
    return took


def of_rate(yardstick: str) -> Measure:
    """Tries a second of ours in those of a yardstick of `decisions`."""

    def measure() -> Sequence[float]:
        keys, theirs = decisions.tries()[:TRIES], dict(decisions.PASSES)[yardstick]
        return [own_time(lambda: theirs(keys)) / own_time(lambda: decisions.ours(keys)) for _ in range(ROUNDS)]

    return measure


def full_window() -> Sequence[float]:
    """Decisions a second over a window of a million calls, in those over one of a hundred."""
    few, many = FullWindow(100), FullWindow(1_000_000)
    few.rate()
    many.rate()
    return [many.rate() / few.rate() for _ in range(ROUNDS)]


def restarts() -> Sequence[float]:
    """Seconds of a restart in those that bare sqlite3 takes to read the same rows."""
    with tempfile.TemporaryDirectory() as root:
        folder, now = Folder(Path(root)), read_wall()
        prepare(folder)
        restart.fill(folder, now, ROWS, ROWS)
        connection = connect(folder.database, read_only=True)
        restart.bare(connection)
        ratios = [
            own_time(lambda: rebuild(connection, now)) / own_time(lambda: restart.bare(connection))
            for _ in range(ROUNDS)
        ]
        connection.close()
    return ratios


def exports() -> Sequence[float]:
    """The CPU of the sqlite3 shell's CSV in that of our command, their starts included."""
    ratios = []
    with tempfile.TemporaryDirectory() as root:
        folder, out = Folder(Path(root) / "floor"), Path(root) / "out.csv"
        http_decisions.make_folder(folder.root, users=0, contacts=100)
        export_rows.fill(folder, EXPORTED)
        for _ in range(SERVED_ROUNDS):
            with export_rows.Watch() as ours:
                export_rows.ours(folder, out)
            with export_rows.Watch() as theirs:
                export_rows.theirs(folder, out)
            ratios.append(theirs.cpu / ours.cpu)
    return ratios


def served(action: str) -> Measure:
    """CPU of the server for a durable decision, in that for the constant, at 32 connections."""
    return lambda: _served()[action]


@functools.cache
def _served() -> Mapping[str, Sequence[float]]:
    with tempfile.TemporaryDirectory() as root:
        folder, tokens = http_decisions.make_folder(Path(root), users=USERS, contacts=100_000)
        command = ["-m", "app", "serve", "--data", str(folder.root), "--port", "0"]
        with (
            http_decisions.server(command) as engine,
            http_decisions.server(["-m", "tests.bench.constant_server"]) as constant,
        ):
            return uvloop.run(_serve(engine, constant, tokens))


async def _serve(
    engine: http_decisions.Server, constant: http_decisions.Server, tokens: list[str]
) -> Mapping[str, Sequence[float]]:
    dialing = await http_decisions.sessions(engine.port, tokens)
    reporting = await http_decisions.calls(engine.port, tokens, dialing)
    ratios: dict[str, list[float]] = {"call-status": [], "next-contact": []}
    for _ in range(SERVED_ROUNDS):
        yardstick = await _cpu(constant, reporting)
        for action, asks in (("call-status", reporting), ("next-contact", dialing)):
            ratios[action].append(await _cpu(engine, asks) / yardstick)
    return ratios


async def _cpu(server: http_decisions.Server, asks: list[Request]) -> float:
    before = server.cpu_s()
    measured = await load(server.port, http_decisions.spread(asks, 32), SECONDS)
    return (server.cpu_s() - before) / sum(measured.statuses.values())


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "decisions in limits": of_rate("limits, cleaner off"),
        "decisions in pyrate-limiter": of_rate("pyrate-limiter"),
        "decisions in throttled-py": of_rate("throttled-py, GCRA"),
        "decisions in a bare deque": of_rate("bare deque"),
        "decisions, a full window in a short one": full_window,
        "restart in bare sqlite3": restarts,
        "export in the sqlite3 shell": exports,
        "call-status in the constant": served("call-status"),
        "next-contact in the constant": served("next-contact"),
    }
)
