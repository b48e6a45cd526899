"""A restart with a million rows inside the windows, against reading those rows with bare sqlite3.

`python -m tests.bench restart`. Half of the rows are API requests of the last hour, half are calls of the last seven
hours, over 2,000 users and agents.
What is timed is `db.rebuild.rebuild`: windows, sessions, open calls, limits. Both read a warm page cache, in turn.
"""

import gc
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.clock import read_wall
from app.engine.value import DAY, HOUR, MINUTE, Instant
from app.ids import new_id
from db.folder import Folder
from db.open import connect, prepare
from db.packing import pack
from db.rebuild import rebuild
from tests.bench.report import goal, heading, say

REQUESTS = 500_000
CALLS = 500_000
AGENTS = 2_000
ROUNDS = 3


def fill(folder: Folder, now: Instant, requests: int = REQUESTS, calls: int = CALLS) -> None:
    """A floor of 2,000 agents with live sessions and a million rows, in the order of time as a log has it."""
    chance = random.Random(1)
    connection = connect(folder.database)
    connection.execute("PRAGMA synchronous=OFF")
    tenant = pack(new_id(now - DAY))
    people = [(pack(new_id(now - DAY)), pack(new_id(now - DAY)), pack(new_id(now - 7 * HOUR))) for _ in range(AGENTS)]
    connection.execute("BEGIN")
    connection.execute("INSERT INTO tenants VALUES (?, 'Bench', NULL, 'UTC', '{}', ?)", (tenant, now - DAY))
    connection.executemany(
        "INSERT INTO ai_agents VALUES (?, ?, ?, 'agent', 'power_dialer', 'active', '{}', ?)",
        [(agent, tenant, user, now - DAY) for agent, user, _ in people],
    )
    connection.executemany(
        "INSERT INTO power_dialer_sessions VALUES"
        " (?, ?, ?, ?, NULL, 'power', 'active', ?, ?, NULL, NULL, NULL, 0, 0, 0, 0, ?)",
        [(session, tenant, agent, user, now - 7 * HOUR, now + HOUR, now) for agent, user, session in people],
    )
    instants = sorted(now - chance.randrange(HOUR) for _ in range(requests))
    connection.executemany(
        "INSERT INTO api_rate_limits (tenant_id, user_id, endpoint, created_at) VALUES (?, ?, 'next-contact', ?)",
        ((tenant, chance.choice(people)[1], at) for at in instants),
    )
    spans = (HOUR, 7 * HOUR)
    instants = sorted(now - chance.randrange(MINUTE, chance.choice(spans)) for _ in range(calls))
    connection.executemany(
        "INSERT INTO call_logs (id, tenant_id, session_id, contact_id, phone_number, status, created_at, agent_id,"
        " user_id, ended_at) VALUES (?, ?, ?, ?, '+12125550100', 'no_answer', ?, ?, ?, ?)",
        (
            (pack(new_id(at)), tenant, session, bytes(16), at, agent, user, at + 20_000_000)
            for at, (agent, user, session) in ((at, chance.choice(people)) for at in instants)
        ),
    )
    connection.execute("COMMIT")
    connection.close()


def bare(connection: sqlite3.Connection) -> int:
    """Read every row of both tables whole, as a program without a floor would."""
    rows = connection.execute("SELECT tenant_id, user_id, endpoint, created_at FROM api_rate_limits").fetchall()
    calls = connection.execute(
        "SELECT id, tenant_id, session_id, contact_id, agent_id, user_id, phone_number, status, disposition, duration,"
        " recording_url, created_at, answered_at, ended_at FROM call_logs"
    ).fetchall()
    return len(rows) + len(calls)


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes, garbage of the round before not counted."""
    gc.collect()
    began = time.perf_counter()
    result = work()
    took = time.perf_counter() - began
    del result
    return took


def main() -> None:
    """Print the ratio."""
    heading("A restart with 1,000,000 rows inside the windows, against reading them with bare sqlite3")
    with tempfile.TemporaryDirectory() as root:
        folder = Folder(Path(root))
        prepare(folder)
        now = read_wall()
        fill(folder, now)
        connection = connect(folder.database, read_only=True)
        bare(connection)
        pairs = [(timed(lambda: rebuild(connection, now)), timed(lambda: bare(connection))) for _ in range(ROUNDS)]
        connection.close()
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    say(f"ours {ours:.2f} s, bare sqlite3 {theirs:.2f} s")
    goal("a restart in readings of its rows", ours / theirs, 3, at_most=True)


if __name__ == "__main__":
    main()
