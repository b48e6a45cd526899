"""The lists of the Rules section as columns, and what of the rules is seen. No widget."""

from collections.abc import Sequence

from app.ui.models.admin_rows import moment_text
from app.ui.models.rows_model import RowColumn
from app.ui.models.rule_words import (
    KIND_ICONS,
    KINDS,
    STATE_ICONS,
    STATES,
    VERDICT_ICONS,
    VERDICTS,
    change_says,
    change_subject,
    dates_words,
    place_words,
    rule_says,
    signed,
    stands,
    text_read,
    verdict_tone,
)
from app.ui.tongue import tr
from app.wire.rules import EmergencyItem, KindName, RuleChangeItem, RuleItem


def narrowed(
    rules: Sequence[RuleItem], place: str | None, kind: KindName | None, typed: str, *, edited: bool
) -> list[RuleItem]:
    """The rules of a place and kind whose words hold what was typed; only those that people touched, if asked."""
    wanted = typed.strip().casefold()
    return [
        one
        for one in rules
        if place in (None, one.jurisdiction)
        and kind in (None, one.kind)
        and (not edited or one.is_edited or one.proposals or one.signature is not None)
        and wanted in _words(one).casefold()
    ]


def _words(rule: RuleItem) -> str:
    return f"{rule.id} {place_words(rule.jurisdiction)} {rule_says(rule.kind, rule.wording)} {rule.wording.citation}"


def rule_columns() -> tuple[RowColumn[RuleItem], ...]:
    """Where, what about, what it says, by which text, who vouches for it."""
    return (
        RowColumn(
            id="place",
            title=tr("Place"),
            width=54,
            strong=True,
            text=lambda one: one.jurisdiction.removeprefix("US-"),
            hint=lambda one: place_words(one.jurisdiction),
            order=lambda one: (one.jurisdiction != "US", one.jurisdiction),
        ),
        RowColumn(
            id="says",
            title=tr("Says"),
            width=272,
            stretch=True,
            text=lambda one: rule_says(one.kind, one.wording),
            icon=lambda one: KIND_ICONS[one.kind],
            tone=lambda one: "muted" if one.is_removed else "text",
            hint=lambda one: f"{tr(KINDS[one.kind])}: {rule_says(one.kind, one.wording)}",
            order=lambda one: one.kind,
        ),
        RowColumn(
            id="citation",
            title=tr("Citation"),
            width=160,
            text=lambda one: one.wording.citation,
            hint=lambda one: one.wording.citation,
            tone=lambda _: "muted",
            order=lambda one: one.wording.citation.casefold(),
        ),
        *_marks(),
    )


def _marks() -> tuple[RowColumn[RuleItem], ...]:
    return (
        RowColumn(
            id="verified",
            title=tr("Text"),
            width=102,
            text=lambda one: text_read(one)[0],
            icon=lambda one: text_read(one)[1],
            tone=lambda one: text_read(one)[2],
            order=lambda one: one.verified,
        ),
        RowColumn(
            id="stands",
            title=tr("Stands"),
            width=120,
            text=lambda one: stands(one)[0],
            icon=lambda one: stands(one)[1],
            tone=lambda one: stands(one)[2],
            order=lambda one: stands(one)[0],
        ),
        RowColumn(
            id="signed",
            title=tr("Signed"),
            width=128,
            text=lambda one: signed(one)[0],
            icon=lambda one: signed(one)[1],
            tone=lambda one: signed(one)[2],
            order=lambda one: signed(one)[0],
        ),
        RowColumn(
            id="dates",
            title=tr("Effective"),
            width=102,
            text=lambda one: dates_words(one.wording) or "–",
            tone=lambda one: "text" if dates_words(one.wording) else "faint",
            order=lambda one: dates_words(one.wording),
        ),
    )


def proposal_columns() -> tuple[RowColumn[RuleChangeItem], ...]:
    """What is proposed, what it does, by whom and why."""
    return (
        RowColumn(id="subject", title=tr("Rule"), width=150, strong=True, text=change_subject, icon=lambda _: "gavel"),
        RowColumn(
            id="verdict",
            title=tr("What it does"),
            width=110,
            text=lambda one: tr(VERDICTS[one.verdict]),
            icon=lambda one: VERDICT_ICONS[one.verdict],
            tone=lambda one: verdict_tone(one.verdict),
        ),
        RowColumn(
            id="before",
            title=tr("Says now"),
            width=180,
            text=lambda one: change_says(one)[0],
            tone=lambda _: "muted",
        ),
        RowColumn(
            id="after",
            title=tr("Is to say"),
            width=190,
            stretch=True,
            text=lambda one: change_says(one)[1],
            hint=lambda one: tr("{before} → {after}").format(before=change_says(one)[0], after=change_says(one)[1]),
        ),
        *_proposers(),
    )


def _proposers() -> tuple[RowColumn[RuleChangeItem], ...]:
    return (
        RowColumn(
            id="by",
            title=tr("Proposed"),
            width=170,
            text=lambda one: tr("{who}, {when}").format(who=one.by, when=moment_text(one.at)),
            hint=lambda one: tr("{who}: {reason}").format(who=one.by, reason=one.reason),
        ),
        RowColumn(
            id="state",
            title=tr("State"),
            width=200,
            text=lambda one: tr("Rule was changed since") if one.is_stale else tr(STATES[one.state]),
            icon=lambda one: "alert-outline" if one.is_stale else STATE_ICONS[one.state],
            tone=lambda one: "danger" if one.is_stale else "warn",
        ),
    )


def emergency_columns() -> tuple[RowColumn[EmergencyItem], ...]:
    """Where no call goes, since when, by whose word."""
    return (
        RowColumn(
            id="place",
            title=tr("Place"),
            width=120,
            strong=True,
            text=lambda one: place_words(one.jurisdiction),
            icon=lambda _: "alert-octagon-outline",
            tone=lambda _: "danger",
        ),
        RowColumn(
            id="since",
            title=tr("Declared"),
            width=240,
            text=lambda one: tr("{who}, {when}").format(who=one.by, when=moment_text(one.at)),
        ),
        RowColumn(id="reason", title=tr("Reason"), width=200, stretch=True, text=lambda one: one.reason),
        RowColumn(
            id="lift",
            title=tr("State"),
            width=220,
            text=lambda one: tr("Lifting it is proposed") if one.lift_proposed else tr("No calls go there"),
            icon=lambda one: "account-clock-outline" if one.lift_proposed else "phone-off-outline",
            tone=lambda one: "warn" if one.lift_proposed else "danger",
        ),
    )
