"""What else is known of a step of a do-not-call list, and an index by which one list is paged.

Revision ID: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add a table and an index; older steps have no campaign, as nobody wrote it down."""
    op.create_table(
        "suppression_notes",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=True),
        sa.Column("consent", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_suppressions_tenant_id_kind_number", "suppressions", ["tenant_id", "kind", "number"])


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0014.db from backups"
    raise RuntimeError(message)
