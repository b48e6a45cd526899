"""Exporting calls as CSV, against the `sqlite3` shell writing the same rows: `python -m tests.bench export_rows`.

Ours writes 25 columns with ids, three kinds of time, zones, names and a guard against formulas; the shell writes the
raw columns. Both read in the order of time, in turn, each in a process of its own. `python -m tests.bench.export_rows
ROWS` exports so many. The memory is that of all rows and of one hour's.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.engine.value import DAY, HOUR, SECOND, Instant
from app.ids import new_id
from db.columns import pack
from db.folder import Folder
from db.open import connect, prepare
from tests.bench.report import goal, heading, say

ROWS = 1_000_000
ROUNDS = 3
T0: Instant = 1_790_000_000 * SECOND
AGENTS = 300
_MEMORY = (
    "import resource, runpy, sys; sys.argv = ['dialfloor', *sys.argv[1:]]\n"
    "try:\n    runpy.run_module('app', run_name='__main__')\n"
    "finally:\n    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"
)
_COLUMNS = (
    "id, tenant_id, session_id, contact_id, phone_number, status, disposition, duration, created_at, agent_id, user_id,"
    " notes, answered_at, ended_at, closed_by"
)


def fill(folder: Folder, rows: int) -> None:
    """Calls of one tenant, three a second, from area codes all over the country; every other one was answered."""
    connection = connect(folder.database)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN")
    tenant = pack(new_id(T0 - DAY))
    connection.execute("INSERT INTO tenants VALUES (?, 'Bench', NULL, 'UTC', '{}', ?)", (tenant, T0 - DAY))
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


def main() -> None:
    """Print the table."""
    rows = int(sys.argv[-1]) if sys.argv[-1].isdigit() else ROWS
    heading(f"Exporting {rows:,} calls as CSV, against the sqlite3 shell")
    with tempfile.TemporaryDirectory() as root:
        folder, out = Folder(Path(root) / "floor"), Path(root) / "out.csv"
        prepare(folder)
        fill(folder, rows)
        took: dict[str, list[float]] = {"ours": [], "theirs": []}
        memory = 0
        for _ in range(ROUNDS):
            began = time.perf_counter()
            done = ours(folder, out)
            took["ours"].append(time.perf_counter() - began)
            memory, size = int(done.stderr.split()[-1]), out.stat().st_size
            began = time.perf_counter()
            theirs(folder, out)
            took["theirs"].append(time.perf_counter() - began)
            say(f"ours {took['ours'][-1]:.2f} s ({size >> 20} MiB), the shell {took['theirs'][-1]:.2f} s")
        few = ours(folder, out, "--to", "2026-09-21T15:00:00")
        small = int(few.stderr.split()[-1])
    ratio = statistics.median(took["theirs"]) / statistics.median(took["ours"])
    rate = rows / statistics.median(took["ours"])
    say(f"{rate:,.0f} rows a second; memory {memory} MiB, {small} MiB for an hour's rows")
    goal("rows a second of the shell's", ratio, 0.5)
    goal("memory of all rows in that of few", memory / small, 1.2, at_most=True)


if __name__ == "__main__":
    main()
