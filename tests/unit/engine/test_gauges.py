"""How many sessions at once, and how old one may get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.gauges import active_gate, age_gate
from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.sessions import Session
from app.engine.usage import judge
from app.engine.value import HOUR, SECOND
from app.engine.verdict import Admitted, Refused

NOW = 1_700_000_000 * SECOND
AGE = Limit(limit_id=LimitId.SESSION_AGE, amount=8 * 3_600, enforcement=Enforcement.ENFORCE, source="system")


def active(amount: int, enforcement: Enforcement = Enforcement.ENFORCE) -> Limit:
    return Limit(limit_id=LimitId.SESSIONS_ACTIVE, amount=amount, enforcement=enforcement, source="system")


def old_session() -> Session:
    return Session(
        id="morning",
        tenant_id="acme",
        agent_id="ada",
        started_by="dialer",
        campaign_id=None,
        mode="power",
        started_at=NOW - 8 * HOUR,
        expires_at=NOW,
        last_activity_at=NOW,
    )


def test_the_fifth_session_starts_and_the_sixth_does_not() -> None:
    expiries = [NOW + hour * HOUR for hour in (5, 3, 8, 1)]
    assert not active_gate(active(5), "acme", expiries, NOW).closed
    gate = active_gate(active(5), "acme", [*expiries, NOW + 7 * HOUR], NOW)
    assert (gate.closed, gate.used, gate.opens_at) == (True, 5, NOW + HOUR)


def test_a_session_at_its_expiry_no_longer_counts() -> None:
    assert not active_gate(active(1), "acme", [NOW], NOW).closed
    assert active_gate(active(1), "acme", [NOW + 1], NOW).closed


def test_an_edit_below_what_is_active_waits_for_enough_of_them() -> None:
    gate = active_gate(active(2), "acme", [NOW + hour * HOUR for hour in (1, 2, 3, 4)], NOW)
    assert (gate.used, gate.opens_at) == (4, NOW + 3 * HOUR)


def test_zero_blocks_and_waiting_does_not_help() -> None:
    assert active_gate(active(0), "acme", [], NOW).opens_at is None
    verdict = judge([active_gate(active(0), "acme", [NOW + HOUR], NOW)], NOW)
    assert isinstance(verdict, Refused)
    assert verdict.retry_at is None


def test_alert_only_warns_of_the_sixth() -> None:
    limit = active(5, Enforcement.ALERT_ONLY)
    verdict = judge([active_gate(limit, "acme", [NOW + HOUR] * 5, NOW)], NOW)
    assert isinstance(verdict, Admitted)
    assert [warned.used for warned in verdict.warnings] == [5]


def test_a_session_whose_age_only_alerts_may_never_make_room() -> None:
    gate = active_gate(active(2), "acme", [None, NOW + HOUR, None], NOW)
    assert (gate.closed, gate.used, gate.opens_at) == (True, 3, None)
    assert active_gate(active(3), "acme", [None, NOW + HOUR, None], NOW).opens_at == NOW + HOUR


@given(st.lists(st.none() | st.integers(-5, 20), max_size=9), st.integers(0, 9))
def test_the_gauge_opens_when_it_says(expiries: list[int | None], amount: int) -> None:
    def live(at: int) -> int:
        return sum(1 for expiry in expiries if expiry is None or expiry > at)

    gate = active_gate(active(amount), "acme", expiries, 0)
    assert (gate.used, gate.closed) == (live(0), live(0) >= amount)
    first_room = next((at for at in range(21) if live(at) < amount), None)
    assert gate.opens_at == first_room


@pytest.mark.parametrize(("late", "closed"), [(-1, False), (0, True), (1, True), (HOUR, True)])
def test_a_session_is_too_old_from_its_expiry_on(late: int, closed: bool) -> None:
    gate = age_gate(AGE, old_session(), NOW + late)
    assert gate.closed is closed
    assert gate.opens_at is None


def test_too_old_is_refused_with_no_retry() -> None:
    verdict = judge([age_gate(AGE, old_session(), NOW)], NOW)
    assert verdict == Refused(limit=AGE, subject="morning", used=8 * 3_600, retry_at=None, at=NOW)
