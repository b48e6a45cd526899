"""Exports in words: kinds, ranges, how far one is, what came of it. No widget."""

from datetime import datetime, timedelta
from types import MappingProxyType

from app.ui.models.admin_rows import moment_text
from app.ui.models.backup_words import size_text
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.exports import ExportKind, ExportPresetItem, ExportState, RangeName, StartExport

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


def rows_words(count: int) -> str:
    """`38,210 rows`."""
    return tr("%Ln rows", "", count)


def span_words(since: datetime | None, until: datetime | None) -> str:
    """From when to when, in local time."""
    if since is None and until is None:
        return tr("everything there is")
    first = moment_text(since, tr("the beginning"))
    last = moment_text(until, tr("now"))
    return tr("{first} to {last}").format(first=first, last=last)


def what_words(what: StartExport) -> str:
    """A saved export's rows and columns in a line."""
    kind = tr(KINDS[what.kind])
    when = tr(RANGES[what.range]) if what.range is not None else span_words(what.from_, what.to)
    if not what.fields:
        return tr("{kind}, {when}").format(kind=kind, when=when)
    columns = tr("%Ln columns", "", len(what.fields))
    return tr("{kind}, {when}, {columns}").format(kind=kind, when=when, columns=columns)


def schedule_words(preset: ExportPresetItem) -> str:
    """When a saved export runs by itself, and where to."""
    schedule = preset.schedule
    if schedule is None:
        return tr("By hand")
    said = tr("Daily at {at} ({zone}), into {folder}")
    return said.format(at=schedule.at, zone=schedule.zone, folder=schedule.folder)


def outcome_of(preset: ExportPresetItem) -> tuple[str, str, Tone]:
    """What came of the last run by schedule: words, icon, tone."""
    if preset.schedule is None and preset.last_outcome is None:
        return "", "", "muted"
    if preset.last_outcome is None:
        return tr("Not run yet"), "clock-outline", "muted"
    if preset.last_failed:
        return preset.last_outcome, "alert-circle-outline", "danger"
    return preset.last_outcome, "check-circle-outline", "ok"


def preset_columns() -> tuple[RowColumn[ExportPresetItem], ...]:
    """The name, what it exports, when by itself, and how that went."""
    return (
        RowColumn(id="name", title=tr("Name"), width=150, strong=True, text=lambda one: one.name),
        RowColumn(id="what", title=tr("What"), width=190, text=lambda one: what_words(one.what)),
        RowColumn(id="schedule", title=tr("When"), width=220, stretch=True, text=schedule_words),
        RowColumn(id="next", title=tr("Next"), width=130, text=lambda one: moment_text(one.next_at, "–")),
        RowColumn(
            id="last",
            title=tr("Last run"),
            width=210,
            text=lambda one: outcome_of(one)[0],
            icon=lambda one: outcome_of(one)[1],
            tone=lambda one: outcome_of(one)[2],
        ),
    )


def run_columns() -> tuple[RowColumn[ExportState], ...]:
    """When, what, by whom, with which fingerprint, how much."""
    return (
        RowColumn(id="began", title=tr("Made"), width=136, text=lambda one: moment_text(one.began_at)),
        RowColumn(
            id="what",
            title=tr("What"),
            width=230,
            stretch=True,
            strong=True,
            text=_made_words,
            hint=lambda one: f"{one.folder}/{one.file}" if one.file else _made_words(one),
        ),
        RowColumn(id="by", title=tr("Who"), width=120, text=_by_words),
        RowColumn(
            id="sha256",
            title=tr("SHA-256"),
            width=116,
            text=lambda one: "" if one.sha256 is None else f"{one.sha256[:10]}…",
            hint=lambda one: one.sha256 or "",
        ),
        RowColumn(id="rows", title=tr("Rows"), width=90, right=True, text=lambda one: f"{one.rows_done:,}"),
        RowColumn(
            id="size",
            title=tr("Size"),
            width=84,
            right=True,
            text=lambda one: "" if one.bytes is None else size_text(one.bytes),
        ),
        RowColumn(
            id="state",
            title=tr("State"),
            width=160,
            text=lambda one: state_of(one)[0],
            icon=lambda one: state_of(one)[1],
            tone=lambda one: state_of(one)[2],
            hint=lambda one: one.error or state_of(one)[0],
        ),
    )


def _made_words(state: ExportState) -> str:
    kind = next((tr(words) for kind, words in KINDS.items() if kind == state.kind), state.kind)
    return tr("{kind}, {when}").format(kind=kind, when=_days_words(state.from_, state.to))


def _days_words(since: datetime | None, until: datetime | None) -> str:
    """The first and the last day; of a range that does not end at midnight, the instants."""
    if since is None or until is None:
        return span_words(since, until)
    first, end = since.astimezone(), until.astimezone()
    if (first.hour, first.minute) != (0, 0) or (end.hour, end.minute) != (0, 0):
        return span_words(since, until)
    last = end - timedelta(minutes=1)
    if first.date() == last.date():
        return f"{first:%Y-%m-%d}"
    return tr("{first} to {last}").format(first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}")


def _by_words(state: ExportState) -> str:
    return tr("By schedule") if state.preset is not None else state.by
