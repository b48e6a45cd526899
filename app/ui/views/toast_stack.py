"""The corner where alerts call for people: three toasts at most over the footer, the others counted.

It is a child of the window and not a window of its own: it cannot take the keyboard, nor cover a dialog's buttons.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.alert_words import SEVERITIES, severity_word
from app.ui.models.toasts import Toast
from app.ui.tongue import tr
from app.ui.widgets.labels import label, paragraph, set_flag

WIDTH = 384
GAP = 8
MARGIN = 16


class ToastCard(QFrame):
    """One toast: severity in icon and word, what is the matter, and what can be done at once."""

    asked = Signal(str, str)
    """acknowledge, show or dismiss, and the toast's key."""

    def __init__(self, look: Look, toast: Toast) -> None:
        super().__init__()
        self._look = look
        self.toast = toast
        self.setProperty("role", "toast")
        self._icon = QLabel()
        self.title = label(look, "", "strong")
        self.sentence = paragraph(look, "", "text")
        self.acknowledge = self._button(tr("Acknowledge"), "acknowledge")
        self.show_it = self._button(tr("Show"), "show")
        self.close_it = self._button("", "dismiss")
        self.close_it.setProperty("kind", "quiet")
        self.close_it.setFixedSize(28, 28)
        self.close_it.setIconSize(QSize(14, 14))
        self.close_it.setToolTip(tr("Put this away; the alert stays open"))
        self.close_it.setAccessibleName(tr("Put away"))
        self._lay_out()
        self.show_toast(toast)

    def _button(self, words: str, what: str) -> QPushButton:
        button = QPushButton(words)
        # Reached by Tab, but a click must not take the keyboard from what the person was typing into.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.asked.emit(what, self.toast.key))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_it)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.show_it)
        foot.addWidget(self.acknowledge)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 8, 10)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.sentence)
        box.addSpacing(4)
        box.addLayout(foot)

    def show_toast(self, toast: Toast) -> None:
        """What it says now."""
        self.toast = toast
        mark = SEVERITIES[toast.severity]
        set_flag(self, "severity", toast.severity)
        self._icon.setPixmap(self._look.icon(mark.icon, mark.tone).pixmap(18, 18))
        self.title.setText(f"{severity_word(toast.severity)} · {toast.title}")
        self.sentence.setText(toast.sentence)
        self.close_it.setIcon(self._look.icon("close"))
        self.setAccessibleName(f"{self.title.text()}. {toast.sentence}")

    def allow(self, *, may_act: bool) -> None:
        """What only the window knows can be put away, not acknowledged; and not everyone may acknowledge."""
        self.acknowledge.setVisible(may_act and self.toast.alert_id is not None)
        self.show_it.setVisible(self.toast.alert_id is not None)


class ToastStack(QWidget):
    """Stands in the corner over `above`, or left of the buttons there; the newest of the gravest is nearest to it."""

    asked = Signal(str, str)
    all_asked = Signal()

    def __init__(self, window: QWidget, above: Callable[[], QWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._above = above
        self._look: Look | None = None
        self.setProperty("floats", True)
        self.setAccessibleName(tr("Alerts that call"))
        self.cards: dict[str, ToastCard] = {}
        self.more = QPushButton()
        self.more.setProperty("role", "toast")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self.all_asked)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        self._box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignRight)
        window.installEventFilter(self)
        self.hide()

    def wear(self, look: Look) -> None:
        """Take the look, and repaint when it changes."""
        self._look = look
        look.changed.connect(self._repaint_cards)

    @property
    def under_pointer(self) -> bool:
        """Whether somebody points at it, and so reads it."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def _repaint_cards(self) -> None:
        for card in self.cards.values():
            card.show_toast(card.toast)

    def show_toasts(self, toasts: Sequence[Toast], folded: int, *, may_act: bool) -> None:
        """Show these, the one that matters most first; `folded` more are counted above them."""
        if self._look is None:
            return
        wanted = {toast.key for toast in toasts}
        for key in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(key)
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, toast in enumerate(reversed(toasts), start=1):
            card = self.cards.get(toast.key) or self._add(self._look, toast)
            if card.toast != toast:
                card.show_toast(toast)
            card.allow(may_act=may_act)
            if self._box.indexOf(card) != place:
                self._box.removeWidget(card)
                self._box.insertWidget(place, card)
        self.more.setText(tr("and %n more: show them all", "", folded))
        self.more.setVisible(folded > 0)
        self.setVisible(bool(toasts))
        self.place()

    def _add(self, look: Look, toast: Toast) -> ToastCard:
        card = self.cards[toast.key] = ToastCard(look, toast)
        card.asked.connect(self.asked)
        return card

    def place(self) -> None:
        """Stand in the corner above whatever is lowest now."""
        if self.isHidden():
            return
        window = self._window
        width = min(WIDTH, window.width() - 2 * MARGIN)
        for card in self.cards.values():
            card.setFixedWidth(width)
        height = self._box.totalHeightForWidth(width) if self._box.hasHeightForWidth() else self.sizeHint().height()
        above = self._above()
        bottom = above.mapTo(window, above.rect().topLeft()).y() - 12
        top = max(MARGIN, bottom - height)
        # It does not slip away from under a pointer that is about to click.
        left = self.x() if self.under_pointer else self._free_left(QRect(0, top, window.width(), height), width)
        self.setGeometry(left, top, width, height)
        self.raise_()

    def _free_left(self, band: QRect, width: int) -> int:
        """The place nearest to the right edge where no button is covered; the edge if there is none."""
        corner = left = band.width() - MARGIN - width
        taken = [button for button in self._buttons() if button.intersects(band)]
        while covered := [one.left() for one in taken if one.right() >= left and one.left() < left + width]:
            left = min(covered) - GAP - width
        return left if left >= MARGIN else corner

    def _buttons(self) -> list[QRect]:
        """Where the window's buttons are; one that is scrolled out of sight is nowhere."""
        window = self._window
        return [
            QRect(button.mapTo(window, QPoint()), button.size())
            for button in window.findChildren(QAbstractButton)
            if button.isVisible() and button.window() is window and not self.isAncestorOf(button)
            if not button.visibleRegion().isEmpty()
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The corner moves with the window's size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.place()
        return super().eventFilter(watched, event)

    def announce(self, toast: Toast) -> None:
        """Have a screen reader say it, at once if it is critical."""
        said = f"{severity_word(toast.severity)}: {toast.title}. {toast.sentence}"
        event = QAccessibleAnnouncementEvent(self, said)
        urgent = toast.severity == "critical"
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
