"""Every table, typed. The migrations make them; a test proves that both say the same.

`api_rate_limits` and `call_logs` keep the columns that the specification names, plus ours.
"""

from typing import Any

from sqlalchemy import JSON, Index, LargeBinary, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from db.columns import Micros, Uuid16


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(
        naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
    )


class TierRow(Base):
    """A tier: limits shared by tenants that pay alike."""

    __tablename__ = "tiers"
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[int] = mapped_column(Micros)


class TenantRow(Base):
    """A tenant. `dispositions` are its own, by name, beyond the product's."""

    __tablename__ = "tenants"
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    tier_id: Mapped[str | None] = mapped_column(Uuid16)
    time_zone: Mapped[str]
    dispositions: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[int] = mapped_column(Micros)


class UserRow(Base):
    """A user of a tenant, with one role."""

    __tablename__ = "users"
    __table_args__ = (Index(None, "tenant_id", "name", unique=True),)
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    name: Mapped[str]
    role: Mapped[str]
    created_at: Mapped[int] = mapped_column(Micros)
    disabled_at: Mapped[int | None] = mapped_column(Micros)


class TokenRow(Base):
    """A token: its public id and the SHA-256 of its secret, never the secret."""

    __tablename__ = "tokens"
    __table_args__ = (Index(None, "user_id"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(Uuid16)
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    created_at: Mapped[int] = mapped_column(Micros)
    revoked_at: Mapped[int | None] = mapped_column(Micros)
    last_used_at: Mapped[int | None] = mapped_column(Micros)


class AgentRow(Base):
    """An AI agent. `configuration` keeps the keys it was given, known or not."""

    __tablename__ = "ai_agents"
    __table_args__ = (Index(None, "tenant_id", "name"), Index(None, "user_id"))
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    user_id: Mapped[str | None] = mapped_column(Uuid16)
    name: Mapped[str]
    agent_type: Mapped[str]
    status: Mapped[str]
    configuration: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[int] = mapped_column(Micros)


class CampaignRow(Base):
    """A campaign of a tenant."""

    __tablename__ = "campaigns"
    __table_args__ = (Index(None, "tenant_id", "name", unique=True),)
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    name: Mapped[str]
    created_at: Mapped[int] = mapped_column(Micros)


class ContactListRow(Base):
    """One imported file: its SHA-256 and what came of its lines."""

    __tablename__ = "contact_lists"
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    campaign_id: Mapped[str | None] = mapped_column(Uuid16)
    name: Mapped[str]
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    added: Mapped[int]
    known: Mapped[int]
    rejected: Mapped[int]
    imported_at: Mapped[int] = mapped_column(Micros)


class ContactRow(Base):
    """A contact. It may be called from `due_at` on while `state` is `open`.

    `rank` orders what is due: 0 a callback, 1 never called, 2 called before; `rank_before` is what it was before the
    last hand-out, in case that call is not placed. One phone number is one contact
    of a campaign, so that a second import of a file adds nothing; without a campaign, `campaign_id` is null.
    """

    __tablename__ = "contacts"
    __table_args__ = (
        Index("ix_contacts_queue", "tenant_id", "campaign_id", "state", "rank", "due_at", "id"),
        Index("ix_contacts_tenant_queue", "tenant_id", "state", "rank", "due_at", "id"),
        Index("ix_contacts_phone", "tenant_id", "phone", "campaign_id"),
        Index("ix_contacts_number_end", "tenant_id", text("substr(phone, -4)")),
        Index("ix_contacts_places", "tenant_id", "campaign_id", "state", "place", "rank", "due_at", "id"),
    )
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    campaign_id: Mapped[str | None] = mapped_column(Uuid16)
    list_id: Mapped[str] = mapped_column(Uuid16)
    first_name: Mapped[str]
    last_name: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str | None]
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str]
    rank: Mapped[int]
    rank_before: Mapped[int | None]
    due_at: Mapped[int] = mapped_column(Micros)
    attempts: Mapped[int]
    last_called_at: Mapped[int | None] = mapped_column(Micros)
    place: Mapped[str] = mapped_column(server_default="")


class SessionRow(Base):
    """A dialing session. `paused_us` is the total of its ended pauses."""

    __tablename__ = "power_dialer_sessions"
    __table_args__ = (Index(None, "tenant_id", "status", "started_at"), Index(None, "agent_id", "started_at"))
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    agent_id: Mapped[str] = mapped_column(Uuid16)
    started_by: Mapped[str] = mapped_column(Uuid16)
    campaign_id: Mapped[str | None] = mapped_column(Uuid16)
    mode: Mapped[str]
    status: Mapped[str]
    started_at: Mapped[int] = mapped_column(Micros)
    expires_at: Mapped[int] = mapped_column(Micros)
    ended_at: Mapped[int | None] = mapped_column(Micros)
    end_reason: Mapped[str | None]
    paused_at: Mapped[int | None] = mapped_column(Micros)
    paused_us: Mapped[int] = mapped_column(Micros)
    contacts_attempted: Mapped[int]
    contacts_reached: Mapped[int]
    contacts_converted: Mapped[int]
    last_activity_at: Mapped[int] = mapped_column(Micros)


