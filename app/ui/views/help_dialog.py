"""Help on the view that is seen: what is there, what its colours mean, what to do; from resources/help."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.ui.design.look import Look
from app.ui.design.tokens import RESOURCES
from app.ui.pages import PageSpec
from app.ui.tongue import Language, tr
from app.ui.widgets.sheet import Sheet

HEIGHT = 400
MARGIN = 12
GAP = 8


def help_text(page: str, language: Language) -> str:
    """The Markdown of a view's help in a language; each view has one in each (a test sees to it)."""
    return (RESOURCES / "help" / language / f"{page}.md").read_text(encoding="utf-8")


class HelpDialog(Sheet):
    """One page of help; it scrolls by keys."""

    def __init__(self, look: Look, parent: QWidget, page: PageSpec, language: Language) -> None:
        title = tr("Help: {view}").format(view=tr(page.words))
        super().__init__(look, parent, title, tr("Close"), width=680)
        self.cancel.hide()
        self.go.clicked.connect(self.accept)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(look.font("body"))
        self.text.setMarkdown(help_text(page.id, language))
        self._space_out()
        self.text.setMinimumHeight(HEIGHT)
        self.body.addWidget(self.text)
        self.text.setFocus()

    def _space_out(self) -> None:
        # Qt sets Markdown without a gap between its paragraphs; no style sheet reaches them.
        document = self.text.document()
        document.setDocumentMargin(MARGIN)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        gap = QTextBlockFormat()
        gap.setBottomMargin(GAP)
        cursor.mergeBlockFormat(gap)
