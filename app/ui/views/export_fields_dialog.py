"""Which columns an export has, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from app.ui.design.look import Look
from app.ui.tongue import tr
from app.ui.widgets.labels import label
from app.ui.widgets.sheet import Sheet


class ExportFieldsDialog(Sheet):
    """A checklist in the file's order: what is ticked is exported, Alt+Up and Alt+Down move the chosen one."""

    chosen = Signal(list)
    """The fields in their order; none if they are all of them as they were."""

    def __init__(self, look: Look, parent: QWidget, every: Sequence[str], fields: Sequence[str]) -> None:
        super().__init__(look, parent, tr("Columns of the file"), tr("Take these"), width=420)
        self._every = list(every)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns, in the order of the file"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumHeight(320)
        self.up, self.down = QPushButton(tr("Up")), QPushButton(tr("Down"))
        self.all, self.none = QPushButton(tr("All")), QPushButton(tr("None"))
        self.counted = label(look, "", "caption", "muted")
        self._lay_out(look)
        self._fill(fields)
        self._connect()
        self._count()

    def _lay_out(self, look: Look) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, icon in (
            (self.up, "arrow-up"),
            (self.down, "arrow-down"),
            (self.all, "check-all"),
            (self.none, "close"),
        ):
            button.setAutoDefault(False)
            button.setIcon(look.icon(icon))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.counted)

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.all.clicked.connect(lambda: self._fill([]))
        self.none.clicked.connect(self._untick)
        self.list.itemChanged.connect(lambda _: self._count())
        self.go.clicked.connect(self._take)
        self.list.setFocus()
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")

    def _fill(self, fields: Sequence[str]) -> None:
        self.list.clear()
        wanted = list(fields) or self._every
        for name in [*wanted, *(field for field in self._every if field not in wanted)]:
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in wanted else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    @property
    def fields(self) -> list[str]:
        """What is ticked, in its order."""
        return [item.text() for item in self._items() if item.checkState() == Qt.CheckState.Checked]

    def _untick(self) -> None:
        for item in self._items():
            item.setCheckState(Qt.CheckState.Unchecked)

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + by < self.list.count():
            self.list.insertItem(at + by, self.list.takeItem(at))
            self.list.setCurrentRow(at + by)

    def _count(self) -> None:
        ticked = len(self.fields)
        said = tr("{some} of %Ln columns", "", len(self._every)).format(some=ticked)
        self.counted.setText(said if ticked else tr("Tick at least one column"))
        self.go.setEnabled(ticked > 0)

    def _take(self) -> None:
        fields = self.fields
        self.chosen.emit([] if fields == self._every else fields)
        self.accept()
