"""The frame of an act on many agents: one reason, progress, and a list that names each failure."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.bulk import Outcome, fault_words, summary
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.feed import FloorAgent

LIST_HEIGHT = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One agent's part; `question` is None where nothing is to be done."""

    agent: FloorAgent
    question: Callable[[GatewayPort], object] | None


class BulkSheet(Sheet):
    """Asks the engine for one agent after the other, so that it can be stopped between two."""

    ended = Signal(list)
    """The ids of those it failed for or did not reach."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, title: str, go: str, *, danger: bool) -> None:
        super().__init__(look, parent, title, go, kind="danger" if danger else "primary", width=600)
        self._bridge = bridge
        self._left: deque[Task] = deque()
        self._running = self._stopping = self._over = False
        self.outcomes: list[Outcome] = []
        self.reason = ReasonBox(())
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.status = paragraph(look, "", "text")
        self.results = FactTable(
            look, tr("Results"), (tr("Agent"), tr("Result")), (180, 200), 1, tr("Nothing asked yet")
        ).wrap()
        self.results.setFixedHeight(LIST_HEIGHT)
        self.go.clicked.connect(self._pressed)

    def ask_reason(self, usual: Sequence[str], tasks: Callable[[str], list[Task]]) -> None:
        """Put reason, progress and list under what the subclass has laid out; `tasks` makes of a reason what to ask."""
        self._tasks = tasks
        self.reason.addItems(list(usual))
        self.reason.setCurrentIndex(-1)
        note = self.field(tr("One reason for all"), self.reason, tr("At least 3 letters; everyone can read it later"))
        self.reason.currentTextChanged.connect(self.check)
        self._reason_note = note
        for widget in (self.progress, self.status, self.results):
            self.body.addWidget(widget)
            widget.hide()
        self.check()

    @property
    def ready(self) -> bool:
        """Whether there is something to ask for; a subclass whose fields decide says so."""
        return True

    def check(self) -> None:
        """Offer the act once it can be asked for."""
        untouched = not self.reason.currentText()
        set_tone(self._reason_note, "muted" if self.reason.good or untouched else "danger")
        set_flag(self.reason, "invalid", "false" if self.reason.good or untouched else "true")
        self.go.setEnabled(self.reason.good and self.ready and not self._running)

    def _pressed(self) -> None:
        if self._over:
            self.accept()
            return
        self._left.extend(self._tasks(self.reason.reason))
        self._running = True
        self.go.setEnabled(False)
        self.cancel.setText(tr("Stop"))
        self.lock()
        self.progress.setRange(0, len(self._left))
        self.progress.show()
        self.status.show()
        self._step()

    def lock(self) -> None:
        """While it runs nothing can be changed."""
        self.reason.setEnabled(False)

    def _step(self) -> None:
        if not self._left or self._stopping:
            self._finish()
            return
        task = self._left.popleft()
        self.status.setText(
            tr("{agent}, {number} of {all}").format(
                agent=task.agent.name, number=len(self.outcomes) + 1, all=self.progress.maximum()
            )
        )
        if task.question is None:
            self._record(task, None)
            return
        self._bridge.ask(task.question, self, lambda _: self._record(task, None), lambda bad: self._record(task, bad))

    def _record(self, task: Task, trouble: Trouble | None) -> None:
        fault = None if trouble is None else fault_words(trouble)
        self.outcomes.append(Outcome(agent_id=task.agent.id, name=task.agent.name, fault=fault))
        self.progress.setValue(len(self.outcomes))
        # From the event loop: an engine that cannot be asked answers at once, and a thousand of them would nest.
        QTimer.singleShot(0, self, self._step)

    def _finish(self) -> None:
        self._running, self._over = False, True
        failed = [outcome for outcome in self.outcomes if outcome.fault is not None]
        self.status.setText(summary(self.outcomes, len(self._left)))
        set_tone(self.status, "danger" if failed else "text")
        facts = [(one.name, one.fault or "") for one in failed]
        facts += [(task.agent.name, tr("Not tried")) for task in self._left]
        facts += [(one.name, tr("Done")) for one in self.outcomes if one.fault is None]
        self.results.show_facts(facts)
        self.results.show()
        self.progress.hide()
        self.cancel.hide()
        self.go.setProperty("kind", "primary")
        set_flag(self.go, "over", "true")
        self.go.setText(tr("Close"))
        self.go.setEnabled(True)
        self.go.setFocus()
        self.ended.emit([one.agent_id for one in failed] + [task.agent.id for task in self._left])

    def reject(self) -> None:
        """Stop between two agents; a sheet that is not running closes."""
        if self._running:
            self._stopping = True
        else:
            super().reject()
