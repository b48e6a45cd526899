"""What was chosen holds from the next start: now, or whenever it suits."""

from PySide6.QtWidgets import QWidget

from app.ui.design.look import Look
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph
from app.ui.widgets.sheet import Sheet


class AgainDialog(Sheet):
    """Says what will be another, and what starting again now would do; accepted means now."""

    def __init__(self, look: Look, parent: QWidget, title: str, sentence: str, *, own_engine: bool) -> None:
        super().__init__(look, parent, title, tr("Start again now"))
        self.body.addWidget(paragraph(look, sentence, "text"))
        if own_engine:
            words = tr(
                "This machine’s engine starts again with the window: dialers wait a few seconds, and nothing is lost."
            )
            self.body.addWidget(paragraph(look, words))
        self.cancel.setText(tr("Later"))
        self.go.clicked.connect(self.accept)
