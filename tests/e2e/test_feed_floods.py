"""A real engine whose feed is flooded: windows without end, listeners who talk or never read, pages of elsewhere."""

import contextlib
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import psutil
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from app.api.feed_socket import CROWDED, LISTENERS_A_TOKEN
from tests.e2e.serving import Serving, dial, make_token, started


@pytest.fixture(scope="module")
def floor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Serving, dict[str, str]]]:
    data = tmp_path_factory.mktemp("flood") / "floor"
    tokens = {"sam": make_token(data, "sam", "supervisor"), "sue": make_token(data, "sue", "supervisor")}
    tokens["ana"] = make_token(data, "ana")
    with Serving(data) as engine:
        yield engine, tokens
        with engine.client(tokens["ana"]) as dialer:
            assert dial(dialer, "pause", sessionId=started(dialer)).status_code == 200


def listen(engine: Serving, token: str, **more: str) -> ClientConnection:
    headers = {"Authorization": f"Bearer {token}", **more}
    return connect(engine.url.replace("http", "ws", 1) + "/v1/feed", additional_headers=headers, proxy=None)


def test_one_token_opens_so_many_windows_and_another_is_not_shut_out(floor: tuple[Serving, dict[str, str]]) -> None:
    engine, tokens = floor
    with ExitStack() as stack:
        windows = [stack.enter_context(listen(engine, tokens["sam"])) for _ in range(LISTENERS_A_TOKEN)]
        assert all('"snapshot"' in str(window.recv(10)) for window in windows)
        with pytest.raises(ConnectionClosed), listen(engine, tokens["sam"]) as one_more:
            one_more.recv(10)
        assert one_more.close_code == CROWDED
        with listen(engine, tokens["sue"]) as other:
            assert '"snapshot"' in str(other.recv(10))
    with listen(engine, tokens["sam"]) as again:
        assert '"snapshot"' in str(again.recv(10)), "who has left may come again"


@pytest.mark.parametrize("more", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}])
def test_a_page_of_elsewhere_is_refused_before_it_listens(
    floor: tuple[Serving, dict[str, str]], more: dict[str, str]
) -> None:
    engine, tokens = floor
    with pytest.raises(InvalidStatus) as refused:
        _listen_as(engine, tokens["sam"], more)
    assert refused.value.response.status_code in (400, 403)


def _listen_as(engine: Serving, token: str, more: dict[str, str]) -> None:
    with listen(engine, token, **more):
        pass


def test_a_frame_of_a_megabyte_ends_its_own_line(floor: tuple[Serving, dict[str, str]]) -> None:
    engine, tokens = floor
    with pytest.raises((ConnectionClosed, OSError)):
        _send_a_megabyte(engine, tokens["sam"])


def _send_a_megabyte(engine: Serving, token: str) -> None:
    with listen(engine, token) as window:
        window.recv(10)
        window.send("x" * 1_000_000)
        while True:
            window.recv(10)


def test_pings_of_one_who_never_reads_fill_no_memory(floor: tuple[Serving, dict[str, str]]) -> None:
    engine, tokens = floor
    before = psutil.Process(engine.process.pid).memory_info().rss
    with listen(engine, tokens["sam"]) as window, contextlib.suppress(OSError, ConnectionClosed):
        line = window.socket
        line.settimeout(2)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        for _ in range(400):
            # A ping of 125 bytes, masked with zeros, again and again: 20 MB in all.
            line.sendall((b"\x89\xfd\0\0\0\0" + b"p" * 125) * 400)
    assert psutil.Process(engine.process.pid).memory_info().rss - before < 12_000_000
