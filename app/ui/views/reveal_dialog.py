"""Why a whole number is needed: asked of whoever must say so, before it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.reveals import RevealedNumber, RevealKind

USUAL = (marked("Complaint of the person"), marked("Callback that was missed"), marked("Checking a do-not-call wish"))


class RevealDialog(Sheet):
    """Asks for a reason, then asks the engine; stays open with the engine's words if it says no."""

    revealed = Signal(str)
    """The number in E.164."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, what: tuple[RevealKind, str], shown: str) -> None:
        super().__init__(look, parent, tr("Show {number}").format(number=shown), tr("Show number"))
        self._bridge = bridge
        self._kind, self._id = what
        told = tr("You will see the whole number until you leave this row. The audit trail keeps who, when and why.")
        self.body.addWidget(paragraph(look, told))
        self.reason = ReasonBox([tr(usual) for usual in USUAL])
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
        kind, id_, reason = self._kind, self._id, self.reason.reason
        self._bridge.ask(lambda gateway: gateway.log.reveal(kind, id_, reason), self, self._told, self._refused)

    def _told(self, answer: RevealedNumber) -> None:
        self.revealed.emit(answer.phone)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))
