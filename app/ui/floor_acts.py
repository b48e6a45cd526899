"""What can be done beyond the chosen agent: the palette, and the other ways to look at the floor."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.ui.bulk_acts import BulkActs
from app.ui.filter_acts import FilterActs
from app.ui.heat_acts import HeatActs
from app.ui.keys import KEYS, ActionId
from app.ui.models.palette import Entry, actions, offered, people, views
from app.ui.rights import Right
from app.ui.tongue import tr
from app.ui.wall_acts import WallActs

if TYPE_CHECKING:
    from app.ui.window import MainWindow

NEEDS: tuple[tuple[ActionId, Right], ...] = (
    ("pause", "end_sessions"),
    ("end", "end_sessions"),
    ("edit", "edit_limits"),
)
IN_MENU: tuple[tuple[ActionId, str], ...] = (
    ("palette", "magnify"),
    ("filters", "filter-variant"),
    ("heat", "grid"),
    ("wallboard", "television"),
    ("legend", "palette-swatch-outline"),
    ("steps", "flag-checkered"),
    ("help", "help-circle-outline"),
)


class FloorActs(QObject):
    """Opens its views on the window; `does` says which action is which of its methods."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[ActionId, QAction] = {}
        window.top.more.clicked.connect(self.show_menu)
        window.floor.table.legend_asked.connect(self.legend)
        self.bulk = BulkActs(window)
        self.heat = HeatActs(window)
        self.wall = WallActs(window)
        self.filter = FilterActs(window)

    @property
    def does(self) -> dict[ActionId, Callable[[], object]]:
        """Its methods by action."""
        return {
            "palette": self.palette,
            "legend": self.legend,
            "may_call": self.may_call,
            "heat": self.heat.toggle,
            "table": self.heat.show_table,
            "wallboard": self.wall.open,
            "filters": self.filter.open,
            "near": self.filter.near,
            "refused": self.filter.refused,
        }

    def show_menu(self) -> None:
        """The ways to look at the floor, for the mouse."""
        menu = QMenu(self._window)
        menu.setAccessibleName(tr("More"))
        words = {key.id: (tr(key.words), "".join(key.shortcuts[:1])) for key in KEYS}
        for id_, icon in IN_MENU:
            text, shortcut = words[id_]
            entry = menu.addAction(self._window.look.icon(icon), f"{text}\t{shortcut}")
            entry.triggered.connect(self.actions[id_].trigger)
        menu.addSeparator()
        self._window.acts.feel.fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._window.top.more
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def palette(self) -> None:
        """Open the command palette on all actions and all agents."""
        from app.ui.views.palette_dialog import PaletteDialog

        window = self._window
        hidden = frozenset(id_ for id_, right in NEEDS if not window.may(right))
        entries = [
            *offered(window.views.actions()),
            *actions(hidden | {"palette"}),
            *views(window.views.offered()),
            *people(window.agents.floor.agents.values()),
        ]
        dialog = PaletteDialog(window.look, window, entries)
        dialog.picked.connect(self._do)
        dialog.open()

    def legend(self) -> None:
        """Say what the state hues mean."""
        from app.ui.views.legend_dialog import LegendDialog

        LegendDialog(self._window.look, self._window).open()

    def may_call(self) -> None:
        """Go to the field that says whether a number may be called."""
        from app.ui.views.sectioned_page import SectionedPage

        page = self._window.views.go("compliance")
        if isinstance(page, SectionedPage):
            page.show_section("lookup")

    def _do(self, entry: Entry) -> None:
        window = self._window
        match entry.kind:
            case "agent":
                self.show_agent(entry.id)
            case "view":
                window.views.go(entry.id)
            case "page":
                next(action for action in window.views.actions() if action.id == entry.id).act()
            case "action":
                key = next(key for key in KEYS if key.id == entry.id)
                if key.on_floor:
                    window.views.go("floor")
                self.actions[key.id].trigger()

    def show_agent(self, agent_id: str) -> None:
        """Go to the floor with this agent chosen, whatever filter stood: who is asked for by name is to be seen."""
        window = self._window
        window.views.go("floor")
        if window.agents.row_of(agent_id) is None:
            window.top.search.clear()
            self.filter.clear()
        self.heat.show_table()
        window.floor.table.choose(agent_id)
