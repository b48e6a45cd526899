"""Wires the rules of calling hours: tables that ship with the program, settings and history from the log."""

import asyncio
import contextlib
import sqlite3

from app.bootstrap.number_lists import FolderLists
from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.rule_files import read_rule_book
from app.controller.calling import Calling
from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.lawful_line import LawfulQueue, Places
from app.controller.rule_desk import RuleDesk
from app.engine.events import HoldsReleased
from app.engine.ports import StoreUnavailable
from app.engine.value import DAY, Instant
from db.calling_store import SqliteCallHistory, load_calling_settings
from db.decision_store import would_refused
from db.faults import reading_back
from db.queue_sqlite import SqliteQueue
from db.rule_store import load_rule_changes, load_rule_signatures

_LEARN_EVERY_S = 3.0
_MOST_RELEASED = 2_000
"""Held contacts let go in one transaction: a long one would hold up the decisions that wait for the log."""


class Relook:
    """Up to which loosening of the rules every held contact was looked at again."""

    def __init__(self) -> None:
        self.done: Instant = 0


def lawful_queue(connection: sqlite3.Connection, queue: SqliteQueue, now: Instant = 0) -> LawfulQueue:
    """The queues of a folder by the rules, as of `now`. Raises `FolderDamaged` if the log cannot be read."""
    desk = RuleDesk(read_rule_book())
    with reading_back():
        desk.restore(load_rule_changes(connection), load_rule_signatures(connection))
    calling = Calling(Lawyer(desk.state.book, read_area_codes()), SqliteCallHistory(connection))
    with reading_back():
        calling.restore(load_calling_settings(connection))
        for tenant_id, at, verdict in would_refused(connection, now - DAY):
            calling.restore_would_refuse(tenant_id, verdict, at)
    return LawfulQueue(calling, queue, desk)


async def watch_places(floor: Floor, lists: FolderLists) -> None:
    """Learn every few seconds where contacts wait and what hours they have, beside the loop: no decision has to."""
    lawful, clock, looked = floor.lawful, floor.ports.clock, Relook()
    while lawful is not None:
        # A database that cannot answer now is asked again: decisions say for themselves that it cannot.
        with contextlib.suppress(StoreUnavailable):
            for key in lawful.watched():
                now = clock.now()
                places = Places(await asyncio.to_thread(lists.places, *key), now)
                await asyncio.to_thread(lawful.warm, key, places, now)
                lawful.learn(key, places)
            await look_again(floor, lists, looked)
        await asyncio.sleep(_LEARN_EVERY_S)


async def look_again(floor: Floor, lists: FolderLists, looked: Relook) -> None:
    """Make contacts due again that were held before the rules were last loosened, some thousand at a time.

    It asks the log for them, so that a restart in between leaves none behind. Raises `StoreUnavailable`.
    """
    mark = 0 if floor.lawful is None else floor.lawful.rules.state.loosened_at
    if mark <= looked.done:
        return
    now = floor.ports.clock.now()
    found = await asyncio.to_thread(lists.held_before, mark, now, _MOST_RELEASED)
    if found:
        change = Change(floor)
        change.add(HoldsReleased(contact_ids=tuple(found), at=now))
        await change.commit()
    if len(found) < _MOST_RELEASED:
        looked.done = mark
