"""The admin's view: its sections in a list on the left, each built when it is first opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from app.ui.page import Page, PageAction, Place
from app.ui.tongue import marked, tr
from app.ui.views.admin_pane import AdminPane

SectionId = Literal["people", "tokens", "campaigns", "tiers", "retention", "backups", "jobs", "diagnostics"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section: its words and icon, and where its pane is built; some are for who owns the whole folder."""

    id: SectionId
    words: str
    icon: str
    module: str
    kind: str
    needs_folder: bool = False


SECTIONS: tuple[Section, ...] = (
    Section(
        id="people",
        words=marked("People"),
        icon="account-group-outline",
        module="app.ui.views.people_pane",
        kind="PeoplePane",
    ),
    Section(
        id="tokens",
        words=marked("Tokens"),
        icon="key-outline",
        module="app.ui.views.tokens_pane",
        kind="TokensPane",
    ),
    Section(
        id="campaigns",
        words=marked("Campaigns"),
        icon="bullhorn-outline",
        module="app.ui.views.campaigns_pane",
        kind="CampaignsPane",
    ),
    Section(
        id="tiers",
        words=marked("Tiers"),
        icon="layers-triple-outline",
        module="app.ui.views.tiers_section",
        kind="TiersSection",
    ),
    Section(
        id="retention",
        words=marked("Retention"),
        icon="archive-clock-outline",
        module="app.ui.views.retention_pane",
        kind="RetentionPane",
    ),
    Section(
        id="backups",
        words=marked("Backups"),
        icon="database-clock-outline",
        module="app.ui.views.backups_pane",
        kind="BackupsPane",
        needs_folder=True,
    ),
    Section(
        id="jobs", words=marked("Jobs"), icon="timer-cog-outline", module="app.ui.views.jobs_pane", kind="JobsPane"
    ),
    Section(
        id="diagnostics",
        words=marked("Diagnostics"),
        icon="stethoscope",
        module="app.ui.views.diagnostics_pane",
        kind="DiagnosticsPane",
        needs_folder=True,
    ),
)
BY_ID: MappingProxyType[SectionId, Section] = MappingProxyType({section.id: section for section in SECTIONS})


class AdminPage(Page):
    """The sections and the one that is seen."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.current: SectionId = "people"
        self.panes: dict[SectionId, AdminPane] = {}
        self.buttons: dict[SectionId, QPushButton] = {}
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
        for section in SECTIONS:
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
        self.setFocusProxy(self.buttons["people"])
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(nav)
        row.addWidget(self.stack, 1)
        self.box.addLayout(row, 1)

    def _paint_icons(self) -> None:
        for id_, button in self.buttons.items():
            colour = "accent" if id_ == self.current else "muted"
            button.setIcon(self.look.icon(BY_ID[id_].icon, colour))

    @property
    def pane(self) -> AdminPane:
        """The section that is seen."""
        return self._pane(self.current)

    def _pane(self, id_: SectionId) -> AdminPane:
        pane = self.panes.get(id_)
        if pane is None:
            section = BY_ID[id_]
            made = getattr(import_module(section.module), section.kind)(self.place)
            if not isinstance(made, AdminPane):
                raise TypeError(f"{section.kind} of {section.module} is no section")
            pane = self.panes[id_] = made
            self.stack.addWidget(pane)
        return pane

    def show_section(self, id_: SectionId) -> AdminPane:
        """See a section; it asks the engine anew."""
        before = self.panes.get(self.current)
        if before is not None and id_ != self.current:
            before.leave()
        self.current = id_
        pane = self._pane(id_)
        self.buttons[id_].setChecked(True)
        self.setFocusProxy(self.buttons[id_])
        if any(button.hasFocus() for button in self.buttons.values()):
            self.buttons[id_].setFocus()
        self._paint_icons()
        self.stack.setCurrentWidget(pane)
        if self._seen:
            pane.enter()
        return pane

    def offered(self) -> list[SectionId]:
        """The sections this user may see."""
        me = self.place.me
        owner = me is not None and "folder" in me.may
        return [section.id for section in SECTIONS if owner or not section.needs_folder]

    def _allow(self) -> None:
        offered = self.offered()
        for id_, button in self.buttons.items():
            button.setVisible(id_ in offered)
        if self.current not in offered:
            self.show_section("people")

    def step(self, by: int) -> None:
        """The next section, or the one before."""
        ids = self.offered()
        id_ = ids[(ids.index(self.current) + by) % len(ids)]
        self.show_section(id_)
        self.buttons[id_].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def page_actions(self) -> Sequence[PageAction]:
        """Sections by number, and what is done with the list of the section that is seen."""
        return (*self._ways(), *self._deeds())

    def _ways(self) -> list[PageAction]:
        sections = [
            _action(f"admin.{section.id}", tr(section.words), (str(at),), self._opener(section.id), section.icon)
            for at, section in enumerate(SECTIONS, start=1)
        ]
        return [
            *sections,
            _action("admin.next", tr("Next section"), ("]", "Ctrl+PgDown"), lambda: self.step(1), "chevron-down"),
            _action("admin.previous", tr("Section before"), ("[", "Ctrl+PgUp"), lambda: self.step(-1), "chevron-up"),
        ]

    def _deeds(self) -> list[PageAction]:
        return [
            _action("admin.new", tr("New: user, token, campaign, backup"), ("N",), self._new, "plus"),
            _action("admin.change", tr("Change the chosen one"), ("E",), self._change, "pencil-outline"),
            _action("admin.end", tr("Revoke or disable the chosen one"), ("Del",), self._end, "close-circle-outline"),
            _action("admin.import", tr("Import contacts from a file"), ("I",), self._import, "file-import-outline"),
            _action("admin.backup", tr("Back up now"), ("B",), self._back_up, "content-save-outline"),
            _action("admin.refresh", tr("Ask the engine again"), ("F5",), self._again, "refresh"),
        ]

    def _opener(self, id_: SectionId) -> Callable[[], object]:
        return lambda: self.show_section(id_) if id_ in self.offered() else None

    def _new(self) -> None:
        self.pane.make_new()

    def _change(self) -> None:
        self.pane.change_chosen()

    def _end(self) -> None:
        self.pane.end_chosen()

    def _import(self) -> None:
        from app.ui.views.campaigns_pane import CampaignsPane

        pane = self.show_section("campaigns")
        if isinstance(pane, CampaignsPane):
            pane.choose_file()

    def _back_up(self) -> None:
        if "backups" in self.offered():
            self.show_section("backups").make_new()

    def _again(self) -> None:
        self.pane.refresh()

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
        if self._seen and self.place.may("admin"):
            self.pane.refresh()


def _action(id_: str, words: str, shortcuts: tuple[str, ...], act: Callable[[], object], icon: str) -> PageAction:
    said = tr("Admin: {what}").format(what=words)
    return PageAction(id=id_, words=said, shortcuts=shortcuts, act=act, icon=icon, right="admin")
