"""The chain over all evidence: one record for each batch, the first of what was there before it.

Revision ID: 0007
"""

import sqlite3

import sqlalchemy as sa
from alembic import op

from db.evidence_chain import begin_chain

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add one table and its first record; no row that is there is touched."""
    op.create_table(
        "chain_records",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("leaves", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    connection = op.get_bind().connection.driver_connection
    if isinstance(connection, sqlite3.Connection):
        begin_chain(connection)


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0006.db from backups"
    raise RuntimeError(message)
