"""The engine's scheduled jobs: when each last ran, what came of it, when it runs next; the safe ones can be run now."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.bridge import Trouble
from app.ui.models.admin_rows import job_columns, job_failed
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.operator import JobsPage


class JobsPane(SectionPane):
    """Asks once a second while it is seen. Every job may run at any time: none decides anything."""

    def __init__(self, place: Place) -> None:
        what = tr("Housekeeping of the engine. No job decides anything: one that is late changes no answer.")
        super().__init__(place, tr("Jobs"), what)
        self.jobs = RowsModel(place.look, job_columns(), lambda job: job.name)
        self.table = RowsTable(place.look, tr("Scheduled jobs"), self.jobs, tr("Asking the engine …"))
        self.run = self.button(tr("Run now"), "play", self.run_chosen)
        self.said = ElidedLabel(place.look, "", "body", "muted")
        self._running = ""
        self._asked = False
        card = self.listed(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.run)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addLayout(foot)
        self.body.addWidget(card, 1)
        self.table.chosen.connect(self._allow)
        self.table.opened.connect(lambda _: self.run_chosen())
        self._allow()

    def refresh(self) -> None:
        """Ask, unless the last question still stands."""
        if not self._asked:
            self._asked = True
            self.ask(lambda gateway: gateway.jobs(), self._show, self._failed)

    def tick(self) -> None:
        """Runs and times move on."""
        self.refresh()

    def relink(self) -> None:
        """Another engine's jobs."""
        super().relink()
        self._running, self._asked = "", False
        self.jobs.show_rows([])
        self.said.setText("")

    def _show(self, page: JobsPage) -> None:
        self._asked = False
        self.say_trouble("")
        if [job.name for job in page.jobs] == [job.name for job in self.jobs.rows]:
            for job in page.jobs:
                self.jobs.put_row(job)
        else:
            self.jobs.show_rows(page.jobs)
        self._allow()

    def _failed(self, trouble: Trouble) -> None:
        self._asked = False
        self.say_trouble_of(trouble)

    def _allow(self) -> None:
        self.run.setEnabled(self.table.chosen_row is not None and not self._running)

    def run_chosen(self) -> None:
        """Run the chosen job now."""
        job = self.table.chosen_row
        if job is None or self._running:
            return
        name = self._running = job.name
        self._say(tr("Running {name} …").format(name=name), failed=False)
        self._allow()
        self.ask(lambda gateway: gateway.admin.run_job(name), self._ran, self._not_run)

    def _ran(self, page: JobsPage) -> None:
        name, self._running = self._running, ""
        self._show(page)
        job = next((job for job in page.jobs if job.name == name), None)
        if job is not None:
            said = tr("{name} has run: {outcome}").format(name=name, outcome=job.last_outcome or tr("done"))
            self._say(said, failed=job_failed(job))

    def _not_run(self, trouble: Trouble) -> None:
        self._running = ""
        self._say(str(trouble), failed=True)
        self._allow()

    def _say(self, sentence: str, *, failed: bool) -> None:
        self.said.setText(sentence)
        set_tone(self.said, "danger" if failed else "muted")
