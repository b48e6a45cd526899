"""The rules that raise alerts: thresholds, and what each rule sees of a subject. Arithmetic on numbers, no state.

A level is raised at its mark and let go only well below it, so that one that oscillates around 80 % is one alert.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from app.engine.alerts import AlertRule, AlertSubject, Phase, Severity, Sign, SubjectKind
from app.engine.limits import LimitId
from app.engine.value import DAY, MINUTE, SECOND, Duration, Id, Instant, Value

LET_GO_POINTS = 10
"""Percentage points below its mark at which a level no longer counts as near its limit."""

LET_GO_BASIS_POINTS = 20
"""The same for abandonment, in hundredths of a percent."""

LEAST_LIVE_ANSWERS = 100
"""Under so many live answers one abandoned call is more than the mark: a ratio of so few says nothing."""

REFUSALS_LAST: Duration = 15 * MINUTE
"""An agent that was not refused for this long is no longer refused."""

LIST_WARNS_AT: Duration = 25 * DAY
LIST_OLDEST: Duration = 31 * DAY
"""Older than this at the instant of the call a copy of the national list says nothing (16 CFR 310.4(b)(3)(iv))."""

_SEVERITIES = (Severity.NOTICE, Severity.WARNING, Severity.CRITICAL)


class AlertThresholds(Value, frozen=True, kw_only=True):
    """From where on the rules raise; None, or no mark at all, switches a rule off.

    Percents are of the limit; the marks of a session's age and of abandonment (hundredths of a percent of live
    answers, over 30 days) rise in severity with each one passed, lowest first.
    """

    near_limit_percent: int | None = 80
    refusals_per_hour: int | None = 1
    session_age_percents: tuple[int, ...] = (80, 90, 100)
    abandonment_basis_points: tuple[int, ...] = (200, 250, 300)


class AgentThresholds(Value, frozen=True, kw_only=True):
    """What one agent has of its own; what is unset is the tenant's."""

    near_limit_percent: int | msgspec.UnsetType | None = msgspec.UNSET
    refusals_per_hour: int | msgspec.UnsetType | None = msgspec.UNSET
    session_age_percents: tuple[int, ...] | msgspec.UnsetType = msgspec.UNSET


class QuietHours(Value, frozen=True, kw_only=True):
    """Minutes of the tenant's local day, `start` <= minute < `end`; over midnight if `end` is the smaller."""

    start: int
    end: int

    def hold(self, minute: int) -> bool:
        """True at that minute of the day."""
        if self.start <= self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


class AlertSettings(Value, frozen=True, kw_only=True):
    """A tenant's thresholds, its agents' own, and its quiet hours, at `revision`."""

    revision: int = 0
    thresholds: AlertThresholds = AlertThresholds()
    agents: Mapping[Id, AgentThresholds] = {}
    quiet_hours: QuietHours | None = None

    def of_agent(self, agent_id: Id | None) -> AlertThresholds:
        """What holds for an agent: its own, then the tenant's."""
        own = self.agents.get(agent_id) if agent_id is not None else None
        if own is None:
            return self.thresholds
        tenant = self.thresholds
        near, refusals, ages = own.near_limit_percent, own.refusals_per_hour, own.session_age_percents
        return AlertThresholds(
            near_limit_percent=tenant.near_limit_percent if near is msgspec.UNSET else near,
            refusals_per_hour=tenant.refusals_per_hour if refusals is msgspec.UNSET else refusals,
            session_age_percents=tenant.session_age_percents if ages is msgspec.UNSET else ages,
            abandonment_basis_points=tenant.abandonment_basis_points,
        )


class Level(NamedTuple):
    """How much of a limit is used."""

    limit_id: LimitId
    used: int
    amount: int

    @property
    def percent(self) -> int:
        """Of its limit, rounded down; nothing can be near a limit of 0, which blocks."""
        return self.used * 100 // self.amount if self.amount > 0 else 0


class Tries(NamedTuple):
    """Tries that a limit refused, or would have: new ones since the last look, in the last hour, and the last one."""

    new: int
    hour: int
    last_at: Instant
    code: str
    level: Level


def near_limit(subject: AlertSubject, levels: Sequence[Level], percent: int | None, *, standing: bool) -> Sign:
    """A subject is as near as the nearest of its levels: several limits that fill up together are one alert."""
    nearest = max(levels, key=lambda level: level.percent, default=None)
    if percent is None or nearest is None:
        return Sign(rule=AlertRule.NEAR_LIMIT, subject=subject, phase=Phase.CLEAR)
    phase = _phase(nearest.percent >= percent, nearest.percent >= percent - LET_GO_POINTS, standing=standing)
    return Sign(
        rule=AlertRule.NEAR_LIMIT,
        subject=subject,
        phase=phase,
        severity=Severity.WARNING if nearest.percent >= 100 else Severity.NOTICE,
        limit_id=nearest.limit_id.value,
        used=nearest.used,
        limit=nearest.amount,
    )


