"""Searching two million calls, and scrolling through a list of them: `python -m tests.bench log_search`.

The first answer to each filter is timed against bare sqlite3 that reads the rows of that very page by their keys; a
search that finds nothing is timed against a bare read of one page by time. Both read a warm page cache, in turn. The
window scrolls through pages that are made when asked for; a tick is what one step takes it. Both are told by the clock
and by the thread's own time, which other work on a shared machine does not lengthen.
"""

import os
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from app.clock import ManualClock, read_wall
from app.engine.log_search import CallSearch, NumberPart
from app.engine.value import DAY, SECOND, Id
from app.ids import new_id
from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.memory import Memory
from app.ui.target import LocalTarget
from app.ui.views.log_page import LogPage
from app.ui.window import MainWindow, Parts
from db.folder import Folder
from db.log_archive import SqliteLogArchive
from db.open import connect, prepare
from db.packing import pack, unpack
from db.queries import CALL_SELECT
from tests.bench.report import goal, heading, say
from tests.fakes.endless_log import EndlessLog
from tests.fakes.floor_gateway import floor_wiring

CALLS, CONTACTS, AGENTS, DAYS = 2_000_000, 500_000, 1_000, 60
PAGE = 200
ROUNDS = 5
SCROLLED = 200_000
GOAL_MS = 200.0
GOAL_GAP_MS = 50.0
IDLE_MS = 0.5


class Took(NamedTuple):
    """Milliseconds by the clock, and of the thread's own."""

    wall: float
    own: float


def fill(folder: Folder, now: int) -> tuple[Id, bytes, str]:
    """Sixty days of a floor; the tenant, an agent, and a number that was called early."""
    chance = random.Random(1)
    connection = connect(folder.database)
    connection.execute("PRAGMA synchronous=OFF")
    start = now - DAYS * DAY
    tenant = new_id(start)
    agents = [pack(new_id(start)) for _ in range(AGENTS)]
    contacts = [(pack(new_id(start + place)), f"+1212{chance.randrange(10**7):07d}") for place in range(CONTACTS)]
    connection.execute("BEGIN")
    connection.execute("INSERT INTO tenants VALUES (?, 'Bench', NULL, 'UTC', '{}', ?)", (pack(tenant), start))
    connection.executemany(
        "INSERT INTO contacts (id, tenant_id, list_id, first_name, last_name, phone, fields, state, rank, due_at,"
        " attempts) VALUES (?, ?, ?, 'Ann', 'Bee', ?, '{}', 'open', 1, 0, 0)",
        ((contact, pack(tenant), pack(tenant), phone) for contact, phone in contacts),
    )
    connection.executemany(
        "INSERT INTO call_logs (id, tenant_id, session_id, contact_id, phone_number, status, disposition, duration,"
        " created_at, agent_id, user_id, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, 30, ?, ?, ?, ?)",
        _calls(chance, start, pack(tenant), agents, contacts),
    )
    connection.execute("COMMIT")
    connection.close()
    return tenant, agents[7], contacts[3][1]


def _calls(
    chance: random.Random, start: int, tenant: bytes, agents: list[bytes], contacts: list[tuple[bytes, str]]
) -> Iterator[tuple[object, ...]]:
    step = DAYS * DAY // CALLS
    for place in range(CALLS):
        at = start + place * step
        agent, (contact, phone) = agents[place % AGENTS], contacts[place % CONTACTS]
        # One call of a kind, long ago: the worst that a filter can look for.
        status = "abandoned" if place == 1000 else chance.choice(("completed", "no_answer", "voicemail", "busy"))
        outcome = "do_not_call" if place == 2000 else chance.choice(("answered", "voicemail", "callback", None))
        yield (
            pack(new_id(at)), tenant, agent, contact, phone, status, outcome, at, agent, agent, at + 30 * SECOND,
        )  # fmt: skip


def searches(agent: bytes, phone: str) -> dict[str, CallSearch]:
    """What is asked, from the usual to the hopeless."""
    plain = CallSearch(size=PAGE)
    replaced: dict[str, dict[str, Any]] = {
        "newest": {},
        "an agent": {"agent_id": unpack(agent)},
        "a session": {"session_id": unpack(agent)},
        "a usual status": {"status": "busy"},
        "a usual outcome": {"disposition": "callback"},
        "a whole number": {"number": NumberPart(how="begins", text=phone)},
        "last seven digits": {"number": NumberPart(how="ends", text=phone[-7:])},
        "last four digits": {"number": NumberPart(how="ends", text=phone[-4:])},
        "an area": {"number": NumberPart(how="begins", text="+121255")},
        "an agent's rarest status": {"agent_id": unpack(agent), "status": "abandoned"},
        "the rarest outcome": {"disposition": "do_not_call"},
        "the rarest status": {"status": "abandoned"},
        "a status that none has": {"status": "not_placed"},
        "a number that none has": {"number": NumberPart(how="ends", text="123456789")},
    }
    return {name: msgspec.structs.replace(plain, **fields) for name, fields in replaced.items()}


