"""What is measured of the engine at each hour, and what must hold of it at the end."""

import gc
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

import msgspec
import psutil

from db.folder import Folder

MB = 1_000_000
GROWTH = 1.05
DAY_HOURS = 24
"""Every age of the run comes round in a day: requests, a session's day, the nightly cleaning, the shifts."""

HANDLES_MORE = 8
MOST_BEHIND = 8
MOST_BUSY_MS = 500


class Disk(NamedTuple):
    """The database in bytes, and its rows; `chain` and `contacts` are what grows by law and by imports."""

    database: int
    wal: int
    chain: int
    calls: int
    requests: int
    contacts: int


class Hour(msgspec.Struct, frozen=True, kw_only=True):
    """One simulated hour: MB, counts, milliseconds."""

    hour: int
    decisions: int
    refused: int
    engine_mb: float
    window_mb: float
    handles: int
    window_handles: int
    threads: int
    database_mb: float
    chain_mb: float
    wal_mb: float
    calls: int
    requests: int
    contacts: int
    behind: int
    lag_ms: float
    stall_ms: float
    busy_ms: float
    lost_lines: int
    drift: list[str]


def disk_of(folder: Folder) -> Disk:
    """What lies in a folder now."""
    with closing(sqlite3.connect(f"{folder.database.absolute().as_uri()}?mode=ro", uri=True)) as log:
        chain = log.execute("SELECT coalesce(sum(length(leaves)) + 60 * count(*), 0) FROM chain_records").fetchone()[0]
        counts = log.execute(
            "SELECT (SELECT count(*) FROM call_logs), (SELECT count(*) FROM api_rate_limits), count(*) FROM contacts"
        ).fetchone()
    wal = folder.database.with_name(folder.database.name + "-wal")
    return Disk(folder.database.stat().st_size, wal.stat().st_size if wal.exists() else 0, chain, *counts)


def resident_mb() -> float:
    """The process's resident size after a collection, in MB."""
    gc.collect()
    return float(psutil.Process().memory_info().rss) / MB


class Bound(NamedTuple):
    """Something that must hold: what was found, and whether it does."""

    what: str
    found: str
    goal: str
    holds: bool


def bounds_of(hours: Sequence[Hour]) -> list[Bound]:
    """What must hold of a run: its last day against the day before, or of a shorter one its last half."""
    day = min(DAY_HOURS, len(hours) // 2)
    later, before = hours[-day:], hours[-2 * day : -day]
    since = f"the last {day} h"
    differing = sum(len(one.drift) for one in hours)
    behind, busy = max(one.behind for one in hours), max(one.busy_ms for one in hours)
    lost = sum(one.lost_lines for one in hours)
    bounds = [Bound("drift of window, engine and log", f"{differing}", "0", differing == 0)]
    for what, sizes in (
        ("engine's memory, mean", [sum(one.engine_mb for one in few) / day for few in (before, later)]),
        ("window's memory, mean", [sum(one.window_mb for one in few) / day for few in (before, later)]),
        (
            "database but its chain, most",
            [max(one.database_mb - one.chain_mb for one in few) for few in (before, later)],
        ),
    ):
        bounds.append(_ratio(f"{what} of {since} / of the {day} h before", *sizes))
    for what, counts in (
        ("engine's handles", [one.handles for one in later]),
        ("window's handles", [one.window_handles for one in later]),
        ("engine's threads", [one.threads for one in later]),
    ):
        more = max(counts) - min(counts)
        bounds.append(Bound(f"{what} within {since}", f"{more:+d}", f"<= +{HANDLES_MORE}", more <= HANDLES_MORE))
    bounds += [
        Bound("messages that the slowest reader was behind", f"{behind}", f"<= {MOST_BEHIND}", behind <= MOST_BEHIND),
        Bound("lines of readers that were lost", f"{lost}", "0", lost == 0),
        Bound("longest turn of the engine's loop, CPU", f"{busy:.0f} ms", f"< {MOST_BUSY_MS} ms", busy < MOST_BUSY_MS),
    ]
    return bounds


def _ratio(what: str, first: float, last: float) -> Bound:
    ratio = last / first if first else 1.0
    return Bound(what, f"{ratio:.3f}", f"< {GROWTH}", ratio < GROWTH)
