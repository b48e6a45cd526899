"""One simulated agent on real time: its brain's waits are slept, its requests are sent."""

import asyncio
import random

from app.client.dialer import DialerClient
from app.client.dialer_requests import DialerRequest, Stop
from app.client.outcomes import AnyOutcome, Unreachable
from app.client.retry import RetryPolicy, wait_for
from app.ids import new_secret
from app.simulator.presence import open_session
from app.simulator.steps import Brain, Wait
from app.simulator.tally import Counting

STOP_POLICY = RetryPolicy(tries=2)
LONGEST_STOP_WAIT_S = 5.0


class Worker:
    """Drives one brain over one client at `speed` times real time."""

    def __init__(self, brain: Brain, client: DialerClient, counting: Counting, speed: float) -> None:
        self._brain = brain
        self._client = client
        self._counting = counting
        self._speed = speed
        self._leaving = False
        self._alarm: asyncio.Future[None] | None = None
        self._key = ""
        self._unsure: DialerRequest | None = None
        self.session_id: str | None = None

    async def work(self) -> None:
        """Works until the brain goes home or `leave()` is called; a request under way is always heard out."""
        reply: AnyOutcome | None = None
        while not self._leaving:
            try:
                step = self._brain.send(reply)
            except StopIteration:
                return
            if isinstance(step, Wait):
                await self._rest(step.seconds / self._speed)
                reply = None
            else:
                reply = await self._ask(step)

    def leave(self) -> None:
        """Ends the work at the next step, and the present rest at once.

        Waking a rest instead of cancelling the task: a cancelled `start` would leave a session nobody knows of.
        """
        self._leaving = True
        if self._alarm is not None and not self._alarm.done():
            self._alarm.set_result(None)

    async def stop_session(self) -> None:
        """Stops the session that is open, if any; `session_id` stays set if the engine would not."""
        for tries in (1, 2):
            if self.session_id is None:
                return
            outcome = await self._ask(Stop(session_id=self.session_id))
            wait_s = wait_for(outcome, tries, STOP_POLICY, random.random)
            if wait_s is None or wait_s / self._speed > LONGEST_STOP_WAIT_S:
                return
            await self._rest(wait_s / self._speed)

    async def _rest(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        self._alarm = loop.create_future()
        ring = loop.call_later(seconds, _ring, self._alarm)
        try:
            await self._alarm
        finally:
            ring.cancel()

    async def _ask(self, request: DialerRequest) -> AnyOutcome:
        loop = asyncio.get_running_loop()
        asked_at = loop.time()
        key = self._key if request == self._unsure else new_secret()
        outcome = await self._client.ask(request, key)
        # A lost answer may be that of a call that was charged: the same request again must not charge another.
        self._key, self._unsure = key, request if isinstance(outcome, Unreachable) else None
        self._counting.note(outcome, loop.time() - asked_at)
        self.session_id = open_session(self.session_id, request, outcome)
        return outcome


def _ring(alarm: asyncio.Future[None]) -> None:
    if not alarm.done():
        alarm.set_result(None)
