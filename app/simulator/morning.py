"""A floor on virtual time: the same brains, as fast as the transport answers, for a morning of history."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Protocol

from app.client.dialer_requests import DialerRequest, Stop
from app.client.outcomes import AnyOutcome
from app.simulator.crew import CrewMember, brain_of
from app.simulator.presence import open_session
from app.simulator.steps import Brain, Wait
from app.simulator.tally import Counting, Tally

MICROSECONDS = 1_000_000


class Transport(Protocol):
    """Carries one request of one agent to an engine whose clock stands at `now`."""

    def ask(self, agent: int, request: DialerRequest, now: int) -> AnyOutcome:
        """The outcome of asking at `now`, microseconds since the epoch, never less than before.

        `agent` is the `CrewMember.number` of who asks.
        """
        ...


@dataclass(slots=True)
class _Desk:
    member: CrewMember
    brain: Brain
    reply: AnyOutcome | None = None
    session_id: str | None = None


def relive(
    crew: Sequence[CrewMember],
    transport: Transport,
    since: int,
    until: int,
    *,
    campaign_ids: Sequence[str] = (),
    arrives_within_s: float = 300.0,
    stop_sessions: bool = True,
) -> Tally:
    """Lets the crew work from `since` to before `until` (microseconds since the epoch).

    Args:
        crew: who works.
        transport: asked one request at a time, in order of time.
        since: when the doors open.
        until: no request is made at or after it, but the stops.
        campaign_ids: dealt to the crew in turn; none means the tenant's own choice.
        arrives_within_s: the crew arrives over that many seconds.
        stop_sessions: whether open sessions are stopped at `until`, or stay open for whoever carries on.
    """
    counting = Counting()
    desks = [_Desk(member, brain_of(member, campaign_for(member, campaign_ids), arrives_within_s)) for member in crew]
    _run(desks, transport, counting, since, until)
    still_open = [desk for desk in desks if desk.session_id is not None]
    if not stop_sessions:
        return counting.total(left_open=len(still_open))
    for desk in still_open:
        if desk.session_id is not None:
            _exchange(desk, Stop(session_id=desk.session_id), transport, counting, until)
    return counting.total(left_open=sum(desk.session_id is not None for desk in still_open))


def campaign_for(member: CrewMember, campaign_ids: Sequence[str]) -> str | None:
    """The campaign that a member works, dealt in turn."""
    return campaign_ids[member.number % len(campaign_ids)] if campaign_ids else None


def _run(desks: Sequence[_Desk], transport: Transport, counting: Counting, since: int, until: int) -> None:
    # The ticket breaks ties in the order of asking, so that desks are never compared and a run repeats itself.
    tickets = count()
    agenda = [(since, next(tickets), desk) for desk in desks]
    while agenda:
        now, _, desk = heapq.heappop(agenda)
        if now >= until:
            return
        waited = _work_until_wait(desk, transport, counting, now)
        if waited is not None:
            later = now + max(1, round(waited.seconds * MICROSECONDS))
            heapq.heappush(agenda, (later, next(tickets), desk))


def _work_until_wait(desk: _Desk, transport: Transport, counting: Counting, now: int) -> Wait | None:
    """Runs one brain at one instant until it waits; None when its agent has gone home."""
    try:
        while True:
            step = desk.brain.send(desk.reply)
            desk.reply = None
            if isinstance(step, Wait):
                return step
            desk.reply = _exchange(desk, step, transport, counting, now)
    except StopIteration:
        return None


def _exchange(desk: _Desk, request: DialerRequest, transport: Transport, counting: Counting, now: int) -> AnyOutcome:
    outcome = transport.ask(desk.member.number, request, now)
    counting.note(outcome, None)
    desk.session_id = open_session(desk.session_id, request, outcome)
    return outcome
