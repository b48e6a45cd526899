"""The law of the folder: every rule with its text and signature, what waits for a second person, and emergencies."""

from functools import partial
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.models.rows_model import RowsModel
from app.ui.models.rule_rows import emergency_columns, narrowed, proposal_columns, rule_columns
from app.ui.models.rule_words import KINDS, place_words, proposal_words
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.rule_card import RuleCard
from app.ui.views.rule_dialog import RuleDialog
from app.ui.views.rule_dialogs import EmergencyDialog, LawSheet, LiftDialog, ReturnDialog, SettleDialog, SignDialog
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, paragraph
from app.ui.widgets.rows_table import RowsTable
from app.wire.rules import EmergencyItem, HowEdited, RuleChangeItem, RuleDetail, RulesPage

LOOK_AGAIN_S = 10
_LINES = 4
Listed = RowsTable[RuleChangeItem] | RowsTable[EmergencyItem]
TabId = Literal["rules", "proposals", "emergencies"]
TABS: tuple[tuple[TabId, str], ...] = (
    ("rules", "gavel"),
    ("proposals", "account-clock-outline"),
    ("emergencies", "alert-octagon-outline"),
)


class RulesPane(SectionPane):
    """A switch of three lists; what the user may not do is not there."""

    def __init__(self, place: Place) -> None:
        what = tr("The law that every call is held against. It is this folder’s, and the same for every tenant of it.")
        super().__init__(place, tr("Rules"), what)
        self.tab: TabId = "rules"
        self.page: RulesPage | None = None
        self.tabs: dict[TabId, QPushButton] = {}
        look = place.look
        self.rules = RowsModel(look, rule_columns(), lambda one: one.id)
        self.proposals = RowsModel(look, proposal_columns(), lambda one: one.id)
        self.emergencies = RowsModel(look, emergency_columns(), lambda one: one.jurisdiction)
        self.rule_table = RowsTable(look, tr("Rules"), self.rules, tr("No rule fits. Clear the filter above."))
        nothing = tr("Nothing waits for a second person")
        self.proposal_table = RowsTable(look, tr("Proposals"), self.proposals, nothing)
        calm = tr("No state of emergency is declared for this folder")
        self.emergency_table = RowsTable(look, tr("States of emergency"), self.emergencies, calm)
        self.versions = ElidedLabel(look, "", "caption", "muted")
        self.whose = paragraph(look, "", "text")
        binds = tr("It binds every tenant of this folder, beside what a tenant’s own calling hours say.")
        self.whom = ElidedLabel(look, binds, "body", "muted")
        self.place_box, self.kind_box = QComboBox(), QComboBox()
        self.edited = QCheckBox(tr("Edited or signed"))
        self.typed = QLineEdit()
        self.filters = QWidget()
        self.stack = QStackedWidget()
        self._asked_for = ""
        self._seconds = 0
        self._make_buttons()
        self.card_of_rule = RuleCard(place, (self.edit, self.sign, self.restore, self.remove))
        self._lay_out()
        self._connect()
        self._allow()

    def _make_buttons(self) -> None:
        self.new = self.button(tr("New rule…"), "plus", self.make_new, "primary")
        self.declare = self.button(tr("Declare an emergency…"), "alert-octagon-outline", self._declare)
        self.edit = self.button(tr("Edit…"), "pencil-outline", self.change_chosen)
        self.sign = self.button(tr("Sign…"), "draw", self._sign)
        self.remove = self.button(tr("Take out…"), "cancel", partial(self._return_to, "remove"))
        self.restore = self.button(tr("Restore…"), "restore", partial(self._return_to, "restore"))
        self.approve = self.button(tr("Approve…"), "check", partial(self._settle, "approve"), "primary")
        self.reject = self.button(tr("Reject…"), "close", partial(self._settle, "reject"))
        self.withdraw = self.button(tr("Withdraw…"), "undo-variant", partial(self._settle, "withdraw"))
        self.lift = self.button(tr("Lift…"), "lock-open-variant-outline", self._lift)

    def _lay_out(self) -> None:
        self.buttons.addWidget(self.declare)
        self.buttons.addWidget(self.new)
        head, group = QHBoxLayout(), QButtonGroup(self)
        head.setSpacing(8)
        for tab, _ in TABS:
            button = self.tabs[tab] = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(partial(self.show_tab, tab))
            group.addButton(button)
            head.addWidget(button)
        self.tabs["rules"].setChecked(True)
        head.addWidget(self._filters(), 1)
        self.body.addLayout(head)
        self.stack.addWidget(self._rules_tab())
        self.stack.addWidget(
            self._listed_with(self.proposal_table, self.whose, (self.withdraw, self.reject, self.approve))
        )
        self.stack.addWidget(self._listed_with(self.emergency_table, self.whom, (self.lift,)))
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.versions)

    def _filters(self) -> QWidget:
        self.typed.setPlaceholderText(tr("Words, citation, id"))
        self.typed.setClearButtonEnabled(True)
        for field, name in ((self.place_box, tr("Place")), (self.kind_box, tr("Kind")), (self.typed, tr("Filter"))):
            field.setAccessibleName(name)
            field.setMinimumHeight(32)
        self.place_box.addItem(tr("Every place"), None)
        self.kind_box.addItem(tr("Every kind"), None)
        for kind, words in KINDS.items():
            self.kind_box.addItem(tr(words), kind)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for choice in (self.place_box, self.kind_box):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        # Its room stays while another list is seen: the switch must not jump under the pointer.
        policy = self.filters.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.filters.setSizePolicy(policy)
        bar = QHBoxLayout(self.filters)
        bar.setContentsMargins(8, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self.place_box, 1)
        bar.addWidget(self.kind_box, 1)
        bar.addWidget(self.typed, 2)
        bar.addWidget(self.edited)
        return self.filters

    def _rules_tab(self) -> QWidget:
        tab = QWidget()
        box = QVBoxLayout(tab)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.listed(self.rule_table), 5)
        box.addWidget(self.card_of_rule, 2)
        return tab

    def _listed_with(self, table: Listed, words: QLabel, acts: tuple[QPushButton, ...]) -> QWidget:
        tab = QWidget()
        box = QVBoxLayout(tab)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.listed(table), 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words, 1)
        # A wording of several lines stands beside its buttons, and the list keeps its height whichever is chosen.
        words.setMinimumHeight(_LINES * words.fontMetrics().lineSpacing() if words is self.whose else 0)
        for act in acts:
            row.addWidget(act, 0, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(row)
        return tab

    def _connect(self) -> None:
        self.place_box.currentIndexChanged.connect(self._narrow)
        self.kind_box.currentIndexChanged.connect(self._narrow)
        self.edited.toggled.connect(self._narrow)
        self.typed.textChanged.connect(self._narrow)
        self.rule_table.chosen.connect(self._choose)
        self.rule_table.opened.connect(lambda _: self.change_chosen())
        self.proposal_table.chosen.connect(self._allow)
        self.proposal_table.opened.connect(lambda _: self.change_chosen())
        self.emergency_table.chosen.connect(self._allow)
        self.look.changed.connect(self.card_of_rule.history.recolour)

    def show_tab(self, tab: TabId) -> None:
        """See the rules, what is proposed, or the emergencies."""
        self.tab = tab
        self.tabs[tab].setChecked(True)
        self.filters.setVisible(tab == "rules")
        self.stack.setCurrentIndex([one for one, _ in TABS].index(tab))

    def refresh(self) -> None:
        """Ask for the law as it stands."""
        self.ask(lambda gateway: gateway.law.rules(), self._show)

    def relink(self) -> None:
        """Another engine's folder, or another user."""
        super().relink()
        self.page = None
        self._asked_for = ""
        for model in (self.rules, self.proposals, self.emergencies):
            model.show_rows([])
        self.card_of_rule.show_rule(None)
        self._allow()

    def tick(self) -> None:
        """Somebody else may have changed or proposed something."""
        self._seconds += 1
        if self._seconds % LOOK_AGAIN_S == 0:
            self.refresh()

    def _show(self, page: RulesPage) -> None:
        self.say_trouble("")
        if page == self.page:
            return
        self.page = page
        self._offer_places(page)
        self.proposals.show_rows(page.proposals)
        self.emergencies.show_rows(page.emergencies)
        self._narrow()
        shipped = page.rules_version == page.shipped_version
        said = tr("Rule set {version}, as shipped") if shipped else tr("Rule set {version}, edited from {shipped}")
        self.versions.setText(said.format(version=page.rules_version, shipped=page.shipped_version[:12]))
        self._asked_for = ""
        self._choose()

    def _offer_places(self, page: RulesPage) -> None:
        known = {self.place_box.itemData(at) for at in range(self.place_box.count())}
        for place in dict.fromkeys(one.jurisdiction for one in page.rules):
            if place not in known:
                self.place_box.addItem(place_words(place), place)

    def _narrow(self) -> None:
        rules = [] if self.page is None else self.page.rules
        place, kind = self.place_box.currentData(), self.kind_box.currentData()
        shown = narrowed(rules, place, kind, self.typed.text(), edited=self.edited.isChecked())
        self.rules.show_rows(shown)
        self._name_tabs(len(shown))
        self._choose()

    def _name_tabs(self, shown: int) -> None:
        page = self.page
        waiting = 0 if page is None else len(page.proposals)
        declared = 0 if page is None else len(page.emergencies)
        self.tabs["rules"].setText(tr("Rules ({count})").format(count=shown))
        self.tabs["proposals"].setText(tr("Proposals ({count})").format(count=waiting))
        self.tabs["emergencies"].setText(tr("Emergencies ({count})").format(count=declared))
        for tab, icon in TABS:
            alarmed = (tab == "proposals" and waiting) or (tab == "emergencies" and declared)
            self.tabs[tab].setIcon(self.look.icon(icon, "warn" if alarmed else "muted"))

    def _choose(self) -> None:
        item = self.rule_table.chosen_row
        self.card_of_rule.show_rule(item)
        self._allow()
        if item is not None and item.id != self._asked_for:
            rule_id = self._asked_for = item.id
            self.ask(lambda gateway: gateway.law.rule(rule_id), self._show_history)

    def _show_history(self, detail: RuleDetail) -> None:
        if detail.rule.id == self._asked_for:
            self.card_of_rule.show_history(detail.changes)

    def _allow(self) -> None:
        item, change = self.rule_table.chosen_row, self.proposal_table.chosen_row
        rights = None if self.page is None else self.page.rights
        may_edit = rights is not None and rights.edit
        may_settle = rights is not None and rights.settle
        self.new.setVisible(may_edit)
        self.declare.setVisible(rights is not None and rights.declare)
        self.edit.setVisible(may_edit)
        self.edit.setEnabled(item is not None)
        self.sign.setVisible(rights is not None and rights.sign)
        self.sign.setEnabled(item is not None and not item.is_removed)
        self.remove.setVisible(may_edit)
        self.remove.setEnabled(item is not None and not item.is_removed)
        self.restore.setVisible(may_edit and item is not None and item.is_edited and not item.is_own)
        mine = change is not None and change.is_mine
        self.whose.setText("" if change is None else proposal_words(change))
        self.withdraw.setVisible(mine)
        self.approve.setVisible(may_settle and not mine)
        self.reject.setVisible(may_settle and not mine)
        self.reject.setEnabled(change is not None)
        self.approve.setEnabled(change is not None and not change.is_stale)
        stale = change is not None and change.is_stale
        self.approve.setToolTip(tr("The rule was changed after this was proposed") if stale else "")
        lifted = self.emergency_table.chosen_row
        self.lift.setVisible(rights is not None and rights.declare)
        self.lift.setEnabled(lifted is not None and not lifted.lift_proposed)

    def make_new(self) -> None:
        """A rule of the folder's own."""
        if self.page is not None and self.page.rights.edit:
            self._open(RuleDialog(self.place, self.page, None, self.place_box.currentData()))

    def change_chosen(self) -> None:
        """Edit the chosen rule, or approve the chosen proposal."""
        page = self.page
        if page is None:
            return
        if self.tab == "proposals":
            self._settle("approve")
        elif self.tab == "rules" and page.rights.edit and (item := self.rule_table.chosen_row) is not None:
            self._open(RuleDialog(self.place, page, item))

    def end_chosen(self) -> None:
        """Take the chosen rule out, reject or withdraw the chosen proposal, lift the chosen emergency."""
        change = self.proposal_table.chosen_row
        if self.tab == "rules" and self.remove.isEnabled() and not self.remove.isHidden():
            self._return_to("remove")
        elif self.tab == "proposals" and change is not None:
            self._settle("withdraw" if change.is_mine else "reject")
        elif self.tab == "emergencies" and self.lift.isEnabled() and not self.lift.isHidden():
            self._lift()

    def _settle(self, how: str) -> None:
        change, page = self.proposal_table.chosen_row, self.page
        if change is None or page is None:
            return
        allowed = change.is_mine if how == "withdraw" else page.rights.settle and not change.is_mine
        if allowed and not (how == "approve" and change.is_stale):
            self._open(SettleDialog(self.place, change, how))

    def _declare(self) -> None:
        if self.page is not None:
            self._open(EmergencyDialog(self.place, self.page))

    def _lift(self) -> None:
        chosen = self.emergency_table.chosen_row
        if chosen is not None:
            self._open(LiftDialog(self.place, chosen.jurisdiction))

    def _sign(self) -> None:
        item = self.rule_table.chosen_row
        if item is not None:
            self._open(SignDialog(self.place, item))

    def _return_to(self, how: HowEdited) -> None:
        item = self.rule_table.chosen_row
        if item is not None:
            self._open(ReturnDialog(self.place, item, how))

    def _open(self, dialog: LawSheet | SignDialog) -> None:
        dialog.answered.connect(self.refresh)
        dialog.open()
