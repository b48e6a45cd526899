"""Acknowledging and resolving, one alert or several: which they are, the note, and who was quicker."""

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.alert_words import SEVERITIES, rule_name, severity_word
from app.ui.ports import GatewayPort
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import ElidedLabel, label, paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.alerts import AlertItem

MOST_NAMED = 4
SEEING_TO_IT = (
    marked("I am seeing to it"),
    marked("Talking to the agent"),
    marked("The limit is right as it is"),
    marked("Raised the limit"),
)
DONE_WITH = (marked("Done"), marked("False alarm"), marked("The agent goes home"))


class AlertSheet(Sheet):
    """Names the alerts, asks for a note, then asks the engine for one after the other.

    What fails stays in the sheet with the engine's words, and is all that is asked for again.
    """

    def __init__(
        self, look: Look, parent: QWidget, bridge: Bridge, alerts: Sequence[AlertItem], title: str, go: str
    ) -> None:
        super().__init__(look, parent, title, go, width=520)
        self._bridge = bridge
        self._left: deque[AlertItem] = deque(alerts)
        self._failed: list[tuple[AlertItem, str]] = []
        self.alerts = list(alerts)
        self.cancel.setText(tr("Cancel"))
        self.named = _named(look, self.alerts)
        self.body.addWidget(self.named)
        self.note = ReasonBox(())
        self.go.clicked.connect(self._begin)

    def ask_note(self, words: str, usual: Sequence[str], hint: str) -> QLabel:
        """The note's field, empty at first, with the usual ones to choose from."""
        self.note.addItems([tr(one) for one in usual])
        self.note.setCurrentIndex(-1)
        edit = self.note.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("Type or choose; everyone can read it"))
        self.note.currentTextChanged.connect(self._check)
        self._note_line = self.field(words, self.note, hint)
        return self._note_line

    @property
    def ready(self) -> bool:
        """Whether it can be asked for; an empty note will do unless a subclass says otherwise."""
        return not self.note.reason or self.note.good

    def _check(self) -> None:
        wrong = bool(self.note.reason) and not self.note.good
        set_tone(self._note_line, "danger" if wrong else "muted")
        set_flag(self.note, "invalid", "true" if wrong else "false")
        self.go.setEnabled(self.ready)

    def question(self, alert: AlertItem) -> Callable[[GatewayPort], object]:
        """What to ask for one alert, with what stands in the fields now."""
        raise TypeError(f"{type(self).__name__} does not say what to ask")

    def _begin(self) -> None:
        if not self.ready:
            return
        self.wait(True)
        self.say_trouble("")
        self._failed = []
        self._step()

    def _step(self) -> None:
        if not self._left:
            self._finish()
            return
        alert = self._left.popleft()
        self._bridge.ask(self.question(alert), self, lambda _: self._next(), lambda trouble: self._fail(alert, trouble))

    def _fail(self, alert: AlertItem, trouble: Trouble) -> None:
        if isinstance(trouble, GatewayRefused):
            self._failed.append((alert, _who_was_quicker(trouble)))
        else:
            # An engine that cannot be asked cannot be asked for the others either.
            self._failed.append((alert, str(trouble)))
            self._failed.extend((other, str(trouble)) for other in self._left)
            self._left.clear()
        self._next()

    def _next(self) -> None:
        # From the event loop: an engine that cannot be asked answers at once, and many of them would nest.
        QTimer.singleShot(0, self, self._step)

    def _finish(self) -> None:
        self.wait(False)
        if not self._failed:
            self.accept()
            return
        words = list(dict.fromkeys(words for _, words in self._failed))
        done = len(self.alerts) - len(self._failed)
        if len(self.alerts) > 1:
            words.insert(0, tr("Done for {done} of {all}.").format(done=done, all=len(self.alerts)))
        self._left.extend(alert for alert, _ in self._failed)
        self.say_trouble("\n".join(words[:MOST_NAMED]))
        self.adjustSize()


class AcknowledgeDialog(AlertSheet):
    """Says who sees to them and how; the first of the usual notes stands there, so that Enter will do."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, alerts: Sequence[AlertItem]) -> None:
        title = tr("Acknowledge %n alerts", "", len(alerts)) if len(alerts) > 1 else tr("Acknowledge alert")
        super().__init__(look, parent, bridge, alerts, title, tr("Acknowledge"))
        self.ask_note(tr("What you do about it"), SEEING_TO_IT, tr("At least 3 letters; everyone can read it"))
        self.note.setCurrentIndex(0)
        self.note.setFocus()
        edit = self.note.lineEdit()
        if edit is not None:
            edit.selectAll()

    @property
    def ready(self) -> bool:
        """A note is wanted."""
        return self.note.good

    def question(self, alert: AlertItem) -> Callable[[GatewayPort], object]:
        """Acknowledge it."""
        id_, note = alert.id, self.note.reason
        return lambda gateway: gateway.acknowledge_alert(id_, note)


class ResolveDialog(AlertSheet):
    """Is done with them; a note is welcome."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, alerts: Sequence[AlertItem]) -> None:
        title = tr("Resolve %n alerts", "", len(alerts)) if len(alerts) > 1 else tr("Resolve alert")
        super().__init__(look, parent, bridge, alerts, title, tr("Resolve"))
        words = tr("It leaves the list in every window. It comes back if it grows worse, or ends and returns.")
        self.body.addWidget(paragraph(look, words))
        self.ask_note(tr("Note"), DONE_WITH, tr("If there is something to say: at least 3 letters"))
        self.note.setFocus()

    def question(self, alert: AlertItem) -> Callable[[GatewayPort], object]:
        """Resolve it."""
        id_, note = alert.id, self.note.reason or None
        return lambda gateway: gateway.resolve_alert(id_, note)


def _who_was_quicker(refusal: GatewayRefused) -> str:
    """The engine's sentence, and the note of whoever was first, which says whether anything is left to do."""
    current = refusal.body.current if refusal.status == 409 else None
    note = current.get("note") if isinstance(current, dict) else None
    return f"{refusal}: {note}" if note else str(refusal)


def _named(look: Look, alerts: Sequence[AlertItem]) -> QFrame:
    """Which alerts it is about, each with its severity; many are counted."""
    frame = QFrame()
    frame.setProperty("role", "inset")
    box = QVBoxLayout(frame)
    box.setContentsMargins(12, 10, 12, 10)
    box.setSpacing(6)
    for alert in alerts[:MOST_NAMED]:
        mark = SEVERITIES[alert.severity]
        icon = QLabel()
        icon.setPixmap(look.icon(mark.icon, mark.tone).pixmap(16, 16))
        icon.setToolTip(severity_word(alert.severity))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon)
        row.addWidget(label(look, rule_name(alert.rule), "strong"))
        row.addWidget(ElidedLabel(look, alert.sentence, "body", "muted"), 1)
        box.addLayout(row)
    if len(alerts) > MOST_NAMED:
        left = len(alerts) - MOST_NAMED
        box.addWidget(label(look, tr("and %n more", "", left), "body", "muted"))
    return frame
