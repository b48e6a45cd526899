"""Calls, or refusals: the list, the pane beside it, and the story of the chosen row, which follows the choice."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSplitter

from app.ui.bridge import Bridge, Trouble
from app.ui.log_search import LogSearch
from app.ui.models.log_narrow import Kind, LogNarrow
from app.ui.models.moment import Instant
from app.ui.ports import GatewayPort
from app.ui.tongue import marked, tr
from app.ui.views.log_list import LogList
from app.ui.views.log_pane import WAYS, LogPane

Row = TypeVar("Row")
Story = TypeVar("Story")
SIDE = 372
PAUSE_MS = 120
"""Rows that the arrow keys run over are not asked for one by one."""

COPIES: tuple[tuple[str, str, str], ...] = (
    ("copy_number", marked("Copy the number"), "content-copy"),
    ("copy_id", marked("Copy the id"), "content-copy"),
)


class StoryOf(QObject, Generic[Story]):
    """Asks for the story of the chosen row; the answer to an older choice is dropped."""

    def __init__(
        self,
        bridge: Bridge,
        ask: Callable[[GatewayPort, str], Story],
        show: Callable[[Story], None],
        pane: LogPane,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._question, self._show, self._pane = bridge, ask, show, pane
        self._turn = 0
        self._id = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self.ask)
        pane.again_asked.connect(self.ask)

    def follow(self, identity: str) -> None:
        """Another row was chosen, or none."""
        if identity == self._id:
            return
        self._turn += 1
        self._id = identity
        self._pane.busy.show_busy(bool(identity))
        if identity:
            self._soon.start()
        else:
            self._soon.stop()

    def stop(self) -> None:
        """Nobody looks: what is under way is dropped."""
        self.follow("")

    def ask(self) -> None:
        """Ask now."""
        self._turn += 1
        turn, identity = self._turn, self._id
        if not identity:
            return
        self._pane.say_trouble("")
        self._pane.busy.show_busy(True)
        self._bridge.ask(
            lambda gateway: self._question(gateway, identity),
            self,
            lambda story: self._told(story) if turn == self._turn else None,
            lambda trouble: self._failed(trouble) if turn == self._turn else None,
        )

    def _told(self, story: Story) -> None:
        self._pane.busy.show_busy(False)
        self._show(story)

    def _failed(self, trouble: Trouble) -> None:
        self._pane.busy.show_busy(False)
        self._pane.say_trouble(str(trouble))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFacts:
    """What the ways on from a row need to know of it."""

    id: str
    agent_id: str | None
    agent: str
    session_id: str | None
    number: str = ""


class LogTab(QSplitter, Generic[Row]):
    """A list and a pane with a handle between. Subclasses say what the chosen row is."""

    asked = Signal(str)
    """A way on from the chosen row, by its name."""

    def __init__(self, list_: LogList[Row], pane: LogPane, search: LogSearch[Row], now: Callable[[], Instant]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.list = list_
        self.pane = pane
        self.search: LogSearch[Row] = search
        self.now = now
        self.wanted: LogNarrow | None = None
        self.addWidget(list_)
        self.addWidget(pane)
        self.setHandleWidth(12)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([900, SIDE])
        search.setParent(self)
        search.changed.connect(self.show_state)
        pane.way_asked.connect(self.asked)
        list_.fresh_asked.connect(self.load_fresh)
        list_.table.customContextMenuRequested.connect(self._menu)
        list_.table.opened.connect(lambda _: self.pane.focus_first())

    def facts(self) -> RowFacts | None:
        """The chosen row, None without one."""
        return None

    def begin(self, kind: Kind, narrow: LogNarrow) -> None:
        """Search anew by another filter; the same one is left as it is."""
        if narrow == self.wanted:
            return
        self.wanted = narrow
        self.list.narrowed = narrow.span != "all" or bool(narrow.for_kind(kind))
        self.list.table.verticalScrollBar().setValue(0)
        self.search.begin(narrow.wire(kind, self.now()), self.now())

    def load_fresh(self) -> None:
        """Take what is new on top: the same search, from the present."""
        wanted = self.wanted
        if wanted is None:
            return
        kind: Kind = "refusals" if self.list.refusals else "calls"
        self.list.table.verticalScrollBar().setValue(0)
        self.search.begin(wanted.wire(kind, self.now()), self.now())
        self.list.table.setFocus()

    def show_state(self) -> None:
        """What the search does and found."""
        self.list.show_state(self.now())

    def forget(self) -> None:
        """Another tenant is looked at."""
        self.wanted = None
        self.search.forget()
        self.pane.show_nothing()

    def row_menu(self) -> QMenu | None:
        """The ways on from the chosen row, None without one."""
        facts = self.facts()
        if facts is None:
            return None
        look = self.pane.look
        menu = QMenu(self)
        offered = [(name, words, icon) for name, words, icon, _ in WAYS if name in self.pane.ways]
        copied = [one for one in COPIES if one[0] != "copy_number" or facts.number]
        for name, words, icon in (*offered, *copied):
            action = menu.addAction(look.icon(icon), tr(words))
            action.triggered.connect(lambda _=False, way=name: self.asked.emit(way))
        menu.insertSeparator(menu.actions()[len(offered)])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _menu(self, place: QPoint) -> None:
        menu = self.row_menu()
        if menu is not None:
            menu.popup(self.list.table.viewport().mapToGlobal(place))


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
