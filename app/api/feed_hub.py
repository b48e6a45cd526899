"""The feed: one snapshot, then numbered changes, at most four messages a second, encoded once for all listeners."""

import asyncio
import logging
from collections import deque
from collections.abc import Sequence

import msgspec

from app.api.timings import Timings
from app.clock import read_steady
from app.controller.board import Board
from app.controller.floor import Floor
from app.engine.events import AlertChanged, Fact, LimitEdited
from app.engine.value import SECOND, Id, Instant
from app.wire.base import utc
from app.wire.feed import Changes, Snapshot

PERIOD_S = 0.33
"""Three regular messages a second: the fourth is kept for a limit edit or a call for people, told at once."""

HEARTBEAT_S = 1.0
A_SECOND = 4
QUEUE = 16
"""Messages a listener may be behind before it is cut: four seconds."""

_log = logging.getLogger("dialfloor.feed")


class Listener:
    """One window's queue. `lagged` is set when it is cut."""

    def __init__(self) -> None:
        self.messages: asyncio.Queue[str | None] = asyncio.Queue(maxsize=QUEUE)
        self.lagged = False


class _Channel:
    """The listeners of one tenant, its sequence, and when it was last told something."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.seq = 0
        self.sent: deque[int] = deque(maxlen=A_SECOND)

    def may_send(self, steady: int) -> bool:
        return len(self.sent) < A_SECOND or steady - self.sent[0] >= SECOND

    def since_last(self, steady: int) -> float:
        return (steady - self.sent[-1]) / SECOND if self.sent else HEARTBEAT_S


class FeedHub:
    """Facts in, messages out. `publish` never waits for a listener; `cut` counts those that lagged too far."""

    def __init__(self, floor: Floor, board: Board, timings: Timings, started_at: Instant) -> None:
        self._floor = floor
        self._board = board
        self._timings = timings
        self._started_at = started_at
        self._channels: dict[Id, _Channel] = {}
        self._urgent = asyncio.Event()
        self._encoder = msgspec.json.Encoder()
        self.cut = 0

    def publish(self, facts: Sequence[Fact]) -> None:
        """Committed facts, in commit order."""
        self._board.publish(facts)
        for fact in facts:
            if type(fact) is LimitEdited or (type(fact) is AlertChanged and fact.calls):
                self._urgent.set()

    def listen(self, tenant_id: Id, now: Instant) -> Listener:
        """A new listener, whose first message is a snapshot."""
        channel = self._channels.setdefault(tenant_id, _Channel())
        if not channel.listeners:
            # Nobody was told since the last one left: the snapshot says it all, and old calls are not made again.
            self._board.take_news(tenant_id, now)
        listener = Listener()
        listener.messages.put_nowait(self._encoder.encode(self.snapshot(tenant_id, now)).decode())
        channel.listeners.add(listener)
        return listener

    def leave(self, tenant_id: Id, listener: Listener) -> None:
        """A listener has gone."""
        channel = self._channels.get(tenant_id)
        if channel is not None:
            channel.listeners.discard(listener)

    def snapshot(self, tenant_id: Id, now: Instant) -> Snapshot:
        """Everything the floor view shows, under the sequence number of the last message."""
        channel = self._channels.get(tenant_id)
        tenant = self._floor.tenant(tenant_id)
        return Snapshot(
            seq=channel.seq if channel is not None else 0,
            now=utc(now),
            engine_started_at=utc(self._started_at),
            tenant_id=tenant_id,
            tenant=tenant.name if tenant is not None else "",
            strip=self._board.strip(tenant_id, now),
            agents=self._board.rows(tenant_id, now),
            alerts=self._board.alerts(tenant_id),
        )

    def listeners(self) -> int:
        """How many listen, over all tenants."""
        return sum(len(channel.listeners) for channel in self._channels.values())

    def farthest_behind(self) -> int:
        """How many messages the slowest listener has not taken yet."""
        waiting = (one.messages.qsize() for channel in self._channels.values() for one in channel.listeners)
        return max(waiting, default=0)

    async def run(self) -> None:
        """Tell the news until cancelled."""
        while True:
            try:
                async with asyncio.timeout(PERIOD_S):
                    await self._urgent.wait()
            except TimeoutError:
                self._urgent.clear()
            else:
                self._urgent.clear()
            try:
                self._tell_all()
            except Exception:  # noqa: BLE001
                # The feed must outlive a row that cannot be made: listeners would see a stale floor and no reason.
                _log.exception("the feed could not be told")

    def _tell_all(self) -> None:
        self._board.decision_p99_ms = self._timings.p99_ms()
        steady = read_steady()
        for tenant_id, channel in self._channels.items():
            if channel.listeners and self._is_due(tenant_id, channel, steady):
                self._tell(tenant_id, channel, steady)

    def _is_due(self, tenant_id: Id, channel: _Channel, steady: int) -> bool:
        urgent = self._board.has_urgent(tenant_id)
        if urgent and not channel.may_send(steady):
            # Four have gone out within the second: come back as soon as the oldest is a second old.
            asyncio.get_running_loop().call_later(0.01, self._urgent.set)
        return channel.may_send(steady) and (urgent or channel.since_last(steady) >= PERIOD_S - 0.02)

    def _tell(self, tenant_id: Id, channel: _Channel, steady: int) -> None:
        now = self._floor.ports.clock.now()
        news, rows = self._board.take_news(tenant_id, now)
        if not news and channel.since_last(steady) < HEARTBEAT_S:
            return
        channel.seq += 1
        channel.sent.append(steady)
        message = Changes(
            seq=channel.seq,
            now=utc(now),
            strip=self._board.strip(tenant_id, now),
            agents=rows,
            limits=news.limits,
            warnings=news.warnings,
            alerts=list(news.alerts.values()),
        )
        text = self._encoder.encode(message).decode()
        for listener in list(channel.listeners):
            self._hand(channel, listener, text)

    def _hand(self, channel: _Channel, listener: Listener, text: str) -> None:
        try:
            listener.messages.put_nowait(text)
        except asyncio.QueueFull:
            # A listener that lags is cut and reloads: its queue must not grow with the floor's traffic.
            listener.lagged = True
            self.cut += 1
            channel.listeners.discard(listener)
            while not listener.messages.empty():
                listener.messages.get_nowait()
            listener.messages.put_nowait(None)
