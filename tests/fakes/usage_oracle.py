"""Usage as a child would keep it: every event in one list, counted anew for every question.

Shares nothing with `app.engine.windows`: no order, no index, no forgetting. Slow, and plainly right.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.usage import CallTry
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Id, Instant
from app.engine.verdict import Admitted, Refused, Verdict, Warned

WINDOWS = {LimitId.API_MINUTE: MINUTE, LimitId.API_HOUR: HOUR, LimitId.CALLS_HOUR: HOUR, LimitId.CALLS_DAY: DAY}


class Event(NamedTuple):
    """One request or one call: whom it is charged to, and when."""

    limit_id: LimitId
    subject: Id
    at: Instant


class Rule(NamedTuple):
    """A limit as a question that can be put at any instant: how much is used, and does it let the try pass?

    `changes` are the instants at which its answer may change.
    """

    limit: Limit
    subject: Id
    changes: list[Instant]
    used: Callable[[Instant], int]
    lets_pass: Callable[[Instant], bool]


class NaiveUsage:
    """Every event ever charged."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def count(self, limit_id: LimitId, subject: Id, now: Instant) -> int:
        """How many events of the subject lie in (now - W, now]."""
        start = now - WINDOWS[limit_id]
        return sum(1 for event in self.events if event[:2] == (limit_id, subject) and start < event.at <= now)

    def instants(self, limit_id: LimitId, subject: Id) -> list[Instant]:
        """When the subject was charged, in the order of time."""
        return sorted(event.at for event in self.events if event[:2] == (limit_id, subject))

    def oldest(self, limit_id: LimitId, subject: Id, now: Instant) -> Instant | None:
        """The oldest event in the window."""
        start = now - WINDOWS[limit_id]
        return next((at for at in self.instants(limit_id, subject) if start < at <= now), None)

    def window(self, limit: Limit, subject: Id, lines: int = 1) -> Rule:
        """A windowed limit as a rule."""

        def used(at: Instant) -> int:
            return self.count(limit.limit_id, subject, at)

        changes = [at + WINDOWS[limit.limit_id] for at in self.instants(limit.limit_id, subject)]
        return Rule(limit, subject, changes, used, lambda at: used(at) + lines <= limit.amount)

    def gap(self, limit: Limit, agent_id: Id, last: Instant | None) -> Rule:
        """The pause that an agent must keep after `last`."""
        changes = [] if last is None else [last + limit.amount * SECOND]
        return Rule(limit, agent_id, changes, lambda _: 1, lambda at: all(at >= change for change in changes))

    def reserve_request(self, user_id: Id, minute: Limit, hour: Limit, now: Instant) -> Verdict:
        """What the engine must say to a request."""
        verdict = self.decide([self.window(minute, user_id), self.window(hour, user_id)], now)
        if isinstance(verdict, Admitted):
            self.charge([(LimitId.API_MINUTE, user_id), (LimitId.API_HOUR, user_id)], now, 1)
        return verdict

    def reserve_calls(self, attempt: CallTry, gates: Iterable[Rule], now: Instant) -> Verdict:
        """What the engine must say to a call or a batch of calls."""
        hour = self.window(attempt.hour, attempt.agent_id, attempt.lines)
        day = self.window(attempt.day, attempt.session_id, attempt.lines)
        verdict = self.decide([*gates, hour, day], now)
        if isinstance(verdict, Admitted):
            self.charge(_call(attempt.agent_id, attempt.session_id), now, attempt.lines)
        return verdict

    def charge(self, subjects: Iterable[tuple[LimitId, Id]], now: Instant, times: int) -> None:
        """Write an event down for each subject, `times` over."""
        self.events += [Event(limit_id, subject, now) for limit_id, subject in subjects for _ in range(times)]

    def give_back_request(self, user_id: Id, at: Instant) -> None:
        """Strike one request out."""
        self._strike([(LimitId.API_MINUTE, user_id), (LimitId.API_HOUR, user_id)], at, 1)

    def give_back_calls(self, agent_id: Id, session_id: Id, at: Instant, lines: int) -> None:
        """Strike calls out."""
        self._strike(_call(agent_id, session_id), at, lines)

    def decide(self, rules: list[Rule], now: Instant) -> Verdict:
        """Ask every rule now; if one refuses, try every instant at which anything changes until all let it pass."""
        closed = [rule for rule in rules if not rule.lets_pass(now)]
        enforced = [rule for rule in closed if rule.limit.enforcement is Enforcement.ENFORCE]
        if not enforced:
            return Admitted(
                at=now, warnings=tuple(Warned(limit=r.limit, subject=r.subject, used=r.used(now)) for r in closed)
            )
        opens = [self._first_pass([rule], now) for rule in enforced]
        latest = self._first_pass(enforced, now)
        rule = enforced[opens.index(latest)]
        return Refused(limit=rule.limit, subject=rule.subject, used=rule.used(now), retry_at=latest, at=now)

    def _first_pass(self, rules: list[Rule], now: Instant) -> Instant | None:
        changes = sorted(at for rule in rules for at in rule.changes if at > now)
        return next((at for at in changes if all(rule.lets_pass(at) for rule in rules)), None)

    def _strike(self, subjects: Iterable[tuple[LimitId, Id]], at: Instant, times: int) -> None:
        for limit_id, subject in subjects:
            for _ in range(times):
                if Event(limit_id, subject, at) in self.events:
                    self.events.remove(Event(limit_id, subject, at))


def _call(agent_id: Id, session_id: Id) -> list[tuple[LimitId, Id]]:
    return [(LimitId.CALLS_HOUR, agent_id), (LimitId.CALLS_DAY, session_id)]
