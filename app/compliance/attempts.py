"""How often a person may be tried: rolling caps, Regulation F's days, rest after a talk or an abandoned call."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.compliance.question import AGENT_GUARANTEED, Failure, Purpose, Question
from app.compliance.rules import Applied, Rule, in_force
from app.compliance.zones import local
from app.engine.value import HOUR, Instant


def attempt_failures(question: Question, applied: Sequence[Applied], zones: Sequence[ZoneInfo]) -> Iterator[Failure]:
    """Every cap that is used up and every rest that is not over, at `question.at`."""
    days = [local(question.at, zone).date() for zone in zones]
    for one in applied:
        for rule in in_force(one.attempts, days):
            used = attempts_counted(question, rule, zones)
            if rule.cap is not None and used >= rule.cap:
                detail = f"{one.jurisdiction} {used}>={rule.cap} in {rule.window_hours} h"
                yield Failure(code="ATTEMPT_CAP", rule_id=rule.id, citation=rule.citation, detail=detail)
        for rule in in_force(one.cooldowns, days):
            until = resting_until(question, rule, zones)
            if until is not None:
                detail = f"{one.jurisdiction} until {until.isoformat()}"
                yield Failure(
                    code="COOLDOWN_AFTER_CONVERSATION", rule_id=rule.id, citation=rule.citation, detail=detail
                )
        for rule in in_force(one.abandon_rests, days):
            if rests_after_abandon(question, rule):
                detail = f"{one.jurisdiction} abandoned within {rule.window_hours} h"
                yield Failure(code="COOLDOWN_AFTER_ABANDON", rule_id=rule.id, citation=rule.citation, detail=detail)


def attempts_counted(question: Question, rule: Rule, zones: Sequence[ZoneInfo]) -> int:
    """How many earlier attempts count against a cap now.

    Rolling for the states: one exactly as old as the window still counts. Debt counts calendar days (12 CFR
    1006.14(b)(2)(i)(A)), and where the person may be in several zones the worst of them.
    """
    past = [at for at in question.attempts if at <= question.at]
    hours = rule.window_hours or 0
    if question.purpose is not Purpose.DEBT:
        return sum(at >= question.at - hours * HOUR for at in past)
    return max((_on_last_days(past, question.at, hours // 24, zone) for zone in zones), default=0)


def rests_after_abandon(question: Question, rule: Rule) -> bool:
    """Whether an abandoned call forbids the next one: one exactly as old as the window still does.

    A mode that guarantees an agent before it dials is exempt (Ofcom: "unless an agent is guaranteed").
    """
    left = question.last_abandoned
    if left is None or left > question.at or question.mode in AGENT_GUARANTEED:
        return False
    return left >= question.at - (rule.window_hours or 0) * HOUR


def frees_at(question: Question, applied: Sequence[Applied]) -> list[Instant]:
    """Instants at which a rolling rule may let go: one exactly as old as the window still counts, the next is free."""
    found = {
        at + (rule.window_hours or 0) * HOUR + 1 for one in applied for rule in one.attempts for at in question.attempts
    }
    if question.last_abandoned is not None:
        rests = [rule.window_hours or 0 for one in applied for rule in one.abandon_rests]
        found |= {question.last_abandoned + hours * HOUR + 1 for hours in rests}
    return sorted(found)


def _on_last_days(past: Sequence[Instant], now: Instant, days: int, zone: ZoneInfo) -> int:
    first = local(now, zone).date() - timedelta(days=days - 1)
    return sum(local(at, zone).date() >= first for at in past)


def resting_until(question: Question, rule: Rule, zones: Sequence[ZoneInfo]) -> date | None:
    """The first local date on which a person may be called after a conversation, None if it has come in every zone.

    The day of the conversation is day 1: seven days make Thursday free again a week after a Thursday's talk.
    """
    talked = question.last_conversation
    if talked is None or talked > question.at:
        return None
    days = timedelta(days=(rule.window_hours or 0) // 24)
    late = [free for zone in zones if local(question.at, zone).date() < (free := local(talked, zone).date() + days)]
    return max(late, default=None)
