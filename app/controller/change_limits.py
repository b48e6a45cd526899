"""Many limits edited for one reason: all of them at one revision, or none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from app.controller.board import limit_changed
from app.controller.change import Change
from app.controller.edit_agent import FIELDS, edited_configuration, shown_settings
from app.controller.edit_limit import LimitPlace, age_sessions, may_not_edit, setting_json, subject_name
from app.controller.floor import Floor
from app.controller.limit_terms import end_terms
from app.controller.outcomes import Conflict, Denied, Done, Invalid, Missing, Outcome
from app.controller.session_ends import expire_all
from app.engine import events
from app.engine.configuration import ConfigurationError, lenient_settings_of, settings_of
from app.engine.limits import LIMITS, Enforcement, LimitId
from app.engine.people import Agent, Identity
from app.engine.rulebook import AgentSettings, Rulebook, Scope, Setting, SettingKey
from app.engine.terms import terms_of, with_terms
from app.engine.value import Id, Instant
from app.wire.limits import (
    AgentChange,
    ChangeConflict,
    ChangeFault,
    LimitChanges,
    LimitChangesAnswer,
    ScopeWord,
    SettingChange,
)

_WORDS: dict[Scope, ScopeWord] = {
    Scope.AGENT: "agent",
    Scope.TENANT: "tenant",
    Scope.TIER: "tier",
    Scope.SYSTEM: "system",
}


@dataclass(slots=True)
class Plan:
    """What a request comes to: agents with their new configuration, settings, and what stands in the way.

    `lost` are edits whose base is gone, each with the revision it expected.
    """

    agents: list[tuple[Agent, dict[str, object]]] = field(default_factory=list)
    settings: dict[SettingKey, Setting | None] = field(default_factory=dict)
    faults: list[ChangeFault] = field(default_factory=list)
    lost: list[tuple[ChangeConflict, int]] = field(default_factory=list)
    refused: Denied | Missing | None = None
    named: set[Id | SettingKey] = field(default_factory=set)

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not self.agents and not self.settings

    @property
    def raced(self) -> bool:
        """Whether nothing but a lost race stands in the way."""
        return bool(self.lost) and not self.faults and self.refused is None

    def names(self, subject: Id | SettingKey) -> bool:
        """True if an edit of this agent or setting came before: which of two would hold is nobody's guess."""
        known = subject in self.named
        self.named.add(subject)
        return known

    def book(self, book: Rulebook, revision: int) -> Rulebook:
        """The rulebook with all of it."""
        agents = {agent.id: lenient_settings_of(agent.tenant_id, new) for agent, new in self.agents}
        settings = {
            key: None if setting is None else msgspec.structs.replace(setting, revision=revision)
            for key, setting in self.settings.items()
        }
        return book.with_edits(agents, settings, revision)


def plan_changes(change: Change, identity: Identity, intent: LimitChanges, now: Instant, *, operator: bool) -> Plan:
    """What a request comes to on the floor as it is; `change` has only ended the terms that were due by then."""
    plan = Plan()
    for one in intent.agents:
        _plan_agent(plan, change, identity, one, now)
    for setting in intent.settings:
        _plan_setting(plan, change.floor, identity, setting, operator=operator)
    return plan


def apply_plan(
    change: Change, identity: Identity, plan: Plan, reason: str, now: Instant
) -> Outcome[LimitChangesAnswer]:
    """Apply every edit at revision N + 1; on a fault or a lost race none of them."""
    floor = change.floor
    if plan.refused is not None:
        return plan.refused
    if plan.faults:
        return Invalid(field=plan.faults[0].field, sentence=plan.faults[0].sentence)
    if plan.lost:
        return lost_race([conflict for conflict, _ in plan.lost])
    if plan.empty:
        return Invalid(field="", sentence="nothing to change: every value is so already")
    edits = edits_of(floor, identity, plan, reason, now)
    _apply(change, identity, plan, edits, reason, now)
    return Done(
        LimitChangesAnswer(
            revision=floor.rulebook.revision,
            applied=True,
            edits=[limit_changed(edit) for edit in edits],
            faults=[],
            conflicts=[],
        )
    )


