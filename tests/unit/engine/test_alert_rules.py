"""What each rule sees, to the unit and the microsecond, and the hysteresis under it."""

import msgspec
import pytest

from app.engine.alert_rules import (
    REFUSALS_LAST,
    AgentThresholds,
    AlertSettings,
    AlertThresholds,
    Level,
    QuietHours,
    Tries,
    abandonment,
    expiry_over,
    national_list,
    near_limit,
    next_mark,
    refusals,
    session_age,
    session_expired,
)
from app.engine.alerts import AlertRule, AlertSubject, Phase, Severity, SubjectKind
from app.engine.limits import LimitId
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Instant

T0: Instant = 1_790_000_000 * SECOND
ANA = AlertSubject(kind=SubjectKind.AGENT, id="a", name="Ana", agent_id="a")
MARKS = (80, 90, 100)


def hour(used: int, amount: int = 100) -> Level:
    return Level(LimitId.CALLS_HOUR, used, amount)


@pytest.mark.parametrize(
    ("used", "standing", "phase", "severity"),
    [
        (79, False, Phase.CLEAR, Severity.NOTICE),
        (80, False, Phase.RAISED, Severity.NOTICE),
        (79, True, Phase.HELD, Severity.NOTICE),
        (70, True, Phase.HELD, Severity.NOTICE),
        (69, True, Phase.CLEAR, Severity.NOTICE),
        (100, True, Phase.RAISED, Severity.WARNING),
        (130, True, Phase.RAISED, Severity.WARNING),
    ],
)
def test_a_level_is_near_from_80_percent_on_and_let_go_under_70(
    used: int, standing: bool, phase: Phase, severity: Severity
) -> None:
    sign = near_limit(ANA, [hour(used)], 80, standing=standing)
    assert (sign.phase, sign.severity) == (phase, severity)


def test_the_nearest_of_several_levels_is_told() -> None:
    sign = near_limit(ANA, [hour(50), Level(LimitId.CALLS_DAY, 700, 800), hour(3, 0)], 80, standing=False)
    assert (sign.phase, sign.limit_id, sign.used, sign.limit) == (Phase.RAISED, "calls.day", 700, 800)


def test_a_rule_that_is_switched_off_clears_what_stood() -> None:
    assert near_limit(ANA, [hour(100)], None, standing=True).phase is Phase.CLEAR
    assert near_limit(ANA, [], 80, standing=True).phase is Phase.CLEAR
    assert session_age(ANA, T0, 8 * HOUR, (), T0 + 9 * HOUR).phase is Phase.CLEAR
    assert abandonment(ANA, 1_000, 900, (), standing=True).phase is Phase.CLEAR
    tries = Tries(3, 3, T0, "calls_per_hour", hour(100))
    assert refusals(AlertRule.REFUSALS, ANA, tries, None, T0).phase is Phase.CLEAR


@pytest.mark.parametrize(
    ("percent", "severity"), [(80, Severity.NOTICE), (90, Severity.WARNING), (100, Severity.CRITICAL)]
)
def test_a_session_passes_its_marks_to_the_microsecond(percent: int, severity: Severity) -> None:
    at = T0 + 8 * HOUR * percent // 100
    sign = session_age(ANA, T0, 8 * HOUR, MARKS, at)
    assert (sign.phase, sign.severity, sign.limit) == (Phase.RAISED, severity, 28_800)
    assert session_age(ANA, T0, 8 * HOUR, MARKS, at - 1) != sign
    assert next_mark(T0, 8 * HOUR, MARKS, at - 1) == at
    assert next_mark(T0, 8 * HOUR, MARKS, T0 + 8 * HOUR) is None


def test_one_mark_alone_is_a_notice() -> None:
    assert session_age(ANA, T0, 8 * HOUR, (50,), T0 + 5 * HOUR).severity is Severity.NOTICE


def test_refusals_raise_from_their_threshold_on_and_end_a_quarter_of_an_hour_after_the_last() -> None:
    tries = Tries(new=2, hour=4, last_at=T0, code="calls_per_hour", level=hour(100))
    assert refusals(AlertRule.REFUSALS, ANA, tries, 5, T0).phase is Phase.HELD
    sign = refusals(AlertRule.REFUSALS, ANA, tries, 4, T0)
    assert (sign.phase, sign.times, sign.code, sign.severity) == (Phase.RAISED, 2, "calls_per_hour", Severity.WARNING)
    quiet = tries._replace(new=0)
    assert refusals(AlertRule.REFUSALS, ANA, quiet, 4, T0 + REFUSALS_LAST - 1).phase is Phase.HELD
    assert refusals(AlertRule.REFUSALS, ANA, quiet, 4, T0 + REFUSALS_LAST).phase is Phase.CLEAR
    assert refusals(AlertRule.WOULD_REFUSE, ANA, tries, 1, T0).severity is Severity.NOTICE


