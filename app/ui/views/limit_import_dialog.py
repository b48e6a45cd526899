"""Limits from a CSV file: first a dry run that lists every change and every bad line, then edits like any other."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.ui.limits_book import LimitsBook
from app.ui.models.limit_csv import DryRun, dry_run, read_text
from app.ui.models.limit_values import ValueFault, value_text
from app.ui.models.rows_model import RowColumn, RowsModel
from app.ui.models.wording import field_words
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.ui.widgets.sheet import Sheet

HEIGHT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class DryLine:
    """A change, or what is wrong, as a line of the dry run."""

    number: int
    who: str
    field: str
    said: str
    bad: bool
    place: int


def dry_lines(run: DryRun) -> list[DryLine]:
    """What is wrong first, then what changes, each by line."""
    lines = [
        DryLine(number=one.line, who=one.agent, field=one.column, said=one.sentence, bad=True, place=at)
        for at, one in enumerate(run.bad)
    ]
    for one in run.changes:
        said = f"{value_text(one.key, one.before)} → {value_text(one.key, one.after)}"
        words = field_words(one.key[2])
        lines.append(DryLine(number=one.line, who=one.agent, field=words, said=said, bad=False, place=len(lines)))
    return lines


class PathField(QLineEdit):
    """Enter here asks for the dry run, which is shown at once: it must not take what nobody has read yet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from the default button."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class LimitImportDialog(Sheet):
    """Reads the file here, changes nothing: what is taken becomes edits that can be undone, tried and applied."""

    def __init__(self, place: Place, book: LimitsBook, path: Path | None = None) -> None:
        super().__init__(place.look, place.window, tr("Limits from CSV"), tr("Take the changes"), width=940)
        self._place, self._book = place, book
        self.run = DryRun()
        look = place.look
        self.path = PathField("" if path is None else str(path))
        self.path.setPlaceholderText(tr("A CSV file with the columns that “Save as CSV” writes"))
        self.browse = QPushButton(tr("Choose…"))
        self.browse.setAutoDefault(False)
        self.words = paragraph(look)
        self.lines: RowsModel[DryLine] = RowsModel(look, _columns(), lambda line: str(line.place))
        self.table = RowsTable(
            look, tr("What the file changes"), self.lines, tr("Choose a file: nothing changes by that")
        )
        self.table.setFixedHeight(HEIGHT)
        where = QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        self._note = self.field(tr("File"), where)
        self.path.setAccessibleName(tr("File"))
        self.body.addWidget(self.table)
        self.body.addWidget(self.words)
        self.path.textChanged.connect(self.read)
        self.browse.clicked.connect(self._browse)
        self.go.clicked.connect(self._take)
        self.read()

    def _browse(self) -> None:
        folder = str(Path(self.path.text() or self._place.downloads))
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Limits from CSV"), folder, tr("CSV (*.csv);;All files (*)"))
        if chosen:
            self.path.setText(chosen)

    def read(self) -> None:
        """The dry run of the file that is named."""
        self.run, fault = DryRun(), ""
        named = self.path.text().strip()
        if named:
            try:
                text = read_text(Path(named).expanduser().read_bytes())
                self.run = dry_run(text, self._book.agents, self._book.current)
            except ValueFault as odd:
                fault = str(odd)
            except OSError as odd:
                fault = tr("The file cannot be read: {why}").format(why=odd.strerror or odd)
        self._note.setText(fault)
        set_tone(self._note, "danger" if fault else "muted")
        set_flag(self.path, "invalid", "true" if fault else "false")
        self.lines.show_rows(dry_lines(self.run))
        self.words.setText(self._said() if named and not fault else "")
        set_tone(self.words, "warn" if self.run.bad else "muted")
        self.go.setEnabled(bool(self.run.changes))

    def _said(self) -> str:
        said = [tr("%n changes", "", len(self.run.changes)), tr("%n lines unchanged", "", self.run.unchanged)]
        if self.run.bad:
            said.append(
                tr("%n faults: those cells are left out; mend the file and choose it again", "", len(self.run.bad))
            )
        return ", ".join(said)

    def _take(self) -> None:
        self._book.edit({one.key: one.after for one in self.run.changes})
        self.accept()


def _columns() -> tuple[RowColumn[DryLine], ...]:
    return (
        RowColumn(
            id="line",
            title=tr("Line"),
            width=64,
            text=lambda line: f"{line.number}",
            icon=lambda line: "alert" if line.bad else "",
            tone=lambda line: "danger" if line.bad else "muted",
        ),
        RowColumn(id="who", title=tr("Agent"), width=170, text=lambda line: line.who, strong=True),
        RowColumn(id="field", title=tr("Field"), width=140, text=lambda line: line.field),
        RowColumn(
            id="said",
            title=tr("Before → after, or what is wrong"),
            width=300,
            text=lambda line: line.said,
            stretch=True,
            tone=lambda line: "danger" if line.bad else "text",
        ),
    )
