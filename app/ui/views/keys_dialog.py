"""The list of keys, made from the same table as the shortcuts themselves."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.design.look import Look
from app.ui.keys import KEYS, TABLE_KEYS
from app.ui.widgets.labels import label
from app.ui.widgets.sheet import Sheet


class KeysDialog(Sheet):
    """Every action and its key, by group."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, "Keys", "Close", width=880)
        self.cancel.hide()
        self.go.clicked.connect(self.accept)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        groups = [(group, [(_shown(key.shortcuts), key.words) for key in KEYS if key.group == group])
                  for group in ("Floor", "Chosen agent", "Window")]  # fmt: skip
        groups.append(("Table", list(TABLE_KEYS)))
        for at, (group, keys) in enumerate(groups):
            self._column(grid, group, keys, at % 2 * 2, at // 2 * 10)
        self.body.addLayout(grid)

    def _column(self, grid: QGridLayout, group: str, keys: list[tuple[str, str]], column: int, row: int) -> None:
        grid.addWidget(label(self._look, group, "caption", "accent"), row, column, 1, 2)
        for at, (shortcut, words) in enumerate(keys, start=1):
            grid.addWidget(label(self._look, shortcut, "strong"), row + at, column)
            grid.addWidget(label(self._look, words, "body", "muted"), row + at, column + 1)


def _shown(shortcuts: tuple[str, ...]) -> str:
    return " or ".join(QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText) for text in shortcuts)
