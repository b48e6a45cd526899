"""What other limits would do, against a count that knows nothing of the engine."""

import random
from itertools import count

import pytest

from app.engine.limits import Enforcement, LimitId
from app.engine.log_rows import LoggedCharge, LoggedRequest, LoggedSession
from app.engine.people import Agent
from app.engine.rulebook import Rulebook, Scope, Setting, SettingKey
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Instant
from app.reports.limit_history import id_of
from app.reports.what_if import CallsEffect, WhatIf, edited_book, effect_of, refused_requests, refused_starts
from app.wire.limits import AgentChange, PreviewLimits, SettingChange

NOW: Instant = 1_790_000_000 * SECOND
TENANT = (1).to_bytes(16)
SESSION = (900).to_bytes(16)
LONG_AGO = (NOW - 7 * DAY, NOW + DAY)


def agent_bytes(number: int) -> bytes:
    return (100 + number).to_bytes(16)


def call(agent: int, at: Instant, number: int, session: bytes = SESSION, back: Instant | None = None) -> LoggedCharge:
    return LoggedCharge(at, number.to_bytes(16), TENANT, agent_bytes(agent), session, at + SECOND, "dialer", back)


def setting(amount: int, enforcement: Enforcement = Enforcement.ENFORCE) -> Setting:
    return Setting(amount=amount, enforcement=enforcement, revision=1)


def book(hour: int, day: int = 10_000, gap: int = 0) -> Rulebook:
    # An age beyond the calls: it is not what is counted here.
    scopes: dict[SettingKey, Setting] = {
        (Scope.SYSTEM, None, LimitId.CALLS_HOUR): setting(hour),
        (Scope.SYSTEM, None, LimitId.CALLS_DAY): setting(day),
        (Scope.SYSTEM, None, LimitId.CALLS_GAP): setting(gap),
        (Scope.SYSTEM, None, LimitId.SESSION_AGE): setting(20 * 24 * 3_600),
    }
    return Rulebook(1, scopes, {}, {})


def question(as_is: Rulebook, edited: Rulebook, agents: int = 3) -> WhatIf:
    names = {id_of(agent_bytes(number)): f"Agent {number}" for number in range(agents)}
    return WhatIf(tenant_id=id_of(TENANT), now=NOW, as_is=as_is, edited=edited, names=names, live={})


def run(asked: WhatIf, charges: list[LoggedCharge]) -> CallsEffect:
    effect = CallsEffect(asked, {SESSION: LONG_AGO})
    assert list(effect.run(charges))[-1] == len(charges)
    return effect


def naive(charges: list[LoggedCharge], hour: int, day: int) -> dict[str, int]:
    """Count by comparing every call with every one kept before it; a refused one is not kept."""
    kept: list[LoggedCharge] = []
    refused: dict[str, int] = {}
    for one in charges:

        def counts(other: LoggedCharge, window: int, one: LoggedCharge = one) -> bool:
            given_back = other.given_back_at is not None and other.given_back_at <= one.created_at
            return other.created_at > one.created_at - window and not given_back

        of_hour = sum(1 for other in kept if other.agent_id == one.agent_id and counts(other, HOUR))
        of_day = sum(1 for other in kept if other.session_id == one.session_id and counts(other, DAY))
        if one.created_at > NOW - DAY and (of_hour >= hour or of_day >= day):
            name = id_of(one.agent_id)
            refused[name] = refused.get(name, 0) + 1
        else:
            kept.append(one)
    return refused


@pytest.mark.parametrize("seed", range(6))
def test_what_would_have_been_refused_is_what_a_naive_count_says(seed: int) -> None:
    dice = random.Random(seed)
    numbers = count(1)
    instants = sorted(dice.sample(range(NOW - 2 * DAY + 1, NOW), 700))
    # Bursts, so that hours fill up: a third of the calls fall into a few minutes.
    instants += sorted(dice.sample(range(NOW - 3 * HOUR, NOW - 2 * HOUR), 120))
    charges = [
        call(dice.randrange(3), at, next(numbers), back=at + MINUTE if dice.random() < 0.1 else None)
        for at in sorted(set(instants))
    ]
    hour, day = dice.randint(5, 25), dice.randint(150, 400)
    effect = run(question(book(10_000), book(hour, day)), charges)
    found = {one.agent_id: one.refused for one in effect.agents()}
    assert found == naive(charges, hour, day)
    assert effect.calls == sum(1 for one in charges if one.created_at > NOW - DAY)
    assert all(one.refused_as_is == 0 for one in effect.agents())
    assert all(sum(one.by_limit.values()) == one.refused for one in effect.agents())


