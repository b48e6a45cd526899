"""Durable decisions over HTTP, against the same server answering a constant: `python -m tests.bench.http_decisions`.

`call-status` is the decision that the specification counts rows for: token, 60 a minute and 500 an hour, one synced
row, answer. `next-contact` does the same and hands out a contact: queue, call limits, four rows. The engine and the
constant server are processes of their own; the load comes from this one. They take turns, so that noise hits both.
The limits are raised so that every try is admitted: the most work a decision can be.
"""

import itertools
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import uvloop

from app.bootstrap.people import FolderPeople
from app.clock import read_wall
from app.engine.limits import LimitId
from app.engine.people import Role
from app.engine.value import Instant
from app.ids import new_id
from db.folder import Folder
from db.open import connect, prepare
from db.packing import pack
from tests.bench.load import Load, Request, load
from tests.bench.report import goal, heading, say

USERS = 512
CONTACTS = 400_000
SECONDS = 2.0
ROUNDS = 3
ROOM = 1_000_000
PACE = 2_000
PACED = 20


class Server:
    """A server process: its port, and the CPU it has taken."""

    def __init__(self, port: int, process: psutil.Process) -> None:
        self.port = port
        self._process = process

    def cpu_s(self) -> float:
        """Seconds of CPU, user and system, of all its threads."""
        times = self._process.cpu_times()
        return float(times.user + times.system)


@contextmanager
def server(command: list[str]) -> Iterator[Server]:
    """A server process, for as long as the block."""
    child = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    line = child.stdout.readline()
    try:
        yield Server(int(line.rsplit(":", 1)[1]), psutil.Process(child.pid))
    finally:
        child.terminate()
        child.wait()


def make_folder(root: Path, users: int = USERS, contacts: int = CONTACTS) -> tuple[Folder, list[str]]:
    """A folder with users, room in every limit, and contacts; returns the users' tokens."""
    folder = Folder(root)
    prepare(folder)
    now = read_wall()
    people = FolderPeople(folder.database)
    tenant = people.make_tenant("Bench", now)
    tokens = [people.make_token(tenant.id, f"user {n}", Role.DIALER, "bench", now).token for n in range(users)]
    people.close()
    connection = connect(folder.database)
    connection.execute("BEGIN")
    _make_room(connection, pack(tenant.id), now)
    _make_agents(connection)
    add_contacts(connection, pack(tenant.id), contacts, now)
    connection.execute("COMMIT")
    connection.close()
    return folder, tokens


def _make_room(connection: sqlite3.Connection, tenant: bytes, now: Instant) -> None:
    for number, limit_id in enumerate(LimitId, 1):
        amount = {LimitId.CALLS_GAP: 0, LimitId.SESSION_AGE: 28_800}.get(limit_id, ROOM)
        connection.execute(
            "INSERT INTO limit_revisions"
            " (revision, tenant_id, scope, scope_id, subject, field, before, after, by, reason, at)"
            " VALUES (?, ?, 'tenant', ?, 'Bench', ?, 'null', ?, 'bench', 'bench', ?)",
            (number, tenant, tenant, limit_id.value, f'{{"amount":{amount},"enforcement":"enforce"}}', now),
        )


def _make_agents(connection: sqlite3.Connection) -> None:
    """An agent for each user, patient enough that no ring timer falls into the bench: nobody reports its calls."""
    connection.execute(
        "INSERT INTO ai_agents (id, tenant_id, user_id, name, agent_type, status, configuration, created_at) SELECT"
        " randomblob(16), tenant_id, id, name, 'power_dialer', 'active', '{\"callTimeout\":600}', created_at FROM users"
    )


def add_contacts(connection: sqlite3.Connection, tenant: bytes, contacts: int, now: Instant) -> None:
    """Contacts of a tenant that nobody has called, each due now."""
    connection.executemany(
        "INSERT INTO contacts (id, tenant_id, campaign_id, list_id, first_name, last_name, phone, email, fields, state,"
        " rank, due_at, attempts) VALUES (?, ?, NULL, ?, 'Ana', ?, ?, NULL, '{}', 'open', 1, 0, 0)",
        ((pack(new_id(now + n)), tenant, bytes(16), f"Bench {n}", f"+1212{n:07d}") for n in range(contacts)),
    )


