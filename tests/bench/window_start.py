"""From a cold process to the first paint and the first rows: `python -m tests.bench.window_start`.

Each start is a process of its own, `dialfloor` itself over a shared engine on this machine, and a bare Qt program that
shows an empty window, in turn. Measured from the process's start by the operating system's clock. `useful` is the
first rows painted: the engine was asked who we are, the feed was opened, its snapshot decoded.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

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
        print(since(), flush=True)
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
    self.painted.connect(lambda: print(since(), flush=True))
    def rows():
        if self.agents.floor.agents and self.agents.order:
            self.floor.repaint()
            print(since(), flush=True)
            os._exit(0)
    self.watching.applied.connect(rows)
module.MainWindow.__init__ = watched
import app.ui.app as program
program.MainWindow = module.MainWindow
run_window(RemoteTarget(url=sys.argv[1], token=sys.argv[2]), Path(sys.argv[3]))
"""


def _start(code: str, *arguments: str) -> list[float]:
    """Seconds from the process's start, as the child printed them."""
    done = subprocess.run(
        [sys.executable, "-c", SINCE + code, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return [float(line) for line in done.stdout.split()]


def measure() -> tuple[float, float, float]:
    """Seconds, medians: a bare window's paint, our first paint, our first rows."""
    with tempfile.TemporaryDirectory(prefix="dialfloor-bench-") as root:
        data, token, _ = make_floor(Path(root) / "data", agents=200)
        with Engine(data) as engine:
            bare, first, useful = [], [], []
            for number in range(STARTS):
                bare += _start(BARE)
                painted, rows = _start(OURS, engine.url, token, str(Path(root) / f"settings{number}"))
                first.append(painted)
                useful.append(rows)
    return statistics.median(bare), statistics.median(first), statistics.median(useful)


def main() -> None:
    """Measure and print, as ratios to the bare window too."""
    bare, first, useful = measure()
    print(f"A start of the window, medians of {STARTS} cold processes each, in turn with a bare Qt window")
    print(f"{'':24}{'seconds':>9}{'x bare':>8}{'goal':>9}")
    print(f"{'bare Qt window, paint':24}{bare:9.2f}{1.0:8.1f}{'':>9}")
    for name, value, goal in (("first paint", first, FIRST_GOAL), ("first rows", useful, USEFUL_GOAL)):
        print(f"{name:24}{value:9.2f}{value / bare:8.1f}{f'< {goal:.0f} s':>9}  {'met' if value < goal else 'MISSED'}")


if __name__ == "__main__":
    main()
