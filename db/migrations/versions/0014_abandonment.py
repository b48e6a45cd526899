"""Abandoned calls by local day, what was told of answers, campaigns that were split, lines that were held back.

Revision ID: 0014
"""

from collections import defaultdict
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_DAY = 86_400 * 1_000_000
_QUARTER_S = 900
_EPOCH_DAY = 719_163
"""The ordinal of 1970-01-01."""

_RECOUNT = sa.text(
    "SELECT tenant_id, coalesce(campaign_id, tenant_id), answered_at / 900000000, count(*), sum(status = 'abandoned')"
    " FROM call_logs WHERE answered_at IS NOT NULL AND status NOT IN ('voicemail', 'no_answer', 'busy', 'not_placed')"
    " GROUP BY 1, 2, 3"
)


def upgrade() -> None:
    """Add a column and three tables, and count the answers of the calls that are kept by their tenant's own days."""
    op.add_column("abandonment_days", sa.Column("greeted", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "pickups",
        sa.Column("call_id", sa.LargeBinary(16), nullable=False),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("greeting_ended_at", sa.BigInteger(), nullable=True),
        sa.Column("connected_at", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("call_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "campaign_splits",
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=False),
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("split_from", sa.LargeBinary(16), nullable=False),
        sa.Column("counts_with", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("campaign_id"),
        sqlite_with_rowid=False,
    )
    _line_holds()
    _recount()


def _line_holds() -> None:
    numbers = ("times", "asked", "given", "live", "abandoned", "in_flight")
    op.create_table(
        "line_holds",
        sa.Column("tenant_id", sa.LargeBinary(16), nullable=False),
        sa.Column("campaign_id", sa.LargeBinary(16), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("agent_id", sa.LargeBinary(16), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("session_id", sa.LargeBinary(16), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in numbers),
        sa.PrimaryKeyConstraint("tenant_id", "campaign_id", "minute", "agent_id", "code"),
        sqlite_with_rowid=False,
    )


def _recount() -> None:
    """Days were of UTC. Those whose calls retention has deleted stay so: nothing is left to count them anew by."""
    connection = op.get_bind()
    oldest = connection.execute(sa.text("SELECT min(created_at) FROM call_logs")).scalar()
    if oldest is None:
        return
    kept = oldest // _DAY
    zones = {row[0]: ZoneInfo(row[1]) for row in connection.execute(sa.text("SELECT id, time_zone FROM tenants"))}
    counts: dict[tuple[bytes, bytes, int], list[int]] = defaultdict(lambda: [0, 0])
    for tenant, campaign, quarter, live, abandoned in connection.execute(_RECOUNT):
        local = datetime.fromtimestamp(quarter * _QUARTER_S, tz=zones.get(tenant, ZoneInfo("UTC")))
        count = counts[tenant, campaign, local.toordinal() - _EPOCH_DAY]
        count[0] += live
        count[1] += abandoned
    before = sa.text("SELECT 1 FROM abandonment_days WHERE day < :kept LIMIT 1")
    # A first day that retention has cut in two is known whole only by its old count.
    first = kept + 1 if connection.execute(before, {"kept": kept}).first() else kept - 1
    connection.execute(sa.text("DELETE FROM abandonment_days WHERE day >= :first"), {"first": first})
    insert = sa.text(
        "INSERT INTO abandonment_days (tenant_id, campaign_id, day, live, abandoned, greeted)"
        " VALUES (:tenant, :campaign, :day, :live, :abandoned, 0)"
    )
    for (tenant, campaign, day), (live, abandoned) in counts.items():
        if day >= first:
            values = {"tenant": tenant, "campaign": campaign, "day": day, "live": live, "abandoned": abandoned}
            connection.execute(insert, values)


def downgrade() -> None:
    """The copy that was kept before the upgrade is the way back."""
    message = "restore the copy before-upgrade-from-0013.db from backups"
    raise RuntimeError(message)
