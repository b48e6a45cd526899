"""Many real clients at once, and an engine that is killed in the middle of them."""

import socket
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx

from tests.e2e.serving import PATH, Serving, dial, import_contacts, make_token
from tests.scenarios.rate_limit_helpers import get_call_count, get_rate_limit_count

DIALERS = 12
CALLS_AN_HOUR = 60


def test_of_400_requests_of_one_user_from_64_threads_60_are_admitted_and_another_user_does_not_notice(
    tmp_path: Path,
) -> None:
    ana, bob = make_token(tmp_path, "ana"), make_token(tmp_path, "bob")
    barrier = threading.Barrier(64)

    def ask(engine: Serving, number: int) -> list[int]:
        with engine.client(ana) as client:
            barrier.wait()
            return [dial(client, "status").status_code for _ in range(400 // 64 + (number < 400 % 64))]

    with Serving(tmp_path) as engine, ThreadPoolExecutor(64) as threads, engine.client(bob) as other:
        asked = [threads.submit(ask, engine, number) for number in range(64)]
        others = [dial(other, "status").status_code for _ in range(30)]
        statuses = Counter(status for answers in asked for status in answers.result())
    assert statuses == {200: 60, 429: 340}
    assert others == [200] * 30
    assert get_rate_limit_count(tmp_path, "ana") == 60


class Dialer:
    """A client that asks as fast as it can, and remembers what it was promised."""

    def __init__(self, name: str, token: str) -> None:
        self.name = name
        self.token = token
        self.session: dict[str, Any] = {}
        self.calls: list[str] = []
        self.requests = 0

    def start(self, engine: Serving) -> None:
        with engine.client(self.token) as client:
            self.session = dial(client, "start").json()["session"]
            self.requests += 1

    def dial_until(self, engine: Serving, is_over: Callable[[], bool]) -> None:
        """Ask for contacts until it is over, the engine is gone, or the hour is used up."""
        with engine.client(self.token) as client:
            while not is_over():
                try:
                    answer = dial(client, "next-contact", sessionId=self.session["id"])
                except httpx.TransportError:
                    return
                assert answer.status_code in (200, 429), answer.text
                if answer.status_code == 429:
                    assert answer.json()["code"] == "calls_per_hour"
                    return
                self.requests += 1
                self.calls += answer.json()["callIds"]

    def limits(self, engine: Serving) -> dict[str, Any]:
        with engine.client(self.token) as client:
            answer = dial(client, "status", sessionId=self.session["id"]).json()
            self.requests += 1
        return {use["limitId"]: use for use in answer["limits"]} | {"session": answer["session"]}


def open_the_floor(engine: Serving, admin: str, dialers: list[Dialer]) -> None:
    """Room for every dialer, no gap between calls, and few enough calls that all are soon used up."""
    with engine.client(admin) as client:
        tenant = client.get("/v1/me").json()["tenantId"]
        limits = {"api.minute": 10_000, "api.hour": 10_000, "sessions.active": DIALERS}
        for limit, amount in (limits | {"calls.gap": 0, "calls.hour": CALLS_AN_HOUR}).items():
            edit = {"expectedRevision": 0, "reason": "load", "amount": amount}
            assert client.put(f"/v1/limits/tenant/{tenant}/{limit}", json=edit).status_code == 200
        for dialer in dialers:
            dialer.start(engine)
        for agent in client.get("/v1/floor").json()["agents"]:
            change = {"expectedRevision": agent["revision"], "reason": "load", "autoDialDelay": 0}
            assert client.patch(f"/v1/agents/{agent['id']}", json=change).status_code == 200


def test_an_engine_killed_under_load_has_logged_all_it_promised_and_goes_on_where_it_was(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    dialers = [Dialer(f"dialer {number}", make_token(data, f"dialer {number}")) for number in range(DIALERS)]
    admin = make_token(data, "ada", "admin")
    import_contacts(data, tmp_path / "leads.csv", DIALERS * (CALLS_AN_HOUR + 5))
    with Serving(data) as engine, ThreadPoolExecutor(DIALERS) as threads:
        open_the_floor(engine, admin, dialers)
        busy = [threads.submit(dialer.dial_until, engine, lambda: False) for dialer in dialers]
        gate = threading.Event()
        while sum(len(dialer.calls) for dialer in dialers) < DIALERS * CALLS_AN_HOUR // 3:
            gate.wait(0.001)
        engine.kill()
        for one in busy:
            one.result()
    for dialer in dialers:
        assert 0 <= get_call_count(data, dialer.session["id"]) - len(dialer.calls) <= 1, "one may have been under way"
        assert 0 <= get_rate_limit_count(data, dialer.name) - dialer.requests <= 1
    with Serving(data) as engine, ThreadPoolExecutor(DIALERS) as threads:
        for dialer in dialers:
            limits = dialer.limits(engine)
            assert limits["calls.hour"]["used"] == get_call_count(data, dialer.session["id"])
            assert limits["api.hour"]["used"] == get_rate_limit_count(data, dialer.name)
            for timer in ("started_at", "expires_at", "status"):
                assert limits["session"][timer] == dialer.session[timer]
        for one in [threads.submit(dialer.dial_until, engine, lambda: False) for dialer in dialers]:
            one.result()
        assert engine.said() == ""
    counts = {dialer.name: get_call_count(data, dialer.session["id"]) for dialer in dialers}
    assert counts == dict.fromkeys(counts, CALLS_AN_HOUR)
    promised = [call for dialer in dialers for call in dialer.calls]
    assert len(promised) == len(set(promised))


def test_clients_that_hang_up_in_the_middle_leave_no_trace_and_stop_nobody(tmp_path: Path) -> None:
    ana = make_token(tmp_path, "ana")
    sam = make_token(tmp_path, "sam", "supervisor")
    with Serving(tmp_path) as engine:
        with ExitStack() as stack:
            for _ in range(20):
                client = stack.enter_context(engine.client(ana))
                request = client.build_request(
                    "POST", "/functions/v1/power-dialer-controller", json={"action": "status"}
                )
                client.send(request, stream=True)
        with engine.client(sam) as boss:
            assert boss.get("/v1/floor").status_code == 200
        assert engine.stop() == 0
        assert engine.said() == ""


def test_bad_input_gets_its_answer_over_a_real_line_and_leaves_no_trace(tmp_path: Path) -> None:
    ana = make_token(tmp_path, "ana")
    with Serving(tmp_path) as engine, engine.client(ana) as client:
        for body, status in (
            (b"x" * 10_000_000, 413),
            (b'{"action": "status", "filler": "' + b"x" * 70_000 + b'"}', 413),
            (b"{", 400),
            (b"\x00" * 1_000, 400),
            (b'{"action": ["status"]}', 400),
            (b'{"action": "status"}', 200),
        ):
            answer = client.post(PATH, content=body, headers={"Content-Type": "application/json"})
            assert answer.status_code == status
            assert answer.json().get("code") == (None if status == 200 else "invalid_request")
        chunks = (b" " * 4_096 for _ in range(2_500))
        assert client.post(PATH, content=chunks).status_code == 413
        for nonsense in (b"GARBAGE\r\n\r\n", b"\x16\x03\x01\x02", b"POST / HTTP/9.9\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", int(engine.url.rsplit(":", 1)[1])), 5) as line:
                line.sendall(nonsense)
                line.shutdown(socket.SHUT_WR)
                assert b"Traceback" not in line.recv(65_536)
        assert dial(client, "status").status_code == 200
        assert "Traceback" not in engine.said()
