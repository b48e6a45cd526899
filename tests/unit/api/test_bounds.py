"""What a stranger makes the engine hold is bounded, and what is no HTTP or no text ends its own connection only."""

import asyncio
import logging

import msgspec
import pytest
from websockets.frames import Frame, Opcode

from app.api.answers import Receive, Scope, Send
from app.api.bounds import HEAD_BYTES, SAID_BYTES
from tests.fakes.bounded_line import UPGRADE, talked

ASK = b"GET / HTTP/1.1\r\nHost: x\r\n"
CHUNKED = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"


async def tell_headers(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the names of the headers that came; a WebSocket is accepted and held."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        while (await receive())["type"] != "websocket.disconnect":
            continue
        return
    while (message := await receive()).get("more_body"):
        if message["type"] == "http.disconnect":
            return
    names = b" ".join(name for name, _ in scope["headers"])
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(names))]})
    await send({"type": "http.response.body", "body": names})


async def poured(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, piece: bytes, most: int) -> bytes:
    """Send a piece again and again until the other side has had enough; what it said."""
    sent = 0
    while sent < most and not reader.at_eof():
        writer.write(piece)
        sent += len(piece)
        await writer.drain()
        await asyncio.sleep(0)
    return await reader.read()


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (ASK + b"X-Endless: ", b"a" * 4_096),
        (ASK, b"X-Many: 1\r\n" * 400),
        (b"GET /", b"a" * 4_096),
        (CHUNKED + b"0\r\n", b"X-Trailer: 1\r\n" * 300),
        (CHUNKED + b"1", b";extension=long" * 300),
    ],
)
def test_a_head_without_end_is_431_long_before_it_fills_the_memory(start: bytes, piece: bytes) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(start)
        try:
            return await poured(reader, writer, piece, 40 * HEAD_BYTES)
        except ConnectionError:
            return b"HTTP/1.1 431 (reset before it was read)"

    assert talked(talk, tell_headers).startswith(b"HTTP/1.1 431")


def test_the_smallest_chunks_there_are_are_a_body_like_any_other() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(CHUNKED)
        for _ in range(40):
            writer.write(b"1\r\nx\r\n" * 1_000)
            await writer.drain()
        writer.write(b"0\r\n\r\n")
        return await reader.read(4_096)

    assert talked(talk, tell_headers).startswith(b"HTTP/1.1 200")


def test_a_header_behind_the_body_is_no_header() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(CHUNKED + b"1\r\nx\r\n0\r\nAuthorization: Bearer stolen\r\n\r\n")
        return await reader.read(4_096)

    heard = talked(talk, tell_headers)
    assert heard.startswith(b"HTTP/1.1 200")
    assert heard.endswith(b"host transfer-encoding")


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        ASK + b"Bad Name: 1\r\n\r\n",
        ASK + b"X: a\nY: b\r\n\r\n\x00",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\nhello",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        CHUNKED + b"zz\r\n",
        CHUNKED + b"1\r\nxx\r\n0\r\n\r\n",
        b"GET /\xff\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
def test_what_is_no_http_is_400_in_our_shape_and_no_line_in_the_log(
    sent: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(sent)
        return await reader.read()

    with caplog.at_level(logging.ERROR):
        head, _, body = talked(talk, tell_headers).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400")
    assert msgspec.json.decode(body)["code"] == "invalid_request"
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def test_an_answer_that_is_to_come_is_not_taken_for_the_refusal_of_what_follows() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(ASK + b"\r\n" + b"\x00 no HTTP\r\n\r\n")
        return await reader.read()

    assert b"400" not in talked(talk, tell_headers)


def frame(opcode: Opcode, content: bytes, *, fin: bool = True) -> bytes:
    return Frame(opcode, content, fin=fin).serialize(mask=True)


@pytest.mark.parametrize(
    "said",
    [
        frame(Opcode.TEXT, b"x" * (2 * SAID_BYTES)),
        frame(Opcode.PING, b"x" * 100) * 400,
        frame(Opcode.TEXT, b"") * 4_000,
        frame(Opcode.TEXT, b"x" * 100, fin=False) + frame(Opcode.CONT, b"x" * 100, fin=False) * 200,
        frame(Opcode.TEXT, b"\xff\xfe"),
    ],
    ids=["a large message", "pings", "empty messages", "pieces without end", "no text"],
)
def test_a_listener_who_talks_is_let_go(said: bytes, caplog: pytest.LogCaptureFixture) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
        writer.write(UPGRADE)
        heard = await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        try:
            await reader.read()
        except ConnectionError:
            return heard
        return heard

    assert talked(talk, tell_headers).startswith(b"HTTP/1.1 101")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
