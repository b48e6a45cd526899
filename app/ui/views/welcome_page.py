"""The empty state: what to do first, one step after the other, each with its button or its command."""

import shlex
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.tongue import tr
from app.ui.widgets.labels import label, paragraph


def import_command(folder: Path | None, tenant: str) -> str:
    """The command that puts a CSV's contacts into the tenant's queue, for a shell on the engine's machine."""
    data = shlex.quote(str(folder)) if folder is not None else "FOLDER"
    return f"dialfloor contacts import contacts.csv --data {data} --tenant {shlex.quote(tenant or 'TENANT')}"


def first_call(url: str, token: str) -> str:
    """The command that starts a dialer's session, for a shell."""
    return (
        f"curl -s {url}/functions/v1/power-dialer-controller \\\n"
        f"  -H 'Authorization: Bearer {token}' \\\n"
        "  -H 'Content-Type: application/json' \\\n"
        '  -d \'{"action": "start", "mode": "power"}\''
    )


class Step(QFrame):
    """A numbered step: title, why, and what to press or copy."""

    def __init__(self, look: Look, number: int, title: str, why: str) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self.setProperty("role", "card")
        self._mark = QLabel()
        self.title = label(look, title, "heading")
        self.box = QVBoxLayout()
        self.box.setSpacing(8)
        self.box.addWidget(self.title)
        self.box.addWidget(paragraph(look, why))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.box, 1)
        self.done = False
        self.paint_mark()
        look.changed.connect(self.paint_mark)

    def paint_mark(self) -> None:
        """The step's number, or a tick once it is done."""
        name = "check-circle" if self.done else f"numeric-{self._number}-circle-outline"
        self._mark.setPixmap(self._look.icon(name, "ok" if self.done else "accent").pixmap(26, 26))

    def finish(self) -> None:
        """Tick the step off."""
        self.done = True
        self.paint_mark()


class CopyBox(QFrame):
    """Text to be copied, and the button that does."""

    def __init__(self, look: Look, name: str, lines: int) -> None:
        super().__init__()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(name)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(18 + 18 * lines)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copy = QPushButton(tr("Copy"))
        self.copy.setIcon(look.icon("content-copy"))
        self.copy.setAccessibleName(tr("Copy {what}").format(what=name))
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def text(self) -> str:
        """What would be copied."""
        return self._text.toPlainText()

    def show_text(self, text: str) -> None:
        """Offer this text."""
        self._text.setPlainText(text)
        self.copy.setText(tr("Copy"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copy.setText(tr("Copied"))


class WelcomePage(QWidget):
    """Four steps from nothing to the first call."""

    tenant_asked = Signal()
    token_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.tenant_step = Step(
            look, 1, tr("Make a tenant"), tr("A tenant is one floor: its agents, limits, contacts and log are its own.")
        )
        self.token_step = Step(
            look,
            2,
            tr("Make a token for your dialer"),
            tr("The dialer shows it with every request. It is shown once and kept only as a hash."),
        )
        self.contacts_step = Step(
            look,
            3,
            tr("Import contacts"),
            tr("A CSV with names and numbers; bad rows are reported, good ones are kept."),
        )
        self.call_step = Step(
            look,
            4,
            tr("Start the first session"),
            tr("Point the dialer here, or try it by hand. The agent appears on the floor at once."),
        )
        self.make_tenant = self._button(tr("Make a tenant"), self.tenant_asked)
        self.make_token = self._button(tr("Make a token"), self.token_asked)
        self.tenant_step.box.addWidget(self.make_tenant, 0, Qt.AlignmentFlag.AlignLeft)
        self.token_step.box.addWidget(self.make_token, 0, Qt.AlignmentFlag.AlignLeft)
        self.importing = CopyBox(look, tr("the import command"), 1)
        self.calling = CopyBox(look, tr("the first request"), 4)
        self.contacts_step.box.addWidget(self.importing)
        self.call_step.box.addWidget(self.calling)
        self._lay_out(look)

    @staticmethod
    def _button(text: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "primary")
        button.clicked.connect(signal)
        return button

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(label(look, tr("No agent has called yet"), "title"))
        column.addWidget(
            paragraph(look, tr("Four steps, about two minutes. The floor fills itself from the first session on."))
        )
        for step in (self.tenant_step, self.token_step, self.contacts_step, self.call_step):
            step.setFixedWidth(720)
            column.addWidget(step)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)

    def show_progress(self, *, tenant: bool, token: bool, may_make_tokens: bool) -> None:
        """Tick off what is done, and offer only the next thing that can be done."""
        for step, done in ((self.tenant_step, tenant), (self.token_step, token)):
            step.done = done
            step.paint_mark()
        self.make_tenant.setVisible(not tenant)
        self.make_token.setVisible(may_make_tokens)
        self.make_token.setEnabled(tenant)

    def show_import(self, folder: Path | None, tenant: str) -> None:
        """The import command, with the real folder and tenant once there are some."""
        self.importing.show_text(import_command(folder, tenant))

    def show_request(self, url: str, token: str) -> None:
        """The first request, with the real address and token once there are some."""
        self.calling.show_text(first_call(url or "http://127.0.0.1:8787", token or "TOKEN"))
