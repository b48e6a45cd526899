"""Tenants as rows: one query and one reading of it, wherever tenants are looked up."""

from typing import Any

import msgspec

from app.engine.calls import Disposition
from app.engine.people import Tenant
from db.packing import unpack, unpack_or_none

TENANT_SELECT = "SELECT id, name, tier_id, time_zone, dispositions FROM tenants"

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


def dispositions_json(dispositions: tuple[Disposition, ...]) -> str:
    """A tenant's own dispositions as they are stored: by name."""
    return msgspec.json.encode({disposition.name: disposition for disposition in dispositions}).decode()
