"""The CPU of one durable decision, without sockets: `python -m tests.bench.decision_cpu [ROUNDS]`.

A real engine with its journal, real protocols on fake transports. The loop's thread and the journal's are each
measured by their own CPU clock, so that a crowded machine shows nearly what a quiet one does. `callers` ask at once
and wait for their answers: one caller pays what a commit costs whatever it holds, 64 share it.
"""

import asyncio
import gc
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

import msgspec
import uvicorn
import uvloop
from uvicorn.server import ServerState

from app.api.direct import DirectProtocol
from app.api.server import Application
from app.bootstrap.engine import Engine
from app.bootstrap.serve import tune
from app.clock import SystemClock
from db.folder import Folder
from tests.bench.http_decisions import make_folder, request
from tests.bench.report import heading, say

CALLERS = 64
CONTACTS = 200_000
ROUNDS = 100
SERIES = 5


class _Transport(asyncio.Transport):
    """A client that hears at once. `heard` ends with the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: asyncio.Future[bytes] | None = None

    def get_extra_info(self, name: str, default: object = None) -> object:
        return {"peername": ("127.0.0.1", 5), "sockname": ("127.0.0.1", 6)}.get(name, default)

    def is_closing(self) -> bool:
        return False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self.heard is not None:
            self.heard.set_result(bytes(data))

    def close(self) -> None:
        """Nothing is behind it."""

    def pause_reading(self) -> None:
        """Nothing is read."""

    def resume_reading(self) -> None:
        """Nothing is read."""


class Caller:
    """One dialer's connection."""

    def __init__(self, application: Application, token: str) -> None:
        config = uvicorn.Config(
            application, http=DirectProtocol, lifespan="off", access_log=False, log_config=None, proxy_headers=False
        )
        config.load()
        self._protocol = DirectProtocol(config=config, server_state=ServerState(), app_state={})
        self._transport = _Transport()
        self._protocol.connection_made(self._transport)
        self._token = token

    def ask(self, body: str) -> asyncio.Future[bytes]:
        """Send a request; the future ends with its answer."""
        heard: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._transport.heard = heard
        self._protocol.data_received(request(self._token, body))
        return heard


class Cpu(NamedTuple):
    """Microseconds of one request: of the loop's thread, and of the journal's."""

    loop: float
    journal: float


async def answers(callers: list[Caller], bodies: list[str]) -> list[bytes]:
    """All ask at once."""
    return await asyncio.gather(*[caller.ask(body) for caller, body in zip(callers, bodies, strict=True)])


def journal_clock() -> int:
    """The CPU clock of the journal's thread."""
    thread = next(thread for thread in threading.enumerate() if thread.name == "journal")
    return time.pthread_getcpuclockid(thread.ident or 0)


async def cost(callers: list[Caller], bodies: list[str], rounds: int) -> Cpu:
    """What one request costs while these callers ask at once, again and again."""
    clock = journal_clock()
    await answers(callers, bodies)
    loop, journal = time.thread_time_ns(), time.clock_gettime_ns(clock)
    for _ in range(rounds):
        await answers(callers, bodies)
    loop, journal = time.thread_time_ns() - loop, time.clock_gettime_ns(clock) - journal
    requests = rounds * len(callers) * 1_000
    return Cpu(loop / requests, journal / requests)


def content(answer: bytes) -> dict[str, object]:
    """The body of an answer that must be good."""
    head, _, body = answer.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise SystemExit(answer.decode())
    return msgspec.json.decode(body, type=dict[str, object])


async def bodies_of(callers: list[Caller]) -> dict[str, list[str]]:
    """A session and a call for each caller, and what each will ask again and again."""
    started = [content(one) for one in await answers(callers, ['{"action":"start"}'] * len(callers))]
    sessions = [msgspec.convert(one["session"], dict[str, object])["id"] for one in started]
    dialing = [f'{{"action":"next-contact","sessionId":"{one}"}}' for one in sessions]
    placed = [content(one)["callId"] for one in await answers(callers, dialing)]
    reporting = [f'{{"action":"call-status","callId":"{one}","status":"answered"}}' for one in placed]
    return {"call-status": reporting, "next-contact": dialing}


async def measure(folder: Folder, tokens: list[str], rounds: int) -> None:
    """Print the table."""
    engine = Engine(folder, clock=SystemClock())
    callers = [Caller(engine.application, token) for token in tokens]
    bodies = await bodies_of(callers)
    tune()
    say(f"{'request':<14}{'callers':>8} {'loop us':>8} {'journal us':>11}  medians of {SERIES}")
    for name, asked in bodies.items():
        for some in (CALLERS, 8, 1):
            series = []
            for _ in range(SERIES):
                gc.collect()
                series.append(await cost(callers[:some], asked[:some], rounds if some > 1 else 4 * rounds))
            loop, journal = (statistics.median(part) for part in zip(*series, strict=True))
            say(f"{name:<14}{some:>8} {loop:>8.1f} {journal:>11.1f}")
    await engine.stop()


def main() -> None:
    """Measure in a folder of its own."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else ROUNDS
    heading("CPU of one durable decision, without sockets", "uvicorn", "uvloop", "httptools", "msgspec")
    with tempfile.TemporaryDirectory() as root, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        folder, tokens = make_folder(Path(root), users=CALLERS, contacts=CONTACTS)
        runner.run(measure(folder, tokens, rounds))


if __name__ == "__main__":
    main()
