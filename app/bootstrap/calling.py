"""Wires the rules of calling hours: tables that ship with the program, settings and history from the log."""

import asyncio
import contextlib
import sqlite3

from app.bootstrap.number_lists import FolderLists
from app.clock import Clock
from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.rule_files import read_rule_book
from app.controller.calling import Calling
from app.controller.lawful_line import LawfulQueue, Places
from app.engine.ports import StoreUnavailable
from app.engine.value import HOUR, Instant
from db.calling_store import SqliteCallHistory, load_calling_settings
from db.decision_store import would_refused
from db.faults import reading_back
from db.queue_sqlite import SqliteQueue

_LEARN_EVERY_S = 3.0


def lawful_queue(connection: sqlite3.Connection, queue: SqliteQueue, now: Instant = 0) -> LawfulQueue:
    """The queues of a folder by the rules, as of `now`. Raises `FolderDamaged` if the log cannot be read."""
    calling = Calling(Lawyer(read_rule_book(), read_area_codes()), SqliteCallHistory(connection))
    with reading_back():
        calling.restore(load_calling_settings(connection))
        for tenant_id, at, verdict in would_refused(connection, now - HOUR):
            calling.restore_would_refuse(tenant_id, verdict, at)
    return LawfulQueue(calling, queue)


async def watch_places(lawful: LawfulQueue, lists: FolderLists, clock: Clock) -> None:
    """Learn every few seconds where contacts wait and what hours they have, beside the loop: no decision has to."""
    while True:
        # A database that cannot answer now is asked again: decisions say for themselves that it cannot.
        with contextlib.suppress(StoreUnavailable):
            for key in lawful.watched():
                now = clock.now()
                places = Places(await asyncio.to_thread(lists.places, *key), now)
                await asyncio.to_thread(lawful.warm, key, places, now)
                lawful.learn(key, places)
        await asyncio.sleep(_LEARN_EVERY_S)
