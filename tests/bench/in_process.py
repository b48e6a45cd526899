"""Our durable decision in one asyncio program: the engine on this loop, asked as its protocol asks, no sockets."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import msgspec

from app.api.answers import Answer
from app.api.dialer import DialerPath, Request
from app.bootstrap.engine import Engine
from app.clock import Clock
from db.folder import Folder
from tests.bench.http_decisions import request
from tests.bench.load import Request as Sent

ADDRESS = "127.0.0.1"


@asynccontextmanager
async def engine(folder: Folder, clock: Clock | None = None) -> AsyncIterator[Engine]:
    """The engine of a folder, for as long as the block, by a clock that is steered or by the folder's own."""
    made = Engine(folder, clock=clock)
    made.start()
    try:
        yield made
    finally:
        await made.stop()


def asked(sent: Sent) -> Request:
    """What the protocol makes of a request's bytes."""
    head, _, body = sent.partition(b"\r\n\r\n")
    lines = (line.partition(b": ") for line in head.split(b"\r\n")[1:])
    return Request(headers={name.lower(): value for name, _, value in lines}, address=ADDRESS, name="", body=body)


async def ask(dialer: DialerPath, request: Request) -> Answer:
    """One decision, written when it is answered."""
    answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
    dialer.answer_directly(request, answered.set_result)
    return await answered


async def rate(dialer: DialerPath, asks: list[Request], callers: int, seconds: float) -> float:
    """Decisions a second of so many callers that each wait for their own."""
    until = time.perf_counter() + seconds

    async def call(mine: Iterator[Request]) -> int:
        count = 0
        while time.perf_counter() < until:
            answer = await ask(dialer, next(mine))
            assert answer.status == 200, answer.body
            count += 1
        return count

    began = time.perf_counter()
    dealt = (itertools.cycle(asks[place::callers]) for place in range(callers))
    counts = await asyncio.gather(*(call(mine) for mine in dealt))
    return sum(counts) / (time.perf_counter() - began)


async def dialing(dialer: DialerPath, tokens: list[str]) -> list[Request]:
    """Start a session for each user; the `next-contact` of each."""
    asks = []
    for token in tokens:
        session = msgspec.json.decode((await ask(dialer, asked(request(token, '{"action":"start"}')))).body)["session"]
        asks.append(asked(request(token, f'{{"action":"next-contact","sessionId":"{session["id"]}"}}')))
    return asks


async def reporting(
    dialer: DialerPath, tokens: list[str], dials: list[Request], status: str = "answered"
) -> list[Request]:
    """Place a call for each user; a `call-status` of each, which from then on writes the request and nothing more."""
    asks = []
    for token, dial in zip(tokens, dials, strict=True):
        call_id = msgspec.json.decode((await ask(dialer, dial)).body)["callId"]
        report = asked(request(token, f'{{"action":"call-status","callId":"{call_id}","status":"{status}"}}'))
        await ask(dialer, report)
        asks.append(report)
    return asks
