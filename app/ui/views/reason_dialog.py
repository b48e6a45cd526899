"""Why: the one question before a session is paused, resumed or ended."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.ports import GatewayPort
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.operator import SessionItem

USUAL = {
    "pause": (marked("Break"), marked("Coaching"), marked("Complaint, checking the list"), marked("Too many refusals")),
    "resume": (marked("Break is over"), marked("Coaching done"), marked("List checked")),
    "end": (marked("End of shift"), marked("Stuck session"), marked("Dialer was replaced"), marked("Campaign is over")),
}
TITLES = {"pause": marked("Pause session"), "resume": marked("Resume session"), "end": marked("End session")}
EFFECTS = {
    "pause": marked(
        "{name} gets no further calls. The session goes on counting to 8 h, and still takes one of the tenant’s "
        "sessions."
    ),
    "resume": marked("{name} may ask for calls again, within the same limits."),
    "end": marked("{name}’s session ends for good: a dialer has to start a new one. Calls already out are not cut."),
}


class ReasonDialog(Sheet):
    """Asks for a reason, then asks the engine; stays open with the engine's words if it says no."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, what: str, name: str, session_id: str) -> None:
        title = tr(TITLES[what])
        super().__init__(look, parent, f"{title}: {name}", title, kind="danger" if what == "end" else "primary")
        self._bridge = bridge
        self._what, self._session_id = what, session_id
        self.body.addWidget(paragraph(look, tr(EFFECTS[what]).format(name=name)))
        self.reason = ReasonBox([tr(usual) for usual in USUAL[what]])
        self._note = self.field(tr("Reason"), self.reason, tr("At least 3 letters; everyone can read it later"))
        self.reason.currentTextChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self.go.setEnabled(False)
        self.reason.setFocus()

    def _check(self, text: str) -> None:
        good = self.reason.good
        self.go.setEnabled(good)
        set_tone(self._note, "muted" if good or not text else "danger")
        set_flag(self.reason, "invalid", "false" if good or not text else "true")

    def _ask(self) -> None:
        self.wait(True)
        reason, session_id = self.reason.reason, self._session_id
        questions: dict[str, Callable[[GatewayPort], SessionItem]] = {
            "pause": lambda gateway: gateway.pause_session(session_id, reason),
            "resume": lambda gateway: gateway.resume_session(session_id, reason),
            "end": lambda gateway: gateway.end_session(session_id, reason),
        }
        self._bridge.ask(questions[self._what], self, lambda _: self.accept(), self._refused)

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))
