"""Why: the one question before a session is paused, resumed or ended."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.tongue import marked, tr
from app.ui.views.asking_sheet import Question, ReasonSheet

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


class ReasonDialog(ReasonSheet):
    """Asks for a reason, then asks the engine; stays open with the engine's words if it says no."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, what: str, name: str, session_id: str) -> None:
        title = tr(TITLES[what])
        said = (f"{title}: {name}", tr(EFFECTS[what]).format(name=name), title)
        questions: dict[str, Callable[[str], Question]] = {
            "pause": lambda reason: lambda gateway: gateway.pause_session(session_id, reason),
            "resume": lambda reason: lambda gateway: gateway.resume_session(session_id, reason),
            "end": lambda reason: lambda gateway: gateway.end_session(session_id, reason),
        }
        kind = "danger" if what == "end" else "primary"
        usual = [tr(one) for one in USUAL[what]]
        super().__init__(look, parent, bridge, said, usual, questions[what], kind=kind)
