"""What was edited of limits: who, when, of what, before, after and why; compared, and turned back as a new edit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.bridge import Trouble
from app.ui.limits_book import LimitsBook
from app.ui.models.limit_history import key_of, revert_of, scope_words, value_words
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.models.wording import clock_text, field_words
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.feed import LimitChanged
from app.wire.limits import LimitHistoryPage

PAGE = 100


class LimitHistoryPane(QWidget):
    """Newest first, endless, of all subjects or of one. *Revert* makes an edit back to the `before` value."""

    compare_asked = Signal(int, object)
    """Two revisions are to be compared; the second is None for now."""
    reverted = Signal(int)
    """So many edits were made to go back."""

    def __init__(self, place: Place, book: LimitsBook) -> None:
        super().__init__()
        self._place, self._book = place, book
        look = place.look
        self._turn = 0
        self._cursor: str | None = None
        self._writable = False
        self.subject = QComboBox()
        self.subject.setAccessibleName(tr("Whose limits"))
        self.subject.setMinimumWidth(220)
        self.words = label(look, "", "body", "muted")
        self.revert = QPushButton(tr("Revert"))
        self.compare = QPushButton(tr("Compare with now"))
        self.rows: RowsModel[LimitChanged] = RowsModel(look, _columns(place), row_id)
        self.table = RowsTable(look, tr("History of limits"), self.rows, tr("Asking the engine"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.subject)
        head.addWidget(self.words, 1)
        head.addWidget(self.compare)
        head.addWidget(self.revert)
        self.revert.setToolTip(tr("Make a change back to what was before; it is applied like any other"))
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(card, 1)

    def _connect(self) -> None:
        self.subject.currentIndexChanged.connect(self.refresh)
        self.rows.wanted_more.connect(self._ask)
        self.revert.clicked.connect(self.go_back)
        self.compare.clicked.connect(self._compare)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self._place.watching.limit_edited.connect(self._hear)

    def allow(self, *, edit: bool) -> None:
        """Whoever may not edit only reads."""
        self._writable = edit
        self._show_chosen()

    def relink(self) -> None:
        """Another tenant: its history is another."""
        self._turn += 1
        self.rows.show_rows([])
        blocked = self.subject.blockSignals(True)
        self.subject.clear()
        self.subject.blockSignals(blocked)

    def fill_subjects(self) -> None:
        """Everybody whose limits may have been edited."""
        chosen = self.subject.currentData()
        tenant = self._place.tenant
        wanted: list[tuple[str, tuple[str, str | None] | None]] = [(tr("All limits"), None)]
        if tenant is not None:
            wanted.append((tr("{name} (tenant)").format(name=tenant.name), ("tenant", tenant.id)))
        tiers = self._book.tiers.tiers if self._book.tiers is not None else []
        wanted += [(tr("{name} (tier)").format(name=tier.name), ("tier", tier.id)) for tier in tiers]
        wanted.append((tr("System"), ("system", None)))
        agents = sorted(self._book.agents.values(), key=lambda agent: agent.name.casefold())
        wanted += [(agent.name, ("agent", agent.id)) for agent in agents]
        if [words for words, _ in wanted] == [self.subject.itemText(at) for at in range(self.subject.count())]:
            return
        blocked = self.subject.blockSignals(True)
        self.subject.clear()
        for words, data in wanted:
            self.subject.addItem(words, data)
        self.subject.setCurrentIndex(max(0, next((at for at, one in enumerate(wanted) if one[1] == chosen), 0)))
        self.subject.blockSignals(blocked)

    def show_subject(self, scope: str, scope_id: str | None) -> None:
        """Show what was edited of one subject."""
        self.fill_subjects()
        for at in range(self.subject.count()):
            if self.subject.itemData(at) == (scope, scope_id):
                self.subject.setCurrentIndex(at)

    def refresh(self) -> None:
        """Ask for the newest page."""
        self._turn += 1
        self._cursor = None
        self._ask()

    def _ask(self) -> None:
        turn, cursor = self._turn, self._cursor
        scope, scope_id = self.subject.currentData() or (None, None)
        self._place.bridge.ask(
            lambda gateway: gateway.rulebook.history(scope, scope_id, cursor, PAGE),
            self,
            lambda page: self._take(turn, cursor, page),
            self._failed,
        )

    def _take(self, turn: int, cursor: str | None, page: LimitHistoryPage) -> None:
        if turn != self._turn:
            return
        self._cursor = page.cursor
        set_tone(self.words, "muted")
        self.table.empty = tr("No limit was edited yet. Each edit is kept here with who, when and why.")
        if cursor is None:
            self.rows.show_rows(page.changes, more=page.cursor is not None)
        else:
            self.rows.add_rows(page.changes, more=page.cursor is not None)
        self._show_chosen()

    def _failed(self, trouble: Trouble) -> None:
        self.words.setText(str(trouble))
        set_tone(self.words, "danger")

    def _hear(self, edit: object) -> None:
        if not isinstance(edit, LimitChanged) or not self.isVisible():
            return
        wanted = self.subject.currentData()
        if wanted is None or wanted == (edit.scope, edit.scope_id):
            self.rows.put_row(edit)

    def chosen(self) -> list[LimitChanged]:
        """The chosen edits, newest first."""
        found = (self.rows.row_at(index.row()) for index in self.table.selectionModel().selectedRows())
        return sorted((edit for edit in found if edit is not None), key=lambda edit: -edit.revision)

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        self.revert.setVisible(self._writable)
        self.revert.setEnabled(any(revert_of(edit) is not None for edit in chosen))
        self.compare.setEnabled(0 < len(chosen) <= 2)
        self.compare.setText(tr("Compare the two") if len(chosen) == 2 else tr("Compare with now"))
        self.words.setText(tr("%n chosen", "", len(chosen)) if len(chosen) > 1 else "")

    def go_back(self) -> None:
        """Make of the chosen edits new ones back to what was before the oldest of each field."""
        wanted = {}
        for edit in self.chosen():
            value = revert_of(edit)
            if value is not None:
                wanted[key_of(edit)] = value.value
        touched = self._book.edit(wanted) if self._writable else 0
        self.reverted.emit(touched)

    def _compare(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 2:
            self.compare_asked.emit(chosen[1].revision, chosen[0].revision)
        elif chosen:
            # What an edit changed is in the difference too: from the revision before it.
            self.compare_asked.emit(chosen[0].revision - 1, None)


def row_id(edit: LimitChanged) -> str:
    """What tells an edit from the others: a revision may have several."""
    return f"{edit.revision}|{edit.scope}|{edit.scope_id}|{edit.field}"


def _columns(place: Place) -> tuple[RowColumn[LimitChanged], ...]:
    return (
        RowColumn(
            id="at",
            title=tr("When"),
            width=92,
            text=lambda edit: clock_text(edit.at, place.watching.now),
            hint=lambda edit: edit.at.astimezone().strftime("%Y-%m-%d %H:%M:%S %Z"),
        ),
        RowColumn(id="by", title=tr("Who"), width=120, text=lambda edit: edit.by),
        RowColumn(id="scope", title=tr("Scope"), width=76, text=scope_words, tone=lambda _: "muted"),
        RowColumn(id="subject", title=tr("What"), width=160, text=lambda edit: edit.subject, strong=True),
        RowColumn(id="field", title=tr("Field"), width=140, text=lambda edit: field_words(edit.field)),
        RowColumn(
            id="change",
            title=tr("Before → after"),
            width=190,
            text=lambda edit: f"{value_words(edit, edit.before)} → {value_words(edit, edit.after)}",
        ),
        RowColumn(id="reason", title=tr("Reason"), width=180, text=lambda edit: edit.reason, stretch=True),
        RowColumn(id="revision", title=tr("Revision"), width=80, text=lambda edit: f"{edit.revision:,}", right=True),
    )
