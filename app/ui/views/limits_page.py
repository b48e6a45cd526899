"""The limits view: agents, tenant, tier and system in one editor; edits wait until they are applied together."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QTabBar, QWidget

from app.ui.limits_book import LimitsBook
from app.ui.models.limit_csv import write_csv
from app.ui.page import Page, PageAction, Place
from app.ui.tongue import marked, tr
from app.ui.views.limit_agents_pane import LimitAgentsPane
from app.ui.views.limit_history_pane import LimitHistoryPane
from app.ui.views.limit_scope_pane import LimitScopePane
from app.ui.views.pending_bar import PendingBar
from app.ui.views.tiers_pane import TiersPane
from app.ui.widgets.labels import ElidedLabel, set_tone

AGENTS, TENANT, TIER, SYSTEM, TIERS, HISTORY = range(6)
_SECTIONS = (
    marked("Agents"),
    marked("Tenant"),
    marked("Tier"),
    marked("System"),
    marked("Tiers"),
    marked("History"),
)


class LimitsPage(Page):
    """One section is seen at a time; the bar of edits and the line of faults are those of all."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.book = LimitsBook(place, self)
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self.agents = LimitAgentsPane(place, self.book)
        self.scopes = {name: LimitScopePane(place, self.book, name) for name in ("tenant", "tier", "system")}
        self.tiers = TiersPane(place)
        self.history = LimitHistoryPane(place, self.book)
        self.save_csv = QPushButton(tr("Save as CSV…"))
        self.load_csv = QPushButton(tr("From CSV…"))
        self.fault = ElidedLabel(self.look, "", "body", "danger")
        self.bar = PendingBar(self.look)
        self._noting = False
        self._whose = self._floor_and_user()
        self._lay_out()
        self._connect()
        self._allow()

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(tr("Sections"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        panes: tuple[QWidget, ...] = (self.agents, *self.scopes.values(), self.tiers, self.history)
        for words, pane in zip(_SECTIONS, panes, strict=True):
            self.tabs.addTab(tr(words))
            self.stack.addWidget(pane)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.load_csv)
        head.addWidget(self.save_csv)
        self.fault.setFixedHeight(20)
        self.box.setSpacing(8)
        self.box.addLayout(head)
        self.box.addWidget(self.stack, 1)
        self.box.addWidget(self.fault)
        self.box.addWidget(self.bar)
        self.look.changed.connect(self._paint_icons)
        self._paint_icons()

    def _paint_icons(self) -> None:
        self.save_csv.setIcon(self.look.icon("tray-arrow-down"))
        self.load_csv.setIcon(self.look.icon("tray-arrow-up"))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._section)
        self.book.changed.connect(self._show)
        self.book.drafted.connect(self._show_draft)
        self.book.failed.connect(self._say)
        self.bar.asked.connect(self._do)
        self.agents.bulk_asked.connect(self._edit_many)
        self.agents.faulted.connect(self._say)
        self.agents.noted.connect(self._note)
        for pane in self.scopes.values():
            pane.faulted.connect(self._say)
        self.tiers.limits_asked.connect(self._show_tier)
        self.tiers.shown.connect(self.book.show_tiers)
        self.history.compare_asked.connect(self._compare)
        self.history.reverted.connect(self._tell_reverted)
        self.save_csv.clicked.connect(self.save)
        self.load_csv.clicked.connect(self.load)

    def foot(self) -> QWidget | None:
        """The bar of edits: alerts that call stand above it."""
        return self.bar

    def page_actions(self) -> Sequence[PageAction]:
        """Keys of the editor."""

        def act(id_: str, words: str, keys: tuple[str, ...], icon: str, *, edits: bool = True) -> PageAction:
            return PageAction(
                id=f"limits.{id_}",
                words=tr(words),
                shortcuts=keys,
                act=lambda: self._do(id_),
                icon=icon,
                right="edit_limits" if edits else None,
            )

        return (
            act("undo", marked("Undo the last change"), ("Ctrl+Z",), "undo-variant"),
            act("redo", marked("Redo it"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-variant"),
            act("discard", marked("Discard all changes"), ("Ctrl+Shift+D",), "close"),
            act("preview", marked("What the changes would do"), ("V",), "crystal-ball"),
            act("apply", marked("Apply the changes"), ("Ctrl+Return", "Ctrl+S"), "check"),
            act("many", marked("Edit limits of the chosen agents"), ("B",), "pencil"),
            act("load", marked("Limits from CSV"), ("I",), "tray-arrow-up"),
            act("save", marked("Save limits as CSV"), ("O",), "tray-arrow-down", edits=False),
            act("next", marked("Next section"), ("Ctrl+PgDown", "]"), "chevron-right", edits=False),
            act("previous", marked("Section before"), ("Ctrl+PgUp", "["), "chevron-left", edits=False),
            act("history", marked("What was edited of the chosen agent"), ("Y",), "history", edits=False),
        )

    def search_field(self) -> QLineEdit:
        """`/` goes to the filter of the agents."""
        self.tabs.setCurrentIndex(AGENTS)
        return self.agents.filter

    def enter(self) -> None:
        """What the scopes set may have changed while nobody looked."""
        self.book.refresh()
        self._section(self.tabs.currentIndex())

    def relink(self) -> None:
        """The line is new: to the same floor for the same user every edit stays, to another nothing does."""
        whose = self._floor_and_user()
        if whose != self._whose:
            dropped = len(self.book.draft)
            if dropped:
                self.place.tell(tr("%n changes that were not applied are gone with their tenant", "", dropped), "alert")
            self.book.relink()
            self.tiers.relink()
            self.history.relink()
        self._whose = whose
        self._allow()
        if self.isVisible():
            self.enter()

    def _floor_and_user(self) -> tuple[str, str]:
        tenant, me = self.place.tenant, self.place.me
        return (tenant.id if tenant is not None else "", me.user if me is not None else "")

    def clear(self) -> None:
        """Esc: the filter goes, then the choice."""
        self.agents.filter.clear()
        self.agents.table.clearSelection()
        self.agents.table.setFocus()

    @property
    def is_operator(self) -> bool:
        """Whether the user is the operator of this folder."""
        me = self.place.me
        return me is not None and me.tenant_id is None

    def _allow(self) -> None:
        me = self.place.me
        edit = self.place.may("edit_limits")
        self.agents.allow(edit=edit)
        self.scopes["tenant"].allow(edit=me is not None and me.role == "admin")
        self.scopes["tier"].allow(edit=self.is_operator)
        self.scopes["system"].allow(edit=self.is_operator)
        self.history.allow(edit=edit)
        self.load_csv.setVisible(edit)
        self._show_draft()

    def _show(self) -> None:
        if not self.isVisible():
            return
        pane = self.stack.currentWidget()
        if isinstance(pane, LimitAgentsPane | LimitScopePane):
            pane.refresh()

    def _section(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self._say("")
        self._show()
        if at == TIERS:
            self.tiers.refresh()
        elif at == HISTORY:
            self.history.fill_subjects()
            self.history.refresh()

    def _show_draft(self) -> None:
        self.bar.show_draft(self.book.draft, edit=self.place.may("edit_limits"))
        counts = dict.fromkeys(("agent", "tenant", "tier", "system"), 0)
        for scope, _, _ in self.book.draft.pending:
            counts[scope] += 1
        for at, (words, count) in enumerate(zip(_SECTIONS, counts.values(), strict=False)):
            self.tabs.setTabText(at, f"{tr(words)} ({count})" if count else tr(words))

    def _note(self, words: str) -> None:
        """Who came between, where no fault is said: a fault is about what is being typed this moment."""
        if self.agents.table.writing or self.stack.currentIndex() != AGENTS or not (words or self._noting):
            return
        self._noting = bool(words)
        set_tone(self.fault, "warn")
        self.fault.setText(words)
        self.fault.setAccessibleName(words)

    def _say(self, fault: str) -> None:
        self._noting = False
        set_tone(self.fault, "danger")
        self.fault.setText(fault)
        self.fault.setAccessibleName(fault)

    def _do(self, what: str) -> None:
        table = self.agents.table
        step = {"next": 1, "previous": -1}.get(what)
        if step is not None:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
            return
        acts: dict[str, Callable[[], object]] = {
            "undo": self.book.undo,
            "redo": self.book.redo,
            "discard": self.book.discard,
            "preview": self._preview,
            "apply": self._apply,
            "many": self.agents.bulk,
            "load": self.load,
            "save": self.save,
            "history": lambda: self._show_history(table.chosen_id),
        }
        acts[what]()

    def _apply(self) -> None:
        if len(self.book.draft):
            from app.ui.views.apply_dialog import ApplyDialog

            ApplyDialog(self.place, self.book).open()

    def _preview(self) -> None:
        if len(self.book.draft):
            from app.ui.views.what_if_dialog import WhatIfDialog

            WhatIfDialog(self.place, self.book.draft.preview(self.book.revision)).open()

    def _edit_many(self, ids: list[str]) -> None:
        from app.ui.views.limit_bulk_dialog import LimitManyDialog

        LimitManyDialog(self.place, self.book, ids).open()

    def _show_tier(self, tier_id: str) -> None:
        self.tabs.setCurrentIndex(TIER)
        self.scopes["tier"].show_tier(tier_id)

    def _show_history(self, agent_id: str) -> None:
        self.tabs.setCurrentIndex(HISTORY)
        if agent_id:
            self.history.show_subject("agent", agent_id)

    def _compare(self, after: int, until: int | None) -> None:
        from app.ui.views.limit_diff_dialog import LimitDiffDialog

        edit = self.place.may("edit_limits")
        LimitDiffDialog(self.place, self.book, after, until, edit=edit).open()

    def unsaved(self) -> str:
        """The edits that were collected and not applied."""
        count = len(self.book.draft.pending)
        return tr("%n changes of limits are not applied yet.", "", count) if count else ""

    def _tell_reverted(self, count: int) -> None:
        said = tr("%n changes back made: apply them below", "", count)
        self.place.tell(said if count else tr("It is so already"), "undo-variant")

    def load(self, path: Path | None = None) -> None:
        """Limits from a CSV file, as edits."""
        from app.ui.views.limit_import_dialog import LimitImportDialog

        LimitImportDialog(self.place, self.book, path if isinstance(path, Path) else None).open()

    def save(self) -> None:
        """Limits of all agents as a CSV file."""
        named = str(self.place.downloads / f"limits-{self.place.watching.now.astimezone():%Y-%m-%d-%H%M}.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save limits as CSV"), named, tr("CSV (*.csv)"))
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Write what agents set now; edits that wait are not in it."""
        text = write_csv(self.book.agents.values(), self.book.current)
        try:
            path.write_bytes(text.encode("utf-8-sig"))
        except OSError as fault:
            self._say(tr("{path} cannot be written: {why}").format(path=path, why=fault.strerror or fault))
            return
        self.place.tell(tr("Limits saved: {path}").format(path=path), "check")
