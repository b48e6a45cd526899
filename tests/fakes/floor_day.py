"""One agent's day on the fake floor, as the detail pane asks for it."""

import random
from datetime import datetime, timedelta

from app.compliance.masking import masked
from app.wire.dialer import LimitUse
from app.wire.feed import FloorAgent, LimitChanged
from app.wire.operator import AgentDetail, CallItem, LimitStep, RefusalItem, Stretch
from tests.fakes.floor_world import HOUR, PRESETS, FloorWorld, Person


def detail_of(world: FloorWorld, person: Person) -> AgentDetail:
    """The agent's day: nine hours of calls, an edit, pauses, refusals, the last calls."""
    row = world.row(person)
    start = person.started or world.now - 6 * HOUR
    dice = random.Random(person.id)
    calls = _calls(world, person, start, dice)
    cut = world.now - timedelta(minutes=95)
    edits = person.edits or _old_edits(world, person, cut)
    amounts = [(edit.at, edit.after) for edit in reversed(edits) if edit.field == "maxCallsPerHour"]
    preset = PRESETS[person.mode]
    steps = [
        LimitStep(at=at, amount=to if isinstance(to, int) else preset)
        for at, to in [(start - 2 * HOUR, preset), *amounts]
    ]
    return AgentDetail(
        agent=row,
        calls=calls,
        limit_steps=steps,
        refusals=_refusals(person, row),
        edits=edits,
        stretches=stretches_of(start, world.now, person) if person.started is not None else [],
        last_calls=_last_calls(person, calls, dice),
        limits=_limits(person, row),
    )


def _refusals(person: Person, row: FloorAgent) -> list[RefusalItem]:
    return [
        RefusalItem(
            first_at=at,
            last_at=at,
            count=1,
            user="dialer",
            agent_id=person.id,
            agent=person.name,
            session_id=None,
            code=code,
            limit_id="calls.hour",
            limit=person.limit,
            used=len(person.calls),
            retry_at=row.next_slot_at,
        )
        for at, code in person.refusals
    ]


def _calls(world: FloorWorld, person: Person, start: datetime, dice: random.Random) -> list[datetime]:
    calls = list(person.calls)
    at = start
    while at < world.now - HOUR:
        wave = 0.75 + 0.25 * dice.random()
        at += timedelta(seconds=3600 / max(8.0, person.limit * person.pace * wave) * dice.uniform(0.4, 1.6))
        if at < world.now - HOUR:
            calls.append(at)
    return sorted(calls)


def calls_of(world: FloorWorld, person: Person) -> list[datetime]:
    """When the agent called today, as its detail pane has it."""
    return _calls(world, person, person.started or world.now - 6 * HOUR, random.Random(person.id))


def _old_edits(world: FloorWorld, person: Person, at: datetime) -> list[LimitChanged]:
    if person.own_limit is None:
        return []
    return [
        LimitChanged(
            revision=12,
            scope="agent",
            scope_id=person.id,
            subject=person.name,
            field="maxCallsPerHour",
            before=PRESETS[person.mode],
            after=person.own_limit,
            by="Maria Keller",
            reason="Complaints from the 212 area this morning",
            at=at,
        )
    ]


def stretches_of(start: datetime, end: datetime, person: Person | None) -> list[Stretch]:
    """A session with two pauses; without a person it ended at `end`."""
    third = (end - start) / 3
    pause = min(timedelta(minutes=15), third / 3)
    marks = [start, start + third, start + third + pause, start + 2 * third, start + 2 * third + pause]
    found = [Stretch(status="paused" if at % 2 else "active", since=marks[at], until=marks[at + 1]) for at in range(4)]
    if person is None or person.state != "paused":
        return [*found, Stretch(status="active", since=marks[4], until=end if person is None else None)]
    since = max(person.since, marks[4])
    return [
        *found,
        Stretch(status="active", since=marks[4], until=since),
        Stretch(status="paused", since=since, until=None),
    ]


def _last_calls(person: Person, calls: list[datetime], dice: random.Random) -> list[CallItem]:
    ends = (
        ("no_answer", None),
        ("answered", "interested"),
        ("voicemail", "voicemail"),
        ("busy", None),
        ("answered", "not_interested"),
    )
    items = []
    for at, moment in enumerate(reversed(calls[-20:])):
        status, disposition = ends[dice.randrange(len(ends))]
        long = dice.randint(18, 420) if status == "answered" else dice.randint(4, 30)
        items.append(
            CallItem(
                id=f"c{at}",
                at=moment,
                agent_id=person.id,
                agent=person.name,
                session_id="s",
                contact_id=f"k{at}",
                phone_number=masked(f"+1212555{dice.randint(100, 9999):04d}"),
                status=status,
                disposition=disposition,
                duration=long,
                ended_at=moment + timedelta(seconds=long),
            )
        )
    return items


def _limits(person: Person, row: FloorAgent) -> list[LimitUse]:
    def use(limit_id: str, source: str, limit: int, used: int, window: int | None) -> LimitUse:
        return LimitUse(
            limit_id=limit_id,
            subject=person.name,
            enforcement=person.enforcement if limit_id == "calls.hour" else "enforce",
            source=source,
            limit=limit,
            used=used,
            remaining=max(0, limit - used),
            window_seconds=window,
            reset_at=row.next_slot_at,
        )

    return [
        use("calls.hour", row.limit_source, person.limit, row.hour_used, 3600),
        use("calls.day", "system", 800, person.session_calls, 86_400),
        use("calls.gap", "agent", person.delay, 0, None),
        use("api.minute", "system", 60, 11, 60),
        use("api.hour", "tier", 800, 214, 3600),
        use("sessions.active", "tenant", 24, 21, None),
    ]
