"""The window under a full floor: 1,000 agents, 4 updates a second: `python -m tests.bench.window_frame`.

A frame is one batch applied and everything it dirtied painted. Messages are made and encoded beforehand, so that only
the window's own work is measured: decoding, folding, sorting, applying, painting, the detail pane's plots, the ticks.
The last figures are taken in real time: the share of one core over ten seconds, and the worst gap between 16 ms ticks.
"""

import gc
import os
import platform
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.memory import Memory
from app.ui.models.floor import fold
from app.ui.target import LocalTarget
from app.ui.window import MainWindow, Parts
from app.wire.feed import FeedMessage
from tests.fakes.floor_gateway import FloorWiring, floor_wiring

AGENTS = 1_000
UPDATES = 120
REAL_SECONDS = 10
GOAL_P95_MS = 16.0
GOAL_CORE = 0.10
GOAL_GAP_MS = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Milliseconds, and a share of one core."""

    p50: float
    p95: float
    core: float
    worst_gap: float


def open_window(app: QApplication, agents: int = AGENTS) -> tuple[MainWindow, FloorWiring]:
    """A window at 1920x1080 on the fake floor, with its detail pane."""
    wiring = floor_wiring(agents=agents)
    folder = Path(tempfile.mkdtemp(prefix="dialfloor-bench-"))
    bridge = Bridge(LocalTarget(data_dir=folder), wiring)
    parts = Parts(look=Look(app, "dark"), bridge=bridge, memory=Memory(folder), clock=SystemClock(), downloads=folder)
    window = MainWindow(parts)
    window.acts.unattended = True
    window.resize(1920, 1080)
    window.show()
    window.add_detail()
    bridge.open()
    return window, wiring


def close(window: MainWindow) -> None:
    """Close the window and everything that it started."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def run_for(ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop, loop.quit)
    loop.exec()


def frames_of(app: QApplication, window: MainWindow, updates: list[bytes]) -> list[float]:
    """Milliseconds of each frame, sorted."""
    decoder = msgspec.json.Decoder(FeedMessage)
    taken = []
    for update in updates:
        start = time.perf_counter()
        batch = fold([decoder.decode(update)])
        window.bridge.batch.emit(batch)
        app.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def _real_time(wiring: FloorWiring, updates: list[bytes]) -> tuple[float, float]:
    decoder = msgspec.json.Decoder(FeedMessage)
    waiting = iter(updates * 10)
    feeder, ticker = QTimer(), QTimer()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now

    feeder.timeout.connect(lambda: wiring.floor.publish(decoder.decode(next(waiting))))
    ticker.timeout.connect(tick)
    feeder.start(250)
    ticker.start(16)
    cpu, wall = time.process_time(), time.perf_counter()
    run_for(REAL_SECONDS * 1000)
    share = (time.process_time() - cpu) / (time.perf_counter() - wall)
    feeder.stop()
    ticker.stop()
    return share, max(gaps[5:])


def measure() -> Figures:
    """Open a window on the fake floor, feed it, close it."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    window, wiring = open_window(app)
    updates = [msgspec.json.encode(wiring.floor.world.advance(0.25)) for _ in range(UPDATES)]
    run_for(1500)
    gc.collect()
    gc.freeze()
    frames = frames_of(app, window, updates)
    share, gap = _real_time(wiring, updates)
    close(window)
    p95 = frames[int(len(frames) * 0.95)]
    return Figures(p50=statistics.median(frames), p95=p95, core=share, worst_gap=gap)


def main() -> None:
    """Measure and print a small table against the goals of docs/performance.md."""
    found = measure()
    print(f"The window, {AGENTS:,} agents at 1920x1080, 4 updates a second, 50 rows changed in each")
    qt, plots = version("PySide6-Essentials"), version("pyqtgraph")
    print(f"Python {platform.python_version()}, PySide6 {qt}, pyqtgraph {plots}, {QApplication.platformName()}")
    rows = (
        ("frame (apply and paint) p50, ms", found.p50, None),
        ("frame (apply and paint) p95, ms", found.p95, GOAL_P95_MS),
        ("share of one core, %", found.core * 100, GOAL_CORE * 100),
        ("worst gap between 16 ms ticks, ms", found.worst_gap, GOAL_GAP_MS),
    )
    print(f"{'':36}{'measured':>10}{'goal':>8}")
    for name, value, goal in rows:
        verdict = "" if goal is None else ("  met" if value < goal else "  MISSED")
        print(f"{name:36}{value:10.1f}{'' if goal is None else f'< {goal:.0f}':>8}{verdict}")


if __name__ == "__main__":
    main()
