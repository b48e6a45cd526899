"""A strict floor behind a real HTTP server: the dialer path, and what a simulated floor asks of `/v1`."""

import threading
from dataclasses import dataclass, field

import msgspec

from app.client.dialer_requests import CallStatus, DialerRequest, Start, Status
from app.client.outcomes import Answered, AnyOutcome, Limited, Refused
from app.wire.operator import (
    CampaignItem,
    CampaignsPage,
    CreateToken,
    Me,
    Role,
    SessionItem,
    SessionsPage,
    TokenMade,
)
from tests.fakes.loopback_engine import Asked, reply
from tests.fakes.strict_floor import SECOND, StrictFloor
from tests.fakes.wire_answers import NOON, refusal

DIALER_PATH = "/functions/v1/power-dialer-controller"


@dataclass(slots=True)
class LoopbackFloor:
    """Answers for `LoopbackEngine`. Each start is a new agent, and each request lets two seconds of its time pass."""

    role: Role = "admin"
    floor: StrictFloor = field(default_factory=lambda: StrictFloor(least_ring=0))
    names: list[str] = field(default_factory=list)
    badges: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    keys: list[str | None] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)
    _agents: int = 0
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, asked: Asked) -> bytes:
        with self._guard:
            return self._dial(asked) if asked.path == DIALER_PATH else self._operate(asked)

    def _dial(self, asked: Asked) -> bytes:
        request = msgspec.json.decode(asked.body, type=DialerRequest)
        self.used.add(asked.headers["authorization"].removeprefix("Bearer "))
        self.keys.append(asked.headers.get("idempotency-key"))
        outcome: AnyOutcome = self.floor.ask(self._agent(request), request, self.floor.now + 2 * SECOND)
        match outcome:
            case Answered(answer=answer):
                return reply(200, answer)
            case Limited(body=body):
                return reply(429, body)
            case Refused(status=status, body=body):
                return reply(status, body)
            case _:
                return reply(503, refusal("unavailable"))

    def _agent(self, request: DialerRequest) -> int:
        match request:
            case Start():
                self._agents += 1
                return self._agents
            case CallStatus(call_id=call_id):
                return self.floor.calls[call_id].agent
            case Status(session_id=None):
                return 0
            case _:
                return int(str(request.session_id).split()[1])

    def _operate(self, asked: Asked) -> bytes:
        match asked.method, asked.path.split("/")[2:]:
            case "GET", [page]:
                return self._page(page)
            case "POST", ["tokens"]:
                return self._make_badge(msgspec.json.decode(asked.body, type=CreateToken))
            case "DELETE", ["tokens", token_id]:
                self.badges.remove(token_id)
                return reply(204, b"")
            case "POST", ["sessions", session_id, "end"]:
                self.ended.append(session_id)
                return reply(200, _item(session_id, "completed"))
            case _:
                return reply(404, refusal("not_found"))

    def _page(self, page: str) -> bytes:
        match page:
            case "me":
                return self._say_who()
            case "sessions":
                return reply(200, SessionsPage(sessions=[_item(session_id, "active") for session_id in self.left_open]))
            case "campaigns":
                items = [CampaignItem(id=name, name=name, contacts=9, waiting=9) for name in ("spring", "solar")]
                return reply(200, CampaignsPage(campaigns=items))
            case _:
                return reply(404, refusal("not_found"))

    def _say_who(self) -> bytes:
        if self.role == "dialer":
            return reply(403, refusal("forbidden"))
        return reply(200, Me(tenant_id="t", tenant="T", user="Ada", role=self.role, may=[], tenants=[]))

    def _make_badge(self, wanted: CreateToken) -> bytes:
        self.names.append(wanted.user)
        badge = f"badge{len(self.names)}"
        self.badges.add(badge)
        made = TokenMade(id=badge, token=f"token-{badge}", user_id="u", user=wanted.user, role=wanted.role)
        return reply(200, made)


def _item(session_id: str, status: str) -> SessionItem:
    return SessionItem(
        id=session_id,
        agent_id="a",
        agent="Leon",
        campaign=None,
        mode="power",
        status=status,
        started_at=NOON,
        expires_at=NOON,
        ended_at=NOON,
        attempted=0,
        reached=0,
        converted=0,
        started_by="Leon",
    )
