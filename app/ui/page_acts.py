"""Which view is seen: builds each when it is first opened, tells it when it is seen, and lends it its keys."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from app.ui.page import Page, PageAction, Place
from app.ui.pages import PAGES, PageId, PageSpec
from app.ui.tongue import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class PageActs(QObject):
    """The rail's pages on the window. The floor is the window's own, and all there is while nothing is known."""

    changed = Signal(str)
    """Another view is seen."""

    def __init__(self, window: "MainWindow", place: Place) -> None:
        super().__init__(window)
        self._window = window
        self._place = place
        self.current: PageId = "floor"
        self.built: dict[PageId, Page] = {}
        window.rail.asked.connect(self.go)
        for spec in PAGES:
            action = QAction(tr(spec.words), window)
            action.setShortcut(QKeySequence(spec.shortcut))
            action.triggered.connect(lambda _=False, id_=spec.id: self.go(id_))
            window.addAction(action)
        window.rail.show_page("floor")

    @property
    def page(self) -> Page | None:
        """The view that is seen; None while that is the floor."""
        return self.built.get(self.current)

    def offered(self) -> list[PageSpec]:
        """The views this user's role may see."""
        return [spec for spec in PAGES if spec.right is None or self._window.may(spec.right)]

    def actions(self) -> list[PageAction]:
        """What the view that is seen does, of what this user may do."""
        page = self.page
        return [] if page is None else [act for act in page.page_actions() if self._may(act) and act.is_offered()]

    def _may(self, action: PageAction) -> bool:
        return action.right is None or self._window.may(action.right)

    def go(self, id_: str) -> Page | None:
        """See a view. Stays where it is if the role may not, or if nothing is known to show there."""
        spec = next((spec for spec in self.offered() if spec.id == id_), None)
        if spec is None or (spec.module and self._window.tenant is None):
            self._window.rail.show_page(self.current)
            return None
        if spec.id == self.current:
            return self.page
        left = self.page
        page = self._build(spec)
        self.current = spec.id
        self._window.rail.show_page(spec.id)
        if left is not None:
            left.leave()
        self._window.show_view()
        if page is not None:
            page.enter()
            page.setFocus()
        self.changed.emit(spec.id)
        return page

    def _build(self, spec: PageSpec) -> Page | None:
        if not spec.module:
            return None
        page = self.built.get(spec.id)
        if page is None:
            made = getattr(import_module(spec.module), spec.kind)(self._place)
            if not isinstance(made, Page):
                raise TypeError(f"{spec.kind} of {spec.module} is not a page")
            page = self.built[spec.id] = made
            page.setAccessibleName(tr(spec.words))
            self._lend_keys(page)
            self._window.pages.addWidget(page)
        return page

    def _lend_keys(self, page: Page) -> None:
        for offered in page.page_actions():
            action = QAction(offered.words, page)
            action.setShortcuts([QKeySequence(text) for text in offered.shortcuts])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, act=offered: act.act() if self._may(act) else None)
            page.addAction(action)

    def unsaved(self) -> tuple[PageId, str] | None:
        """The first view that would lose something if the window closed now, and what; None if none would."""
        lost = ((id_, page.unsaved()) for id_, page in self.built.items())
        return next(((id_, words) for id_, words in lost if words), None)

    def relink(self) -> None:
        """Another tenant is looked at, or another user looks: what was shown is of the old one."""
        for button_id, button in self._window.rail.buttons.items():
            button.setVisible(any(spec.id == button_id for spec in self.offered()))
        for page in self.built.values():
            page.relink()
        if self.current not in [spec.id for spec in self.offered()]:
            self.go("floor")

    def tick(self) -> None:
        """A second went by."""
        page = self.page
        if page is not None:
            page.tick()

    def stop(self) -> None:
        """The window closes."""
        page = self.page
        if page is not None:
            page.leave()
