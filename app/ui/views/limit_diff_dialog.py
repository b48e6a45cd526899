"""What differs between two revisions of all limits, or between one and now."""

from PySide6.QtWidgets import QPushButton

from app.ui.bridge import Trouble
from app.ui.limits_book import LimitsBook
from app.ui.models.limit_history import key_of, revert_of, scope_words, value_words
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.models.wording import field_words
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph
from app.ui.widgets.rows_table import RowsTable
from app.ui.widgets.sheet import Sheet
from app.wire.limits import LimitDifference, LimitsDiff

HEIGHT = 320


class LimitDiffDialog(Sheet):
    """Lists each field once, however often it was edited between; all of it can be turned back as edits."""

    def __init__(self, place: Place, book: LimitsBook, after: int, until: int | None, *, edit: bool) -> None:
        title = tr("Limits, revision {after} and {until}").format(
            after=f"{after:,}", until=tr("now") if until is None else f"{until:,}"
        )
        super().__init__(place.look, place.window, title, tr("Close"), width=820)
        self._book = book
        self.rows: RowsModel[LimitDifference] = RowsModel(place.look, _columns(), _id)
        self.table = RowsTable(place.look, title, self.rows, tr("Asking the engine"))
        self.table.setFixedHeight(HEIGHT)
        self.words = paragraph(place.look)
        self.back = QPushButton(tr("Back to the first, as changes"))
        self.back.setAutoDefault(False)
        self.back.setVisible(edit and until is None)
        self.back.setEnabled(False)
        self.buttons.insertWidget(0, self.back)
        self.body.addWidget(self.table)
        self.body.addWidget(self.words)
        self.cancel.hide()
        self.go.clicked.connect(self.accept)
        self.back.clicked.connect(self._go_back)
        place.bridge.ask(lambda gateway: gateway.rulebook.diff(after, until), self, self._show, self._failed)

    def _show(self, diff: LimitsDiff) -> None:
        self.table.empty = tr("Nothing differs between the two")
        self.rows.show_rows(diff.differences)
        self.words.setText(tr("%n fields differ", "", len(diff.differences)))
        self.back.setEnabled(any(revert_of(one) is not None for one in diff.differences))

    def _failed(self, trouble: Trouble) -> None:
        self.say_trouble(str(trouble))

    def _go_back(self) -> None:
        wanted = {}
        for one in self.rows.rows:
            back = revert_of(one)
            if back is not None:
                wanted[key_of(one)] = back.value
        self._book.edit(wanted)
        self.accept()


def _id(one: LimitDifference) -> str:
    return "|".join(map(str, key_of(one)))


def _columns() -> tuple[RowColumn[LimitDifference], ...]:
    return (
        RowColumn(id="scope", title=tr("Scope"), width=80, text=scope_words, tone=lambda _: "muted"),
        RowColumn(id="subject", title=tr("What"), width=170, text=lambda one: one.subject, strong=True),
        RowColumn(id="field", title=tr("Field"), width=150, text=lambda one: field_words(one.field)),
        RowColumn(
            id="change",
            title=tr("Before → after"),
            width=180,
            text=lambda one: f"{value_words(one, one.before)} → {value_words(one, one.after)}",
            stretch=True,
        ),
        RowColumn(id="edits", title=tr("Edits"), width=76, text=lambda one: f"{one.edits:,}", right=True),
        RowColumn(
            id="last",
            title=tr("Last by"),
            width=140,
            text=lambda one: one.last_by,
            hint=lambda one: one.last_reason,
        ),
    )
