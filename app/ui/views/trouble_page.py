"""The page shown when there is no floor to show: what is happening or wrong, and the next step."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.target import (
    Asking,
    CredentialsRefused,
    EngineBroken,
    EngineEnded,
    EngineStarting,
    EngineUnreachable,
    Linked,
    LinkState,
    NoTenant,
    OwnedByAnother,
)
from app.ui.widgets.labels import label, paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Title, sentence and next step of a state; `busy` while the program itself is working on it."""

    icon: str
    colour: str
    title: str
    sentence: str
    step: str
    button: str = ""
    busy: bool = False


_DAMAGE_STEPS = {
    4: "Another program listens on that address. Choose another port, then try again.",
    5: "Restore the newest copy from the folder's backups, or run “dialfloor doctor”, then try again.",
    6: "Give this user the right to write to the folder, or free space on its disk, then try again.",
}


def trouble_of(state: LinkState) -> Trouble | None:
    """How a state is told to a person; None for one that is no trouble."""
    found: Trouble | None = None
    match state:
        case EngineStarting(folder=folder, again=again):
            title = "Starting the engine again" if again else "Starting the engine"
            found = Trouble(
                icon="engine-outline",
                colour="accent",
                title=title,
                sentence=f"Opening {folder}",
                step="Sessions, windows and timers go on from the log.",
                busy=True,
            )
        case Asking(url=url):
            found = Trouble(
                icon="lan-pending",
                colour="accent",
                title="Connecting",
                sentence=f"Asking the engine at {url}",
                step="This takes a moment.",
                busy=True,
            )
        case Linked():
            found = Trouble(
                icon="lan-connect",
                colour="accent",
                title="Loading the floor",
                sentence="The engine is sending its snapshot.",
                step="This takes a moment.",
                busy=True,
            )
        case EngineEnded(sentence=sentence):
            found = Trouble(
                icon="restart-alert",
                colour="danger",
                title="The engine has stopped",
                sentence=sentence or "It gave no reason.",
                step="It is being started again. No dialer gets a call until then.",
                busy=True,
            )
        case EngineBroken(sentence=sentence, exit_code=code):
            step = _DAMAGE_STEPS.get(code or 0, "Mend what the sentence above says, then try again.")
            found = Trouble(
                icon="alert-octagon",
                colour="danger",
                title="The engine cannot start",
                sentence=sentence,
                step=step,
                button="Try again",
            )
        case OwnedByAnother(sentence=sentence, folder=folder):
            found = Trouble(
                icon="database-lock",
                colour="warn",
                title="This folder is in use",
                sentence=sentence,
                step=f"One engine owns {folder}. Close the other one, or look at it with “dialfloor --connect URL”.",
                button="Try again",
            )
        case CredentialsRefused(url=url, sentence=sentence):
            found = Trouble(
                icon="key-alert",
                colour="danger",
                title="The engine refused this token",
                sentence=f"{sentence} ({url})",
                step="Ask an admin of that engine for a supervisor’s token, then start “dialfloor --connect”.",
                button="Try again",
            )
        case EngineUnreachable(url=url, sentence=sentence, retry_in_s=wait):
            found = Trouble(
                icon="lan-disconnect",
                colour="danger",
                title="No engine answers",
                sentence=sentence,
                step=f"Check the address {url} and the network. Trying again in {wait} s.",
                button="Try now",
            )
        case NoTenant():
            found = None
    return found


class TroublePage(QWidget):
    """One trouble in the middle of the window."""

    retry_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("canvas")
        self.trouble: Trouble | None = None
        self._icon = QLabel()
        self._title = label(look, "", "title")
        self._sentence = paragraph(look, "", "text")
        self._step = paragraph(look)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(240)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.setMinimumWidth(140)
        self.button.clicked.connect(self.retry_asked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        look.changed.connect(self._paint_icon)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(12)
        for widget in (self._icon, self._title, self._sentence, self._step, self._busy, self.button):
            middle.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self._title, self._sentence, self._step):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for text in (self._sentence, self._step):
            text.setFixedWidth(520)
        row = QHBoxLayout(self)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)
        row.addLayout(column)
        row.addStretch(1)

    def _paint_icon(self) -> None:
        if self.trouble is not None:
            self._icon.setPixmap(self._look.icon(self.trouble.icon, self.trouble.colour).pixmap(56, 56))

    def tell(self, trouble: Trouble) -> None:
        """Show a trouble."""
        self.trouble = trouble
        self._paint_icon()
        self._title.setText(trouble.title)
        self._sentence.setText(trouble.sentence)
        self._step.setText(trouble.step)
        self.setAccessibleName(f"{trouble.title}. {trouble.sentence} {trouble.step}")
        self._busy.setVisible(trouble.busy)
        self.button.setVisible(bool(trouble.button))
        self.button.setText(trouble.button)
