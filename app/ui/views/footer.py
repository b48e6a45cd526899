"""The line at the bottom: how many rows, which engine, and the discreet notice of what others changed."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.design.look import Look
from app.ui.models.wording import change_words, inside, limit_words
from app.ui.tongue import tr
from app.ui.widgets.labels import ElidedLabel, label
from app.wire.feed import LimitChanged, LimitWarning

NOTICE_MS = 15_000


def notice_of(edit: LimitChanged) -> str:
    """`Maria changed Ben's calls per hour 100 → 80: complaints`."""
    if edit.before is None and edit.by == edit.subject:
        # Its first session made the agent and wrote its defaults: news of a person, not four edits of limits.
        return tr("{agent} is new on the floor, with the default limits").format(agent=edit.subject)
    said = tr("{who} changed {agent}’s {change}: {reason}")
    return said.format(who=edit.by, agent=edit.subject, change=change_words(edit), reason=edit.reason)


class Footer(QWidget):
    """Counts on the left, the newest notice in the middle, the engine on the right."""

    notice_clicked = Signal(str)
    """The id of the agent that the notice is about."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._look = look
        self._about = ""
        self._count = label(look, "", "caption", "muted")
        self._icon = QLabel()
        self.notice = ElidedLabel(look, "", "caption", "text")
        self.engine = label(look, "", "caption", "faint")
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(NOTICE_MS)
        self._fade.timeout.connect(self.clear_notice)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addSpacing(16)
        row.addWidget(self._icon)
        row.addWidget(self.notice, 1)
        row.addWidget(self.engine)
        self.setFixedHeight(28)
        self._icon.hide()

    def show_counts(self, shown: int, known: int, old_outside: int) -> None:
        """How many rows of how many; old sessions that the filter keeps out are named."""
        text = tr("%Ln agents", "", known)
        if shown != known:
            text = tr("{shown} of %Ln agents", "", known).format(shown=f"{shown:,}")
        if old_outside:
            text += " · " + tr("%n with an old session not in this filter", "", old_outside)
        self._count.setText(text)

    def show_engine(self, text: str) -> None:
        """Which engine this window looks at."""
        self.engine.setText(text)

    def tell(self, text: str, icon: str = "information-outline", about: str = "") -> None:
        """Show a notice for a while; a click on it chooses the agent it is about."""
        self._about = about
        self.notice.setText(text)
        self.notice.setAccessibleName(text)
        self._icon.setPixmap(self._look.icon(icon, "accent").pixmap(14, 14))
        self._icon.show()
        self._fade.start()

    def tell_edit(self, edit: LimitChanged) -> None:
        """Say who changed a limit, from what to what, and why."""
        self.tell(notice_of(edit), "tune-variant", edit.scope_id or "")

    def tell_warning(self, warning: LimitWarning) -> None:
        """Say which limit is near, or would have refused if it were enforced."""
        level = f"{warning.subject}: {inside(limit_words(warning.limit_id))} {warning.used}/{warning.limit}"
        if warning.kind == "near_limit":
            self.tell(tr("Near its limit: {level}").format(level=level), "alert", warning.subject_id)
        else:
            self.tell(tr("Alert only, would have refused: {level}").format(level=level), "alert", warning.subject_id)

    def clear_notice(self) -> None:
        """Take the notice away."""
        self._about = ""
        self.notice.setText("")
        self._icon.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the notice chooses its agent."""
        super().mouseReleaseEvent(event)
        if self._about and self.childAt(event.position().toPoint()) in (self.notice, self._icon):
            self.notice_clicked.emit(self._about)
