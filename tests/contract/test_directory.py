"""What every directory promises: whole values back, by tenant, and nothing of anybody else's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from app.engine import events
from app.engine.calls import Call, CallStatus
from app.engine.people import Agent, Campaign, Identity, Role, Tenant
from app.engine.ports import Agents, Directory, StoreUnavailable
from app.engine.sessions import Session, SessionStatus
from app.engine.value import HOUR, SECOND
from app.ids import new_id
from db.directory_sqlite import SqliteDirectory
from db.open import connect
from db.packing import pack
from db.people_store import add_tenant, add_token, ensure_user, hash_secret, revoke_token
from tests.fakes.log_folder import T0, LogFolder
from tests.fakes.memory_directory import MemoryDirectory

ACME = Tenant(id=new_id(T0), name="Acme & Sons", tier_id=None, time_zone="Europe/Rome")
OTHER = new_id(T0)
ANN = Identity(tenant_id=ACME.id, user_id=new_id(T0), user="ann", role=Role.DIALER)
AGENT = Agent(
    id=new_id(T0),
    tenant_id=ACME.id,
    user_id=ANN.user_id,
    name="Ann",
    agent_type="power_dialer",
    status="active",
    configuration={"mode": "power", "unknown": [1, {"kept": None}]},
    created_at=T0,
)
SPRING = Campaign(id=new_id(T0), tenant_id=ACME.id, name="Spring", started_at=T0)
SESSION = Session(
    id=new_id(T0),
    tenant_id=ACME.id,
    agent_id=AGENT.id,
    started_by=ANN.user_id,
    campaign_id=SPRING.id,
    mode="power",
    started_at=T0,
    expires_at=T0 + 8 * HOUR,
    last_activity_at=T0 + 7,
    status=SessionStatus.COMPLETED,
    ended_at=T0 + HOUR,
    end_reason="stopped",
    paused_total=5,
    attempted=3,
    reached=2,
    converted=1,
)
CALL = Call(
    id=new_id(T0),
    tenant_id=ACME.id,
    session_id=SESSION.id,
    agent_id=AGENT.id,
    user_id=ANN.user_id,
    contact_id=new_id(T0),
    campaign_id=None,
    phone_number="+12125550134",
    created_at=T0,
    status=CallStatus.COMPLETED,
    disposition="interested",
    duration=61,
    recording_url="https://x.example/1",
    notes="tea",
    answered_at=T0 + SECOND,
    ended_at=T0 + 62 * SECOND,
    closed_by="dialer",
)
ANSWER = events.AnswerKept(
    user_id=ANN.user_id, key="key", action="start", fingerprint=bytes(32), answer=b'{"success":true}', at=T0
)


class Directories(Directory, Agents, Protocol):
    """Both ports, as every engine has them in one hand."""


class Store(Protocol):
    """A directory that knows the people above, and may be told of a revocation."""

    @property
    def directory(self) -> Directories: ...
    def revoke(self) -> None: ...


class MemoryStore:
    def __init__(self) -> None:
        self.directory = MemoryDirectory()
        self.directory.tokens["abc"] = (ANN, hash_secret("secret"))
        self.directory.tenants[ACME.id] = ACME
        self.directory.agents[AGENT.id] = AGENT
        self.directory.campaigns[SPRING.id] = SPRING
        self.directory.sessions[SESSION.id] = SESSION
        self.directory.calls[CALL.id] = CALL
        self.directory.answers[ANSWER.user_id, ANSWER.key] = ANSWER

    def revoke(self) -> None:
        del self.directory.tokens["abc"]


class SqliteStore:
    def __init__(self, log: LogFolder) -> None:
        self.connection = log.connection
        add_tenant(log.connection, ACME, T0)
        log.write(
            events.AgentChanged(agent=AGENT, is_new=True),
            events.SessionStarted(session=SESSION),
            events.CallHandedOut(call=CALL, due_at=T0),
            events.CallReported(call=CALL, at=T0, by="dialer"),
            ANSWER,
        )
        self.connection.execute("BEGIN")
        ensure_user(self.connection, ACME, ANN.user, ANN.role, T0, lambda _: ANN.user_id)
        add_token(self.connection, ANN, "abc", "secret", "test", T0)
        self.connection.execute(
            "INSERT INTO campaigns VALUES (?, ?, ?, ?)", (pack(SPRING.id), pack(ACME.id), SPRING.name, T0)
        )
        self.connection.execute("COMMIT")
        self.directory = SqliteDirectory(self.connection)

    def revoke(self) -> None:
        self.connection.execute("BEGIN")
        assert revoke_token(self.connection, ACME.id, "abc", "test", T0)
        self.connection.execute("COMMIT")


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    log = LogFolder(tmp_path)
    yield SqliteStore(log)
    log.close()


def test_a_token_names_its_user_until_it_is_revoked(store: Store) -> None:
    assert store.directory.identity("abc") == (ANN, hash_secret("secret"))
    for unknown in ("", "ABC", "x' OR '1'='1", "\x00", "é"):
        assert store.directory.identity(unknown) is None
    store.revoke()
    assert store.directory.identity("abc") is None


def test_everything_comes_back_whole(store: Store) -> None:
    directory = store.directory
    assert directory.tenant(ACME.id) == ACME
    assert directory.agent(ACME.id, AGENT.id) == AGENT
    assert directory.campaign(ACME.id, SPRING.id) == SPRING
    assert directory.session(ACME.id, SESSION.id) == SESSION
    assert directory.call(ACME.id, CALL.id) == CALL
    assert directory.answer(ANN.user_id, "key") == ANSWER


def test_nothing_is_found_for_another_tenant_or_user(store: Store) -> None:
    directory = store.directory
    assert directory.tenant(OTHER) is None
    assert directory.agent(OTHER, AGENT.id) is None
    assert directory.campaign(OTHER, SPRING.id) is None
    assert directory.session(OTHER, SESSION.id) is None
    assert directory.call(OTHER, CALL.id) is None
    assert directory.answer(OTHER, "key") is None


def test_what_is_not_there_is_none(store: Store) -> None:
    directory = store.directory
    assert directory.agent(ACME.id, OTHER) is None
    assert directory.campaign(ACME.id, OTHER) is None
    assert directory.session(ACME.id, OTHER) is None
    assert directory.call(ACME.id, OTHER) is None
    assert directory.answer(ANN.user_id, "other") is None


def test_a_database_that_cannot_answer_is_unavailable(tmp_path: Path) -> None:
    log = LogFolder(tmp_path)
    log.close()
    reader = connect(log.folder.database, read_only=True)
    directory = SqliteDirectory(reader)
    reader.close()
    with pytest.raises(StoreUnavailable):
        directory.identity("abc")