def test_a_refused_try_leaves_its_slot_to_the_next_one() -> None:
    # Ten calls a minute apart against two an hour: the third is refused, and an hour after the first two more go.
    charges = [call(0, NOW - 5 * HOUR + number * 10 * MINUTE, number + 1) for number in range(14)]
    effect = run(question(book(100), book(2)), charges)
    (only,) = effect.agents()
    assert (only.calls, only.refused) == (14, 14 - 6), "six go: two in each of the hours begun"


def test_what_the_limits_of_now_would_refuse_too_is_told_apart() -> None:
    charges = [call(0, NOW - 3 * HOUR + number * MINUTE, number + 1) for number in range(10)]
    effect = run(question(book(6), book(4)), charges)
    (only,) = effect.agents()
    assert (only.refused, only.refused_as_is, only.by_limit) == (6, 4, {"calls.hour": 6})


def test_who_is_refused_now_keeps_what_was_used() -> None:
    charges = [call(0, NOW - 30 * MINUTE + number * SECOND, number + 1) for number in range(8)]
    charges += [call(1, NOW - 30 * MINUTE + number * SECOND, 50 + number) for number in range(3)]
    charges.sort(key=lambda one: one.created_at)
    asked = question(book(100), book(5))
    effect = effect_of(asked, run(asked, charges), (0, 0), (0, 0))
    (refused,) = effect.now
    assert (refused.agent, refused.used, refused.limit, refused.already) == ("Agent 0", 8, 5, False)
    assert refused.retry_at is not None
    assert effect.refused == 3
    again = question(book(5), book(5))
    assert [one.already for one in run(again, charges).refused_now()] == [True]
    assert run(again, charges).refused_now() == run(again, charges).refused_now(), "asking charges nothing"


def test_a_gap_and_an_alert_only_limit() -> None:
    charges = [call(0, NOW - HOUR + number * 3 * SECOND, number + 1) for number in range(10)]
    effect = run(question(book(100), book(100, gap=5)), charges)
    (only,) = effect.agents()
    assert only.by_limit == {"calls.gap": 5}
    hour = (Scope.SYSTEM, None, LimitId.CALLS_HOUR)
    free = book(100).with_setting(hour, setting(1, Enforcement.ALERT_ONLY), 2)
    spaced = [call(0, NOW - HOUR + number * MINUTE, number + 1) for number in range(10)]
    assert run(question(free, free), spaced).agents() == []


def test_edits_make_the_book_that_an_edit_would_make() -> None:
    agent = Agent(
        id=id_of(agent_bytes(0)),
        tenant_id=id_of(TENANT),
        user_id=None,
        name="Ann",
        agent_type="power_dialer",
        status="active",
        configuration={"mode": "power", "maxCallsPerHour": 90},
        created_at=NOW,
    )
    edits = PreviewLimits(
        agents=[
            AgentChange(agent_id=agent.id, expected_revision=0, max_calls_per_hour=None, mode="preview"),
            AgentChange(agent_id="gone", expected_revision=0, mode="power"),
        ],
        settings=[
            SettingChange(scope="tenant", scope_id=id_of(TENANT), limit_id="calls.day", expected_revision=0, amount=7)
        ],
    )
    edited = edited_book(Rulebook(4, {}, {}, {}), [agent], edits)
    assert edited.limit(LimitId.CALLS_HOUR, id_of(TENANT), agent.id).amount == 40
    assert edited.limit(LimitId.CALLS_DAY, id_of(TENANT)).amount == 7


def test_requests_and_starts_are_counted_where_an_edit_touches_them() -> None:
    def only(limit_id: LimitId, amount: int) -> Rulebook:
        return Rulebook(1, {(Scope.SYSTEM, None, limit_id): setting(amount)}, {}, {})

    requests = [LoggedRequest(NOW - HOUR + number * SECOND, number, TENANT, agent_bytes(0)) for number in range(10)]
    minute = question(only(LimitId.API_MINUTE, 60), only(LimitId.API_MINUTE, 4))
    assert refused_requests(minute, requests) == (10, 6)
    sessions = [
        LoggedSession(NOW - 5 * HOUR + number * MINUTE, bytes([number]), TENANT, NOW + HOUR, NOW - 4 * HOUR)
        for number in range(4)
    ]
    three = question(only(LimitId.SESSIONS_ACTIVE, 5), only(LimitId.SESSIONS_ACTIVE, 3))
    assert refused_starts(three, sessions) == (4, 1)
