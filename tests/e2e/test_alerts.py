"""Alerts of a real engine on real sockets: told to every listener once and at once, and still there after a kill."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
from websockets.sync.client import ClientConnection, connect

from app.client.gateway import Gateway
from app.clock import read_steady
from app.engine.value import SECOND
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started

Message = dict[str, Any]


def listening(engine: Serving, token: str) -> ClientConnection:
    address = engine.url.replace("http", "ws", 1) + "/v1/feed"
    return connect(address, additional_headers={"Authorization": f"Bearer {token}"}, proxy=None)


def hear(socket: ClientConnection) -> Message:
    return msgspec.json.decode(socket.recv(5), type=dict[str, Any])


def hear_alert(socket: ClientConnection) -> Message:
    while not (message := hear(socket))["alerts"]:
        continue
    (alert,) = message["alerts"]
    return dict(alert)


def test_a_refusal_calls_every_window_once_within_half_a_second_and_outlives_a_kill(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, sam = make_token(data, "ana"), make_token(data, "sam", "supervisor")
    import_contacts(data, tmp_path / "people.csv", 3)
    with ExitStack() as stack:
        engine = stack.enter_context(Serving(data))
        dialer = stack.enter_context(engine.client(ana))
        boss = stack.enter_context(engine.client(sam))
        session = started(dialer)
        agent = boss.get("/v1/floor").json()["agents"][0]
        edit = {"expectedRevision": agent["revision"], "reason": "test", "maxCallsPerHour": 0}
        assert boss.patch(f"/v1/agents/{agent['id']}", json=edit).status_code == 200
        windows = [stack.enter_context(listening(engine, sam)) for _ in range(2)]
        assert [hear(window)["alerts"] for window in windows] == [[], []]
        asked = read_steady()
        assert dial(dialer, "next-contact", sessionId=session).status_code == 429
        told = [hear_alert(window) for window in windows]
        assert read_steady() - asked < SECOND // 2
        assert told[0] == told[1]
        assert (told[0]["rule"], told[0]["notify"], told[0]["subject"]) == ("refusals", True, "ana")
        for _ in range(5):
            assert dial(dialer, "next-contact", sessionId=session).status_code == 429
        quiet = [hear(window) for window in windows for _ in range(4)]
        assert [alert for message in quiet for alert in message["alerts"]] == [], "a flood is counted, not told"
        engine.kill()
    with Serving(data) as engine:
        gateway = Gateway(engine.url, sam)
        (alert,) = gateway.floor().alerts
        assert (alert.id, alert.state) == (told[0]["id"], "open")
        assert gateway.acknowledge_alert(alert.id, "raising the limit").by == "sam"
        assert [event.how for event in gateway.alert(alert.id).history] == ["raised", "acknowledged"]
        gateway.close()
