"""The queue asked by place: where contacts wait, found by leaps through an index and not by reading them."""

import sqlite3

from app.engine.calling import PlaceDue
from app.engine.value import Id
from db.packing import pack, pack_or_none, unpack_or_none

_WHOSE = "tenant_id = ? AND campaign_id IS ? AND state = 'open'"
_DUE = f"(SELECT due_at FROM contacts WHERE {_WHOSE} AND place = p.place AND rank = {{rank}} ORDER BY due_at LIMIT 1)"
_NONE_BEFORE = 1 << 62
# min() of several values is null if one of them is: a rank without contacts counts as far away.
_FIRST_DUE = ", ".join(f"coalesce({_DUE.format(rank=rank)}, {_NONE_BEFORE})" for rank in (0, 1, 2))
_PLACES = (
    f"WITH RECURSIVE p(place) AS (SELECT * FROM (SELECT place FROM contacts WHERE {_WHOSE} ORDER BY place LIMIT 1)"
    f" UNION ALL SELECT (SELECT place FROM contacts WHERE {_WHOSE} AND place > p.place ORDER BY place LIMIT 1)"
    f" FROM p WHERE p.place IS NOT NULL) SELECT place, min({_FIRST_DUE}) FROM p WHERE place IS NOT NULL"
)
"""Places of one campaign's open contacts, and when the first of each is due; some hundred leaps for a million."""


def places_of(connection: sqlite3.Connection, tenant_id: Id, campaign_id: Id | None) -> list[PlaceDue]:
    """Where contacts wait, in which campaign, and when the first of each is due; of every campaign for None."""
    tenant = pack(tenant_id)
    own: list[bytes | None] = [pack_or_none(campaign_id)]
    if campaign_id is None:
        own += [row[0] for row in connection.execute("SELECT id FROM campaigns WHERE tenant_id = ?", (tenant,))]
    return [
        PlaceDue(campaign_id=unpack_or_none(one), place=place, due_at=due_at)
        for one in own
        for place, due_at in connection.execute(_PLACES, (tenant, one) * 5)
    ]


def placed_where(tenant_id: Id, campaign_id: Id | None, place: str) -> tuple[str, tuple[object, ...]]:
    """What chooses the contacts of one campaign (None: of none) and place, and its values."""
    return "tenant_id = ? AND campaign_id IS ? AND place = ?", (pack(tenant_id), pack_or_none(campaign_id), place)


def area_code_of(phone: str) -> str:
    """The place of a number of which nothing more is known: its +1 area code, empty abroad."""
    return phone[2:5] if len(phone) == 12 and phone.startswith("+1") else ""
