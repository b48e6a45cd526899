"""What a longer log costs: `python -m tests.bench cost_log`, to a million rows; `-m tests.bench.cost_log 10000000`.

One folder grows, whole shifts of calls that the journal's own statements wrote and chained. At each size: durable
decisions without sockets, in turn with a second engine whose log stays at 10,000 rows (256 agents, 64 callers, a clock
that is steered); the start of an engine; the newest page of the log; the export as CSV; and the proof of all of it,
with what was decided. All of it is CPU, so that others on the machine change little. Rows a second include the start of
the command, which is all that a small log shows. Ten million rows take half an hour and 5 GB of the temporary folder.
"""

import asyncio
import gc
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

import uvloop

from app.api.dialer import DialerPath, Request
from app.clock import ManualClock, read_wall
from app.engine.log_search import CallSearch
from app.engine.value import MINUTE
from db.folder import Folder
from db.log_archive import SqliteLogArchive
from tests.bench.export_rows import Watch
from tests.bench.in_process import ask, dialing, engine, reporting
from tests.bench.long_log import LongLog
from tests.bench.report import goal, heading, say

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
MOST = 1_000_000
SHORT = 10_000
REPORTS = 4
"""Reports of each agent in a lap, well below 60 a minute."""
LAPS = 12
LAP = MINUTE
"""Longer than a silent call stays open."""
CALLERS = 64
PAGE = 200
PAGES = 9


class Decided(NamedTuple):
    """Decisions a second of CPU, and what that is of those on the short log in the same laps."""

    rate: float
    of_short: float


class Costs(NamedTuple):
    """At one size; seconds, milliseconds and rows a second are of CPU."""

    rows: int
    call_status: Decided
    next_contact: Decided
    start_s: float
    page_ms: float
    export: float
    verify: float
    megabytes: float


class Dialers:
    """Who asks at each size: 256 agents whose sessions live on from one engine of the folder to the next."""

    def __init__(self, folder: Folder, tokens: list[str]) -> None:
        self.folder = folder
        self._tokens = tokens
        self.clock = ManualClock(read_wall())
        self.dialing: list[Request] = []
        self.reporting: list[Request] = []

    async def sit_down(self, dialer: DialerPath) -> None:
        """Start the sessions if there are none; call twice, which fills the caches too."""
        if not self.dialing:
            self.dialing = await dialing(dialer, self._tokens)
        await self.lap(dialer, self.dialing)
        self.clock.advance(LAP)
        # A call that ended long ago is looked up in the log, one of the last minutes is remembered: the usual case.
        self.reporting = await reporting(dialer, self._tokens, self.dialing, "no_answer")

    async def lap(self, dialer: DialerPath, asks: list[Request]) -> float:
        """Each asks once, a minute after the last lap; decisions a second of CPU."""
        self.clock.advance(LAP)
        began = time.process_time()
        await asyncio.gather(*(_ask_all(dialer, asks[place::CALLERS]) for place in range(CALLERS)))
        return len(asks) / (time.process_time() - began)


async def _ask_all(dialer: DialerPath, asks: list[Request]) -> None:
    for one in asks:
        answer = await ask(dialer, one)
        assert answer.status == 200, answer.body


async def _decide(own: Dialers, short: Dialers) -> tuple[float, Decided, Decided]:
    """Seconds of a start; `call-status` and `next-contact`, each lap in turn with the short log's."""
    gc.collect()
    began = time.process_time()
    async with engine(own.folder, own.clock) as made:
        start_s = time.process_time() - began
        async with engine(short.folder, short.clock) as other:
            pair = [(own, made.application.dialer), (short, other.application.dialer)]
            for dialers, dialer in pair:
                await dialers.sit_down(dialer)
            gc.collect()
            gc.freeze()
            reports = [[await one.lap(dialer, one.reporting * REPORTS) for one, dialer in pair] for _ in range(LAPS)]
            dials = [[await one.lap(dialer, one.dialing) for one, dialer in pair] for _ in range(LAPS)]
    gc.unfreeze()
    return start_s, _decided(reports), _decided(dials)


def _decided(laps: list[list[float]]) -> Decided:
    return Decided(
        rate=statistics.median(own for own, _ in laps), of_short=statistics.median(own / short for own, short in laps)
    )


def costs(log: LongLog, own: Dialers, short: Dialers, rows: int) -> Costs:
    """Grow the log and ask it everything."""
    log.grow(rows)
    start_s, call_status, next_contact = uvloop.run(_decide(own, short))
    database, out = log.folder.database, log.folder.root / "calls.csv"
    with Watch() as export:
        _command("export", "calls", "--data", str(log.folder.root), "--tenant", "Bench", "--out", str(out))
    out.unlink()
    with Watch() as proof:
        _command("verify", "--data", str(log.folder.root))
    size = sum(file.stat().st_size for file in database.parent.glob(f"{database.name}*")) / 1e6
    return Costs(rows, call_status, next_contact, start_s, _page_ms(log), rows / export.cpu, rows / proof.cpu, size)


def _command(*words: str) -> None:
    """One command of ours, which must succeed: `verify` says that every limit was kept."""
    done = subprocess.run([sys.executable, "-m", "app", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"dialfloor {' '.join(words)}: {done.stdout}{done.stderr}")


def _page_ms(log: LongLog) -> float:
    search, times = CallSearch(size=PAGE), []
    with closing(SqliteLogArchive(log.folder.database)) as archive:
        for _ in range(PAGES):
            began = time.thread_time()
            found = archive.search_calls(log.tenant.id, search)
            times.append((time.thread_time() - began) * 1e3)
            assert len(found.calls) == PAGE
    return statistics.median(times)


def main(most: int = MOST) -> None:
    """Print the table, a row as soon as it is known."""
    heading(f"A log of up to {most:,} rows; CPU, decisions in turn with a log of {SHORT:,}", "uvloop", "msgspec")
    say(
        f"{'rows':>12}{'call-status/s':>15}{'of short':>10}{'next-contact/s':>16}{'of short':>10}{'start s':>9}"
        f"{'page ms':>9}{'export rows/s':>15}{'verify rows/s':>15}{'MB':>8}"
    )
    with ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dialfloor-log-")))
        long, short = (stack.enter_context(closing(LongLog(root / name))) for name in ("long", "short"))
        short.grow(SHORT)
        own, base = (Dialers(log.folder, log.tokens) for log in (long, short))
        found: list[Costs] = []
        for rows in (size for size in SIZES if size <= most):
            one = costs(long, own, base, rows)
            found.append(one)
            say(
                f"{one.rows:>12,}{one.call_status.rate:>15,.0f}{one.call_status.of_short:>10.2f}"
                f"{one.next_contact.rate:>16,.0f}{one.next_contact.of_short:>10.2f}{one.start_s:>9.2f}"
                f"{one.page_ms:>9.2f}{one.export:>15,.0f}{one.verify:>15,.0f}{one.megabytes:>8,.0f}"
            )
    last = found[-1]
    goal(f"call-status at {last.rows:,} rows, of itself at {SHORT:,}", last.call_status.of_short, 0.95)
    goal(f"next-contact at {last.rows:,} rows, of itself at {SHORT:,}", last.next_contact.of_short, 0.95)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MOST)
