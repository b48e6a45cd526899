"""Two supervisors edited one limit: both values, and the choice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from app.ui.design.look import Look
from app.ui.models.limit_form import LimitForm
from app.ui.models.wording import value_words
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph
from app.wire.operator import AgentDetail


class BothValues(QFrame):
    """Two people edited one thing: both values, and the choice between them."""

    take_theirs = Signal()
    keep_mine = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self.words = paragraph(look, "", "text")
        self.theirs = QPushButton(tr("Take theirs"))
        self.mine = QPushButton(tr("Apply mine over it"))
        self.theirs.clicked.connect(self.take_theirs)
        self.mine.clicked.connect(self.keep_mine)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.theirs)
        row.addWidget(self.mine)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.addWidget(self.words)
        box.addLayout(row)
        self.hide()

    def say_both(self, sentence: str, lines: list[str]) -> None:
        """Who was faster, and both values of everything that differs."""
        self.words.setText("\n".join([sentence, *lines]))
        self.setAccessibleName(self.words.text())
        self.show()


class ConflictBox(BothValues):
    """Both values of one agent's limits."""

    def show_both(self, detail: AgentDetail, theirs: LimitForm, mine: LimitForm, before: LimitForm) -> None:
        """Say who was faster, with what, and what yours would make of it."""
        edit = detail.edits[0] if detail.edits else None
        who = (
            tr("{who} changed this agent while you were editing: {reason}").format(who=edit.by, reason=edit.reason)
            if edit
            else tr("This agent was changed meanwhile.")
        )
        rows = [row for row in _rows(theirs, mine, before) if len({row[1], row[2], row[3]}) > 1]
        line = tr("{field}: theirs {theirs}, yours {yours} (was {before})")
        lines = [
            line.format(field=words, theirs=value_words(left), yours=value_words(right), before=value_words(was))
            for words, left, right, was in rows
        ]
        self.say_both(who, lines)


def _rows(theirs: LimitForm, mine: LimitForm, before: LimitForm) -> list[tuple[str, object, object, object]]:
    return [
        (tr("Mode"), theirs.mode, mine.mode, before.mode),
        (tr("Calls per hour"), theirs.calls_per_hour, mine.calls_per_hour, before.calls_per_hour),
        (tr("Call timeout"), theirs.call_timeout, mine.call_timeout, before.call_timeout),
        (tr("Delay"), theirs.auto_dial_delay, mine.auto_dial_delay, before.auto_dial_delay),
        (tr("Enforcement"), theirs.enforcement, mine.enforcement, before.enforcement),
    ]
