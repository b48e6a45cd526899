"""What `dialfloor doctor --data DIR` sees of a running engine, without a token: its answers, files and jobs."""

import contextlib
import os
import signal
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil

from app.bootstrap.finding import Finding, fail, warn, well
from app.clock import read_steady
from app.engine.value import MINUTE, SECOND
from db.durable import write_synced
from db.folder import Folder, Holder

_PATIENCE_S = 3.0
_EACH_SECOND = ("expire-sessions", "close-lost-calls", "flush-refusals", "checkpoint")
_LATE = 5 * MINUTE
"""These jobs are noted once a minute."""

_LARGE_LOG = 256 << 20
"""At 80 MB whoever writes moves it too: it grows beyond only if something keeps it from being moved."""

_SLOW = 50_000
_SYNCS = 5


def living(holder: Holder | None) -> psutil.Process | None:
    """The process that holds a folder, if it runs on this machine."""
    if holder is None or holder.host != socket.gethostname():
        return None
    try:
        return psutil.Process(holder.pid)
    except psutil.NoSuchProcess:
        return None


def engine_findings(folder: Folder) -> Iterator[Finding]:
    """Whether the folder's engine goes on, answers, and has files left; nothing if none runs here."""
    holder = folder.holder()
    process = living(holder)
    if holder is None or process is None:
        return
    if process.status() == psutil.STATUS_STOPPED:
        step = f"let it go on: kill -{signal.Signals.SIGCONT.name.removeprefix('SIG')} {holder.pid}"
        yield fail("Engine", f"process {holder.pid} is stopped and answers nobody", step)
        return
    if holder.url is not None:
        yield answer_finding(holder.url, holder.pid)
    yield from _files(process)
    yield from _others(folder, process)


def answer_finding(url: str, pid: int) -> Finding:
    """Whether an engine answers."""
    try:
        said = httpx.get(f"{url}/healthz", timeout=_PATIENCE_S, trust_env=False)
    except httpx.ConnectError as fault:
        if "CERTIFICATE" in str(fault):
            return well("Engine", f"listens on {url}; its certificate is one of its own")
        return fail("Engine", f"{url} is not answered ({fault})", f"stop process {pid} and start the engine again")
    except httpx.HTTPError:
        found = f"{url} did not answer within {_PATIENCE_S:.0f} s"
        return fail("Engine", found, f"look at the machine's load; then stop process {pid} and start it again")
    return well("Engine", f"answers on {url} ({said.status_code})")


def _files(process: psutil.Process) -> Iterator[Finding]:
    """Each connection takes a file; without one left no dialer gets through."""
    if not hasattr(process, "rlimit"):
        return
    try:
        held, most = process.num_fds(), process.rlimit(psutil.RLIMIT_NOFILE)[0]
    except psutil.AccessDenied:
        return
    shown = f"{held:,} of {most:,} files and connections open"
    if held * 5 > most * 4:
        step = "find who holds connections open (ss -tnp); give the engine more: ulimit -n 65536 before it starts"
        yield warn("Connections", shown, step)
    else:
        yield well("Connections", shown)


def _others(folder: Folder, process: psutil.Process) -> Iterator[Finding]:
    """Another program on the database can lock the engine out of its own log."""
    ours = {process.pid, os.getpid(), *(child.pid for child in process.children(recursive=True))}
    for pid in sorted(_openers(folder.database) - ours):
        # It may have gone since it was seen.
        with contextlib.suppress(psutil.Error):
            found = f"{psutil.Process(pid).name()} (process {pid}) has the database open too"
            yield warn("Other program", found, "close it: while it writes, the engine refuses every call with 503")


def _openers(database: Path) -> set[int]:
    """Processes with the database open, of those that we may look at; Linux only."""
    found = set()
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):
            if link.readlink() == database.resolve():
                found.add(int(link.parts[2]))
    return found


def sync_finding(folder: Folder) -> Finding:
    """How long the disk takes to keep what a commit writes: every decision waits for that."""
    probe = folder.root / f".sync-{os.getpid()}"
    took = []
    try:
        for _ in range(_SYNCS):
            began = read_steady()
            write_synced(probe, bytes(4_096))
            took.append(read_steady() - began)
    except OSError as fault:
        return fail(
            "Sync", f"a synced write failed ({fault.strerror})", "look at the disk: no call goes out without one"
        )
    finally:
        # On a read-only disk even what is not there cannot be removed.
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)
    median = sorted(took)[_SYNCS // 2]
    shown = f"{median / 1_000:.1f} ms a synced write"
    if median > _SLOW:
        return warn("Sync", f"{shown}: slow, and each decision waits for one", "put the folder on a faster, local disk")
    return well("Sync", shown)


def job_findings(connection: sqlite3.Connection, folder: Folder) -> Iterator[Finding]:
    """Jobs that have not ended for minutes while others did; nothing if no engine runs here."""
    log = folder.database.with_name(f"{folder.database.name}-wal")
    if log.exists() and log.stat().st_size > _LARGE_LOG:
        step = "the checkpoint job does not move it: look at the disk, close other programs on the database"
        yield warn("Log", f"the write-ahead log holds {log.stat().st_size / 1e6:,.0f} MB", step)
    if living(folder.holder()) is None:
        return
    runs: dict[str, int] = dict(connection.execute("SELECT name, ended_at FROM job_runs WHERE ended_at IS NOT NULL"))
    newest = max(runs.values(), default=0)
    hung = sorted(name for name in _EACH_SECOND if name in runs and newest - runs[name] > _LATE)
    if hung:
        since = max(newest - runs[name] for name in hung) // SECOND // 60
        yield warn("Jobs", f"{', '.join(hung)} did not end for {since} minutes", "start the engine again; calls go on")
    elif runs:
        yield well("Jobs", "those of each second end")
