"""One alert beside the list: what it means, what can be done, and everything that happened to it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.alert_words import (
    RULES,
    SEVERITIES,
    ago_text,
    day_time,
    event_text,
    event_who,
    level_text,
    rule_name,
    severity_word,
    state_text,
    times_text,
    who_text,
)
from app.ui.models.moment import Instant
from app.ui.models.wording import clock_text
from app.ui.tongue import marked, tr
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import label, paragraph, set_tone
from app.wire.alerts import AlertDetail, AlertItem

FACTS: tuple[tuple[str, str], ...] = (
    ("state", marked("State")),
    ("who", marked("Who")),
    ("limit", marked("Limit")),
    ("since", marked("Since")),
    ("last", marked("Last")),
    ("times", marked("Times")),
)


class AlertDetailPane(QFrame):
    """Empty until one is chosen. The history comes from the engine and follows the row."""

    agent_asked = Signal(str)
    limits_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.alert: AlertItem | None = None
        self.setProperty("role", "card")
        self._icon = QLabel()
        self._kind = label(look, "", "strong")
        self.sentence = label(look, "", "heading")
        self.sentence.setWordWrap(True)
        self.facts: dict[str, QLabel] = {id_: paragraph(look, "", "text") for id_, _ in FACTS}
        self.means = paragraph(look)
        self.do = paragraph(look, "", "text")
        self.history = FactTable(
            look, tr("History"), (tr("When"), tr("What happened")), (76, 200), 1, tr("Loading its history…")
        ).wrap()
        self.nothing = paragraph(look, tr("Choose an alert to see what it means, what can be done, and its history."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.agent = self._button(tr("Show the agent"), "account-search-outline", tr("On the floor (G)"))
        self.limits = self._button(tr("Its limits"), "tune-variant", tr("Edit the agent's limits (L)"))
        self._body = QWidget()
        self._lay_out()
        look.changed.connect(self._repaint)
        self.show_alert(None, None)

    def _button(self, words: str, icon: str, hint: str) -> QPushButton:
        button = QPushButton(words)
        button.setIconSize(QSize(16, 16))
        button.setProperty("icon_name", icon)
        button.setToolTip(hint)
        return button

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._kind, 1)
        inner.addLayout(head)
        inner.addWidget(self.sentence)
        inner.addLayout(self._fact_grid())
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.agent)
        foot.addWidget(self.limits)
        foot.addStretch(1)
        inner.addLayout(foot)
        for title, words in ((tr("What it means"), self.means), (tr("What can be done"), self.do)):
            inner.addWidget(label(self._look, title, "caption", "muted"))
            inner.addWidget(words)
        inner.addWidget(label(self._look, tr("History"), "caption", "muted"))
        self.history.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.history.installEventFilter(self)
        inner.addWidget(self.history)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setProperty("role", "bare")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        self._scroll = scroll
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(scroll, 1)
        box.addWidget(self.nothing, 1)
        self.agent.clicked.connect(lambda: self.agent_asked.emit(self._agent_id))
        self.limits.clicked.connect(lambda: self.limits_asked.emit(self._agent_id))

    def _fact_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (id_, words) in enumerate(FACTS):
            name = label(self._look, tr(words), "body", "muted")
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, row, 0)
            grid.addWidget(self.facts[id_], row, 1)
        return grid

    @property
    def _agent_id(self) -> str:
        return "" if self.alert is None else self.alert.agent_id or ""

    def _repaint(self) -> None:
        for button in (self.agent, self.limits):
            button.setIcon(self._look.icon(str(button.property("icon_name"))))
        self.history.recolour()
        if self.alert is not None:
            mark = SEVERITIES[self.alert.severity]
            self._icon.setPixmap(self._look.icon(mark.icon, mark.tone).pixmap(18, 18))

    def show_alert(self, alert: AlertItem | None, now: Instant | None, *, may_edit: bool = False) -> None:
        """Show one as the list has it; the history of another alert is taken away."""
        another = (self.alert is None) != (alert is None) or (
            self.alert is not None and alert is not None and self.alert.id != alert.id
        )
        self.alert = alert
        self._scroll.setVisible(alert is not None)
        self.nothing.setVisible(alert is None)
        if alert is None or now is None:
            return
        if another:
            self.history.show_facts(())
            self._fit_history()
            self._scroll.verticalScrollBar().setValue(0)
        mark = SEVERITIES[alert.severity]
        self._kind.setText(f"{severity_word(alert.severity)} · {rule_name(alert.rule)}")
        set_tone(self._kind, mark.tone)
        self.sentence.setText(alert.sentence)
        self.means.setText(tr(RULES[alert.rule].means))
        self.do.setText(tr(RULES[alert.rule].do))
        self.agent.setVisible(alert.agent_id is not None)
        self.limits.setVisible(alert.agent_id is not None and may_edit)
        self._repaint()
        self.show_ages(now)

    def show_ages(self, now: Instant) -> None:
        """The facts as of now."""
        alert = self.alert
        if alert is None:
            return
        words = {
            "state": state_text(alert, now),
            "who": who_text(alert),
            "limit": level_text(alert),
            "since": day_time(alert.opened_at, now),
            "last": f"{day_time(alert.last_at, now)}, {ago_text(alert.last_at, now)}",
            "times": times_text(alert.count),
        }
        for id_, text in words.items():
            if self.facts[id_].text() != text:
                self.facts[id_].setText(text)

    def show_history(self, detail: AlertDetail, now: Instant) -> None:
        """What happened to it, newest first."""
        if self.alert is None or self.alert.id != detail.alert.id:
            return
        facts = []
        for event in reversed(detail.history):
            who = event_who(event)
            said = event_text(event)
            facts.append((clock_text(event.at, now), f"{said}\n{who}" if who else said))
        self.history.show_facts(facts)
        self._fit_history()

    def _fit_history(self) -> None:
        """As high as its entries: the pane scrolls, not a list within it."""
        self.history.resizeRowsToContents()
        rows = sum(self.history.rowHeight(row) for row in range(self.history.rowCount()))
        self.history.setFixedHeight(self.history.horizontalHeader().height() + rows + 4)
        # At once, or the pane would be seen for a moment with a history that is higher than its place.
        QCoreApplication.sendPostedEvents(self._body, QEvent.Type.LayoutRequest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sentences break anew at another width, and the history is higher or lower for it."""
        if isinstance(event, QResizeEvent) and event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, self, self._fit_history)
        return super().eventFilter(watched, event)

    def say_trouble(self, sentence: str) -> None:
        """The history could not be had."""
        self.history.show_facts(((tr("Trouble"), sentence),))
        self._fit_history()