def test_an_expiry_is_over_with_the_next_session_or_a_day_later() -> None:
    assert session_expired(ANA, 28_800, 28_800).phase is Phase.RAISED
    assert expiry_over(ANA, has_session=False, last_at=T0, now=T0 + DAY - 1).phase is Phase.HELD
    assert expiry_over(ANA, has_session=False, last_at=T0, now=T0 + DAY).phase is Phase.CLEAR
    assert expiry_over(ANA, has_session=True, last_at=T0, now=T0 + MINUTE).phase is Phase.CLEAR


@pytest.mark.parametrize(
    ("abandoned", "standing", "phase", "severity"),
    [
        (19, False, Phase.CLEAR, Severity.NOTICE),
        (20, False, Phase.RAISED, Severity.NOTICE),
        (25, False, Phase.RAISED, Severity.WARNING),
        (30, False, Phase.RAISED, Severity.CRITICAL),
        (18, True, Phase.HELD, Severity.NOTICE),
        (17, True, Phase.CLEAR, Severity.NOTICE),
    ],
)
def test_abandonment_warns_at_2_and_2_5_and_3_percent(
    abandoned: int, standing: bool, phase: Phase, severity: Severity
) -> None:
    sign = abandonment(ANA, 1_000, abandoned, (200, 250, 300), standing=standing)
    assert (sign.phase, sign.severity, sign.used, sign.limit) == (phase, severity, abandoned, 1_000)


def test_a_few_live_answers_say_nothing() -> None:
    assert abandonment(ANA, 99, 50, (200,), standing=False).phase is Phase.CLEAR
    assert abandonment(ANA, 100, 2, (200,), standing=False).phase is Phase.RAISED


def test_an_agents_own_thresholds_come_first_and_what_it_leaves_unset_is_the_tenants() -> None:
    settings = AlertSettings(
        thresholds=AlertThresholds(near_limit_percent=70, refusals_per_hour=9),
        agents={"a": AgentThresholds(near_limit_percent=None, session_age_percents=(95,))},
    )
    own = settings.of_agent("a")
    assert (own.near_limit_percent, own.refusals_per_hour, own.session_age_percents) == (None, 9, (95,))
    assert settings.of_agent("b") is settings.of_agent(None) is settings.thresholds


def test_settings_survive_being_stored_with_what_is_unset() -> None:
    settings = AlertSettings(
        revision=3,
        agents={"a": AgentThresholds(near_limit_percent=None), "b": AgentThresholds(refusals_per_hour=5)},
        quiet_hours=QuietHours(start=1_320, end=420),
    )
    assert msgspec.json.decode(msgspec.json.encode(settings), type=AlertSettings) == settings


@pytest.mark.parametrize(
    ("start", "end", "minute", "holds"),
    [
        (600, 660, 600, True),
        (600, 660, 660, False),
        (1_320, 420, 1_320, True),
        (1_320, 420, 0, True),
        (1_320, 420, 420, False),
        (1_320, 420, 1_000, False),
        (0, 0, 0, False),
    ],
)
def test_quiet_hours_may_reach_over_midnight(start: int, end: int, minute: int, holds: bool) -> None:
    assert QuietHours(start=start, end=end).hold(minute) is holds


def test_the_national_list_calls_at_25_days_louder_past_31_and_each_day_anew() -> None:
    def said(age: int | None, *, asked: bool = True, told: int | None = None) -> tuple[Phase, Severity, int, int]:
        sign = national_list(ANA, age, told, is_asked=asked)
        return sign.phase, sign.severity, sign.used, sign.times

    assert said(25 * DAY - 1)[0] is Phase.CLEAR
    assert said(25 * DAY) == (Phase.RAISED, Severity.WARNING, 25, 0)
    assert said(25 * DAY, asked=False) == (Phase.RAISED, Severity.NOTICE, 25, 0)
    assert said(31 * DAY)[1] is Severity.WARNING
    assert said(31 * DAY + 1) == (Phase.RAISED, Severity.CRITICAL, 31, 0)
    assert said(31 * DAY + 1, asked=False)[1] is Severity.WARNING
    assert said(26 * DAY, told=25)[3] == 1, "a day older than was told"
    assert said(None) == (Phase.RAISED, Severity.CRITICAL, 0, 0)
    assert said(None, asked=False)[0] is Phase.CLEAR
