"""A log of any length that is true: whole shifts of a floor, written and chained by the journal's own statements."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.bootstrap.history_journal import HistoryJournal
from app.bootstrap.people import FolderPeople
from app.clock import read_wall
from app.engine import events
from app.engine.calls import Call, CallStatus
from app.engine.limits import LimitId
from app.engine.people import Agent, Role
from app.engine.rulebook import Scope
from app.engine.sessions import Session, SessionStatus
from app.engine.value import DAY, HOUR, SECOND, Id, Instant
from app.ids import new_id
from db.folder import Folder
from db.open import connect, prepare
from db.packing import pack
from tests.bench.http_decisions import add_contacts

AGENTS = 500
LAP = 40 * SECOND
LAPS = 8 * HOUR // LAP
SHIFT = AGENTS * LAPS
LIVE = 256
CONTACTS = 40_000
SEATS = AGENTS + LIVE


class LongLog:
    """A folder whose log grows when asked: shifts of 500 agents, a call each 40 s, one shift a day, 31 days back."""

    def __init__(self, root: Path) -> None:
        self.folder = Folder(root)
        prepare(self.folder)
        self._since = read_wall() - 31 * DAY
        people = FolderPeople(self.folder.database)
        self.tenant = people.make_tenant("Bench", self._since)
        names = [f"user {number}" for number in range(LIVE)]
        self.tokens = [
            people.make_token(self.tenant.id, name, Role.DIALER, "bench", self._since).token for name in names
        ]
        people.close()
        self.rows = 0
        self._connection = connect(self.folder.database)
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.execute("BEGIN")
        add_contacts(self._connection, pack(self.tenant.id), CONTACTS, self._since)
        self._connection.execute("COMMIT")
        self._journal = HistoryJournal(self._connection, lambda facts: None, new_id)
        self._agents = [self._agent(number) for number in range(AGENTS)]
        self._sessions: list[Session] = []
        self._write([self._seats(), *(events.AgentChanged(agent=agent, is_new=True) for agent in self._agents)])

    def grow(self, rows: int) -> None:
        """Calls until the log has so many."""
        while self.rows < rows:
            shift, place = divmod(self.rows, SHIFT)
            if place == 0:
                self._begin(self._since + HOUR + shift * DAY)
            self._write([self._call(place)])
            self.rows += 1
            if self.rows % SHIFT == 0:
                self._end()
        self._journal.flush()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _write(self, facts: list[events.Fact]) -> None:
        written = self._journal.append(facts, lambda: None)
        del written

    def _begin(self, at: Instant) -> None:
        self._sessions = [self._session(agent, at) for agent in self._agents]
        self._write([fact for session in self._sessions for fact in _started(session)])

    def _end(self) -> None:
        for session in self._sessions:
            at = session.expires_at - 1
            ended = msgspec.structs.replace(session, status=SessionStatus.COMPLETED, ended_at=at, attempted=LAPS)
            self._write([events.SessionMoved(session=ended, how="ended", at=at, by="bench", reason="")])

    def _agent(self, number: int) -> Agent:
        return Agent(
            id=new_id(self._since),
            tenant_id=self.tenant.id,
            user_id=new_id(self._since),
            name=f"agent {number}",
            agent_type="power_dialer",
            status="active",
            configuration={},
            created_at=self._since,
        )

    def _seats(self) -> events.LimitEdited:
        return events.LimitEdited(
            revision=1,
            tenant_id=self.tenant.id,
            scope=Scope.TENANT,
            scope_id=self.tenant.id,
            subject="Bench",
            field=LimitId.SESSIONS_ACTIVE.value,
            before=None,
            after={"amount": SEATS, "enforcement": "enforce"},
            by="bench",
            reason="bench",
            at=self._since,
        )

    def _session(self, agent: Agent, at: Instant) -> Session:
        return Session(
            id=new_id(at),
            tenant_id=self.tenant.id,
            agent_id=agent.id,
            started_by=_user(agent),
            campaign_id=None,
            mode="power",
            started_at=at,
            expires_at=at + 8 * HOUR,
            last_activity_at=at,
        )

    def _call(self, place: int) -> events.CallHandedOut:
        lap, number = divmod(place, AGENTS)
        session = self._sessions[number]
        at = session.started_at + lap * LAP + number * LAP // AGENTS
        call = Call(
            id=new_id(at),
            tenant_id=self.tenant.id,
            session_id=session.id,
            agent_id=session.agent_id,
            user_id=session.started_by,
            contact_id=new_id(at),
            campaign_id=None,
            phone_number=f"+1212{place % 10_000_000:07d}",
            created_at=at,
            status=CallStatus.NO_ANSWER,
            ended_at=at + 20 * SECOND,
            closed_by="dialer",
        )
        return events.CallHandedOut(call=call, due_at=at + HOUR)


def _user(agent: Agent) -> Id:
    assert agent.user_id is not None
    return agent.user_id


def _started(session: Session) -> Iterator[events.Fact]:
    yield events.SessionStarted(session=session)
    yield events.SessionMoved(session=session, how="started", at=session.started_at, by="bench", reason="")
