"""The directory in memory: what `db.directory_sqlite` answers, from dictionaries."""

from app.engine.calls import Call
from app.engine.events import AnswerKept
from app.engine.people import Agent, Campaign, Identity, Tenant
from app.engine.sessions import Session
from app.engine.value import Id


class MemoryDirectory:
    """`Directory` and `Agents` over what was put in."""

    def __init__(self) -> None:
        self.tokens: dict[str, tuple[Identity, bytes]] = {}
        self.tenants: dict[Id, Tenant] = {}
        self.sessions: dict[Id, Session] = {}
        self.calls: dict[Id, Call] = {}
        self.answers: dict[tuple[Id, str], AnswerKept] = {}
        self.agents: dict[Id, Agent] = {}
        self.campaigns: dict[Id, Campaign] = {}

    def identity(self, token_id: str) -> tuple[Identity, bytes] | None:
        """Whom a token names and the hash of its secret."""
        return self.tokens.get(token_id)

    def tenant(self, tenant_id: Id) -> Tenant | None:
        """One tenant."""
        return self.tenants.get(tenant_id)

    def session(self, tenant_id: Id, session_id: Id) -> Session | None:
        """One session of a tenant."""
        found = self.sessions.get(session_id)
        return found if found is not None and found.tenant_id == tenant_id else None

    def call(self, tenant_id: Id, call_id: Id) -> Call | None:
        """One call of a tenant."""
        found = self.calls.get(call_id)
        return found if found is not None and found.tenant_id == tenant_id else None

    def answer(self, user_id: Id, key: str) -> AnswerKept | None:
        """What an earlier request with this idempotency key was answered."""
        return self.answers.get((user_id, key))

    def agent(self, tenant_id: Id, agent_id: Id) -> Agent | None:
        """One agent of a tenant."""
        found = self.agents.get(agent_id)
        return found if found is not None and found.tenant_id == tenant_id else None

    def campaign(self, tenant_id: Id, campaign_id: Id) -> Campaign | None:
        """One campaign of a tenant."""
        found = self.campaigns.get(campaign_id)
        return found if found is not None and found.tenant_id == tenant_id else None
