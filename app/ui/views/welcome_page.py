"""The first steps: what to do, one after the other; each ticks itself when it has happened, the next stands open."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.first_steps import STEPS, Progress, StepId, Tool
from app.ui.tongue import marked, tr
from app.ui.widgets.copy_box import CopyBox
from app.ui.widgets.labels import label, paragraph

TOOLS: tuple[Tool, ...] = ("curl", "supabase-js")
WIDTH = 720
TITLES: MappingProxyType[StepId, tuple[str, str]] = MappingProxyType(
    {
        "tenant": (
            marked("Make a tenant"),
            marked("A tenant is one floor: its agents, limits, contacts and log are its own."),
        ),
        "token": (
            marked("Make a token for your dialer"),
            marked("The dialer shows it with every request. It is shown once and kept only as a hash."),
        ),
        "contacts": (
            marked("Import contacts"),
            marked("A CSV with names and numbers; bad rows are reported, good ones are kept."),
        ),
        "dialer": (
            marked("Point a dialer here"),
            marked("It starts a session with this request; the agent appears on the floor at once."),
        ),
        "call": (
            marked("See the first call"),
            marked("The dialer asks for a contact: the answer is a call, or a refusal that says until when."),
        ),
    }
)


class Step(QFrame):
    """A numbered step: its title always, why and what to press or copy while it is the next."""

    def __init__(self, look: Look, number: int, title: str, why: str) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self.setProperty("role", "card")
        self._mark = QLabel()
        self.title = label(look, title, "heading")
        self.said = label(look, "", "caption", "ok")
        self.inside = QWidget()
        self.box = QVBoxLayout(self.inside)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)
        self.box.addWidget(paragraph(look, why))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.said)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.inside)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.done = False
        look.changed.connect(self._paint_mark)
        self.show_state(done=False, current=False)

    def _paint_mark(self) -> None:
        name = "check-circle" if self.done else f"numeric-{self._number}-circle-outline"
        self._mark.setPixmap(self._look.icon(name, "ok" if self.done else "accent").pixmap(26, 26))

    def show_state(self, *, done: bool, current: bool) -> None:
        """Ticked or not; open while it is the one to do."""
        self.done = done
        self.said.setText(tr("Done") if done else "")
        self.setAccessibleName(f"{self.title.text()} {self.said.text()}".strip())
        self.inside.setVisible(current)
        self._paint_mark()


class WelcomePage(QWidget):
    """Five steps from nothing to the first call. They can be left, and taken up again from the palette."""

    tenant_asked = Signal()
    token_asked = Signal()
    import_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.steps: Mapping[StepId, Step] = MappingProxyType(
            {id_: Step(look, at, *map(tr, TITLES[id_])) for at, id_ in enumerate(STEPS, start=1)}
        )
        self.make_tenant = self._button(tr("Make a tenant"), self.tenant_asked)
        self.make_token = self._button(tr("Make a token"), self.token_asked)
        self.choose_file = self._button(tr("Choose a file…"), self.import_asked)
        self.importing = CopyBox(look, tr("the import command"), 1)
        self.or_import = label(look, tr("Or, in a shell on the engine’s machine:"), "caption", "muted")
        self.starting, self.start_tabs = _requests(look, tr("the first request"))
        self.calling, self.call_tabs = _requests(look, tr("the request for a contact"))
        self.title = label(look, "", "title")
        self.words = paragraph(look)
        self.leave = QPushButton()
        self.leave.clicked.connect(self.left)
        self._fill()
        self._lay_out()
        self.show_progress(Progress(), may_administer=False)

    @staticmethod
    def _button(text: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "primary")
        button.clicked.connect(signal)
        return button

    def _fill(self) -> None:
        buttons: dict[StepId, QPushButton] = {
            "tenant": self.make_tenant,
            "token": self.make_token,
            "contacts": self.choose_file,
        }
        for id_, button in buttons.items():
            self.steps[id_].box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.or_import, self.importing):
            self.steps["contacts"].box.addWidget(widget)
        self.steps["dialer"].box.addWidget(self.start_tabs)
        self.steps["call"].box.addWidget(self.call_tabs)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.words)
        for step in self.steps.values():
            step.setFixedWidth(WIDTH)
            column.addWidget(step)
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        area = QScrollArea()
        area.setProperty("role", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)

    def show_progress(self, progress: Progress, *, may_administer: bool) -> None:
        """Tick off what has happened, and open the next step."""
        following = progress.next
        for id_, step in self.steps.items():
            step.show_state(done=progress.done(id_), current=id_ == following)
        self.make_token.setVisible(may_administer)
        self.make_token.setEnabled(progress.tenant)
        self.choose_file.setVisible(may_administer)
        self.leave.setVisible(progress.tenant)
        ended = following is None
        self.title.setText(tr("The first call was seen") if ended else tr("First steps"))
        self.words.setText(
            tr("Everything works. From here on the floor is where you look.")
            if ended
            else tr("Five steps, about two minutes. Each ticks itself once it has happened.")
        )
        self.leave.setText(tr("Go to the floor") if ended else tr("Leave the steps for now"))
        self._hand_on_focus(following)

    def _hand_on_focus(self, following: StepId | None) -> None:
        # Behind a dialog Qt leaves the focus with a button that goes out of sight, and the next Space presses it again.
        held = self.window().focusWidget()
        if all(held is not button or button.isVisibleTo(self) for button in self.findChildren(QPushButton)):
            return
        inside = self.steps[following].inside.findChildren(QPushButton) if following is not None else []
        next((button for button in inside if button.isVisibleTo(self)), self.leave).setFocus()

    def show_import(self, command: str) -> None:
        """The import command, with the real folder and tenant once there are some."""
        self.importing.show_text(command)

    def show_requests(self, starting: Mapping[Tool, str], calling: Mapping[Tool, str]) -> None:
        """The requests, with the real address, token and session once there are some."""
        for tool in TOOLS:
            self.starting[tool].show_text(starting[tool])
            self.calling[tool].show_text(calling[tool])


def _requests(look: Look, name: str) -> tuple[Mapping[Tool, CopyBox], QTabWidget]:
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    tabs.setAccessibleName(name)
    boxes: dict[Tool, CopyBox] = {}
    for tool in TOOLS:
        box = CopyBox(look, f"{name}, {tool}", 4)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.addWidget(box)
        tabs.addTab(holder, tool)
        boxes[tool] = box
    return MappingProxyType(boxes), tabs
