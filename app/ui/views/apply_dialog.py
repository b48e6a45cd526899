"""The edits that wait, before → after, with a reason; where someone was quicker, both values and a choice."""

from dataclasses import dataclass

import msgspec
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from app.client.errors import GatewayRefused
from app.ui.bridge import Trouble
from app.ui.limits_book import LimitsBook
from app.ui.models.limit_values import Key, value_text
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.models.wording import clock_text, field_words
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.labels import label, paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.rows_table import RowsTable
from app.ui.widgets.sheet import Sheet
from app.wire.limits import MOST_CHANGES, ChangeConflict, LimitChangesAnswer

HEIGHT = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLine:
    """One edit as a line; `theirs` is what someone else made of the field meanwhile."""

    key: Key
    subject: str
    field: str
    before: str
    after: str
    theirs: str

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return "|".join(str(part) for part in self.key)


def edit_lines(place: Place, book: LimitsBook) -> list[EditLine]:
    """The edits by subject; those that are to be decided first."""
    lines = []
    for key, edit in book.draft.pending.items():
        clash = book.draft.clashes.get(key)
        theirs = ""
        if clash is not None:
            theirs = value_text(key, clash.theirs)
            if clash.edit is not None:
                when = clock_text(clash.edit.at, place.watching.now)
                theirs = tr("{value} · {who}, {when}: {why}").format(
                    value=theirs, who=clash.edit.by, when=when, why=clash.edit.reason
                )
        lines.append(
            EditLine(
                key=key,
                subject=book.subject(key),
                field=field_words(key[2]),
                before=value_text(key, edit.before),
                after=value_text(key, edit.after),
                theirs=theirs,
            )
        )
    return sorted(lines, key=lambda line: (not line.theirs, line.subject.casefold(), line.field))