def lost_race(conflicts: Sequence[ChangeConflict]) -> Conflict:
    """Someone else was quicker: what holds now, of each."""
    names = ", ".join(conflict.subject for conflict in conflicts[:3])
    more = f" and {len(conflicts) - 3} more" if len(conflicts) > 3 else ""
    current: dict[str, object] = {"conflicts": msgspec.to_builtins(list(conflicts))}
    return Conflict(sentence=f"Someone else changed these limits meanwhile: {names}{more}", current=current)


def dry_run(
    floor: Floor, identity: Identity, plan: Plan, conflicts: Sequence[ChangeConflict], reason: str, now: Instant
) -> LimitChangesAnswer:
    """What a plan comes to, and everything that stands in its way."""
    return LimitChangesAnswer(
        revision=floor.rulebook.revision,
        applied=False,
        edits=[limit_changed(edit) for edit in edits_of(floor, identity, plan, reason, now)],
        faults=plan.faults,
        conflicts=list(conflicts),
    )


def _plan_agent(plan: Plan, change: Change, identity: Identity, one: AgentChange, now: Instant) -> None:
    floor = change.floor
    if floor.agent(identity.tenant_id, one.agent_id) is not None:
        end_terms(change, one.agent_id, now)
    agent = floor.agent(identity.tenant_id, one.agent_id)
    settings = floor.rulebook.agent(one.agent_id)
    if agent is None or settings is None:
        plan.refused = Missing(what=f"agent {one.agent_id}")
        return
    if plan.names(agent.id):
        plan.faults.append(_agent_fault(agent, "agentId", f"{agent.name} is named twice; give all its values at once"))
        return
    wanted = wanted_of(one)
    configuration = edited_configuration(agent.configuration, wanted)
    try:
        settings_of(agent.tenant_id, configuration)
    except ConfigurationError as fault:
        plan.faults.append(_agent_fault(agent, fault.field, str(fault)))
        return
    if settings.revision != one.expected_revision:
        plan.lost.append((_agent_conflict(agent, settings), one.expected_revision))
        return
    # What is set for good ends the term that its field had: with the value as it is, that alone is an edit.
    lasting = with_terms(agent.configuration, configuration, wanted, None, identity.user)
    if lasting != agent.configuration:
        plan.agents.append((agent, lasting))


def _agent_fault(agent: Agent, name: str, sentence: str) -> ChangeFault:
    return ChangeFault(scope="agent", scope_id=agent.id, field=name, sentence=sentence)


def _agent_conflict(agent: Agent, settings: AgentSettings) -> ChangeConflict:
    return ChangeConflict(
        scope="agent",
        scope_id=agent.id,
        subject=agent.name,
        field="",
        revision=settings.revision,
        current=shown_settings(agent, settings),
        edits=[],
    )


def wanted_of(one: AgentChange) -> dict[str, object]:
    """The values that an edit names, by the key of the agent's configuration; None takes the key away."""
    values = zip(
        FIELDS,
        (one.mode, one.max_calls_per_hour, one.call_timeout, one.auto_dial_delay, one.enforcement),
        strict=True,
    )
    return {name: value for name, value in values if value is not msgspec.UNSET}


def _plan_setting(plan: Plan, floor: Floor, identity: Identity, one: SettingChange, *, operator: bool) -> None:
    fault = setting_fault(one)
    if fault is not None:
        plan.faults.append(fault)
        return
    key = key_of(one)
    place = LimitPlace(scope=key[0], scope_id=key[1], limit_id=key[2])
    plan.refused = plan.refused or may_not_edit(floor, identity, place, operator=operator)
    known = floor.rulebook.setting(*key)
    if plan.refused is not None:
        return
    if (known.revision if known is not None else 0) != one.expected_revision:
        plan.lost.append((_setting_conflict(floor, key, known), one.expected_revision))
        return
    if plan.names(key):
        sentence = "this limit is named twice; keep one of them"
        plan.faults.append(ChangeFault(scope=one.scope, scope_id=one.scope_id, field=one.limit_id, sentence=sentence))
        return
    after = setting_of(one)
    if setting_json(known) != setting_json(after):
        plan.settings[key] = after


def setting_fault(one: SettingChange) -> ChangeFault | None:
    """What is wrong with an edit of a scope by itself, None if nothing is."""
    kind = LIMITS.get(LimitId(one.limit_id)) if one.limit_id in [known.value for known in LimitId] else None
    sentence = None
    if kind is None:
        sentence = f"limitId must be one of {', '.join(known.value for known in LimitId)}"
    elif one.amount is not None and not kind.lowest <= one.amount <= kind.highest:
        sentence = f"amount must be {kind.lowest} to {kind.highest} {kind.unit}"
    elif (one.scope_id is None) != (one.scope == "system"):
        sentence = "scopeId names the tenant or the tier, and is null for the system"
    if sentence is None:
        return None
    return ChangeFault(scope=one.scope, scope_id=one.scope_id, field=one.limit_id, sentence=sentence)


