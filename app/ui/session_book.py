"""What is known of sessions: live ones from the feed joined with the engine's list, ended ones page by page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.bridge import Trouble
from app.ui.models.session_rows import SessionRow, fresh_of, matches, row_of
from app.ui.models.session_search import SessionQuery
from app.ui.ports import GatewayPort
from app.wire.dialer import LimitUse
from app.wire.operator import SessionItem, SessionsPage

if TYPE_CHECKING:
    from app.ui.page import Place

PAGE = 100
ALL_LIVE = 500
LOOK_AGAIN = 5
"""Seconds after which the list is asked again while it names live sessions that the feed does not."""


class SessionBook(QObject):
    """Asks, joins, and says `changed`. An answer to an older question is dropped."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, place: "Place", parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self.query = SessionQuery()
        self.in_use: LimitUse | None = None
        self.ended_count: int | None = None
        self.history: list[SessionRow] = []
        self.cursor: str | None = None
        self.known = False
        self._listed: dict[str, SessionRow] = {}
        self._fed: set[str] = set()
        self._turn = 0
        self._asking_live = self._asking_past = self._stale = False
        self._quiet = 0

    def forget(self) -> None:
        """Another floor is looked at."""
        self._turn += 1
        self.history, self.cursor, self.in_use, self.ended_count = [], None, None, None
        self._listed, self._fed = {}, set()
        self.known = self._asking_live = self._asking_past = self._stale = False

    def search(self, query: SessionQuery) -> None:
        """Look for others from now on."""
        self.query = query
        self._turn += 1
        self._asking_past = self._asking_live = False
        self.history, self.cursor, self.ended_count = [], None, None
        self.ask()

    @property
    def asking(self) -> bool:
        """Whether a page of the past is under way."""
        return self._asking_past

    def live(self, words: tuple[str, ...]) -> list[SessionRow]:
        """The live sessions that hold these words, as the feed has them this moment."""
        rows = {row.id: row for row in self._listed.values()}
        for agent in self._place.agents.floor.agents.values():
            if agent.session is not None:
                rows[agent.session.id] = fresh_of(agent, agent.session, self._listed.get(agent.session.id))
        return [row for row in rows.values() if matches(row, words)]

    @property
    def live_count(self) -> int:
        """How many live sessions there are, whatever is looked for."""
        fed = {agent.session.id for agent in self._place.agents.floor.agents.values() if agent.session is not None}
        return len(fed | self._listed.keys())

    def hear(self) -> None:
        """The feed was applied: sessions that came or went are asked about."""
        fed = {agent.session.id for agent in self._place.agents.floor.agents.values() if agent.session is not None}
        gone = self._fed - fed
        for identity in gone:
            self._listed.pop(identity, None)
        self._stale = self._stale or bool(gone) or bool(fed - self._listed.keys())
        self._fed = fed

    def tick(self) -> None:
        """A second went by: ask again if something came or went, at most once a second."""
        extra = bool(self._listed.keys() - self._fed)
        self._quiet = self._quiet + 1 if extra else 0
        if self._place.watching.frozen or not (self._stale or self._quiet >= LOOK_AGAIN):
            return
        self.ask()

    def ask(self) -> None:
        """The live list and the newest page of the past."""
        self._stale, self._quiet = False, 0
        turn = self._turn
        if not self._asking_live:
            self._asking_live = True
            self._place.bridge.ask(
                _all_live, self, lambda items: self._take_live(turn, items), lambda bad: self._lost(turn, bad)
            )
        if not self._asking_past:
            self._ask_page(None)

    def ask_more(self) -> None:
        """The page after the last one held."""
        if self.cursor is not None and not self._asking_past:
            self._ask_page(self.cursor)

    def _ask_page(self, cursor: str | None) -> None:
        self._asking_past = True
        turn, query, now = self._turn, self.query, self._place.watching.now
        since, until = query.since(now), query.until(now)
        self._place.bridge.ask(
            lambda gateway: gateway.history.page(
                status="ended", since=since, until=until, text=query.text, cursor=cursor, limit=PAGE
            ),
            self,
            lambda page: self._take_page(turn, page, first=cursor is None),
            lambda bad: self._lost(turn, bad),
        )

    def _take_live(self, turn: int, items: Sequence[SessionItem]) -> None:
        if turn != self._turn:
            return
        self._asking_live = False
        self._listed = {item.id: row_of(item) for item in items}
        self.changed.emit()

    def _take_page(self, turn: int, page: SessionsPage, *, first: bool) -> None:
        if turn != self._turn:
            return
        self._asking_past, self.known = False, True
        rows = [row_of(item) for item in page.sessions]
        if first:
            self.ended_count, self.in_use = page.ended, page.in_use or self.in_use
            if not self.history:
                self.cursor = page.cursor
        else:
            self.cursor = page.cursor
        # By id: the newest page is asked again when a session ends, and overlaps with what is held.
        held = {row.id: row for row in (*self.history, *rows)}
        self.history = sorted(held.values(), key=lambda row: (row.started_at, row.id), reverse=True)
        self.changed.emit()

    def _lost(self, turn: int, trouble: Trouble) -> None:
        if turn == self._turn:
            self._asking_live = self._asking_past = False
            self.failed.emit(str(trouble))

    def note(self, row: SessionRow) -> None:
        """An act was answered before the feed or the list could say so."""
        if row.live:
            self._listed[row.id] = replace(row)
        else:
            self._listed.pop(row.id, None)
        self._stale = True


def _all_live(gateway: GatewayPort) -> list[SessionItem]:
    found: list[SessionItem] = []
    cursor: str | None = None
    while True:
        page = gateway.history.page(status="live", cursor=cursor, limit=ALL_LIVE)
        found += page.sessions
        cursor = page.cursor
        if cursor is None:
            return found
