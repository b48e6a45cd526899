"""What a user would build instead, over HTTP: FastAPI and slowapi on Redis. `python -m tests.bench http_peers`.

Both limits, 60 a minute and 500 an hour, one process, uvicorn with uvloop and httptools on either side; the Redis is
the bench's own, on a unix socket. Twice: as it comes (fixed windows, no headers, a Redis that syncs nothing), and with
the nearest to our promises (moving windows, headers that say what is left, a Redis that syncs every write). Ours checks
its token, decides exactly and syncs a row a request; `next-contact` also takes a contact and writes four rows. Every
try is admitted on both sides: ours has its amounts raised, since it answers more in two seconds than its users may ask
in a minute; the peer keeps its own, and forgets between turns. Rounds are interleaved.
"""

import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import uvloop
from redis import Redis

from tests.bench.http_decisions import Server, calls, make_folder, server, sessions, spread
from tests.bench.load import Load, Request, load
from tests.bench.redis_own import SYNCED, redis, redis_version
from tests.bench.report import heading, say

SECONDS = 2.0
ROUNDS = 3
CONNECTIONS = (1, 32, 256)
CONTACTS = 200_000


class Turn(NamedTuple):
    """One server under one load: answers a second, microseconds of its CPU for each, the load."""

    rate: float
    cpu_us: float
    load: Load


class Contender(NamedTuple):
    """Who answers what; `forget` is the Redis to be emptied before each turn."""

    name: str
    server: Server
    asks: list[Request]
    forget: Path | None = None

    async def turn(self, connections: int) -> Turn:
        """Two seconds of it."""
        if self.forget is not None:
            with Redis(unix_socket_path=str(self.forget)) as client:
                client.flushall()
        before = self.server.cpu_s()
        measured = await load(self.server.port, spread(self.asks, connections), SECONDS)
        answers = sum(measured.statuses.values())
        return Turn(measured.rate, (self.server.cpu_s() - before) / answers * 1e6, measured)


def main() -> None:
    """Print the table."""
    heading("FastAPI and slowapi on Redis, against ours", "fastapi", "slowapi", "limits", "redis", "uvicorn", "uvloop")
    say(f"redis-server {redis_version()}")
    with ExitStack() as stack:
        root = stack.enter_context(tempfile.TemporaryDirectory())
        folder, tokens = make_folder(Path(root), contacts=CONTACTS)
        engine = stack.enter_context(server(["-m", "app", "serve", "--data", str(folder.root), "--port", "0"]))
        sockets = [stack.enter_context(redis(*options)) for options in ((), SYNCED)]
        peers = [
            stack.enter_context(server(["-m", "tests.bench.slowapi_server", str(socket), promise]))
            for socket, promise in zip(sockets, ("as-it-comes", "same-promise"), strict=True)
        ]
        uvloop.run(_measure(engine, tokens, peers, sockets))


async def _measure(engine: Server, tokens: list[str], peers: list[Server], sockets: list[Path]) -> None:
    dialing = await sessions(engine.port, tokens)
    reporting = await calls(engine.port, tokens, dialing)
    contenders = (
        Contender("call-status", engine, reporting),
        Contender("next-contact", engine, dialing),
        Contender("slowapi, as it comes", peers[0], reporting, sockets[0]),
        Contender("slowapi, same promise", peers[1], reporting, sockets[1]),
    )
    say(
        f"{'':24}{'connections':>12}{'a second':>10}{'us CPU':>8}{'p50 ms':>9}{'p99 ms':>9}"
        f"{'as it comes':>13}{'same promise':>14}  statuses"
    )
    for connections in CONNECTIONS:
        rounds = [[await one.turn(connections) for one in contenders] for _ in range(ROUNDS)]
        for place, one in enumerate(contenders):
            say(_row(one.name, connections, place, rounds))


def _row(name: str, connections: int, place: int, rounds: list[list[Turn]]) -> str:
    """One line: the middle round, and how many times the peers' rate it is."""
    middle = sorted((turns[place] for turns in rounds), key=lambda turn: turn.rate)[len(rounds) // 2]
    statuses: dict[int, int] = {}
    for turns in rounds:
        for status, count in turns[place].load.statuses.items():
            statuses[status] = statuses.get(status, 0) + count
    ratios = f"{_ratio(rounds, place, 2):12.2f}x{_ratio(rounds, place, 3):13.2f}x" if place < 2 else " " * 27
    return (
        f"{name:24}{connections:>12}{middle.rate:>10,.0f}{middle.cpu_us:>8.0f}{middle.load.percentile_ms(50):>9.2f}"
        f"{middle.load.percentile_ms(99):>9.2f}{ratios}  {statuses}"
    )


def _ratio(rounds: list[list[Turn]], ours: int, theirs: int) -> float:
    """The median of the rounds' own ratios."""
    return statistics.median(turns[ours].rate / turns[theirs].rate for turns in rounds)


if __name__ == "__main__":
    main()
