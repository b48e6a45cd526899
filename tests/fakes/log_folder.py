"""A data folder at this program's schema, and rows of a log as short as a test's sentence."""

import sqlite3
from pathlib import Path

import msgspec

from app.engine import events
from app.engine.basis import DecisionRecord
from app.engine.calls import Call
from app.engine.people import Agent, Tenant
from app.engine.sessions import Session
from app.engine.value import HOUR, SECOND, Id, Instant
from app.ids import new_id
from db.folder import Folder
from db.journal_rows import write_facts
from db.open import connect, prepare
from db.people_store import add_tenant

T0: Instant = 1_790_000_000 * SECOND


class LogFolder:
    """One tenant with one agent in one session from `T0` on; the log is written as the journal writes it."""

    def __init__(self, root: Path) -> None:
        self.folder = Folder(root)
        prepare(self.folder)
        self.connection: sqlite3.Connection = connect(self.folder.database)
        self.tenant = Tenant(id=new_id(T0), name="Acme", tier_id=None, time_zone="UTC")
        self.user_id = new_id(T0)
        add_tenant(self.connection, self.tenant, T0)
        self.agent_id = self.agent("Ann")
        self.session_id = self.session(T0)

    def close(self) -> None:
        self.connection.close()

    def write(self, *facts: events.Fact) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        write_facts(self.connection, facts)
        self.connection.execute("COMMIT")

    def agent(self, name: str, **configuration: object) -> Id:
        """An agent; its gap is none unless the configuration says so."""
        made = Agent(
            id=new_id(T0),
            tenant_id=self.tenant.id,
            user_id=None,
            name=name,
            agent_type="power_dialer",
            status="active",
            configuration={"autoDialDelay": 0, **configuration},
            created_at=T0,
        )
        self.write(events.AgentChanged(agent=made, is_new=True))
        return made.id

    def session(self, at: Instant, agent_id: Id | None = None, ended_at: Instant | None = None) -> Id:
        """A session of 8 h, live unless it ended."""
        made = Session(
            id=new_id(at),
            tenant_id=self.tenant.id,
            agent_id=agent_id or self.agent_id,
            started_by=self.user_id,
            campaign_id=None,
            mode="power",
            started_at=at,
            expires_at=at + 8 * HOUR,
            last_activity_at=at,
            ended_at=ended_at,
        )
        self.write(events.SessionStarted(session=made))
        return made.id

    def call(self, at: Instant, **facts: object) -> Call:
        """A call of the agent, handed out at an instant; the facts are columns of `Call`."""
        return self.decided(at, None, **facts)

    def decided(self, at: Instant, decision: DecisionRecord | None, **facts: object) -> Call:
        """`call`, with what its decision was based on."""
        plain = Call(
            id=new_id(at),
            tenant_id=self.tenant.id,
            session_id=self.session_id,
            agent_id=self.agent_id,
            user_id=self.user_id,
            contact_id=new_id(at),
            campaign_id=None,
            phone_number="+12125550134",
            created_at=at,
        )
        made = msgspec.structs.replace(plain, **facts)
        self.write(events.CallHandedOut(call=made, due_at=at, decision=decision))
        return made

    def request(self, at: Instant, user_id: Id | None = None) -> None:
        """A request that was admitted."""
        self.write(
            events.RequestAdmitted(
                tenant_id=self.tenant.id, user_id=user_id or self.user_id, endpoint="next-contact", at=at
            )
        )

    def deed(self, at: Instant, action: str, subject: str = "x", reason: str = "") -> None:
        """An audit record."""
        self.write(
            events.DeedRecorded(
                tenant_id=self.tenant.id,
                at=at,
                user="eve",
                action=action,
                subject=subject,
                before=None,
                after={"a": 1},
                reason=reason,
            )
        )
