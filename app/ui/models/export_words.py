"""Exports in words: kinds, ranges, how far one is, what came of it. No widget."""

from types import MappingProxyType

from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.exports import ExportKind, ExportState, RangeName

KINDS: MappingProxyType[ExportKind, str] = MappingProxyType(
    {
        "calls": marked("Calls"),
        "refusals": marked("Refusals"),
        "audit": marked("Audit trail"),
        "evidence": marked("Evidence file"),
    }
)
ABOUT: MappingProxyType[ExportKind, str] = MappingProxyType(
    {
        "calls": marked("Every call with its times, place, agent, outcome and notes, as CSV."),
        "refusals": marked("Every try that a limit refused, folded by the minute, as CSV."),
        "audit": marked("Who changed or took what, when and why, with the hashes that chain it, as CSV."),
        "evidence": marked("All of it in one zip, signed, with a check that needs nothing but Python. Always whole."),
    }
)
RANGES: MappingProxyType[RangeName, str] = MappingProxyType(
    {
        "last-month": marked("Last month"),
        "this-month": marked("This month"),
        "yesterday": marked("Yesterday"),
        "today": marked("Today"),
        "last-7-days": marked("Last 7 days"),
        "last-30-days": marked("Last 30 days"),
        "all": marked("Everything"),
        "this-period": marked("This 30-day period of the campaign"),
        "last-period": marked("Last 30-day period of the campaign"),
    }
)
_STATES: MappingProxyType[str, tuple[str, str, Tone]] = MappingProxyType(
    {
        "running": (marked("Running"), "progress-clock", "accent"),
        "done": (marked("Whole"), "check-circle-outline", "ok"),
        "cancelled": (marked("Cancelled"), "close-circle-outline", "muted"),
        "failed": (marked("Failed"), "alert-circle-outline", "danger"),
    }
)


def progress_words(state: ExportState) -> str:
    """How far it is."""
    if state.state == "done":
        return tr("Saving the file")
    if state.rows_total is None:
        return tr("Counting the rows")
    return tr("{done} of %Ln rows written", "", state.rows_total).format(done=f"{state.rows_done:,}")


def state_of(state: ExportState) -> tuple[str, str, Tone]:
    """Word, icon and tone of how it is."""
    word, icon, tone = _STATES[state.state]
    if state.state == "done" and not state.is_kept:
        return tr("Whole, file deleted"), "check-circle-outline", "muted"
    return tr(word), icon, tone
