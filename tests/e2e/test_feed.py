"""`WS /v1/feed` of a real engine: a snapshot, then numbered changes, at most four a second, and edits at once."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from app.clock import read_steady
from app.engine.value import SECOND
from app.wire.base import instant_of
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started

Message = dict[str, Any]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "floor"


@pytest.fixture
def sam(data: Path) -> str:
    return make_token(data, "sam", "supervisor")


@contextmanager
def listening(engine: Serving, token: str | None) -> Iterator[ClientConnection]:
    """A listener; without a token it has said nothing yet."""
    headers = {"Authorization": f"Bearer {token}"} if token is not None else {}
    address = engine.url.replace("http", "ws", 1) + "/v1/feed"
    with connect(address, additional_headers=headers, proxy=None, max_size=None) as socket:
        yield socket


def hear(socket: ClientConnection) -> Message:
    """The next message, within five seconds."""
    return msgspec.json.decode(socket.recv(5), type=dict[str, Any])


def hear_limit(socket: ClientConnection) -> Message:
    """The next message that tells a limit edit."""
    while not (message := hear(socket)).get("limits"):
        continue
    return message


def closed_with(socket: ClientConnection) -> int | None:
    with pytest.raises(ConnectionClosed):
        hear_all(socket)
    return socket.close_code


def hear_all(socket: ClientConnection) -> None:
    while True:
        socket.recv(5)


def edit(client: httpx.Client, agent: Message, **values: object) -> Message:
    body = {"expectedRevision": agent["revision"], "reason": "feed", **values}
    answer = client.patch(f"/v1/agents/{agent['id']}", json=body)
    assert answer.status_code == 200, answer.text
    row: Message = answer.json()
    return row


def test_a_snapshot_and_then_consecutive_numbers_whatever_the_floor_does(data: Path, sam: str, tmp_path: Path) -> None:
    tokens = [make_token(data, f"dialer {number}") for number in range(3)]
    import_contacts(data, tmp_path / "leads.csv", 200)
    with Serving(data) as engine, ExitStack() as stack:
        clients = [stack.enter_context(engine.client(token)) for token in tokens]
        sessions = [started(client) for client in clients]
        socket = stack.enter_context(listening(engine, sam))
        snapshot = hear(socket)
        assert (snapshot["type"], snapshot["tenant"]) == ("snapshot", "Acme")
        assert len(snapshot["agents"]) == 3
        over = threading.Event()
        threads = [
            threading.Thread(target=keep_busy, args=(client, session, over))
            for client, session in zip(clients, sessions, strict=True)
        ]
        for thread in threads:
            thread.start()
        heard = [hear(socket) for _ in range(12)]
        over.set()
        for thread in threads:
            thread.join()
        assert [message["seq"] for message in heard] == list(range(snapshot["seq"] + 1, snapshot["seq"] + 13))
        assert all(message["type"] == "changes" for message in heard)
        assert any(message["agents"] for message in heard)
        # By the engine's own time: on a busy machine messages may be read late, and then close together.
        times = [instant_of(datetime.fromisoformat(message["now"])) for message in heard]
        assert all(fifth - first >= 0.95 * SECOND for first, fifth in zip(times, times[4:], strict=False))


def keep_busy(client: httpx.Client, session: str, over: threading.Event) -> None:
    """Ask, refused or not, until it is over."""
    while not over.is_set():
        dial(client, "next-contact", sessionId=session)


def test_an_edit_is_on_every_other_window_within_250_ms_and_in_force_at_the_next_decision(
    data: Path, sam: str, tmp_path: Path
) -> None:
    ana, eve = make_token(data, "ana"), make_token(data, "eve", "compliance")
    import_contacts(data, tmp_path / "leads.csv", 20)
    with Serving(data) as engine, engine.client(ana) as client, engine.client(sam) as boss:
        session = started(client)
        with listening(engine, eve) as window, listening(engine, sam) as own:
            agent = hear(window)["agents"][0]
            hear(own)
            agent = edit(boss, agent, autoDialDelay=0)
            for socket in (window, own):
                hear_limit(socket)
            for amount in (5, 4, 0):
                began = read_steady()
                agent = edit(boss, agent, maxCallsPerHour=amount)
                told = hear_limit(window)
                took = read_steady() - began
                assert took <= SECOND // 4
                assert told["limits"][0] | {"at": ""} == {
                    "revision": agent["revision"],
                    "scope": "agent",
                    "scopeId": agent["id"],
                    "subject": "ana",
                    "field": "maxCallsPerHour",
                    "before": told["limits"][0]["before"],
                    "after": amount,
                    "by": "sam",
                    "reason": "feed",
                    "at": "",
                }
                assert told["agents"][0]["hourLimit"] == amount
                assert hear_limit(own)["limits"] == told["limits"], "the window that edits is not special"
                hear(window)
            refused = dial(client, "next-contact", sessionId=session).json()
            assert (refused["code"], refused["limit"]) == ("calls_per_hour", 0)


def test_a_quiet_floor_has_a_heartbeat_each_second(data: Path, sam: str) -> None:
    with Serving(data) as engine, listening(engine, sam) as socket:
        snapshot = hear(socket)
        first, second = hear(socket), hear(socket)
    assert [message["seq"] - snapshot["seq"] for message in (first, second)] == [1, 2]
    assert (first["agents"], first["limits"]) == ([], [])
    assert second["strip"]["sessionsActive"] == 0


def test_credentials_may_be_the_first_message(data: Path, sam: str) -> None:
    with Serving(data) as engine:
        with listening(engine, None) as socket:
            socket.send(msgspec.json.encode({"token": sam}).decode())
            assert hear(socket)["type"] == "snapshot"
        for nonsense in ("{", "[]", '{"token": 7}', '{"token": "wrong"}', '{"token": "' + "x" * 5_000 + '"}'):
            with listening(engine, None) as socket:
                socket.send(nonsense)
                assert closed_with(socket) == 4401
        with listening(engine, None) as socket:
            socket.send(b"\x00\xff")
            assert closed_with(socket) == 4401
        assert engine.said() == ""


def test_a_wrong_token_and_a_dialers_are_closed(data: Path, sam: str) -> None:
    ana = make_token(data, "ana")
    with Serving(data) as engine:
        for token, code in (("wrong", 4401), (ana, 4403)):
            with listening(engine, token) as socket:
                assert closed_with(socket) == code
        assert engine.said() == ""


def test_listeners_that_come_and_go_leave_no_trace(data: Path, sam: str) -> None:
    with Serving(data) as engine:
        for _ in range(20):
            with listening(engine, sam) as socket:
                hear(socket)
                socket.socket.close()
        with listening(engine, sam) as socket:
            hear(socket)
            hear(socket)
        assert engine.stop() == 0
        assert engine.said() == ""


def test_a_revoked_token_hears_no_more(data: Path, sam: str) -> None:
    ada = make_token(data, "ada", "admin")
    with ExitStack() as stack:
        engine = stack.enter_context(Serving(data))
        admin = stack.enter_context(engine.client(ada))
        socket, other = (stack.enter_context(listening(engine, token)) for token in (sam, ada))
        hear(socket)
        token = next(token for token in admin.get("/v1/tokens").json()["tokens"] if token["user"] == "sam")
        assert admin.delete(f"/v1/tokens/{token['id']}").status_code == 204
        assert closed_with(socket) == 4401
        assert [hear(other)["type"] for _ in range(2)] == ["snapshot", "changes"]


def test_an_engine_that_stops_lets_its_listeners_go_and_one_that_never_spoke(data: Path, sam: str) -> None:
    with Serving(data) as engine:
        with listening(engine, None) as silent:
            silent.socket.close()
        with listening(engine, sam) as socket, listening(engine, None):
            hear(socket)
            assert engine.stop() == 0
            assert closed_with(socket) == 1012
        assert engine.said() == ""
