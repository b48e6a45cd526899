"""Closing the window while sessions run, or over edits that were not applied: what is to become of them?"""

from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.design.look import Look
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph
from app.ui.widgets.sheet import Sheet


class KeepDialog(Sheet):
    """Leave the engine running, stop it, or do not close."""

    def __init__(self, look: Look, parent: QWidget, running: int) -> None:
        super().__init__(look, parent, tr("Leave the engine running?"), tr("Leave it running"))
        words = tr(
            "%n sessions are running on this machine’s engine. If it stops, dialers get no calls until it is started "
            "again; nothing is lost.",
            "",
            running,
        )
        self.body.addWidget(paragraph(look, words))
        self.stop = QPushButton(tr("Stop the engine"))
        self.stop.setProperty("kind", "danger")
        self.stop.setAutoDefault(False)
        self.buttons.insertWidget(1, self.stop)
        self._keep: bool | None = None
        self.go.clicked.connect(lambda: self._decide(True))
        self.stop.clicked.connect(lambda: self._decide(False))

    def _decide(self, keep: bool) -> None:
        self._keep = keep
        self.accept()

    def decide(self) -> bool | None:
        """Ask; None if the window is to stay open."""
        self.exec()
        return self._keep


class DropDialog(Sheet):
    """Go back to what was not applied, or close and lose it. Going back is what Enter and Esc do."""

    def __init__(self, look: Look, parent: QWidget, lost: str) -> None:
        super().__init__(look, parent, tr("Close without applying?"), tr("Close and lose them"), kind="danger")
        self.body.addWidget(paragraph(look, lost))
        self.cancel.setText(tr("Go back to them"))
        self.go.setDefault(False)
        self.go.setAutoDefault(False)
        self.cancel.setAutoDefault(True)
        self.cancel.setDefault(True)
        self.go.clicked.connect(self.accept)

    def decide(self) -> bool:
        """Ask; whether the window closes."""
        return self.exec() == self.DialogCode.Accepted
