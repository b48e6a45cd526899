"""Exporting calls as CSV, against the `sqlite3` shell writing the same rows: `python -m tests.bench export_rows`.

Ours writes 25 columns with ids, three kinds of time, zones, names, a guard against formulas and a SHA-256; the shell
writes the raw columns. Both read in the order of time, in turn; ours with a helper from 200,000 rows on. `python -m
tests.bench.export_rows ROWS` exports so many; `--folder DIR` keeps the database there for the next time; `--window`
shows the window beside an engine and 1,000 dialers while that engine exports. The memory is that of all rows, of a
million and of one hour's, the helper's with it.
"""

import argparse
import random
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from app.bootstrap.people import FolderPeople
from app.client.gateway import Gateway
from app.clock import read_wall
from app.engine.people import Role
from app.engine.value import HOUR, SECOND, Instant
from app.ids import new_id
from app.wire.exports import StartExport
from db.folder import Folder
from db.open import connect
from db.packing import pack
from tests.bench.http_decisions import make_folder
from tests.bench.report import goal, heading, say

ROWS = 1_000_000
ROUNDS = 3
MILLION = 1_000_000
CONTACTS = 200_000
T0: Instant = 1_790_000_000 * SECOND
AGENTS = 300
_MEMORY = (
    "import resource, runpy, sys; sys.argv = ['dialfloor', *sys.argv[1:]]\n"
    "try:\n    runpy.run_module('app', run_name='__main__')\n"
    "finally:\n    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)\n"
    "    print(sum(resource.getrusage(one).ru_maxrss for one in whose) // 1024, file=sys.stderr)"
)
_COLUMNS = (
    "id, tenant_id, session_id, contact_id, phone_number, status, disposition, duration, created_at, agent_id, user_id,"
    " notes, answered_at, ended_at, closed_by"
)


def fill(folder: Folder, rows: int) -> None:
    """Calls of one tenant, three a second, from area codes all over the country; every other one was answered."""
    connection = connect(folder.database)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-400000")
    connection.execute("BEGIN")
    tenant = connection.execute("SELECT id FROM tenants").fetchone()[0]
    places = ", ".join("?" * (_COLUMNS.count(",") + 1))
    connection.executemany(f"INSERT INTO call_logs ({_COLUMNS}) VALUES ({places})", _calls(tenant, rows))  # noqa: S608 -- our own columns
    connection.execute("COMMIT")
    connection.close()


def _calls(tenant: bytes, rows: int) -> Iterator[tuple[Any, ...]]:
    chance = random.Random(1)
    people = [(pack(new_id(T0)), pack(new_id(T0)), pack(new_id(T0))) for _ in range(AGENTS)]
    codes = ("212", "312", "415", "713", "305", "206", "617", "850", "928", "808")
    for number in range(rows):
        at = T0 + number * SECOND // 3
        session, agent, user = people[number % AGENTS]
        answered = at + 9 * SECOND if number % 2 else None
        notes = 'said "call again", at five' if number % 20 == 1 else None
        yield (
            pack(new_id(at)),
            tenant,
            session,
            pack(new_id(at - HOUR)),
            f"+1{chance.choice(codes)}555{number % 10_000:04}",
            "completed" if answered else "no_answer",
            "interested" if answered else None,
            42 if answered else None,
            at,
            agent,
            user,
            notes,
            answered,
            at + 51 * SECOND,
            "dialer",
        )


