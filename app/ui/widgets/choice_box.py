"""A box to choose one of many names by typing any part of it; what was chosen stands elsewhere, as a chip."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy


class ChoiceBox(QComboBox):
    """Empty after each choice. `picked` tells the value and its words."""

    picked = Signal(str, str)

    def __init__(self, name: str, least: int = 96) -> None:
        super().__init__()
        self._least = least
        self.typed = QLineEdit()
        self.setLineEdit(self.typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setAccessibleName(name)
        self.typed.setPlaceholderText(name)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.activated.connect(self._pick)
        self.typed.returnPressed.connect(self._pick_typed)
        self.setCurrentIndex(-1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its name may be cut."""
        return QSize(self._least, super().minimumSizeHint().height())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """The values and their words; what is typed meanwhile stays."""
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] == list(choices):
            return
        typed = self.typed.text()
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.setCurrentIndex(-1)
        self.typed.setText(typed)

    def _pick_typed(self) -> None:
        # Enter on a whole name, or on a part that only one name has.
        typed = self.typed.text().strip().casefold()
        words = [self.itemText(at).casefold() for at in range(self.count())]
        fitting = [at for at, one in enumerate(words) if one == typed] or [
            at for at, one in enumerate(words) if typed and typed in one
        ]
        if len(fitting) == 1:
            self._pick(fitting[0])

    def _pick(self, at: int) -> None:
        value, words = self.itemData(at), self.itemText(at)
        self.setCurrentIndex(-1)
        self.typed.clear()
        if value is not None:
            self.picked.emit(str(value), words)
