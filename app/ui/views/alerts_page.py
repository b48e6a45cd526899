"""The alerts of the tenant: live ones from the feed, those that are over from the log; act on one or on several."""

from collections.abc import Callable, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout

from app.ui.alert_log import AlertLog
from app.ui.bridge import Trouble
from app.ui.models.alert_filter import AlertFilter, counts
from app.ui.models.alert_store import Heard
from app.ui.models.rows_model import RowsModel
from app.ui.page import Page, PageAction, Place
from app.ui.tongue import marked, tr
from app.ui.views.alert_detail import AlertDetailPane
from app.ui.views.alert_filter_bar import AlertFilterBar
from app.ui.views.alert_keys import acts_of, states_of, ways_of
from app.ui.views.alerts_table import AlertsTable, alert_columns
from app.ui.widgets.labels import ElidedLabel
from app.wire.alerts import AlertDetail, AlertItem, AlertWord
from app.wire.operator import AgentDetail

SIDE = 372
EMPTY: MappingProxyType[AlertWord, str] = MappingProxyType(
    {
        "open": marked("No open alert: nothing calls for anybody now. What raises one stands in the settings (S)."),
        "acknowledged": marked("Nobody is seeing to an alert. An open one is acknowledged with A."),
        "snoozed": marked("No alert is snoozed. An open one is silenced for a while with Z."),
        "resolved": marked("No alert is over yet. One that ends by itself, or is resolved with R, is kept here."),
    }
)


