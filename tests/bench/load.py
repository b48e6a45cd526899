"""A closed-loop load of keep-alive connections on one asyncio loop, as lean as Python allows."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

import httptools

Request = bytes


class _Answers(asyncio.Protocol):
    """One connection: sends the next request when the answer to the last has come."""

    def __init__(self, requests: Iterator[Request], until: float, every: float, done: Callable[[], None]) -> None:
        self._requests = requests
        self._every = every
        self._until = until
        self._done = done
        self._parser = httptools.HttpResponseParser(self)
        self._sent_at = 0.0
        self._transport: asyncio.Transport | None = None
        self.latencies: list[float] = []
        self.statuses: dict[int, int] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are asyncio's in all but name.
        self._transport = cast("asyncio.Transport", transport)
        # Paced connections begin spread over a period: callers do not all ask in the same millisecond.
        asyncio.get_running_loop().call_later(random.uniform(0, self._every), self._next)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        now = time.perf_counter()
        self.latencies.append(now - self._sent_at)
        status = self._parser.get_status_code()
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self._parser = httptools.HttpResponseParser(self)
        if now >= self._until:
            assert self._transport is not None
            self._transport.close()
        elif self._every:
            # Paced by when the last was sent, so that a slow answer does not slow the pace.
            asyncio.get_running_loop().call_later(max(0.0, self._sent_at + self._every - now), self._next)
        else:
            self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self._done()

    def _next(self) -> None:
        assert self._transport is not None
        self._sent_at = time.perf_counter()
        self._transport.write(next(self._requests))


class Load:
    """What a run measured: answers a second, latencies in seconds, answers by status."""

    def __init__(self, rate: float, latencies: list[float], statuses: dict[int, int]) -> None:
        self.rate = rate
        self.statuses = statuses
        self._latencies = sorted(latencies)

    def percentile_ms(self, percent: float) -> float:
        """A percentile of the latencies, in milliseconds."""
        place = min(len(self._latencies) - 1, int(len(self._latencies) * percent / 100))
        return self._latencies[place] * 1_000


async def load(port: int, connections: list[Iterator[Request]], seconds: float, every: float = 0.0) -> Load:
    """Drive one iterator of requests a connection for so many seconds; each sends one `every` so many, 0 at once."""
    loop = asyncio.get_running_loop()
    ended = loop.create_future()
    left = len(connections)

    def done() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            ended.set_result(None)

    began = time.perf_counter()
    protocols = []
    for requests in connections:
        _, protocol = await loop.create_connection(
            partial(_Answers, requests, began + seconds, every, done),
            "127.0.0.1",
            port,
        )
        protocols.append(protocol)
    await ended
    took = time.perf_counter() - began
    latencies = [latency for protocol in protocols for latency in protocol.latencies]
    statuses: dict[int, int] = {}
    for protocol in protocols:
        for status, count in protocol.statuses.items():
            statuses[status] = statuses.get(status, 0) + count
    return Load(len(latencies) / took, latencies, statuses)
