"""What a start reads back from the log, so that a restart changes no answer."""

from app.engine.calls import Call
from app.engine.pacing import Pace
from app.engine.people import Agent, Campaign, Tenant
from app.engine.records import AbandonmentDay, FinishedCall, RefusalRecord
from app.engine.rulebook import Rulebook
from app.engine.sessions import Session
from app.engine.usage import Usage
from app.engine.value import Id, Instant


class Restored:
    """The floor as the log left it. `calls` are open ones, and those that ended in the last two hours."""

    def __init__(
        self,
        *,
        usage: Usage,
        rulebook: Rulebook,
        tenants: list[Tenant],
        campaigns: list[Campaign],
        agents: list[Agent],
        sessions: list[Session],
        calls: list[Call],
        paces: dict[Id, Pace],
        finished: list[FinishedCall],
        refusals: list[RefusalRecord],
        abandonment: list[AbandonmentDay],
        last_logged: Instant,
    ) -> None:
        self.usage = usage
        self.rulebook = rulebook
        self.tenants = tenants
        self.campaigns = campaigns
        self.agents = agents
        self.sessions = sessions
        self.calls = calls
        self.paces = paces
        self.finished = finished
        self.refusals = refusals
        self.abandonment = abandonment
        self.last_logged = last_logged
