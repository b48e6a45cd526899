"""Which thread takes the window's garbage away."""

import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.sweeping import swept_here


class Ring(QObject):
    """Holds itself, as a dialog does whose slots name it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_what_a_window_drops_is_destroyed_on_its_own_thread_however_busy_the_others_are(qtbot: QtBot) -> None:
    taken: list[threading.Thread] = []
    # Held to the end: what is freed again is not counted, and a collection would not be due.
    held: list[list[int]] = []

    def allocate() -> None:
        held.extend([number] for number in range(200_000))

    with swept_here():
        weakref.finalize(Ring(), lambda: taken.append(threading.current_thread()))
        worker = threading.Thread(target=allocate)
        worker.start()
        worker.join()
        assert not taken
        qtbot.waitUntil(lambda: bool(taken))
    assert taken == [threading.current_thread()]
