"""The window beside the engine it shows, under load: `python -m tests.bench.window_beside_engine`.

Three processes on one machine: `dialfloor serve`, `dialfloor simulate` with 1,000 dialers, and the window on the real
feed. A frame is everything from a batch's arrival until what it dirtied is painted.
"""

import gc
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap.people import FolderPeople
from app.clock import SystemClock, read_wall
from app.engine.people import Role
from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.memory import Memory
from app.ui.target import RemoteTarget
from app.ui.window import MainWindow, Parts
from app.ui.wiring import ClientWiring
from tests.bench.http_decisions import make_folder
from tests.bench.window_frame import AGENTS, GOAL_CORE, GOAL_GAP_MS, GOAL_P95_MS, close, run_for

SECONDS = 20
CONTACTS = 200_000
PATIENCE_MS = 90_000


class Engine:
    """`dialfloor serve` over a folder, in a `with` block."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self.url = ""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "app", "serve", "--data", str(self._data), "--port", "0"]
        self._child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        if self._child.stdout is None:
            raise OSError("the engine has no output")
        self.url = self._child.stdout.readline().removeprefix("Listening on ").strip()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.send_signal(signal.SIGTERM)
        self._child.wait()
        if self._child.stdout is not None:
            self._child.stdout.close()


def make_floor(root: Path, agents: int, contacts: int = 1_000) -> tuple[Path, str, str]:
    """A folder with agents and contacts and room in every limit; a supervisor's token and an admin's."""
    folder, _ = make_folder(root, users=agents, contacts=contacts)
    people = FolderPeople(folder.database)
    try:
        tenant = people.make_tenant("Bench", read_wall())
        made = [
            people.make_token(tenant.id, user, role, "bench", read_wall()).token
            for user, role in (("Sam", Role.SUPERVISOR), ("Ada", Role.ADMIN))
        ]
    finally:
        people.close()
    return root, made[0], made[1]


class Watched:
    """The real window on the real feed, with a stopwatch around each batch."""

    def __init__(self, app: QApplication, url: str, token: str, folder: Path) -> None:
        self.frames: list[float] = []
        self._began = 0.0
        self._app = app
        bridge = Bridge(RemoteTarget(url=url, token=token), ClientWiring())
        # Connected before the window's own slots and after them: what lies between is the frame.
        bridge.batch.connect(self._begin)
        parts = Parts(
            look=Look(app, "dark"), bridge=bridge, memory=Memory(folder), clock=SystemClock(), downloads=folder
        )
        self.window = MainWindow(parts)
        bridge.batch.connect(self._end)
        self.window.acts.unattended = True
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.add_detail()
        bridge.open()

    def _begin(self) -> None:
        self._began = time.perf_counter()

    def _end(self) -> None:
        self._app.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        self.frames.append((time.perf_counter() - self._began) * 1000)

    def wait_for(self, sessions: int) -> int:
        """Until so many sessions are live, or for a minute and a half; how many there are."""
        for _ in range(PATIENCE_MS // 500):
            run_for(500)
            strip = self.window.agents.floor.strip
            if strip is not None and strip.sessions_active >= sessions:
                break
        strip = self.window.agents.floor.strip
        return 0 if strip is None else strip.sessions_active

    def watch(self) -> tuple[list[float], float, float]:
        """Frames in milliseconds, sorted; the share of a core; the worst gap between 16 ms ticks."""
        gaps: list[float] = []
        last = time.perf_counter()

        def tick() -> None:
            nonlocal last
            now = time.perf_counter()
            gaps.append((now - last) * 1000)
            last = now

        gc.collect()
        gc.freeze()
        ticker = QTimer()
        ticker.setTimerType(Qt.TimerType.PreciseTimer)
        ticker.timeout.connect(tick)
        ticker.start(16)
        self.frames.clear()
        cpu, wall = time.process_time(), time.perf_counter()
        run_for(SECONDS * 1000)
        share = (time.process_time() - cpu) / (time.perf_counter() - wall)
        ticker.stop()
        return sorted(self.frames), share, max(gaps[5:])


def measure(*, live: bool) -> tuple[int, list[float], float, float]:
    """Sessions live, frames, share of a core, worst gap."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    with tempfile.TemporaryDirectory(prefix="dialfloor-bench-") as root:
        data, sam, ada = make_floor(Path(root) / "data", agents=0, contacts=CONTACTS)
        with Engine(data) as engine:
            load = [sys.executable, "-m", "app", "simulate", "--url", engine.url, "--token", ada]
            dialers = subprocess.Popen([*load, "--agents", str(AGENTS)], stdout=subprocess.DEVNULL)
            try:
                watched = Watched(app, engine.url, sam, Path(root) / "settings")
                sessions = watched.wait_for(int(AGENTS * 0.95))
                if live:
                    watched.window.floor.table.sort_on("hour")
                run_for(2_000)
                frames, share, gap = watched.watch()
                close(watched.window)
            finally:
                dialers.send_signal(signal.SIGINT)
                dialers.wait()
    return sessions, frames, share, gap


def main() -> None:
    """Measure sorted by name and by a live figure, and print against the goals."""
    print(f"The window beside its engine and {AGENTS:,} simulated dialers, {SECONDS} s each, three processes")
    print(
        f"{'sorted by':12}{'sessions':>9}{'frames':>8}{'p50, ms':>9}{'p95, ms':>9}{'core, %':>9}{'worst gap, ms':>15}"
    )
    for live in (False, True):
        sessions, frames, share, gap = measure(live=live)
        p50, p95 = statistics.median(frames), frames[int(len(frames) * 0.95)]
        name = "last hour" if live else "name"
        print(f"{name:12}{sessions:9}{len(frames):8}{p50:9.1f}{p95:9.1f}{share * 100:9.1f}{gap:15.1f}")
    print(f"{'goal':12}{'':17}{'':9}{GOAL_P95_MS:9.0f}{GOAL_CORE * 100:9.0f}{GOAL_GAP_MS:15.0f}")


if __name__ == "__main__":
    main()
