"""The heat map under a full floor: 1,000 agents, 4 updates a second: `python -m tests.bench.heat_frame`.

A frame is one batch applied and the map painted anew, with the detail pane beside it: rows one can read, then the
whole floor fitted.
"""

import gc
import statistics
import sys

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.bench.window_frame import AGENTS, GOAL_P95_MS, UPDATES, frames_of, open_window, run_for


def measure() -> dict[str, list[float]]:
    """Milliseconds a frame, sorted, by how the map is shown."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    window, wiring = open_window(app)
    run_for(1500)
    window.acts.more.heat.toggle()
    panel = window.acts.more.heat.panel
    if panel is None:
        raise TypeError("the heat map was not built")
    taken: dict[str, list[float]] = {}
    gc.collect()
    gc.freeze()
    for name, fitted in (("readable rows", False), ("whole floor", True)):
        panel.fit.setChecked(fitted)
        run_for(200)
        updates = [msgspec.json.encode(wiring.floor.world.advance(0.25)) for _ in range(UPDATES)]
        taken[name] = frames_of(app, window, updates)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return taken


def main() -> None:
    """Measure and print against the goal."""
    print(f"The heat map, {AGENTS:,} agents at 1920x1080, 50 rows changed in each of {UPDATES} updates")
    print(f"{'':20}{'p50, ms':>10}{'p95, ms':>10}{'goal':>8}")
    for name, frames in measure().items():
        p95 = frames[int(len(frames) * 0.95)]
        verdict = "met" if p95 < GOAL_P95_MS else "MISSED"
        print(f"{name:20}{statistics.median(frames):10.1f}{p95:10.1f}{f'< {GOAL_P95_MS:.0f}':>8}  {verdict}")


if __name__ == "__main__":
    main()
