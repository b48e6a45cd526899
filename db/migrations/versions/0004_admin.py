"""Users that are disabled, tokens that say when they were last used, and how long rows are kept.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add two columns, both empty, and one table; no row that is there is touched."""
    op.add_column("users", sa.Column("disabled_at", sa.BigInteger(), nullable=True))
    op.add_column("tokens", sa.Column("last_used_at", sa.BigInteger(), nullable=True))
    op.create_table(
        "retention_settings",
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("edited_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "name"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0003.db from backups"
    raise RuntimeError(message)
