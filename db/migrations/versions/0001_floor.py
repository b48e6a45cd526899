"""The first schema: the whole floor.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

from db.views import VIEWS

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, index and readable view."""
    _abandonment_days()
    _ai_agents()
    _api_rate_limits()
    _audit_records()
    _call_events()
    _call_logs()
    _campaigns()
    _clock_anchors()
    _contact_lists()
    _contacts()
    _idempotency_keys()
    _job_runs()
    _limit_revisions()
    _power_dialer_sessions()
    _refusals()
    _session_events()
    _tenants()
    _tiers()
    _tokens()
    _users()
    for name, select in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {select}")


def downgrade() -> None:
    """There is nothing before the first schema; a copy is kept before each upgrade instead."""
    message = "schema 0001 is the first; restore a copy from backups"
    raise RuntimeError(message)


def _abandonment_days() -> None:
    op.create_table(
        "abandonment_days",
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("live", sa.Integer(), nullable=False),
        sa.Column("abandoned", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "campaign_id", "day"),
        sqlite_with_rowid=False,
    )


def _ai_agents() -> None:
    op.create_table(
        "ai_agents",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("agent_type", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("configuration", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_ai_agents_tenant_id_name", "ai_agents", ["tenant_id", "name"], unique=False)
    op.create_index("ix_ai_agents_user_id", "ai_agents", ["user_id"], unique=False)


def _api_rate_limits() -> None:
    op.create_table(
        "api_rate_limits",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("endpoint", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(
        "ix_api_rate_limits_created_at_tenant_id_user_id",
        "api_rate_limits",
        ["created_at", "tenant_id", "user_id"],
        unique=False,
    )


def _audit_records() -> None:
    op.create_table(
        "audit_records",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("previous", sa.LargeBinary(length=32), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_audit_records_tenant_id_number", "audit_records", ["tenant_id", "number"], unique=False)


def _call_events() -> None:
    op.create_table(
        "call_events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("disposition", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_call_events_call_id", "call_events", ["call_id"], unique=False)


def _call_logs() -> None:
    op.create_table(
        "call_logs",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("session_id", sa.LargeBinary(16), nullable=False),
        sa.Column("contact_id", sa.LargeBinary(16), nullable=False),
        sa.Column("phone_number", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("disposition", sa.String(), nullable=True),
        sa.Column("duration", sa.Integer(), nullable=True),
        sa.Column("recording_url", sa.String(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", sa.LargeBinary(16), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("deadline", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("given_back_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_call_logs_agent_id_created_at", "call_logs", ["agent_id", "created_at"], unique=False)
    op.create_index("ix_call_logs_session_id_created_at", "call_logs", ["session_id", "created_at"], unique=False)
    op.create_index("ix_call_logs_tenant_id_created_at", "call_logs", ["tenant_id", "created_at"], unique=False)


def _campaigns() -> None:
    op.create_table(
        "campaigns",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_campaigns_tenant_id_name", "campaigns", ["tenant_id", "name"], unique=True)


def _clock_anchors() -> None:
    op.create_table(
        "clock_anchors",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("boot_id", sa.String(), nullable=False),
        sa.Column("offset_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )


def _contact_lists() -> None:
    op.create_table(
        "contact_lists",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=True),
        sa.Column("list_id", sa.LargeBinary(16), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("rank_before", sa.Integer(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_called_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_contacts_tenant_queue", "contacts", ["tenant_id", "state", "rank", "due_at", "id"], unique=False
    )
    op.create_index("ix_contacts_phone", "contacts", ["tenant_id", "phone", "campaign_id"], unique=False)
    op.create_index(
        "ix_contacts_queue", "contacts", ["tenant_id", "campaign_id", "state", "rank", "due_at", "id"], unique=False
    )


def _idempotency_keys() -> None:
    op.create_table(
        "idempotency_keys",
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(length=32), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_idempotency_keys_at", "idempotency_keys", ["at"], unique=False)


def _job_runs() -> None:
    op.create_table(
        "job_runs",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )


def _limit_revisions() -> None:
    op.create_table(
        "limit_revisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=True),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("scope_id", sa.LargeBinary(16), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_limit_revisions_scope_id_at", "limit_revisions", ["scope_id", "at"], unique=False)
    op.create_index("ix_limit_revisions_tenant_id_at", "limit_revisions", ["tenant_id", "at"], unique=False)


def _power_dialer_sessions() -> None:
    op.create_table(
        "power_dialer_sessions",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("agent_id", sa.LargeBinary(16), nullable=False),
        sa.Column("started_by", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=True),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.Column("paused_at", sa.BigInteger(), nullable=True),
        sa.Column("paused_us", sa.BigInteger(), nullable=False),
        sa.Column("contacts_attempted", sa.Integer(), nullable=False),
        sa.Column("contacts_reached", sa.Integer(), nullable=False),
        sa.Column("contacts_converted", sa.Integer(), nullable=False),
        sa.Column("last_activity_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_power_dialer_sessions_agent_id_started_at",
        "power_dialer_sessions",
        ["agent_id", "started_at"],
        unique=False,
    )
    op.create_index(
        "ix_power_dialer_sessions_tenant_id_status_started_at",
        "power_dialer_sessions",
        ["tenant_id", "status", "started_at"],
        unique=False,
    )


def _refusals() -> None:
    op.create_table(
        "refusals",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("agent_id", sa.LargeBinary(16), nullable=True),
        sa.Column("session_id", sa.LargeBinary(16), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("limit_id", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.BigInteger(), nullable=True),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_refusals_agent_id_last_at", "refusals", ["agent_id", "last_at"], unique=False)
    op.create_index("ix_refusals_tenant_id_last_at", "refusals", ["tenant_id", "last_at"], unique=False)


def _session_events() -> None:
    op.create_table(
        "session_events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_session_events_session_id_at", "session_events", ["session_id", "at"], unique=False)


def _tenants() -> None:
    op.create_table(
        "tenants",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tier_id", sa.LargeBinary(16), nullable=True),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("dispositions", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name=op.f("uq_tenants_name")),
    )


def _tiers() -> None:
    op.create_table(
        "tiers",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name=op.f("uq_tiers_name")),
    )


def _tokens() -> None:
    op.create_table(
        "tokens",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tokens_user_id", "tokens", ["user_id"], unique=False)


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_users_tenant_id_name", "users", ["tenant_id", "name"], unique=True)
