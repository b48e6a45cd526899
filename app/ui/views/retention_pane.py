"""Retention: how long each kind of row is kept, why, and when older ones were last deleted; some of it can be set."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.retention_words import amount_words, bounds_words, retention_columns, source_of, title_of
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.rows_table import RowsTable
from app.ui.widgets.sheet import Sheet
from app.wire.retention import EditRetention, RetentionItem, RetentionPage


class RetentionDialog(Sheet):
    """Another time for one kind, within its bounds, with a reason."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, rule: RetentionItem) -> None:
        super().__init__(look, parent, title_of(rule), tr("Keep for this long"))
        self._bridge, self._rule = bridge, rule
        self.body.addWidget(paragraph(look, source_of(rule)))
        self.amount = QSpinBox()
        # Wider than the bounds, so that what is too little is said and not silently mended.
        self.amount.setRange(0, max(rule.most or 0, 99_999))
        self.amount.setGroupSeparatorShown(True)
        self.amount.setValue(rule.amount if rule.amount is not None else rule.least or 0)
        units = {"hours": tr("hours"), "days": tr("days"), "copies": tr("copies")}
        self.amount.setSuffix(f" {units[rule.unit]}")
        self._note = self.field(tr("Keep for"), self.amount, bounds_words(rule))
        self.ever = QCheckBox(tr("For ever"))
        self.ever.setVisible(rule.usual is None)
        self.ever.setChecked(rule.amount is None)
        self.body.addWidget(self.ever)
        said = tr("It holds from the next clean-up on. What is deleted is gone from the log and from exports.")
        self.effect = paragraph(look, said)
        self.body.addWidget(self.effect)
        self.reason = ReasonBox((tr("A contract asks for it"), tr("Less room on the disk"), tr("Advice of counsel")))
        self._why = self.field(tr("Reason"), self.reason, tr("At least 3 letters; kept in the audit trail"))
        self.amount.valueChanged.connect(self._own_amount)
        self.ever.toggled.connect(self._check)
        self.reason.currentTextChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self._check()
        self.amount.setFocus()

    @property
    def wanted(self) -> int | None:
        """What stands in the fields."""
        return None if self.ever.isChecked() else self.amount.value()

    def _own_amount(self) -> None:
        # Whoever types a number means that number.
        self.ever.setChecked(False)
        self._check()

    def _check(self) -> None:
        rule, wanted = self._rule, self.wanted
        fits = wanted is None or (rule.least or 0) <= wanted <= (rule.most or 0)
        set_tone(self._note, "muted" if fits else "danger")
        set_flag(self.amount, "invalid", "false" if fits else "true")
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._why, "muted" if fine else "danger")
        shorter = wanted is not None and (rule.amount is None or wanted < rule.amount)
        set_tone(self.effect, "warn" if shorter else "muted")
        self.go.setEnabled(fits and wanted != rule.amount and self.reason.good)

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        name = self._rule.name
        edit = EditRetention(expected=self._rule.amount, amount=self.wanted, reason=self.reason.reason)
        self._bridge.ask(lambda gateway: gateway.admin.edit_retention(name, edit), self, self._done, self._refused)

    def _done(self, page: RetentionPage) -> None:
        self.answered.emit(page)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        if isinstance(trouble, GatewayRefused) and trouble.status == 409 and isinstance(trouble.body.current, dict):
            theirs = trouble.body.current.get("amount")
            now = amount_words(theirs if isinstance(theirs, int) else None, self._rule.unit)
            yours = amount_words(self.wanted, self._rule.unit)
            said = tr("{sentence}: it is {now} now, and you want {yours}. Close this and look again.")
            self.say_trouble(said.format(sentence=trouble, now=now, yours=yours))
        else:
            self.say_trouble(str(trouble))


class RetentionPane(SectionPane):
    """The list of kinds, and the edit of the chosen one."""

    def __init__(self, place: Place) -> None:
        what = tr("How long rows are kept, and why. Nothing is deleted sooner than the law or a limit needs it.")
        super().__init__(place, tr("Retention"), what)
        self.rules = RowsModel(place.look, retention_columns(), lambda rule: rule.name)
        self.table = RowsTable(place.look, tr("Kinds of rows"), self.rules, "")
        self.edit = self.button(tr("Change…"), "timer-edit-outline", self.change_chosen)
        self.said = ElidedLabel(place.look, "", "body", "muted")
        card = self.listed(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.edit)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(foot)
        self.body.addWidget(card, 1)
        self.table.chosen.connect(self._allow)
        self.table.opened.connect(lambda _: self.change_chosen())
        self._allow()

    def refresh(self) -> None:
        """Ask what holds."""
        self.ask(lambda gateway: gateway.admin.retention(), self._show)

    def relink(self) -> None:
        """Another tenant's."""
        super().relink()
        self.rules.show_rows([])

    def _show(self, page: RetentionPage) -> None:
        self.say_trouble("")
        self.rules.show_rows(page.rules)
        self._allow()

    def _allow(self) -> None:
        rule = self.table.chosen_row
        self.edit.setVisible(rule is not None and rule.may_edit)
        self.said.setText("" if rule is None else bounds_words(rule))

    def change_chosen(self) -> None:
        """Another time for the chosen kind."""
        rule = self.table.chosen_row
        if rule is not None and rule.may_edit:
            dialog = RetentionDialog(self.look, self.place.window, self.place.bridge, rule)
            dialog.answered.connect(self._show)
            dialog.open()
