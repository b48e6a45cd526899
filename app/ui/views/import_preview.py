"""A contact file before it is imported: which column is which, its first lines, and what is wrong with the others."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.design.look import Look
from app.ui.models.import_words import NAMES, REGIONS, fault_of, found_words, line_facts, verdict_words
from app.ui.tongue import tr
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import ElidedLabel, label, set_tone
from app.wire.imports import ColumnPlaces, ImportFacts

FEW_COLUMNS = 8
"""So many columns share the width; more of them are scrolled."""

WIDTH = 150


class ImportPreview(QWidget):
    """Emits `changed` when a person maps a column otherwise or names another country.

    `names` are the columns that can be mapped, `verdict` says what an import would do.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        names: Mapping[str, str] = NAMES,
        verdict: Callable[[ImportFacts], str] = verdict_words,
    ) -> None:
        super().__init__()
        self._look = look
        self._names = names
        self._verdict = verdict
        self._header: list[str] = []
        self.columns: dict[str, QComboBox] = {}
        self.region = QComboBox()
        self.region.setEditable(True)
        self.region.addItems(list(REGIONS))
        self.found = ElidedLabel(look, "", "body", "muted")
        self.verdict = ElidedLabel(look, "", "strong")
        self.sample = _Sample(look)
        titles = (tr("Line"), tr("Field"), tr("Why it cannot be imported"))
        self.rejected = FactTable(look, tr("Lines that cannot be imported"), titles, (70, 90, 300), 2, "")
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, (name, words) in enumerate(self._names.items()):
            box = self.columns[name] = QComboBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            box.currentIndexChanged.connect(self._mapped)
            self._name(grid, at, tr(words), box)
        self._name(grid, len(self._names), tr("Country of numbers without one"), self.region)
        edit = self.region.lineEdit()
        if edit is not None:
            edit.setMaxLength(2)
            edit.editingFinished.connect(self.changed)
        self.region.activated.connect(lambda _: self.changed.emit())
        said = QHBoxLayout()
        said.setSpacing(16)
        said.addWidget(self.verdict, 3)
        said.addWidget(self.found, 2)
        box_ = QVBoxLayout(self)
        box_.setContentsMargins(0, 0, 0, 0)
        box_.setSpacing(12)
        box_.addLayout(grid)
        box_.addLayout(said)
        box_.addWidget(self.sample, 3)
        box_.addWidget(self.rejected, 2)

    def _name(self, grid: QGridLayout, at: int, words: str, box: QComboBox) -> None:
        title = label(self._look, words, "caption", "muted")
        title.setBuddy(box)
        box.setAccessibleName(words)
        grid.addWidget(title, 0, at)
        grid.addWidget(box, 1, at)
        grid.setColumnStretch(at, 1)

    @property
    def places(self) -> ColumnPlaces:
        """The columns as they are chosen."""
        return ColumnPlaces(**{name: box.currentData() for name, box in self.columns.items()})

    @property
    def country(self) -> str:
        """The country as it is chosen."""
        return self.region.currentText().strip().upper()

    @property
    def fault(self) -> str:
        """Why the choice cannot be used, empty if it can."""
        if len(self.country) != 2 or not self.country.isalpha():
            return tr("A country is two letters, as in US or DE")
        return fault_of(self.places)

    def _mapped(self) -> None:
        self.sample.mark(self.places)
        self.changed.emit()

    def show_facts(self, facts: ImportFacts) -> None:
        """Show what was found; the choice stays as the person made it."""
        if facts.header != self._header:
            self._header = facts.header
            self._offer(facts)
        self.found.setText(" · ".join([found_words(facts), *facts.notes]))
        self.verdict.setText(self._verdict(facts))
        set_tone(self.verdict, "warn" if facts.bad or facts.places.phone is None else "ok")
        self.sample.show_rows(facts.header, facts.sample)
        self.sample.mark(self.places)
        self.rejected.setVisible(bool(facts.rejected))
        self.rejected.show_facts(line_facts(facts.rejected))

    def _offer(self, facts: ImportFacts) -> None:
        for name, box in self.columns.items():
            with QSignalBlocker(box):
                box.clear()
                box.addItem(tr("(none)"), None)
                for at, title in enumerate(facts.header):
                    box.addItem(title.strip() or tr("column {number}").format(number=at + 1), at)
                box.setCurrentIndex(box.findData(getattr(facts.places, name)))
        self.region.setCurrentText(facts.region)


class _Sample(QTableWidget):
    """The first lines as they are, each mapped column under what it is read as."""

    def __init__(self, look: Look) -> None:
        super().__init__(0, 0)
        self._look = look
        self.setAccessibleName(tr("First lines of the file"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(look.font("small"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        head = self.horizontalHeader()
        head.setFont(look.font("caption"))
        head.setFixedHeight(28)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(180)

    def show_rows(self, header: list[str], rows: list[list[str]]) -> None:
        """Show these lines."""
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for place, text in enumerate(row[: len(header)]):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(at, place, item)
        few = len(header) <= FEW_COLUMNS
        mode = QHeaderView.ResizeMode.Stretch if few else QHeaderView.ResizeMode.Interactive
        self.horizontalHeader().setSectionResizeMode(mode)
        self.horizontalHeader().setDefaultSectionSize(WIDTH)
        self._titles = [title.strip() for title in header]

    def mark(self, places: ColumnPlaces) -> None:
        """Say over each column what it is read as; the others are kept as fields."""
        read_as = {getattr(places, name): tr(words) for name, words in NAMES.items()}
        for place, title in enumerate(getattr(self, "_titles", [])):
            meaning = read_as.get(place, "")
            words = title if meaning.casefold() in ("", title.casefold()) else f"{meaning}: {title}"
            item = QTableWidgetItem(words)
            icon = "check" if place in read_as else "tag-outline"
            item.setIcon(self._look.icon(icon, "accent" if place in read_as else "faint"))
            item.setToolTip(words if place in read_as else tr("Kept with the contact as a field"))
            self.setHorizontalHeaderItem(place, item)
            for at in range(self.rowCount()):
                cell = self.item(at, place)
                if cell is not None:
                    cell.setForeground(self._look.colour("text" if place in read_as else "muted"))
