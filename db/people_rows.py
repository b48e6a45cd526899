"""Tenants and campaigns as rows: one query and one reading of each, wherever they are looked up."""

from typing import Any

import msgspec

from app.engine.calls import Disposition
from app.engine.people import Campaign, Tenant
from db.packing import unpack, unpack_or_none

TENANT_SELECT = "SELECT id, name, tier_id, time_zone, dispositions FROM tenants"
CAMPAIGN_SELECT = (
    "SELECT c.id, c.tenant_id, c.name, c.created_at, s.split_from, s.counts_with FROM campaigns AS c"
    " LEFT JOIN campaign_splits AS s ON s.campaign_id = c.id"
)

_stored = msgspec.json.Decoder(dict[str, Disposition])


def tenant_of(row: tuple[Any, ...]) -> Tenant:
    """A tenant from a row of `TENANT_SELECT`."""
    return Tenant(
        id=unpack(row[0]),
        name=row[1],
        tier_id=unpack_or_none(row[2]),
        time_zone=row[3],
        dispositions=tuple(_stored.decode(row[4]).values()),
    )


def campaign_of(row: tuple[Any, ...]) -> Campaign:
    """A campaign from a row of `CAMPAIGN_SELECT`."""
    return Campaign(
        id=unpack(row[0]),
        tenant_id=unpack(row[1]),
        name=row[2],
        started_at=row[3],
        split_from=unpack_or_none(row[4]),
        counts_with=unpack_or_none(row[5]),
    )


def dispositions_json(dispositions: tuple[Disposition, ...]) -> str:
    """A tenant's own dispositions as they are stored: by name."""
    return msgspec.json.encode({disposition.name: disposition for disposition in dispositions}).decode()
