"""A connection that takes too long is let go, and one that does not is left alone."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple

import pytest
import uvicorn
from uvicorn.server import ServerState

from app.api.answers import Receive, Scope, Send
from app.api.patience import BODY_BYTES_A_SECOND, REQUEST_S, PatientFeed, PatientProtocol

PIECES = 120
HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 120000\r\n\r\n"
UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
PING, PONG = b"\x89\x80\0\0\0\0", b"\x8a\0"


class SkippingLoop(asyncio.SelectorEventLoop):
    """A loop whose clock can be set forward: what was to happen by then happens at once."""

    skipped = 0.0

    def time(self) -> float:
        """Now, with what was skipped."""
        return super().time() + self.skipped


class Watched(PatientProtocol):
    """Tells when bytes have come: only then may time go on."""

    received = 0

    def __init__(self, config: uvicorn.Config, loop: SkippingLoop) -> None:
        super().__init__(config=config, server_state=ServerState(), app_state={})
        self.clock = loop
        self.came = asyncio.Event()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self.received += len(data)
        self.came.set()

    async def has(self, total: int) -> None:
        """Until so many bytes have come in all."""
        while self.received < total:
            self.came.clear()
            await self.came.wait()

    def skip(self, seconds: float) -> None:
        """Time goes on."""
        self.clock.skipped += seconds


class Line(NamedTuple):
    """A client's end of a connection, and the server's."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    server: Watched


Talk = Callable[[Line], Awaitable[bytes]]


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """Take the body in and answer; a WebSocket is accepted and held."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        await receive()
        return
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        more = message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def talked(talk: Talk) -> bytes:
    """What was heard on one line to a server of its own."""
    loop = SkippingLoop()

    async def story() -> bytes:
        config = uvicorn.Config(answer, http=Watched, ws=PatientFeed, lifespan="off", log_config=None)
        config.load()
        made: asyncio.Queue[Watched] = asyncio.Queue()

        def make() -> Watched:
            protocol = Watched(config, loop)
            made.put_nowait(protocol)
            return protocol

        server = await loop.create_server(make, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
        try:
            return await talk(Line(reader, writer, await made.get()))
        finally:
            writer.close()
            server.close()

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        return runner.run(story())


@pytest.mark.parametrize("beginning", [b"", b"\r\n", b"POST / HT", b"POST / HTTP/1.1\r\nHost: x\r\n"])
def test_a_request_that_does_not_come_is_not_waited_for(beginning: bytes) -> None:
    async def talk(line: Line) -> bytes:
        line.writer.write(beginning)
        await line.server.has(len(beginning))
        line.server.skip(REQUEST_S)
        return await line.reader.read()

    heard = talked(talk)
    assert heard.startswith(b"HTTP/1.1 408 ") if b"P" in beginning else heard == b""


def test_a_body_of_a_byte_now_and_then_ends_with_a_sentence() -> None:
    async def talk(line: Line) -> bytes:
        line.writer.write(HEAD)
        # Read no further than the answer: what is sent after it is answered by a reset.
        heard = asyncio.create_task(line.reader.readuntil(b"false}"))
        for sent in range(1, 11):
            line.writer.write(b"x")
            await line.server.has(len(HEAD) + sent)
            assert not heard.done(), "the time is not up yet"
            line.server.skip(REQUEST_S / 20)
        line.server.skip(REQUEST_S / 2 + 10 / BODY_BYTES_A_SECOND)
        return await heard

    head, _, body = talked(talk).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert b"content-length: %d" % len(body) in head


def test_a_body_that_comes_on_is_waited_for_longer() -> None:
    async def talk(line: Line) -> bytes:
        line.writer.write(HEAD)
        for piece in range(1, PIECES + 1):
            # Each thousand bytes buy a quarter of a second, and take less: 24 s in all, where 20 are given.
            line.writer.write(b"x" * 1_000)
            await line.server.has(len(HEAD) + 1_000 * piece)
            line.server.skip(REQUEST_S / 100)
        return await line.reader.readexactly(12)

    assert talked(talk) == b"HTTP/1.1 200"


def test_a_feed_that_says_nothing_is_left_alone() -> None:
    async def talk(line: Line) -> bytes:
        line.writer.write(UPGRADE)
        await line.reader.readuntil(b"\r\n\r\n")
        line.server.skip(REQUEST_S * 2)
        line.writer.write(PING)
        return await line.reader.readexactly(len(PONG))

    assert talked(talk) == PONG
