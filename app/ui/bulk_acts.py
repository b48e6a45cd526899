"""What is done to several chosen agents at once: by the same keys as for one, by the bar, by the row's menu."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from app.ui.models.bulk import SessionAct, concerned, usual_act
from app.ui.tongue import tr
from app.wire.feed import FloorAgent

if TYPE_CHECKING:
    from app.ui.views.bulk_sheet import BulkSheet
    from app.ui.window import MainWindow

ACTS: tuple[SessionAct, ...] = ("pause", "resume", "end")
ICONS: MappingProxyType[SessionAct, str] = MappingProxyType({"pause": "pause", "resume": "play", "end": "stop"})


class BulkActs(QObject):
    """Acts on the marked rows, in the order in which they stand, when there are two or more."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.floor.table.marked_changed.connect(self._show)
        window.floor.selection.asked.connect(self.do)

    @property
    def chosen(self) -> list[FloorAgent]:
        """The marked agents, top row first; none while only one is chosen."""
        marked, agents = self._window.floor.table.marked, self._window.agents
        if len(marked) < 2:
            return []
        return [agents.floor.agents[id_] for id_ in agents.order if id_ in marked]

    def takes(self, what: str) -> bool:
        """Do it for all if several are chosen; False leaves it to the one."""
        chosen = self.chosen
        if chosen:
            self.do(usual_act(chosen) if what == "pause" else what)
        return bool(chosen)

    def do(self, what: str) -> None:
        """Open the sheet of one of pause, resume, end and edit, or clear the choice."""
        chosen = self.chosen
        if what == "clear":
            self.clear()
        elif what == "edit" and chosen and self._window.may("edit_limits"):
            from app.ui.views.bulk_dialogs import BulkLimitDialog

            self._open(BulkLimitDialog(self._window.look, self._window, self._window.bridge, chosen))
        elif what in ACTS and chosen and self._window.may("end_sessions"):
            from app.ui.views.bulk_dialogs import BulkSessionDialog

            window = self._window
            self._open(BulkSessionDialog(window.look, window, window.bridge, what, chosen))

    def _open(self, sheet: "BulkSheet") -> None:
        sheet.ended.connect(self._keep)
        sheet.open()

    def _keep(self, failed: list[str]) -> None:
        # Those it failed for are what is left to look at.
        if failed:
            self._window.floor.table.mark(failed)

    def clear(self) -> None:
        """Only the one in the detail pane stays chosen."""
        table = self._window.floor.table
        if len(table.marked) > 1:
            table.mark({table.chosen_id})

    def menu(self, at: QPoint) -> bool:
        """The row's menu for several; False leaves it to the one."""
        chosen = self.chosen
        if not chosen:
            return False
        menu = QMenu(self._window)
        menu.setAccessibleName(tr("Actions on %n agents", "", len(chosen)))
        if self._window.may("end_sessions"):
            for act in ACTS:
                number = len(concerned(chosen, act))
                entry = menu.addAction(self._window.look.icon(ICONS[act]), act_words(act, number))
                entry.setEnabled(bool(number))
                entry.triggered.connect(lambda _=False, what=act: self.do(what))
        if self._window.may("edit_limits"):
            edit = menu.addAction(
                self._window.look.icon("tune-variant"), tr("Edit limits of %n agents…", "", len(chosen))
            )
            edit.triggered.connect(lambda: self.do("edit"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return True

    def _show(self) -> None:
        window = self._window
        sessions, limits = window.may("end_sessions"), window.may("edit_limits")
        window.floor.selection.show_chosen(len(window.floor.table.marked), sessions=sessions, limits=limits)


def act_words(act: SessionAct, sessions: int) -> str:
    """`Pause 4 sessions…`: what the row's menu offers for several."""
    match act:
        case "pause":
            return tr("Pause %n sessions…", "", sessions)
        case "resume":
            return tr("Resume %n sessions…", "", sessions)
        case "end":
            return tr("End %n sessions…", "", sessions)
