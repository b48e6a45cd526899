"""The table and the heat map take turns in one place; what is chosen in one is chosen in the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.ui.views.heat_panel import HeatPanel
    from app.ui.window import MainWindow


class HeatActs(QObject):
    """Builds the heat map when it is first asked for: numpy is not needed before."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.panel: HeatPanel | None = None

    @property
    def shown(self) -> bool:
        """Whether the heat map stands in the table's place."""
        return self.panel is not None and self._window.floor.views.currentWidget() is self.panel

    def toggle(self) -> None:
        """Heat map or table."""
        if self.shown:
            self.show_table()
        else:
            self._show()

    def show_table(self) -> None:
        """The table, with the keyboard in it."""
        floor = self._window.floor
        floor.views.setCurrentWidget(floor.table)
        floor.table.choose(floor.table.chosen_id)
        floor.table.setFocus()

    def _show(self) -> None:
        panel = self.panel or self._build()
        self._window.floor.views.setCurrentWidget(panel)
        self._refresh()
        panel.view.choose(self._window.floor.table.chosen_id)
        panel.view.setFocus()

    def _build(self) -> "HeatPanel":
        from app.ui.views.heat_panel import HeatPanel

        window, agents = self._window, self._window.agents
        panel = HeatPanel(window.look, agents)
        self.panel = panel
        window.floor.views.addWidget(panel)
        panel.view.chosen.connect(window.floor.table.choose)
        panel.view.opened.connect(self.show_table)
        panel.back.clicked.connect(self.show_table)
        window.floor.table.chosen.connect(panel.view.choose)
        for moved in (agents.modelReset, agents.layoutChanged, agents.rowsInserted, agents.rowsRemoved):
            moved.connect(self._refresh)
        window.watching.applied.connect(self._refresh)
        return panel

    def _refresh(self) -> None:
        # A map that is not seen costs nothing.
        if self.panel is not None and self.shown:
            self.panel.view.refresh(self._window.watching.now)
