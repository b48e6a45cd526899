"""The filters in force as chips over the table: nobody is hidden without a word."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from app.ui.design.look import Look
from app.ui.models.floor_filter import Choice, FloorFilter, words_of
from app.ui.tongue import tr
from app.ui.widgets.labels import label

MOST_CHIPS = 5


class FilterBar(QFrame):
    """A chip a choice, which a click takes back; shown only while there is one."""

    taken_back = Signal(object)
    """The `Choice` of the chip."""
    cleared = Signal()
    more_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(tr("Filters in force"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 4)
        self._row.setSpacing(6)
        self.chips: dict[Choice, QPushButton] = {}
        self.clear = QPushButton(tr("Clear all"))
        self.clear.setProperty("kind", "quiet")
        self.clear.clicked.connect(self.cleared)
        self.rest = QPushButton()
        self.rest.setProperty("kind", "quiet")
        self.rest.clicked.connect(self.more_asked)
        self._row.addWidget(label(look, tr("Only"), "body", "muted"))
        self._row.addWidget(self.rest)
        self._row.addStretch(1)
        self._row.addWidget(self.clear)
        self.hide()
        look.changed.connect(self._paint_icons)

    def show_filter(self, narrow: FloorFilter) -> None:
        """One chip for each choice; more than fit are counted."""
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        choices = sorted(narrow.chosen, key=lambda choice: (choice[0] != "quick", choice))
        self.chips = {choice: self._chip(choice) for choice in choices[:MOST_CHIPS]}
        for place, chip in enumerate(self.chips.values(), start=1):
            self._row.insertWidget(place, chip)
        left = len(choices) - len(self.chips)
        self.rest.setText(tr("and %Ln more", "", left))
        self.rest.setVisible(left > 0)
        self._paint_icons()
        self.setVisible(not narrow.empty)

    def _chip(self, choice: Choice) -> QPushButton:
        chip = QPushButton(words_of(choice))
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setIconSize(QSize(12, 12))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(tr("Take this filter back"))
        chip.setAccessibleName(tr("Filter {choice}: press to take it back").format(choice=words_of(choice)))
        chip.clicked.connect(lambda: self.taken_back.emit(choice))
        return chip

    def _paint_icons(self) -> None:
        for chip in self.chips.values():
            chip.setIcon(self._look.icon("close", "accent"))
