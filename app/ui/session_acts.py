"""What is done to sessions from their view: one by its own sheet, several by one sheet with one reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.ui.models.bulk import SessionAct, concerned, usual_act
from app.ui.models.session_rows import SessionRow, floor_session
from app.ui.tongue import tr
from app.wire.feed import FloorAgent

if TYPE_CHECKING:
    from app.ui.page import Place


class SessionActs(QObject):
    """Opens the sheets on the rows it is handed; `done` when one was answered."""

    done = Signal()
    failed_for = Signal(list)
    """Ids of the sessions that an act on several did not reach."""

    def __init__(self, place: "Place", parent: QObject) -> None:
        super().__init__(parent)
        self._place = place

    def do(self, what: str, rows: Sequence[SessionRow]) -> None:
        """`pause` resumes where all are paused; `end` ends; only live ones, and only for whom the role may."""
        agents = [agent for agent in map(self._agent, rows) if agent is not None]
        if not agents or not self._place.may("end_sessions"):
            return
        act: SessionAct = usual_act(agents) if what == "pause" else "resume" if what == "resume" else "end"
        if len(rows) == 1:
            self._one(act, agents[0])
        else:
            self._several(act, agents)

    def _agent(self, row: SessionRow) -> FloorAgent | None:
        agent = self._place.agents.floor.agents.get(row.agent_id)
        # An agent may have two sessions, and the floor's row shows only the newest.
        return msgspec.structs.replace(agent, session=floor_session(row)) if agent is not None and row.live else None

    def _one(self, act: SessionAct, agent: FloorAgent) -> None:
        from app.ui.views.reason_dialog import ReasonDialog

        if agent.session is None:
            return
        place = self._place
        dialog = ReasonDialog(place.look, place.window, place.bridge, act, agent.name, agent.session.id)
        dialog.accepted.connect(self.done)
        dialog.open()

    def _several(self, act: SessionAct, agents: Sequence[FloorAgent]) -> None:
        from app.ui.views.bulk_dialogs import BulkSessionDialog

        place = self._place
        sessions = {agent.id: agent.session.id for agent in agents if agent.session is not None}
        dialog = BulkSessionDialog(place.look, place.window, place.bridge, act, agents)
        dialog.ended.connect(lambda failed: self._ended([sessions[id_] for id_ in failed if id_ in sessions]))
        dialog.open()

    def _ended(self, failed: list[str]) -> None:
        self.done.emit()
        if failed:
            self.failed_for.emit(failed)

    def menu(self, rows: Sequence[SessionRow], at: QPoint) -> None:
        """What can be done to these, where the pointer is."""
        agents = [agent for agent in map(self._agent, rows) if agent is not None]
        if not agents or not self._place.may("end_sessions"):
            return
        menu = QMenu(self._place.window)
        menu.setAccessibleName(tr("Actions on sessions"))
        entries: tuple[tuple[SessionAct, str, str], ...] = (
            ("pause", tr("Pause…"), "pause"),
            ("resume", tr("Resume…"), "play"),
            ("end", tr("End…"), "stop"),
        )
        for act, words, icon in entries:
            if not concerned(agents, act):
                continue
            entry = menu.addAction(self._place.look.icon(icon), words)
            entry.triggered.connect(lambda _=False, what=act: self.do(what, rows))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
