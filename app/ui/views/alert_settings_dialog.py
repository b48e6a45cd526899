"""The alert settings: the tenant's marks and quiet hours for an admin, and how this computer calls for everybody."""

from collections.abc import Mapping

import msgspec
from PySide6.QtWidgets import QGridLayout, QTabWidget, QWidget

from app.client.errors import GatewayRefused
from app.ui.alert_calls import AlertCalls
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.alert_settings_form import Rules, differences, edit_of, in_words, rules_of
from app.ui.tongue import marked, tr
from app.ui.views.alert_agents_pane import AlertAgentsPane
from app.ui.views.alert_here_pane import AlertHerePane
from app.ui.views.alert_rules_pane import AlertRulesPane
from app.ui.views.conflict_box import BothValues
from app.ui.widgets.labels import label, paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.alerts import AlertSettingsPage

USUAL = (marked("Too many alerts"), marked("Too few alerts"), marked("New shift hours"))


class SettingsConflict(BothValues):
    """Two admins edited the settings."""

    def show_both(self, sentence: str, lines: list[str]) -> None:
        """Say both values of everything that differs."""
        self.say_both(f"{sentence}.", lines or [tr("Yours are the same as theirs.")])


class AlertSettingsDialog(Sheet):
    """Asks the engine what is in force, then lets an admin edit all of it with a reason."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        bridge: Bridge,
        calls: AlertCalls,
        names: Mapping[str, str],
        *,
        may_edit: bool,
    ) -> None:
        super().__init__(look, parent, tr("Alert settings"), tr("Apply") if may_edit else tr("Close"), width=680)
        self._bridge = bridge
        self._names = names
        self._may_edit = may_edit
        self._page: AlertSettingsPage | None = None
        self.tabs = QTabWidget()
        self.tabs.setMinimumHeight(352)
        self.rules: AlertRulesPane | None = None
        self.agents: AlertAgentsPane | None = None
        self.here = AlertHerePane(look, calls)
        self.reason = ReasonBox([tr(words) for words in USUAL])
        self.conflict = SettingsConflict(look)
        self.conflict.take_theirs.connect(self._take_theirs)
        self.conflict.keep_mine.connect(self._keep_mine)
        self.tabs.addTab(self.here, tr("This computer"))
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.conflict)
        self.cancel.setText(tr("Cancel"))
        self.cancel.setVisible(may_edit)
        if may_edit:
            self._note = self.field(tr("Reason"), self.reason, tr("At least 3 letters; kept in the audit trail"))
            self.reason.currentTextChanged.connect(self._check)
            self.go.setEnabled(False)
        self.go.clicked.connect(self._apply)
        self._ask()

    def _ask(self) -> None:
        self._bridge.ask(lambda gateway: gateway.alert_settings(), self, self._show, self._failed)

    def _failed(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))

    def _show(self, page: AlertSettingsPage) -> None:
        self._page = page
        if not self._may_edit:
            self.tabs.insertTab(0, self._in_words(page), tr("Rules"))
            self.tabs.setCurrentIndex(0)
            return
        self.rules = AlertRulesPane(self._look, page.time_zone)
        self.agents = AlertAgentsPane(self._look, self._names)
        self._fill(page)
        self.rules.changed.connect(self._check)
        self.agents.changed.connect(self._check)
        self.tabs.insertTab(0, self.rules, tr("Rules"))
        self.tabs.insertTab(1, self.agents, tr("Single agents"))
        self.tabs.setCurrentIndex(0)
        self.rules.near.setFocus()
        self._check()

    def _fill(self, page: AlertSettingsPage) -> None:
        if self.rules is not None and self.agents is not None:
            self.rules.show_rules(page.thresholds, page.quiet_hours)
            self.agents.show_agents(page.agents)

    def _in_words(self, page: AlertSettingsPage) -> QWidget:
        pane = QWidget()
        grid = QGridLayout(pane)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(in_words(rules_of(page), page.time_zone, self._names).items()):
            grid.addWidget(label(self._look, name, "strong"), row, 0)
            grid.addWidget(paragraph(self._look, words, "text"), row, 1)
        grid.addWidget(paragraph(self._look, tr("An admin can change them.")), grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        return pane

    @property
    def wanted(self) -> Rules | None:
        """What stands in the fields; None while something is wrong with it, or nothing is known."""
        if self.rules is None or self.agents is None or not (self.rules.good and self.agents.good):
            return None
        return self.rules.thresholds, self.rules.quiet_hours, self.agents.agents

    def _check(self) -> None:
        untouched = not self.reason.currentText()
        set_tone(self._note, "muted" if self.reason.good or untouched else "danger")
        set_flag(self.reason, "invalid", "false" if self.reason.good or untouched else "true")
        wanted = self.wanted
        differs = wanted is not None and self._page is not None and wanted != rules_of(self._page)
        self.go.setEnabled(self.reason.good and differs and self.conflict.isHidden())

    def _apply(self) -> None:
        if not self._may_edit:
            self.accept()
            return
        wanted = self.wanted
        if wanted is None or self._page is None or not self.reason.good:
            return
        self.wait(True)
        self.say_trouble("")
        edit = edit_of(wanted, self._page.revision, self.reason.reason)
        self._bridge.ask(
            lambda gateway: gateway.edit_alert_settings(edit), self, lambda _: self.accept(), self._refused
        )

    def _refused(self, trouble: Trouble) -> None:
        current = trouble.body.current if isinstance(trouble, GatewayRefused) and trouble.status == 409 else None
        wanted = self.wanted
        if current is None or wanted is None:
            self._failed(trouble)
            return
        self._page = msgspec.convert(current, AlertSettingsPage)
        lines = differences(rules_of(self._page), wanted, self._page.time_zone, self._names)
        self.conflict.show_both(str(trouble), lines)
        self._check()
        self.conflict.theirs.setFocus()
        self.adjustSize()

    def _take_theirs(self) -> None:
        self.conflict.hide()
        if self._page is not None:
            self._fill(self._page)
        self._check()
        self.adjustSize()

    def _keep_mine(self) -> None:
        self.conflict.hide()
        self._check()
        self._apply()
