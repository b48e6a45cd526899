"""What edits of limits would do to the fake floor."""

from datetime import timedelta

from app.wire.limits import AgentEffect, LimitsEffect, PreviewLimits, RefusedNow
from tests.fakes.floor_world import FloorWorld, Person


def effect_of(world: FloorWorld, edits: PreviewLimits, calls: int) -> LimitsEffect:
    """What lower limits would do on this floor: from its own figures, one hour standing for the day's calls."""
    pairs = [(world.by_id[one.agent_id], one.max_calls_per_hour) for one in edits.agents]
    edited = [(person, limit if isinstance(limit, int) else person.limit) for person, limit in pairs]
    agents = [_past(person, limit) for person, limit in edited if len(person.calls) > limit]
    return LimitsEffect(
        since=world.now - timedelta(days=1),
        until=world.now,
        calls=calls,
        refused=sum(one.refused for one in agents),
        refused_as_is=sum(one.refused_as_is for one in agents),
        requests=0,
        requests_refused=0,
        starts=0,
        starts_refused=0,
        now=[_now(person, limit) for person, limit in edited if len(person.calls) >= limit],
        agents=agents,
    )


def _now(person: Person, limit: int) -> RefusedNow:
    used = len(person.calls)
    return RefusedNow(
        agent_id=person.id,
        agent=person.name,
        limit_id="calls.hour",
        used=used,
        limit=limit,
        retry_at=person.calls[0] + timedelta(hours=1) if person.calls else None,
        already=used >= person.limit,
        in_session=person.started is not None,
    )


def _past(person: Person, limit: int) -> AgentEffect:
    used = len(person.calls)
    return AgentEffect(
        agent_id=person.id,
        agent=person.name,
        calls=used,
        refused=used - limit,
        refused_as_is=max(0, used - person.limit),
        by_limit={"calls.hour": used - limit},
    )
