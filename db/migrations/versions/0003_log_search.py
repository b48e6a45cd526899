"""Two indexes for searching calls: by contact, which a number leads to, and by disposition, newest first.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the indexes; no row is touched. A million calls take seconds, once."""
    op.create_index("ix_call_logs_contact_id", "call_logs", ["contact_id"], unique=False)
    op.create_index(
        "ix_call_logs_tenant_id_disposition_created_at",
        "call_logs",
        ["tenant_id", "disposition", "created_at"],
        unique=False,
        sqlite_where=sa.text("disposition IS NOT NULL"),
    )


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0002.db from backups"
    raise RuntimeError(message)
