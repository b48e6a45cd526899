"""`dialfloor serve` as a real process on a folder, and real HTTP to it."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import httpx

from app.bootstrap.people import FolderPeople
from app.clock import read_wall
from app.engine.people import Role
from db.folder import Folder
from db.open import prepare

PATH = "/functions/v1/power-dialer-controller"
PROGRAM = (sys.executable, "-m", "app")
STOP_SECONDS = 30.0


def run_cli(*words: str) -> subprocess.CompletedProcess[str]:
    """One command, to its end."""
    return subprocess.run([*PROGRAM, *words], capture_output=True, text=True, timeout=60, check=False)


def make_token(data: Path, user: str, role: str = "dialer", tenant: str = "Acme") -> str:
    """A token, as `dialfloor token create` makes it, without the second that a process takes."""
    folder = Folder(data)
    if not folder.database.exists():
        prepare(folder)
    people = FolderPeople(folder.database)
    try:
        owner = people.make_tenant(tenant, read_wall())
        return people.make_token(owner.id, user, Role(role), "test", read_wall()).token
    finally:
        people.close()


def import_contacts(data: Path, file: Path, count: int, *more: str, first: int = 0) -> None:
    """`dialfloor contacts import` of numbered contacts."""
    lines = [f"Person {number},+1212{5_550_000 + number}" for number in range(first, first + count)]
    file.write_text("\n".join(["First Name,Phone", *lines]) + "\n", encoding="utf-8")
    done = run_cli("contacts", "import", str(file), "--data", str(data), "--tenant", "Acme", *more)
    assert done.returncode == 0, done.stderr


class Serving:
    """One engine process; `url` is known once it listens. Use it in a `with` block, which stops it if it still runs."""

    def __init__(
        self, data: Path, *options: str, wrapper: Sequence[str] = (), environment: Mapping[str, str] | None = None
    ) -> None:
        self.data = data
        self._environment = {**os.environ, **(environment or {})}
        self._command = [*wrapper, *PROGRAM, "serve", "--data", str(data), "--port", "0", *options]
        self.url = ""

    def __enter__(self) -> Self:
        self._said: IO[str] = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=self._said, text=True, env=self._environment
        )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        self.url = first.removeprefix("Listening on ").strip()
        assert self.url.startswith("http"), (first, self.said())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(STOP_SECONDS)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self._said.close()

    def stop(self) -> int:
        """Ask it to end; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOP_SECONDS)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(STOP_SECONDS)

    def said(self) -> str:
        """Its stderr so far."""
        self._said.seek(0)
        return self._said.read()

    def client(self, token: str) -> httpx.Client:
        """A client with these credentials; it closes in a `with` block."""
        headers = {"Authorization": f"Bearer {token}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=30, trust_env=False)


def dial(client: httpx.Client, action: str, **body: object) -> httpx.Response:
    """One request of a dialer."""
    return client.post(PATH, json={"action": action, **body})


def started(client: httpx.Client, **body: object) -> str:
    """The id of a session that was started."""
    answer: dict[str, Any] = dial(client, "start", **body).json()
    return str(answer["session"]["id"])