def ours(folder: Folder, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """`dialfloor export calls` in a process of its own."""
    command = [sys.executable, "-c", _MEMORY, "export", "calls", "--data", str(folder.root), "--tenant", "Bench"]
    return subprocess.run([*command, "--out", str(out), *more], check=True, capture_output=True, text=True)


def theirs(folder: Folder, out: Path) -> None:
    """The shell's own CSV of the same rows in the same order."""
    shell = shutil.which("sqlite3")
    assert shell is not None, "the yardstick is the sqlite3 shell; install it"
    query = "SELECT * FROM call_logs WHERE tenant_id = (SELECT id FROM tenants) ORDER BY created_at, id"
    with out.open("wb") as file:
        subprocess.run([shell, "-readonly", "-csv", "-header", str(folder.database), query], check=True, stdout=file)


class Watch:
    """Seconds on the wall and of CPU of the children that a block waited for: others may be at the machine too."""

    def __enter__(self) -> Self:
        self._began, self._used = time.perf_counter(), _children()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall, self.cpu = time.perf_counter() - self._began, _children() - self._used


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(folder: Folder, rows: int, out: Path, rounds: int) -> None:
    """Ours and the shell's in turn, and our memory."""
    took: dict[str, list[float]] = {"ours": [], "theirs": []}
    cpu: dict[str, list[float]] = {"ours": [], "theirs": []}
    memory = 0
    for _ in range(rounds):
        with Watch() as watch:
            done = ours(folder, out)
        memory, size = int(done.stderr.split()[-1]), out.stat().st_size
        with Watch() as other:
            theirs(folder, out)
        for name, seen in (("ours", watch), ("theirs", other)):
            took[name].append(seen.wall)
            cpu[name].append(seen.cpu)
        say(f"ours {watch.wall:.2f} s, {watch.cpu:.2f} of CPU ({size >> 20} MiB)")
        say(f"the shell {other.wall:.2f} s, {other.cpu:.2f} of CPU")
    hour, million = (_memory_until(folder, out, until) for until in (T0 + HOUR, T0 + MILLION * SECOND // 3))
    ratio = statistics.median(took["theirs"]) / statistics.median(took["ours"])
    rate = rows / statistics.median(took["ours"])
    say(f"{rate:,.0f} rows a second; memory {memory} MiB, {million} MiB for a million, {hour} MiB for an hour's rows")
    goal("rows a second of the shell's", ratio, 0.5)
    say(f"by CPU alone: {statistics.median(cpu['theirs']) / statistics.median(cpu['ours']):.2f}")
    goal("memory of all rows in that of a million", memory / million, 1.2, at_most=True)


def _memory_until(folder: Folder, out: Path, until: Instant) -> int:
    moment = datetime.fromtimestamp(until // SECOND, tz=UTC).isoformat()
    return int(ours(folder, out, "--to", moment).stderr.split()[-1])


def beside(folder: Folder) -> None:
    """The window on the real feed of an engine that exports, with a thousand dialers at it."""
    from PySide6.QtWidgets import QApplication

    from tests.bench.window_beside_engine import Engine, Watched
    from tests.bench.window_frame import AGENTS as DIALERS
    from tests.bench.window_frame import GOAL_GAP_MS, GOAL_P95_MS, close, run_for

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with closing(FolderPeople(folder.database)) as people:
        tenant = people.make_tenant("Bench", read_wall())
        ada = people.make_token(tenant.id, "Ada", Role.ADMIN, "bench", read_wall()).token
    with Engine(folder.root) as engine, tempfile.TemporaryDirectory() as settings:
        load = [sys.executable, "-m", "app", "simulate", "--url", engine.url, "--token", ada, "--agents", str(DIALERS)]
        dialers = subprocess.Popen(load, stdout=subprocess.DEVNULL)
        gateway = Gateway(engine.url, ada)
        try:
            watched = Watched(app, engine.url, ada, Path(settings))
            sessions = watched.wait_for(int(DIALERS * 0.95))
            export_id = gateway.exports.start(StartExport(kind="calls")).id
            run_for(2_000)
            frames, share, gap = watched.watch()
            state = gateway.exports.state(export_id)
            gateway.exports.remove(export_id)
            close(watched.window)
        finally:
            gateway.close()
            dialers.send_signal(signal.SIGINT)
            dialers.wait()
    p50, p95 = statistics.median(frames), frames[int(len(frames) * 0.95)]
    say(f"the window meanwhile: {sessions} sessions, {len(frames)} frames, p50 {p50:.1f} ms, p95 {p95:.1f} ms")
    say(f"worst gap {gap:.1f} ms, {share * 100:.1f} % of a core; {state.rows_done:,} rows by then, {state.state}")
    goal("p95 of a frame, ms", p95, GOAL_P95_MS, at_most=True)
    goal("worst gap, ms", gap, GOAL_GAP_MS, at_most=True)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("rows", nargs="?", type=int, default=ROWS)
    options.add_argument("--folder", type=Path)
    options.add_argument("--window", action="store_true")
    options.add_argument("--rounds", type=int, default=ROUNDS)
    chosen, _ = options.parse_known_args([word for word in sys.argv[1:] if word != "export_rows"])
    heading(f"Exporting {chosen.rows:,} calls as CSV, against the sqlite3 shell")
    with tempfile.TemporaryDirectory() as root:
        place = chosen.folder or Path(root) / "floor"
        folder = Folder(place)
        if not folder.database.exists():
            make_folder(place, users=0, contacts=CONTACTS)
            fill(folder, chosen.rows)
        compare(folder, chosen.rows, place / "out.csv", chosen.rounds)
        (place / "out.csv").unlink()
        if chosen.window:
            beside(folder)


if __name__ == "__main__":
    main()
