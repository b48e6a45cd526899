"""The Sessions view: all sessions of the tenant, live and past, and what is done to them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLineEdit, QSplitter, QVBoxLayout

from app.ui.bridge import Trouble
from app.ui.models.session_rows import SessionRow
from app.ui.models.session_search import Segment
from app.ui.models.sessions_model import SessionsModel
from app.ui.page import Page, PageAction, Place
from app.ui.session_acts import SessionActs
from app.ui.session_book import SessionBook
from app.ui.tongue import tr
from app.ui.views.banner import Banner
from app.ui.views.selection_bar import SelectionBar
from app.ui.views.session_detail import SessionDetailView
from app.ui.views.sessions_head import SessionsHead
from app.ui.views.sessions_table import SessionsTable
from app.wire.sessions import SessionDetail

TYPED_MS = 250
"""How long the keyboard rests before the engine is asked for what was typed."""
DETAIL_S = 5
"""Seconds after which a live session's history is asked for again."""


class SessionsPage(Page):
    """Head, table, and the chosen session beside it."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.head = SessionsHead(place.look)
        self.model = SessionsModel(place.look, place.watching.now)
        self.table = SessionsTable(place.look, self.model)
        self.detail = SessionDetailView(place.look)
        self.selection = SelectionBar(place.look)
        self.banner = Banner(place.look)
        self.book = SessionBook(place, self)
        self.acts = SessionActs(place, self)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._seen = False
        self._detail_age = 0
        self._asked_detail = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 6)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.selection)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(card)
        splitter.addWidget(self.detail)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([1_000, 350])
        self.box.addWidget(self.head)
        self.box.addWidget(self.banner)
        self.box.addWidget(splitter, 1)
        self.banner.hide()

    def _connect(self) -> None:
        self.head.wanted.connect(self._look_for)
        self._typed.timeout.connect(self._search)
        self.model.wanted_more.connect(self.book.ask_more)
        self.book.changed.connect(self._show)
        self.book.failed.connect(self._fail)
        self.banner.pressed.connect(self._again)
        self.table.chosen.connect(lambda _: self._choose())
        self.table.opened.connect(lambda _: self._open_agent())
        self.table.menu_asked.connect(lambda at: self.acts.menu(self.table.marked, at))
        self.table.marked_changed.connect(self._show_marked)
        self.selection.asked.connect(self._bar)
        self.detail.asked.connect(self._do)
        self.acts.done.connect(self._again)
        self.acts.failed_for.connect(self.table.mark)
        self.place.watching.applied.connect(self._hear)
        self.place.agents.modelReset.connect(self._hear)

    def page_actions(self) -> Sequence[PageAction]:
        """Acts on the chosen sessions, and what is looked at."""
        return (
            PageAction(
                id="sessions.pause",
                words=tr("Pause or resume the chosen sessions"),
                shortcuts=("P",),
                act=lambda: self._do("pause"),
                icon="pause",
                right="end_sessions",
            ),
            PageAction(
                id="sessions.end",
                words=tr("End the chosen sessions"),
                shortcuts=("X",),
                act=lambda: self._do("end"),
                icon="stop",
                right="end_sessions",
            ),
            PageAction(
                id="sessions.agent",
                words=tr("Go to the session’s agent on the floor"),
                shortcuts=("G",),
                act=self._open_agent,
                icon="view-dashboard-outline",
            ),
            PageAction(
                id="sessions.calls",
                words=tr("Show the session’s calls"),
                shortcuts=("C",),
                act=lambda: self._do("calls"),
                icon="phone-log",
            ),
            *self._looks(),
        )

    def _looks(self) -> Sequence[PageAction]:
        return (
            self._segment("live", tr("Live sessions"), "Shift+L"),
            self._segment("ended", tr("Ended sessions"), "Shift+E"),
            self._segment("all", tr("All sessions"), "Shift+A"),
            PageAction(
                id="sessions.again",
                words=tr("Ask the engine for the list again"),
                shortcuts=("F5",),
                act=self._again,
                icon="refresh",
            ),
        )

    def _segment(self, segment: Segment, words: str, shortcut: str) -> PageAction:
        return PageAction(
            id=f"sessions.{segment}",
            words=words,
            shortcuts=(shortcut,),
            act=lambda: self.head.choose(segment),
            icon="account-clock-outline",
        )

    def search_field(self) -> QLineEdit | None:
        """Agent or campaign."""
        return self.head.filter

    def enter(self) -> None:
        """Seen: ask for what the feed does not tell."""
        self._seen = True
        self.head.start_at(self.place.watching.now.astimezone().date())
        self.book.hear()
        self._again()
        self._show()
        self.table.setFocus()

    def leave(self) -> None:
        """No longer seen: nothing is asked."""
        self._seen = False
        self._typed.stop()

    def relink(self) -> None:
        """Another floor: nothing of the old one stays."""
        self.book.forget()
        self.banner.hide()
        self.model.show_rows([])
        self.detail.show_nothing()
        if self._seen:
            self._again()

    def clear(self) -> None:
        """The filter, then the choice of several."""
        if self.head.filter.text():
            self.head.filter.clear()
        elif len(self.table.marked) > 1:
            self.table.mark([self.table.chosen_id])

    def tick(self) -> None:
        """Timers count on; what came or went is asked about."""
        self.book.tick()
        self.table.tick(self.place.watching.now)
        row = self.table.chosen_row
        if row is not None:
            self.detail.show_row(row, self.model.now)
            self._detail_age += 1
            if row.live and self._detail_age >= DETAIL_S and not self.place.watching.frozen:
                self._ask_detail(row.id)

    def _hear(self) -> None:
        self.book.hear()
        if self._seen:
            self._show()

    def _look_for(self) -> None:
        query = self.head.query
        if query.text != self.book.query.text:
            self._typed.start()
        elif query != self.book.query:
            self._search()
        self._show()

    def _search(self) -> None:
        query, before = self.head.query, self.book.query
        if (query.text, query.days, query.first, query.last) == (before.text, before.days, before.first, before.last):
            self.book.query = query
        else:
            self.book.search(query)
        self._show()

    def _again(self) -> None:
        self.banner.hide()
        self.book.ask()

    def _show(self) -> None:
        self.model.now = self.place.watching.now
        segment = self.head.query.segment
        rows = self.book.live(self.head.query.words) if segment != "ended" else []
        past = self.book.history if segment != "live" else []
        self._say_empty(segment)
        self.model.renew([*rows, *past], more=segment != "live" and self.book.cursor is not None)
        self.head.show_counts(self.book.live_count, self.book.ended_count, self.book.in_use)
        if not self.table.chosen_id and self.model.rows:
            self.table.choose(self.model.rows[0].id)
        self._show_chosen()

    def _say_empty(self, segment: Segment) -> None:
        if segment != "live" and self.book.asking:
            self.table.empty = tr("Asking the engine…")
        elif self.head.filter.text():
            self.table.empty = tr("No session matches the filter. Esc clears it.")
        elif not self.book.known:
            self.table.empty = tr("Asking the engine…")
        elif segment == "live":
            self.table.empty = tr(
                "No session is live. As soon as a dialer starts one, it stands here. Ended ones: Shift+E."
            )
        else:
            self.table.empty = tr("No session that was started in this time has ended. Choose a longer time above.")

    def _show_chosen(self) -> None:
        row = self.table.chosen_row
        if row is None:
            self.detail.show_nothing()
            return
        self.detail.show_row(row, self.model.now)
        told = self.detail.detail
        if told is None or told.session.status != row.status:
            self._ask_detail(row.id)
        self._allow()

    def _choose(self) -> None:
        if self._seen:
            self._show_chosen()

    def _allow(self) -> None:
        self.detail.allow(sessions=self.place.may("end_sessions"))

    def _ask_detail(self, session_id: str) -> None:
        if self._asked_detail == session_id:
            return
        self._asked_detail, self._detail_age = session_id, 0
        self.place.bridge.ask(
            lambda gateway: gateway.history.session(session_id),
            self,
            self._take_detail,
            self._lose_detail,
        )

    def _take_detail(self, detail: SessionDetail) -> None:
        self._asked_detail = ""
        row = self.table.chosen_row
        if row is not None and row.id == detail.session.id:
            self.detail.show_detail(detail, row, self.model.now)

    def _lose_detail(self, trouble: Trouble) -> None:
        self._asked_detail = ""
        self._fail(str(trouble))

    def _fail(self, sentence: str) -> None:
        self.banner.say(
            "alert",
            tr("Sessions could not be asked for. {sentence}").format(sentence=sentence),
            tr("Live ones are shown as the feed has them; who started them and the past are missing. F5 asks again."),
            tr("Ask again"),
        )

    def _bar(self, what: str) -> None:
        if what == "clear":
            self.table.mark([self.table.chosen_id])
        else:
            self.acts.do(what, self.table.marked)

    def _do(self, what: str) -> None:
        if what == "agent":
            self._open_agent()
        elif what == "calls":
            self._open_calls()
        else:
            self.acts.do(what, self.table.marked)

    def _open_agent(self) -> None:
        row = self.table.chosen_row
        if row is not None:
            self.place.show_agent(row.agent_id)

    def _open_calls(self) -> None:
        row = self.table.chosen_row
        if row is None:
            return
        from app.ui.views.log_page import LogPage

        page = self.place.go("log")
        if isinstance(page, LogPage):
            page.show_calls_of(session_id=row.id)

    def _show_marked(self) -> None:
        marked: list[SessionRow] = self.table.marked
        self.selection.show_chosen(len(marked), sessions=self.place.may("end_sessions"), limits=False)
        self.selection.count.setText(tr("%n sessions chosen", "", len(marked)))
