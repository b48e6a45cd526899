"""A dialer against a real server that answers, refuses, hangs up, stalls and talks nonsense."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec
import pytest

from app.client.dialer import DialerClient
from app.client.dialer_pool import DialerPool
from app.client.dialer_requests import CallStatus, DialerRequest, Disposition, NextContact, Pause, Resume, Start, Status
from app.client.dialer_requests import Stop as StopRequest
from app.client.outcomes import Answered, Limited, Refused, Unreachable
from app.client.retry import Patience, RetryPolicy
from tests.fakes.loopback_engine import Asked, LoopbackEngine, reply
from tests.fakes.wire_answers import (
    SESSION_ID,
    call_answer,
    handed_out,
    limited,
    refusal,
    session_answer,
    started,
    status_answer,
)

T = TypeVar("T")
PATH = "/functions/v1/power-dialer-controller"


def talk(url: str, dialogue: Callable[[DialerClient], Coroutine[None, None, T]], *, connections: int = 8) -> T:
    async def run() -> T:
        pool = DialerPool(url, connections=connections, timeout_s=5.0)
        try:
            return await dialogue(DialerClient(pool, "secret-token"))
        finally:
            await pool.close()

    return asyncio.run(run())


def serve_all(asked: Asked) -> bytes:
    body = msgspec.json.decode(asked.body)
    answers: dict[str, object] = {
        "start": started(),
        "next-contact": handed_out(["c1"]),
        "call-status": call_answer("c1", "ringing"),
        "status": status_answer(None),
    }
    return reply(200, answers.get(body["action"], session_answer()))


def test_every_action_is_the_specified_body_and_its_answer_is_typed() -> None:
    async def dialogue(dialer: DialerClient) -> list[str]:
        outcomes = [
            await dialer.start("power", campaign_id="camp"),
            await dialer.next_contact(SESSION_ID, "predictive", 3),
            await dialer.call_status("c1", "completed", 61),
            await dialer.disposition(SESSION_ID, "k1", "interested", call_id="c1", notes="call back", duration=61),
            await dialer.pause(SESSION_ID),
            await dialer.resume(SESSION_ID),
            await dialer.stop(SESSION_ID),
            await dialer.status(),
        ]
        return [type(o.answer).__name__ if isinstance(o, Answered) else str(o) for o in outcomes]

    with LoopbackEngine(serve_all) as engine:
        names = talk(engine.url, dialogue)
    assert names == ["StartAnswer", "NextContactAnswer", "CallAnswer", *["SessionAnswer"] * 4, "StatusAnswer"]
    assert [msgspec.json.decode(asked.body) for asked in engine.asked] == [
        {"action": "start", "mode": "power", "campaignId": "camp"},
        {"action": "next-contact", "sessionId": SESSION_ID, "mode": "predictive", "lines": 3},
        {"action": "call-status", "callId": "c1", "status": "completed", "duration": 61},
        {
            "action": "disposition",
            "sessionId": SESSION_ID,
            "contactId": "k1",
            "disposition": "interested",
            "callId": "c1",
            "notes": "call back",
            "duration": 61,
        },
        {"action": "pause", "sessionId": SESSION_ID},
        {"action": "resume", "sessionId": SESSION_ID},
        {"action": "stop", "sessionId": SESSION_ID},
        {"action": "status"},
    ]
    assert {(asked.method, asked.path) for asked in engine.asked} == {("POST", PATH)}
    assert {asked.headers["authorization"] for asked in engine.asked} == {"Bearer secret-token"}


@pytest.mark.parametrize(
    ("request_", "keyed"),
    [
        (Start(), True),
        (NextContact(session_id=SESSION_ID), True),
        (Disposition(session_id=SESSION_ID, contact_id="k", disposition="answered"), True),
        (Pause(session_id=SESSION_ID), False),
        (Resume(session_id=SESSION_ID), False),
        (StopRequest(session_id=SESSION_ID), False),
        (CallStatus(call_id="c1", status="ringing"), False),
        (Status(), False),
    ],
)
def test_only_what_would_be_charged_twice_carries_an_idempotency_key(request_: DialerRequest, keyed: bool) -> None:
    with LoopbackEngine(serve_all) as engine:
        outcome = talk(engine.url, lambda dialer: dialer.ask(request_))
    assert isinstance(outcome, Answered)
    assert ("idempotency-key" in engine.asked[0].headers) is keyed


def test_one_connection_serves_many_requests() -> None:
    async def dialogue(dialer: DialerClient) -> None:
        for _ in range(50):
            assert isinstance(await dialer.status(), Answered)

    with LoopbackEngine(serve_all) as engine:
        talk(engine.url, dialogue)
    assert engine.connections == 1


def test_a_thousand_dialers_share_the_few_connections_of_the_pool_and_get_their_own_answers() -> None:
    def echo(asked: Asked) -> bytes:
        return reply(200, handed_out([msgspec.json.decode(asked.body)["sessionId"]]))

    async def ask(dialer: DialerClient, number: int) -> bool:
        outcome = await dialer.next_contact(str(number))
        return isinstance(outcome, Answered) and outcome.answer.call_id == str(number)

    async def dialogue(dialer: DialerClient) -> list[bool]:
        return await asyncio.gather(*(ask(dialer, number) for number in range(1_000)))

    with LoopbackEngine(echo) as engine:
        right = talk(engine.url, dialogue, connections=4)
    assert right == [True] * 1_000
    assert engine.connections <= 4


def test_a_429_is_limited_and_says_what_and_how_long() -> None:
    with LoopbackEngine(lambda _: reply(429, limited("calls_per_hour", 42), Retry_After="42")) as engine:
        outcome = talk(engine.url, lambda dialer: dialer.next_contact(SESSION_ID))
    assert isinstance(outcome, Limited)
    assert (outcome.body.code, outcome.body.retry_after) == ("calls_per_hour", 42)


def test_a_proxys_429_without_json_still_tells_its_header() -> None:
    with LoopbackEngine(lambda _: reply(429, b"<h1>slow down</h1>", Retry_After="7")) as engine:
        outcome = talk(engine.url, lambda dialer: dialer.status())
    assert isinstance(outcome, Limited)
    assert (outcome.body.code, outcome.body.retry_after) == ("unreadable", 7)


@pytest.mark.parametrize(("status", "code"), [(400, "invalid_request"), (404, "not_found"), (503, "unavailable")])
def test_other_refusals_carry_their_status_and_words(status: int, code: str) -> None:
    with LoopbackEngine(lambda _: reply(status, refusal(code))) as engine:
        outcome = talk(engine.url, lambda dialer: dialer.pause(SESSION_ID))
    assert outcome == Refused(status=status, body=refusal(code))


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x00\xff\xfe garbage",
        reply(200, started())[:-20],
        reply(200, b"not json at all"),
        reply(200, {"success": True}),
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + b"x" * (5 * 1024 * 1024),
        None,
    ],
    ids=["other protocol", "binary", "cut short", "no JSON", "another shape", "endless", "hang-up"],
)
def test_nonsense_and_hang_ups_are_unreachable_and_never_raise(answer: bytes | None) -> None:
    with LoopbackEngine(lambda _: answer, hang_up_after=True) as engine:
        outcome = talk(engine.url, lambda dialer: dialer.start())
    assert isinstance(outcome, Unreachable)
    assert outcome.sentence


def test_no_engine_at_all_is_unreachable() -> None:
    with LoopbackEngine(serve_all) as engine:
        url = engine.url
    outcome = talk(url, lambda dialer: dialer.status())
    assert isinstance(outcome, Unreachable)
    assert url in outcome.sentence


def test_an_engine_that_never_answers_is_unreachable_after_the_timeout() -> None:
    over = threading.Event()

    def stall(_: Asked) -> None:
        over.wait(10)

    async def dialogue() -> object:
        pool = DialerPool(engine.url, timeout_s=0.05)
        return await DialerClient(pool, "t").status()

    with LoopbackEngine(stall) as engine:
        outcome = asyncio.run(dialogue())
        over.set()
    assert outcome == Unreachable(sentence=f"The engine at {engine.url} did not answer in time")


def test_a_connection_that_the_server_closed_while_idle_is_replaced_unseen() -> None:
    async def dialogue(dialer: DialerClient) -> list[bool]:
        first = await dialer.status()
        await asyncio.to_thread(engine.hang_up)
        return [isinstance(outcome, Answered) for outcome in (first, await dialer.status())]

    with LoopbackEngine(serve_all) as engine:
        assert talk(engine.url, dialogue) == [True, True]
    assert engine.connections == 2


def test_an_answer_that_comes_after_its_asker_gave_up_is_never_taken_for_the_next_ones() -> None:
    asked_once, answer_now = threading.Event(), threading.Event()

    def late_first(asked: Asked) -> bytes:
        session_id = msgspec.json.decode(asked.body)["sessionId"]
        if session_id == "first":
            asked_once.set()
            answer_now.wait(10)
        return reply(200, handed_out([session_id]))

    async def dialogue(dialer: DialerClient) -> object:
        first = asyncio.create_task(dialer.next_contact("first"))
        await asyncio.to_thread(asked_once.wait, 10)
        first.cancel()
        answer_now.set()
        return await dialer.next_contact("second")

    with LoopbackEngine(late_first) as engine:
        outcome = talk(engine.url, dialogue, connections=1)
    assert outcome == Answered(answer=handed_out(["second"]))


@dataclass(slots=True)
class Naps:
    """A clock for retries: notes how long it was asked to wait and returns at once."""

    taken: list[float] = field(default_factory=list)

    async def nap(self, seconds: float) -> None:
        self.taken.append(seconds)


def patient_talk(answers: list[bytes | None]) -> tuple[object, list[float], list[Asked]]:
    naps = Naps()
    patience = Patience(policy=RetryPolicy(first_step_s=1.0, tries=4), draw=lambda: 0.5, sleep=naps.nap)
    left = iter(answers)

    async def dialogue() -> object:
        pool = DialerPool(engine.url)
        try:
            return await DialerClient(pool, "t", patience).next_contact(SESSION_ID)
        finally:
            await pool.close()

    with LoopbackEngine(lambda _: next(left)) as engine:
        outcome = asyncio.run(dialogue())
    return outcome, naps.taken, engine.asked


def test_a_patient_dialer_waits_as_told_and_repeats_the_same_key() -> None:
    refused = reply(429, limited("call_gap", 2), Retry_After="2")
    broken = reply(503, refusal("unavailable"))
    outcome, naps, asked = patient_talk([refused, broken, reply(200, handed_out(["c1"]))])
    assert outcome == Answered(answer=handed_out(["c1"]))
    assert naps == [2.0, 1.0]
    assert len({request.headers["idempotency-key"] for request in asked}) == 1


def test_a_patient_dialer_gives_up_when_its_budget_is_spent() -> None:
    outcome, naps, asked = patient_talk([reply(429, limited("calls_per_hour", 3))] * 4)
    assert isinstance(outcome, Limited)
    assert (naps, len(asked)) == ([3.0, 3.0, 3.0], 4)


def test_a_patient_dialer_does_not_wait_for_an_expired_session() -> None:
    outcome, naps, asked = patient_talk([reply(429, limited("session_expired", None))])
    assert isinstance(outcome, Limited)
    assert (naps, len(asked)) == ([], 1)


def test_a_patient_dialer_tries_again_after_a_hang_up() -> None:
    outcome, naps, _ = patient_talk([None, reply(200, handed_out(["c1"]))])
    assert isinstance(outcome, Answered)
    assert naps == [0.5]


@pytest.mark.parametrize("token", ["with\r\nHost: evil", "tokén"])
def test_a_token_that_would_forge_a_header_is_not_taken(token: str) -> None:
    with pytest.raises(ValueError, match="Authorization"):
        DialerClient(DialerPool("http://127.0.0.1:1"), token)


@pytest.mark.parametrize("url", ["127.0.0.1:8787", "ftp://x", "http://"])
def test_an_address_that_is_none_is_said_to_be_none(url: str) -> None:
    with pytest.raises(ValueError, match="looks like"):
        DialerPool(url)