class ApplyDialog(Sheet):
    """Asks for a reason and sends all edits as one; a lost race is decided here, and nothing typed is lost."""

    def __init__(self, place: Place, book: LimitsBook) -> None:
        super().__init__(place.look, place.window, tr("Apply changes of limits"), tr("Apply"), width=780)
        self._place, self._book = place, book
        look = place.look
        self.lines: RowsModel[EditLine] = RowsModel(look, _columns(), lambda line: line.id)
        self.table = RowsTable(look, tr("Changes"), self.lines, tr("No changes are left"))
        self.table.setFixedHeight(HEIGHT)
        self.words = paragraph(look)
        self.conflict = QFrame()
        self.conflict.setProperty("role", "warning")
        self.conflict_words = paragraph(look, "", "text")
        self.theirs = QPushButton(tr("Keep theirs"))
        self.mine = QPushButton(tr("Apply mine over it"))
        self.all_theirs = QPushButton(tr("Keep theirs in all"))
        self.all_mine = QPushButton(tr("Mine in all"))
        self.drop = QPushButton(tr("Take this change back"))
        self.reason = ReasonBox((tr("Complaints"), tr("Campaign change"), tr("Trial"), tr("End of trial")))
        self._lay_out()
        book.drafted.connect(self._show)
        self._show()
        self.reason.setFocus()

    def _lay_out(self) -> None:
        self.body.addWidget(self.words)
        self.body.addWidget(self.table)
        under = QHBoxLayout()
        under.addWidget(label(self._look, tr("All of them apply at once, or none"), "caption", "muted"))
        under.addStretch(1)
        under.addWidget(self.drop)
        self.body.addLayout(under)
        inner = QVBoxLayout(self.conflict)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self.conflict_words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.all_theirs, self.all_mine, self.theirs, self.mine):
            button.setAutoDefault(False)
            row.addWidget(button)
        inner.addLayout(row)
        self.body.addWidget(self.conflict)
        self._note = self.field(tr("Reason"), self.reason, tr("At least 3 letters; everyone can read it later"))
        self.drop.setAutoDefault(False)
        self.drop.clicked.connect(self._drop)
        self.theirs.clicked.connect(lambda: self._decide(theirs=True, everywhere=False))
        self.mine.clicked.connect(lambda: self._decide(theirs=False, everywhere=False))
        self.all_theirs.clicked.connect(lambda: self._decide(theirs=True, everywhere=True))
        self.all_mine.clicked.connect(lambda: self._decide(theirs=False, everywhere=True))
        self.table.chosen.connect(self._show_chosen)
        self.reason.currentTextChanged.connect(self._check)
        self.go.clicked.connect(self._ask)

    def _show(self) -> None:
        lines = edit_lines(self._place, self._book)
        self.lines.show_rows(lines)
        if lines and (lines[0].theirs or not self.table.chosen_id):
            self.table.choose(lines[0].id)
        self.words.setText(tr("%n changes hold from the next decision on; what was used stays used.", "", len(lines)))
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self.table.chosen_row
        clashes = self._book.draft.clashes
        self.drop.setEnabled(line is not None)
        self.conflict.setVisible(bool(clashes))
        if clashes:
            shown = line if line is not None and line.theirs else self.lines.rows[0]
            self.conflict_words.setText(
                tr("{subject}, {field}. Theirs: {theirs}. Yours: {mine} (it was {before}).").format(
                    subject=shown.subject, field=shown.field, theirs=shown.theirs, mine=shown.after, before=shown.before
                )
            )
            self.conflict.setAccessibleName(self.conflict_words.text())
        several = len(clashes) > 1
        self.all_theirs.setVisible(several)
        self.all_mine.setVisible(several)
        self._check()

    def _decide(self, *, theirs: bool, everywhere: bool) -> None:
        clashes = self._book.draft.clashes
        line = self.table.chosen_row
        first = line.key if line is not None and line.theirs else next(iter(clashes), None)
        keys = list(clashes) if everywhere else [first] if first is not None else []
        self.say_trouble("")
        self._book.decide(keys, theirs=theirs)

    def _drop(self) -> None:
        line = self.table.chosen_row
        if line is not None:
            self._book.drop([line.key])

    def _check(self) -> None:
        untouched = not self.reason.currentText()
        set_tone(self._note, "muted" if self.reason.good or untouched else "danger")
        set_flag(self.reason, "invalid", "false" if self.reason.good or untouched else "true")
        draft = self._book.draft
        too_many = draft.subjects > MOST_CHANGES
        if too_many:
            said = tr("At most {most} agents change at once: take some of the changes back, apply, then go on")
            self.say_trouble(said.format(most=f"{MOST_CHANGES:,}"))
        self.go.setEnabled(self.reason.good and len(draft) > 0 and not draft.clashes and not too_many)

    def _ask(self) -> None:
        self.wait(True)
        self.say_trouble("")
        changes = self._book.draft.changes(self.reason.reason, self._book.revision)
        self._place.bridge.ask(lambda gateway: gateway.rulebook.change(changes), self, self._applied, self._refused)

    def _applied(self, answer: LimitChangesAnswer) -> None:
        self._book.drafted.disconnect(self._show)
        self._book.applied()
        self._place.tell(tr("%n changes hold now", "", len(answer.edits)), "check")
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        conflicts = conflicts_of(trouble)
        if conflicts:
            self._book.lost(conflicts)
            self.say_trouble(tr("Nothing was applied: someone else was quicker. Decide, then apply again."))
        else:
            self.say_trouble(str(trouble))
        self._check()


def conflicts_of(trouble: Trouble) -> list[ChangeConflict]:
    """What a refusal tells of lost races; nothing if it is another one."""
    if not isinstance(trouble, GatewayRefused) or trouble.status != 409:
        return []
    current = trouble.body.current
    if not isinstance(current, dict) or "conflicts" not in current:
        return []
    return msgspec.convert(current["conflicts"], list[ChangeConflict])


def _columns() -> tuple[RowColumn[EditLine], ...]:
    return (
        RowColumn(
            id="subject",
            title=tr("What"),
            width=170,
            text=lambda line: line.subject,
            strong=True,
            icon=lambda line: "account-alert" if line.theirs else "",
            tone=lambda line: "warn" if line.theirs else "text",
        ),
        RowColumn(id="field", title=tr("Field"), width=150, text=lambda line: line.field),
        RowColumn(
            id="change",
            title=tr("Before → after"),
            width=200,
            text=lambda line: f"{line.before} → {line.after}",
            stretch=True,
        ),
        RowColumn(
            id="theirs", title=tr("Theirs"), width=180, text=lambda line: line.theirs or "–", tone=lambda _: "muted"
        ),
    )