def session_age(
    subject: AlertSubject, started_at: Instant, age: Duration, percents: Sequence[int], now: Instant
) -> Sign:
    """A live session that may last `age` microseconds; the highest mark passed decides the severity."""
    passed = [percent for percent in percents if now >= mark_at(started_at, age, percent)]
    return Sign(
        rule=AlertRule.SESSION_AGE,
        subject=subject,
        phase=Phase.RAISED if passed else Phase.CLEAR,
        severity=_severity(len(passed), len(percents)),
        limit_id=LimitId.SESSION_AGE.value,
        used=(now - started_at) // SECOND,
        limit=age // SECOND,
    )


def mark_at(started_at: Instant, age: Duration, percent: int) -> Instant:
    """When a session passes a mark of its age."""
    return started_at + age * percent // 100


def next_mark(started_at: Instant, age: Duration, percents: Sequence[int], now: Instant) -> Instant | None:
    """When a session passes its next mark, None after the last one."""
    return min((at for percent in percents if (at := mark_at(started_at, age, percent)) > now), default=None)


def refusals(rule: AlertRule, subject: AlertSubject, tries: Tries, per_hour: int | None, now: Instant) -> Sign:
    """Tries that were refused (`REFUSALS`) or would have been (`WOULD_REFUSE`); over once none came for a while."""
    phase = Phase.HELD if now - tries.last_at < REFUSALS_LAST else Phase.CLEAR
    if per_hour is None:
        phase = Phase.CLEAR
    elif tries.new and tries.hour >= per_hour:
        phase = Phase.RAISED
    return Sign(
        rule=rule,
        subject=subject,
        phase=phase,
        severity=Severity.WARNING if rule is AlertRule.REFUSALS else Severity.NOTICE,
        limit_id=tries.level.limit_id.value,
        code=tries.code,
        used=tries.level.used,
        limit=tries.level.amount,
        times=tries.new,
    )


def session_expired(subject: AlertSubject, used: int, limit: int) -> Sign:
    """An agent's session has ended by its age, `used` seconds old: the agent calls nobody until it starts another."""
    return Sign(
        rule=AlertRule.SESSION_EXPIRED,
        subject=subject,
        phase=Phase.RAISED,
        severity=Severity.WARNING,
        limit_id=LimitId.SESSION_AGE.value,
        code="session_expired",
        used=used,
        limit=limit,
        times=1,
    )


def expiry_over(subject: AlertSubject, *, has_session: bool, last_at: Instant, now: Instant) -> Sign:
    """An expiry is over once its agent has a session again, or a day later."""
    over = has_session or now - last_at >= DAY
    return Sign(rule=AlertRule.SESSION_EXPIRED, subject=subject, phase=Phase.CLEAR if over else Phase.HELD)


def abandonment(subject: AlertSubject, live: int, abandoned: int, marks: Sequence[int], *, standing: bool) -> Sign:
    """Abandoned of live answers over 30 days, against marks before the 3 % of 47 CFR 64.1200(a)(7)."""
    few = live < LEAST_LIVE_ANSWERS or not marks
    passed = [] if few else [mark for mark in marks if abandoned * 10_000 >= mark * live]
    keeps = not few and abandoned * 10_000 >= (min(marks) - LET_GO_BASIS_POINTS) * live
    return Sign(
        rule=AlertRule.ABANDONMENT,
        subject=subject,
        phase=_phase(bool(passed), keeps, standing=standing),
        severity=_severity(len(passed), len(marks)),
        used=abandoned,
        limit=live,
    )


def national_list(subject: AlertSubject, age: Duration | None, said_days: int | None, *, is_asked: bool) -> Sign:
    """The national do-not-call list by its age, None if there is none; `is_asked` if calls are refused without it.

    `said_days` are the days that an alert which stands has told: it is told anew each day.
    """
    if age is None:
        phase = Phase.RAISED if is_asked else Phase.CLEAR
        severity, code, days = Severity.CRITICAL, "DNC_LIST_MISSING", 0
    else:
        phase = Phase.RAISED if age >= LIST_WARNS_AT else Phase.CLEAR
        place = (age > LIST_OLDEST) + is_asked
        severity, code, days = _SEVERITIES[place], "DNC_LIST_STALE", age // DAY
    return Sign(
        rule=AlertRule.NATIONAL_LIST,
        subject=subject,
        phase=phase,
        severity=severity,
        code=code,
        used=days,
        limit=LIST_OLDEST // DAY,
        times=int(said_days is not None and said_days != days),
    )


def export_failed(preset_id: Id, name: str, *, failed: bool) -> Sign:
    """A scheduled export has failed; it is over with the first one that does not."""
    return Sign(
        rule=AlertRule.EXPORT_FAILED,
        subject=AlertSubject(kind=SubjectKind.TENANT, id=preset_id, name=name),
        phase=Phase.RAISED if failed else Phase.CLEAR,
        severity=Severity.WARNING,
        times=int(failed),
    )


def _phase(raised: bool, keeps: bool, *, standing: bool) -> Phase:
    if raised:
        return Phase.RAISED
    return Phase.HELD if keeps and standing else Phase.CLEAR


def _severity(passed: int, marks: int) -> Severity:
    """The last of the marks is the worst there is, the first of several a notice."""
    place = max(0, passed - 1)
    if marks > 1 and passed == marks:
        return Severity.CRITICAL
    return _SEVERITIES[min(place, len(_SEVERITIES) - 2)]
