"""The floor in memory: what every decision looks up.

Written only by a `Change`, and read back from the log at start.
"""

from collections.abc import Callable, Iterator, Sequence

from app.clock import Clock
from app.controller.abandonment_book import AbandonmentBook
from app.controller.alert_book import AlertBook
from app.controller.desk import Desk
from app.controller.lawful_line import LawfulQueue
from app.engine.abandonment import Tally
from app.engine.calls import KEEP_ENDED, Call, ended_in_time
from app.engine.events import CallGivenBack, CallHandedOut, ContactHeld, ContactSettled, Fact
from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.pacing import Pace
from app.engine.people import Agent, Campaign, Tenant, Tier
from app.engine.ports import Agents, Directory, Journal, Queue, UsageStore
from app.engine.restored import Restored
from app.engine.rulebook import EMPTY_RULEBOOK, Rulebook
from app.engine.sessions import Session
from app.engine.suppression import Suppressions
from app.engine.terms import first_end
from app.engine.usage import Usage
from app.engine.value import DAY, Id, Instant


class Ports:
    """What the floor asks of the world, in one hand."""

    def __init__(
        self,
        *,
        clock: Clock,
        usage: UsageStore,
        journal: Journal,
        directory: Directory,
        agents: Agents,
        queue: Queue,
        new_id: Callable[[Instant], Id],
    ) -> None:
        self.clock = clock
        self.usage = usage
        self.journal = journal
        self.directory = directory
        self.agents = agents
        self.queue = queue
        self.new_id = new_id


