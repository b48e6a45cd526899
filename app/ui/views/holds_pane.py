"""Retention and holds: what is kept how long and why, what goes next, what may not go, and who is erased."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.models.holds_words import (
    hold_columns,
    hold_what,
    holds_words,
    kept_columns,
    kept_rows,
    next_run_words,
)
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.reveals import show_number
from app.ui.tongue import tr
from app.ui.views.asking_sheet import ReasonSheet
from app.ui.views.holds_dialogs import EraseDialog, HoldDialog
from app.ui.views.retention_pane import RetentionDialog
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.rows_table import RowsTable
from app.wire.erasures import NumberErased
from app.wire.holds import DuePage, HoldsPage
from app.wire.operator import CampaignsPage
from app.wire.retention import RetentionPage


class HoldsPane(SectionPane):
    """Kinds above, holds below. E changes the chosen kind, N sets a hold, Del releases the chosen one."""

    def __init__(self, place: Place) -> None:
        what = tr("How long proof is kept and why, what goes next, and what a legal hold keeps from going.")
        super().__init__(place, tr("Retention and holds"), what)
        look = place.look
        self._rules: RetentionPage | None = None
        self._due: DuePage | None = None
        self.kept = RowsModel(look, kept_columns(), lambda row: row.rule.name)
        self.table = RowsTable(look, tr("What is kept"), self.kept, "")
        self.next = ElidedLabel(look, "", "body", "muted")
        self.holds = RowsModel(look, hold_columns(), lambda hold: str(hold.number))
        empty = tr("No legal hold is on. Set one (N) before a deletion or an erasure would take proof away.")
        self.hold_table = RowsTable(look, tr("Legal holds"), self.holds, empty)
        self.count = ElidedLabel(look, "", "body", "muted")
        self.erase = self.button(tr("Erase a number…"), "account-remove-outline", self._erase)
        self.set = self.button(tr("Set a hold…"), "lock-plus-outline", self.make_new)
        self.edit = self.button(tr("Change…"), "timer-edit-outline", self.change_chosen)
        self.release = self.button(tr("Release…"), "lock-open-variant-outline", self.end_chosen)
        self.reveal = self.button(tr("Show number"), "eye-outline", self._show_number)
        self._lay_out()
        self.table.chosen.connect(lambda _: self._allow())
        self.table.opened.connect(lambda _: self.change_chosen())
        self.hold_table.chosen.connect(lambda _: self._choose_hold())
        self._allow()

    def _lay_out(self) -> None:
        for button in (self.erase, self.set):
            self.buttons.addWidget(button)
        for table, words, act, share in (
            (self.table, self.next, self.edit, 3),
            (self.hold_table, self.count, self.release, 2),
        ):
            card = self.listed(table)
            foot = QHBoxLayout()
            foot.setContentsMargins(8, 0, 8, 0)
            foot.setSpacing(8)
            foot.addWidget(words, 1)
            if act is self.release:
                foot.addWidget(self.reveal)
            foot.addWidget(act)
            inside = card.layout()
            if isinstance(inside, QVBoxLayout):
                inside.addLayout(foot)
            self.body.addWidget(card, share)

    def refresh(self) -> None:
        """Ask what holds, what goes next, and what is held."""
        self.ask(lambda gateway: gateway.admin.retention(), self._show_rules)
        self.ask(lambda gateway: gateway.holds.holds(), self._show_holds)
        self._ask_due()

    def _ask_due(self) -> None:
        self.ask(lambda gateway: gateway.holds.due(), self._show_due)

    def relink(self) -> None:
        """Another tenant's."""
        super().relink()
        self._rules = self._due = None
        self.kept.show_rows([])
        self.holds.show_rows([])
        self.next.setText("")
        self.count.setText("")
        self._allow()

    def _show_rules(self, page: RetentionPage) -> None:
        self.say_trouble("")
        self._rules = page
        self.kept.show_rows(kept_rows(page, self._due))
        self._allow()

    def _show_due(self, page: DuePage) -> None:
        self._due = page
        self.next.setText(next_run_words(page))
        if self._rules is not None:
            self.kept.show_rows(kept_rows(self._rules, page))

    def _show_holds(self, page: HoldsPage) -> None:
        self.holds.show_rows(page.holds)
        self.count.setText(holds_words(page.holds))
        self._allow()

    def _allow(self) -> None:
        officer = self.place.may("officer")
        chosen = self.table.chosen_row
        self.erase.setVisible(self.place.may("admin"))
        self.set.setVisible(officer)
        self.edit.setVisible(chosen is not None and chosen.rule.may_edit)
        hold = self.hold_table.chosen_row
        self.release.setVisible(officer and hold is not None)
        self.reveal.setVisible(hold is not None and bool(hold.phone))

    def _choose_hold(self) -> None:
        # A number that was shown is gone with the row that it was of.
        self.count.setText(holds_words(self.holds.rows))
        self._allow()

    def _show_number(self) -> None:
        hold = self.hold_table.chosen_row
        if hold is not None and hold.phone:
            number = str(hold.number)
            show_number(self.place, ("hold", number), hold.phone, self, lambda phone: self._shown(number, phone))

    def _shown(self, number: str, phone: str) -> None:
        if self.hold_table.chosen_id == number:
            self.count.setText(tr("The held number is {phone}").format(phone=phone))

    def change_chosen(self) -> None:
        """Another time for the chosen kind."""
        chosen = self.table.chosen_row
        if chosen is not None and chosen.rule.may_edit:
            dialog = RetentionDialog(self.look, self.place.window, self.place.bridge, chosen.rule)
            dialog.answered.connect(self._edited)
            dialog.open()

    def _edited(self, page: RetentionPage) -> None:
        self._show_rules(page)
        self._ask_due()

    def make_new(self) -> None:
        """Set a hold."""
        if self.place.may("officer"):
            self.ask(lambda gateway: gateway.admin.campaigns(), self._open_hold)

    def _open_hold(self, page: CampaignsPage) -> None:
        dialog = HoldDialog(self.look, self.place.window, self.place.bridge, page.campaigns)
        dialog.answered.connect(self._held)
        dialog.open()

    def _held(self, page: HoldsPage) -> None:
        self._show_holds(page)
        self._ask_due()

    def end_chosen(self) -> None:
        """Release the chosen hold."""
        chosen = self.hold_table.chosen_row
        if chosen is None or not self.place.may("officer"):
            return
        number = chosen.number
        said = (
            tr("Release the hold on {what}").format(what=hold_what(chosen)),
            tr("What is older than it is kept goes at the next clean-up, and it may be erased."),
            tr("Release the hold"),
        )
        sheet = ReasonSheet(
            self.look,
            self.place.window,
            self.place.bridge,
            said,
            (tr("The case is closed"), tr("Set by mistake"), tr("Advice of counsel")),
            lambda reason: lambda gateway: gateway.holds.release(number, reason),
        )
        sheet.answered.connect(self._held)
        sheet.open()

    def _erase(self) -> None:
        dialog = EraseDialog(self.look, self.place.window, self.place.bridge)
        dialog.answered.connect(self._erased)
        dialog.open()

    def _erased(self, erased: NumberErased) -> None:
        calls, contacts = tr("%Ln calls", "", erased.calls), tr("%Ln contacts", "", erased.contacts)
        self.place.tell(tr("Erased from {calls} and {contacts}").format(calls=calls, contacts=contacts), "check")
        self._ask_due()
