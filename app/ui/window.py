"""The supervisor's window: puts the views together, follows the link to the engine, remembers its layout."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.clock import Clock
from app.ui.acts import Acts
from app.ui.bridge import Bridge
from app.ui.chosen import Chosen
from app.ui.design.look import Look
from app.ui.design.tokens import RESOURCES
from app.ui.memory import Memory
from app.ui.models.agents_model import AgentsModel
from app.ui.models.order import most_interesting
from app.ui.models.truth import NO_ENGINE, NO_TENANT, Truth
from app.ui.rights import Right, allows
from app.ui.target import GRAVE, EngineEnded, EngineStarting, Linked, LinkState, NoTenant
from app.ui.troubles import trouble_of
from app.ui.views.floor_page import FloorPage
from app.ui.views.footer import Footer
from app.ui.views.top_bar import TopBar
from app.ui.views.trouble_page import TroublePage
from app.ui.views.welcome_page import WelcomePage
from app.ui.watching import Watching
from app.wire.operator import AgentDetail, Me, TenantItem

if TYPE_CHECKING:
    from app.ui.views.detail_view import DetailView

TICK_MS = 1000
TRUTH_MS = 250
SIZE = (1440, 900)
LEAST = (1024, 640)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a window is made from; tests hand in a manual clock and a fake wiring's bridge."""

    look: Look
    bridge: Bridge
    memory: Memory
    clock: Clock
    downloads: Path


