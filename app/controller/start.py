"""A dialer starts a session."""

from app.controller.admission import note_refusal, note_warnings
from app.controller.change import Change
from app.controller.limit_terms import end_terms
from app.controller.outcomes import Done, Limited, Missing, Outcome
from app.controller.rows import agent_row, session_row
from app.controller.session_ends import expire_if_due
from app.engine import events
from app.engine.configuration import DEFAULT_CONFIGURATION, lenient_settings_of
from app.engine.gauges import active_gate
from app.engine.limits import DialingMode, LimitId
from app.engine.people import Agent, Identity
from app.engine.rulebook import Scope
from app.engine.sessions import Session, expiry
from app.engine.usage import judge
from app.engine.value import Id, Instant, Value
from app.engine.verdict import Refused
from app.wire.dialer import StartAnswer


class Start(Value, frozen=True, kw_only=True):
    """What a dialer asks for."""

    mode: DialingMode | None = None
    campaign_id: Id | None = None
    agent_id: Id | None = None


def start(change: Change, identity: Identity, intent: Start, now: Instant) -> Outcome[StartAnswer]:
    """A new session for an agent of the tenant, unless `sessions.active` refuses it."""
    floor = change.floor
    if intent.campaign_id is not None and floor.campaign(identity.tenant_id, intent.campaign_id) is None:
        return Missing(what="campaign")
    agent = _agent_for(change, identity, intent, now)
    if not isinstance(agent, Agent):
        return agent
    end_terms(change, agent.id, now)
    agent = floor.desks[agent.id].agent
    for session in list(floor.live_sessions(identity.tenant_id)):
        expire_if_due(change, session, now)
    limit = floor.limit(LimitId.SESSIONS_ACTIVE, identity.tenant_id)
    expiries = floor.expiries(identity.tenant_id)
    verdict = judge([active_gate(limit, identity.tenant_id, expiries, now)], now)
    if isinstance(verdict, Refused):
        note_refusal(change, identity, verdict, agent.id, None)
        return Limited(refused=verdict)
    note_warnings(change, identity.tenant_id, agent.id, verdict)
    session = _session(change, identity, intent, agent, now)
    change.start_session(session, identity.user)
    return Done(StartAnswer(success=True, session=session_row(session), agent=agent_row(floor, agent)))


def _session(change: Change, identity: Identity, intent: Start, agent: Agent, now: Instant) -> Session:
    settings = change.floor.rulebook.agent(agent.id)
    mode = intent.mode or (settings.mode if settings is not None else DialingMode.POWER)
    age = change.floor.limit(LimitId.SESSION_AGE, identity.tenant_id)
    return Session(
        id=change.floor.ports.new_id(now),
        tenant_id=identity.tenant_id,
        agent_id=agent.id,
        started_by=identity.user_id,
        campaign_id=intent.campaign_id,
        mode=mode.value,
        started_at=now,
        expires_at=expiry(now, age.amount),
        last_activity_at=now,
    )


def _agent_for(change: Change, identity: Identity, intent: Start, now: Instant) -> Agent | Missing:
    floor = change.floor
    if intent.agent_id is not None:
        found = floor.agent(identity.tenant_id, intent.agent_id)
        if found is None:
            return Missing(what="agent")
        return found
    own = floor.agent_of_user.get(identity.user_id)
    if own is not None:
        return floor.desks[own].agent
    return _make_agent(change, identity, intent.mode, now)


def _make_agent(change: Change, identity: Identity, mode: DialingMode | None, now: Instant) -> Agent:
    """The caller's own agent, made on its first call with the specification's defaults."""
    floor = change.floor
    configuration = {**DEFAULT_CONFIGURATION, "mode": (mode or DialingMode.POWER).value}
    agent = Agent(
        id=floor.ports.new_id(now),
        tenant_id=identity.tenant_id,
        user_id=identity.user_id,
        name=identity.user,
        agent_type="power_dialer",
        status="active",
        configuration=configuration,
        created_at=now,
    )
    change.make_agent(agent)
    before = floor.rulebook
    revision = before.revision + 1
    floor.rulebook = before.with_agent(agent.id, lenient_settings_of(agent.tenant_id, configuration), revision)
    change.on_undo(lambda: setattr(floor, "rulebook", before))
    for field, after in configuration.items():
        change.add(
            events.LimitEdited(
                revision=revision,
                tenant_id=agent.tenant_id,
                scope=Scope.AGENT,
                scope_id=agent.id,
                subject=agent.name,
                field=field,
                before=None,
                after=after,
                by=identity.user,
                reason="agent made on its first session",
                at=now,
            )
        )
    return agent
