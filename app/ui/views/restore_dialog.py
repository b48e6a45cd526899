"""Before a copy takes the database's place: it is read through, and a person confirms what will be lost."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.admin_rows import moment_text
from app.ui.models.backup_words import lost_words
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.backups import BackupItem, BackupLoss, BackupsPage, RestoreBackup

POLL_MS = 300


class RestoreDialog(Sheet):
    """Checks first; the button is there once the check has ended, a reason is given, and the loss is accepted."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, backup: BackupItem) -> None:
        title = tr("Restore {name}").format(name=backup.name)
        super().__init__(look, parent, title, tr("Restore"), kind="danger", width=560)
        self._bridge, self._name = bridge, backup.name
        self._loss: BackupLoss | None = None
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.said = paragraph(look, tr("Reading every page of the copy …"), "text")
        self.effect = paragraph(look, "")
        self.accepted_loss = QCheckBox()
        self.reason = ReasonBox((tr("The disk was replaced"), tr("A wrong list was dialed"), tr("Test of the copies")))
        for widget in (self.progress, self.said, self.effect, self.accepted_loss):
            self.body.addWidget(widget)
        self._note = self.field(tr("Reason"), self.reason, tr("At least 3 letters; kept in the restored audit trail"))
        self.reason.currentTextChanged.connect(self._allow)
        self.accepted_loss.toggled.connect(self._allow)
        self.go.clicked.connect(self._restore)
        self.accepted_loss.hide()
        self._poll = QTimer(self)
        self._poll.setSingleShot(True)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._ask)
        self._allow()
        self._check()

    def _check(self) -> None:
        name = self._name
        self._loss = None
        self.progress.show()
        self._bridge.ask(lambda gateway: gateway.backups.check(name), self, self._show, self._failed)

    def _ask(self) -> None:
        self._bridge.ask(lambda gateway: gateway.backups.page(), self, self._show, self._failed)

    def _show(self, page: BackupsPage) -> None:
        work = page.work
        if work is not None and work.state == "running" and work.name == self._name:
            self._poll.start()
            return
        self.progress.hide()
        backup = next((one for one in page.backups if one.name == self._name), None)
        if backup is None or backup.broken is not None or backup.loss is None:
            why = backup.broken if backup is not None and backup.broken else work.sentence if work is not None else ""
            self.said.setText(tr("This copy cannot be restored."))
            set_tone(self.said, "danger")
            self.say_trouble(why or tr("The copy is gone"))
            return
        self._show_loss(backup, backup.loss)

    def _show_loss(self, backup: BackupItem, loss: BackupLoss) -> None:
        self._loss = loss
        newest = moment_text(backup.last_at, tr("before anything happened"))
        self.said.setText(tr("The copy is whole. Its newest record is of {when}.").format(when=newest))
        set_tone(self.said, "ok")
        lost = lost_words(loss)
        if lost:
            said = tr("Lost for good: {rows}. Calls that are lost no longer count against any limit.")
            self.effect.setText(said.format(rows=", ".join(lost)))
            set_tone(self.effect, "danger")
            self.accepted_loss.setText(tr("I accept that these are gone"))
        else:
            self.effect.setText(tr("Nothing is lost: the database holds no row that the copy has not."))
            set_tone(self.effect, "muted")
            self.accepted_loss.setText(tr("Restore it all the same"))
        self.accepted_loss.setChecked(False)
        self.accepted_loss.show()
        self.accepted_loss.setFocus()
        self.adjustSize()
        self._allow()

    def _allow(self) -> None:
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._note, "muted" if fine else "danger")
        self.go.setEnabled(self._loss is not None and self.accepted_loss.isChecked() and self.reason.good)

    def _restore(self) -> None:
        loss = self._loss
        if loss is None:
            return
        self.wait(True)
        self.say_trouble("")
        name, wanted = self._name, RestoreBackup(reason=self.reason.reason, calls_lost=loss.calls)
        self._bridge.ask(
            lambda gateway: gateway.backups.restore(name, wanted), self, lambda _: self.accept(), self._refused
        )

    def _refused(self, trouble: Trouble) -> None:
        self.say_trouble(str(trouble))
        # Calls went on meanwhile: what would be lost is counted again, and accepted again.
        self._check()

    def _failed(self, trouble: Trouble) -> None:
        self.progress.hide()
        self.say_trouble(str(trouble))
