"""What a start reads back from the log, so that a restart changes no answer."""

from app.engine.calls import Call
from app.engine.pacing import Pace
from app.engine.people import Agent, Campaign, Tenant, Tier
from app.engine.records import AbandonmentDay, FinishedCalls, RefusalRecord
from app.engine.rulebook import Rulebook
from app.engine.sessions import Session
from app.engine.usage import Usage
from app.engine.value import Id, Instant, Value


class Restored(Value, frozen=True, kw_only=True):
    """The floor as the log left it. `calls` are open ones, and those that ended lately."""

    usage: Usage
    rulebook: Rulebook
    tenants: list[Tenant]
    tiers: list[Tier]
    campaigns: list[Campaign]
    agents: list[Agent]
    sessions: list[Session]
    calls: list[Call]
    paces: dict[Id, Pace]
    finished: list[FinishedCalls]
    refusals: list[RefusalRecord]
    abandonment: list[AbandonmentDay]
    last_logged: Instant
