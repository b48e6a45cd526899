"""The engine's scheduled jobs: when each last ran, what came of it, and when it runs next."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.design.tokens import FontRole
from app.ui.models.admin_rows import outcome_text
from app.ui.models.wording import clock_text
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone, label
from app.ui.widgets.sheet import Sheet
from app.wire.operator import JobItem, JobsPage

REFRESH_MS = 1_000
_COLUMNS: tuple[tuple[str, FontRole, Tone], ...] = (
    (marked("Job"), "strong", "text"),
    (marked("What it does"), "body", "muted"),
    (marked("Last ran"), "body", "text"),
    (marked("Outcome"), "body", "muted"),
    (marked("Next run"), "body", "text"),
)


class JobsDialog(Sheet):
    """Asks the engine once a second while it is open."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(look, parent, tr("Scheduled jobs"), tr("Close"), width=920)
        self._bridge = bridge
        self._rows: dict[str, list[QLabel]] = {}
        self.cancel.hide()
        self.go.clicked.connect(self.accept)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        for column, (title, _, _) in enumerate(_COLUMNS):
            self._grid.addWidget(label(look, tr(title), "caption", "muted"), 0, column)
        self.body.addLayout(self._grid)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._ask)
        self._ask()

    def texts(self, name: str) -> list[str]:
        """What the row of a job says, empty if it has none."""
        return [cell.text() for cell in self._rows.get(name, [])]

    def _ask(self) -> None:
        self._bridge.ask(lambda gateway: gateway.jobs(), self, self._show, self._failed)

    def _show(self, page: JobsPage) -> None:
        self.say_trouble("")
        for job in page.jobs:
            self._show_job(job, page.now)
        self._timer.start()

    def _show_job(self, job: JobItem, now: datetime) -> None:
        cells = self._rows.get(job.name) or self._add_row(job.name)
        last = tr("not yet") if job.last_ended_at is None else clock_text(job.last_ended_at, now)
        upcoming = tr("never") if job.next_run_at is None else clock_text(job.next_run_at, now)
        for cell, text in zip(cells, (job.name, job.what, last, outcome_text(job), upcoming), strict=True):
            cell.setText(text)

    def _add_row(self, name: str) -> list[QLabel]:
        row = len(self._rows) + 1
        cells = [label(self._look, "", role, tone) for _, role, tone in _COLUMNS]
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, row, column)
        self._rows[name] = cells
        return cells

    def _failed(self, trouble: Trouble) -> None:
        self.say_trouble(str(trouble))
        self._timer.start()
