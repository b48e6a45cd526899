"""What stands beside a list of the log: a head, facts, a row of ways to go on, and the parts that each kind adds."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.design.look import Look
from app.ui.tongue import marked, tr
from app.ui.widgets.busy_line import BusyLine
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import ElidedLabel, label, paragraph

WAYS: tuple[tuple[str, str, str, str], ...] = (
    (
        "show_agent",
        marked("Show agent"),
        "account-search-outline",
        marked("On the floor (G)"),
    ),
    ("only_agent", marked("Only agent"), "filter-outline", marked("Only what this agent did (A)")),
    ("only_session", marked("Only session"), "filter-outline", marked("Only what belongs to this session (S)")),
    ("only_number", marked("Only number"), "filter-outline", marked("Only calls to this number (N)")),
    ("show_number", marked("Show number"), "eye-outline", marked("The whole number, until you leave this row (V)")),
)


FACT_HEAD, FACT_ROW, MOST_FACTS = 32, 26, 8


UNBROKEN = ("id", "recording")
"""Facts of one long word, which no line break helps."""

LOADING: tuple[tuple[str, ...], ...] = (("…",),)


class LogPane(QFrame):
    """Empty until a row is chosen; what the row knows stands at once, the rest when the engine has told."""

    way_asked = Signal(str)
    again_asked = Signal()

    def __init__(self, look: Look, ways: Sequence[str], nothing: str) -> None:
        super().__init__()
        self.look = look
        self.setProperty("role", "card")
        self.setMinimumWidth(320)
        self._icon = QLabel()
        self._icon_of = ("", "muted")
        self.head = ElidedLabel(look, "", "heading")
        self.line = ElidedLabel(look, "", "caption", "muted")
        self.busy = BusyLine(look, tr("Loading"))
        self.ways: dict[str, QPushButton] = {}
        self.facts: dict[str, QLabel] = {}
        self._fact_names: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self.parts = QVBoxLayout()
        self.trouble = QFrame()
        self._trouble_words = paragraph(look, "", "text")
        self.again = QPushButton(tr("Try again"))
        self.nothing = paragraph(look, nothing)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = QWidget()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._add_ways(ways)
        self._lay_out()
        look.changed.connect(self._repaint)
        self._repaint()
        self.show_nothing()

    def _add_ways(self, ways: Sequence[str]) -> None:
        for name, words, icon, hint in WAYS:
            if name not in ways:
                continue
            button = self.ways[name] = QPushButton(tr(words))
            button.setIconSize(QSize(14, 14))
            button.setProperty("icon_name", icon)
            button.setToolTip(tr(hint))
            button.clicked.connect(lambda _=False, way=name: self.way_asked.emit(way))

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self.head, 1)
        inner.addLayout(head)
        inner.addWidget(self.line)
        ways = QGridLayout()
        ways.setSpacing(8)
        for place, button in enumerate(self.ways.values()):
            alone = place == len(self.ways) - 1 and place % 2 == 0
            ways.addWidget(button, place // 2, place % 2, 1, 2 if alone else 1)
        inner.addLayout(ways)
        inner.addLayout(self._grid)
        self.trouble.setProperty("role", "problem")
        wrong = QHBoxLayout(self.trouble)
        wrong.setContentsMargins(12, 8, 8, 8)
        wrong.addWidget(self._trouble_words, 1)
        wrong.addWidget(self.again)
        self.again.clicked.connect(self.again_asked)
        inner.addWidget(self.trouble)
        self.parts.setSpacing(8)
        inner.addLayout(self.parts, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(self.busy)
        box.addWidget(self._scrolled(), 1)
        box.addWidget(self.nothing, 1)

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setProperty("role", "bare")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        self.sheet = scroll
        return scroll

    def add_fact(self, name: str, words: str) -> None:
        """A line of the facts: its words, and what it says later; without anything to say it is not there."""
        title = label(self.look, words, "body", "muted")
        title.setAlignment(Qt.AlignmentFlag.AlignTop)
        told = ElidedLabel(self.look, "", "body") if name in UNBROKEN else paragraph(self.look, "", "text")
        # As narrow as the pane is: a word longer than that is cut, and whole in its tooltip.
        told.setSizePolicy(QSizePolicy.Policy.Ignored, told.sizePolicy().verticalPolicy())
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self.facts)
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(told, row, 1)
        self.facts[name], self._fact_names[name] = told, title

    def put_fact(self, name: str, words: str) -> None:
        """What a fact says; empty takes its line away."""
        self.facts[name].setText(words)
        self.facts[name].setToolTip(words)
        for part in (self.facts[name], self._fact_names[name]):
            part.setVisible(bool(words))

    def add_part(self, title: str, part: QWidget) -> QLabel:
        """A titled part below the facts."""
        name = label(self.look, title, "caption", "muted")
        self.parts.addWidget(name)
        self.parts.addWidget(part)
        return name

    @staticmethod
    def show_facts(table: FactTable, facts: Sequence[tuple[str, ...]]) -> None:
        """Fill a short list and make it as high as it is long: the pane scrolls, and not each list in it."""
        table.show_facts(facts)
        table.setFixedHeight(FACT_HEAD + FACT_ROW * max(1, min(MOST_FACTS, len(facts))))

    def show_icon(self, icon: str, tone: str) -> None:
        """The icon before the head."""
        self._icon_of = (icon, tone)
        self._icon.setPixmap(self.look.icon(icon, "muted" if tone == "text" else tone).pixmap(18, 18))

    def _repaint(self) -> None:
        for button in self.ways.values():
            button.setIcon(self.look.icon(str(button.property("icon_name"))))
        if self._icon_of[0]:
            self.show_icon(*self._icon_of)

    def show_nothing(self) -> None:
        """No row is chosen."""
        self.sheet.hide()
        self.nothing.show()
        self.busy.show_busy(False)

    def show_something(self) -> None:
        """A row is chosen."""
        self.nothing.hide()
        self.sheet.show()

    def say_trouble(self, sentence: str) -> None:
        """Why the rest is not there; empty takes it away."""
        self._trouble_words.setText(sentence)
        self.trouble.setAccessibleName(sentence)
        self.trouble.setVisible(bool(sentence))

    def focus_first(self) -> None:
        """The keyboard goes to the ways on from the row."""
        next(iter(self.ways.values())).setFocus()
