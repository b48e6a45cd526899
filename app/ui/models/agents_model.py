"""The floor table's rows for Qt. Owns their order, since a sorted proxy re-sorts everything on each batch."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, SignalInstance

from app.ui.models.columns import COLUMNS
from app.ui.models.floor import Batch, Delta, Floor
from app.ui.models.floor_filter import FloorFilter
from app.ui.models.moment import Instant
from app.ui.models.order import Ordering, SortKey, held, is_pinned
from app.ui.models.wording import source_words
from app.ui.tongue import tr
from app.wire.feed import FloorAgent

Index = QModelIndex | QPersistentModelIndex
_HINTED = "QList<QPersistentModelIndex>,QAbstractItemModel::LayoutChangeHint"
_MOVED = QAbstractTableModel.LayoutChangeHint.VerticalSortHint
_FEW = 40
"""Rows that may come and go one by one; more than that is a new table."""


class AgentsModel(QAbstractTableModel):
    """One row an agent, in the order that the supervisor asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.floor = Floor()
        self.now: Instant = self.floor.now
        self._ordering = Ordering()
        self._order: list[str] = []
        self._place: dict[str, int] = {}
        self._held_row: int | None = None

    @property
    def keys(self) -> tuple[SortKey, ...]:
        """The sort keys, the deciding one first."""
        return self._ordering.keys

    @property
    def order(self) -> Sequence[str]:
        """Agent ids, top row first."""
        return self._order

    def agent_at(self, row: int) -> FloorAgent:
        """The agent shown in a row."""
        return self.floor.agents[self._order[row]]

    def row_of(self, agent_id: str) -> int | None:
        """The row that shows an agent; None while it is filtered out or unknown."""
        return self._place.get(agent_id)

    def outside_filter(self) -> int:
        """How many agents with an old session the filter keeps out of sight, so that the footer can say so."""
        shown = self._place.keys()
        return sum(1 for id_, a in self.floor.agents.items() if id_ not in shown and is_pinned(a, self.now))

    def hold(self, row: int | None) -> None:
        """The pointer is on this row (None: on none): whoever is there stays there."""
        self._held_row = row

    def take(self, batch: Batch) -> Delta:
        """Apply one batch of the feed and tell the views what moved and what changed."""
        touched = frozenset(batch.removed) | batch.agents.keys()
        gone = [id_ for id_ in batch.removed if id_ in self._place]
        if batch.snapshot is not None or len(gone) > _FEW:
            self.beginResetModel()
            delta = self.floor.apply(batch)
            self._settle(batch, touched)
            self._place_all(self._ordering.arrange(self.floor.agents, self.now))
            self.endResetModel()
            return delta
        for id_ in gone:
            self._drop(id_)
        delta = self.floor.apply(batch)
        self._settle(batch, touched)
        self._rearrange(delta.changed)
        return delta

    def _settle(self, batch: Batch, touched: frozenset[str]) -> None:
        self.now = batch.now
        self._ordering.forget(touched)

    def sort_by(self, keys: tuple[SortKey, ...]) -> None:
        """Sort by these keys, at once, wherever the pointer is."""
        self._ordering.sort_by(keys)
        self._held_row = None
        self._rearrange(frozenset())
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def filter_by(self, text: str) -> None:
        """Show only agents whose name, campaign, mode or state hold every word."""
        self._ordering.filter_by(text)
        self._show_filtered()

    def narrow_by(self, narrow: FloorFilter) -> None:
        """Show, of those, only agents that this filter keeps."""
        self._ordering.narrow_by(narrow)
        self._show_filtered()

    def _show_filtered(self) -> None:
        self.beginResetModel()
        self._held_row = None
        self._place_all(self._ordering.arrange(self.floor.agents, self.now))
        self.endResetModel()

    def _drop(self, id_: str) -> None:
        row = self._place[id_]
        self.beginRemoveRows(QModelIndex(), row, row)
        self._place_all([other for other in self._order if other != id_])
        self.endRemoveRows()

    def _place_all(self, order: list[str]) -> None:
        self._order = order
        self._place = {id_: row for row, id_ in enumerate(order)}

    def _rearrange(self, changed: frozenset[str]) -> None:
        wanted = held(self._ordering.arrange(self.floor.agents, self.now), self._order, self._held_row)
        members = frozenset(wanted)
        fresh = [id_ for id_ in wanted if id_ not in self._place]
        left = [id_ for id_ in self._order if id_ not in members]
        if len(fresh) + len(left) > _FEW:
            self.beginResetModel()
            self._place_all(wanted)
            self.endResetModel()
            return
        for id_ in left:
            self._drop(id_)
        if fresh:
            end = len(self._order)
            self.beginInsertRows(QModelIndex(), end, end + len(fresh) - 1)
            self._place_all([*self._order, *fresh])
            self.endInsertRows()
        if wanted != self._order:
            # Everything in sight is painted anew after a move: a word for each changed row would say nothing more.
            self._move(wanted)
        else:
            self._announce(changed)

    def _move(self, wanted: list[str]) -> None:
        # The hint lets the selection keep one index a row instead of one a cell: tenfold less for many chosen rows.
        _hinted(self.layoutAboutToBeChanged).emit([], _MOVED)
        before = self.persistentIndexList()
        ids = [self._order[index.row()] for index in before]
        self._place_all(wanted)
        after = [self.index(self._place[id_], index.column()) for id_, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        _hinted(self.layoutChanged).emit([], _MOVED)

    def _announce(self, changed: frozenset[str]) -> None:
        last = len(COLUMNS) - 1
        for id_ in changed:
            row = self._place.get(id_)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an empty value
        """As many rows as agents shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an empty value
        """Every column; the view hides what does not fit."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell in words, for screen readers, tooltips and copies; the delegate paints from `agent_at`."""
        agent = self.agent_at(index.row())
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(agent, self.now)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(agent, column.id, column.text(agent, self.now))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(column.title)}: {column.text(agent, self.now)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles, and what a column means as its tooltip."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((tr(column.hint), tr("Click to sort, Shift+click to sort further")))
        return None


class _Overloaded(Protocol):
    def __getitem__(self, signature: str) -> SignalInstance: ...


def _hinted(signal: SignalInstance) -> SignalInstance:
    # PySide's stubs leave out that a signal with several signatures is asked for one of them in brackets.
    return cast("_Overloaded", signal)[_HINTED]


def tool_tip(agent: FloorAgent, column: str, text: str) -> str:
    """What a cell has to say beyond what fits in it."""
    if column == "refusals" and agent.last_refusal is not None:
        said = tr("{agent}: %n refused in the last hour", "", agent.refusals_hour).format(agent=agent.name)
        return said + "\n" + tr("Last: {sentence}").format(sentence=agent.last_refusal.sentence)
    if column == "hour":
        kind = tr("enforced") if agent.enforcement == "enforce" else tr("alert only: counts, refuses nothing")
        source = source_words(agent.limit_source)
        said = text + "\n" + tr("Limit set by {source}, {kind}").format(source=source, kind=kind)
        if agent.limits_until is None:
            return said
        return said + "\n" + tr("Set until {time:%H:%M:%S}").format(time=agent.limits_until.astimezone())
    if column == "state" and agent.queue_empty_since is not None:
        return text + "\n" + tr("Asked for a contact and there was none to call")
    if column == "session" and agent.session is not None:
        ends = f"{agent.session.expires_at.astimezone():%H:%M:%S}"
        return tr("Session of {agent}, ends at {time}").format(agent=agent.name, time=ends)
    return text
