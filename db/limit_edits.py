"""The history of limits: pages by keyset over the revisions, and everything between two of them."""

import sqlite3

from app.engine.events import LimitEdited
from app.engine.records import EditsPage, LimitsSeen
from db.packing import pack, pack_or_none
from db.queries import EDIT_COLUMNS, edit_of

_SEEN = (
    "(tenant_id = :tenant OR (tenant_id IS NULL"
    " AND (scope = 'system' OR (scope = 'tier' AND (:all_tiers OR scope_id = :tier)))))"
)


def page_of_edits(connection: sqlite3.Connection, seen: LimitsSeen, page: EditsPage) -> list[tuple[int, LimitEdited]]:
    """A page of edits with their numbers, newest first; a number is the cursor of the page after it."""
    where, values = _SEEN, _values(seen)
    if page.scope_id is not None:
        where += " AND scope_id = :scope_id"
        values["scope_id"] = pack(page.scope_id)
    if page.scope is not None:
        where += " AND scope = :scope"
        values["scope"] = page.scope
    rows = connection.execute(
        f"SELECT number, {EDIT_COLUMNS} FROM limit_revisions WHERE number < :before AND at >= :start AND at < :stop"
        f" AND {where} ORDER BY number DESC LIMIT :size",
        {**values, "before": page.before, "start": page.start, "stop": page.stop, "size": page.size},
    )
    return [(row[0], edit_of(row[1:])) for row in rows]


def edits_between(connection: sqlite3.Connection, seen: LimitsSeen, after: int, until: int) -> list[LimitEdited]:
    """The edits with after < revision <= until, oldest first."""
    rows = connection.execute(
        f"SELECT {EDIT_COLUMNS} FROM limit_revisions WHERE revision > :after AND revision <= :until AND {_SEEN}"
        " ORDER BY number",
        {**_values(seen), "after": after, "until": until},
    )
    return [edit_of(row) for row in rows]


def _values(seen: LimitsSeen) -> dict[str, object]:
    return {"tenant": pack(seen.tenant_id), "tier": pack_or_none(seen.tier_id), "all_tiers": seen.all_tiers}
