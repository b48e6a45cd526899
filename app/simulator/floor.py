"""A whole simulated floor against a running engine, on real time or faster."""

import asyncio
import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from app.client.dialer import DialerClient
from app.client.dialer_pool import DialerPool
from app.client.errors import GatewayRefused, GatewayUnreachable
from app.client.gateway import Gateway
from app.simulator.badges import Badges, badges_for
from app.simulator.crew import CrewMember, brain_of, make_crew
from app.simulator.morning import campaign_for
from app.simulator.presence import OpenSession
from app.simulator.tally import Counting, Tally
from app.simulator.worker import Worker

LOOK_S = 0.2
"""How often, in real seconds, a run looks whether it goes on."""
ARRIVAL_S = 90.0
"""The crew arrives over that much of the floor's time, or a tenth of a short run."""

AT_DESK_S = 8.0
"""Who has a session open already sits at the desk, and dials within that much of the floor's time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hours:
    """When a run ends: after `seconds` of real time, or when `goes_on` says no."""

    seconds: float
    goes_on: Callable[[], bool]


def simulate(
    url: str,
    token: str,
    agents: int,
    seconds: float | None,
    speed: float = 1.0,
    seed: int = 1,
    *,
    tenant: str | None = None,
    on_look: Callable[[Tally], bool] | None = None,
) -> Tally:
    """Runs a floor of dialers and stops their sessions at the end. Changes no limit.

    Args:
        url: the engine's.
        token: an admin's (each agent gets a user, and a token that is revoked at the end) or a dialer's (all share it).
        agents: how many.
        seconds: how long, in real seconds; None means until `on_look` says so.
        speed: the floor's time runs that many times faster; the engine must run with the same `--speed`.
        seed: the same seed gives the same people with the same habits and luck.
        tenant: the tenant's id, if the token is the local operator's.
        on_look: told the counts about five times a second; the run ends when it returns False.

    Raises:
        NotAllowed: the token's role can neither dial nor make dialers.
        GatewayRefused, GatewayUnreachable: the engine was not there at the start.
    """
    counting = Counting()
    hours = _Hours(
        seconds=math.inf if seconds is None else seconds,
        goes_on=lambda: on_look is None or on_look(counting.total()),
    )
    crew = make_crew(agents, seed)
    with closing(Gateway(url, token, tenant)) as gateway, badges_for(gateway, token, crew) as badges:
        pool = DialerPool(url)
        arrives_within_s = min(ARRIVAL_S, hours.seconds * speed / 10)
        workers = _staff(crew, badges, pool, counting, arrives_within_s, speed, _left_open(gateway, badges))
        asyncio.run(_work(workers, pool, hours))
        return counting.total(left_open=_end_sessions(gateway, workers, may_end=badges.personal))


def _staff(
    crew: Sequence[CrewMember],
    badges: Badges,
    pool: DialerPool,
    counting: Counting,
    arrives_within_s: float,
    speed: float,
    left_open: Mapping[str, OpenSession],
) -> list[Worker]:
    workers: list[Worker] = []
    for member, token in zip(crew, badges.tokens, strict=True):
        taken_up = left_open.get(member.name)
        arrival_s = arrives_within_s if taken_up is None else min(arrives_within_s, AT_DESK_S)
        brain = brain_of(member, campaign_for(member, badges.campaign_ids), arrival_s, taken_up)
        worker = Worker(brain, DialerClient(pool, token), counting, speed)
        worker.session_id = taken_up.id if taken_up is not None else None
        workers.append(worker)
    return workers


def _left_open(gateway: Gateway, badges: Badges) -> dict[str, OpenSession]:
    """The sessions that agents of an earlier run have open, by the agent's name."""
    if not badges.personal:
        return {}
    live = [item for item in gateway.sessions().sessions if item.status in ("active", "paused")]
    return {item.agent: OpenSession(id=item.id, is_paused=item.status == "paused") for item in live}


async def _work(workers: Sequence[Worker], pool: DialerPool, hours: _Hours) -> None:
    tasks = [asyncio.create_task(worker.work()) for worker in workers]
    try:
        await _until_closing(tasks, hours)
    finally:
        # Reached on Ctrl-C too: sessions that nobody works in would hold the tenant's slots for eight hours.
        for worker in workers:
            worker.leave()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(worker.stop_session() for worker in workers))
        await pool.close()
    for fault in ended:
        if isinstance(fault, BaseException):
            raise fault


async def _until_closing(tasks: Sequence[asyncio.Task[None]], hours: _Hours) -> None:
    loop = asyncio.get_running_loop()
    closes_at = loop.time() + hours.seconds
    pending = set(tasks)
    while pending and (left_s := closes_at - loop.time()) > 0 and hours.goes_on():
        wait_s = min(LOOK_S, left_s)
        _, pending = await asyncio.wait(pending, timeout=wait_s, return_when=asyncio.FIRST_EXCEPTION)


def _end_sessions(gateway: Gateway, workers: Sequence[Worker], *, may_end: bool) -> int:
    """Ends what the agents themselves could not stop (their API limit was used up); returns how many stay open."""
    left = [worker.session_id for worker in workers if worker.session_id is not None]
    if not may_end:
        return len(left)
    return sum(not _end_session(gateway, session_id) for session_id in left)


def _end_session(gateway: Gateway, session_id: str) -> bool:
    try:
        gateway.end_session(session_id, "The simulated floor closed")
    except (GatewayRefused, GatewayUnreachable):
        return False
    return True
