"""A connection that takes too long is let go, and one that does not is left alone."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
import uvicorn
from uvicorn.server import ServerState

from app.api.answers import Receive, Scope, Send
from app.api.http_server import loop_factory
from app.api.patience import PatientFeed, PatientProtocol

HURRY_S = 0.2
HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n"
UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[bytes]]


class Hurried(PatientProtocol):
    request_s = HURRY_S


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

    async def story() -> bytes:
        config = uvicorn.Config(answer, http=Hurried, ws=PatientFeed, lifespan="off", log_config=None)
        config.load()
        server = await asyncio.get_running_loop().create_server(
            lambda: Hurried(config=config, server_state=ServerState(), app_state={}), "127.0.0.1", 0
        )
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            return await asyncio.wait_for(talk(reader, writer), 5)
        finally:
            writer.close()
            server.close()

    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        return runner.run(story())


@pytest.mark.parametrize("beginning", [b"", b"\r\n", b"POST / HT", b"POST / HTTP/1.1\r\nHost: x\r\n"])
def test_a_request_that_does_not_come_is_not_waited_for(beginning: bytes) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(beginning)
        return await reader.read()

    heard = talked(talk)
    assert heard.startswith(b"HTTP/1.1 408 ") if b"P" in beginning else heard == b""


def test_a_body_of_a_byte_now_and_then_ends_with_a_sentence() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(HEAD)
        # Read no further than the answer: what is sent after it is answered by a reset.
        heard = asyncio.create_task(reader.readuntil(b"false}"))
        while not heard.done():
            writer.write(b"x")
            await asyncio.wait({heard}, timeout=HURRY_S / 10)
        return heard.result()

    head, _, body = talked(talk).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ")
    assert b"content-length: %d" % len(body) in head


def test_a_body_that_comes_on_is_waited_for_longer() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(HEAD)
        for _ in range(9):
            # Each thousand bytes buy a quarter of a second, and take less.
            writer.write(b"x" * 1_000)
            await asyncio.sleep(HURRY_S / 4)
        return await reader.readexactly(12)

    assert talked(talk) == b"HTTP/1.1 200"


def test_a_feed_that_says_nothing_is_left_alone() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(UPGRADE)
        await reader.readuntil(b"\r\n\r\n")
        rest = asyncio.create_task(reader.read())
        done, _ = await asyncio.wait({rest}, timeout=HURRY_S * 2)
        rest.cancel()
        return b"closed" if done else b"open"

    assert talked(talk) == b"open"