class AlertsView(Page):
    """Filter bar, list, detail. The list follows the feed even while the floor is frozen: it calls for people."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.bar = AlertFilterBar(place.look)
        self.model = RowsModel(place.look, alert_columns(lambda: place.alerts.now), lambda alert: alert.id)
        self.table = AlertsTable(place.look, self.model)
        self.pane = AlertDetailPane(place.look)
        self.log = AlertLog(place.bridge, self)
        self.problem = QFrame()
        self.problem_text = ElidedLabel(place.look, "", "body", "text")
        self.again = QPushButton(tr("Try again"))
        self._asked = 0
        self._lay_out()
        self._connect()
        self._show_rows()

    def _lay_out(self) -> None:
        self.problem.setProperty("role", "problem")
        row = QHBoxLayout(self.problem)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.problem_text, 1)
        row.addWidget(self.again)
        self.problem.hide()
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 6)
        inner.addWidget(self.table)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(card)
        self.splitter.addWidget(self.pane)
        self.splitter.setHandleWidth(12)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([900, SIDE])
        self.pane.setMinimumWidth(300)
        self.box.addWidget(self.bar)
        self.box.addWidget(self.problem)
        self.box.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        alerts = self.place.alerts
        alerts.heard.connect(self._hear)
        alerts.quiet_changed.connect(lambda: self.bar.show_quiet(alerts.calls.is_quiet))
        self.bar.filtered.connect(self._filter)
        self.bar.asked.connect(self.act)
        self.table.chosen.connect(lambda _: self._show_chosen())
        self.table.marked_changed.connect(self._show_marked)
        self.table.opened.connect(lambda _: self.show_agent())
        self.model.wanted_more.connect(self.log.more)
        self.log.came.connect(self._show_over)
        self.log.failed.connect(self._say_trouble)
        self.again.clicked.connect(self._try_again)
        self.pane.agent_asked.connect(lambda _: self.show_agent())
        self.pane.limits_asked.connect(lambda _: self.edit_limits())

    @property
    def narrow(self) -> AlertFilter:
        """The filter in force."""
        return self.bar.filter

    def page_actions(self) -> Sequence[PageAction]:
        """Acts on what is chosen, and the ways to go on from it."""
        return (*acts_of(self.act), *ways_of(self.act, self.show_agent, self.edit_limits), *self._state_actions())

    def _state_actions(self) -> list[PageAction]:
        return states_of([partial(self.bar.choose_state, state) for state in self.bar.states])

    def search_field(self) -> QLineEdit:
        """The filter by words."""
        return self.bar.search

    def enter(self) -> None:
        """Show what is so now."""
        self.bar.show_quiet(self.place.alerts.calls.is_quiet)
        self.place.alerts.calls.put_away()
        self._show_marked()
        self._show_rows()
        self.table.setFocus()

    def tick(self) -> None:
        """Ages count on."""
        self.table.viewport().update()
        self.pane.show_ages(self.place.alerts.now)

    def relink(self) -> None:
        """Alerts of another tenant."""
        self.log.forget()
        self.problem.hide()
        self._show_rows()

    def clear(self) -> None:
        """Narrow by nothing, and back to the list."""
        self.bar.clear()
        self.table.setFocus()

    def show_alert(self, alert_id: str) -> None:
        """See one that is not over, whatever the filter was."""
        alert = self.place.alerts.store.alerts.get(alert_id)
        if alert is None:
            return
        if not self.narrow.holds(alert):
            self.bar.clear()
        self.bar.choose_state(alert.state)
        self.table.choose(alert_id)
        self.table.setFocus()

    def _filter(self, _: AlertFilter) -> None:
        self.table.verticalScrollBar().setValue(0)
        self._show_rows()

    def _hear(self, heard: Heard) -> None:
        for alert in heard.resolved:
            self.log.put(alert)
        # Not seen, it is told anew when it is entered.
        if self.isVisible():
            self._show_rows()
            self._follow_chosen()

    def _show_rows(self) -> None:
        narrow = self.narrow
        live = self.place.alerts.store.alerts.values()
        self.bar.show_counts(counts(live, narrow))
        if narrow.state == "resolved":
            self.log.begin()
            self._show_over()
            return
        self.problem.hide()
        self.table.empty = self._empty_words(narrow)
        self.model.show_rows(narrow.pick(live))
        self._choose_first()

    def _empty_words(self, narrow: AlertFilter) -> str:
        if narrow.narrows:
            return tr("No such alert under this filter. Esc clears it.")
        return tr(EMPTY[narrow.state])

    def _show_over(self) -> None:
        narrow = self.narrow
        if narrow.state != "resolved":
            return
        self.problem.hide()
        rows = [alert for alert in self.log.alerts if narrow.holds(alert)]
        self.table.empty = tr("Loading what is over…") if self.log.loading else self._empty_words(narrow)
        self.model.show_rows(rows, more=self.log.has_more)
        self._choose_first()
        self.log.fill(len(rows))

    def _choose_first(self) -> None:
        if not self.table.chosen_id and self.model.rows:
            self.table.choose(self.model.identity_at(0))
        self._show_chosen()

    def _say_trouble(self, trouble: Trouble) -> None:
        if self.narrow.state == "resolved":
            self.problem_text.setText(tr("What is over cannot be read now. {why}").format(why=trouble))
            self.problem.show()
            self.table.empty = tr("Nothing could be read.")
            self.table.viewport().update()

    def _try_again(self) -> None:
        self.problem.hide()
        self.log.again()

    def _show_chosen(self) -> None:
        alert = self.table.chosen_row
        before = self.pane.alert
        may_edit = self.place.may("edit_limits")
        self.pane.show_alert(alert, self.place.alerts.now, may_edit=may_edit)
        if alert is not None and (before is None or before.id != alert.id):
            self._ask_history(alert.id)
        self._show_marked()

    def _follow_chosen(self) -> None:
        alert = self.pane.alert
        if alert is not None and self.isVisible() and self.table.chosen_id == alert.id:
            self._ask_history(alert.id)

    def _ask_history(self, alert_id: str) -> None:
        self._asked += 1
        turn = self._asked
        self.place.bridge.ask(
            lambda gateway: gateway.alert(alert_id),
            self,
            lambda detail: self._show_history(turn, detail),
            lambda trouble: self.pane.say_trouble(str(trouble)) if turn == self._asked else None,
        )

    def _show_history(self, turn: int, detail: AlertDetail) -> None:
        if turn == self._asked:
            self.pane.show_history(detail, self.place.alerts.now)

    def _show_marked(self) -> None:
        chosen = self._chosen()
        offered = set()
        if any(alert.state != "resolved" for alert in chosen):
            offered = {"snooze", "resolve"}
        if any(alert.state in ("open", "snoozed") for alert in chosen):
            offered.add("acknowledge")
        self.bar.show_chosen(len(chosen), frozenset(offered), may_act=self.place.may("alerts"))

    def _chosen(self) -> list[AlertItem]:
        rows = {alert.id: alert for alert in self.model.rows}
        return [rows[id_] for id_ in self.table.marked if id_ in rows]

    def act(self, what: str) -> None:
        """Acknowledge, snooze or resolve the chosen; settings; quiet."""
        alerts = self.place.alerts
        does: dict[str, Callable[[list[str]], object]] = {
            "acknowledge": alerts.acknowledge,
            "snooze": alerts.snooze,
            "resolve": alerts.resolve,
            "settings": lambda _: alerts.settings(),
            "quiet": lambda _: alerts.toggle_quiet(),
        }
        does[what](self.table.marked)
        self.bar.show_quiet(alerts.calls.is_quiet)

    def show_agent(self) -> None:
        """Go to the floor with the alert's agent chosen."""
        alert = self.table.chosen_row
        if alert is not None and alert.agent_id is not None:
            self.place.show_agent(alert.agent_id)

    def edit_limits(self) -> None:
        """Edit the limits of the alert's agent, from here."""
        alert = self.table.chosen_row
        if alert is None or alert.agent_id is None:
            return
        agent_id = alert.agent_id
        self.place.bridge.ask(
            lambda gateway: gateway.agent(agent_id),
            self,
            self._open_limits,
            lambda trouble: self.place.tell(str(trouble), "alert"),
        )

    def _open_limits(self, detail: AgentDetail) -> None:
        from app.ui.views.limit_dialog import LimitDialog

        LimitDialog(self.look, self.place.window, self.place.bridge, detail, self.place.alerts.now).open()
