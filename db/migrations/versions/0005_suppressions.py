"""A tenant's own do-not-call lists; who was dispositioned so before is on them from the start.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add one table, and put on it whom agents have marked already: the first call of each number that says so."""
    op.create_table(
        "suppressions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("is_listed", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_suppressions_tenant_id_phone_kind", "suppressions", ["tenant_id", "phone", "kind"])
    op.execute(
        "INSERT INTO suppressions (tenant_id, phone, kind, is_listed, at, by, source, reason)"
        " SELECT tenant_id, phone_number, iif(disposition = 'wrong_number', 'wrong_number', 'internal'), 1,"
        " min(coalesce(ended_at, created_at)), 'upgrade', 'disposition', disposition FROM call_logs"
        " WHERE disposition IN ('do_not_call', 'wrong_number') GROUP BY tenant_id, phone_number, disposition"
    )
    op.execute(
        "UPDATE contacts SET state = 'do_not_call' WHERE state = 'open' AND EXISTS (SELECT 1 FROM suppressions s"
        " WHERE s.tenant_id = contacts.tenant_id AND s.phone = contacts.phone)"
    )


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0004.db from backups"
    raise RuntimeError(message)
