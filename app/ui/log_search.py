"""One search of the log: pages in, one question at a time, an answer to an older question dropped, new rows counted."""

from collections.abc import Callable
from datetime import timedelta
from typing import Generic, NamedTuple, TypeVar

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from app.ui.bridge import Bridge, Trouble
from app.ui.models.moment import Instant
from app.ui.models.paged_rows import HeldPage, PagedRows
from app.ui.ports import GatewayPort
from app.wire.log import LogFilter

Row = TypeVar("Row")
PAGE = 200
MOMENT = timedelta(microseconds=1)
MOST_STEPS = 50
"""Answers without a full page that follow one another by themselves: two million rows. Then the person says go on."""


class Found(NamedTuple, Generic[Row]):
    """An answer of the engine: rows, where to go on, and down to where nothing more was found."""

    rows: list[Row]
    cursor: str | None
    searched_to: Instant | None


Ask = Callable[[GatewayPort, LogFilter, str | None, int], Found[Row]]


class LogSearch(QObject, Generic[Row]):
    """Fills a `PagedRows`. What is so is in its attributes; `changed` says that they are other ones."""

    changed = Signal()
    renewed = Signal(list)
    """Rows by id that have become other ones where they stand."""

    def __init__(
        self,
        bridge: Bridge,
        model: PagedRows[Row],
        ask: Ask[Row],
        identity: Callable[[Row], str],
        time: Callable[[Row], Instant],
    ) -> None:
        super().__init__()
        self._bridge, self._model, self._question = bridge, model, ask
        self._identity, self._time = identity, time
        self._turn = self._steps = self._wanted = 0
        self._cursor: str | None = None
        self._top: frozenset[str] = frozenset()
        self._newest: Instant | None = None
        self._looking = False
        self.wanted: LogFilter | None = None
        self.asking = False
        self.searched_to: Instant | None = None
        self.paused = False
        self.trouble: Trouble | None = None
        self.fresh = 0
        model.wanted_more.connect(self._more, Qt.ConnectionType.QueuedConnection)
        model.wanted_page.connect(self._again, Qt.ConnectionType.QueuedConnection)

    @property
    def complete(self) -> bool:
        """Whether everything was searched."""
        return self.wanted is not None and not self.asking and self.trouble is None and not self._model.more

    def begin(self, wanted: LogFilter, newest: Instant) -> None:
        """Search anew; `newest` is the present, from which on rows count as new if none is found."""
        self.forget()
        self.wanted, self._newest = wanted, newest
        self._go(PAGE)

    def forget(self) -> None:
        """Nothing is searched, nothing is known; what is under way is dropped."""
        self._turn += 1
        self._cursor, self._top, self._newest = None, frozenset(), None
        self.wanted, self.searched_to, self.trouble = None, None, None
        self.asking = self.paused = self._looking = False
        self.fresh = 0
        self._model.begin()
        self.changed.emit()

    def stop(self) -> None:
        """Look no further until somebody says go on."""
        if self.asking:
            self._turn += 1
            self.asking, self.paused = False, True
            self._model.add_page([], None, more=True)
            self.changed.emit()

    def go_on(self) -> None:
        """Look further, or ask again after trouble."""
        if self.wanted is not None and not self.asking:
            self._go(PAGE)

    def _more(self) -> None:
        # A search that was stopped, or that failed, waits for a person and not for the next paint.
        if self.wanted is not None and not self.asking and not self.paused and self.trouble is None:
            self._go(PAGE)

    def _go(self, wanted_rows: int) -> None:
        self._steps, self._wanted = 0, len(self._model.rows) + wanted_rows
        self.asking, self.paused, self.trouble = True, False, None
        self.changed.emit()
        self._step()

    def _step(self) -> None:
        wanted, cursor, turn = self.wanted, self._cursor, self._turn
        if wanted is None:
            return
        self._bridge.ask(
            lambda gateway: self._question(gateway, wanted, cursor, PAGE),
            self,
            lambda found: self._take(found, cursor) if turn == self._turn else None,
            lambda trouble: self._fail(trouble) if turn == self._turn else None,
        )

    def _take(self, found: Found[Row], cursor: str | None) -> None:
        if cursor is None and found.rows:
            self._top = frozenset(map(self._identity, found.rows))
            self._newest = self._time(found.rows[0])
        self._cursor, self.searched_to = found.cursor, found.searched_to
        self._model.add_page(found.rows, cursor, more=found.cursor is not None)
        self._steps += 1
        short = found.cursor is not None and len(self._model.rows) < self._wanted
        self.asking = short and self._steps < MOST_STEPS
        self.paused = short and not self.asking
        self.changed.emit()
        if self.asking:
            self._step()

    def _fail(self, trouble: Trouble) -> None:
        self.asking, self.trouble = False, trouble
        self.changed.emit()

    def _again(self, number: int) -> None:
        """A page that was let go is looked at: the same cursor gives it back."""
        wanted, turn = self.wanted, self._turn
        if wanted is None or number >= len(self._model.pages):
            return
        page, same = self._model.pages[number], self._bounded(wanted, number)
        self._bridge.ask(
            lambda gateway: self._question(gateway, same, page.cursor, page.count),
            self,
            lambda found: self._model.fill_page(number, found.rows) if turn == self._turn else None,
            lambda _: self._model.forget_asking(number) if turn == self._turn else None,
        )

    def _bounded(self, wanted: LogFilter, number: int) -> LogFilter:
        # The first page has no cursor: without an end it would be the newest rows of now, not those that stand there.
        if number > 0 or self._newest is None or wanted.until is not None:
            return wanted
        return msgspec.structs.replace(wanted, until=self._newest + MOMENT)

    def renew(self, first: int, last: int) -> None:
        """What has become of the rows from `first` to `last` since they were found: a call goes on while it is read."""
        if self.wanted is None or self.asking or self.trouble is not None or not self._model.pages:
            return
        for number in {self._model.page_of(first), self._model.page_of(last)}:
            self._renew_page(self._bounded(self.wanted, number), self._model.pages[number])

    def _renew_page(self, wanted: LogFilter, page: HeldPage) -> None:
        turn = self._turn
        self._bridge.ask(
            lambda gateway: self._question(gateway, wanted, page.cursor, page.count),
            self,
            lambda found: self._renewed(found, turn),
            # An engine that is away is told by the badge, and the next look asks again.
            lambda _: None,
        )

    def _renewed(self, found: Found[Row], turn: int) -> None:
        if turn == self._turn:
            renewed = self._model.renew(found.rows)
            if renewed:
                self.renewed.emit(renewed)

    def look_for_new(self) -> None:
        """Count what has come on top since; the rows that are read do not move."""
        wanted, newest, turn = self.wanted, self._newest, self._turn
        if wanted is None or newest is None or wanted.until is not None or self._looking or self.trouble is not None:
            return
        self._looking = True
        later = msgspec.structs.replace(wanted, since=max(newest, wanted.since or newest))
        self._bridge.ask(
            lambda gateway: self._question(gateway, later, None, PAGE),
            self,
            lambda found: self._count(found) if turn == self._turn else None,
            lambda _: self._count(None) if turn == self._turn else None,
        )

    def _count(self, found: Found[Row] | None) -> None:
        self._looking = False
        if found is None:
            return
        fresh = sum(1 for row in found.rows if self._identity(row) not in self._top)
        if fresh != self.fresh:
            self.fresh = fresh
            self.changed.emit()