def request(token: str, body: str) -> Request:
    """One request of the dialer path, as bytes."""
    head = (
        "POST /functions/v1/power-dialer-controller HTTP/1.1\r\nHost: bench\r\n"
        f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode()


async def sessions(port: int, tokens: list[str]) -> list[Request]:
    """Start a session for each user; returns the `next-contact` of each."""
    import httpx

    asks: list[Request] = []
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        for token in tokens:
            answer = await client.post(
                "/functions/v1/power-dialer-controller",
                json={"action": "start"},
                headers={"Authorization": f"Bearer {token}"},
            )
            session_id = answer.json()["session"]["id"]
            asks.append(request(token, f'{{"action":"next-contact","sessionId":"{session_id}"}}'))
    return asks


async def calls(port: int, tokens: list[str], dialing: list[Request]) -> list[Request]:
    """Place a call for each user; returns a `call-status` of each, which writes the request and nothing more."""
    import httpx

    asks: list[Request] = []
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        for token, ask in zip(tokens, dialing, strict=True):
            headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
            body = ask.partition(b"\r\n\r\n")[2]
            answer = await client.post("/functions/v1/power-dialer-controller", content=body, headers=headers)
            call_id = answer.json()["callId"]
            report = f'{{"action":"call-status","callId":"{call_id}","status":"answered"}}'
            await client.post("/functions/v1/power-dialer-controller", content=report, headers=headers)
            asks.append(request(token, report))
    return asks


def spread(asks: list[Request], connections: int) -> list[Iterator[Request]]:
    """The users dealt to the connections, each going round."""
    return [itertools.cycle(asks[place::connections]) for place in range(connections)]


def synced_commit_us() -> float:
    """The median time of one synced SQLite commit of one row, in microseconds: the yardstick of one caller."""
    with tempfile.TemporaryDirectory() as root:
        connection = connect(Path(root) / "one.db")
        connection.execute("CREATE TABLE one (at INTEGER, what TEXT)")
        times = []
        for n in range(2_000):
            began = time.perf_counter()
            connection.execute("INSERT INTO one VALUES (?, 'x')", (n,))
            times.append(time.perf_counter() - began)
        connection.close()
    return statistics.median(times) * 1e6


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as root:
        folder, tokens = make_folder(Path(root))
        heading("Durable decisions over HTTP, against a constant", "uvicorn", "uvloop", "httptools", "msgspec")
        engine_command = ["-m", "app", "serve", "--data", str(folder.root), "--port", "0"]
        with server(engine_command) as engine, server(["-m", "tests.bench.constant_server"]) as constant:
            uvloop.run(_measure(engine, constant, tokens, folder))


async def _measure(engine: Server, constant: Server, tokens: list[str], folder: Folder) -> None:
    dialing = await sessions(engine.port, tokens)
    reporting = await calls(engine.port, tokens, dialing)
    say(
        f"{'request':<14}{'connections':>11} {'ours/s':>9} {'constant/s':>11} {'ratio':>6} {'us CPU':>7} {'const':>6}"
        f" {'p50 ms':>7} {'p99 ms':>7}  statuses"
    )
    ratios: dict[tuple[str, int], float] = {}
    for name, asks in (("call-status", reporting), ("next-contact", dialing)):
        for connections in (1, 32, 256):
            turn = await _turns(engine, constant, asks, connections)
            ratios[name, connections] = turn.ours.rate / turn.theirs.rate
            say(turn.row(name, connections))
            if connections == 1:
                commit = synced_commit_us()
                p50 = turn.ours.percentile_ms(50) * 1_000
                goal(
                    f"{name}, one caller: p50 {p50:.0f} us in synced commits of {commit:.0f} us",
                    p50 / commit,
                    3,
                    at_most=True,
                )
    goal("call-status, of the constant at 32 connections", ratios["call-status", 32], 0.45)
    goal("call-status, of the constant at 256 connections", ratios["call-status", 256], 0.6)
    steady = await load(engine.port, spread(dialing, PACED), SECONDS * 2, PACED / PACE)
    p50, p99 = steady.percentile_ms(50), steady.percentile_ms(99)
    say(f"next-contact at {steady.rate:,.0f}/s: p50 {p50:.2f} ms, p99 {p99:.2f} ms")
    goal(f"p99 in ms at {PACE:,} decisions/s", p99, 5, at_most=True)
    log = sqlite3.connect(folder.database)
    rows = log.execute("SELECT (SELECT count(*) FROM call_logs), (SELECT count(*) FROM api_rate_limits)").fetchone()
    log.close()
    say(f"in the log: {rows[0]:,} calls, {rows[1]:,} requests")


class Turn:
    """Ours and the constant in turn, with the CPU each took a request."""

    def __init__(self, ours: Load, theirs: Load, ours_us: float, theirs_us: float) -> None:
        self.ours = ours
        self.theirs = theirs
        self._ours_us = ours_us
        self._theirs_us = theirs_us

    def row(self, name: str, connections: int) -> str:
        """One line of the table."""
        ours, theirs = self.ours, self.theirs
        return (
            f"{name:<14}{connections:>11} {ours.rate:>9,.0f} {theirs.rate:>11,.0f} {ours.rate / theirs.rate:>6.2f}"
            f" {self._ours_us:>7.0f} {self._theirs_us:>6.0f}"
            f" {ours.percentile_ms(50):>7.2f} {ours.percentile_ms(99):>7.2f}  {ours.statuses}"
        )


async def _turns(engine: Server, constant: Server, asks: list[Request], connections: int) -> Turn:
    rounds: list[Turn] = []
    for _ in range(ROUNDS):
        ours, ours_us = await _timed(engine, asks, connections)
        theirs, theirs_us = await _timed(constant, asks, connections)
        rounds.append(Turn(ours, theirs, ours_us, theirs_us))
    return sorted(rounds, key=lambda turn: turn.ours.rate / turn.theirs.rate)[len(rounds) // 2]


async def _timed(server: Server, asks: list[Request], connections: int) -> tuple[Load, float]:
    before = server.cpu_s()
    measured = await load(server.port, spread(asks, connections), SECONDS)
    return measured, (server.cpu_s() - before) / sum(measured.statuses.values()) * 1e6


if __name__ == "__main__":
    main()
