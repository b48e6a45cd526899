"""Garbage of the window is collected on the GUI thread and nowhere else."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

SWEEP_MS = 500


class Sweeper(QObject):
    """Collects when Python would have, looked at twice a second, on the thread that made it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beat = QTimer(self)
        self._beat.setInterval(SWEEP_MS)
        self._beat.timeout.connect(sweep)
        self._beat.start()


def sweep() -> None:
    """Collect the oldest generation that is due, and the younger ones with it."""
    due = [age for age, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if made > most]
    if due:
        gc.collect(due[-1])


@contextmanager
def swept_here() -> Iterator[None]:
    """Until the block ends, only this thread collects.

    A closed dialog is garbage in a cycle with its own slots. Python collects on whichever thread happens to allocate,
    here the feed's or a question's, and Qt's objects must not be destroyed there: timers cry, and the window dies of
    it without a word.
    """
    gc.disable()
    sweeper = Sweeper()
    try:
        yield
    finally:
        sweeper.deleteLater()
        gc.enable()
