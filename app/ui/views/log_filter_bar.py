"""Over the list of calls or refusals: what it is narrowed by, each choice as a chip that a click takes back."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.log_narrow import SPANS, Chosen, Field, Kind, LogNarrow, looks_like_an_id, number_trouble
from app.ui.models.log_rows import outcome_words, status_of
from app.ui.models.moment import Instant
from app.ui.models.wording import reason_words
from app.ui.tongue import marked, tr
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.labels import label, set_flag
from app.wire.log import LogChoices

BOXES: tuple[tuple[Field, str], ...] = (
    ("agent_id", marked("Agent")),
    ("status", marked("Status")),
    ("disposition", marked("Outcome")),
    ("code", marked("Reason")),
    ("campaign_id", marked("Campaign")),
    ("user_id", marked("User")),
)


class LogFilterBar(QWidget):
    """Says by signal what the list is to be narrowed by; keeps the filter in force."""

    changed = Signal()
    custom_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.narrow = LogNarrow()
        self.kind: Kind = "calls"
        self.span = QComboBox()
        self.number = QLineEdit()
        self.boxes: dict[Field, ChoiceBox] = {field: ChoiceBox(tr(words)) for field, words in BOXES}
        self.chips: dict[str, QPushButton] = {}
        self.clear_all = QPushButton(tr("Clear all"))
        self.trouble = label(look, "", "caption", "danger")
        self._chip_row = QHBoxLayout()
        self._only = label(look, tr("Only"), "body", "muted")
        self._chip_line = QWidget()
        self._lay_out()
        self._connect()
        self.show_kind("calls")

    def _lay_out(self) -> None:
        for span, words in SPANS.items():
            self.span.addItem(tr(words), span)
        self.span.setAccessibleName(tr("Time range"))
        self.number.setPlaceholderText(tr("Number or session id (/)"))
        self.number.setToolTip(
            tr("The last digits of a number, its beginning with a plus, or the id of a session; then Enter")
        )
        self.number.setAccessibleName(tr("Find a number or a session"))
        self.number.setMinimumWidth(150)
        self.number.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clear_all.setProperty("kind", "quiet")
        self.clear_all.setToolTip(tr("Esc"))
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.span)
        above.addWidget(self.number, 2)
        for box in self.boxes.values():
            above.addWidget(box, 1)
        self._chip_row.setSpacing(6)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self._chip_row.addWidget(self._only)
        self._chip_row.addStretch(1)
        self._chip_row.addWidget(self.clear_all)
        self._chip_line.setLayout(self._chip_row)
        self._chip_line.setAccessibleName(tr("Filters in force"))
        self._chip_line.hide()
        self.trouble.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(above)
        lines.addWidget(self.trouble)
        lines.addWidget(self._chip_line)

    def _connect(self) -> None:
        self.span.activated.connect(lambda _: self._choose_span(str(self.span.currentData())))
        self.number.returnPressed.connect(self._find)
        self.number.textEdited.connect(lambda _: self._say_trouble(""))
        for field, box in self.boxes.items():
            box.picked.connect(lambda value, words, at=field: self.choose(Chosen(field=at, value=value, words=words)))
        self.clear_all.clicked.connect(self.clear)
        self._look.changed.connect(self._paint_icons)

    def show_kind(self, kind: Kind) -> None:
        """Narrow calls, or refusals: each by what it has."""
        self.kind = kind
        calls = kind == "calls"
        for field in ("status", "disposition", "campaign_id"):
            self.boxes[field].setVisible(calls)
        self.boxes["code"].setVisible(not calls)
        self.number.setPlaceholderText(tr("Number or session id (/)") if calls else tr("Session id (/)"))
        self._show_chips()

    def offer(self, choices: LogChoices) -> None:
        """What there is to choose from."""
        self.boxes["agent_id"].offer([(named.id, named.name) for named in choices.agents])
        self.boxes["campaign_id"].offer([(named.id, named.name) for named in choices.campaigns])
        self.boxes["user_id"].offer([(named.id, named.name) for named in choices.users])
        self.boxes["status"].offer([(word, tr(status_of(word).word)) for word in choices.statuses])
        self.boxes["disposition"].offer([(word, outcome_words(word)) for word in choices.dispositions])
        self.boxes["code"].offer([(code, reason_words(code)) for code in choices.codes])

    def choose(self, one: Chosen) -> None:
        """Narrow by one more."""
        self.put(self.narrow.choose(one))

    def put(self, narrow: LogNarrow) -> None:
        """Put another filter in force."""
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self.span.setCurrentIndex(self.span.findData(narrow.span))
        self._show_chips()
        self.changed.emit()

    def clear(self) -> None:
        """Narrow by nothing."""
        self.number.clear()
        self._say_trouble("")
        self.put(LogNarrow())

    def _choose_span(self, span: str) -> None:
        if span == "custom":
            # What is in force stays so until the dialog said which.
            self.span.setCurrentIndex(self.span.findData(self.narrow.span))
            self.custom_asked.emit()
            return
        self.put(self.narrow.within(span))

    def _find(self) -> None:
        text = self.number.text().strip()
        if not text:
            return
        if looks_like_an_id(text):
            self.choose(Chosen(field="session_id", value=text.lower(), words=f"…{text[-6:]}"))
        elif self.kind == "refusals":
            self._say_trouble(tr("Refusals have no number; write the id of a session, or choose an agent"))
            return
        elif trouble := number_trouble(text):
            self._say_trouble(trouble)
            return
        else:
            words = text if text.startswith("+") else f"…{text}"
            self.choose(Chosen(field="number", value=text, words=words))
        self.number.clear()

    def _say_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        set_flag(self.number, "invalid", bool(sentence))

    def show_span(self, now: Instant) -> None:
        """The words of a range of one's own, which depend on the day."""
        chip = self.chips.get("span")
        if chip is not None:
            chip.setText(self.narrow.span_words(now))

    def _show_chips(self) -> None:
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        if self.narrow.span != "all":
            self._add_chip("span", tr(SPANS[self.narrow.span]), self.narrow.within("all"))
        for one in self.narrow.for_kind(self.kind):
            self._add_chip(one.field, one.chip, self.narrow.without(one.field))
        self._chip_line.setVisible(bool(self.chips))
        self._paint_icons()

    def _add_chip(self, name: str, words: str, without: LogNarrow) -> None:
        chip = QPushButton(words)
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setIconSize(QSize(12, 12))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(tr("Take this filter back"))
        chip.setAccessibleName(tr("Filter {what}: press to take it back").format(what=words))
        chip.clicked.connect(lambda: self.put(without))
        self._chip_row.insertWidget(len(self.chips) + 1, chip)
        self.chips[name] = chip

    def _paint_icons(self) -> None:
        for chip in self.chips.values():
            chip.setIcon(self._look.icon("close", "accent"))
