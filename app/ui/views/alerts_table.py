"""The list of alerts: how grave, what, how often, since when, in which state, and who sees to it; several choosable."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from app.ui.design.look import Look
from app.ui.models.alert_words import (
    SEVERITIES,
    STATE_MARKS,
    ago_text,
    day_time,
    rule_name,
    severity_word,
    state_text,
    times_text,
    who_text,
)
from app.ui.models.moment import Instant
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.tongue import tr
from app.ui.widgets.rows_table import RowsTable
from app.wire.alerts import AlertItem

ROOM: tuple[tuple[str, int], ...] = (("state", 860), ("rule", 980), ("who", 1120), ("subject", 1280))
"""From which width of the table on a column shows that the detail beside it says too."""


def alert_columns(now: Callable[[], Instant]) -> Sequence[RowColumn[AlertItem]]:
    """The columns; ages are of the moment of painting."""
    return (
        RowColumn(
            id="severity",
            title=tr("Severity"),
            width=100,
            text=lambda alert: severity_word(alert.severity),
            tone=lambda alert: SEVERITIES[alert.severity].tone,
            icon=lambda alert: SEVERITIES[alert.severity].icon,
        ),
        RowColumn(id="rule", title=tr("Rule"), width=122, text=lambda alert: rule_name(alert.rule)),
        RowColumn(
            id="sentence", title=tr("What"), width=300, stretch=True, strong=True, text=lambda alert: alert.sentence
        ),
        RowColumn(id="subject", title=tr("Whom"), width=150, text=lambda alert: alert.subject),
        RowColumn(id="count", title=tr("Times"), width=64, text=lambda alert: times_text(alert.count)),
        RowColumn(id="since", title=tr("Since"), width=78, text=lambda alert: day_time(alert.opened_at, now())),
        RowColumn(
            id="last",
            title=tr("Last"),
            width=96,
            text=lambda alert: ago_text(alert.last_at, now()),
            hint=lambda alert: day_time(alert.last_at, now()),
        ),
        RowColumn(
            id="state",
            title=tr("State"),
            width=152,
            text=lambda alert: state_text(alert, now()),
            icon=lambda alert: STATE_MARKS[alert.state].icon,
            tone=lambda alert: STATE_MARKS[alert.state].tone,
        ),
        RowColumn(id="who", title=tr("Who and note"), width=190, text=who_text),
    )


class AlertsTable(RowsTable[AlertItem]):
    """A `RowsTable` of which several rows can be chosen; they stay chosen when the list is told anew."""

    marked_changed = Signal()

    def __init__(self, look: Look, model: RowsModel[AlertItem]) -> None:
        super().__init__(look, tr("Alerts"), model, "")
        self._model = model
        self._marked: list[str] = []
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda *_: self.marked_changed.emit())

    @property
    def marked(self) -> list[str]:
        """The ids of all chosen rows, as they stand."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._model.identity_at(row) for row in rows]

    def _note(self) -> None:
        super()._note()
        self._marked = self.marked

    def _restore(self) -> None:
        super()._restore()
        places = [place for id_ in self._marked if (place := self._model.place_of(id_)) is not None]
        chosen = QItemSelection()
        for place in places:
            chosen.select(self._model.index(place, 0), self._model.index(place, len(self._model.columns) - 1))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.marked_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the detail says too is left out where room is short."""
        super().resizeEvent(event)
        ids = [column.id for column in self._model.columns]
        for id_, room in ROOM:
            self.setColumnHidden(ids.index(id_), self.width() < room)
