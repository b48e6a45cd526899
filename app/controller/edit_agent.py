"""A supervisor edits one agent's limits: revision N + 1 holds from the next decision on."""

from datetime import datetime

import msgspec

from app.controller.change import Change
from app.controller.limit_terms import end_terms
from app.controller.outcomes import Conflict, Done, Invalid, Missing, Outcome
from app.engine import events
from app.engine.configuration import ConfigurationError, lenient_settings_of, settings_of
from app.engine.people import Agent, Identity
from app.engine.rulebook import AgentSettings, Scope
from app.engine.terms import terms_of, with_terms
from app.engine.value import DAY, Id, Instant
from app.wire.base import instant_of, utc
from app.wire.operator import EditAgent

FIELDS = ("mode", "maxCallsPerHour", "callTimeout", "autoDialDelay", "enforcement")
LONGEST_TERM = 31 * DAY
"""What is to hold longer than a month is no exception any more, and belongs into the limit itself."""


def edit_agent(change: Change, identity: Identity, agent_id: Id, intent: EditAgent, now: Instant) -> Outcome[Agent]:
    """The agent with its new configuration; a conflict with both values if someone was quicker."""
    floor = change.floor
    if floor.agent(identity.tenant_id, agent_id) is not None:
        end_terms(change, agent_id, now)
    agent = floor.agent(identity.tenant_id, agent_id)
    settings = floor.rulebook.agent(agent_id)
    if agent is None or settings is None:
        return Missing(what="agent")
    wanted = _wanted(intent)
    if not wanted:
        return Invalid(field="", sentence=f"nothing to change; give one of {', '.join(FIELDS)}")
    until = instant_of(intent.until) if isinstance(intent.until, datetime) else None
    if until is not None and not now < until <= now + LONGEST_TERM:
        return Invalid(field="until", sentence="until must be later than now, by 31 days at most")
    if settings.revision != intent.expected_revision:
        current = {**shown_settings(agent, settings), "revision": settings.revision}
        return Conflict(sentence="Someone else changed these limits meanwhile", current=current, yours=wanted)
    configuration = edited_configuration(agent.configuration, wanted)
    try:
        settings_of(agent.tenant_id, configuration)
    except ConfigurationError as fault:
        return Invalid(field=fault.field, sentence=str(fault))
    configuration = with_terms(agent.configuration, configuration, wanted, until, identity.user)
    return Done(_apply(change, identity, agent, configuration, intent.reason, now))


def _apply(
    change: Change, identity: Identity, agent: Agent, configuration: dict[str, object], reason: str, now: Instant
) -> Agent:
    floor = change.floor
    before = floor.rulebook
    revision = before.revision + 1
    floor.rulebook = before.with_agent(agent.id, lenient_settings_of(agent.tenant_id, configuration), revision)
    change.on_undo(lambda: setattr(floor, "rulebook", before))
    edited = msgspec.structs.replace(agent, configuration=configuration)
    change.edit_agent(edited)
    changed = [field for field in FIELDS if agent.configuration.get(field) != configuration.get(field)]
    for field in changed or FIELDS[:1]:
        change.add(
            events.LimitEdited(
                revision=revision,
                tenant_id=agent.tenant_id,
                scope=Scope.AGENT,
                scope_id=agent.id,
                subject=agent.name,
                field=field,
                before=agent.configuration.get(field),
                after=configuration.get(field),
                by=identity.user,
                reason=reason,
                at=now,
            )
        )
    change.add(
        events.DeedRecorded(
            tenant_id=agent.tenant_id,
            at=now,
            user=identity.user,
            action="limits.edit",
            subject=agent.id,
            before={field: agent.configuration.get(field) for field in changed},
            after={field: configuration.get(field) for field in changed} | _until(configuration, changed),
            reason=reason,
        )
    )
    return edited


def _until(configuration: dict[str, object], changed: list[str]) -> dict[str, object]:
    terms = terms_of(configuration)
    ends = [terms[field].until for field in changed if field in terms]
    return {"until": utc(ends[0]).isoformat()} if ends else {}


def _wanted(intent: EditAgent) -> dict[str, object]:
    values = {
        "mode": intent.mode,
        "maxCallsPerHour": intent.max_calls_per_hour,
        "callTimeout": intent.call_timeout,
        "autoDialDelay": intent.auto_dial_delay,
        "enforcement": intent.enforcement,
    }
    return {field: value for field, value in values.items() if value is not msgspec.UNSET}


def edited_configuration(configuration: dict[str, object], wanted: dict[str, object]) -> dict[str, object]:
    """Keys nobody named are kept, known to us or not; None takes a key away."""
    edited = {**configuration, **wanted}
    return {key: value for key, value in edited.items() if value is not None}


def shown_settings(agent: Agent, settings: AgentSettings) -> dict[str, object]:
    """What an agent sets, field by field; None where it leaves it to others."""
    return {
        "mode": settings.mode.value,
        "maxCallsPerHour": settings.max_calls_per_hour,
        "callTimeout": settings.call_timeout,
        "autoDialDelay": agent.configuration.get("autoDialDelay"),
        "enforcement": None if settings.enforcement is None else settings.enforcement.value,
    }
