"""The law as applied and every change of it, as an evidence file has them."""

from collections.abc import Iterator

from app.compliance.rule_edits import decode_timeline, timeline_of, wording_hash
from app.compliance.rule_files import read_rule_book
from app.compliance.rules import Rule
from app.controller.rule_desk import EMERGENCY, RuleState, state_of
from app.controller.rule_words import sentence_of, sentences_of
from app.engine.rule_changes import ChangeState, RuleChange, RuleSignature
from app.engine.value import Instant
from app.reports.cells import flag_cell, text_cell, time_cell

APPLIED_COLUMNS = (
    "rule_id",
    "jurisdiction",
    "kind",
    "says",
    "citation",
    "verified",
    "applies_to",
    "effective_from",
    "effective_to",
    "edited",
    "signed_by",
    "signed_on",
    "signature_is_of_this_wording",
    "signature_note",
)
CHANGE_COLUMNS = (
    "id",
    "at",
    "by",
    "subject",
    "verdict",
    "state",
    "before",
    "after",
    "reason",
    "settled_at",
    "settled_by",
    "settled_reason",
    "rules_version",
)


def law_until(changes: list[RuleChange], signatures: list[RuleSignature], stop: Instant) -> RuleState:
    """The law as it stood just before an instant: what was changed, settled or signed later had not been."""
    known = [_as_of(change, stop) for change in changes if change.at < stop]
    return state_of(read_rule_book(), known, [one for one in signatures if one.at < stop])


def applied_rows(state: RuleState) -> Iterator[tuple[str, ...]]:
    """Every wording of every rule, and each state of emergency."""
    for rule in state.book.rules:
        yield _applied(state, rule)
    for jurisdiction in sorted(state.book.emergencies):
        said = "A state of emergency: no calls"
        yield (
            f"{EMERGENCY}{jurisdiction}",
            jurisdiction,
            "emergency",
            said,
            "",
            "",
            "",
            "",
            "",
            "true",
            "",
            "",
            "",
            "",
        )


def change_cells(change: RuleChange) -> tuple[str, ...]:
    """One change as it stood."""
    return (
        change.id,
        time_cell(change.at),
        text_cell(change.by),
        text_cell(change.subject),
        change.verdict,
        change.state.value,
        text_cell(_told(change, change.before)),
        text_cell(_told(change, change.after)),
        text_cell(change.reason),
        time_cell(change.settled_at),
        text_cell(change.settled_by),
        text_cell(change.settled_reason),
        change.version,
    )


def _as_of(change: RuleChange, stop: Instant) -> RuleChange:
    if change.settled_at is None or change.settled_at < stop:
        return change
    return RuleChange(
        id=change.id,
        subject=change.subject,
        jurisdiction=change.jurisdiction,
        before=change.before,
        after=change.after,
        verdict=change.verdict,
        reason=change.reason,
        by=change.by,
        by_user=change.by_user,
        at=change.at,
        state=ChangeState.PROPOSED,
    )


def _applied(state: RuleState, rule: Rule) -> tuple[str, ...]:
    wordings = state.wordings(rule.id)
    signature = state.signatures.get(rule.id)
    signed = signature is not None and signature.wording == wording_hash(wordings)
    return (
        text_cell(rule.id),
        rule.jurisdiction,
        rule.kind.value,
        text_cell(sentence_of(rule)),
        text_cell(rule.citation),
        flag_cell(flag=rule.verified),
        rule.applies_to,
        "" if rule.effective_from is None else rule.effective_from.isoformat(),
        "" if rule.effective_to is None else rule.effective_to.isoformat(),
        flag_cell(flag=wordings != timeline_of(state.base, rule.id)),
        text_cell("" if signature is None else signature.counsel),
        "" if signature is None else signature.signed_on,
        "" if signature is None else flag_cell(flag=signed),
        text_cell("" if signature is None else signature.note),
    )


def _told(change: RuleChange, said: str) -> str:
    return said if change.subject.startswith(EMERGENCY) else sentences_of(decode_timeline(said))
