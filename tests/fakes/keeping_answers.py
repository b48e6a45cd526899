"""How long the fake folder keeps rows, and its diagnostics."""

from typing import TYPE_CHECKING

import msgspec

from app.engine.retention import KEPT
from app.ui.models.moment import Instant
from app.wire.diagnostics import DiagnosticFact, DiagnosticsPage
from app.wire.retention import EditRetention, RetentionItem, RetentionPage
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

FACTS: tuple[tuple[str, str, str, str, str], ...] = (
    ("program", "Dialfloor", "0.3.0", "ok", ""),
    ("program", "Python", "3.11.7, cpython", "ok", ""),
    ("machine", "System", "Linux 6.1.0-18-amd64, x86_64", "ok", ""),
    ("machine", "Memory", "3.1 of 7.7 GiB available", "ok", ""),
    ("engine", "Running since", "2026-11-24 05:58:12 UTC", "ok", ""),
    ("engine", "Decisions, 99th percentile", "4.2 ms", "ok", ""),
    ("engine", "Journal", "48,120 commits, 1.6 decisions each", "ok", ""),
    ("engine", "Synced commit, 99th percentile", "2.9 ms", "ok", ""),
    ("engine", "Feed", "3 listeners, the slowest 1 messages behind", "ok", ""),
    ("engine", "Jobs", "0.1 s late at worst (checkpoint)", "ok", ""),
    ("folder", "Folder", "/home/maria/.local/share/dialfloor", "ok", ""),
    ("folder", "Disk", "1.6 GiB free", "warn", "free some space: a million calls take about 0.25 GiB"),
    ("folder", "Database", "49.1 MB, schema 0005", "ok", ""),
    ("rows", "call_logs", "182,406", "ok", ""),
    ("rows", "contacts", "23,970", "ok", ""),
)


class KeepingAnswers:
    """A part of `gateway.admin`."""

    floor: "FloorGateway"
    amounts: dict[str, int | None]

    def retention(self) -> RetentionPage:
        self.floor.ask_for("retention")
        return self._rules()

    def _rules(self) -> RetentionPage:
        now: Instant = self.floor.world.now
        return RetentionPage(
            rules=[
                RetentionItem(
                    name=kept.name,
                    unit=kept.unit,
                    amount=self.amounts.get(kept.name, kept.usual),
                    usual=kept.usual,
                    least=kept.least,
                    most=kept.most,
                    is_folders=kept.is_folders,
                    source=kept.source,
                    may_edit=kept.least is not None,
                    by="Ada Lindqvist" if kept.name in self.amounts else None,
                    edited_at=now if kept.name in self.amounts else None,
                    job=kept.job,
                    last_run_at=None if kept.job is None else now,
                    last_outcome=None if kept.job is None else "0 deleted",
                )
                for kept in KEPT
            ]
        )

    def edit_retention(self, name: str, edit: EditRetention) -> RetentionPage:
        self.floor.ask_for("edit_retention")
        current = next(rule.amount for rule in self._rules().rules if rule.name == name)
        if current != edit.expected:
            fault = no(409, "conflict", "Someone else changed this meanwhile")
            fault.body = msgspec.structs.replace(fault.body, current={"amount": current}, yours={"amount": edit.amount})
            raise fault
        self.amounts[name] = edit.amount
        return self._rules()

    def diagnostics(self) -> DiagnosticsPage:
        self.floor.ask_for("diagnostics")
        names = ("group", "name", "value", "health", "nextStep")
        facts = [msgspec.convert(dict(zip(names, fact, strict=True)), DiagnosticFact) for fact in FACTS]
        return DiagnosticsPage(at=self.floor.world.now, facts=facts)
