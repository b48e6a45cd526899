"""Why each call might be placed: bases, versions of the rules, refused contacts; lists and agents in the chain.

Revision ID: 0010
"""

import sqlite3

import sqlalchemy as sa
from alembic import op

from db.evidence_adopted import adopt_rows

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add three columns and three tables; what is there of lists and agents is chained as it is now."""
    op.add_column("call_logs", sa.Column("basis_id", sa.LargeBinary(16), nullable=True))
    op.add_column("call_logs", sa.Column("list_revision", sa.Integer(), nullable=True))
    op.add_column("call_logs", sa.Column("verdict", sa.String(), nullable=True))
    op.create_index(
        "ix_call_logs_verdicts",
        "call_logs",
        ["created_at"],
        sqlite_where=sa.text("verdict IS NOT NULL"),
    )
    op.create_table(
        "decision_bases",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "rule_versions",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    _add_refusals()
    connection = op.get_bind().connection.driver_connection
    if isinstance(connection, sqlite3.Connection):
        adopt_rows(connection)


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0009.db from backups"
    raise RuntimeError(message)


def _add_refusals() -> None:
    op.create_table(
        "contact_refusals",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=True),
        sa.Column("contact_id", sa.LargeBinary(16), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("basis_id", sa.LargeBinary(16), nullable=False),
        sa.Column("list_revision", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_contact_refusals_tenant_id_last_at", "contact_refusals", ["tenant_id", "last_at"])
