"""Counts every answer of the log again, by the engine's own function: what was abandoned cannot be written away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from app.controller.days import date_of, day_start, local_day
from app.engine.abandonment import NOTHING, Tally, tally_for
from app.engine.calls import CallStatus
from app.engine.log_rows import LoggedAnswer, LoggedCount
from app.engine.pickup import Answerer, Pickup
from app.engine.value import Instant
from app.reports.replay import Offence, Pass

RULE = "abandonment"
_Key = tuple[int, bytes, bytes]
_NEVER = -1


def replay_answers(
    answers: Iterable[LoggedAnswer],
    counts: Iterable[LoggedCount],
    zones: Mapping[bytes, str],
    deleted: Mapping[bytes, Instant],
) -> Offence | Pass:
    """Each campaign's count of each day against the calls themselves.

    Only days up to which a tenant's calls were lawfully `deleted` may have lost calls: the chained trail says so.
    """
    found, records = _counted_again(answers, zones)
    stated = {(one.day, one.tenant_id, one.campaign_id): Tally(*one[3:]) for one in counts}
    # A call that was placed right before a deletion's edge may have been answered on the next day.
    lost = {tenant: local_day(until, zones.get(tenant, "UTC")) + 1 for tenant, until in deleted.items()}
    for key in sorted({*found, *stated}):
        calls, said = found.get(key, NOTHING), stated.get(key, NOTHING)
        is_whole = key[0] > lost.get(key[1], _NEVER)
        if calls != said and (is_whole or any(one > other for one, other in zip(calls, said, strict=True))):
            return _offence(key, said, calls, zones.get(key[1], "UTC"))
    return Pass(records=records, subjects=len({key[2] for key in found}))


def _counted_again(answers: Iterable[LoggedAnswer], zones: Mapping[bytes, str]) -> tuple[dict[_Key, Tally], int]:
    found: dict[_Key, Tally] = defaultdict(lambda: NOTHING)
    records = 0
    for one in answers:
        records += 1
        tally = tally_for(CallStatus(one.status), _pickup_of(one))
        if tally != NOTHING:
            day = local_day(one.answered_at, zones.get(one.tenant_id, "UTC"))
            key = (day, one.tenant_id, one.campaign_id)
            found[key] = found[key].plus(tally)
    return found, records


def _pickup_of(one: LoggedAnswer) -> Pickup | None:
    if one[4:] == (None, None, None, None):
        return None
    return Pickup(
        by=None if one.by is None else Answerer(one.by),
        answered_at=one.told_answered_at,
        greeting_ended_at=one.greeting_ended_at,
        connected_at=one.connected_at,
    )


def _offence(key: _Key, said: Tally, calls: Tally, zone: str) -> Offence:
    day, _, campaign = key
    sentence = (
        f"it is counted as {said.abandoned} abandoned of {said.live} live answers, its calls say"
        f" {calls.abandoned} of {calls.live}"
    )
    record = f"{date_of(day).isoformat()} of campaign {UUID(bytes=campaign)}"
    return Offence(rule=RULE, record=record, at=day_start(day, zone), sentence=sentence)
