"""The chain over the log and its checks in words. No widget, no clock."""

from types import MappingProxyType

from app.ui.models.log_rows import when_text
from app.ui.models.moment import Instant
from app.ui.models.wording import stopwatch
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.evidence import BrokenItem, CheckState, EvidencePage

SHORT = 16
"""Digits of a hash that are enough to compare by eye; the tooltip has all."""

PARTS: MappingProxyType[str, str] = MappingProxyType(
    {
        "evidence.chain": marked("The chain: numbered without gaps, each record hashed over the one before"),
        "evidence.rows": marked("Calls, refusals, limits, lists: each row as it was written"),
        "evidence.heads": marked("Signed heads and day roots, held against the chain"),
        "audit.chain": marked("The audit trail: numbered without gaps, each record hashed over the one before"),
        "sessions.active": marked("Active sessions, at each start"),
        "api.minute": marked("API requests of the last day"),
        "calls.hour": marked("Calls: each within the limits of its instant"),
        "calling.rules": marked("Calls: none against a list, or against rules where they refuse"),
    }
)


def short(digest: str) -> str:
    """The beginning of a hash."""
    return f"{digest[:SHORT]}…" if len(digest) > SHORT else digest


def chain_facts(page: EvidencePage, now: Instant) -> list[tuple[str, str, str]]:
    """Name, words and tooltip of each fact about the chain."""
    last = "" if page.last_at is None else when_text(page.last_at, now)
    records = tr("{count}, the last {at}").format(count=f"{page.records:,}", at=last)
    return [
        (tr("Records"), records, page.last_hash),
        (tr("Signed head"), _head_words(page, now), "" if page.head is None else page.head.hash),
        (tr("Day root"), _day_words(page), _day_hint(page)),
        (tr("Signed with"), tr("no key yet") if page.key is None else short(page.key), page.key or ""),
        (tr("Kept elsewhere"), page.copied_to or tr("nowhere: save a head where no one can change it"), ""),
    ]


def _head_words(page: EvidencePage, now: Instant) -> str:
    head = page.head
    if head is None:
        return tr("none yet: one is signed each night")
    behind = page.records - head.number
    at = when_text(head.at, now)
    if behind <= 0:
        return tr("record {number}, {at}").format(number=f"{head.number:,}", at=at)
    return tr("record {number}, {at}; {count} since").format(number=f"{head.number:,}", at=at, count=f"{behind:,}")


def _day_words(page: EvidencePage) -> str:
    if not page.days:
        return tr("none yet: a day is signed when it is over")
    return f"{page.days[0].date} · {short(page.days[0].root)}"


def _day_hint(page: EvidencePage) -> str:
    """The whole root and the records it is over."""
    if not page.days:
        return ""
    day = page.days[0]
    said = tr("{root}, over records {first} to {last}")
    return said.format(root=day.root, first=f"{day.first:,}", last=f"{day.last:,}")


def outcome(check: CheckState | None, now: Instant) -> tuple[str, str, Tone]:
    """Words, icon and tone of how the last check went."""
    if check is None:
        return tr("Not checked since the engine started"), "shield-outline", "muted"
    if check.state == "running":
        return _running(check), "shield-sync-outline", "accent"
    at = when_text(check.ended_at or check.started_at, now)
    if check.state == "ok":
        took = 0 if check.ended_at is None else int((check.ended_at - check.started_at).total_seconds())
        said = tr(
            "Everything is as it was written; nothing that is refused went out. Checked {at} by {who}, in {took}."
        )
        return said.format(at=at, who=check.by, took=stopwatch(took)), "shield-check-outline", "ok"
    if check.state == "broken" and check.offence is not None:
        return broken_words(check.offence, now), "shield-alert-outline", "danger"
    if check.state == "cancelled":
        return tr("The check was cancelled {at}: it has proved nothing.").format(at=at), "shield-off-outline", "muted"
    said = tr("The check could not be made: {why}")
    return said.format(why=check.error or tr("no answer")), "shield-alert-outline", "danger"


def broken_words(offence: BrokenItem, now: Instant) -> str:
    """The first record that is wrong, when it was, and what is wrong with it."""
    at = "" if offence.at is None else " " + tr("of {at}").format(at=when_text(offence.at, now))
    said = tr("First wrong: {record}{at}: {why} ({rule})")
    return said.format(record=offence.record, at=at, why=offence.sentence, rule=offence.rule)


def _running(check: CheckState) -> str:
    if not check.total:
        return tr("Checking …")
    share = min(100, 100 * check.done // check.total)
    return tr("Checking … {share} %, {done} of {total}").format(
        share=share, done=f"{check.done:,}", total=f"{check.total:,}"
    )


def part_facts(check: CheckState | None) -> list[tuple[str, str]]:
    """Each part of a check that is over, and what came of it."""
    if check is None:
        return []
    told = []
    for part in check.checks:
        words = tr(PARTS[part.rules[0]]) if part.rules[0] in PARTS else part.what
        came = tr("broken") if part.broken is not None else f"{part.records:,}"
        warned = tr("%n that only alert", "", part.warned) if part.warned else ""
        told.append((words, f"{came} · {warned}" if warned else came))
    return told
