"""One contact file that was sent: how it is to be read, how far its process is, and what came of it."""

import asyncio
from pathlib import Path

from app.controller.import_orders import ImportOrder
from app.engine.value import Id
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
        self.process: asyncio.subprocess.Process | None = None
        self.follower: asyncio.Task[None] | None = None
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

    def hear(self, news: ImportNews) -> None:
        """A line of its process."""
        self.news = news
        if news.facts is not None:
            self.facts = news.facts

    def end(self, error: str | None) -> None:
        """Its process has ended; a cancelled one stays cancelled, whatever it said."""
        if self.phase not in ("checking", "importing"):
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
            rows_done=self.news.rows_done,
            rows_total=self.news.rows_total,
            facts=self.facts,
            added=self.news.added,
            known=self.news.known,
            rejected=self.news.rejected,
            rejected_lines=self.news.lines,
            error=self.error,
        )
