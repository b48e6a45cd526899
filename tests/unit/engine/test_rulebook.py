"""Which limit is in force: agent, tenant, tier, system; and that an edit leaves the old rulebook as it was."""

from typing import cast

import pytest

from app.engine.limits import LIMITS, DialingMode, Enforcement, Limit, LimitId
from app.engine.rulebook import EMPTY_RULEBOOK, AgentSettings, Rulebook, Scope, Setting, SettingKey

ENFORCE, ALERT = Enforcement.ENFORCE, Enforcement.ALERT_ONLY
HOUR = LimitId.CALLS_HOUR


def setting(amount: int, enforcement: Enforcement = ENFORCE) -> Setting:
    return Setting(amount=amount, enforcement=enforcement, revision=1)


def limit(amount: int, source: str, enforcement: Enforcement = ENFORCE, limit_id: LimitId = HOUR) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=enforcement, source=source)


def agent(
    mode: DialingMode = DialingMode.POWER, most: int | None = None, how: Enforcement | None = None
) -> AgentSettings:
    return AgentSettings(tenant_id="acme", mode=mode, max_calls_per_hour=most, enforcement=how)


EVERY_SCOPE: dict[SettingKey, Setting] = {
    (Scope.SYSTEM, None, HOUR): setting(10),
    (Scope.TIER, "gold", HOUR): setting(20),
    (Scope.TENANT, "acme", HOUR): setting(30),
}


def test_the_most_specific_scope_decides() -> None:
    book = Rulebook(1, EVERY_SCOPE, {"ada": agent(most=40)}, {"acme": "gold", "bits": "gold"})
    assert book.limit(HOUR, "acme", "ada") == limit(40, "agent")
    assert book.limit(HOUR, "acme", "bob") == limit(30, "tenant")
    assert book.limit(HOUR, "acme") == limit(30, "tenant")
    assert book.limit(HOUR, "bits") == limit(20, "tier")
    assert book.limit(HOUR, "cogs") == limit(10, "system")


@pytest.mark.parametrize("limit_id", list(LimitId))
def test_with_nothing_set_the_default_is_in_force(limit_id: LimitId) -> None:
    found = EMPTY_RULEBOOK.limit(limit_id, "acme", "ada")
    assert found == limit(LIMITS[limit_id].default, "system", limit_id=limit_id)


@pytest.mark.parametrize(
    ("mode", "preset"), [(DialingMode.PREVIEW, 40), (DialingMode.POWER, 100), (DialingMode.PREDICTIVE, 150)]
)
def test_an_agent_without_a_number_has_its_modes_preset(mode: DialingMode, preset: int) -> None:
    book = Rulebook(1, {}, {"ada": agent(mode)}, {})
    assert book.limit(HOUR, "acme", "ada") == limit(preset, "system")
    assert book.limit(LimitId.CALLS_DAY, "acme", "ada").amount == 800


def test_any_setting_comes_before_the_preset() -> None:
    book = Rulebook(1, {(Scope.SYSTEM, None, HOUR): setting(10)}, {"ada": agent(DialingMode.PREDICTIVE)}, {})
    assert book.limit(HOUR, "acme", "ada") == limit(10, "system")


def test_an_agents_zero_blocks_and_is_not_taken_for_unset() -> None:
    assert Rulebook(1, EVERY_SCOPE, {"ada": agent(most=0)}, {}).limit(HOUR, "acme", "ada").amount == 0


def test_enforcement_comes_from_where_it_is_said() -> None:
    settings: dict[SettingKey, Setting] = {(Scope.TENANT, "acme", HOUR): setting(30, ALERT)}
    agents = {"ada": agent(most=40), "bob": agent(most=40, how=ENFORCE), "eve": agent(), "kim": agent(how=ENFORCE)}
    book = Rulebook(1, settings, agents, {})
    assert book.limit(HOUR, "acme", "ada") == limit(40, "agent", ALERT)
    assert book.limit(HOUR, "acme", "bob") == limit(40, "agent", ENFORCE)
    assert book.limit(HOUR, "acme", "eve") == limit(30, "tenant", ALERT)
    assert book.limit(HOUR, "acme", "kim") == limit(30, "tenant", ENFORCE)


def test_an_agents_enforcement_is_of_its_calls_per_hour_only() -> None:
    book = Rulebook(1, {}, {"ada": agent(how=ALERT)}, {})
    assert book.limit(HOUR, "acme", "ada").enforcement is ALERT
    assert book.limit(LimitId.CALLS_DAY, "acme", "ada").enforcement is ENFORCE
    assert book.limit(LimitId.CALLS_GAP, "acme", "ada").enforcement is ENFORCE


def test_an_agents_delay_is_its_gap() -> None:
    settings: dict[SettingKey, Setting] = {(Scope.TENANT, "acme", LimitId.CALLS_GAP): setting(9)}
    agents = {"ada": AgentSettings(tenant_id="acme", auto_dial_delay=0), "bob": agent()}
    book = Rulebook(1, settings, agents, {})
    assert book.limit(LimitId.CALLS_GAP, "acme", "ada") == limit(0, "agent", limit_id=LimitId.CALLS_GAP)
    assert book.limit(LimitId.CALLS_GAP, "acme", "bob") == limit(9, "tenant", limit_id=LimitId.CALLS_GAP)


def test_an_edit_makes_the_next_rulebook_and_leaves_this_one() -> None:
    first = Rulebook(1, EVERY_SCOPE, {"ada": agent(most=40)}, {"acme": "gold"})
    assert first.limit(HOUR, "acme", "ada").amount == 40
    second = first.with_agent("ada", agent(most=80), 2)
    third = second.with_setting((Scope.TENANT, "acme", HOUR), setting(35), 3)
    fourth = third.with_setting((Scope.TENANT, "acme", HOUR), None, 4)
    fifth = fourth.with_tier("acme", None, 5)
    assert [book.revision for book in (first, second, third, fourth, fifth)] == [1, 2, 3, 4, 5]
    assert [book.limit(HOUR, "acme", "ada").amount for book in (first, second)] == [40, 80]
    assert [book.limit(HOUR, "acme").amount for book in (first, second, third, fourth, fifth)] == [30, 30, 35, 20, 10]
    assert second.agent("ada") == AgentSettings(tenant_id="acme", max_calls_per_hour=80, revision=2)
    assert (fourth.tier_of("acme"), fifth.tier_of("acme")) == ("gold", None)
    assert fourth.setting(Scope.TENANT, "acme", HOUR) is None


def test_whoever_gave_the_settings_cannot_change_them_afterwards() -> None:
    settings, agents, tiers = dict(EVERY_SCOPE), {"ada": agent(most=40)}, {"acme": "gold"}
    book = Rulebook(1, settings, agents, tiers)
    settings[(Scope.TENANT, "acme", HOUR)] = setting(1_000)
    agents["ada"] = agent(most=1_000)
    tiers.clear()
    assert book.limit(HOUR, "acme", "ada").amount == 40
    assert book.limit(HOUR, "acme").amount == 30
    assert book.tier_of("acme") == "gold"


def test_what_is_set_can_be_read_and_not_written() -> None:
    book = Rulebook(1, EVERY_SCOPE, {}, {})
    assert dict(book.settings()) == EVERY_SCOPE
    with pytest.raises(TypeError):
        cast("dict[SettingKey, Setting]", book.settings())[Scope.SYSTEM, None, HOUR] = setting(1_000)
