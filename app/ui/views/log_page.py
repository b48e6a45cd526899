"""Calls and refusals of the tenant: searched, scrolled without an end, one of them explained; and the monitoring."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QWidget

from app.ui.bridge import Trouble
from app.ui.models.log_narrow import Chosen, Field, Kind, LogNarrow
from app.ui.models.moment import Instant
from app.ui.page import Page, PageAction, Place
from app.ui.tongue import marked, tr
from app.ui.views.calls_tab import CallsTab
from app.ui.views.log_filter_bar import LogFilterBar
from app.ui.views.log_tab import RowFacts, copy_text
from app.ui.views.monitoring_view import MonitoringView
from app.ui.views.refusals_tab import RefusalsTab
from app.wire.log import LogChoices, MonitoringPage

TabId = Literal["calls", "refusals", "monitoring"]
FRESH_S = 4
"""Seconds between two looks for new rows, and between two countings of the monitoring."""

TABS: tuple[tuple[TabId, str, str, str], ...] = (
    ("calls", marked("Calls"), "phone-log-outline", "C"),
    ("refusals", marked("Refusals"), "hand-back-left-outline", "R"),
    ("monitoring", marked("Monitoring"), "gauge", "M"),
)
ROW_ACTS: tuple[tuple[str, str, str, str], ...] = (
    ("show_agent", marked("Show the agent on the floor"), "G", "account-search-outline"),
    ("only_agent", marked("Only this agent"), "A", "filter-outline"),
    ("only_session", marked("Only this session"), "S", "filter-outline"),
    ("only_number", marked("Only this number"), "N", "filter-outline"),
    ("show_number", marked("Show or hide the number"), "V", "eye-outline"),
    ("copy_number", marked("Copy the number"), "Ctrl+C", "content-copy"),
    ("copy_id", marked("Copy the id"), "Ctrl+Shift+C", "content-copy"),
)


class LogPage(Page):
    """A switch of three. A list is searched when it is first seen, and anew when its filter changes."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.tab: TabId = "calls"
        self.tabs: dict[TabId, QPushButton] = {}
        self.bar = LogFilterBar(place.look)
        self.calls = CallsTab(place)
        self.refusals = RefusalsTab(place)
        self.monitoring = MonitoringView(place.look)
        self.export = QPushButton(tr("Export…"))
        self._stack = QStackedWidget()
        self._trouble: Trouble | None = None
        self._turn = self._since = 0
        self._counting = False
        self._choices_known = False
        self._tenant_id = ""
        self._lay_out()
        self._connect()
        place.look.changed.connect(self._paint_icons)
        self._paint_icons()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        group = QButtonGroup(self)
        for tab, words, _, key in TABS:
            button = self.tabs[tab] = QPushButton(tr(words))
            button.setCheckable(True)
            button.setIconSize(QSize(16, 16))
            button.setToolTip(f"{tr(words)} ({key})")
            button.clicked.connect(partial(self.show_tab, tab))
            group.addButton(button)
            head.addWidget(button)
        self.tabs["calls"].setChecked(True)
        head.addStretch(1)
        self.export.setIconSize(QSize(16, 16))
        self.export.setToolTip(tr("Calls as CSV, for any range (Ctrl+E)"))
        head.addWidget(self.export)
        for view in (self.calls, self.refusals, self.monitoring):
            self._stack.addWidget(view)
        self.box.addLayout(head)
        self.box.addWidget(self.bar)
        self.box.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._search)
        self.bar.custom_asked.connect(self._ask_range)
        self.export.clicked.connect(self._export)
        self.calls.asked.connect(self.act)
        self.refusals.asked.connect(self.act)
        self.refusals.refusal_pane.calls_asked.connect(self.show_window)
        self.monitoring.session_asked.connect(self._show_session)

    def _paint_icons(self) -> None:
        for tab, _, icon, _ in TABS:
            self.tabs[tab].setIcon(self.look.icon(icon, "accent" if tab == self.tab else "muted"))
        self.export.setIcon(self.look.icon("tray-arrow-down"))

    def page_actions(self) -> Sequence[PageAction]:
        """The three tabs, the ways on from a row, and new rows."""
        tabs = [
            PageAction(id=f"log_{tab}", words=tr(words), shortcuts=(key,), act=partial(self.show_tab, tab), icon=icon)
            for tab, words, icon, key in TABS
        ]
        acts = [
            PageAction(id=name, words=tr(words), shortcuts=(key,), act=partial(self.act, name), icon=icon)
            for name, words, key, icon in ROW_ACTS
        ]
        new = PageAction(
            id="log_new", words=tr("Load what is new"), shortcuts=("U",), act=self.load_new, icon="arrow-up"
        )
        window = PageAction(
            id="log_window", words=tr("Show the calls that filled the window"), shortcuts=("O",), act=self.show_window
        )
        return (*tabs, *acts, new, window)

    def search_field(self) -> QLineEdit:
        """A number, or a session."""
        return self.bar.number

    def enter(self) -> None:
        """Search, unless that was done; what came since is counted."""
        self._since = FRESH_S
        tenant = self.place.tenant
        self._tenant_id = "" if tenant is None else tenant.id
        if not self._choices_known:
            self._ask_choices()
        self.show_tab(self.tab)

    def leave(self) -> None:
        """Nobody looks: no search goes on, and no number stays to be seen."""
        self.calls.call_pane.hide_number()
        for tab in (self.calls, self.refusals):
            tab.search.stop()

    def relink(self) -> None:
        """Everything known is of another tenant; or the engine is back, and what was chosen and found stays."""
        self._turn += 1
        self._counting = self._choices_known = False
        self._trouble = None
        tenant = self.place.tenant
        if tenant is not None and tenant.id == self._tenant_id:
            if self.isVisible():
                self.enter()
            return
        self.bar.blockSignals(True)
        self.bar.clear()
        self.bar.blockSignals(False)
        self.calls.forget()
        self.refusals.forget()
        self.monitoring.forget()
        if self.isVisible():
            self.enter()

    def clear(self) -> None:
        """Narrow by nothing, and back to the list."""
        self.bar.clear()
        self._focus_list()

    def tick(self) -> None:
        """Ages count on; every few seconds, what is new."""
        self._since += 1
        if self.tab == "monitoring":
            self.monitoring.show_age(self.place.watching.now, self._trouble)
        if self._since < FRESH_S:
            return
        self._since = 0
        if self.tab == "monitoring":
            self._count()
        elif self.tab == "calls":
            self.calls.search.look_for_new()
            self.calls.renew()
        else:
            self.refusals.search.look_for_new()

    def show_tab(self, tab: TabId, *_: object) -> None:
        """See calls, refusals, or the monitoring."""
        self.tab = tab
        self.tabs[tab].setChecked(True)
        self._paint_icons()
        self._stack.setCurrentIndex([one[0] for one in TABS].index(tab))
        self.bar.setVisible(tab != "monitoring")
        if tab == "monitoring":
            self._count()
        else:
            self.bar.show_kind(tab)
            self._search()
        self._focus_list()

    def _focus_list(self) -> None:
        tables: dict[TabId, QWidget] = {
            "calls": self.calls.list.table,
            "refusals": self.refusals.list.table,
            "monitoring": self.monitoring.session_table,
        }
        tables[self.tab].setFocus()

    def _search(self) -> None:
        if self.tab == "monitoring" or not self.isVisible():
            return
        self.bar.show_span(self.place.watching.now)
        shown = self.calls if self.tab == "calls" else self.refusals
        other = self.refusals if self.tab == "calls" else self.calls
        other.search.stop()
        if shown.wanted == self.bar.narrow and (shown.search.paused or shown.search.trouble is not None):
            # It was left in the middle, or the engine was away.
            shown.search.go_on()
        shown.begin(self.tab, self.bar.narrow)

    def load_new(self) -> None:
        """Take what came on top."""
        if self.tab == "calls":
            self.calls.load_fresh()
        elif self.tab == "refusals":
            self.refusals.load_fresh()

    def _ask_choices(self) -> None:
        turn = self._turn
        self.place.bridge.ask(
            lambda gateway: gateway.log.choices(),
            self,
            lambda choices: self._know_choices(choices) if turn == self._turn else None,
            # The boxes stay empty, the number and the rows' own ways narrow all the same; asked again when entered.
            lambda _: None,
        )

    def _know_choices(self, choices: LogChoices) -> None:
        self._choices_known = True
        self.bar.offer(choices)

    def _count(self) -> None:
        if self._counting:
            return
        self._counting = True
        turn = self._turn
        self.place.bridge.ask(
            lambda gateway: gateway.log.monitoring(),
            self,
            lambda page: self._counted(page) if turn == self._turn else None,
            lambda trouble: self._not_counted(trouble) if turn == self._turn else None,
        )

    def _counted(self, page: MonitoringPage) -> None:
        self._counting, self._trouble = False, None
        self.monitoring.show_page(page)
        self.monitoring.show_age(self.place.watching.now, None)

    def _not_counted(self, trouble: Trouble) -> None:
        self._counting, self._trouble = False, trouble
        self.monitoring.show_age(self.place.watching.now, trouble)

    def _facts(self) -> RowFacts | None:
        if self.tab == "monitoring":
            return None
        return self.calls.facts() if self.tab == "calls" else self.refusals.facts()

    def act(self, what: str) -> None:
        """A way on from the chosen row; nothing without one."""
        facts = self._facts()
        if facts is None:
            return
        narrowed: dict[str, tuple[Field, str | None, str]] = {
            "only_agent": ("agent_id", facts.agent_id, facts.agent),
            "only_session": ("session_id", facts.session_id, f"…{(facts.session_id or '')[-6:]}"),
            "only_number": ("same_as", facts.id if facts.number else None, facts.number),
        }
        if what in narrowed:
            field, value, words = narrowed[what]
            if value is not None:
                self.bar.choose(Chosen(field=field, value=value, words=words))
        elif what == "show_agent":
            if facts.agent_id is not None:
                self.place.show_agent(facts.agent_id)
        elif what == "copy_id":
            self._copy(facts.id)
        elif what == "show_number":
            self.calls.toggle_number()
        else:
            self.calls.with_number(self._copy)

    def _copy(self, text: str) -> None:
        if text:
            copy_text(text)
            self.place.tell(tr("Copied {what}").format(what=text), "content-copy")

    def show_window(self) -> None:
        """The calls that filled the window of the chosen refusal."""
        detail = self.refusals.refusal_pane.detail
        if self.tab != "refusals" or detail is None or detail.window_from is None:
            return
        item = detail.refusal
        if item.agent_id is None or not item.limit_id.startswith("calls."):
            return
        narrow = LogNarrow().choose(Chosen(field="agent_id", value=item.agent_id, words=item.agent or ""))
        # The window is (from, try]; a range is [from, up to).
        tick = timedelta(microseconds=1)
        self._show("calls", narrow.within("custom", detail.window_from + tick, item.last_at + tick))

    def _show_session(self, session_id: str) -> None:
        self.show_calls_of(session_id=session_id)

    def show_calls_of(self, *, agent_id: str | None = None, session_id: str | None = None) -> None:
        """For other views: go to the calls of an agent or a session, whatever the filter was."""
        self._show("calls", self._narrow_to(agent_id, session_id))

    def show_refusals_of(self, *, agent_id: str | None = None, session_id: str | None = None) -> None:
        """For other views: go to the refusals of an agent or a session."""
        self._show("refusals", self._narrow_to(agent_id, session_id))

    def _narrow_to(self, agent_id: str | None, session_id: str | None) -> LogNarrow:
        narrow = LogNarrow()
        if agent_id is not None:
            agent = self.place.agents.floor.agents.get(agent_id)
            words = agent.name if agent is not None else f"…{agent_id[-6:]}"
            narrow = narrow.choose(Chosen(field="agent_id", value=agent_id, words=words))
        if session_id is not None:
            narrow = narrow.choose(Chosen(field="session_id", value=session_id, words=f"…{session_id[-6:]}"))
        return narrow

    def _show(self, tab: Kind, narrow: LogNarrow) -> None:
        self.bar.put(narrow)
        self.place.go("log")
        self.show_tab(tab)

    def _ask_range(self) -> None:
        from app.ui.views.log_range_dialog import LogRangeDialog

        narrow, now = self.bar.narrow, self.place.watching.now
        dialog = LogRangeDialog(
            self.look, self.place.window, narrow.since or now - timedelta(hours=1), narrow.until or now
        )
        dialog.ranged.connect(self._take_range)
        dialog.open()

    def _take_range(self, since: Instant, until: Instant) -> None:
        self.bar.put(self.bar.narrow.within("custom", since, until))

    def _export(self) -> None:
        from app.ui.views.export_dialog import ExportDialog

        place = self.place
        ExportDialog(self.look, place.window, place.bridge, place.watching.now, place.downloads).open()
