"""What is kept how long, what goes next, and legal holds, in words. No widget, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.ui.models.admin_rows import moment_text
from app.ui.models.retention_words import amount_words, source_of, title_of
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.wire.holds import DueItem, DuePage, HoldItem
from app.wire.retention import RetentionItem, RetentionPage

SHOWN = ("calls", "debt_calls", "do_not_call", "refusals", "alerts", "audit")
"""The kinds that are proof of something, in this order."""

SCOPES: MappingProxyType[str, str] = MappingProxyType(
    {
        "tenant": marked("Everything of the tenant"),
        "campaign": marked("One campaign’s calls"),
        "number": marked("One number’s calls"),
        "range": marked("The calls of a span of time"),
    }
)
ICONS: MappingProxyType[str, str] = MappingProxyType(
    {"tenant": "domain", "campaign": "bullhorn-outline", "number": "phone-lock-outline", "range": "calendar-range"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """A kind, and what of it goes at the next clean-up; `due` None where none does."""

    rule: RetentionItem
    due: DueItem | None


def kept_rows(rules: RetentionPage, due: DuePage | None) -> list[KeptRow]:
    """The kinds that are proof, each with what goes next."""
    by_name = {rule.name: rule for rule in rules.rules}
    going = {} if due is None else {one.name: one for one in due.kinds}
    return [KeptRow(rule=by_name[name], due=going.get(name)) for name in SHOWN if name in by_name]


def going_words(row: KeptRow) -> str:
    """How many rows go at the next clean-up."""
    if row.due is None or row.due.before is None:
        return tr("nothing")
    return tr("%Ln rows", "", row.due.rows) if row.due.rows else tr("nothing is old enough")


def held_words(row: KeptRow) -> str:
    """How many more would go but for a hold."""
    return f"{row.due.held:,}" if row.due is not None and row.due.held else ""


def next_run_words(page: DuePage) -> str:
    """When the clean-up runs, and what it deletes in all."""
    total = sum(one.rows for one in page.kinds)
    held = sum(one.held for one in page.kinds)
    when = moment_text(page.next_run_at, tr("not planned"))
    said = tr("Next clean-up {when}: it deletes {rows}").format(when=when, rows=tr("%Ln rows", "", total))
    return said + (tr(", and a hold keeps %Ln more", "", held) if held else "") + "."


def hold_what(hold: HoldItem) -> str:
    """What a hold names; a number is masked."""
    if hold.scope == "campaign":
        return hold.campaign or tr("a campaign that is gone")
    if hold.scope == "number":
        return hold.phone or ""
    if hold.scope == "range":
        return tr("{start} to {end}").format(start=moment_text(hold.from_), end=moment_text(hold.to))
    return tr("all calls, refusals and numbers")


def kept_columns() -> tuple[RowColumn[KeptRow], ...]:
    """What, how long, why, and what goes next."""
    return (
        RowColumn(
            id="what",
            title=tr("What is kept"),
            width=200,
            strong=True,
            text=lambda row: title_of(row.rule),
            icon=lambda row: "lock-outline" if row.rule.least is None else "",
        ),
        RowColumn(
            id="amount",
            title=tr("How long"),
            width=150,
            text=lambda row: amount_words(row.rule.amount, row.rule.unit),
        ),
        RowColumn(
            id="why",
            title=tr("Why"),
            width=240,
            stretch=True,
            text=lambda row: source_of(row.rule),
            tone=lambda _: "muted",
        ),
        RowColumn(
            id="going",
            title=tr("Goes next"),
            width=150,
            text=going_words,
            hint=lambda row: (
                moment_text(row.due.before) if row.due is not None and row.due.before else going_words(row)
            ),
            tone=lambda row: "warn" if row.due is not None and row.due.rows else "muted",
        ),
        RowColumn(id="held", title=tr("Held back"), width=100, right=True, text=held_words),
    )


def hold_columns() -> tuple[RowColumn[HoldItem], ...]:
    """What is held, which, why, by whom and since when."""
    return (
        RowColumn(
            id="scope",
            title=tr("Legal hold"),
            width=210,
            strong=True,
            text=lambda hold: tr(SCOPES[hold.scope]),
            icon=lambda hold: ICONS[hold.scope],
        ),
        RowColumn(id="which", title=tr("Which"), width=230, text=hold_what, hint=hold_what),
        RowColumn(
            id="why",
            title=tr("Reason"),
            width=220,
            stretch=True,
            text=lambda hold: hold.reason,
            hint=lambda hold: hold.reason,
        ),
        RowColumn(id="by", title=tr("Set by"), width=130, text=lambda hold: hold.by),
        RowColumn(
            id="at", title=tr("Since"), width=130, text=lambda hold: moment_text(hold.at), tone=lambda _: "muted"
        ),
    )


def holds_words(holds: Sequence[HoldItem]) -> str:
    """How many holds are on."""
    return tr("%n legal holds are on", "", len(holds)) if holds else tr("No legal hold is on")
