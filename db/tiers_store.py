"""Tiers as rows, written inside the journal's transaction."""

import sqlite3
from collections.abc import Sequence

from app.engine.events import TierChanged, TierRemoved
from db.packing import pack
from db.statements import insert_many, update_many


def write_tiers(connection: sqlite3.Connection, changed: Sequence[TierChanged], removed: Sequence[TierRemoved]) -> None:
    """Make, rename and remove tiers. The caller begins and commits."""
    made = [(pack(fact.tier.id), fact.tier.name, fact.at) for fact in changed if fact.is_new]
    insert_many(connection, "tiers", ("id", "name", "created_at"), made)
    renamed = {fact.tier.id: fact.tier.name for fact in changed if not fact.is_new}
    update_many(connection, "tiers", "id", ("name",), [(pack(tier_id), name) for tier_id, name in renamed.items()])
    for fact in removed:
        connection.execute("DELETE FROM tiers WHERE id = ?", (pack(fact.tier_id),))
