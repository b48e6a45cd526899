"""Export calls to CSV: a range, progress, cancel, and where the file is. The work is a process of the engine's."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QDateTime, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.export_course import ExportCourse
from app.ui.models.backup_words import size_text
from app.ui.models.export_range import PRESETS, range_of
from app.ui.models.export_words import progress_words
from app.ui.models.moment import EPOCH, Instant
from app.ui.tongue import tr
from app.ui.widgets.labels import label, paragraph, set_tone
from app.ui.widgets.sheet import Sheet
from app.wire.exports import ExportState, StartExport


class ExportDialog(Sheet):
    """Starts an export, follows it, saves its file; closing it cancels what still runs."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, now: Instant, folder: Path) -> None:
        super().__init__(look, parent, tr("Export calls to CSV"), tr("Export"), width=560)
        self._now = now
        self._course = ExportCourse(bridge, parent, self)
        self._saved: Path | None = None
        self.range = QComboBox()
        self.since = QDateTimeEdit()
        self.until = QDateTimeEdit()
        self.path = QLineEdit(str(folder / f"calls-{now.astimezone():%Y-%m-%d-%H%M}.csv"))
        self.browse = QPushButton(tr("Choose…"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.status = paragraph(look, "")
        self.open_folder = QPushButton(tr("Open folder"))
        self._fill()
        self._lay_out(look)
        self._connect()
        self._choose_range()

    def _fill(self) -> None:
        for name, words in PRESETS.items():
            self.range.addItem(tr(words), name)
        for edit in (self.since, self.until):
            edit.setDisplayFormat("yyyy-MM-dd HH:mm")
            edit.lineEdit().setTextMargins(6, 0, 0, 0)

    def _lay_out(self, look: Look) -> None:
        self.field(tr("Range"), self.range)
        times = QHBoxLayout()
        times.setSpacing(16)
        for words, edit in ((tr("From"), self.since), (tr("Up to, not including"), self.until)):
            block = QVBoxLayout()
            block.setSpacing(4)
            title = label(look, words, "strong")
            title.setBuddy(edit)
            edit.setAccessibleName(words)
            block.addWidget(title)
            block.addWidget(edit)
            times.addLayout(block, 1)
        self.body.addLayout(times)
        self._note = label(look, "", "caption", "muted")
        self.body.addWidget(self._note)
        where = QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        hint = tr("Times are written in UTC and in the called party’s local time, each with its zone")
        self.field(tr("File"), where, hint)
        self.path.setAccessibleName(tr("File"))
        for widget in (self.progress, self.status):
            self.body.addWidget(widget)
        self.progress.hide()
        self.buttons.insertWidget(0, self.open_folder)
        self.open_folder.hide()

    def _connect(self) -> None:
        self.range.currentIndexChanged.connect(self._choose_range)
        self.since.dateTimeChanged.connect(self._check)
        self.until.dateTimeChanged.connect(self._check)
        self.path.textChanged.connect(self._check)
        self.browse.clicked.connect(self._browse)
        self.go.clicked.connect(self._press)
        self.open_folder.clicked.connect(self._open_folder)
        self._course.moved.connect(self._show_state)
        self._course.saved.connect(self._done)
        self._course.failed.connect(self._failed)

    def _choose_range(self) -> None:
        span = range_of(self.range.currentData(), self._now)
        custom = span is None
        for edit in (self.since, self.until):
            edit.setEnabled(custom)
        if span is not None:
            self.since.setDateTime(_shown(span[0]))
            self.until.setDateTime(_shown(span[1]))
        self._check()

    def _span(self) -> tuple[datetime, datetime]:
        span = range_of(self.range.currentData(), self._now)
        return span or (_read(self.since), _read(self.until))

    def _check(self) -> None:
        since, until = self._span()
        wrong = ""
        if since >= until:
            wrong = tr("The range ends before it begins")
        elif not Path(self.path.text()).expanduser().parent.is_dir():
            wrong = tr("There is no such folder to put the file in")
        self._note.setText(wrong or tr("Local time, {zone}").format(zone=f"{since.astimezone():%Z}"))
        set_tone(self._note, "danger" if wrong else "muted")
        self.go.setEnabled(not wrong and not self._course.is_running)

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export calls to"), self.path.text(), tr("CSV (*.csv)"))
        if chosen:
            self.path.setText(chosen)

    def _press(self) -> None:
        if self._saved is not None:
            self.accept()
            return
        since, until = self._span()
        self.say_trouble("")
        self.wait(True)
        wanted = StartExport(kind="calls", from_=since, to=until)
        self._course.start(wanted, Path(self.path.text()).expanduser())

    def _show_state(self, state: ExportState) -> None:
        for widget in (self.range, self.since, self.until, self.path, self.browse):
            widget.setEnabled(False)
        self.progress.show()
        total = state.rows_total
        self.progress.setRange(0, total or 0)
        if total:
            self.progress.setValue(min(state.rows_done, total))
        self.status.setText(progress_words(state))

    def _done(self, state: ExportState, path: Path) -> None:
        self._saved = path
        self.progress.setRange(0, 1)
        self.progress.setValue(1)
        said = tr("%Ln calls saved: {path} ({size})", "", state.rows_done)
        self.status.setText(said.format(path=path, size=size_text(path.stat().st_size)))
        set_tone(self.status, "ok")
        self.open_folder.show()
        self.cancel.hide()
        self.go.setText(tr("Done"))
        self.go.setEnabled(True)
        self.go.setFocus()

    def _failed(self, trouble: Trouble) -> None:
        self.progress.hide()
        self.status.setText("")
        self.say_trouble(str(trouble))
        for widget in (self.range, self.path, self.browse):
            widget.setEnabled(True)
        self._choose_range()

    def reject(self) -> None:
        """Cancel, Esc: what still runs is stopped."""
        self._course.stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross does as Cancel does."""
        self._course.stop()
        super().closeEvent(event)

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))


def _shown(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))


def _read(edit: QDateTimeEdit) -> datetime:
    seconds = edit.dateTime().toSecsSinceEpoch()
    return EPOCH + timedelta(seconds=seconds)
