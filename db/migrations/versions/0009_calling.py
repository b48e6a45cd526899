"""Contacts by place, settings of calling hours, and holds.

Revision ID: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add a column with an index, and two tables; contacts that are there get the place that their area code says."""
    op.add_column("contacts", sa.Column("place", sa.String(), server_default="", nullable=False))
    op.execute("UPDATE contacts SET place = substr(phone, 3, 3) WHERE length(phone) = 12 AND phone LIKE '+1%'")
    op.create_index(
        "ix_contacts_places", "contacts", ["tenant_id", "campaign_id", "state", "place", "rank", "due_at", "id"]
    )
    op.create_table(
        "calling_settings",
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("edited_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "campaign_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contact_holds",
        sa.Column("contact_id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("next_eligible_at", sa.BigInteger(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("citation", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("contact_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_contact_holds_tenant_id_until", "contact_holds", ["tenant_id", "until"])


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0008.db from backups"
    raise RuntimeError(message)
