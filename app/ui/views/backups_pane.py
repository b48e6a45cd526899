"""Copies of the folder's database: made now, saved elsewhere, restored."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from app.ui.bridge import Trouble
from app.ui.models.backup_words import backup_columns, folder_words, work_words
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.restore_dialog import RestoreDialog
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, Tone, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.backups import BackupsPage, BackupWork


class BackupsPane(SectionPane):
    """Asks each second while work is under way; a restore that ends the engine is waited for."""

    def __init__(self, place: Place) -> None:
        what = tr("The engine copies its database each night, and now if you say so; calls go on meanwhile.")
        super().__init__(place, tr("Backups"), what)
        self._page: BackupsPage | None = None
        self._restoring = ""
        self._asked = False
        self.backups = RowsModel(place.look, backup_columns(), lambda backup: backup.name)
        empty = tr("No copy yet. Make one with “Back up now”.")
        self.table = RowsTable(place.look, tr("Copies of the database"), self.backups, empty)
        self.make = self.button(tr("Back up now"), "content-save-outline", self.make_new, "primary")
        self.save = self.button(tr("Save a copy elsewhere…"), "download-outline", self._choose_target)
        self.restore = self.button(tr("Restore…"), "backup-restore", self.change_chosen)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.said = ElidedLabel(place.look, "", "body", "muted")
        self.where = ElidedLabel(place.look, "", "caption", "muted")
        self.buttons.addWidget(self.make)
        self._lay_out()
        self.table.chosen.connect(self._allow)
        self.table.opened.connect(lambda _: self.change_chosen())
        self._show_work(None)

    def _lay_out(self) -> None:
        card = self.listed(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(8)
        foot.addWidget(self.where, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.restore)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(foot)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.said)
        self.body.addWidget(card, 1)

    @property
    def working(self) -> bool:
        """Whether the engine is at a copy."""
        work = None if self._page is None else self._page.work
        return bool(self._restoring) or (work is not None and work.state == "running")

    def refresh(self) -> None:
        """Ask, unless the last question still stands."""
        if not self._asked:
            self._asked = True
            self.ask(lambda gateway: gateway.backups.page(), self._show, self._failed)

    def tick(self) -> None:
        """Work moves on."""
        if self.working:
            self.refresh()

    def relink(self) -> None:
        """Another engine's copies, or the same one's after a restore."""
        super().relink()
        self._asked = False

    def _show(self, page: BackupsPage) -> None:
        self._asked = False
        work = page.work
        if self._restoring and (work is None or work.kind != "restore" or work.state == "running"):
            return
        self._restoring = ""
        self._page = page
        self.say_trouble("")
        self.backups.show_rows(page.backups)
        self.where.setText(folder_words(page))
        self._show_work(work)

    def _show_work(self, work: BackupWork | None) -> None:
        running = self.working
        self.progress.setVisible(running)
        self.said.setVisible(work is not None)
        if work is not None:
            self.progress.setRange(0, work.pages_total if running else 1)
            self.progress.setValue(work.pages_done)
            self.said.setText(work_words(work))
            tones: dict[str, Tone] = {"running": "muted", "done": "ok", "failed": "danger"}
            set_tone(self.said, tones[work.state])
        self._allow()

    def _failed(self, trouble: Trouble) -> None:
        self._asked = False
        if not self._restoring:
            # While a restore ends and starts the engine, nobody answers: that is no trouble.
            self.say_trouble_of(trouble)

    def _allow(self) -> None:
        backup, idle = self.table.chosen_row, not self.working
        self.make.setEnabled(idle)
        self.save.setEnabled(backup is not None)
        may = self._page is not None and self._page.may_restart
        self.restore.setEnabled(backup is not None and backup.broken is None and idle and may)
        command = tr("This engine cannot start itself again: stop it, and run dialfloor restore NAME --data FOLDER")
        self.restore.setToolTip("" if may or self._page is None else command)

    def make_new(self) -> None:
        """Make a copy now."""
        if not self.working:
            self.make.setEnabled(False)
            self.ask(lambda gateway: gateway.backups.make(), self._show, self._not_made)

    def _not_made(self, trouble: Trouble) -> None:
        self.say_trouble_of(trouble)
        self._allow()

    def change_chosen(self) -> None:
        """Restore the chosen copy, after a check and a question."""
        backup = self.table.chosen_row
        if backup is None or not self.restore.isEnabled():
            return
        dialog = RestoreDialog(self.look, self.place.window, self.place.bridge, backup)
        dialog.accepted.connect(lambda name=backup.name: self._restore_began(name))
        dialog.finished.connect(lambda _: self.refresh())
        dialog.open()

    def _restore_began(self, name: str) -> None:
        self._restoring = name
        now = self.place.watching.now
        self._show_work(BackupWork(kind="restore", name=name, state="running", began_at=now))

    def _choose_target(self) -> None:
        backup = self.table.chosen_row
        if backup is None:
            return
        usual = str(self.place.downloads / backup.name)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the copy to"), usual, tr("Databases (*.db)"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Save the chosen copy to a file."""
        backup = self.table.chosen_row
        if backup is None:
            return
        name = backup.name
        self.place.tell(tr("Saving {name} …").format(name=name), "download-outline")
        said = tr("Saved: {file}").format(file=target)
        self.ask(lambda gateway: gateway.backups.save(name, target), lambda _: self.place.tell(said, "check"))
