"""How long rows are kept, in words: what each kind is, why, and what may be set. No widget."""

from types import MappingProxyType

from app.ui.models.admin_rows import moment_text
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.wire.retention import RetentionItem

TITLES: MappingProxyType[str, str] = MappingProxyType(
    {
        "calls": marked("Calls and their history"),
        "debt_calls": marked("Calls about debts"),
        "do_not_call": marked("Do-not-call lists"),
        "refusals": marked("Refusals"),
        "alerts": marked("Resolved alerts"),
        "audit": marked("Audit trail"),
        "requests": marked("API requests"),
        "answers": marked("Answers to repeated requests"),
        "backups": marked("Copies of the database"),
    }
)
SOURCES: MappingProxyType[str, str] = MappingProxyType(
    {
        "calls": marked("16 CFR 310.5(a): records of calls are kept for five years"),
        "debt_calls": marked("12 CFR 1006.100(a): three years after the last call to the same person"),
        "do_not_call": marked("A wish not to be called holds for ever, and with it its record"),
        "refusals": marked("Proof of why no call went out; a quarter is the least that a complaint takes"),
        "alerts": marked("Resolved ones and their history; an open alert always stays"),
        "audit": marked("Each record carries the hash of the one before: none can be taken out"),
        "requests": marked("The API limits look back an hour; a day is kept for the monitoring queries"),
        "answers": marked("A request with the same Idempotency-Key gets its first answer again for this long"),
        "backups": marked("Each night’s copy takes as much room as the database"),
    }
)


def title_of(rule: RetentionItem) -> str:
    """What is kept; a kind that this window does not know is shown by its name."""
    return tr(TITLES.get(rule.name, rule.name))


def source_of(rule: RetentionItem) -> str:
    """The law or the reason."""
    return tr(SOURCES[rule.name]) if rule.name in SOURCES else rule.source


def amount_words(amount: int | None, unit: str) -> str:
    """`for ever`, `24 hours`, `5.0 years`, `7 copies`."""
    if amount is None:
        return tr("for ever")
    if unit == "hours":
        return tr("%Ln hours", "", amount)
    if unit == "copies":
        return tr("%Ln copies", "", amount)
    days = tr("%Ln days", "", amount)
    return f"{days} ({amount / 365.25:.1f} y)" if amount >= 366 else days


def bounds_words(rule: RetentionItem) -> str:
    """What may be set."""
    if rule.least is None or rule.most is None:
        return tr("Fixed")
    said = tr("At least {least}, at most {most}")
    return said.format(least=amount_words(rule.least, rule.unit), most=amount_words(rule.most, rule.unit))


def retention_columns() -> tuple[RowColumn[RetentionItem], ...]:
    """What, how long, why, and the last clean-up."""
    return (
        RowColumn(
            id="what",
            title=tr("What is kept"),
            width=230,
            strong=True,
            text=title_of,
            icon=lambda rule: "lock-outline" if not rule.may_edit else "",
            hint=lambda rule: title_of(rule) if rule.may_edit else tr("Fixed: {why}").format(why=source_of(rule)),
        ),
        RowColumn(
            id="amount",
            title=tr("How long"),
            width=160,
            text=lambda rule: amount_words(rule.amount, rule.unit),
            hint=_set_by,
        ),
        RowColumn(id="why", title=tr("Why"), width=260, stretch=True, text=source_of, tone=lambda _: "muted"),
        RowColumn(
            id="ran",
            title=tr("Last clean-up"),
            width=150,
            text=lambda rule: "" if rule.job is None else moment_text(rule.last_run_at, tr("not yet")),
            hint=lambda rule: rule.last_outcome or "",
        ),
    )


def _set_by(rule: RetentionItem) -> str:
    if rule.by is None or rule.edited_at is None:
        return tr("As it is usual")
    return tr("Set by {who}, {when}").format(who=rule.by, when=moment_text(rule.edited_at))
