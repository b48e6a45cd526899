"""The list of keys, made from the same table as the shortcuts themselves."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.design.look import Look
from app.ui.keys import AGENT, ALERTS, FLOOR, KEYS, TABLE_KEYS, WINDOW
from app.ui.page import PageAction
from app.ui.pages import PAGES, PageSpec
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import label
from app.ui.widgets.sheet import Sheet

GROUPS = (FLOOR, AGENT, ALERTS, WINDOW)
HERE, VIEWS, TABLE = marked("This view"), marked("Views"), marked("Table")
COLUMNS = ((FLOOR, TABLE), (AGENT, ALERTS, VIEWS), (WINDOW,))
"""Which groups stand under each other, so that no column is much longer than the others."""
ELSEWHERE = ((HERE, VIEWS), (ALERTS, WINDOW))


class KeysDialog(Sheet):
    """Every action and its key, by group."""

    def __init__(
        self, look: Look, parent: QWidget, here: Sequence[PageAction] = (), pages: Sequence[PageSpec] = PAGES
    ) -> None:
        super().__init__(look, parent, tr("Keys"), tr("Close"), width=1160)
        self.cancel.hide()
        self.go.clicked.connect(self.accept)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        listed = {
            group: [(_shown(key.shortcuts), tr(key.words)) for key in KEYS if key.group == group and key.shortcuts]
            for group in GROUPS
        }
        listed[TABLE] = [(tr(keys), tr(words)) for keys, words in TABLE_KEYS]
        listed[VIEWS] = [(_shown((page.shortcut,)), tr(page.words)) for page in pages]
        listed[HERE] = [(_shown(action.shortcuts), action.words) for action in here if action.shortcuts]
        # Away from the floor its keys do nothing: they are not listed.
        for column, groups in enumerate(ELSEWHERE if listed[HERE] else COLUMNS):
            row = 0
            for group in groups:
                row = self._list(grid, group, listed[group], column * 2, row)
        self.body.addLayout(grid)

    def _list(self, grid: QGridLayout, group: str, keys: list[tuple[str, str]], column: int, row: int) -> int:
        grid.addWidget(label(self._look, tr(group), "caption", "accent"), row, column, 1, 2)
        for at, (shortcut, words) in enumerate(keys, start=row + 1):
            grid.addWidget(label(self._look, shortcut, "strong"), at, column)
            said = label(self._look, words, "body", "muted")
            said.setWordWrap(True)
            grid.addWidget(said, at, column + 1)
            grid.setColumnStretch(column + 1, 1)
        return row + len(keys) + 1


def _keys_of(group: str) -> list[tuple[str, str]]:
    return [(_shown(key.shortcuts), tr(key.words)) for key in KEYS if key.group == group and key.shortcuts]


def _shown(shortcuts: tuple[str, ...]) -> str:
    return tr(" or ").join(QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText) for text in shortcuts)
