"""A dialer's request that is decided without ASGI is answered, byte for byte, as one that is not."""

import asyncio
import gc
import re
import weakref
from collections.abc import Callable, Sequence
from functools import partial

import msgspec
import pytest
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.api.dialer import PATH
from app.api.direct import DirectProtocol
from app.engine.ports import StoreUnavailable
from tests.fakes.wire_transport import WireConnection
from tests.scenarios.harness import House

NOBODY = "0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1b"
ID = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Talk = Sequence[bytes]


def post(token: str | None, body: bytes | object, *, path: str = PATH, version: str = "1.1", **headers: str) -> bytes:
    """A request as it goes over the wire."""
    content = body if isinstance(body, bytes) else msgspec.json.encode(body)
    said = {"host": "floor", "content-type": "application/json", "content-length": str(len(content))}
    if token is not None:
        said["authorization"] = f"Bearer {token}"
    said |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"POST {path} HTTP/{version}", *(f"{name}: {value}" for name, value in said.items() if value), "", ""]
    return "\r\n".join(lines).encode() + content


def status(token: str | None, **headers: str) -> bytes:
    return post(token, {"action": "status"}, **headers)


TALKS: dict[str, Callable[[str], Talk]] = {
    "a status": lambda token: [status(token)],
    "from a browser": lambda token: [status(token, origin="https://app.example")],
    "no token": lambda _: [status(None)],
    "not a token": lambda _: [status("dlf_nobody_secret")],
    "no JSON": lambda token: [post(token, b"{")],
    "no body": lambda token: [post(token, b"", content_type="")],
    "a wrong field": lambda token: [post(token, {"action": "pause", "sessionId": "12"})],
    "nobody's session": lambda token: [post(token, {"action": "pause", "sessionId": NOBODY})],
    "no such action": lambda token: [post(token, {"action": "dance"})],
    "an action in the path": lambda token: [post(token, {}, path=f"{PATH}/status")],
    "an action in an escaped path": lambda token: [post(token, {}, path=f"{PATH}/stat%75s")],
    "a query": lambda token: [post(token, {"action": "status"}, path=f"{PATH}?x=1")],
    "not JSON by its type": lambda token: [post(token, {"action": "status"}, content_type="text/plain")],
    "too large": lambda token: [post(token, b" " * 70_000)],
    "in pieces": lambda token: [status(token)[:40], status(token)[40:-3], status(token)[-3:]],
    "byte by byte": lambda token: [bytes([byte]) for byte in status(token)],
    "two at once": lambda token: [status(token) + post(token, {"action": "dance"})],
    "three, one of them kept": lambda token: [
        status(token) + post(token, {"action": "start"}, idempotency_key="one", path=f"{PATH}/dance") + status(token)
    ],
    "a connection that closes": lambda token: [status(token, connection="close")],
    "an old dialer": lambda token: [status(token, connection="").replace(b"HTTP/1.1", b"HTTP/1.0")],
    "a body that waits": lambda token: [status(token, expect="100-continue")],
    "in chunks": lambda token: [
        post(token, b"", content_length="", transfer_encoding="chunked") + b'13\r\n{"action":"status"}\r\n0\r\n\r\n'
    ],
    "another path": lambda token: [post(token, {}, path="/functions/v1/else")],
    "a path that only begins so": lambda token: [post(token, {"action": "status"}, path=f"{PATH}s")],
}


def test_both_ways_answer_the_same_bytes(house: House) -> None:
    async def heard_by(kind: type[HttpToolsProtocol], talk: Talk) -> bytes:
        connection = WireConnection(kind, house.engine.application)
        heard = await connection.say(*talk)
        heard += b"closed" if connection.transport.closed else await connection.answered()
        connection.hang_up()
        return ID.sub(b"ID", heard)

    differing = []
    for name, talk in TALKS.items():
        ann, bob = house.token(f"ann {name}"), house.token(f"bob {name}")
        plain = house.run(heard_by(HttpToolsProtocol, talk(ann)))
        direct = house.run(heard_by(DirectProtocol, talk(bob)))
        assert plain.startswith(b"HTTP/1.1 "), name
        differing += [] if direct == plain else [(name, plain, direct)]
    assert differing == []


