"""Opens the wallboard and keeps its figures and their age true while it is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from app.ui.models.wall import pages_of

if TYPE_CHECKING:
    from app.ui.views.wallboard import Wallboard
    from app.ui.window import MainWindow

LOOK_MS = 250
"""As often as the badge is looked at: silence shows within 2 s on the wall too."""


class WallActs(QObject):
    """One wallboard at most; it goes when the window goes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.board: Wallboard | None = None
        window.installEventFilter(self)

    def open(self) -> None:
        """Fill the screen with it."""
        from app.ui.views.wallboard import Wallboard

        if self.board is None:
            board = self.board = Wallboard(self._window.look, self._window)
            looking = QTimer(board)
            looking.setInterval(LOOK_MS)
            looking.timeout.connect(self.refresh)
            looking.start()
            board.closed.connect(self._gone)
        self.refresh()
        self.board.showFullScreen()
        self.board.activateWindow()

    def refresh(self) -> None:
        """The floor's figures as the window knows them now."""
        from app.ui.views.wallboard import Shown

        if self.board is None:
            return
        window = self._window
        floor, now = window.agents.floor, window.watching.now
        pages = () if floor.strip is None else pages_of(floor.strip, floor.agents.values(), now)
        truth = window.watching.truth()
        # Of an old screen the hour of its last message is told, not the present that was reckoned on from it.
        told = window.agents.now if truth.old else now
        self.board.show_floor(Shown(pages=pages, truth=truth, clock=f"{told.astimezone():%H:%M:%S}"))

    def _gone(self) -> None:
        self.board = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that is closed takes its wallboard along; one that is minimised does not."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous() and self.board is not None:
            self.board.close()
        return super().eventFilter(watched, event)
