"""From a cold process to the first paint and the first rows: `python -m tests.bench.window_start`.

Each start is a process of its own, `dialfloor` itself over a shared engine on this machine, and a bare Qt program that
shows an empty window, in turn. Measured from the process's start by the operating system's clock. `useful` is the
first rows painted: the engine was asked who we are, the feed was opened, its snapshot decoded. Beside the wall clock
stands the CPU that the process had taken by then: on a crowded machine the rest was waiting.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.bench.window_beside_engine import Engine, make_floor

STARTS = 5
FIRST_GOAL, USEFUL_GOAL = 1.0, 2.0
SINCE = """
import time
def since():
    ticks = int(open('/proc/self/stat').read().rsplit(')', 1)[1].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / __import__('os').sysconf('SC_CLK_TCK')
"""
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
class Empty(QWidget):
    def paintEvent(self, event):
        print(since(), time.process_time(), flush=True)
        __import__('os')._exit(0)
app = QApplication(sys.argv)
window = Empty()
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
import os, sys
from pathlib import Path
from app.ui.app import RemoteTarget, run_window
from app.ui import window as module
before = module.MainWindow.__init__
def watched(self, parts):
    before(self, parts)
    self.painted.connect(lambda: print(since(), time.process_time(), flush=True))
    def rows():
        if self.agents.floor.agents and self.agents.order:
            self.floor.repaint()
            print(since(), time.process_time(), flush=True)
            os._exit(0)
    self.watching.applied.connect(rows)
module.MainWindow.__init__ = watched
import app.ui.app as program
program.MainWindow = module.MainWindow
run_window(RemoteTarget(url=sys.argv[1], token=sys.argv[2]), Path(sys.argv[3]))
"""


class Moment(NamedTuple):
    """Seconds from a process's start until something was seen, and of its CPU."""

    wall: float
    cpu: float


def _start(code: str, *arguments: str) -> list[Moment]:
    """When the child saw what, as it printed it."""
    done = subprocess.run(
        [sys.executable, "-c", SINCE + code, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return [Moment(*map(float, line.split())) for line in done.stdout.splitlines()]


def _median(moments: list[Moment]) -> Moment:
    return Moment(statistics.median(one.wall for one in moments), statistics.median(one.cpu for one in moments))


def measure() -> tuple[Moment, Moment, Moment]:
    """Medians: a bare window's paint, our first paint, our first rows."""
    bare: list[Moment] = []
    first: list[Moment] = []
    useful: list[Moment] = []
    with tempfile.TemporaryDirectory(prefix="dialfloor-bench-") as root:
        data, token, _ = make_floor(Path(root) / "data", agents=200)
        with Engine(data) as engine:
            for number in range(STARTS):
                bare += _start(BARE)
                painted, rows = _start(OURS, engine.url, token, str(Path(root) / f"settings{number}"))
                first.append(painted)
                useful.append(rows)
    return _median(bare), _median(first), _median(useful)


def main() -> None:
    """Measure and print, as ratios to the bare window too."""
    bare, first, useful = measure()
    print(f"A start of the window, medians of {STARTS} cold processes each, in turn with a bare Qt window")
    print(f"{'':24}{'seconds':>9}{'x bare':>8}{'of CPU':>8}{'x bare':>8}{'goal':>9}")
    rows = (
        ("bare Qt window, paint", bare, None),
        ("first paint", first, FIRST_GOAL),
        ("first rows", useful, USEFUL_GOAL),
    )
    for name, one, goal in rows:
        figures = f"{one.wall:9.2f}{one.wall / bare.wall:8.1f}{one.cpu:8.2f}{one.cpu / bare.cpu:8.1f}"
        verdict = "" if goal is None else f"{f'< {goal:.0f} s':>9}  {'met' if one.wall < goal else 'MISSED'}"
        print(f"{name:24}{figures}{verdict}")


if __name__ == "__main__":
    main()
