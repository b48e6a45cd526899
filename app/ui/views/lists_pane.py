"""Do-not-call lists: the national one on its card, the tenant's own in a list, and one number found at once."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.models.list_words import (
    LIST_ICONS,
    count_words,
    digits_of,
    kinds,
    listed_columns,
    number_hint,
)
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.reveals import show_number
from app.ui.tongue import tr
from app.ui.views.list_dialogs import AddNumberDialog, LiftDialog
from app.ui.views.list_import_dialog import ListImportDialog
from app.ui.views.national_card import NationalCard
from app.ui.views.national_dialog import NationalDialog
from app.ui.views.national_versions import NationalVersions
from app.ui.views.number_verdict import NumberVerdict
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import label
from app.ui.widgets.rows_table import RowsTable
from app.wire.imports import ListName
from app.wire.national import NationalPage
from app.wire.suppressions import ListCounts, ListedItem, ListedPage, NumberLookUp

PAGE = 100
LOOK_EVERY = 10
"""Seconds between two looks at the top of the list."""


class ListsPane(SectionPane):
    """Who is not called, since when, by whom and why."""

    def __init__(self, place: Place) -> None:
        what = tr("Who is not called: people who asked, wrong numbers, litigators, and the national registry.")
        super().__init__(place, tr("Lists"), what)
        self.national = NationalCard(place.look)
        self.page: NationalPage | None = None
        self.counts = ListCounts()
        self._asked = self._total = self._ticks = 0
        self._cursor: str | None = None
        self.search = QLineEdit()
        self.hint = label(place.look, "", "caption", "muted")
        self.kind = QComboBox()
        self.verdict = NumberVerdict(place.look)
        self.listed_rows = RowsModel(place.look, listed_columns(), lambda item: item.id)
        self.table = RowsTable(place.look, tr("Numbers that are not called"), self.listed_rows, self._empty(None))
        self.add = self.button(tr("Add a number…"), "phone-plus-outline", self.make_new, "primary")
        self.bring = self.button(tr("Import numbers…"), "file-import-outline", self._choose_file)
        self.export = self.button(tr("Export…"), "download-outline", self._choose_target)
        self.reveal = self.button(tr("Show number"), "eye-outline", self.change_chosen)
        self.lift = self.button(tr("Take off…"), "phone-check-outline", self.end_chosen)
        self._lay_out()
        self._connect()
        self._allow()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(tr("Find a number: 212 555 0134"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Find a number"))
        self.search.setMinimumWidth(220)
        self.kind.setAccessibleName(tr("Which list"))
        self._offer_kinds()
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 8, 8, 0)
        bar.setSpacing(8)
        bar.addWidget(label(self.look, tr("Own lists"), "heading"))
        bar.addSpacing(8)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.hint)
        bar.addStretch(1)
        bar.addWidget(self.kind)
        card = self.listed(self.table)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.insertLayout(0, bar)
            inside.insertWidget(1, self.verdict)
        for button in (self.reveal, self.lift, self.export, self.bring, self.add):
            self.buttons.addWidget(button)
        self.body.addWidget(self.national)
        self.body.addWidget(card, 1)
        # The card's bar was put in above a table that was there: Tab goes as the eye does.
        for before, after in ((self.search, self.kind), (self.kind, self.table)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._look_up)
        self.kind.activated.connect(lambda _: self._read())
        self.listed_rows.wanted_more.connect(self._read_more)
        self.table.chosen.connect(self._allow)
        self.table.opened.connect(lambda _: self.change_chosen())
        self.national.import_asked.connect(self._bring_national)
        self.national.cancel_asked.connect(self._stop_national)
        self.national.versions_asked.connect(self._show_versions)

    def _offer_kinds(self) -> None:
        self.kind.addItem(count_words(self.counts, None), None)
        for kind in kinds():
            self.kind.addItem(self.look.icon(LIST_ICONS[kind]), count_words(self.counts, kind), kind)

    def _show_counts(self) -> None:
        # In place: the list is read anew every few seconds, and the choice may be open under the pointer.
        for at in range(self.kind.count()):
            self.kind.setItemText(at, count_words(self.counts, self.kind.itemData(at)))

    @property
    def officer(self) -> bool:
        """Whether this user may take numbers off, and bring lists in and out."""
        return self.place.may("officer")

    @property
    def searching(self) -> bool:
        """Whether a number is being looked for."""
        return bool(digits_of(self.search.text()))

    def search_field(self) -> QLineEdit:
        """A number is looked for."""
        return self.search

    def refresh(self) -> None:
        """Ask for both."""
        self._ask_national()
        if self.searching:
            self._look_up()
        else:
            self._read()

    def tick(self) -> None:
        """An import moves on; a list grows older."""
        self.national.show_age(self.place.watching.now)
        self._ticks += 1
        if self.page is not None and self.page.work is not None and self.page.work.state == "running":
            self._ask_national()
        # Agents put numbers here all day; who reads further down, or looks one up, is not disturbed.
        if self._ticks % LOOK_EVERY == 0 and not self.searching and not self.table.verticalScrollBar().value():
            self._read()

    def relink(self) -> None:
        """Another tenant's."""
        super().relink()
        self.page = None
        self.verdict.clear()
        self._asked += 1
        self.national.clear()
        self.listed_rows.show_rows([])
        self.search.clear()
        self._allow()

    def _ask_national(self) -> None:
        self.ask(lambda gateway: gateway.lists.national(), self._show_national)

    def _show_national(self, page: NationalPage) -> None:
        self.page = page
        self.national.show_page(page, self.place.watching.now)

    def _read(self) -> None:
        """The first page of the list that is chosen."""
        self._asked += 1
        asked, kind = self._asked, self.kind.currentData()
        self.ask(
            lambda gateway: gateway.lists.listed(kind, None, PAGE),
            lambda page: self._show_listed(page, kind) if asked == self._asked else None,
        )

    def _show_listed(self, page: ListedPage, kind: ListName | None) -> None:
        self.say_trouble("")
        self.verdict.clear()
        self.counts, self._total, self._cursor = page.counts, page.total, page.next_cursor
        self._show_counts()
        self._say_empty(self._empty(kind))
        self.listed_rows.show_rows(page.numbers, more=page.next_cursor is not None)
        self._allow()

    def _read_more(self) -> None:
        asked, kind, cursor = self._asked, self.kind.currentData(), self._cursor
        self.ask(
            lambda gateway: gateway.lists.listed(kind, cursor, PAGE),
            lambda page: self._add_listed(page) if asked == self._asked else None,
        )

    def _add_listed(self, page: ListedPage) -> None:
        self._cursor = page.next_cursor
        self.listed_rows.add_rows(page.numbers, more=page.next_cursor is not None)

    def _empty(self, kind: ListName | None) -> str:
        if kind is not None:
            return tr("Nobody is on this list. Choose another above.")
        return tr(
            "Nobody has asked not to be called yet. An agent’s disposition comes here by itself; add a number with N, "
            "or import the list of your former dialer."
        )

    def _say_empty(self, words: str) -> None:
        self.table.empty = words
        self.table.viewport().update()

    def _typed(self, text: str) -> None:
        self.hint.setText(number_hint(text))
        if not self.searching:
            self._read()
        elif not number_hint(text):
            self._look_up()

    def _look_up(self) -> None:
        text = self.search.text().strip()
        if not self.searching or number_hint(text):
            return
        self._asked += 1
        asked = self._asked
        self.ask(
            lambda gateway: gateway.lists.look_up(text),
            lambda found: self._show_found(found) if asked == self._asked else None,
        )

    def _show_found(self, found: NumberLookUp) -> None:
        self.say_trouble("")
        self.verdict.show_found(found)
        self._say_empty(tr("This number was never on a list of yours."))
        self.listed_rows.show_rows(found.steps)
        self._allow()

    @property
    def liftable(self) -> ListedItem | None:
        """The chosen entry, if its number is on that list now."""
        item = self.table.chosen_row
        if item is None or not item.is_listed:
            return None
        if self.verdict.found is None:
            return item
        newest = next(step for step in self.verdict.found.steps if step.kind == item.kind)
        return item if newest.id == item.id else None

    def _allow(self) -> None:
        for button in (self.lift, self.export, self.bring):
            button.setVisible(self.officer)
        self.reveal.setEnabled(self.table.chosen_row is not None and self.verdict.found is None)
        self.lift.setEnabled(self.liftable is not None)
        self.export.setEnabled(self._total > 0)

    def make_new(self) -> None:
        """Put a number on a list; one that was looked for is filled in."""
        number = self.verdict.found.phone if self.verdict.found is not None else ""
        dialog = AddNumberDialog(self.look, self.place.window, self.place.bridge, number)
        dialog.answered.connect(self._listed)
        dialog.open()

    def _listed(self, item: ListedItem) -> None:
        self.place.tell(tr("{number} is not called any more").format(number=item.phone), "phone-off-outline")
        self.refresh()

    def change_chosen(self) -> None:
        """See the whole number of the chosen entry, and all that is known of it."""
        item = self.table.chosen_row
        if item is not None and self.verdict.found is None:
            show_number(self.place, ("listed", item.id), item.phone, self, self.search.setText)

    def end_chosen(self) -> None:
        """Take the chosen number off its list."""
        item = self.liftable
        if item is None or not self.officer:
            return
        dialog = LiftDialog(self.look, self.place.window, self.place.bridge, item)
        dialog.answered.connect(self._lifted)
        dialog.open()

    def _lifted(self, item: ListedItem) -> None:
        self.place.tell(tr("{number} may be called again").format(number=item.phone), "phone-check-outline")
        self.refresh()

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Import numbers"), "", tr("CSV (*.csv *.txt)"))
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> ListImportDialog:
        """Look through a CSV and put its numbers on a list."""
        kind: ListName = self.kind.currentData() or "internal"
        dialog = ListImportDialog(self.look, self.place.window, self.place.bridge, file, kind)
        dialog.imported.connect(self.refresh)
        dialog.open()
        return dialog

    def _choose_target(self) -> None:
        kind: ListName | None = self.kind.currentData()
        usual = self.place.downloads / f"do-not-call-{kind or 'all'}.csv"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the lists to"), str(usual), tr("CSV (*.csv)"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Write what is listed, whole numbers, to a file."""
        kind: ListName | None = self.kind.currentData()
        self.place.tell(tr("Saving {name} …").format(name=target.name), "download-outline")
        said = tr("Saved: {file}. It holds whole numbers, and the audit trail says who took it.").format(file=target)
        self.ask(lambda gateway: gateway.lists.save(target, kind), lambda _: self.place.tell(said, "check"))

    def _bring_national(self) -> None:
        if self.page is not None:
            self.national_dialog(self.page)

    def national_dialog(self, page: NationalPage) -> NationalDialog:
        """Choose files of the national list and send them."""
        dialog = NationalDialog(self.look, self.place.window, self.place.bridge, page, self.place.watching.now)
        dialog.started.connect(lambda _: self._ask_national())
        dialog.open()
        return dialog

    def _stop_national(self) -> None:
        self.ask(lambda gateway: gateway.lists.cancel_national(), lambda _: self._ask_national())

    def _show_versions(self) -> None:
        if self.page is not None:
            NationalVersions(self.look, self.place.window, self.page.versions).open()
