"""One contact file that was sent: how it is to be read, how far its process is, and what came of it."""

import asyncio
from pathlib import Path

import msgspec

from app.controller.import_orders import ImportOrder
from app.engine.value import Id
from app.jobs.child import Child
from app.reports.import_task import ImportNews
from app.wire.imports import ImportFacts, ImportPhase, ImportState


class ImportedFile:
    """Its state, as its process tells it."""

    def __init__(self, import_id: Id, tenant_id: Id, name: str, path: Path) -> None:
        self.import_id = import_id
        self.tenant_id = tenant_id
        self.name = name
        self.path = path
        self.rejected_path = path.with_suffix(".rejected.csv")
        self.child = Child(self._hear, self._end)
        self.turn = asyncio.Lock()
        """Held while a process is begun or ended: two orders at once would import the file twice."""
        self.order = ImportOrder()
        self.phase: ImportPhase = "checking"
        self.facts: ImportFacts | None = None
        self.news = ImportNews()
        self.error: str | None = None

    def begin(self, order: ImportOrder) -> None:
        """A process begins; what an earlier look found stays until this one says otherwise."""
        self.phase = "checking" if order.kind == "check" else "importing"
        self.order, self.news, self.error = order, ImportNews(), None

    @property
    def runs(self) -> bool:
        """Whether a process is at it."""
        return self.phase in ("checking", "importing")

    def _hear(self, line: bytes) -> None:
        self.news = news = msgspec.json.decode(line, type=ImportNews)
        if news.facts is not None:
            self.facts = news.facts

    def _end(self, error: str | None) -> None:
        # A cancelled one stays cancelled, whatever its process said.
        if not self.runs:
            return
        if error is not None:
            self.phase, self.error = "failed", error
        elif self.phase == "checking":
            self.phase = "ready"
        else:
            self.phase = "done"
            self.path.unlink(missing_ok=True)

    def state(self) -> ImportState:
        """As it is told."""
        return ImportState(
            id=self.import_id,
            file=self.name,
            state=self.phase,
            campaign=self.order.campaign,
            onto=self.order.onto,
            rows_done=self.news.rows_done,
            rows_total=self.news.rows_total,
            facts=self.facts,
            added=self.news.added,
            known=self.news.known,
            rejected=self.news.rejected,
            rejected_lines=self.news.lines,
            error=self.error,
        )
