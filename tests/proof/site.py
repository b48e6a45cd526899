"""A folder with two tenants, made once and copied for each fault; the engine on it, and how the log is checked."""

import contextlib
import random
import shutil
import socket
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.e2e.serving import Serving, make_token, run_cli, started
from tests.proof.ledger import Ack, Bounds, Found, lost_of, open_log, passed_of

FAST, STRICT = "Acme", "Borough"
BOUNDS = {
    FAST: Bounds(api_minute=100_000, api_hour=1_000_000, calls_hour=2_000, calls_day=100_000, gap_s=0, sessions=20),
    STRICT: Bounds(api_minute=60, api_hour=500, calls_hour=30, calls_day=800, gap_s=2, sessions=5),
}
"""What the folder's admins set: one floor that is never refused for long, one that always runs into its limits."""

DIALERS = {FAST: 4, STRICT: 3}
CONTACTS = 20_000


class ProofFailed(AssertionError):
    """Something that must hold under the fault did not; the message says what, with the seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The folder to copy, the dialers' tokens, and those of the two tenants' supervisors."""

    data: Path
    tokens: Sequence[str]
    supervisor: str
    admin: str


def make(place: Path) -> Made:
    """The folder of both tenants, with agents, limits and contacts; takes some seconds."""
    data = place / "made"
    tokens = [
        make_token(data, f"{tenant} dialer {number}", tenant=tenant)
        for tenant, count in DIALERS.items()
        for number in range(count)
    ]
    admins = {tenant: make_token(data, f"{tenant} admin", "admin", tenant) for tenant in DIALERS}
    for tenant in DIALERS:
        lead = place / f"{tenant}.csv"
        first = 0 if tenant == FAST else 900_000
        rows = (f"Person {first + one},+1212{5_000_000 + first + one}" for one in range(CONTACTS))
        lead.write_text("\n".join(["First Name,Phone", *rows]) + "\n", encoding="utf-8")
        done = run_cli("contacts", "import", str(lead), "--data", str(data), "--tenant", tenant)
        assert done.returncode == 0, done.stderr
    with Serving(data) as engine:
        for tenant, admin in admins.items():
            with engine.client(admin) as client:
                _set_limits(client, tenant)
                for token in tokens[: DIALERS[FAST]] if tenant == FAST else tokens[DIALERS[FAST] :]:
                    with engine.client(token) as dialer:
                        started(dialer)
                _no_gap(client) if tenant == FAST else None
    supervisor = make_token(data, "sam", "supervisor", FAST)
    return Made(data=data, tokens=tokens, supervisor=supervisor, admin=admins[FAST])


def _set_limits(client: httpx.Client, tenant: str) -> None:
    bound = BOUNDS[tenant]
    wanted = {"calls.hour": bound.calls_hour}
    if tenant == FAST:
        wanted |= {"api.minute": bound.api_minute, "api.hour": bound.api_hour, "calls.day": bound.calls_day}
        wanted |= {"sessions.active": bound.sessions, "calls.gap": 0}
    own = client.get("/v1/me").json()["tenantId"]
    for limit, amount in wanted.items():
        edit = {"expectedRevision": 0, "reason": "proof", "amount": amount}
        answer = client.put(f"/v1/limits/tenant/{own}/{limit}", json=edit)
        assert answer.status_code == 200, answer.text


def _no_gap(client: httpx.Client) -> None:
    for agent in client.get("/v1/floor").json()["agents"]:
        change = {"expectedRevision": agent["revision"], "reason": "proof", "autoDialDelay": 0}
        assert client.patch(f"/v1/agents/{agent['id']}", json=change).status_code == 200


class Site:
    """One copy of the folder for one fault, on a port of its own so that callers find the next engine too."""

    def __init__(self, made: Made, place: Path, seed: str) -> None:
        self.made = made
        self.place = place
        place.mkdir(exist_ok=True)
        self.data = place / "floor"
        self.seed = seed
        self.dice = random.Random(seed)
        shutil.copytree(made.data, self.data)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def engine(self, environment: Mapping[str, str] | None = None, *options: str) -> Serving:
        """The real engine on this folder; use it in a `with` block."""
        return Serving(self.data, "--port", str(self.port), *options, environment=environment)

    def check(self, acks: Sequence[Ack], *, verified: bool = True) -> Found:
        """What the folder holds of what was promised, and of its limits; the engine must not run."""
        return check_folder(self.data, acks, verified=verified)

    def get(self, path: str, token: str = "") -> httpx.Response:
        """Ask the engine for a page of `/v1`."""
        headers = {"Authorization": f"Bearer {token or self.made.supervisor}"}
        return httpx.get(f"{self.address}{path}", headers=headers, timeout=30, trust_env=False)


def check_folder(data: Path, acks: Sequence[Ack], *, verified: bool = True) -> Found:
    """The independent scan of a folder's log, and `dialfloor verify` as well."""
    found = Found(acknowledged=len(acks))
    with contextlib.closing(open_log(data)) as log:
        try:
            found.lost = lost_of(log, acks)
            found.passed = passed_of(log, BOUNDS)
        except sqlite3.DatabaseError as fault:
            found.lost = [f"the log cannot be read: {fault}"]
    if verified:
        done = run_cli("verify", "--data", str(data))
        if done.returncode:
            found.passed.append(f"dialfloor verify says: {done.stderr.strip()}")
    return found


def wait(seconds: float) -> None:
    """Real time passes: nothing but the machine's clock can bring about what is awaited."""
    threading.Event().wait(seconds)


def demand(holds: object, sentence: str) -> None:
    """Raises `ProofFailed` unless it holds."""
    if not holds:
        raise ProofFailed(sentence)
