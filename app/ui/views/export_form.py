"""A new export: what, of when, with which columns; its first rows; and the way to the file."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.bridge import Trouble
from app.ui.export_course import ExportCourse
from app.ui.models.backup_words import size_text
from app.ui.models.export_words import progress_words, rows_words, span_words
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.export_choice_bar import ExportChoiceBar
from app.ui.widgets.labels import ElidedLabel, Tone, set_tone
from app.ui.widgets.plain_table import PlainTable
from app.ui.widgets.progress_line import ProgressLine
from app.wire.exports import ExportPreview, ExportState, StartExport


class ExportForm(QWidget):
    """Shows the first rows of what is chosen; one button exports it into the folder of downloads."""

    finished = Signal()
    """An export has ended, however: the list of past ones is another."""
    save_wanted = Signal(object)
    """This `StartExport` is to be saved under a name."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._look = place.look
        self._turn = 0
        self._saved: Path | None = None
        self.course = ExportCourse(place.bridge, place.window, self)
        self.bar = ExportChoiceBar(place)
        self.preview = PlainTable(place.look, tr("First rows"))
        self.found = ElidedLabel(place.look, "", "body", "muted")
        self.keep = QPushButton(tr("Save as a preset…"))
        self.go = QPushButton(tr("Export now"))
        self.cancel = QPushButton(tr("Cancel"))
        self.open_folder = QPushButton(tr("Open folder"))
        self.line = ProgressLine(place.look, tr("Progress of the export"))
        self._lay_out()
        self._connect()
        self._show_idle()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        inside.addWidget(self.bar)
        inside.addWidget(self.preview, 1)
        inside.addWidget(self.line)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.found, 1)
        for button in (self.open_folder, self.keep, self.cancel, self.go):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.go.setProperty("kind", "primary")
        inside.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card, 1)
        self._look.changed.connect(self._paint_icons)
        self._paint_icons()

    def _paint_icons(self) -> None:
        self.go.setIcon(self._look.icon("tray-arrow-down", "accent_ink"))
        self.keep.setIcon(self._look.icon("bookmark-plus-outline"))
        self.open_folder.setIcon(self._look.icon("folder-open-outline"))

    def _connect(self) -> None:
        self.bar.changed.connect(self.ask_preview)
        self.go.clicked.connect(self.export)
        self.keep.clicked.connect(lambda: self.save_wanted.emit(self.bar.wanted))
        self.cancel.clicked.connect(self.stop)
        self.open_folder.clicked.connect(self._open_folder)
        self.course.moved.connect(self._moved)
        self.course.saved.connect(self._done)
        self.course.failed.connect(self._failed)

    def offer_fields(self, fields: dict[str, list[str]]) -> None:
        """The columns that the engine has, and the first rows of what is chosen."""
        self.bar.offer_fields(fields)
        self.ask_preview()

    def offer_campaigns(self, campaigns: list[tuple[str, str]]) -> None:
        """The campaigns that the tenant has."""
        self.bar.offer_campaigns(campaigns)

    def take(self, what: StartExport) -> None:
        """Put a saved export into the fields."""
        self.bar.take(what)

    def allow_saving(self, allowed: bool) -> None:
        """Only an officer saves exports."""
        self.keep.setVisible(allowed)

    def ask_preview(self) -> None:
        """Ask for the first rows of what is chosen now; a late answer to another choice is dropped."""
        if self.course.is_running:
            return
        self._turn += 1
        turn, wanted = self._turn, self.bar.wanted
        self.go.setEnabled(not self.bar.fault)
        if self.bar.fault:
            self._say(self.bar.fault, "danger")
            return
        self._place.bridge.ask(
            lambda gateway: gateway.exports.preview(wanted),
            self,
            lambda answer: self._show(answer) if turn == self._turn else None,
            lambda trouble: self._say(str(trouble), "danger") if turn == self._turn else None,
        )

    def _show(self, preview: ExportPreview) -> None:
        self.preview.show_texts(preview.columns, preview.rows)
        said = tr("{rows}, {span}. Numbers are masked here and whole in the file.")
        if not preview.rows_total:
            said = tr("{rows}, {span}. Choose another range, or another campaign.")
        self._say(said.format(rows=rows_words(preview.rows_total), span=span_words(preview.from_, preview.to)))

    def _say(self, sentence: str, tone: Tone = "muted") -> None:
        self.found.setText(sentence)
        set_tone(self.found, tone)

    def export(self) -> None:
        """Export what is chosen, and save its file among the downloads."""
        if not self.bar.fault:
            self.export_as(self.bar.wanted, self.bar.wanted.kind)

    def export_as(self, wanted: StartExport, name: str) -> None:
        """Export into a file of this name, with the time behind it; one that runs is not replaced by another."""
        if self.course.is_running:
            return
        now = self._place.watching.now
        suffix = "zip" if wanted.kind == "evidence" else "csv"
        safe = "".join(letter if letter.isalnum() else "-" for letter in name).strip("-").lower() or wanted.kind
        target = self._place.downloads / f"{safe}-{now.astimezone():%Y-%m-%d-%H%M%S}.{suffix}"
        self._saved = None
        self._set_running(True)
        self._say("")
        self.line.show_course(tr("Asking the engine …"), 0, None)
        self.course.start(wanted, target)

    def stop(self) -> None:
        """Stop what runs; no file is left."""
        if self.course.is_running:
            self.course.stop()
            self._show_idle()
            self._say(tr("The export was cancelled; no file was written"))
            self.finished.emit()

    def _moved(self, state: ExportState) -> None:
        self.line.show_course(progress_words(state), state.rows_done, state.rows_total)

    def _done(self, state: ExportState, path: Path) -> None:
        self._saved = path
        self._show_idle()
        said = tr("%Ln rows saved: {path} ({size})", "", state.rows_done)
        self._say(said.format(path=path, size=size_text(path.stat().st_size)), "ok")
        self.finished.emit()

    def _failed(self, trouble: Trouble) -> None:
        self._show_idle()
        self._say(str(trouble), "danger")
        self.finished.emit()

    def _show_idle(self) -> None:
        self._set_running(False)
        self.open_folder.setVisible(self._saved is not None)

    def _set_running(self, running: bool) -> None:
        self.line.setVisible(running)
        self.cancel.setVisible(running)
        self.go.setEnabled(not running)
        self.bar.setEnabled(not running)
        self.open_folder.setVisible(False)

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))