def measure_searches() -> float:
    """Print each filter; the slowest first answer in milliseconds."""
    worst = 0.0
    with tempfile.TemporaryDirectory() as root:
        folder = Folder(Path(root))
        prepare(folder)
        tenant, agent, phone = fill(folder, read_wall())
        archive, bare = SqliteLogArchive(folder.database), connect(folder.database, read_only=True)
        say(f"{'':28}{'first answer':>14}{'own':>10}{'bare own':>10}{'ratio':>8}{'to the end':>22}")
        for name, search in searches(agent, phone).items():
            worst = max(worst, _measure(archive, bare, tenant, name, search))
        archive.close()
        bare.close()
    return worst


def _measure(archive: SqliteLogArchive, bare: sqlite3.Connection, tenant: Id, name: str, search: CallSearch) -> float:
    first = archive.search_calls(tenant, search)
    ids = [pack(call.id) for call in first.calls]
    query, values = f"{CALL_SELECT} WHERE tenant_id = ? ORDER BY created_at DESC LIMIT {PAGE}", [pack(tenant)]
    if ids:
        query, values = f"{CALL_SELECT} WHERE id IN ({', '.join('?' * len(ids))})", ids
    ours, theirs = list[Took](), list[Took]()
    for _ in range(ROUNDS):
        ours.append(_timed(lambda: archive.search_calls(tenant, search)))
        theirs.append(_timed(lambda: bare.execute(query, values).fetchall()))
    wall = statistics.median(took.wall for took in ours)
    took, yardstick = (statistics.median(one.own for one in times) for times in (ours, theirs))
    whole = ""
    if first.searched_to is not None:
        answers, seconds = _to_the_end(archive, tenant, search)
        whole = f"{answers} answers, {seconds:.1f} s"
    say(f"{name:28}{wall:11.1f} ms{took:7.1f} ms{yardstick:7.1f} ms{took / yardstick:8.1f}{whole:>22}")
    return wall


def _to_the_end(archive: SqliteLogArchive, tenant: Id, search: CallSearch) -> tuple[int, float]:
    began, answers = time.perf_counter(), 0
    while True:
        found = archive.search_calls(tenant, search)
        answers += 1
        if found.cursor is None:
            return answers, time.perf_counter() - began
        search = msgspec.structs.replace(search, cursor=found.cursor)


def _timed(work: Callable[[], object]) -> Took:
    wall, own = time.perf_counter(), time.thread_time()
    work()
    return Took(1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - own))


def measure_scrolling() -> tuple[list[Took], float]:
    """What the steps took, and megabytes grown over the scrolled rows."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    wiring = floor_wiring(agents=40)
    wiring.floor.log = EndlessLog(wiring.floor, SCROLLED)
    with tempfile.TemporaryDirectory() as root:
        parts = Parts(
            look=Look(app, "dark"),
            bridge=Bridge(LocalTarget(data_dir=Path(root) / "floor"), wiring),
            memory=Memory(Path(root) / "settings"),
            clock=ManualClock(read_wall()),
            downloads=Path(root),
        )
        window = MainWindow(parts)
        window.acts.unattended = True
        window.resize(1920, 1080)
        window.show()
        window.bridge.open()
        _work(app, 1_500)
        page = window.views.go("log")
        if not isinstance(page, LogPage):
            raise TypeError("the view of calls was not built")
        _work(app, 500)
        ticks, grown = _scroll(app, page)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return ticks, grown


def _work(app: QApplication, long_ms: int) -> None:
    deadline = QDeadlineTimer(long_ms)
    while not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 16)


def _scroll(app: QApplication, page: LogPage) -> tuple[list[Took], float]:
    """As fast as pages come, to the end, and back to the top in leaps. Steps in which nothing was due are left out."""
    table, model = page.calls.list.table, page.calls.model
    bar = table.verticalScrollBar()
    ticks: list[Took] = []
    begun = 0.0
    while len(model.rows) < SCROLLED:
        bar.setValue(bar.maximum())
        ticks.append(_timed(partial(app.processEvents, QEventLoop.ProcessEventsFlag.AllEvents)))
        if not begun and len(model.rows) >= 10_000:
            begun = _resident_mb()
    grown = _resident_mb() - begun
    while bar.value() > 0:
        bar.setValue(max(0, bar.value() - bar.maximum() // 300))
        ticks.append(_timed(partial(app.processEvents, QEventLoop.ProcessEventsFlag.AllEvents)))
    return [tick for tick in ticks if tick.own > IDLE_MS], grown


def _resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print all of it."""
    heading(f"Searching {CALLS:,} calls and {CONTACTS:,} contacts, {PAGE} rows a page")
    goal("the slowest first answer, ms", measure_searches(), GOAL_MS, at_most=True)
    ticks, grown = measure_scrolling()
    say(f"scrolling through {SCROLLED:,} rows at 1920x1080, {len(ticks):,} steps, {grown:.0f} MB more")
    for name, times in (("clock", [tick.wall for tick in ticks]), ("own", [tick.own for tick in ticks])):
        times.sort()
        p95 = times[int(len(times) * 0.95)]
        say(f"{name:8} p50 {statistics.median(times):6.1f} ms  p95 {p95:6.1f} ms  worst {times[-1]:6.1f} ms")
    goal("the worst step while scrolling, ms of its own", max(tick.own for tick in ticks), GOAL_GAP_MS, at_most=True)


if __name__ == "__main__":
    main()
