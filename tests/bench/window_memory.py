"""An hour of the floor, accelerated, and what it leaves in memory: `python -m tests.bench.window_memory`.

14,400 batches of 1,000 agents, as many as an hour brings, as fast as the window takes them. The detail pane follows one
agent after the other, the heat map is opened and closed, the wallboard turns through its pages, the table is sorted
anew and filtered, and the Sessions view is visited. The resident size after the first five minutes is the yardstick.
"""

import gc
import sys
from collections.abc import Callable

import msgspec
import psutil
from PySide6.QtWidgets import QApplication

from app.ui.models.floor import fold
from app.ui.window import MainWindow
from app.wire.feed import FeedMessage
from tests.bench.window_frame import close, open_window, run_for
from tests.fakes.floor_gateway import FloorWiring

BATCHES = 14_400
WARM_UP = 1_200
LOOK_EVERY = 1_200
GOAL_RATIO = 1.05


class Hour:
    """Feeds the window and does to it what a supervisor does in an hour."""

    def __init__(self, app: QApplication, window: MainWindow, wiring: FloorWiring) -> None:
        self._app = app
        self._window = window
        self._wiring = wiring

    def play(self, number: int) -> None:
        """One batch, and what falls due with it."""
        message = msgspec.json.encode(self._wiring.floor.world.advance(0.25))
        self._window.bridge.batch.emit(fold([msgspec.json.decode(message, type=FeedMessage)]))
        if number % 4 == 3:
            self._window.tick()
        if number % 40 == 0:
            self._act(number // 40)
        self._app.processEvents()

    def _act(self, step: int) -> None:
        window, more = self._window, self._window.acts.more
        acts: dict[int, Callable[[], object]] = {
            0: more.heat.toggle,
            1: self._wall,
            2: lambda: window.views.go("sessions"),
            3: lambda: window.views.go("floor"),
            4: lambda: window.floor.table.sort_on("hour"),
            5: lambda: window.top.search.setText("a" if step % 24 == 5 else ""),
            6: more.heat.toggle,
            7: self._wall,
            8: lambda: window.floor.table.sort_on("agent"),
        }
        acts.get(step % 12, lambda: self._choose(step))()
        run_for(2)

    def _wall(self) -> None:
        wall = self._window.acts.more.wall
        wall.open()
        board = wall.board
        if board is not None:
            for _ in range(5):
                board.turn()
                wall.refresh()
            board.close()

    def _choose(self, step: int) -> None:
        order = self._window.agents.order
        if order:
            self._window.floor.table.choose(order[step * 7 % len(order)])


def resident_mb() -> float:
    """The process's resident size after a collection, in MB."""
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 1e6


def measure() -> list[float]:
    """Resident sizes: after the warm-up, and every five minutes from then on."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    window, wiring = open_window(app)
    run_for(1_500)
    hour = Hour(app, window, wiring)
    sizes = []
    for number in range(1, BATCHES + 1):
        hour.play(number)
        if number >= WARM_UP and number % LOOK_EVERY == 0:
            sizes.append(resident_mb())
            print(f"{number * 60 // BATCHES} min: {sizes[-1]:.0f} MB", flush=True)
    close(window)
    return sizes


def main() -> None:
    """Measure and print the sizes and their ratio."""
    sizes = measure()
    ratio = sizes[-1] / sizes[0]
    print("Resident size over an hour of 1,000 agents, accelerated, MB, every five minutes:")
    print(" ".join(f"{size:.0f}" for size in sizes))
    verdict = "met" if ratio < GOAL_RATIO else "MISSED"
    print(f"after an hour / after five minutes: {ratio:.3f} (goal < {GOAL_RATIO:.2f})  {verdict}")


if __name__ == "__main__":
    main()