def test_a_call_is_handed_out_without_asgi(house: House) -> None:
    token = house.token("ann")
    house.contacts(3)

    async def dial() -> list[bytes]:
        connection = WireConnection(DirectProtocol, house.engine.application)
        started = await connection.say(post(token, {"action": "start"}))
        session = msgspec.json.decode(started.partition(b"\r\n\r\n")[2])["session"]["id"]
        answer = await connection.say(post(token, {"action": "next-contact", "sessionId": session}))
        connection.hang_up()
        assert type(connection.protocol.cycle).__name__ == "DirectCycle"
        head, _, body = answer.partition(b"\r\n\r\n")
        return [*head.split(b"\r\n"), body]

    heard = house.run(dial())
    assert heard[0] == b"HTTP/1.1 200 OK"
    assert msgspec.json.decode(heard[-1])["contact"]["phone"].startswith("+1212555")
    assert house.rows("SELECT count(*) FROM call_logs") == [(1,)]


def test_what_cannot_be_written_is_503_and_was_not_charged(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    token = house.token("ann")

    def full(facts: object, undo: Callable[[], None]) -> "asyncio.Future[None]":
        failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        undo()
        failed.set_exception(StoreUnavailable("The disk is full"))
        return failed

    async def ask() -> bytes:
        connection = WireConnection(DirectProtocol, house.engine.application)
        with monkeypatch.context() as patch:
            patch.setattr(house.engine.journal, "append", full)
            refused = await connection.say(status(token))
        admitted = await connection.say(status(token))
        connection.hang_up()
        return refused + admitted

    heard = house.run(ask())
    assert heard.startswith(b"HTTP/1.1 503")
    assert b"The disk is full" in heard
    assert b"x-ratelimit-remaining: 59" in heard, "the one that failed was given back"


def test_a_mistake_is_500_and_the_connection_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    token = house.token("ann")

    async def ask() -> bytes:
        connection = WireConnection(DirectProtocol, house.engine.application)
        with monkeypatch.context() as patch:
            patch.setattr("app.api.dialer.status", partial(_fail))
            broken = await connection.say(status(token))
        whole = await connection.say(status(token))
        connection.hang_up()
        return broken + whole

    heard = house.run(ask())
    assert heard.startswith(b"HTTP/1.1 500")
    assert b"HTTP/1.1 200 OK" in heard
    assert "a request of the dialer path failed" in caplog.text
    caplog.clear()


def _fail(*_: object) -> None:
    raise RuntimeError("planted")


def test_who_hangs_up_while_it_is_written_hears_nothing_and_it_is_in_the_log(house: House) -> None:
    token = house.token("ann")

    async def ask() -> list[bytes]:
        connection = WireConnection(DirectProtocol, house.engine.application)
        connection.protocol.data_received(status(token))
        connection.hang_up()
        await house.engine.journal.flush()
        await asyncio.sleep(0)
        return connection.transport.written

    assert house.run(ask()) == []
    assert house.rows("SELECT count(*) FROM api_rate_limits") == [(1,)]


def test_a_stopping_server_lets_the_request_under_way_be_answered_and_closes(house: House) -> None:
    token = house.token("ann")

    async def ask() -> tuple[bytes, bool]:
        connection = WireConnection(DirectProtocol, house.engine.application)
        connection.protocol.data_received(status(token))
        connection.protocol.shutdown()
        assert not connection.transport.closed
        return await connection.answered(), connection.transport.closed

    heard, closed = house.run(ask())
    assert heard.startswith(b"HTTP/1.1 200 OK")
    assert b"connection: close" in heard
    assert closed


def test_a_client_that_does_not_read_is_answered_by_the_way_that_waits(house: House) -> None:
    token = house.token("ann")

    async def ask() -> tuple[bytes, bytes]:
        connection = WireConnection(DirectProtocol, house.engine.application)
        connection.protocol.pause_writing()
        connection.protocol.data_received(status(token))
        await house.engine.journal.flush()
        await asyncio.sleep(0)
        unread = b"".join(connection.transport.written)
        connection.protocol.resume_writing()
        heard = await connection.answered()
        connection.hang_up()
        return unread, heard

    unread, heard = house.run(ask())
    assert unread == b""
    assert heard.startswith(b"HTTP/1.1 200 OK")


def test_an_answered_request_leaves_nothing_to_the_collector(house: House) -> None:
    token = house.token("ann")

    async def ask() -> list[object]:
        connection = WireConnection(DirectProtocol, house.engine.application)
        await connection.say(status(token))
        first = weakref.ref(connection.protocol.cycle)
        gc.disable()
        try:
            await connection.say(status(token))
            return [first()]
        finally:
            gc.enable()
            connection.hang_up()

    assert house.run(ask()) == [None]
