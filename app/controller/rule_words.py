"""Rules in words: a sentence for people, and the wording as it crosses the wire."""

from collections.abc import Sequence
from datetime import timedelta
from typing import get_args

from app.compliance.rule_edits import Timeline
from app.compliance.rules import DAY_S, WEEKDAYS, Kind, Rule
from app.wire.rules import DayName, GroupName, KindName, RuleWording

_DAYS: dict[str, str] = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_DUTIES: dict[Kind, str] = {
    Kind.CONDITIONAL_BAN: "No calls while a state of emergency holds",
    Kind.ABANDON: "Abandoned calls at most: {amount}",
    Kind.RING: "Let it ring for at least {amount}",
    Kind.DNC_NATIONAL: "No calls to numbers on the national list, whose copy is at most 31 days old",
    Kind.DNC_INTERNAL_DELAY: "Requests not to be called are honoured within {amount}",
    Kind.DNC_INTERNAL_RETENTION: "Requests not to be called are kept for {amount}",
    Kind.SCOPE: "Its rules bind every number of its area codes",
    Kind.REASSIGNED: "The Reassigned Numbers Database is asked before the first call",
    Kind.COOLDOWN: "No call for {hours} hours after a conversation, counted in days",
    Kind.COOLDOWN_ABANDON: "No call for {hours} hours after an abandoned call, unless an agent is guaranteed",
    Kind.ATTEMPTS: "At most {cap} calls to a person in {hours} hours",
}


def sentence_of(rule: Rule) -> str:
    """What a rule says, in one English sentence without its citation."""
    if rule.kind is Kind.HOURS:
        said = f"Calls from {clock(rule.start)} to {clock(rule.end)}, {_named(rule.days)}"
    elif rule.kind is Kind.BAN:
        said = _ban(rule)
    else:
        said = _DUTIES[rule.kind].format(amount=rule.amount, hours=rule.window_hours or 0, cap=rule.cap)
    return f"{said}, by the clock of {rule.zone}" if rule.zone else said


def sentences_of(timeline: Timeline) -> str:
    """Every wording of a rule, each with the day from which it holds."""
    if not timeline:
        return "No such rule"
    return "; ".join(_dated(rule) for rule in timeline)


def wording_of(rule: Rule) -> RuleWording:
    """A rule as it crosses the wire."""
    names: tuple[DayName, ...] = get_args(DayName)
    return RuleWording(
        citation=rule.citation,
        start=clock(rule.start),
        end=clock(rule.end),
        days=[name for at, name in enumerate(names) if at in rule.days],
        on_holidays=rule.on_holidays,
        applies_to=_group(rule.applies_to),
        clock=rule.zone,
        cap=rule.cap if rule.kind is Kind.ATTEMPTS else None,
        window_hours=rule.window_hours,
        amount=rule.amount if rule.kind is not Kind.ATTEMPTS else "",
        effective_from=rule.effective_from,
        effective_to=rule.effective_to,
        note=rule.note,
    )


def rule_of(rule_id: str, jurisdiction: str, kind: Kind, wording: RuleWording) -> Rule:
    """The rule that a wording makes; whoever edits a text has not shown that anybody read the statute."""
    counted = kind is Kind.ATTEMPTS
    return Rule(
        id=rule_id,
        jurisdiction=jurisdiction,
        kind=kind,
        citation=wording.citation.strip(),
        verified=False,
        applies_to=wording.applies_to,
        start=_seconds(wording.start) if kind is Kind.HOURS else 0,
        end=_seconds(wording.end) if kind is Kind.HOURS else DAY_S,
        days=frozenset(WEEKDAYS.index(day) for day in wording.days),
        on_holidays=wording.on_holidays and kind is Kind.BAN,
        in_emergency=kind is Kind.CONDITIONAL_BAN,
        zone=wording.clock,
        cap=wording.cap if counted else None,
        window_hours=wording.window_hours,
        amount="" if counted else wording.amount,
        effective_from=wording.effective_from,
        effective_to=wording.effective_to,
        note=wording.note.strip(),
    )


def kind_name(kind: Kind) -> KindName:
    """A kind as the wire spells it."""
    names: tuple[KindName, ...] = get_args(KindName)
    return next(name for name in names if name == kind.value)


def clock(seconds: int) -> str:
    """A second of the day as `08:00`."""
    return f"{seconds // 3_600:02}:{seconds // 60 % 60:02}"


def _ban(rule: Rule) -> str:
    first, last = rule.effective_from, rule.effective_to
    if first is not None and last == first + timedelta(days=1) and len(rule.days) == len(WEEKDAYS):
        return f"No calls on {first.isoformat()}"
    parts = [_named(rule.days)] if rule.days else []
    return f"No calls on {' and '.join([*parts, *(['holidays'] if rule.on_holidays else [])])}"


def _named(days: frozenset[int]) -> str:
    if len(days) == len(WEEKDAYS):
        return "every day"
    names = [_DAYS[WEEKDAYS[day]] for day in sorted(days)]
    if len(names) > 2 and max(days) - min(days) == len(days) - 1:
        return f"{names[0]} to {names[-1]}"
    return ", ".join(names)


def _dated(rule: Rule) -> str:
    parts: Sequence[str] = (
        f"from {rule.effective_from.isoformat()}" if rule.effective_from is not None else "",
        f"until before {rule.effective_to.isoformat()}" if rule.effective_to is not None else "",
    )
    dates = " ".join(part for part in parts if part)
    return f"{sentence_of(rule)} ({dates})" if dates else sentence_of(rule)


def _seconds(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 3_600 + int(minutes) * 60


def _group(text: str) -> GroupName:
    names: tuple[GroupName, ...] = get_args(GroupName)
    return next((name for name in names if name == text), "telemarketing")
