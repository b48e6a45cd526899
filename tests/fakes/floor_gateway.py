"""A fake engine's whole face for the window: gateway, feed, child process; it keeps every promise of the real one."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from app.client.engine_process import EngineOutcome, EngineReady
from app.client.errors import GatewayRefused, GatewayUnreachable
from app.client.feed_reader import FeedState, Live
from app.ui.ports import EnginePort, FeedPort, GatewayPort
from app.wire.errors import ErrorBody
from app.wire.feed import FeedMessage, FloorAgent, LimitChanged
from app.wire.operator import (
    AgentDetail,
    CreateToken,
    EditAgent,
    JobsPage,
    Me,
    SessionItem,
    SessionsPage,
    TenantItem,
    TokenMade,
)
from tests.fakes.abandonment_gateway import FakeAbandonment
from tests.fakes.alerts_gateway import AlertAnswers, AlertDesk
from tests.fakes.calling_gateway import FakeCalling
from tests.fakes.evidence_gateway import FakeEvidence
from tests.fakes.floor_day import detail_of
from tests.fakes.floor_world import FloorWorld, Person
from tests.fakes.folder_answers import FakeFolder, FolderAnswers
from tests.fakes.limits_gateway import FakeLimits
from tests.fakes.log_gateway import FakeLog
from tests.fakes.rules_gateway import FakeRules
from tests.fakes.sessions_gateway import FakeSessions, item_of

TENANT = TenantItem(id="0198a000-0000-7000-8000-000000000001", name="Northgate Collections")


def refused(status: int, code: str, sentence: str) -> GatewayRefused:
    """The engine's no."""
    return GatewayRefused(status, ErrorBody(error=sentence, code=code, rate_limit_exceeded=False))


@dataclass
class FloorGateway(AlertAnswers, FolderAnswers):
    """Answers as `Gateway` does, from a `FloorWorld`; `trouble` set makes every question fail with it."""

    world: FloorWorld
    me_answer: Me
    alert_desk: AlertDesk
    trouble: Exception | None = None
    asked: list[str] = field(default_factory=list)
    feeds: list["FakeFeed"] = field(default_factory=list)
    closed: bool = False
    guard: threading.RLock = field(default_factory=threading.RLock)
    rulebook: FakeLimits = field(init=False)
    history: FakeSessions = field(init=False)
    log: FakeLog = field(init=False)
    calling: FakeCalling = field(init=False)
    abandonment: FakeAbandonment = field(init=False)
    law: FakeRules = field(init=False)
    evidence: FakeEvidence = field(init=False)
    folder: FakeFolder = field(init=False)

    def __post_init__(self) -> None:
        self.rulebook = FakeLimits(self)
        self.history = FakeSessions(self)
        self.folder = FakeFolder(self)
        self.log = FakeLog(self)
        self.calling = FakeCalling(self)
        self.abandonment = FakeAbandonment(self)
        self.law = FakeRules(self)
        self.evidence = FakeEvidence(self)

    def ask_for(self, what: str) -> None:
        """Note a question; fails if there is trouble."""
        self._ask(what)

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        if self.trouble is not None:
            raise self.trouble

    def me(self) -> Me:
        self._ask("me")
        return self.me_answer

    def create_tenant(self, name: str) -> TenantItem:
        self._ask("create_tenant")
        made = TenantItem(id=TENANT.id, name=name)
        self.world.tenant = name
        self.me_answer = msgspec.structs.replace(self.me_answer, tenants=[made])
        return made

    def create_token(self, wanted: CreateToken) -> TokenMade:
        self._ask("create_token")
        token = "dfl_7Qm2pT9xVb4KsYcW1nRzE8uLh3GjAoD6"
        return self.admin.make_token(wanted, token)

    def jobs(self) -> JobsPage:
        self._ask("jobs")
        return self.admin.jobs()

    def agent(self, agent_id: str) -> AgentDetail:
        self._ask("agent")
        with self.guard:
            return detail_of(self.world, self.world.by_id[agent_id])

    def edit_agent(self, agent_id: str, edit: EditAgent) -> FloorAgent:
        self._ask("edit_agent")
        with self.guard:
            person = self.world.by_id[agent_id]
            if edit.expected_revision != person.revision:
                raise self._conflict(person, edit)
            self._apply(person, edit)
            row = self.world.row(person)
        self.publish(self.world.edits_only())
        return row

    def _apply(self, person: Person, edit: EditAgent) -> None:
        self.world.revision += 1
        person.revision = self.world.revision
        person.until = edit.until if isinstance(edit.until, datetime) else None
        for name, field_name, before in (
            ("mode", "mode", person.mode),
            ("max_calls_per_hour", "maxCallsPerHour", person.own_limit),
            ("call_timeout", "callTimeout", person.timeout),
            ("auto_dial_delay", "autoDialDelay", person.delay),
            ("enforcement", "enforcement", person.enforcement),
        ):
            after = getattr(edit, name)
            if after is msgspec.UNSET or after == before:
                continue
            own = {"max_calls_per_hour": "own_limit", "call_timeout": "timeout", "auto_dial_delay": "delay"}
            setattr(person, own.get(name, name), after)
            self.world.record(person, self._change(person, field_name, before, after, edit.reason))

    def _change(self, person: Person, name: str, before: object, after: object, reason: str) -> LimitChanged:
        return LimitChanged(
            revision=person.revision,
            scope="agent",
            scope_id=person.id,
            subject=person.name,
            field=name,
            before=before,
            after=after,
            by=self.me_answer.user,
            reason=reason,
            at=self.world.now,
        )

    def _conflict(self, person: Person, edit: EditAgent) -> GatewayRefused:
        yours = msgspec.to_builtins(edit)
        current: dict[str, object] = {
            "mode": person.mode,
            "maxCallsPerHour": person.own_limit,
            "callTimeout": person.timeout,
            "autoDialDelay": person.delay,
            "enforcement": person.enforcement,
            "revision": person.revision,
        }
        sentence = f"{person.name} was edited by someone else in the meantime"
        body = ErrorBody(error=sentence, code="conflict", rate_limit_exceeded=False, current=current, yours=yours)
        return GatewayRefused(409, body)

    def sessions(self, status: str | None = None) -> SessionsPage:
        self._ask(f"sessions {status}")
        return SessionsPage(sessions=[])

    def _change_session(self, session_id: str, state: str, reason: str) -> SessionItem:
        self._ask(f"{state}: {reason}")
        with self.guard:
            person = next(p for p in self.world.people if p.id[8:] == session_id[8:])
            row = self.world.row(person).session
            if row is None:
                raise refused(409, "conflict", "The session has already ended")
            if state == "ended":
                person.state, person.started, person.ended = "offline", None, True
            else:
                person.state = "paused" if state == "paused" else "waiting"
            person.since = self.world.now
            self.world.touch(person)
        self.publish(self.world.edits_only())
        made = item_of(self, person) if state != "ended" else None
        return made or SessionItem(
            id=session_id,
            agent_id=person.id,
            agent=person.name,
            campaign=person.campaign,
            mode=person.mode,
            status="completed",
            started_at=row.started_at,
            expires_at=row.expires_at,
            ended_at=self.world.now,
            attempted=row.attempted,
            reached=row.reached,
            converted=row.converted,
            started_by="dialer",
        )

    def pause_session(self, session_id: str, reason: str) -> SessionItem:
        return self._change_session(session_id, "paused", reason)

    def resume_session(self, session_id: str, reason: str) -> SessionItem:
        return self._change_session(session_id, "active", reason)

    def end_session(self, session_id: str, reason: str) -> SessionItem:
        return self._change_session(session_id, "ended", reason)

    def close(self) -> None:
        self.closed = True

    def publish(self, message: FeedMessage) -> None:
        """Send a message to every open feed."""
        for feed in self.feeds:
            if feed.open:
                feed.on_message(message)


