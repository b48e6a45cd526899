"""A folder in its sixth year: a crew, contacts, and as many calls that may go as the run will make."""

import os
import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.engine.events import DeedRecorded
from app.engine.people import Identity, Role
from app.engine.records import RetentionSetting
from app.engine.retention import FIVE_YEARS
from app.engine.value import DAY, HOUR, SECOND, Duration, Id, Instant
from app.ids import new_id
from db.folder import Folder
from db.open import connect, prepare
from db.packing import pack
from db.people_store import ensure_tenant, ensure_user, writing
from db.retention_store import put_retention
from db.statements import insert_many

TENANT = "Acme"
START: Instant = 1_792_022_400 * SECOND
"""Thursday, 15 October 2026, midnight UTC."""

FOLDER_PLACE: Id = "00000000-0000-0000-0000-000000000000"
OLD_REFUSALS = 90
"""Days: the least that refusals may be kept."""

_KEPT = (("calls", FIVE_YEARS), ("refusals", OLD_REFUSALS), ("alerts", 30), ("backups", 2))
_CONTACT_COLUMNS = (
    *("id", "tenant_id", "list_id", "first_name", "last_name", "phone", "fields", "state", "rank", "due_at"),
    *("attempts", "place"),
)
_CALL_COLUMNS = (
    *("id", "tenant_id", "session_id", "contact_id", "phone_number", "status", "disposition", "duration", "created_at"),
    *("agent_id", "user_id", "answered_at", "ended_at"),
)
_REFUSAL_COLUMNS = (
    *("id", "tenant_id", "user_id", "code", "limit_id", "amount", "used", "first_at", "last_at", "count"),
)


class EnduranceWorld(NamedTuple):
    """Who there is."""

    folder: Folder
    tenant_id: Id
    crew: tuple[Identity, ...]
    admin: Identity


def make_world(root: Path, agents: int, contacts: int, old_calls_an_hour: int, hours: int) -> EnduranceWorld:
    """One tenant. Its old calls become old enough to go hour by hour, as fast as new ones are made."""
    folder = Folder(root)
    prepare(folder)
    connection = connect(folder.database)
    connection.execute("PRAGMA synchronous=OFF")
    with writing(connection):
        tenant = ensure_tenant(connection, TENANT, START - DAY, new_id)
        names = (f"agent-{number:04d}" for number in range(agents))
        crew = tuple(ensure_user(connection, tenant, name, Role.DIALER, START - DAY, new_id) for name in names)
        admin = ensure_user(connection, tenant, "eve", Role.ADMIN, START - DAY, new_id)
        owner = pack(tenant.id)
        insert_many(connection, "contacts", _CONTACT_COLUMNS, list(_contacts(owner, contacts)))
        for name, amount in _KEPT:
            place = FOLDER_PLACE if name == "backups" else tenant.id
            put_retention(connection, _kept(place, name, amount), _deed(tenant.id, name))
        _write_old(connection, owner, old_calls_an_hour, hours)
    connection.close()
    return EnduranceWorld(folder, tenant.id, crew, admin)


def _contacts(owner: bytes, count: int) -> Iterator[tuple[object, ...]]:
    for number in range(count):
        due_at = START - DAY + number
        name = ("Ana", f"Contact {number}", f"+1212{2_000_000 + number:07d}")
        yield (key_at(due_at), owner, bytes(16), *name, "{}", "open", 1, due_at, 0, "212")


def _write_old(connection: sqlite3.Connection, owner: bytes, each_hour: int, hours: int) -> None:
    """Calls of five years ago with their events, and refusals of a quarter ago; of agents who have left."""
    calls, events = list[tuple[object, ...]](), list[tuple[object, ...]]()
    left = [key_at(START - 2_000 * DAY) for _ in range(100)]
    for number, at in enumerate(_spread(each_hour, hours, START - FIVE_YEARS * DAY)):
        key, agent = key_at(at), left[number % len(left)]
        calls.append((key, owner, agent, agent, "+12125550100", "no_answer", None, 20, at, agent, agent, None, at))
        events += [(key, at, word, "dialer") for word in ("initiated", "ringing", "no_answer")]
    insert_many(connection, "call_logs", _CALL_COLUMNS, calls)
    insert_many(connection, "call_events", ("call_id", "at", "status", "by"), events)
    refusals = [
        (key_at(at), owner, left[0], "hourly_limit", "calls.hour", 60, 60, at, at, 1)
        for at in _spread(max(1, each_hour // 50), hours, START - OLD_REFUSALS * DAY)
    ]
    insert_many(connection, "refusals", _REFUSAL_COLUMNS, refusals)


def _spread(each_hour: int, hours: int, since: Instant) -> Iterator[Instant]:
    step: Duration = HOUR // each_hour
    for place in range(each_hour * hours):
        yield since + place * step


def key_at(at: Instant) -> bytes:
    """A UUIDv7 of an instant, made many times as fast as one that is spelt out first."""
    tail = int.from_bytes(os.urandom(10), "big")
    return struct.pack(">QQ", (at // 1_000) << 16 | 0x7000 | tail & 0xFFF, 1 << 63 | tail >> 18)


def _kept(place: Id, name: str, amount: int) -> RetentionSetting:
    return RetentionSetting(tenant_id=place, name=name, amount=amount, by="eve", edited_at=START - DAY)


def _deed(tenant_id: Id, name: str) -> DeedRecorded:
    return DeedRecorded(
        tenant_id=tenant_id,
        at=START - DAY,
        user="eve",
        action="retention.edit",
        subject=name,
        before=None,
        after=None,
        reason="endurance",
    )
