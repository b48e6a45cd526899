"""How long an edit is to hold: until somebody changes it, for an hour, or for the rest of the day."""

from datetime import UTC, datetime, time, timedelta

import msgspec
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.moment import Instant
from app.ui.models.wording import clock_text
from app.ui.tongue import tr
from app.ui.widgets.labels import ElidedLabel, label
from app.wire.operator import EditAgent


class TermBox(QWidget):
    """One choice, with the instant it means written out: that instant is what the engine is asked for."""

    def __init__(self, look: Look, running: Instant | None, now: Instant) -> None:
        super().__init__()
        self.choice = QComboBox()
        self.choice.setMinimumHeight(32)
        self.choice.setAccessibleName(tr("How long it holds"))
        self._ends: list[Instant | None] = [None, now + timedelta(hours=1), _midnight(now)]
        hour, day = (clock_text(end, now) for end in self._ends if end is not None)
        self.choice.addItem(tr("Until it is changed"))
        self.choice.addItem(tr("For 1 hour, until {time}").format(time=hour))
        self.choice.addItem(tr("For the rest of the day, until {time}").format(time=day))
        name = label(look, tr("How long"), "strong")
        name.setBuddy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.choice)
        self._running = "" if running is None else clock_text(running, now)
        self._note = ElidedLabel(look, "", "caption", "muted")
        row.addWidget(self._note, 1)
        self.choice.currentIndexChanged.connect(self._explain)
        self._explain()

    def _explain(self) -> None:
        if self.until is not None:
            self._note.setText(tr("Then it goes back by itself."))
        elif self._running:
            self._note.setText(tr("Now set until {time}: this would last.").format(time=self._running))
        else:
            self._note.setText("")

    @property
    def until(self) -> Instant | None:
        """When it goes back, None for never."""
        return self._ends[self.choice.currentIndex()]

    def bound(self, edit: EditAgent) -> EditAgent:
        """The edit, to hold as long as was chosen."""
        return edit if self.until is None else msgspec.structs.replace(edit, until=self.until)


def _midnight(now: Instant) -> Instant:
    tomorrow = now.astimezone().date() + timedelta(days=1)
    return datetime.combine(tomorrow, time()).astimezone().astimezone(UTC)
