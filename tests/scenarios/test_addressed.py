"""Pages of elsewhere: a name pointed at this machine, a WebSocket from another origin, a request without leave."""

import asyncio

import pytest

from app.api.addressed import misdirected
from app.api.server import Application
from tests.scenarios.harness import Ask, House, Message

HERE = ("localhost", "localhost:8787", "127.0.0.1:8787", "[::1]:8787", "10.1.2.3", "LOCALHOST", "")
ELSEWHERE = (
    "evil.example",
    "evil.example:8787",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "[evil",
    "a:b:c",
    "\xff",
)


@pytest.mark.parametrize("host", HERE)
def test_the_engine_is_asked_by_its_address(house: House, ada: str, host: str) -> None:
    answer = house.send(Ask("GET", "/v1/me", {"authorization": f"Bearer {ada}", "host": host}, b""))
    assert answer.status == 200


@pytest.mark.parametrize("host", ELSEWHERE)
@pytest.mark.parametrize("path", ["/v1/me", "/openapi.json", "/healthz", "/metrics", "//v1/me", "/"])
def test_a_name_pointed_at_this_machine_leads_nowhere(house: House, ada: str, host: str, path: str) -> None:
    answer = house.send(Ask("GET", path, {"authorization": f"Bearer {ada}", "host": host}, b""))
    assert (answer.status, answer.body["field"]) == (421, "Host")
    assert "evil" not in answer.body["error"]


def test_a_dialer_in_a_page_of_anywhere_still_dials(house: House, ana: str) -> None:
    headers = {"authorization": f"Bearer {ana}", "host": "dialer.example", "origin": "https://dialer.example"}
    answer = house.send(Ask("POST", "/functions/v1/power-dialer-controller", headers, b'{"action":"status"}'))
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, "*")


def test_no_page_is_given_leave_to_read_the_operators_routes(house: House, ada: str) -> None:
    asking = {"origin": "https://evil.example", "access-control-request-method": "GET"}
    for method, headers in (("OPTIONS", asking), ("GET", asking | {"authorization": f"Bearer {ada}"})):
        answer = house.send(Ask(method, "/v1/me", headers, b""))
        assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_proxys_name_is_ours_once_it_is_named_and_tls_speaks_for_itself() -> None:
    scope: Message = {"type": "http", "scheme": "http", "headers": [(b"host", b"floor.example:80")]}
    assert misdirected(scope, frozenset()) is not None
    assert misdirected(scope, frozenset({"floor.example"})) is None
    assert misdirected({**scope, "scheme": "https"}, frozenset()) is None


@pytest.mark.parametrize(
    ("origin", "host", "is_refused"),
    [
        (None, "127.0.0.1:8787", False),
        ("http://127.0.0.1:8787", "127.0.0.1:8787", False),
        ("https://evil.example", "127.0.0.1:8787", True),
        ("http://127.0.0.1:9999", "127.0.0.1:8787", True),
        ("null", "127.0.0.1:8787", True),
        ("http://evil.example", "evil.example", True),
        ("file://", "127.0.0.1:8787", True),
        (None, "evil.example", True),
    ],
)
def test_no_page_of_another_origin_listens_to_the_feed(
    house: House, sam: str, origin: str | None, host: str, is_refused: bool
) -> None:
    headers = [(b"host", host.encode()), (b"authorization", f"Bearer {sam}".encode())]
    headers += [] if origin is None else [(b"origin", origin.encode())]
    said = house.run(_listened(house.engine.application, headers))
    # Closed before it is accepted is 403 on the wire.
    assert (said[0]["type"] == "websocket.close") == is_refused, said


async def _listened(application: Application, headers: list[tuple[bytes, bytes]]) -> list[Message]:
    scope: Message = {"type": "websocket", "scheme": "ws", "path": "/v1/feed", "headers": headers, "client": ("::1", 1)}
    come: list[Message] = [{"type": "websocket.connect"}, {"type": "websocket.disconnect"}]
    said: list[Message] = []

    async def receive() -> Message:
        return come.pop(0) if len(come) > 1 else come[0]

    async def send(message: Message) -> None:
        said.append(message)

    async with asyncio.timeout(10):
        await application(scope, receive, send)
    return said
