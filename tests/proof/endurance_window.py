"""The window of the endurance run, a process of its own: shows the floor, is used a little, and says what it shows."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

import msgspec
import psutil
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from app.client.feed_reader import FeedState, Lost
from app.clock import SystemClock, read_steady
from app.ui.bridge import Bridge
from app.ui.design.look import Look as Style
from app.ui.memory import Memory
from app.ui.models.floor import Batch
from app.ui.target import RemoteTarget
from app.ui.window import MainWindow, Parts
from app.ui.wiring import ClientWiring
from tests.bench.window_frame import close
from tests.proof.endurance_eyes import Look, ModelEyes
from tests.proof.endurance_truth import shown

LISTENERS = 3
ACT_MS = 2_000


class WatchedWindow:
    """A window that is asked what it shows."""

    def __init__(self, app: QApplication, url: str, token: str, folder: Path) -> None:
        self.listeners = [ModelEyes(url, token) for _ in range(LISTENERS)]
        bridge = Bridge(RemoteTarget(url=url, token=token), ClientWiring())
        memory, look = Memory(folder), Style(app, "dark")
        self.window = MainWindow(Parts(look=look, bridge=bridge, memory=memory, clock=SystemClock(), downloads=folder))
        self.window.acts.unattended = True
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.add_detail()
        # After the window's own slots: what is told of has been taken in.
        bridge.batch.connect(self._hear)
        bridge.feed_state.connect(self._be)
        self._seq, self._lost, self._acts = -1, 0, 0
        self._heard: list[tuple[int, int]] = []
        self._wanted: int | None = None
        for one in self.listeners:
            one.start()
        bridge.open()

    def ask(self, seq: int) -> None:
        """Print what is shown as soon as a message of this number was taken in."""
        self._wanted = seq
        self._tell()

    def act(self) -> None:
        """What a supervisor does all day: looks at one agent after the other, sorts, searches, visits a view."""
        window, step = self.window, self._acts
        self._acts += 1
        order = window.agents.order
        acts: dict[int, Callable[[], object]] = {
            3: lambda: window.floor.table.sort_on("hour"),
            5: lambda: window.top.search.setText("agent-00"),
            6: lambda: window.top.search.setText(""),
            8: lambda: window.views.go("sessions"),
            9: lambda: window.views.go("floor"),
            11: lambda: window.floor.table.sort_on("agent"),
        }
        if step % 12 in acts:
            acts[step % 12]()
        elif order:
            window.floor.table.choose(order[step * 7 % len(order)])

    def _hear(self, batch: Batch) -> None:
        self._seq = batch.seq
        self._heard.append((batch.seq, read_steady()))
        self._tell()

    def _be(self, state: FeedState) -> None:
        self._lost += isinstance(state, Lost)

    def _tell(self) -> None:
        if self._wanted is None or self._seq < self._wanted:
            return
        wanted, self._wanted = self._wanted, None
        agents = shown(self.window.agents.floor.agents)
        others = [one.look_now(wanted) for one in self.listeners]
        heard, self._heard = self._heard, []
        lost, self._lost = self._lost + sum(one.lost for one in others), 0
        gc.collect()
        process = psutil.Process()
        look = Look(
            agents=agents,
            heard=heard,
            lost=lost,
            rss=process.memory_info().rss,
            handles=process.num_fds(),
            threads=process.num_threads(),
            differing=sum(one.agents != agents for one in others),
        )
        sys.stdout.buffer.write(msgspec.json.encode(look) + b"\n")
        sys.stdout.buffer.flush()


def main() -> None:
    """Be a window until the pipe closes."""
    url, folder = sys.argv[1], Path(sys.argv[2])
    token = sys.stdin.readline().strip()
    app = QApplication(sys.argv[:1])
    watched = WatchedWindow(app, url, token, folder)

    def read() -> None:
        line = sys.stdin.readline()
        if line:
            watched.ask(int(line))
        else:
            app.quit()

    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(read)
    ticker = QTimer()
    ticker.timeout.connect(watched.act)
    ticker.start(ACT_MS)
    app.exec()
    for one in watched.listeners:
        one.stop()
    close(watched.window)


if __name__ == "__main__":
    main()
