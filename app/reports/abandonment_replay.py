"""Counts every answer of the log again, by the engine's own function: what was abandoned cannot be written away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from app.controller.days import date_of, day_start, local_day
from app.engine.abandonment import NOTHING, Tally, tally_for
from app.engine.calls import CallStatus
from app.engine.log_rows import LoggedAnswer, LoggedCount
from app.engine.pickup import Answerer, Pickup
from app.reports.replay import Offence, Pass

RULE = "abandonment"
WHOLE_DAYS = 1_000
"""So long no setting lets a call be deleted (1,096 days at least): the calls of later days are all there."""

_Key = tuple[int, bytes, bytes]


def replay_answers(
    answers: Iterable[LoggedAnswer], counts: Iterable[LoggedCount], zones: Mapping[bytes, str]
) -> Offence | Pass:
    """Each campaign's count of each day against the calls themselves; only older days may have lost calls."""
    found, records = _counted_again(answers, zones)
    stated = {(one.day, one.tenant_id, one.campaign_id): Tally(*one[3:]) for one in counts}
    newest = max((key[0] for key in (*found, *stated)), default=0)
    for key in sorted({*found, *stated}):
        calls, said = found.get(key, NOTHING), stated.get(key, NOTHING)
        is_whole = key[0] > newest - WHOLE_DAYS
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