class SessionEventRow(Base):
    """What happened to a session, when, by whom and why: its active and paused stretches."""

    __tablename__ = "session_events"
    __table_args__ = (Index(None, "session_id", "at"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(Uuid16)
    at: Mapped[int] = mapped_column(Micros)
    how: Mapped[str]
    by: Mapped[str]
    reason: Mapped[str]


class CallLogRow(Base):
    """A call. Clustered by its UUIDv7, so that the last hours are one range at the end of the table."""

    __tablename__ = "call_logs"
    __table_args__ = (
        Index(None, "session_id", "created_at"),
        Index(None, "agent_id", "created_at"),
        Index(None, "tenant_id", "created_at"),
        Index(None, "contact_id"),
        Index(None, "tenant_id", "disposition", "created_at", sqlite_where=text("disposition IS NOT NULL")),
        Index("ix_call_logs_verdicts", "created_at", sqlite_where=text("verdict IS NOT NULL")),
        {"sqlite_with_rowid": False},
    )
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    session_id: Mapped[str] = mapped_column(Uuid16)
    contact_id: Mapped[str] = mapped_column(Uuid16)
    phone_number: Mapped[str]
    status: Mapped[str]
    disposition: Mapped[str | None]
    duration: Mapped[int | None]
    recording_url: Mapped[str | None]
    created_at: Mapped[int] = mapped_column(Micros)
    agent_id: Mapped[str] = mapped_column(Uuid16)
    user_id: Mapped[str] = mapped_column(Uuid16)
    campaign_id: Mapped[str | None] = mapped_column(Uuid16)
    notes: Mapped[str | None]
    answered_at: Mapped[int | None] = mapped_column(Micros)
    ended_at: Mapped[int | None] = mapped_column(Micros)
    deadline: Mapped[int | None] = mapped_column(Micros)
    closed_by: Mapped[str | None]
    given_back_at: Mapped[int | None] = mapped_column(Micros)
    basis_id: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    list_revision: Mapped[int | None]
    verdict: Mapped[str | None]


class CallEventRow(Base):
    """What a call was reported to be, when and by whom; appended, never changed."""

    __tablename__ = "call_events"
    __table_args__ = (Index(None, "call_id"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    call_id: Mapped[str] = mapped_column(Uuid16)
    at: Mapped[int] = mapped_column(Micros)
    status: Mapped[str]
    disposition: Mapped[str | None]
    by: Mapped[str]


class ApiRateLimitRow(Base):
    """An API request that was admitted. Deleted after 24 h."""

    __tablename__ = "api_rate_limits"
    __table_args__ = (Index(None, "created_at", "tenant_id", "user_id"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    user_id: Mapped[str] = mapped_column(Uuid16)
    endpoint: Mapped[str]
    created_at: Mapped[int] = mapped_column(Micros)


class RefusalRow(Base):
    """Refused tries of one user, agent, session and code within one minute, folded into one row."""

    __tablename__ = "refusals"
    __table_args__ = (Index(None, "tenant_id", "last_at"), Index(None, "agent_id", "last_at"))
    id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(Uuid16)
    user_id: Mapped[str] = mapped_column(Uuid16)
    agent_id: Mapped[str | None] = mapped_column(Uuid16)
    session_id: Mapped[str | None] = mapped_column(Uuid16)
    code: Mapped[str]
    limit_id: Mapped[str]
    amount: Mapped[int]
    used: Mapped[int]
    retry_at: Mapped[int | None] = mapped_column(Micros)
    first_at: Mapped[int] = mapped_column(Micros)
    last_at: Mapped[int] = mapped_column(Micros)
    count: Mapped[int]


class LimitRevisionRow(Base):
    """One field of one scope's limits changed at revision `revision`. The rulebook is the fold of these rows."""

    __tablename__ = "limit_revisions"
    __table_args__ = (Index(None, "tenant_id", "at"), Index(None, "scope_id", "at"))
    number: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int]
    tenant_id: Mapped[str | None] = mapped_column(Uuid16)
    scope: Mapped[str]
    scope_id: Mapped[str | None] = mapped_column(Uuid16)
    subject: Mapped[str]
    field: Mapped[str]
    before: Mapped[Any] = mapped_column(JSON, nullable=True)
    after: Mapped[Any] = mapped_column(JSON, nullable=True)
    by: Mapped[str]
    reason: Mapped[str]
    at: Mapped[int] = mapped_column(Micros)


class AuditRow(Base):
    """One record of the audit trail, numbered without gaps; `hash` covers the record and `previous`."""

    __tablename__ = "audit_records"
    __table_args__ = (Index(None, "tenant_id", "number"),)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    tenant_id: Mapped[str | None] = mapped_column(Uuid16)
    at: Mapped[int] = mapped_column(Micros)
    user: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    reason: Mapped[str]
    previous: Mapped[bytes] = mapped_column(LargeBinary(32))
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class AnswerRow(Base):
    """The answer to a request that carried an `Idempotency-Key`; kept for 24 h."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (Index(None, "at"), {"sqlite_with_rowid": False})
    user_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    action: Mapped[str]
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary(32))
    answer: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[int] = mapped_column(Micros)


class AbandonmentRow(Base):
    """A campaign's live answers, those abandoned, and those timed from a greeting, on one day of its tenant's zone."""

    __tablename__ = "abandonment_days"
    __table_args__ = ({"sqlite_with_rowid": False},)
    tenant_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    campaign_id: Mapped[str] = mapped_column(Uuid16, primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)
    live: Mapped[int]
    abandoned: Mapped[int]
    greeted: Mapped[int] = mapped_column(server_default="0")


class ClockAnchorRow(Base):
    """What ties the steady clock of the last boot to the calendar; one row."""

    __tablename__ = "clock_anchors"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    boot_id: Mapped[str]
    offset_us: Mapped[int] = mapped_column(Micros)


class JobRunRow(Base):
    """When a scheduled job last ran and what came of it."""

    __tablename__ = "job_runs"
    name: Mapped[str] = mapped_column(primary_key=True)
    started_at: Mapped[int] = mapped_column(Micros)
    ended_at: Mapped[int | None] = mapped_column(Micros)
    outcome: Mapped[str | None]
