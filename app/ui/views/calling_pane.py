"""Calling hours: whom the rules bind and how, what they would have refused, and who is not called now."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout

from app.ui.models.blocked_words import blocked_words, day_words, held_columns, place_columns
from app.ui.models.calling_words import Bound, bound_by, bound_columns, refused_words
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.reveals import show_number
from app.ui.tongue import tr
from app.ui.views.asking_sheet import ReasonSheet
from app.ui.views.calling_dialogs import CallingRulesDialog, CampaignChoice
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.calling import BlockedPage, CallingRulesPage
from app.wire.operator import CampaignItem, CampaignsPage


class CallingPane(SectionPane):
    """The tenant's rules and those of campaigns that have their own; under them whom they hold back."""

    def __init__(self, place: Place) -> None:
        what = tr("Whether the rules of calling hours refuse a contact, or only count what they would have refused.")
        super().__init__(place, tr("Calling hours"), what)
        look = place.look
        self.page: CallingRulesPage | None = None
        self.waiting: BlockedPage | None = None
        self._cursor: str | None = None
        self.bound = RowsModel(look, bound_columns(), lambda one: one.campaign_id or "tenant")
        self.table = RowsTable(look, tr("Whom the rules bind"), self.bound, tr("Nobody is bound"))
        self.refused = ElidedLabel(look, "", "body", "muted")
        self.refused_day = ElidedLabel(look, "", "body", "muted")
        self.versions = ElidedLabel(look, "", "caption", "muted")
        self.own = self.button(tr("Rules of its own…"), "plus", self.make_new)
        self.edit = self.button(tr("Change…"), "pencil-outline", self.change_chosen)
        self.drop = self.button(tr("Take the tenant’s…"), "undo-variant", self.end_chosen)
        self._names: dict[str | None, str] = {}
        self.places = RowsModel(look, place_columns(self._names), lambda one: f"{one.campaign_id} {one.place}")
        nobody = tr("Nobody that is due is outside the hours")
        self.place_table = RowsTable(look, tr("Not called at this hour"), self.places, nobody)
        self.held = RowsModel(look, held_columns(), lambda one: one.contact_id)
        none = tr("No contact is held back by a rule of its own")
        self.held_table = RowsTable(look, tr("Held one by one"), self.held, none)
        self.shown = ElidedLabel(look, "", "body", "muted")
        self.reveal = self.button(tr("Show number"), "eye-outline", self._show_number)
        self.tabs = QTabWidget()
        self._lay_out()
        self.table.chosen.connect(self._allow)
        self.table.opened.connect(lambda _: self.change_chosen())
        self.held.wanted_more.connect(self._ask_more)
        self.held_table.chosen.connect(lambda _: self._choose_held())
        self._allow()
        self._choose_held()

    def _lay_out(self) -> None:
        for button in (self.own, self.edit, self.drop):
            self.buttons.addWidget(button)
        self.tabs.setAccessibleName(tr("Who is not called now"))
        tables: tuple[tuple[RowsTable[Any], str], ...] = (
            (self.place_table, tr("Not called at this hour")),
            (self.held_table, tr("Held one by one")),
        )
        for table, words in tables:
            card = self.listed(table)
            self.tabs.addTab(card, words)
            inside = card.layout()
            if table is self.held_table and isinstance(inside, QVBoxLayout):
                shown = QHBoxLayout()
                shown.setContentsMargins(8, 0, 8, 0)
                shown.addWidget(self.shown, 1)
                shown.addWidget(self.reveal)
                inside.addLayout(shown)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.refused)
        said.addWidget(self.refused_day)
        foot = QHBoxLayout()
        foot.addWidget(self.versions, 1)
        self.body.addWidget(self.listed(self.table), 2)
        self.body.addLayout(said)
        self.body.addWidget(self.tabs, 3)
        self.body.addLayout(foot)

    def refresh(self) -> None:
        """Ask what holds, and whom it holds back."""
        self.ask(lambda gateway: gateway.calling.rules(), self._show)
        self.ask(lambda gateway: gateway.admin.campaigns(), self._name)
        self.ask(lambda gateway: gateway.calling.blocked(), self._show_blocked)

    def relink(self) -> None:
        """Another tenant's."""
        super().relink()
        self.page = self.waiting = self._cursor = None
        for rows in (self.bound, self.places, self.held):
            rows.show_rows([])
        self._allow()
        self._choose_held()

    def _show(self, page: CallingRulesPage) -> None:
        self.say_trouble("")
        self.page = page
        self.bound.show_rows(bound_by(page))
        self.refused.setText(refused_words(page))
        set_tone(self.refused, "warn" if page.would_refuse else "muted")
        self.refused_day.setText(day_words(page))
        set_tone(self.refused_day, "warn" if page.would_refuse_day else "muted")
        said = tr("Rules {rules}, time zones {zones}")
        self.versions.setText(said.format(rules=page.rules_version[:12], zones=page.tz_version))
        self._allow()

    def _name(self, page: CampaignsPage) -> None:
        names: dict[str | None, str] = {one.id: one.name for one in page.campaigns}
        if names != self._names:
            self._names.update(names)
            self.places.show_rows(self.places.rows)

    def _show_blocked(self, page: BlockedPage) -> None:
        self.waiting = page
        self._cursor = page.next_cursor
        self.places.show_rows(page.places)
        self.held.show_rows(page.held, more=page.next_cursor is not None)
        if self.held_table.chosen_row is None:
            self._choose_held()
        self.tabs.setTabToolTip(0, blocked_words(page))

    def _ask_more(self) -> None:
        cursor = self._cursor
        if cursor is not None:
            self.ask(lambda gateway: gateway.calling.blocked(cursor), lambda page: self._add_held(cursor, page))

    def _add_held(self, cursor: str, page: BlockedPage) -> None:
        # The first page may have been asked for anew meanwhile: then this one is of an older list.
        if cursor == self._cursor:
            self._cursor = page.next_cursor
            self.held.add_rows(page.held, more=page.next_cursor is not None)

    def _allow(self) -> None:
        may, chosen = self.place.may("officer"), self.table.chosen_row
        self.own.setVisible(may)
        self.edit.setVisible(may and chosen is not None)
        self.drop.setVisible(may and chosen is not None and bool(chosen.campaign_id))

    def _choose_held(self) -> None:
        # A number that was shown is gone with the row that it was of.
        self.shown.setText("")
        self.reveal.setVisible(self.held_table.chosen_row is not None)

    def _show_number(self) -> None:
        held = self.held_table.chosen_row
        if held is not None:
            id_ = held.contact_id
            show_number(self.place, ("contact", id_), held.phone, self, lambda phone: self._show_whole(id_, phone))

    def _show_whole(self, contact_id: str, phone: str) -> None:
        # The answer may be of the contact that was chosen before.
        if self.held_table.chosen_id == contact_id:
            self.shown.setText(phone)

    def make_new(self) -> None:
        """Give a campaign rules of its own."""
        if self.place.may("officer") and self.page is not None:
            self.ask(lambda gateway: gateway.admin.campaigns(), self._choose)

    def _choose(self, page: CampaignsPage) -> None:
        taken = {one.campaign_id for one in self.bound.rows}
        free = [one for one in page.campaigns if one.id not in taken]
        CampaignChoice(self.look, self.place.window, free, self._begin).open()

    def _begin(self, campaign: CampaignItem) -> None:
        if self.page is not None:
            bound = Bound(campaign_id=campaign.id, name=campaign.name, rules=self.page.rules, is_new=True)
            self._edit(bound, self.page)

    def change_chosen(self) -> None:
        """Set the chosen rules."""
        chosen = self.table.chosen_row
        if chosen is not None and self.page is not None and self.place.may("officer"):
            self._edit(chosen, self.page)

    def _edit(self, bound: Bound, page: CallingRulesPage) -> None:
        known = (page, self.waiting)
        dialog = CallingRulesDialog(self.look, self.place.window, self.place.bridge, bound, known)
        dialog.answered.connect(self._edited)
        dialog.open()

    def end_chosen(self) -> None:
        """Let the chosen campaign take its tenant's rules again."""
        chosen = self.table.chosen_row
        if chosen is None or not chosen.campaign_id or not self.place.may("officer"):
            return
        campaign_id = chosen.campaign_id
        said = (
            tr("Take the tenant’s rules: {name}").format(name=chosen.name),
            tr("Its contacts fall under the tenant’s rules from the next decision on."),
            tr("Take the tenant’s rules"),
        )
        sheet = ReasonSheet(
            self.look,
            self.place.window,
            self.place.bridge,
            said,
            (tr("No difference is needed any more"),),
            lambda reason: lambda gateway: gateway.calling.drop_rules(campaign_id, reason),
        )
        sheet.answered.connect(self._edited)
        sheet.open()

    def _edited(self, page: CallingRulesPage) -> None:
        self._show(page)
        self.ask(lambda gateway: gateway.calling.blocked(), self._show_blocked)