class MainWindow(QMainWindow):
    """Top bar, then one of three pages (floor, newcomer's steps, trouble), then the footer."""

    painted = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.look, self.bridge, self.memory = parts.look, parts.bridge, parts.memory
        self.agents = AgentsModel()
        self.watching = Watching(parts.bridge, self.agents, parts.clock, self)
        self.chosen = Chosen(parts.bridge, self)
        self.detail: DetailView | None = None
        self.me: Me | None = None
        self.link: LinkState | None = None
        self.token_shown = ""
        self.remembers_frame = True
        self.top = TopBar(parts.look)
        self.floor = FloorPage(parts.look, self.agents)
        self.trouble = TroublePage(parts.look)
        self.welcome = WelcomePage(parts.look)
        self.footer = Footer(parts.look)
        self.pages = QStackedWidget()
        self._tick, self._look_out = QTimer(self), QTimer(self)
        self._painted = False
        self._lay_out()
        self.acts = Acts(self, parts.downloads)
        self._connect()
        self._remember()
        self._show_page(self.trouble)
        self.top.allow(floor=False, edit=False)

    def _lay_out(self) -> None:
        self.setWindowTitle("Dialfloor")
        self.setWindowIcon(QIcon(str(RESOURCES / "icons" / "dialfloor.svg")))
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        for page in (self.trouble, self.welcome, self.floor):
            self.pages.addWidget(page)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        box = QVBoxLayout(canvas)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.top)
        box.addLayout(head)
        box.addWidget(self.pages, 1)
        box.addWidget(self.footer)
        self.setCentralWidget(canvas)

    def _connect(self) -> None:
        self.bridge.link_state.connect(self._follow)
        self.watching.applied.connect(self._show_floor)
        self.watching.line_heard.connect(self.tick)
        self.watching.limit_edited.connect(self.footer.tell_edit)
        self.watching.warned.connect(self.footer.tell_warning)
        self.floor.table.chosen.connect(self._choose)
        self.floor.table.opened.connect(lambda _: self.focus_detail())
        self.floor.table.columns_changed.connect(self._keep_columns)
        self.floor.banner.pressed.connect(self.bridge.retry)
        self.trouble.retry_asked.connect(self.bridge.retry)
        self.chosen.fetched.connect(self._show_detail)
        self.chosen.failed.connect(lambda sentence: self.footer.tell(sentence, "alert"))
        self.footer.notice_clicked.connect(self.floor.table.choose)
        self.top.search.textChanged.connect(self._filter)
        self.top.tenant_chosen.connect(self.bridge.choose_tenant)
        self.welcome.tenant_asked.connect(self.acts.make_tenant)
        self.welcome.token_asked.connect(self.acts.make_token)
        for timer, interval, act in ((self._tick, TICK_MS, self.tick), (self._look_out, TRUTH_MS, self._show_truth)):
            timer.setInterval(interval)
            timer.timeout.connect(act)
            timer.start()

    def _remember(self) -> None:
        chosen, widths, order = self.memory.columns
        table = self.floor.table
        table.blockSignals(True)
        table.columns_chosen.update(chosen)
        table.own_widths.update(widths)
        if order:
            table.place_columns(order)
        if self.memory.sort:
            self.agents.sort_by(self.memory.sort)
            table.show_sort()
        table.blockSignals(False)
        self.restoreGeometry(self.memory.geometry)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is followed by `painted`: only then is the rest imported and the engine started."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without a remembered layout the panes keep their usual shares."""
        super().resizeEvent(event)
        if self.memory.splitter.isEmpty() and self.detail is not None:
            self.floor.share_out()

    def add_detail(self) -> None:
        """Build the chosen agent's pane: after the first paint, since its plots are the slowest import of all."""
        from app.ui.views.detail_view import DetailView

        self.detail = DetailView(self.look)
        self.detail.pause_asked.connect(self.acts.pause)
        self.detail.end_asked.connect(self.acts.end)
        self.detail.edit_asked.connect(self.acts.edit)
        self.floor.set_side(self.detail)
        agent = self.agents.floor.agents.get(self.chosen.agent_id)
        if agent is not None:
            self._choose(agent.id)
        if self.memory.splitter.isEmpty():
            self.floor.share_out()
        else:
            self.floor.splitter.restoreState(self.memory.splitter)
        self._allow()

    def _show_page(self, page: QWidget) -> None:
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
        on_floor = page is self.floor
        if page is self.trouble:
            # Never the theme button by chance: the next step, or nothing.
            (self.trouble.button if self.trouble.button.isVisible() else self.trouble).setFocus()
        self.top.allow(floor=on_floor, edit=self.may("edit_limits"))

    def may(self, right: Right) -> bool:
        """Whether this user's role has the right; before the engine said who we are, none."""
        return self.me is not None and allows(self.me.role, right)

    def _allow(self) -> None:
        if self.detail is not None:
            self.detail.allow(sessions=self.may("end_sessions"), limits=self.may("edit_limits"))
        self.top.edit.setVisible(self.may("edit_limits") or self.me is None)

    def _follow(self, state: LinkState) -> None:
        self.link = state
        trouble = trouble_of(state)
        if isinstance(state, Linked):
            self._linked(state.me, state.tenant, state.url)
        elif isinstance(state, NoTenant):
            self.me = state.me
            self.top.show_tenants(None, [])
            self._show_welcome()
        if isinstance(state, EngineEnded):
            self.watching.cut(state.sentence)
        self.tick()
        if trouble is None:
            return
        if self.agents.floor.known:
            self._show_banner(state)
        else:
            self.trouble.tell(trouble)
            self._show_page(self.trouble)

    def _show_banner(self, state: LinkState) -> None:
        trouble = trouble_of(state)
        grave = isinstance(state, GRAVE)
        if trouble is not None and (grave or isinstance(state, EngineStarting | EngineEnded)):
            self.floor.banner.say(trouble.icon, f"{trouble.title}. {trouble.sentence}", trouble.step, trouble.button)
        elif isinstance(state, Linked):
            self.floor.banner.hide()

    def _linked(self, me: Me, tenant: TenantItem, url: str) -> None:
        self.me = me
        self.memory.keep_tenant(tenant.id)
        self.top.show_tenants(tenant, me.tenants)
        self.footer.show_engine(f"{me.user} · {url}")
        self._allow()

    def _show_welcome(self) -> None:
        linked = self.link if isinstance(self.link, Linked) else None
        makes = self.may("tokens")
        self.welcome.show_progress(tenant=linked is not None, token=bool(self.token_shown), may_make_tokens=makes)
        self.welcome.show_request(linked.url if linked else "", self.token_shown)
        self.welcome.show_import(self.bridge.folder, linked.tenant.name if linked else "")
        self._show_page(self.welcome)

    def token_made(self, token: str) -> None:
        """A token was made and shown: the newcomer's request carries it, this once."""
        self.token_shown = token
        if self.pages.currentWidget() is self.welcome:
            self._show_welcome()

    def _show_floor(self) -> None:
        floor = self.agents.floor
        if not floor.agents:
            self._show_welcome()
        else:
            self._show_rows()
        if floor.strip is not None:
            self.floor.strip.show_strip(floor.strip, floor.agents.values(), self.watching.now)
        self.show_counts()
        self._show_truth()
        # Only the rows that changed are painted now; the timers of the others wait for their tick.
        self.floor.table.now = self.watching.now
        self._show_chosen_row()

    def _show_rows(self) -> None:
        agents = self.agents.floor.agents
        if self.chosen.agent_id not in agents:
            self.choose_most_interesting()
        elif agents[self.chosen.agent_id].state != "offline":
            self.chosen.refresh()
        if self.pages.currentWidget() is not self.floor:
            self._show_page(self.floor)
            self.floor.table.setFocus()
        self.floor.banner.hide()

    def show_counts(self) -> None:
        """Say how many of how many rows the filters show."""
        shown = len(self.agents.order)
        known = len(self.agents.floor.agents)
        self.footer.show_counts(shown, known, self.agents.outside_filter())

    def choose_most_interesting(self) -> None:
        """Choose the agent a supervisor would look at first, of those the filter shows."""
        agents = self.agents.floor.agents
        best = most_interesting(agents[id_] for id_ in self.agents.order)
        if best is not None:
            self.floor.table.choose(best.id)

    def _choose(self, agent_id: str) -> None:
        agent = self.agents.floor.agents.get(agent_id)
        if agent is not None and self.detail is not None:
            self.detail.show_row(agent, self.watching.now)
        self.chosen.choose(agent_id)

    def _show_detail(self, detail: AgentDetail) -> None:
        if self.detail is not None and not self.watching.frozen:
            self.detail.show_detail(detail, self.watching.now)

    def focus_detail(self) -> None:
        """Put the keyboard into the pane of the chosen agent."""
        if self.detail is not None:
            self.detail.tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _filter(self, text: str) -> None:
        self.agents.filter_by(text)
        self.show_counts()

    def tick(self) -> None:
        """Once a second: timers count on where they are seen, and the badge tells the truth."""
        self._show_truth()
        if self.watching.frozen or self.pages.currentWidget() is not self.floor:
            return
        self.floor.table.tick(self.watching.now)
        self._show_chosen_row()

    def _show_chosen_row(self) -> None:
        agent = self.agents.floor.agents.get(self.chosen.agent_id)
        if agent is not None and self.detail is not None:
            self.detail.show_row(agent, self.watching.now)

    def _show_truth(self) -> None:
        truth = self._truth()
        self.top.badge.show_truth(truth)
        self.floor.strip.show_age(truth.old)

    def _truth(self) -> Truth:
        known = self.agents.floor.known
        if not known and isinstance(self.link, GRAVE):
            return NO_ENGINE
        if not known and isinstance(self.link, NoTenant):
            return NO_TENANT
        return self.watching.truth()

    def _keep_columns(self) -> None:
        table = self.floor.table
        self.memory.keep_columns(table.columns_chosen, table.own_widths, table.columns_placed())
        self.memory.keep_sort(self.agents.keys)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whether a local engine goes on while sessions run; then keep the layout and join every worker."""
        keep = self.acts.ask_keep_engine()
        if keep is None:
            event.ignore()
            return
        self._tick.stop()
        self._look_out.stop()
        self.chosen.stop()
        if self.remembers_frame:
            self.memory.keep_frame(self.saveGeometry(), self.floor.splitter.saveState())
        self.memory.flush()
        self.bridge.close(keep_engine=keep)
        super().closeEvent(event)
