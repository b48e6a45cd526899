"""What calls were for, from when on; and legal holds of a span of time.

Revision ID: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the steps of purposes, beginning with what is set now, and the span of a hold."""
    op.create_table(
        "purpose_steps",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_purpose_steps_tenant_id_campaign_id_at", "purpose_steps", ["tenant_id", "campaign_id", "at"])
    op.execute(
        "INSERT INTO purpose_steps (tenant_id, campaign_id, purpose, at)"
        " SELECT tenant_id, campaign_id, json_extract(document, '$.purpose'), edited_at FROM calling_settings"
    )
    op.add_column("legal_holds", sa.Column("starts_at", sa.BigInteger(), nullable=True))
    op.add_column("legal_holds", sa.Column("ends_at", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0011.db from backups"
    raise RuntimeError(message)
