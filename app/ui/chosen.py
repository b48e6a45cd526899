"""The chosen agent's detail: fetched when chosen and again when its row changes, once a second at most."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.bridge import Bridge, Trouble
from app.wire.operator import AgentDetail

PAUSE_MS = 1000


class Chosen(QObject):
    """Keeps asking for one agent; an answer about another one that was chosen before is dropped."""

    fetched = Signal(object)
    failed = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.agent_id = ""
        self._asking = ""
        self._wanted = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._go_on)

    def choose(self, agent_id: str) -> None:
        """Show this agent from now on."""
        self.agent_id = agent_id
        self._pause.stop()
        self._ask()

    def stop(self) -> None:
        """Ask no more."""
        self.agent_id = ""
        self._pause.stop()

    def refresh(self) -> None:
        """Its row changed: fetch again, but not in a hot loop."""
        if not self.agent_id:
            return
        self._wanted = True
        if not self._pause.isActive() and not self._asking:
            self._ask()

    def _go_on(self) -> None:
        if self._wanted and not self._asking:
            self._ask()

    def _ask(self) -> None:
        if not self._bridge.gateway_ready:
            return
        asked = self.agent_id
        self._asking, self._wanted = asked, False
        self._bridge.ask(lambda gateway: gateway.agent(asked), self, self._answered, lambda bad: self._lost(asked, bad))

    def _answered(self, detail: AgentDetail) -> None:
        self._finish(detail.agent.id)
        if detail.agent.id == self.agent_id:
            self.fetched.emit(detail)

    def _lost(self, asked: str, trouble: Trouble) -> None:
        self._finish(asked)
        if asked == self.agent_id:
            self.failed.emit(str(trouble))

    def _finish(self, asked: str) -> None:
        if asked == self._asking:
            self._asking = ""
            self._pause.start()
