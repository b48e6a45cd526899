"""Whatever levels do and people answer: one alert a day, a handful of calls for people, and no count that shrinks."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.engine.alert_rules import Level, near_limit
from app.engine.alerts import (
    REMIND_AFTER,
    Alert,
    AlertState,
    AlertSubject,
    Phase,
    Step,
    SubjectKind,
    acknowledge,
    begin,
    follow,
    resolve,
    snooze,
    takes,
    tell,
    wake,
)
from app.engine.limits import LimitId
from app.engine.value import DAY, MINUTE, SECOND, Instant

T0: Instant = 1_790_000_000 * SECOND // DAY * DAY
ANA = AlertSubject(kind=SubjectKind.AGENT, id="a", name="Ana", agent_id="a")
WAITS = st.integers(min_value=1, max_value=90 * MINUTE)
LOOKS = st.lists(st.tuples(WAITS, st.integers(0, 120)), max_size=80)
ACTS = st.sampled_from(["none", "acknowledge", "snooze", "resolve"])


class Desk:
    """One subject's alerts, as whoever watches it keeps them."""

    def __init__(self) -> None:
        self.alerts: list[Alert] = []
        self.told: list[Instant] = []

    def look(self, used: int, now: Instant) -> None:
        latest = self.alerts[-1] if self.alerts else None
        standing = latest is not None and latest.standing
        sign = near_limit(ANA, [Level(LimitId.CALLS_HOUR, used, 100)], 80, standing=standing)
        if latest is not None and (woken := wake(latest, now)) is not None:
            latest = self.alerts[-1] = woken.alert
        if latest is not None and takes(latest, now):
            step = follow(latest, sign, now)
            if step is not None:
                self.alerts[-1] = step.alert
        elif sign.phase is Phase.RAISED:
            self.alerts.append(begin(sign, str(len(self.alerts)), "t", now, now // DAY * DAY + DAY).alert)
        self._tell(now)

    def act(self, act: str, now: Instant) -> None:
        if act == "none" or not self.alerts:
            return
        answers = {
            "acknowledge": acknowledge(self.alerts[-1], "sam", "seen", now),
            "snooze": snooze(self.alerts[-1], "sam", None, now + 30 * MINUTE, now),
            "resolve": resolve(self.alerts[-1], "sam", None, now),
        }
        if isinstance(step := answers[act], Step):
            self.alerts[-1] = step.alert

    def _tell(self, now: Instant) -> None:
        if self.alerts:
            told = tell(self.alerts[-1], now, quiet=False)
            if told is not self.alerts[-1]:
                self.alerts[-1] = told
                self.told.append(now)


def check_shape(alert: Alert) -> None:
    assert (alert.resolved_at is not None) == (alert.state is AlertState.RESOLVED)
    assert (alert.snoozed_until is not None) == (alert.state is AlertState.SNOOZED)
    assert alert.standing or alert.is_over
    assert alert.opened_at <= alert.last_at <= alert.changed_at
    assert msgspec.json.decode(msgspec.json.encode(alert), type=Alert) == alert


@given(LOOKS)
def test_a_level_that_does_what_it_likes_is_one_alert_a_day_and_calls_once_in_four_hours(
    looks: list[tuple[int, int]],
) -> None:
    desk, now = Desk(), T0
    for wait, used in looks:
        now += wait
        desk.look(used, now)
    days = [alert.opened_at // DAY for alert in desk.alerts]
    assert len(days) == len(set(days))
    by_alert = [later - first for first, later in zip(desk.told, desk.told[1:], strict=False)]
    changes_of_day = len(desk.alerts) - 1
    assert sum(wait < REMIND_AFTER for wait in by_alert) <= max(0, changes_of_day)


@given(st.lists(st.tuples(WAITS, st.integers(0, 120), ACTS), max_size=80))
def test_people_and_levels_together_leave_every_alert_whole(looks: list[tuple[int, int, str]]) -> None:
    desk, now = Desk(), T0
    for wait, used, act in looks:
        now += wait
        count = desk.alerts[-1].count if desk.alerts else 0
        alerts = len(desk.alerts)
        desk.look(used, now)
        assert len(desk.alerts) > alerts or (desk.alerts[-1].count if desk.alerts else 0) >= count
        desk.act(act, now)
        for alert in desk.alerts:
            check_shape(alert)
    days = [alert.opened_at // DAY for alert in desk.alerts]
    assert len(days) == len(set(days))


@given(st.integers(71, 79), st.integers(1, 60))
def test_a_level_that_oscillates_around_80_percent_does_not_flap(low: int, times: int) -> None:
    desk, now = Desk(), T0
    for _ in range(times):
        for used in (80, low):
            now += SECOND
            desk.look(used, now)
    assert [(alert.count, alert.state) for alert in desk.alerts] == [(1, AlertState.OPEN)]
    assert len(desk.told) == 1