@dataclass
class FakeFeed:
    """A feed that speaks when the test says so."""

    gateway: FloorGateway
    on_message: Callable[[FeedMessage], None]
    on_state: Callable[[FeedState], None]
    open: bool = False

    def start(self) -> None:
        self.open = True
        self.gateway.feeds.append(self)
        self.reload()

    def reload(self) -> None:
        """A snapshot, as after a (re)connection."""
        snapshot = self.gateway.world.snapshot()
        self.on_message(msgspec.structs.replace(snapshot, alerts=self.gateway.alert_desk.standing))
        self.on_state(Live())

    def stop(self) -> None:
        self.open = False


@dataclass
class FakeEngine:
    """A child engine whose outcomes are told beforehand; the last one repeats."""

    outcomes: list[EngineOutcome]
    exit_code: int | None = None
    kept: bool | None = None
    starts: int = 0
    words: str = ""

    def start(self) -> EngineOutcome:
        self.starts += 1
        self.exit_code = None
        return self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]

    def restart(self) -> EngineOutcome:
        return self.start()

    def poll(self) -> int | None:
        return self.exit_code

    @property
    def last_words(self) -> str:
        return self.words

    def stop(self, keep: bool = False) -> int | None:
        self.kept = keep
        return None if keep else 0


@dataclass
class FloorWiring:
    """Wires a window to the fake floor."""

    floor: FloorGateway
    child: FakeEngine

    def gateway(self, url: str, token: str, tenant: str | None) -> GatewayPort:
        self.floor.asked.append(f"gateway {url} {tenant}")
        return self.floor

    def feed(
        self,
        url: str,
        token: str,
        tenant: str | None,
        on_message: Callable[[FeedMessage], None],
        on_state: Callable[[FeedState], None],
    ) -> FeedPort:
        return FakeFeed(gateway=self.floor, on_message=on_message, on_state=on_state)

    def engine(self, folder: Path) -> EnginePort:
        return self.child


def floor_wiring(agents: int = 24, seed: int = 7, tenants: bool = True) -> FloorWiring:
    """A local operator's floor; without tenants it is a fresh installation."""
    world = FloorWorld(agents=agents, seed=seed)
    may = ["floor", "edit_limits", "end_sessions", "export", "tokens", "folder"]
    me = Me(
        tenant_id=None, tenant=None, user="Local operator", role="admin", may=may, tenants=[TENANT] if tenants else []
    )
    engine = FakeEngine(outcomes=[EngineReady(url="http://127.0.0.1:50731", secret="s")])
    return FloorWiring(floor=FloorGateway(world=world, me_answer=me, alert_desk=AlertDesk(world)), child=engine)


def unreachable(url: str) -> GatewayUnreachable:
    """Nobody answers."""
    return GatewayUnreachable(f"The engine at {url} cannot be reached: connection refused")
