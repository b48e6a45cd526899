"""Counting rows as the specification does, against our durable decision: `python -m tests.bench postgres_counts`.

The peer: two COUNTs over a user's last minute and last hour and one INSERT, asyncpg over a pool of connections, from
one asyncio program and without HTTP, on a PostgreSQL of the bench's own: its defaults, fsync on, an index on user and
time, tables empty at the start, which is PostgreSQL's best. It is not exact either: callers that count at once all see
room. Ours is `call-status`, once over HTTP against `dialfloor serve`, once in this process; exact, and one synced row.
Every try is admitted. Rounds are interleaved.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack
from itertools import cycle
from pathlib import Path
from uuid import UUID

import asyncpg
import uvloop

from app.clock import read_wall
from app.engine.value import Id
from app.ids import new_id
from tests.bench.http_decisions import Server, calls, make_folder, server, sessions, spread
from tests.bench.in_process import dialing, engine, rate, reporting
from tests.bench.load import load
from tests.bench.postgres_own import PORT, postgres, postgres_version
from tests.bench.report import goal, heading, say

SECONDS = 2.0
ROUNDS = 3
CALLERS = (1, 16, 256)
USERS = 512
CONTACTS = 2_000
POOL = 16
"""Connections. More make it slower here: each is a process of its own, on two cores."""
MOST = 1_000_000
TABLE = (
    "CREATE TABLE api_rate_limits (tenant_id uuid NOT NULL, user_id uuid NOT NULL, endpoint text NOT NULL,"
    " created_at timestamptz NOT NULL DEFAULT now());"
    " CREATE INDEX api_rate_limits_user ON api_rate_limits (user_id, created_at)"
)
COUNT = "SELECT count(*) FROM api_rate_limits WHERE user_id = $1 AND created_at > now() - interval '1 {}'"
INSERT = "INSERT INTO api_rate_limits (tenant_id, user_id, endpoint) VALUES ($1, $2, 'call-status')"


class Counts:
    """The specification's decision on a pool."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._tenant = _uuid()
        self._users = [_uuid() for _ in range(USERS)]

    async def decide(self, user: UUID, a_minute: int = MOST, an_hour: int = MOST) -> bool:
        """Two COUNTs, one INSERT: three round trips, as the edge function makes them."""
        async with self._pool.acquire() as connection:
            minute = await connection.fetchval(COUNT.format("minute"), user)
            hour = await connection.fetchval(COUNT.format("hour"), user)
            if minute >= a_minute or hour >= an_hour:
                return False
            await connection.execute(INSERT, self._tenant, user)
            return True

    async def rate(self, callers: int, seconds: float) -> float:
        """Decisions a second of so many callers."""
        until = time.perf_counter() + seconds

        async def call(mine: Iterator[UUID]) -> int:
            count = 0
            while time.perf_counter() < until:
                count += await self.decide(next(mine))
            return count

        began = time.perf_counter()
        counted = await asyncio.gather(*(call(cycle(self._users[place::callers])) for place in range(callers)))
        return sum(counted) / (time.perf_counter() - began)

    async def at_once(self) -> int:
        """How many of 256 that ask at once for one new user pass a limit of 60."""
        user = _uuid()
        return sum(await asyncio.gather(*(self.decide(user, 60, 500) for _ in range(256))))


def _uuid() -> UUID:
    made: Id = new_id(read_wall())
    return UUID(made)


def main() -> None:
    """Print the table."""
    heading("Two COUNTs and an INSERT on PostgreSQL, against ours", "asyncpg", "uvicorn", "uvloop", "msgspec")
    say(f"PostgreSQL {postgres_version()}, {POOL} connections")
    with ExitStack() as stack:
        socket = stack.enter_context(postgres())
        root = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        served, tokens = make_folder(root / "served", USERS, CONTACTS)
        command = ["-m", "app", "serve", "--data", str(served.root), "--port", "0"]
        uvloop.run(_measure(socket, stack.enter_context(server(command)), tokens, root / "own"))


async def _measure(socket: Path, served: Server, tokens: list[str], root: Path) -> None:
    over_http = await calls(served.port, tokens, await sessions(served.port, tokens))
    async with AsyncExitStack() as stack:
        pool = asyncpg.create_pool(
            host=str(socket), port=PORT, user="bench", database="postgres", min_size=POOL, max_size=POOL
        )
        await stack.enter_async_context(pool)
        await pool.execute(TABLE)
        folder, own_tokens = make_folder(root, USERS, CONTACTS)
        dialer = (await stack.enter_async_context(engine(folder))).application.dialer
        peer = Counts(pool)
        own = await reporting(dialer, own_tokens, await dialing(dialer, own_tokens))
        say(f"{'callers':>8}{'PostgreSQL/s':>14}{'ours, HTTP/s':>14}{'ratio':>8}{'in process/s':>14}{'ratio':>8}")
        rounds: list[tuple[float, float, float]] = []
        for callers in CALLERS:
            rounds.clear()
            for _ in range(ROUNDS):
                theirs = await peer.rate(callers, SECONDS)
                over = (await load(served.port, spread(over_http, callers), SECONDS)).rate
                rounds.append((theirs, over, await rate(dialer, own, callers, SECONDS)))
            say(_row(callers, rounds))
        goal("call-status over HTTP at 256 callers, in PostgreSQL's", _ratio(rounds, 1), 4)
        say(f"256 at once against a limit of 60, PostgreSQL's: {await peer.at_once()} pass")


def _row(callers: int, rounds: list[tuple[float, float, float]]) -> str:
    theirs, over, inside = (statistics.median(rates) for rates in zip(*rounds, strict=True))
    ratios = _ratio(rounds, 1), _ratio(rounds, 2)
    return f"{callers:>8}{theirs:>14,.0f}{over:>14,.0f}{ratios[0]:>7.2f}x{inside:>14,.0f}{ratios[1]:>7.2f}x"


def _ratio(rounds: list[tuple[float, float, float]], place: int) -> float:
    """The median of the rounds' own ratios to PostgreSQL."""
    return statistics.median(turn[place] / turn[0] for turn in rounds)


if __name__ == "__main__":
    main()
