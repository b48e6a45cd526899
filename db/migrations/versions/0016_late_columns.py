"""Columns that 0001 and 0011 got after folders had been made by them.

Such a folder says that it is at a later revision and lacks the column: the queue, or an edit of a rule, would fail.

Revision ID: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add each where it is missing; changes of rules are numbered in the order in which they were made."""
    inspector = sa.inspect(op.get_bind())
    if not _has(inspector, "contacts", "rank_before"):
        op.add_column("contacts", sa.Column("rank_before", sa.Integer(), nullable=True))
    if not _has(inspector, "rule_changes", "ordinal"):
        op.add_column("rule_changes", sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False))
        op.execute(
            "UPDATE rule_changes SET ordinal = (SELECT count(*) FROM rule_changes AS other"
            " WHERE (other.at, other.id) <= (rule_changes.at, rule_changes.id))"
        )


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0015.db from backups"
    raise RuntimeError(message)


def _has(inspector: sa.Inspector, table: str, column: str) -> bool:
    return any(one["name"] == column for one in inspector.get_columns(table))
