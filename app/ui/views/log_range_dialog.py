"""A range of one's own for the log: from when, up to when."""

from datetime import datetime

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from app.ui.design.look import Look
from app.ui.models.moment import Instant
from app.ui.tongue import tr
from app.ui.widgets.labels import set_flag
from app.ui.widgets.sheet import Sheet


class LogRangeDialog(Sheet):
    """Two local times. A range that ends before it begins is not taken, and says so at its end."""

    ranged = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget, since: Instant, until: Instant) -> None:
        super().__init__(look, parent, tr("Range of time"), tr("Show"), width=420)
        self.since, self.until = QDateTimeEdit(), QDateTimeEdit()
        for edit, at in ((self.since, since), (self.until, until)):
            edit.setDisplayFormat("yyyy-MM-dd HH:mm")
            edit.lineEdit().setTextMargins(6, 0, 0, 0)
            edit.setDateTime(QDateTime.fromSecsSinceEpoch(int(at.timestamp())))
        self.field(tr("From"), self.since, tr("Your local time"))
        self._hint = tr("This instant is no longer in the range")
        self._note = self.field(tr("Up to, not including"), self.until, self._hint)
        self.go.clicked.connect(self._take)
        for edit in (self.since, self.until):
            edit.dateTimeChanged.connect(lambda _: self._say(""))
        self.since.setFocus()

    @staticmethod
    def _instant(edit: QDateTimeEdit) -> datetime:
        return datetime.fromtimestamp(edit.dateTime().toSecsSinceEpoch()).astimezone()

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence or self._hint)
        set_flag(self.until, "invalid", bool(sentence))

    def _take(self) -> None:
        since, until = self._instant(self.since), self._instant(self.until)
        if until <= since:
            self._say(tr("The end must come after the beginning"))
            self.until.setFocus()
            return
        self.ranged.emit(since, until)
        self.accept()