def key_of(one: SettingChange) -> SettingKey:
    """Which limit of which scope an edit is of; its limit id is known to be one."""
    return (Scope(one.scope), one.scope_id, LimitId(one.limit_id))


def setting_of(one: SettingChange, revision: int = 0) -> Setting | None:
    """What an edit sets, None if it takes the setting away."""
    if one.amount is None:
        return None
    return Setting(amount=one.amount, enforcement=Enforcement(one.enforcement), revision=revision)


def _setting_conflict(floor: Floor, key: SettingKey, known: Setting | None) -> ChangeConflict:
    scope, scope_id, limit_id = key
    return ChangeConflict(
        scope=_WORDS[scope],
        scope_id=scope_id,
        subject=subject_name(floor, scope, scope_id),
        field=limit_id.value,
        revision=known.revision if known is not None else 0,
        current=setting_json(known) or {"amount": None, "enforcement": "enforce"},
        edits=[],
    )


def edits_of(floor: Floor, identity: Identity, plan: Plan, reason: str, now: Instant) -> list[events.LimitEdited]:
    """The edits that a plan comes to, at the next revision."""

    def edited(scope: Scope, scope_id: Id | None, subject: str, name: str, values: tuple[object, object]) -> None:
        made.append(
            events.LimitEdited(
                revision=floor.rulebook.revision + 1,
                tenant_id=identity.tenant_id if scope in (Scope.AGENT, Scope.TENANT) else None,
                scope=scope,
                scope_id=scope_id,
                subject=subject,
                field=name,
                before=values[0],
                after=values[1],
                by=identity.user,
                reason=reason,
                at=now,
            )
        )

    made: list[events.LimitEdited] = []
    for agent, new in plan.agents:
        for name in _changed(agent, new):
            edited(Scope.AGENT, agent.id, agent.name, name, (agent.configuration.get(name), new.get(name)))
    for (scope, scope_id, limit_id), setting in plan.settings.items():
        before = setting_json(floor.rulebook.setting(scope, scope_id, limit_id)) or None
        values = (before, setting_json(setting) or None)
        edited(scope, scope_id, subject_name(floor, scope, scope_id), limit_id.value, values)
    return made


def _changed(agent: Agent, new: dict[str, object]) -> Iterable[str]:
    """The fields that differ; those whose term alone ended are told too, since what was to go back now stays."""
    ended = terms_of(agent.configuration).keys() - terms_of(new).keys()
    return (name for name in FIELDS if agent.configuration.get(name) != new.get(name) or name in ended)


def _apply(
    change: Change, identity: Identity, plan: Plan, edits: Sequence[events.LimitEdited], reason: str, now: Instant
) -> None:
    floor = change.floor
    ages = any(limit_id is LimitId.SESSION_AGE for _, _, limit_id in plan.settings)
    if ages:
        expire_all(change, now)
    before = floor.rulebook
    floor.rulebook = plan.book(before, before.revision + 1)
    change.on_undo(lambda: setattr(floor, "rulebook", before))
    for agent, new in plan.agents:
        change.edit_agent(msgspec.structs.replace(agent, configuration=new))
    for edit in edits:
        change.add(edit)
    for subject, of_it in _by_subject(edits).items():
        change.add(
            events.DeedRecorded(
                tenant_id=identity.tenant_id,
                at=now,
                user=identity.user,
                action="limits.edit",
                subject=subject,
                before={edit.field: edit.before for edit in of_it},
                after={edit.field: edit.after for edit in of_it},
                reason=reason,
            )
        )
    if ages:
        age_sessions(change)


def _by_subject(edits: Sequence[events.LimitEdited]) -> dict[str, list[events.LimitEdited]]:
    """An agent's edits under its id; a scope's under the words that the audit trail has for it."""
    found: dict[str, list[events.LimitEdited]] = {}
    for edit in edits:
        name = edit.scope_id if edit.scope is Scope.AGENT else f"{edit.scope.value} {edit.subject}"
        found.setdefault(name or "", []).append(edit)
    return found
