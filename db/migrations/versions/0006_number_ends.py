"""An index of the contacts by the end of their numbers, for searching calls by it.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the index; no row is touched."""
    op.create_index("ix_contacts_number_end", "contacts", ["tenant_id", sa.text("substr(phone, -4)")], unique=False)


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0005.db from backups"
    raise RuntimeError(message)
