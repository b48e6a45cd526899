"""The supervisor's window: puts the views together, follows the link to the engine, remembers its layout."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.clock import Clock
from app.ui.acts import Acts
from app.ui.alert_acts import AlertActs
from app.ui.bridge import Bridge
from app.ui.chosen import Chosen
from app.ui.design.look import Look
from app.ui.design.tokens import RESOURCES
from app.ui.floor_layout import FloorLayout
from app.ui.memory import Memory
from app.ui.models.agents_model import AgentsModel
from app.ui.models.order import most_interesting
from app.ui.models.scale import LEAST
from app.ui.models.truth import Truth, no_engine, no_tenant
from app.ui.newcomer import Newcomer
from app.ui.page import Place
from app.ui.page_acts import PageActs
from app.ui.rights import Right, allows
from app.ui.target import GRAVE, EngineEnded, EngineStarting, Linked, LinkState, NoTenant
from app.ui.troubles import trouble_of
from app.ui.views.banner import Banner
from app.ui.views.floor_page import FloorPage
from app.ui.views.footer import Footer
from app.ui.views.rail import Rail
from app.ui.views.top_bar import TopBar
from app.ui.views.trouble_page import TroublePage
from app.ui.views.welcome_page import WelcomePage
from app.ui.watching import Watching
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.view_stack import ViewStack
from app.wire.operator import AgentDetail, Me, TenantItem

if TYPE_CHECKING:
    from app.ui.views.detail_view import DetailView

TICK_MS = 1000
TRUTH_MS = 250
SIZE = (1440, 900)
FRAME = QSize(8, 40)
"""What the desktop's border and title take of a screen, at most: it is known only once the window is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a window is made from; tests hand in a manual clock and a fake wiring's bridge."""

    look: Look
    bridge: Bridge
    memory: Memory
    clock: Clock
    downloads: Path


class MainWindow(QMainWindow):
    """Top bar; the rail and the view it names; the footer. Steps or trouble may stand in the floor's place."""

    painted = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.look, self.bridge, self.memory = parts.look, parts.bridge, parts.memory
        self.agents = AgentsModel()
        self.watching = Watching(parts.bridge, self.agents, parts.clock, self)
        self.chosen = Chosen(parts.bridge, self)
        self.detail: DetailView | None = None
        self.me: Me | None = None
        self.tenant: TenantItem | None = None
        self.link: LinkState | None = None
        self.remembers_frame = True
        self.again = False
        self.top = TopBar(parts.look)
        self.rail = Rail(parts.look)
        self.banner = Banner(parts.look)
        self.floor = FloorPage(parts.look, self.agents)
        self.trouble = TroublePage(parts.look)
        self.welcome = WelcomePage(parts.look)
        self.footer = Footer(parts.look)
        self.pages = ViewStack()
        self._tick, self._look_out = QTimer(self), QTimer(self)
        self._painted = False
        self._lay_out()
        self.on_floor: QWidget = self.trouble
        self.alerts = AlertActs(self, parts.clock)
        self.views = PageActs(self, Place(self, parts.downloads))
        self.acts = Acts(self, parts.downloads)
        self.newcomer = Newcomer(self)
        self._connect()
        self.layout_kept = FloorLayout(self)
        self.show_page(self.trouble)
        self.top.allow(floor=False, edit=False)

    def _lay_out(self) -> None:
        self.setWindowTitle("Dialfloor")
        self.setWindowIcon(QIcon(str(RESOURCES / "icons" / "dialfloor.svg")))
        # Not over the edge of a small screen, where what stands right and below could not be reached.
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - FRAME))
        for page in (self.trouble, self.welcome, self.floor):
            self.pages.addWidget(page)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.setSpacing(12)
        head.addWidget(self.top)
        head.addWidget(self.banner)
        body = QVBoxLayout()
        body.setSpacing(12)
        body.addLayout(head)
        body.addWidget(self.pages, 1)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.rail)
        beside.addLayout(body, 1)
        box = QVBoxLayout(canvas)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(beside, 1)
        box.addSpacing(12)
        box.addWidget(self.footer)
        self.setCentralWidget(scrolled(canvas, LEAST))

    def _connect(self) -> None:
        self.bridge.link_state.connect(self._follow)
        self.watching.applied.connect(self._show_floor)
        self.watching.line_heard.connect(self.tick)
        self.watching.limit_edited.connect(self.footer.tell_edit)
        self.watching.warned.connect(self.footer.tell_warning)
        self.floor.table.chosen.connect(self._choose)
        self.floor.table.opened.connect(lambda _: self.focus_detail())
        self.banner.pressed.connect(self.bridge.retry)
        self.trouble.retry_asked.connect(self.bridge.retry)
        self.chosen.fetched.connect(self._show_detail)
        self.chosen.failed.connect(lambda sentence: self.footer.tell(sentence, "alert"))
        self.footer.notice_clicked.connect(self.floor.table.choose)
        self.top.search.textChanged.connect(self._filter)
        self.top.tenant_chosen.connect(self.bridge.choose_tenant)
        for timer, interval, act in ((self._tick, TICK_MS, self.tick), (self._look_out, TRUTH_MS, self._show_truth)):
            timer.setInterval(interval)
            timer.timeout.connect(act)
            timer.start()

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

    def show_page(self, page: QWidget) -> None:
        """Put the floor, the newcomer's steps or trouble into the floor's place."""
        self.on_floor = page
        if page is not self.floor:
            # Nothing is known of this floor: its other views have nothing to show either.
            self.views.go("floor")
        self.show_view()
        if page is self.trouble:
            # Never the theme button by chance: the next step, or nothing.
            (self.trouble.button if self.trouble.button.isVisible() else self.trouble).setFocus()

    def show_view(self) -> None:
        """Put the view of the rail on screen; the floor's place may hold steps or trouble instead."""
        page = self.views.page or self.on_floor
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
        on_floor = page is self.floor
        self.top.allow(floor=on_floor, edit=self.may("edit_limits"))
        # Before anything is known the tools stand there greyed, so that the bar does not jump when it is.
        self.top.show_floor_tools(shown=self.views.page is None, edit=self.may("edit_limits") or self.me is None)
        self.acts.allow(floor=on_floor)

    def may(self, right: Right) -> bool:
        """Whether this user's role has the right; before the engine said who we are, none."""
        return self.me is not None and allows(self.me.role, right)

    def _allow(self) -> None:
        if self.detail is not None:
            self.detail.allow(sessions=self.may("end_sessions"), limits=self.may("edit_limits"))
        self.top.edit.setVisible(self.views.page is None and (self.may("edit_limits") or self.me is None))

    def _follow(self, state: LinkState) -> None:
        self.link = state
        trouble = trouble_of(state)
        if isinstance(state, Linked):
            self._linked(state.me, state.tenant, state.url)
        elif isinstance(state, NoTenant):
            self.me, self.tenant = state.me, None
            self.top.show_tenants(None, [])
            self.newcomer.show()
        if isinstance(state, EngineEnded):
            self.watching.cut(state.sentence)
        self.tick()
        if trouble is None:
            return
        if self.agents.floor.known:
            self._show_banner(state)
        else:
            self.trouble.tell(trouble)
            self.show_page(self.trouble)

    def _show_banner(self, state: LinkState) -> None:
        trouble = trouble_of(state)
        grave = isinstance(state, GRAVE)
        if trouble is not None and (grave or isinstance(state, EngineStarting | EngineEnded)):
            self.banner.say(trouble.icon, f"{trouble.title}. {trouble.sentence}", trouble.step, trouble.button)
        elif isinstance(state, Linked):
            self.banner.hide()

    def _linked(self, me: Me, tenant: TenantItem, url: str) -> None:
        self.me, self.tenant = me, tenant
        self.memory.keep_tenant(tenant.id)
        self.top.show_tenants(tenant, me.tenants)
        self.footer.show_engine(f"{me.user} · {url}")
        self._allow()
        self.views.relink()

    def _show_floor(self) -> None:
        floor = self.agents.floor
        if self.newcomer.holds:
            self.newcomer.show()
        else:
            self._show_rows()
        if floor.strip is not None:
            self.floor.strip.show_strip(floor.strip, floor.agents.values(), self.watching.now)
        self.show_counts()
        self._show_truth()
        self.floor.table.follow(self.watching.now)
        self._show_chosen_row()

    def _show_rows(self) -> None:
        agents = self.agents.floor.agents
        if self.chosen.agent_id not in agents:
            self.choose_most_interesting()
        elif agents[self.chosen.agent_id].state != "offline":
            self.chosen.refresh()
        if self.on_floor is not self.floor:
            self.show_page(self.floor)
            self.floor.table.setFocus()
        self.banner.hide()

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
        if self.watching.frozen:
            return
        self.views.tick()
        if self.pages.currentWidget() is not self.floor:
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
            return no_engine()
        if not known and isinstance(self.link, NoTenant):
            return no_tenant()
        return self.watching.truth()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what to do with edits and a running engine; then keep the layout and join every worker."""
        keep = self.acts.ask_keep_engine() if self.acts.ask_drop_unsaved() else None
        if keep is None:
            event.ignore()
            return
        self._tick.stop()
        self._look_out.stop()
        self.chosen.stop()
        self.views.stop()
        self.newcomer.stop()
        if self.remembers_frame:
            self.memory.keep_frame(self.saveGeometry(), self.floor.splitter.saveState())
        self.memory.flush()
        self.bridge.close(keep_engine=keep)
        super().closeEvent(event)
