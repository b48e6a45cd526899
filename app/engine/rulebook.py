"""Every limit in force at one revision, and how the most specific one is found: agent, tenant, tier, system.

An edit makes a new rulebook; the old one goes on to be true for whoever still holds it.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec

from app.engine.limits import LIMITS, PRESET_CALLS_PER_HOUR, DialingMode, Enforcement, Limit, LimitId
from app.engine.value import Id, Value


class Scope(StrEnum):
    """Where a limit is set. `agent` is the most specific."""

    AGENT = "agent"
    TENANT = "tenant"
    TIER = "tier"
    SYSTEM = "system"


class Setting(Value, frozen=True, kw_only=True):
    """An amount as set at one scope, and the revision that set it."""

    amount: int
    enforcement: Enforcement
    revision: int


class AgentSettings(Value, frozen=True, kw_only=True):
    """What an agent's configuration says. None means "not set here": the next scope decides.

    `call_timeout` and `auto_dial_delay` are seconds. `enforcement` is that of the agent's calls per hour.
    """

    tenant_id: Id
    mode: DialingMode = DialingMode.POWER
    max_calls_per_hour: int | None = None
    call_timeout: int = 30
    auto_dial_delay: int | None = None
    enforcement: Enforcement | None = None
    revision: int = 0


TIER_FIELD = "tier"
"""The field of the edit that moves a tenant to a tier: the log keeps it among the edits of the tenant's limits."""

SettingKey = tuple[Scope, Id | None, LimitId]


class Rulebook:
    """All settings at `revision`. Immutable; resolved limits are remembered, because every try asks for them."""

    __slots__ = ("_agents", "_resolved", "_settings", "_tiers", "revision")

    def __init__(
        self,
        revision: int,
        settings: Mapping[SettingKey, Setting],
        agents: Mapping[Id, AgentSettings],
        tiers: Mapping[Id, Id],
    ) -> None:
        # Copies behind a proxy: an edit of the caller's own dict must not reach into a revision already in force.
        self.revision = revision
        self._settings = MappingProxyType(dict(settings))
        self._agents = MappingProxyType(dict(agents))
        self._tiers = MappingProxyType(dict(tiers))
        self._resolved: dict[tuple[LimitId, Id, Id | None], Limit] = {}

    def limit(self, limit_id: LimitId, tenant_id: Id, agent_id: Id | None = None) -> Limit:
        """The limit in force for a tenant, or for one of its agents; it always says where it comes from."""
        key = (limit_id, tenant_id, agent_id)
        found = self._resolved.get(key)
        if found is None:
            found = self._resolved[key] = self._resolve(limit_id, tenant_id, agent_id)
        return found

    def agent(self, agent_id: Id) -> AgentSettings | None:
        """What is set for one agent, None if the rulebook does not know it."""
        return self._agents.get(agent_id)

    def setting(self, scope: Scope, scope_id: Id | None, limit_id: LimitId) -> Setting | None:
        """What is set at one scope, None if nothing is."""
        return self._settings.get((scope, scope_id, limit_id))

    def settings(self) -> Mapping[SettingKey, Setting]:
        """Everything set at tenant, tier and system scope."""
        return self._settings

    def tier_of(self, tenant_id: Id) -> Id | None:
        """The tenant's tier, None without one."""
        return self._tiers.get(tenant_id)

    def wider_scopes(self, tenant_id: Id) -> tuple[tuple[Scope, Id | None], ...]:
        """Where a limit that an agent does not set itself may be set, most specific first."""
        tier_id = self._tiers.get(tenant_id)
        tier = ((Scope.TIER, tier_id),) if tier_id is not None else ()
        return ((Scope.TENANT, tenant_id), *tier, (Scope.SYSTEM, None))

    def with_agent(self, agent_id: Id, settings: AgentSettings, revision: int) -> "Rulebook":
        """The next rulebook, in which one agent's settings are these."""
        agents = {**self._agents, agent_id: msgspec.structs.replace(settings, revision=revision)}
        return Rulebook(revision, self._settings, agents, self._tiers)

    def with_setting(self, key: SettingKey, setting: Setting | None, revision: int) -> "Rulebook":
        """The next rulebook, in which one scope sets a limit, or with None no longer does."""
        settings = {other: value for other, value in self._settings.items() if other != key}
        if setting is not None:
            settings[key] = setting
        return Rulebook(revision, settings, self._agents, self._tiers)

    def with_edits(
        self, agents: Mapping[Id, AgentSettings], settings: Mapping[SettingKey, Setting | None], revision: int
    ) -> "Rulebook":
        """The next rulebook, in which many agents and scopes set this at once; None takes a setting away."""
        edited = {id_: msgspec.structs.replace(own, revision=revision) for id_, own in agents.items()}
        kept = {key: value for key, value in self._settings.items() if key not in settings}
        added = {key: value for key, value in settings.items() if value is not None}
        return Rulebook(revision, {**kept, **added}, {**self._agents, **edited}, self._tiers)

    def with_tier(self, tenant_id: Id, tier_id: Id | None, revision: int) -> "Rulebook":
        """The next rulebook, in which a tenant is of this tier."""
        tiers = {tenant: tier for tenant, tier in self._tiers.items() if tenant != tenant_id}
        if tier_id is not None:
            tiers[tenant_id] = tier_id
        return Rulebook(revision, self._settings, self._agents, tiers)

    def _resolve(self, limit_id: LimitId, tenant_id: Id, agent_id: Id | None) -> Limit:
        agent = self._agents.get(agent_id) if agent_id is not None else None
        wider = self._beyond_agent(limit_id, tenant_id, agent)
        own = _amount_of_agent(limit_id, agent)
        enforcement = wider.enforcement
        if agent is not None and limit_id is LimitId.CALLS_HOUR and agent.enforcement is not None:
            enforcement = agent.enforcement
        if own is not None:
            return Limit(limit_id=limit_id, amount=own, enforcement=enforcement, source=Scope.AGENT)
        return msgspec.structs.replace(wider, enforcement=enforcement)

    def _beyond_agent(self, limit_id: LimitId, tenant_id: Id, agent: AgentSettings | None) -> Limit:
        for scope, scope_id in self.wider_scopes(tenant_id):
            setting = self._settings.get((scope, scope_id, limit_id))
            if setting is not None:
                return Limit(limit_id=limit_id, amount=setting.amount, enforcement=setting.enforcement, source=scope)
        preset = agent is not None and limit_id is LimitId.CALLS_HOUR
        amount = PRESET_CALLS_PER_HOUR[agent.mode] if preset and agent is not None else LIMITS[limit_id].default
        return Limit(limit_id=limit_id, amount=amount, enforcement=Enforcement.ENFORCE, source=Scope.SYSTEM)


def _amount_of_agent(limit_id: LimitId, agent: AgentSettings | None) -> int | None:
    if agent is None:
        return None
    if limit_id is LimitId.CALLS_HOUR:
        return agent.max_calls_per_hour
    if limit_id is LimitId.CALLS_GAP:
        return agent.auto_dial_delay
    return None


EMPTY_RULEBOOK = Rulebook(0, {}, {}, {})
"""Revision 0: nothing is set, every limit is the system's default."""
