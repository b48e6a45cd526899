"""Alerts that are over, read from the log a page at a time, newest first, for a list without an end."""

from PySide6.QtCore import QObject, Signal

from app.ui.bridge import Bridge, Trouble
from app.wire.alerts import AlertItem, AlertsPage

PAGE = 100
ENOUGH = 40
MOST_PAGES = 20
"""Pages read on in one go for a filter that lets few through; scrolling reads further."""


class AlertLog(QObject):
    """What was read so far, and the one question that is out."""

    came = Signal()
    failed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.alerts: list[AlertItem] = []
        self._cursor: str | None = None
        self._turn = 0
        self._pages = 0
        self.loading = False
        self.has_more = True

    def forget(self) -> None:
        """Of another tenant: what is asked for still is not taken."""
        self._turn += 1
        self.alerts, self._cursor = [], None
        self.loading, self.has_more = False, True

    def begin(self) -> None:
        """Read the first page, unless something was read already."""
        if not self.alerts and self.has_more:
            self.more()

    def more(self) -> None:
        """Read the next page."""
        self._pages = 0
        self._read()

    def again(self) -> None:
        """Read the next page after trouble; what a question that is out still answers is not taken."""
        self._turn += 1
        self.loading = False
        self.more()

    def fill(self, shown: int) -> None:
        """Read on while a filter lets fewer through than fill a screen."""
        if shown < ENOUGH and self.alerts and self._pages < MOST_PAGES:
            self._read()

    def _read(self) -> None:
        if self.loading or not self.has_more:
            return
        self.loading = True
        self._pages += 1
        turn, cursor = self._turn, self._cursor
        self._bridge.ask(
            lambda gateway: gateway.alerts(state="resolved", cursor=cursor, limit=PAGE),
            self,
            lambda page: self._take(turn, page),
            lambda trouble: self._fail(turn, trouble),
        )

    def _take(self, turn: int, page: AlertsPage) -> None:
        if turn != self._turn:
            return
        self.loading = False
        known = {alert.id for alert in self.alerts}
        self.alerts.extend(alert for alert in page.alerts if alert.id not in known)
        self._cursor = page.cursor
        self.has_more = page.cursor is not None
        self.came.emit()

    def _fail(self, turn: int, trouble: Trouble) -> None:
        if turn == self._turn:
            self.loading = False
            self.failed.emit(trouble)

    def put(self, alert: AlertItem) -> None:
        """One that is over by now, as the feed says: on top."""
        if self.alerts or not self.has_more:
            self.alerts = [alert, *(other for other in self.alerts if other.id != alert.id)]
