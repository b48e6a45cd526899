"""An alert's life as a dialogue: raised once, counted, told, muted, acknowledged, snoozed, resolved, come again."""

import pytest

from app.engine.alerts import (
    REMIND_AFTER,
    Alert,
    AlertRule,
    AlertState,
    AlertSubject,
    Phase,
    Severity,
    Sign,
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
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Instant

T0: Instant = 1_790_000_000 * SECOND
ANA = AlertSubject(kind=SubjectKind.AGENT, id="a", name="Ana", agent_id="a")


def sign(phase: Phase = Phase.RAISED, severity: Severity = Severity.NOTICE, times: int = 0) -> Sign:
    return Sign(rule=AlertRule.NEAR_LIMIT, subject=ANA, phase=phase, severity=severity, used=80, limit=100, times=times)


CLEAR, HELD = sign(Phase.CLEAR), sign(Phase.HELD)


def raised(severity: Severity = Severity.NOTICE) -> Alert:
    """Raised and told at `T0`; its day ends a day later."""
    return tell(begin(sign(severity=severity), "i", "t", T0, T0 + DAY).alert, T0, quiet=False)


def after(step: Step | str | None) -> Alert:
    assert isinstance(step, Step), step
    return step.alert


def test_a_new_alert_is_open_counted_once_and_calls_for_people() -> None:
    alert = begin(sign(), "i", "t", T0, T0 + DAY).alert
    assert (alert.state, alert.count, alert.tell_due, alert.told_at) == (AlertState.OPEN, 1, True, None)
    told = tell(alert, T0 + 1, quiet=False)
    assert (told.tell_due, told.told_at) == (False, T0 + 1)
    assert tell(told, T0 + 2, quiet=False) is told, "once"


def test_quiet_hours_mute_it_until_they_are_over() -> None:
    alert = begin(sign(), "i", "t", T0, T0 + DAY).alert
    assert tell(alert, T0, quiet=True) is alert
    assert tell(alert, T0 + HOUR, quiet=False).told_at == T0 + HOUR


def test_what_was_seen_to_in_quiet_hours_does_not_call_afterwards() -> None:
    alert = begin(sign(), "i", "t", T0, T0 + DAY).alert
    seen = after(acknowledge(alert, "sam", "I see it", T0 + MINUTE))
    assert tell(seen, T0 + HOUR, quiet=False) is seen


def test_while_it_stands_the_same_sign_changes_nothing() -> None:
    alert = raised()
    assert follow(alert, sign(), T0 + MINUTE) is None
    assert follow(alert, HELD, T0 + MINUTE) is None


def test_more_of_the_same_is_counted_and_does_not_call_again() -> None:
    alert = after(follow(raised(), sign(times=7), T0 + MINUTE))
    assert (alert.count, alert.last_at, alert.opened_at, alert.tell_due) == (8, T0 + MINUTE, T0, False)


def test_it_resolves_itself_when_its_condition_is_over() -> None:
    over = after(follow(raised(), CLEAR, T0 + MINUTE))
    assert (over.state, over.resolved_at, over.standing, over.by) == (AlertState.RESOLVED, T0 + MINUTE, False, None)
    assert follow(over, CLEAR, T0 + HOUR) is None


def test_what_comes_again_on_its_day_is_the_same_alert_and_calls_only_after_four_hours() -> None:
    over = after(follow(raised(), CLEAR, T0 + MINUTE))
    soon = after(follow(over, sign(), T0 + 2 * MINUTE))
    assert (soon.id, soon.state, soon.count, soon.tell_due) == ("i", AlertState.OPEN, 2, False)
    late = after(follow(over, sign(), T0 + REMIND_AFTER))
    assert (late.count, late.tell_due) == (2, True)


def test_what_comes_on_the_next_day_is_another_alert_but_not_what_lasts_past_midnight() -> None:
    alert = raised()
    assert takes(alert, T0 + DAY), "it still stands"
    over = after(follow(alert, CLEAR, T0 + MINUTE))
    assert takes(over, T0 + DAY - 1)
    assert not takes(over, T0 + DAY)
    assert not takes(None, T0)


def test_growing_worse_opens_an_acknowledged_one_and_only_the_worst_calls_at_once() -> None:
    seen = after(acknowledge(raised(), "sam", "I see it", T0 + 1))
    worse = after(follow(seen, sign(severity=Severity.WARNING), T0 + MINUTE))
    assert (worse.state, worse.severity, worse.tell_due, worse.note) == (
        AlertState.OPEN,
        Severity.WARNING,
        False,
        "I see it",
    )
    worst = after(follow(worse, sign(severity=Severity.CRITICAL), T0 + 2 * MINUTE))
    assert worst.tell_due
    assert follow(tell(worst, T0 + 2 * MINUTE, quiet=False), sign(), T0 + 3 * MINUTE) is None, "its day's worst stays"


def test_a_snoozed_one_wakes_and_calls_if_it_still_stands() -> None:
    asleep = after(snooze(raised(), "sam", None, T0 + HOUR, T0 + MINUTE))
    assert (asleep.state, asleep.snoozed_until) == (AlertState.SNOOZED, T0 + HOUR)
    assert wake(asleep, T0 + HOUR - 1) is None
    awake = after(wake(asleep, T0 + HOUR))
    assert (awake.state, awake.tell_due, awake.snoozed_until) == (AlertState.OPEN, True, None)


def test_a_snoozed_one_that_is_over_wakes_nobody() -> None:
    asleep = after(snooze(raised(), "sam", "later", T0 + HOUR, T0 + MINUTE))
    over = after(follow(asleep, CLEAR, T0 + 2 * MINUTE))
    assert (over.state, over.snoozed_until) == (AlertState.RESOLVED, None)
    assert wake(over, T0 + HOUR) is None


def test_resolved_by_a_person_it_stays_so_until_it_is_over_and_comes_again() -> None:
    done = after(resolve(raised(), "sam", "raised the limit", T0 + MINUTE))
    assert (done.state, done.by, done.note, done.standing) == (AlertState.RESOLVED, "sam", "raised the limit", True)
    assert follow(done, sign(), T0 + 2 * MINUTE) is None
    over = after(follow(done, CLEAR, T0 + 3 * MINUTE))
    assert (over.resolved_at, over.state) == (T0 + MINUTE, AlertState.RESOLVED)
    assert after(follow(over, sign(), T0 + 4 * MINUTE)).state is AlertState.OPEN


@pytest.mark.parametrize("again", ["acknowledge", "resolve", "snooze"])
def test_the_second_of_two_people_is_told_who_was_first(again: str) -> None:
    done = after(resolve(raised(), "sam", None, T0 + MINUTE))
    answers = {
        "acknowledge": acknowledge(done, "tom", "me too", T0 + HOUR),
        "resolve": resolve(done, "tom", None, T0 + HOUR),
        "snooze": snooze(done, "tom", None, T0 + DAY, T0 + HOUR),
    }
    assert str(answers[again]).startswith("The alert is resolved by sam and cannot be")
    seen = after(acknowledge(raised(), "sam", "mine", T0))
    assert isinstance(acknowledge(seen, "tom", "me too", T0 + 1), str)
