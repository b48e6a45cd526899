"""Import a national list: files and what each does, the day they were taken, the account; then they are sent."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.moment import Instant
from app.ui.models.national_words import ROLES, guess_role, size_words
from app.ui.models.sending import Sending
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.widgets.labels import ElidedLabel, paragraph, set_flag, set_tone
from app.ui.widgets.sheet import Sheet
from app.wire.national import ChosenFile, NationalPage, NationalWork, SentFile, StartNational

POLL_MS = 200
SHOWN_FILES = 6
STEPS = 1_000


class NationalDialog(Sheet):
    """Sends the files one after the other and begins the import; the card then says how far it is."""

    started = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, page: NationalPage, now: Instant) -> None:
        super().__init__(look, parent, tr("Import a national list"), tr("Import"), width=720)
        self._bridge, self._window, self._page = bridge, parent, page
        self.files: list[Path] = []
        self.roles: list[QComboBox] = []
        self._sent: list[SentFile] = []
        self._sending: Sending | None = None
        self._closed = False
        self._grid = QGridLayout()
        self.add = QPushButton(tr("Add files…"))
        self.day = QDateEdit(QDate(now.year, now.month, now.day))
        self.account = QLineEdit(page.national.account if page.national is not None else "")
        self.whole = QCheckBox(tr("These files are all there is: area codes that they do not hold leave the list"))
        self.progress = QProgressBar()
        self.status = paragraph(look, "")
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._lay_out()
        self._connect()
        self._check()

    def _lay_out(self) -> None:
        said = tr(
            "One number a line, 212,5550134 or 2125550134, as the registry gives them. One bad line and nothing is "
            "used; calls go on with the list in force until the new one is whole."
        )
        self.body.addWidget(paragraph(self._look, said))
        box = QFrame()
        box.setProperty("role", "inset")
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        box.setLayout(self._grid)
        self.body.addWidget(box)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self._day_note = self.field(tr("Taken from the registry on"), self.day, tr("The 31 days count from then"))
        self.account.setMaxLength(60)
        self.account.setPlaceholderText(tr("For example: 12345678-01"))
        self._account_note = self.field(tr("Subscription account number"), self.account, tr("Kept as evidence"))
        self.body.addWidget(self.whole)
        self.progress.setTextVisible(False)
        self.progress.setRange(0, STEPS)
        self.progress.setAccessibleName(tr("How much is sent"))
        self.progress.hide()
        self.status.hide()
        self.body.addWidget(self.progress)
        self.body.addWidget(self.status)
        self._show_files()

    def _connect(self) -> None:
        self.add.clicked.connect(self._choose)
        self.day.dateChanged.connect(self._check)
        self.account.textChanged.connect(self._check)
        self._poll.timeout.connect(self._show_sending)
        self.go.clicked.connect(self._begin)

    def _choose(self) -> None:
        kinds = tr("Lists of the registry (*.txt *.csv);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Files of the national list"), "", kinds)
        self.take([Path(name) for name in chosen])

    def take(self, files: list[Path]) -> None:
        """Add files; what each does is guessed by its name."""
        for file in files:
            if file not in self.files:
                box = QComboBox()
                for role, words in ROLES.items():
                    box.addItem(tr(words), role)
                box.setCurrentIndex(box.findData(guess_role(file.name)))
                box.setAccessibleName(tr("What {file} does").format(file=file.name))
                box.currentIndexChanged.connect(self._check)
                self.files.append(file)
                self.roles.append(box)
        self._show_files()
        self._check()

    def _show_files(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in self.roles:
                old.hide()
                old.deleteLater()
        if not self.files:
            self._grid.addWidget(ElidedLabel(self._look, tr("No file is chosen yet"), "body", "muted"), 0, 0)
        for at, (file, box) in enumerate(zip(self.files, self.roles, strict=True)):
            if at >= SHOWN_FILES:
                more = tr("and %n more", "", len(self.files) - SHOWN_FILES)
                self._grid.addWidget(ElidedLabel(self._look, more, "body", "muted"), at, 0)
                break
            size = size_words(file.stat().st_size) if file.exists() else "–"
            self._grid.addWidget(ElidedLabel(self._look, file.name), at, 0)
            self._grid.addWidget(ElidedLabel(self._look, size, "body", "muted"), at, 1)
            self._grid.setColumnMinimumWidth(1, 80)
            self._grid.addWidget(box, at, 2)

    @property
    def fault(self) -> str:
        """Why it cannot begin, empty if it can."""
        roles = {box.currentData() for box in self.roles}
        if "list" in roles and len(roles) > 1:
            return tr("Numbers replace the list, change lists move it on: import one or the other.")
        if self._page.national is None and self.files and "list" not in roles:
            return tr("There is no list yet that a change list could move on: import all numbers first.")
        return ""

    def _check(self) -> None:
        self.say_trouble(self.fault)
        fine = all(sign.isalnum() or sign in " .-" for sign in self.account.text())
        set_flag(self.day, "invalid", "false")
        set_tone(self._day_note, "muted")
        self._day_note.setText(tr("The 31 days count from then"))
        set_flag(self.account, "invalid", "false" if fine else "true")
        set_tone(self._account_note, "muted" if fine else "danger")
        self._account_note.setText(tr("Kept as evidence") if fine else tr("Letters, digits, dots and hyphens only"))
        lists = bool(self.roles) and all(box.currentData() == "list" for box in self.roles)
        self.whole.setVisible(lists and self._page.national is not None)
        self.go.setEnabled(bool(self.files) and not self.fault and fine and self._sending is None)

    def _begin(self) -> None:
        self.say_trouble("")
        for widget in (self.add, self.day, self.account, self.whole, *self.roles):
            widget.setEnabled(False)
        self.go.setEnabled(False)
        if self._page.may_name_paths:
            # The engine is on this machine and reads the file where it lies.
            self._start([ChosenFile(role=box.currentData(), path=str(file.absolute())) for file, box in self._chosen()])
        else:
            self._send_next()

    def _chosen(self) -> list[tuple[Path, QComboBox]]:
        return list(zip(self.files, self.roles, strict=True))

    def _send_next(self) -> None:
        if len(self._sent) == len(self.files):
            sent = zip(self._sent, self.roles, strict=True)
            self._start([ChosenFile(role=box.currentData(), id=one.id) for one, box in sent])
            return
        file, sending = self.files[len(self._sent)], Sending()
        self._sending = sending
        self.progress.show()
        self.status.show()
        self._poll.start()
        self._bridge.ask(
            lambda gateway: gateway.lists.send_national(file, sending.note), self._window, self._took, self._failed
        )

    def _show_sending(self) -> None:
        at, sending = len(self._sent), self._sending
        if sending is None or at >= len(self.files):
            return
        total = max(1, self.files[at].stat().st_size)
        self.progress.setValue(STEPS * sending.sent // total)
        said = tr("Sending {file}: {done} of {total}")
        self.status.setText(
            said.format(file=self.files[at].name, done=size_words(sending.sent), total=size_words(total))
        )

    def _took(self, sent: SentFile) -> None:
        if self._closed:
            self._drop([sent])
            return
        self._sent.append(sent)
        self._send_next()

    def _start(self, files: list[ChosenFile]) -> None:
        self._poll.stop()
        day = self.day.date()
        wanted = StartNational(
            files=files,
            taken_on=date(day.year(), day.month(), day.day()),
            account=self.account.text().strip(),
            is_whole=self.whole.isVisible() and self.whole.isChecked(),
        )
        self._bridge.ask(lambda gateway: gateway.lists.start_national(wanted), self._window, self._done, self._failed)

    def _done(self, work: NationalWork) -> None:
        self._sent = []
        if not self._closed:
            self.started.emit(work)
            self.accept()

    def _failed(self, trouble: Trouble) -> None:
        self._poll.stop()
        sent, self._sent = self._sent, []
        self._drop(sent)
        self._sending = None
        if self._closed:
            return
        self.progress.hide()
        self.status.hide()
        for widget in (self.add, self.day, self.account, self.whole, *self.roles):
            widget.setEnabled(True)
        self._check()
        if isinstance(trouble, GatewayRefused) and trouble.body.field == "takenOn":
            self._day_note.setText(str(trouble).removeprefix("takenOn: "))
            set_tone(self._day_note, "danger")
            set_flag(self.day, "invalid", "true")
            self.day.setFocus()
        else:
            self.say_trouble(str(trouble))

    def _drop(self, files: list[SentFile]) -> None:
        ids = [one.id for one in files]
        if ids:
            self._bridge.ask(
                partial(_drop, ids=ids),
                self._window,
                lambda _: None,
                lambda _: None,
            )

    def _leave(self) -> None:
        self._closed = True
        self._poll.stop()
        if self._sending is not None:
            self._sending.stop()
        sent, self._sent = self._sent, []
        self._drop(sent)

    def reject(self) -> None:
        """Cancel, Esc: what is being sent stops, what was sent is thrown away."""
        self._leave()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross does as Cancel does."""
        if self.result() != Sheet.DialogCode.Accepted:
            self._leave()
        super().closeEvent(event)


def _drop(gateway: GatewayPort, *, ids: list[str]) -> None:
    for file_id in ids:
        gateway.lists.drop_national(file_id)
