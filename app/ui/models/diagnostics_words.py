"""Diagnostics as text to be sent on, and as rows. No widget."""

from types import MappingProxyType

from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.diagnostics import DiagnosticFact, DiagnosticsPage

GROUPS: MappingProxyType[str, str] = MappingProxyType(
    {
        "program": marked("Program"),
        "machine": marked("Machine"),
        "engine": marked("Engine"),
        "folder": marked("Folder"),
        "rows": marked("Rows"),
    }
)
_TONES: MappingProxyType[str, Tone] = MappingProxyType({"ok": "text", "warn": "warn", "fail": "danger"})
_ICONS: MappingProxyType[str, str] = MappingProxyType({"warn": "alert-outline", "fail": "alert-circle-outline"})


def diagnostics_text(page: DiagnosticsPage) -> str:
    """All facts as plain text, in English, since those who read it may speak another language than the window."""
    lines = [f"Dialfloor diagnostics, {page.at:%Y-%m-%d %H:%M:%S} UTC"]
    group = ""
    for fact in page.facts:
        if fact.group != group:
            group = fact.group
            lines += ["", GROUPS.get(group, group)]
        step = f" [{fact.health.upper()}: {fact.next_step}]" if fact.health != "ok" else ""
        lines.append(f"  {fact.name}: {fact.value}{step}")
    return "\n".join(lines) + "\n"


def fact_columns() -> tuple[RowColumn[DiagnosticFact], ...]:
    """Of what, which, and what it is."""
    return (
        RowColumn(
            id="group",
            title=tr("Of"),
            width=110,
            text=lambda fact: tr(GROUPS.get(fact.group, fact.group)),
            tone=lambda _: "muted",
        ),
        RowColumn(id="name", title=tr("Fact"), width=260, strong=True, text=lambda fact: fact.name),
        RowColumn(
            id="value",
            title=tr("Value"),
            width=300,
            stretch=True,
            text=lambda fact: fact.value if not fact.next_step else f"{fact.value}: {fact.next_step}",
            tone=lambda fact: _TONES[fact.health],
            icon=lambda fact: _ICONS.get(fact.health, ""),
        ),
    )
