"""The rows of the Sessions view: live ones sorted and kept true in place, old ones on top, then the past as it came."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from app.ui.design.look import Look
from app.ui.models.moment import Instant, seconds_of
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.models.session_rows import (
    SessionRow,
    paused_hint,
    paused_words,
    status_words,
    success_words,
)
from app.ui.models.wording import clock_text, count, mode_words, stopwatch
from app.ui.tongue import tr

_FEW = 40
"""Rows that may come and go one by one; more than that is a new list."""


class SessionsModel(RowsModel[SessionRow]):
    """`now` is the engine's present, by which timers are written; whoever owns the model moves it on."""

    def __init__(self, look: Look, now: Instant) -> None:
        self.now = now
        super().__init__(look, self._columns(), lambda row: row.id)

    def _columns(self) -> Sequence[RowColumn[SessionRow]]:
        return (*self._timers(), *self._origins(), *_contacts(), *_results())

    def _timers(self) -> Sequence[RowColumn[SessionRow]]:
        return (
            RowColumn(
                id="agent",
                title=tr("Agent"),
                width=150,
                text=lambda r: r.agent,
                stretch=True,
                strong=True,
                hint=self._agent_hint,
                order=lambda r: r.agent.casefold(),
            ),
            RowColumn(
                id="status",
                title=tr("Status"),
                width=108,
                text=lambda r: status_words(r.status)[0],
                order=lambda r: r.status,
            ),
            RowColumn(
                id="session",
                title=tr("Session"),
                width=106,
                right=True,
                text=lambda r: stopwatch(r.seconds(self.now)),
                hint=self._age_hint,
                order=lambda r: -seconds_of(r.started_at),
            ),
            RowColumn(
                id="paused",
                title=tr("Paused"),
                width=126,
                right=True,
                text=lambda r: paused_words(r, self.now),
                hint=lambda r: paused_hint(r, self.now),
                order=lambda r: r.paused(self.now),
            ),
        )

    def _origins(self) -> Sequence[RowColumn[SessionRow]]:
        return (
            RowColumn(
                id="campaign",
                title=tr("Campaign"),
                width=126,
                text=lambda r: r.campaign or "–",
                order=lambda r: (r.campaign or "").casefold(),
            ),
            RowColumn(id="mode", title=tr("Mode"), width=84, text=lambda r: mode_words(r.mode), order=lambda r: r.mode),
            RowColumn(
                id="started",
                title=tr("Started"),
                width=82,
                text=lambda r: clock_text(r.started_at, self.now),
                order=lambda r: seconds_of(r.started_at),
            ),
            RowColumn(
                id="by",
                title=tr("Started by"),
                width=104,
                text=lambda r: r.started_by or "…",
                order=lambda r: r.started_by.casefold(),
            ),
        )

    def _agent_hint(self, row: SessionRow) -> str:
        if row.old(self.now):
            return row.agent + "\n" + tr("Over nine tenths of its time: it stays on top")
        return row.agent

    def _age_hint(self, row: SessionRow) -> str:
        if row.ended_at is not None:
            ended = tr("Ended {time} by {who}").format(
                time=clock_text(row.ended_at, self.now), who=row.ended_by or tr("unknown")
            )
            return f"{ended}: {row.end_reason}" if row.end_reason else ended
        part = tr("{share} % of its time").format(share=int(100 * row.part(self.now)))
        return part + "\n" + tr("Ends by itself at {time}").format(time=clock_text(row.expires_at, self.now))

    def _order(self) -> None:
        live = [row for row in self.rows if row.live]
        column = None if self.sort_column is None else self.columns[self.sort_column]
        if column is not None and column.order is not None:
            live.sort(key=column.order, reverse=self.descending)
        # Stable: within the old and the young ones the order asked for holds.
        live.sort(key=lambda row: not row.old(self.now))
        self.rows = live + [row for row in self.rows if not row.live]
        self._index()

    def renew(self, rows: Sequence[SessionRow], *, more: bool) -> None:
        """Show these: what stays is kept in place for who looks at it, its selection too."""
        wanted = {row.id: row for row in rows}
        gone = [row.id for row in self.rows if row.id not in wanted]
        fresh = [row for row in rows if row.id not in self._at]
        if len(gone) + len(fresh) > _FEW:
            self.show_rows(rows, more=more)
            return
        for identity in gone:
            self._drop(identity)
        changed = [row for row in self.rows if wanted[row.id] != row]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(fresh) - 1)
            self.rows.extend(fresh)
            self._index()
            self.endInsertRows()
        self.more, self._asked = more, False
        self._settle([wanted[row.id] for row in rows], [row.id for row in changed])

    def _drop(self, identity: str) -> None:
        at = self._at[identity]
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.rows[at]
        self._index()
        self.endRemoveRows()

    def _settle(self, rows: list[SessionRow], changed: Sequence[str]) -> None:
        before = [row.id for row in self.rows]
        held = self.rows
        self.rows = rows
        self._order()
        after = self.rows
        if [row.id for row in after] != before:
            self.rows = held
            self._index()
            self._move(after)
        for identity in changed:
            at = self._at[identity]
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def _move(self, after: list[SessionRow]) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        names = [self.identity_at(index.row()) for index in kept]
        self.rows = after
        self._index()
        places = [self.index(self._at[name], index.column()) for name, index in zip(names, kept, strict=True)]
        self.changePersistentIndexList(kept, places)
        self.layoutChanged.emit()


def _calls(row: SessionRow) -> str:
    return "–" if row.calls is None else f"{row.calls:,}/{row.calls_limit:,}"


def _success_hint(row: SessionRow) -> str:
    return tr("{converted} of {reached} reached contacts converted").format(
        converted=count(row.converted), reached=count(row.reached)
    )


def _contacts() -> Sequence[RowColumn[SessionRow]]:
    return (
        RowColumn(
            right=True,
            id="attempted",
            title=tr("Attempted"),
            width=84,
            text=lambda r: count(r.attempted),
            order=lambda r: r.attempted,
        ),
        RowColumn(
            right=True,
            id="reached",
            title=tr("Reached"),
            width=74,
            text=lambda r: count(r.reached),
            order=lambda r: r.reached,
        ),
        RowColumn(
            right=True,
            id="converted",
            title=tr("Converted"),
            width=84,
            text=lambda r: count(r.converted),
            order=lambda r: r.converted,
        ),
    )


def _results() -> Sequence[RowColumn[SessionRow]]:
    return (
        RowColumn(
            right=True,
            id="success",
            title=tr("Success"),
            width=72,
            text=success_words,
            hint=_success_hint,
            order=lambda r: r.converted / r.reached if r.reached else -1.0,
        ),
        RowColumn(
            right=True,
            id="calls",
            title=tr("Calls"),
            width=76,
            text=_calls,
            tone=lambda r: "danger" if r.calls is not None and r.calls >= r.calls_limit else "text",
            hint=lambda _: tr("Calls in the session’s last 24 hours / limit"),
            order=lambda r: r.calls or 0,
        ),
    )
