"""The floor table as its person left it: columns, widths, order and sorting, kept as they change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class FloorLayout(QObject):
    """Restores what the memory holds, then keeps what changes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._restore()
        window.floor.table.columns_changed.connect(self._keep)

    def _restore(self) -> None:
        window = self._window
        chosen, widths, order = window.memory.columns
        table = window.floor.table
        table.columns_chosen.update(chosen)
        table.own_widths.update(widths)
        if order:
            table.place_columns(order)
        if window.memory.sort:
            window.agents.sort_by(window.memory.sort)
            table.show_sort()
        window.restoreGeometry(window.memory.geometry)

    def _keep(self) -> None:
        table, memory = self._window.floor.table, self._window.memory
        memory.keep_columns(table.columns_chosen, table.own_widths, table.columns_placed())
        memory.keep_sort(self._window.agents.keys)
