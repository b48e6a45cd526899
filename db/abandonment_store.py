"""Abandoned calls in the log: counts by campaign and day, what was told of answers, and lines that were held back."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from app.engine.abandonment import NOTHING, Tally
from app.engine.calls import Call
from app.engine.events import CallReported, LinesHeld
from app.engine.pickup import Answerer, Pickup
from app.engine.records import AbandonmentDay, CampaignDay, HeldLines
from app.engine.value import MINUTE, Id, Instant
from db.evidence_leaves import Kind, Leaves
from db.packing import pack, unpack
from db.statements import insert_many

PICKUP_COLUMNS = ("call_id", "answered_by", "answered_at", "greeting_ended_at", "connected_at", "at")
_ASK = 500


def write_counted(connection: sqlite3.Connection, reported: Sequence[CallReported]) -> None:
    """Add what reports change to the counts, in the transaction of the reports themselves."""
    counts: dict[tuple[bytes, bytes, int], Tally] = defaultdict(lambda: NOTHING)
    for fact in reported:
        if (counted := fact.counted) is not None:
            key = (pack(counted.tenant_id), pack(counted.campaign_id), counted.day)
            counts[key] = counts[key].plus(counted.tally)
    for key, tally in counts.items():
        connection.execute(
            "INSERT INTO abandonment_days (tenant_id, campaign_id, day, live, abandoned, greeted)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET live = live + excluded.live,"
            " abandoned = abandoned + excluded.abandoned, greeted = greeted + excluded.greeted",
            (*key, *tally),
        )


def write_pickups(connection: sqlite3.Connection, reported: Sequence[CallReported], leaves: Leaves) -> None:
    """Keep what was told anew of answers; the last word on a call holds."""
    latest: dict[Id, Pickup] = {}
    for fact in reported:
        pickup = fact.call.pickup
        if pickup is not None and pickup.told_at == fact.at:
            latest[fact.call.id] = pickup
    rows = [
        (
            pack(call_id),
            None if pickup.by is None else pickup.by.value,
            pickup.answered_at,
            pickup.greeting_ended_at,
            pickup.connected_at,
            pickup.told_at,
        )
        for call_id, pickup in latest.items()
    ]
    insert_many(connection, "pickups", PICKUP_COLUMNS, rows, "REPLACE")
    for row in rows:
        leaves.add(Kind.PICKUP, row[0], row, row[-1])


def with_pickups(connection: sqlite3.Connection, calls: Sequence[Call]) -> list[Call]:
    """Calls with what was told of their answers."""
    found: dict[Id, Pickup] = {}
    for start in range(0, len(calls), _ASK):
        ids = [pack(call.id) for call in calls[start : start + _ASK]]
        rows = connection.execute(
            f"SELECT {', '.join(PICKUP_COLUMNS)} FROM pickups WHERE call_id IN ({', '.join('?' * len(ids))})", ids
        )
        found.update((unpack(row[0]), _pickup_of(row)) for row in rows)
    return [msgspec.structs.replace(call, pickup=found[call.id]) if call.id in found else call for call in calls]


def write_line_holds(connection: sqlite3.Connection, facts: Sequence[LinesHeld]) -> None:
    """Fold held lines into one row for each agent, campaign, cause and minute."""
    connection.executemany(
        "INSERT INTO line_holds (tenant_id, campaign_id, minute, agent_id, code, session_id, first_at, last_at, times,"
        " asked, given, live, abandoned, in_flight) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET session_id = excluded.session_id, last_at = excluded.last_at, times = times + 1,"
        " asked = excluded.asked, given = excluded.given, live = excluded.live, abandoned = excluded.abandoned,"
        " in_flight = excluded.in_flight",
        [_hold_row(fact) for fact in facts],
    )


def load_days(connection: sqlite3.Connection) -> list[AbandonmentDay]:
    """Every count: a row for each campaign and day on which somebody answered."""
    rows = connection.execute("SELECT tenant_id, campaign_id, day, live, abandoned, greeted FROM abandonment_days")
    return [
        AbandonmentDay(
            tenant_id=unpack(row[0]),
            campaign_id=unpack(row[1]),
            day=row[2],
            live=row[3],
            abandoned=row[4],
            greeted=row[5],
        )
        for row in rows
    ]


def campaign_days(connection: sqlite3.Connection, tenant: bytes) -> list[CampaignDay]:
    """Every count of one tenant, by day, with the names of its campaigns and of those that they count with."""
    rows = connection.execute(
        "SELECT a.campaign_id, c.name, coalesce(s.counts_with, a.campaign_id), coalesce(f.name, c.name),"
        " coalesce(f.created_at, c.created_at), a.day, a.live, a.abandoned, a.greeted FROM abandonment_days AS a"
        " LEFT JOIN campaigns AS c ON c.id = a.campaign_id"
        " LEFT JOIN campaign_splits AS s ON s.campaign_id = a.campaign_id"
        " LEFT JOIN campaigns AS f ON f.id = s.counts_with WHERE a.tenant_id = ? ORDER BY a.day, c.name",
        (tenant,),
    )
    return [
        CampaignDay(
            campaign_id=unpack(row[0]),
            campaign=row[1],
            family=unpack(row[2]),
            family_name=row[3],
            family_made_at=row[4],
            day=row[5],
            tally=Tally(*row[6:9]),
        )
        for row in rows
    ]


def page_of_line_holds(connection: sqlite3.Connection, tenant_id: Id, family: Id, size: int) -> list[HeldLines]:
    """The newest lines that were held back for a family of campaigns, newest first."""
    rows = connection.execute(
        "SELECT h.agent_id, coalesce(a.name, ''), h.code, h.first_at, h.last_at, h.times, h.asked, h.given, h.live,"
        " h.abandoned, h.in_flight FROM line_holds h LEFT JOIN ai_agents a ON a.id = h.agent_id"
        " WHERE h.tenant_id = ? AND h.campaign_id = ? ORDER BY h.minute DESC, h.last_at DESC LIMIT ?",
        (pack(tenant_id), pack(family), size),
    )
    return [
        HeldLines(
            agent_id=unpack(row[0]),
            agent=row[1],
            code=row[2],
            first_at=row[3],
            last_at=row[4],
            times=row[5],
            asked=row[6],
            given=row[7],
            live=row[8],
            abandoned=row[9],
            in_flight=row[10],
        )
        for row in rows
    ]


def _pickup_of(row: tuple[bytes, str | None, Instant | None, Instant | None, Instant | None, Instant]) -> Pickup:
    return Pickup(
        by=None if row[1] is None else Answerer(row[1]),
        answered_at=row[2],
        greeting_ended_at=row[3],
        connected_at=row[4],
        told_at=row[5],
    )


def _hold_row(fact: LinesHeld) -> tuple[object, ...]:
    return (
        pack(fact.tenant_id),
        pack(fact.campaign_id),
        fact.at // MINUTE,
        pack(fact.agent_id),
        fact.code,
        pack(fact.session_id),
        fact.at,
        fact.at,
        fact.asked,
        fact.given,
        fact.live,
        fact.abandoned,
        fact.in_flight,
    )
