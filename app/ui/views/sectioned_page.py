"""A view of sections: their list on the left, the one that is seen on the right, each built when first opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.page import Page, PageAction, Place
from app.ui.rights import Right
from app.ui.tongue import tr
from app.ui.views.section_pane import Deed, SectionPane


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section: its words and icon, and where its pane is built.

    Without `right` the user's role does not see it; `needs_folder` asks for who owns the whole folder.
    """

    id: str
    words: str
    icon: str
    module: str
    kind: str
    right: Right | None = None
    needs_folder: bool = False


class DeedWords(NamedTuple):
    """What the keys for a new one, the chosen one and its end do, over all sections of a view."""

    new: str
    change: str
    end: str


class SectionedPage(Page):
    """The sections and the one that is seen. `name` begins the ids of its actions, `said` their words."""

    def __init__(self, place: Place, name: str, said: str, sections: Sequence[Section], words: DeedWords) -> None:
        super().__init__(place)
        self.sections = tuple(sections)
        self.current = self.sections[0].id
        self.panes: dict[str, SectionPane] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._name, self._said, self._words = name, said, words
        self._by_id = {section.id: section for section in self.sections}
        self._group = QButtonGroup(self)
        self._seen = False
        self.stack = QStackedWidget()
        self._lay_out()
        place.look.changed.connect(self._paint_icons)
        self._paint_icons()

    def _lay_out(self) -> None:
        nav = QFrame()
        nav.setProperty("role", "card")
        nav.setAccessibleName(tr("Sections"))
        list_ = QVBoxLayout(nav)
        list_.setContentsMargins(8, 8, 8, 8)
        list_.setSpacing(2)
        for section in self.sections:
            button = QPushButton(tr(section.words))
            button.setProperty("kind", "section")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, id_=section.id: self.show_section(id_))
            self._group.addButton(button)
            self.buttons[section.id] = button
            list_.addWidget(button)
        list_.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.buttons[self.current])
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(nav)
        row.addWidget(self.stack, 1)
        self.box.addLayout(row, 1)

    def _paint_icons(self) -> None:
        for id_, button in self.buttons.items():
            colour = "accent" if id_ == self.current else "muted"
            button.setIcon(self.look.icon(self._by_id[id_].icon, colour))

    @property
    def pane(self) -> SectionPane:
        """The section that is seen."""
        return self._pane(self.current)

    def _pane(self, id_: str) -> SectionPane:
        pane = self.panes.get(id_)
        if pane is None:
            section = self._by_id[id_]
            made = getattr(import_module(section.module), section.kind)(self.place)
            if not isinstance(made, SectionPane):
                raise TypeError(f"{section.kind} of {section.module} is no section")
            pane = self.panes[id_] = made
            self.stack.addWidget(pane)
        return pane

    def show_section(self, id_: str) -> SectionPane:
        """See a section; it asks the engine anew. Raises KeyError for one that is not of this view."""
        before = self.panes.get(self.current)
        if before is not None and id_ != self.current:
            before.leave()
        pane = self._pane(id_)
        self.current = id_
        self.buttons[id_].setChecked(True)
        self.setFocusProxy(self.buttons[id_])
        if any(button.hasFocus() for button in self.buttons.values()):
            self.buttons[id_].setFocus()
        self._paint_icons()
        self.stack.setCurrentWidget(pane)
        if self._seen:
            pane.enter()
        return pane

    def offered(self) -> list[str]:
        """The sections this user may see."""
        return [section.id for section in self.sections if self._may_see(section)]

    def _may_see(self, section: Section) -> bool:
        me = self.place.me
        if section.needs_folder and (me is None or "folder" not in me.may):
            return False
        return section.right is None or self.place.may(section.right)

    def _allow(self) -> None:
        offered = self.offered()
        for id_, button in self.buttons.items():
            button.setVisible(id_ in offered)
        if offered and self.current not in offered:
            self.show_section(offered[0])

    def step(self, by: int) -> None:
        """The next section, or the one before."""
        ids = self.offered()
        id_ = ids[(ids.index(self.current) + by) % len(ids)]
        self.show_section(id_)
        self.buttons[id_].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def page_actions(self) -> Sequence[PageAction]:
        """Sections by number, and what is done in the one that is seen."""
        words = self._words
        return (
            *self._ways(),
            self._deed("new", words.new, "N", "make_new", "plus"),
            self._deed("change", words.change, "E", "change_chosen", "pencil-outline"),
            self._deed("end", words.end, "Del", "end_chosen", "close-circle-outline"),
            self.action("refresh", tr("Ask the engine again"), ("F5",), self._again, "refresh"),
            *self.deeds(),
        )

    def deeds(self) -> Sequence[PageAction]:
        """Nothing more is done here by default, whichever section is seen."""
        return ()

    def _deed(self, id_: str, words: str, key: str, deed: Deed, icon: str) -> PageAction:
        def act() -> None:
            # The section is the one that is seen then, not the one of now.
            getattr(self.pane, deed)()

        return replace(self.action(id_, words, (key,), act, icon), is_offered=lambda: self.pane.offers(deed))

    def _again(self) -> None:
        self.pane.refresh()

    def _ways(self) -> list[PageAction]:
        sections = [
            self.action(section.id, tr(section.words), (str(at),), self._opener(section.id), section.icon)
            for at, section in enumerate(self.sections, start=1)
        ]
        return [
            *sections,
            self.action("next", tr("Next section"), ("]", "Ctrl+PgDown"), lambda: self.step(1), "chevron-down"),
            self.action("previous", tr("Section before"), ("[", "Ctrl+PgUp"), lambda: self.step(-1), "chevron-up"),
        ]

    def action(
        self, id_: str, words: str, shortcuts: tuple[str, ...], act: Callable[[], object], icon: str
    ) -> PageAction:
        """An action of this view, named as such."""
        said = tr("{view}: {what}").format(view=self._said, what=words)
        return PageAction(id=f"{self._name}.{id_}", words=said, shortcuts=shortcuts, act=act, icon=icon)

    def _opener(self, id_: str) -> Callable[[], object]:
        return lambda: self.show_section(id_) if id_ in self.offered() else None

    def foot(self) -> QWidget | None:
        """The seen section's lowest buttons: alerts that call stand above them."""
        return self.pane.foot()

    def search_field(self) -> QLineEdit | None:
        """The seen section's."""
        return self.pane.search_field()

    def enter(self) -> None:
        """The section that is seen asks anew."""
        self._seen = True
        self._allow()
        self.show_section(self.current)

    def leave(self) -> None:
        """Nobody looks."""
        self._seen = False
        self.pane.leave()

    def tick(self) -> None:
        """A second went by."""
        self.pane.tick()

    def relink(self) -> None:
        """Another tenant or user."""
        for pane in self.panes.values():
            pane.relink()
        self._allow()
        if self._seen and self.offered():
            self.pane.refresh()
