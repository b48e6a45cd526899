"""One view of several, as large as it needs to be itself: a stack of Qt asks for the room of its largest page."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class ViewStack(QStackedWidget):
    """A page that nobody sees takes no room from the one that is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """The seen page's."""
        page = self.currentWidget()
        return super().sizeHint() if page is None else page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The seen page's."""
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """False: a wrapped line on a page that is not seen must not make the window taller."""
        return False
