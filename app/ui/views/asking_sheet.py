"""A dialog that asks the engine for one thing, with a reason, and stays open with its words if it says no."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet

Question = Callable[[GatewayPort], object]


class AskingSheet(Sheet):
    """`usual` are reasons to choose from. A subclass lays its fields out and then calls `ask_reason`."""

    answered = Signal(object)
    """What the engine said, once it has said yes."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        bridge: Bridge,
        titles: tuple[str, str],
        usual: Sequence[str],
        *,
        kind: str = "primary",
        width: int = 480,
    ) -> None:
        """Names the dialog and its button by `titles`."""
        super().__init__(look, parent, *titles, kind=kind, width=width)
        self._bridge = bridge
        self._noted: dict[str, tuple[QWidget, QLabel, str]] = {}
        self.reason = ReasonBox(usual)

    def noted_field(self, name: str, words: str, widget: QWidget, hint: str) -> QLabel:
        """A field under which the engine's no about `name` is said; it goes as soon as something is typed."""
        line = self.field(words, widget, hint)
        self._noted[name] = (widget, line, hint)
        return line

    def ask_reason(self, question: Callable[[], Question], hint: str = "") -> None:
        """Put the reason under what was laid out; `question` makes of the fields what to ask."""
        self._question = question
        hint = hint or tr("At least 3 letters; everyone can read it later")
        self._note = self.field(tr("Reason"), self.reason, hint)
        self.reason.currentTextChanged.connect(self.check)
        self.go.clicked.connect(self._ask)
        self.check()

    @property
    def ready(self) -> bool:
        """Whether there is something to ask for."""
        return True

    def check(self) -> None:
        """Offer it once it can be asked for."""
        for widget, line, hint in self._noted.values():
            line.setText(hint)
            set_tone(line, "muted")
            set_flag(widget, "invalid", "false")
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._note, "muted" if fine else "danger")
        set_flag(self.reason, "invalid", "false" if fine else "true")
        self.go.setEnabled(self.reason.good and self.ready)

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        self._bridge.ask(self._question(), self, self._answered, self._refused)

    def _answered(self, answer: object) -> None:
        self.answered.emit(answer)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.show_refusal(trouble)

    def show_refusal(self, trouble: Trouble) -> None:
        """Say the engine's words, at the field that they are about if it is one of these."""
        field = trouble.body.field if isinstance(trouble, GatewayRefused) else None
        noted = self._noted.get(field or "")
        if noted is None:
            self.say_trouble(str(trouble))
            return
        widget, line, _ = noted
        line.setText(str(trouble).removeprefix(f"{field}: "))
        set_tone(line, "danger")
        set_flag(widget, "invalid", "true")
        widget.setFocus()


class ReasonSheet(AskingSheet):
    """One thing to be done with a reason and nothing else: `said` are title, effect and button."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        bridge: Bridge,
        said: tuple[str, str, str],
        usual: Sequence[str],
        question: Callable[[str], Question],
        *,
        kind: str = "danger",
    ) -> None:
        title, effect, go = said
        super().__init__(look, parent, bridge, (title, go), usual, kind=kind)
        self.body.addWidget(paragraph(look, effect))
        self.ask_reason(lambda: question(self.reason.reason))
        self.reason.setFocus()