class Floor:
    """Every tenant's live state. Not safe for threads: one loop owns it."""

    def __init__(self, ports: Ports, usage: Usage) -> None:
        self.ports = ports
        self.usage = usage
        self.rulebook: Rulebook = EMPTY_RULEBOOK
        self.tenants: dict[Id, Tenant] = {}
        self.tiers: dict[Id, Tier] = {}
        self.campaigns: dict[Id, Campaign] = {}
        self.desks: dict[Id, Desk] = {}
        self.agent_of_user: dict[Id, Id] = {}
        self.agents_of_tenant: dict[Id, dict[Id, None]] = {}
        self.sessions: dict[Id, Session] = {}
        self.live: dict[Id, dict[Id, Session]] = {}
        self.calls: dict[Id, Call] = {}
        self.alerts = AlertBook()
        self.suppressions = Suppressions()
        self.abandonment = AbandonmentBook()
        # Who asks for no rules (a morning of history, a test) has none; the engine always has.
        self.lawful: LawfulQueue | None = None
        self._newest: dict[tuple[Id, Id], Call] = {}

    def restore(self, restored: Restored) -> None:
        """Take the state that the log left."""
        self.rulebook = restored.rulebook
        for tenant in restored.tenants:
            self.tenants[tenant.id] = tenant
        self.tiers = {tier.id: tier for tier in restored.tiers}
        for campaign in restored.campaigns:
            self.campaigns[campaign.id] = campaign
        for day in restored.abandonment:
            tally = Tally(day.live, day.abandoned, day.greeted)
            self.abandonment.count(self.family(day.tenant_id, day.campaign_id), day.day, tally)
        for agent in restored.agents:
            self.put_agent(agent)
        for session in restored.sessions:
            self.put_session(session)
        for call in sorted(restored.calls, key=lambda call: call.created_at):
            self.put_call(call)
        for agent_id, pace in restored.paces.items():
            self.desks[agent_id].pace = pace

    def limit(self, limit_id: LimitId, tenant_id: Id, agent_id: Id | None = None) -> Limit:
        """The limit in force."""
        return self.rulebook.limit(limit_id, tenant_id, agent_id)

    def tenant(self, tenant_id: Id) -> Tenant | None:
        """A tenant, looked up in the log if it was made since the start."""
        tenant = self.tenants.get(tenant_id) or self.ports.directory.tenant(tenant_id)
        if tenant is not None:
            self.tenants[tenant_id] = tenant
        return tenant

    def campaign(self, tenant_id: Id, campaign_id: Id) -> Campaign | None:
        """A campaign of the tenant, looked up in the log if it was made since the start."""
        campaign = self.campaigns.get(campaign_id) or self.ports.agents.campaign(tenant_id, campaign_id)
        if campaign is None or campaign.tenant_id != tenant_id:
            return None
        self.campaigns[campaign_id] = campaign
        return campaign

    def family(self, tenant_id: Id, campaign_id: Id | None) -> Id:
        """Under which id the abandoned calls of a campaign are counted; those of none under their tenant's."""
        campaign = self.campaigns.get(campaign_id) if campaign_id is not None else None
        return campaign.family if campaign is not None else campaign_id or tenant_id

    def agent(self, tenant_id: Id, agent_id: Id) -> Agent | None:
        """An agent of the tenant."""
        desk = self.desks.get(agent_id)
        if desk is None or desk.agent.tenant_id != tenant_id:
            return None
        return desk.agent

    def session(self, tenant_id: Id, session_id: Id) -> Session | None:
        """A session of the tenant, from memory or the log."""
        session = self.sessions.get(session_id) or self.ports.directory.session(tenant_id, session_id)
        return session if session is not None and session.tenant_id == tenant_id else None

    def call(self, tenant_id: Id, call_id: Id) -> Call | None:
        """A call of the tenant, from memory or the log."""
        call = self.calls.get(call_id) or self.ports.directory.call(tenant_id, call_id)
        return call if call is not None and call.tenant_id == tenant_id else None

    def newest_call(self, session_id: Id, contact_id: Id, now: Instant) -> Call | None:
        """The newest call of a contact in a session, None unless it is open or ended within `KEEP_ENDED`."""
        call = self._newest.get((session_id, contact_id))
        return call if call is not None and _is_kept(call, now) else None

    def live_sessions(self, tenant_id: Id) -> Iterator[Session]:
        """The tenant's sessions that were active or paused when they were last looked at."""
        return iter(self.live.get(tenant_id, {}).values())

    def expiries(self, tenant_id: Id) -> list[Instant | None]:
        """When the tenant's live sessions expire, None for all where the age only alerts."""
        ends = self.limit(LimitId.SESSION_AGE, tenant_id).enforcement is Enforcement.ENFORCE
        return [session.expires_at if ends else None for session in self.live_sessions(tenant_id)]

    def expires(self, session: Session, now: Instant) -> bool:
        """True if the session's age ends it at `now`: an age that only alerts does not."""
        if now < session.expires_at or not session.is_live:
            return False
        return self.limit(LimitId.SESSION_AGE, session.tenant_id).enforcement is Enforcement.ENFORCE

    def put_agent(self, agent: Agent) -> None:
        """Know an agent as it is now."""
        desk = self.desks.get(agent.id)
        if desk is None:
            self.desks[agent.id] = Desk(agent)
        else:
            desk.agent = agent
        desk = self.desks[agent.id]
        desk.due_at = min(desk.due_at, first_end(agent.configuration))
        self.agents_of_tenant.setdefault(agent.tenant_id, {})[agent.id] = None
        if agent.user_id is not None:
            self.agent_of_user[agent.user_id] = agent.id

    def drop_agent(self, agent: Agent) -> None:
        """Forget an agent whose making could not be logged."""
        self.desks.pop(agent.id, None)
        self.agents_of_tenant.get(agent.tenant_id, {}).pop(agent.id, None)
        if agent.user_id is not None:
            self.agent_of_user.pop(agent.user_id, None)

    def put_session(self, session: Session) -> None:
        """Know a session as it is now."""
        self.sessions[session.id] = session
        live = self.live.setdefault(session.tenant_id, {})
        desk = self.desks[session.agent_id]
        if session.is_live:
            live[session.id] = session
            desk.due_at = min(desk.due_at, session.expires_at)
            desk.session_id = session.id
        else:
            live.pop(session.id, None)
            if desk.session_id == session.id:
                others = [other.id for other in live.values() if other.agent_id == session.agent_id]
                desk.session_id = others[-1] if others else None

    def drop_session(self, session: Session) -> None:
        """Forget a session whose start could not be logged."""
        self.sessions.pop(session.id, None)
        self.live.get(session.tenant_id, {}).pop(session.id, None)
        desk = self.desks.get(session.agent_id)
        if desk is not None and desk.session_id == session.id:
            desk.session_id = None

    def put_call(self, call: Call) -> None:
        """Know a call as it is now."""
        family, before = self.family(call.tenant_id, call.campaign_id), self.calls.get(call.id)
        self.abandonment.moved(family, before, call)
        self.calls[call.id] = call
        place = (call.session_id, call.contact_id)
        if place not in self._newest or self._newest[place].created_at <= call.created_at:
            self._newest[place] = call
        desk = self.desks[call.agent_id]
        if call.is_open:
            desk.open_calls[call.id] = call
            if call.deadline is not None:
                desk.due_at = min(desk.due_at, call.deadline)
        else:
            desk.open_calls.pop(call.id, None)
        if desk.last_call is None or desk.last_call.created_at <= call.created_at:
            desk.last_call = call

    def call_before(self, call: Call) -> Call | None:
        """The newest call so far of the same contact in the same session."""
        return self._newest.get((call.session_id, call.contact_id))

    def drop_call(self, call: Call, before: Call | None = None) -> None:
        """Forget a call whose hand-out could not be logged; `before` is its contact's newest again."""
        known = self.calls.pop(call.id, None)
        if known is not None:
            self.abandonment.closed(self.family(known.tenant_id, known.campaign_id), known)
        newest = self._newest.get((call.session_id, call.contact_id))
        if newest is not None and newest.id == call.id:
            del self._newest[call.session_id, call.contact_id]
            if before is not None:
                self._newest[call.session_id, call.contact_id] = before
        desk = self.desks[call.agent_id]
        desk.open_calls.pop(call.id, None)
        if desk.last_call is not None and desk.last_call.id == call.id:
            desk.last_call = None

    def committed(self, facts: Sequence[Fact]) -> None:
        """What waits for the disk: a slot is given back, and a contact let go, once the log says so."""
        for fact in facts:
            if isinstance(fact, CallHandedOut):
                self.ports.queue.release(fact.call.contact_id)
            elif isinstance(fact, ContactSettled | ContactHeld):
                self.ports.queue.release(fact.contact_id)
            elif isinstance(fact, CallGivenBack):
                self.ports.queue.release(fact.call.contact_id)
                self.ports.usage.give_back_calls(fact.call.agent_id, fact.call.session_id, fact.call.created_at)

    def set_pace(self, agent_id: Id, pace: Pace) -> None:
        """Know when the agent's last call was handed out and ended."""
        self.desks[agent_id].pace = pace

    def forget_old(self, now: Instant) -> None:
        """Drop what the log can answer for, so that memory follows the floor and not the day."""
        self.usage.forget_idle(now)
        self.calls = {call_id: call for call_id, call in self.calls.items() if _is_kept(call, now)}
        self._newest = {place: call for place, call in self._newest.items() if _is_kept(call, now)}
        self.sessions = {
            session_id: session
            for session_id, session in self.sessions.items()
            if session.is_live or (session.ended_at or session.started_at) > now - DAY
        }


def _is_kept(call: Call, now: Instant) -> bool:
    return call.ended_at is None or (ended_in_time(call) and call.ended_at > now - KEEP_ENDED)
