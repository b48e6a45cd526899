"""The window's questions against a real server: the right route, the right body, and every way to fail."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from app.client.errors import GatewayRefused, GatewayUnreachable
from app.client.gateway import Gateway
from app.wire.alerts import AgentAlertThresholds, AlertThresholds, EditAlertSettings, QuietHours
from app.wire.base import EPOCH
from app.wire.errors import ErrorBody
from app.wire.log import LogFilter
from app.wire.operator import CreateToken, EditAgent, EditLimit, Me, TenantItem
from tests.fakes.loopback_engine import Asked, LoopbackEngine, reply
from tests.fakes.wire_answers import NOON, refusal, snapshot

ME = Me(tenant_id="t", tenant="Northgate", user="Ada", role="admin", may=["floor"], tenants=[])
EDIT = EditAgent(expected_revision=4, reason="too fast", max_calls_per_hour=80)
QUIETER = EditAlertSettings(
    expected_revision=0,
    reason="nights",
    thresholds=AlertThresholds(near_limit_percent=90),
    quiet_hours=QuietHours(start="22:00", end="07:00"),
    agents=[AgentAlertThresholds(agent_id="a", refusals_per_hour=None)],
)
AMOUNT = EditLimit(expected_revision=4, reason="pilot", amount=None)

Question = Callable[[Gateway], object]

# Answers of another shape than asked for are unreachable, so each question is told apart from its answer.
ROUTES: list[tuple[Question, str, str, object]] = [
    (lambda g: g.me(), "GET", "/v1/me", None),
    (lambda g: g.create_tenant("New"), "POST", "/v1/tenants", {"name": "New"}),
    (lambda g: g.floor(), "GET", "/v1/floor", None),
    (lambda g: g.agent("a/../b"), "GET", "/v1/agents/a%2F..%2Fb", None),
    (
        lambda g: g.edit_agent("a", EDIT),
        "PATCH",
        "/v1/agents/a",
        {"expectedRevision": 4, "reason": "too fast", "maxCallsPerHour": 80},
    ),
    (lambda g: g.limits(), "GET", "/v1/limits", None),
    (
        lambda g: g.edit_limit("tenant", "t", "calls.hour", AMOUNT),
        "PUT",
        "/v1/limits/tenant/t/calls.hour",
        {"expectedRevision": 4, "reason": "pilot", "amount": None, "enforcement": "enforce"},
    ),
    (
        lambda g: g.edit_limit("system", None, "api.minute", AMOUNT),
        "PUT",
        "/v1/limits/system/system/api.minute",
        {"expectedRevision": 4, "reason": "pilot", "amount": None, "enforcement": "enforce"},
    ),
    (lambda g: g.sessions(), "GET", "/v1/sessions", None),
    (lambda g: g.sessions("paused"), "GET", "/v1/sessions?status=paused", None),
    (lambda g: g.pause_session("s", "lunch"), "POST", "/v1/sessions/s/pause", {"reason": "lunch"}),
    (lambda g: g.resume_session("s", "back"), "POST", "/v1/sessions/s/resume", {"reason": "back"}),
    (lambda g: g.end_session("s", "late"), "POST", "/v1/sessions/s/end", {"reason": "late"}),
    (
        lambda g: g.calls(since=EPOCH, until=NOON, agent_id="a", session_id="s", cursor="c+/", limit=50),
        "GET",
        "/v1/calls?cursor=c%2B%2F&limit=50&from=1970-01-01T00%3A00%3A00Z&to=2026-11-24T12%3A00%3A00Z&agentId=a&sessionId=s",
        None,
    ),
    (lambda g: g.refusals(agent_id="a"), "GET", "/v1/refusals?agentId=a", None),
    (
        lambda g: g.log.calls(LogFilter(since=EPOCH, number="+1 2", status="busy", code="call_gap"), "c", 9),
        "GET",
        "/v1/calls?from=1970-01-01T00%3A00%3A00Z&status=busy&number=%2B1+2&limit=9&cursor=c",
        None,
    ),
    (
        lambda g: g.log.refusals(LogFilter(session_id="s", code="call_gap", status="busy")),
        "GET",
        "/v1/refusals?sessionId=s&code=call_gap&limit=200",
        None,
    ),
    (lambda g: g.log.call("a/b"), "GET", "/v1/calls/a%2Fb", None),
    (lambda g: g.log.refusal("r"), "GET", "/v1/refusals/r", None),
    (lambda g: g.log.monitoring(), "GET", "/v1/monitoring", None),
    (lambda g: g.log.choices(), "GET", "/v1/log-choices", None),
    (lambda g: g.audit(limit=5), "GET", "/v1/audit?limit=5", None),
    (lambda g: g.users(), "GET", "/v1/users", None),
    (
        lambda g: g.alerts(state="open", since=EPOCH, agent_id="a", cursor="c", limit=9),
        "GET",
        "/v1/alerts?cursor=c&limit=9&from=1970-01-01T00%3A00%3A00Z&state=open&agentId=a",
        None,
    ),
    (lambda g: g.alert("i"), "GET", "/v1/alerts/i", None),
    (lambda g: g.acknowledge_alert("i", "on it"), "POST", "/v1/alerts/i/acknowledge", {"note": "on it"}),
    (
        lambda g: g.snooze_alert("i", NOON),
        "POST",
        "/v1/alerts/i/snooze",
        {"until": "2026-11-24T12:00:00Z", "note": None},
    ),
    (lambda g: g.resolve_alert("i", "done"), "POST", "/v1/alerts/i/resolve", {"note": "done"}),
    (lambda g: g.alert_settings(), "GET", "/v1/alert-settings", None),
    (
        lambda g: g.edit_alert_settings(QUIETER),
        "PUT",
        "/v1/alert-settings",
        {
            "expectedRevision": 0,
            "reason": "nights",
            "thresholds": {
                "nearLimitPercent": 90,
                "refusalsPerHour": 1,
                "sessionAgePercents": [80, 90, 100],
                "abandonmentBasisPoints": [200, 250, 300],
            },
            "quietHours": {"start": "22:00", "end": "07:00"},
            "agents": [{"agentId": "a", "refusalsPerHour": None}],
        },
    ),
    (
        lambda g: g.history.page(status="ended", since=NOON, text="ann b", cursor="1.2", limit=50),
        "GET",
        "/v1/sessions?limit=50&status=ended&q=ann+b&cursor=1.2&from=2026-11-24T12%3A00%3A00Z",
        None,
    ),
    (lambda g: g.history.session("s"), "GET", "/v1/sessions/s", None),
    (lambda g: g.tokens(), "GET", "/v1/tokens", None),
    (
        lambda g: g.create_token(CreateToken(user="Leon", role="dialer")),
        "POST",
        "/v1/tokens",
        {"user": "Leon", "role": "dialer"},
    ),
    (lambda g: g.revoke_token("k"), "DELETE", "/v1/tokens/k", None),
    (lambda g: g.campaigns(), "GET", "/v1/campaigns", None),
    (lambda g: g.jobs(), "GET", "/v1/jobs", None),
    (lambda g: g.run_job("expire sessions"), "POST", "/v1/jobs/expire%20sessions/run", None),
]


@pytest.mark.parametrize(("question", "method", "path", "body"), ROUTES)
def test_each_question_goes_to_its_route_and_a_refusal_is_the_engines_own_words(
    question: Question, method: str, path: str, body: object
) -> None:
    no = refusal("forbidden")
    with (
        LoopbackEngine(lambda _: reply(403, no)) as engine,
        closing(Gateway(engine.url, "tok", "ten")) as gateway,
        pytest.raises(GatewayRefused) as raised,
    ):
        question(gateway)
    assert (raised.value.status, raised.value.body, str(raised.value)) == (403, no, no.error)
    [asked] = engine.asked
    assert (asked.method, asked.path) == (method, path)
    assert (msgspec.json.decode(asked.body) if asked.body else None) == body
    assert asked.headers["authorization"] == "Bearer tok"
    assert asked.headers["x-dialfloor-tenant"] == "ten"


def test_answers_come_back_typed() -> None:
    answers = {"/v1/me": ME, "/v1/floor": snapshot(3), "/v1/tenants": TenantItem(id="t", name="New")}
    with (
        LoopbackEngine(lambda asked: reply(200, answers[asked.path])) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
    ):
        assert gateway.me() == ME
        assert gateway.floor() == snapshot(3)
        assert gateway.create_tenant("New") == answers["/v1/tenants"]
    assert "x-dialfloor-tenant" not in engine.asked[0].headers


def test_an_edit_that_lost_a_race_brings_both_values() -> None:
    lost = ErrorBody(
        error="Changed by Ben", code="conflict", rate_limit_exceeded=False, current={"a": 1}, yours={"a": 2}
    )
    with (
        LoopbackEngine(lambda _: reply(409, lost)) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
        pytest.raises(GatewayRefused) as raised,
    ):
        gateway.edit_agent("a", EDIT)
    assert (raised.value.body.current, raised.value.body.yours) == ({"a": 1}, {"a": 2})


def test_a_204_is_an_answer_to_what_has_none() -> None:
    with LoopbackEngine(lambda _: reply(204, b"")) as engine, closing(Gateway(engine.url, "t")) as gateway:
        gateway.revoke_token("k")
    assert len(engine.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        b"not HTTP\r\n\r\n",
        reply(200, ME)[:-9],
        reply(200, b"<html>"),
        reply(200, {"user": 1}),
        reply(200, b"\xff"),
        None,
    ],
)
def test_what_speaks_no_protocol_of_ours_is_unreachable(answer: bytes | None) -> None:
    with (
        LoopbackEngine(lambda _: answer, hang_up_after=True) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
        pytest.raises(GatewayUnreachable, match="engine"),
    ):
        gateway.me()


def test_a_proxys_error_page_is_a_refusal_without_words() -> None:
    with (
        LoopbackEngine(lambda _: reply(502, b"<html>")) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
        pytest.raises(GatewayRefused) as raised,
    ):
        gateway.me()
    assert (raised.value.status, raised.value.body.code) == (502, "unreadable")


def test_an_engine_that_is_gone_or_silent_is_unreachable() -> None:
    over = threading.Event()

    def stall(_: Asked) -> None:
        over.wait(10)

    with LoopbackEngine(stall) as engine, closing(Gateway(engine.url, "t", timeout=0.05)) as gateway:
        with pytest.raises(GatewayUnreachable, match="in time"):
            gateway.me()
        over.set()
    with closing(Gateway(engine.url, "t")) as gateway, pytest.raises(GatewayUnreachable, match="cannot be reached"):
        gateway.me()


@pytest.mark.parametrize(
    ("answer", "healthy"), [(reply(200, {"status": "ok"}), True), (reply(503, refusal("x")), False), (None, False)]
)
def test_health_is_a_plain_yes_or_no(answer: bytes | None, healthy: bool) -> None:
    with LoopbackEngine(lambda _: answer) as engine, closing(Gateway(engine.url, "t")) as gateway:
        assert gateway.health() is healthy


def test_many_threads_may_ask_one_gateway_and_each_gets_its_own_answer() -> None:
    def echo(asked: Asked) -> bytes:
        return reply(200, TenantItem(id="t", name=msgspec.json.decode(asked.body)["name"]))

    names = [f"tenant {number}" for number in range(200)]
    with (
        LoopbackEngine(echo) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
        ThreadPoolExecutor(16) as threads,
    ):
        made = list(threads.map(lambda name: gateway.create_tenant(name).name, names))
    assert made == names


CSV = b"time,agent\r\n" + b"2026-11-24T12:00:00Z,Leon\r\n" * 40_000


def test_an_export_is_saved_whole_and_its_progress_told(tmp_path: Path) -> None:
    target, told = tmp_path / "calls.csv", list[int]()
    with LoopbackEngine(lambda _: reply(200, CSV)) as engine, closing(Gateway(engine.url, "t")) as gateway:
        gateway.exports.save("e", target, told.append)
    assert target.read_bytes() == CSV
    assert told == sorted(told)
    assert told[-1] == len(CSV)
    assert engine.asked[0].path == "/v1/exports/e/file"
    assert list(tmp_path.iterdir()) == [target]


def test_a_download_that_breaks_leaves_the_older_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "calls.csv"
    target.write_bytes(b"older")
    cut = reply(200, CSV)[:-5_000]
    with (
        LoopbackEngine(lambda _: cut, hang_up_after=True) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
        pytest.raises(GatewayUnreachable),
    ):
        gateway.exports.save("e", target)
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


def test_a_refused_export_leaves_no_file(tmp_path: Path) -> None:
    with (
        LoopbackEngine(lambda _: reply(404, refusal("not_found"))) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
        pytest.raises(GatewayRefused),
    ):
        gateway.exports.save("e", tmp_path / "calls.csv", None)
    assert list(tmp_path.iterdir()) == []


class Cancelled(Exception):
    """What a window raises from its progress bar when the person presses Cancel."""


def test_a_progress_bar_that_raises_cancels_the_download(tmp_path: Path) -> None:
    def cancel(_: int) -> None:
        raise Cancelled

    with (
        LoopbackEngine(lambda _: reply(200, CSV)) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
        pytest.raises(Cancelled),
    ):
        gateway.exports.save("e", tmp_path / "calls.csv", cancel)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_will_not_take_the_file_says_so(tmp_path: Path) -> None:
    with (
        LoopbackEngine(lambda _: reply(200, CSV)) as engine,
        closing(Gateway(engine.url, "t")) as gateway,
        pytest.raises(OSError, match="such folder"),
    ):
        gateway.exports.save("e", tmp_path / "no such folder" / "calls.csv")


def test_a_token_that_was_pasted_wrongly_is_refused_like_a_wrong_one() -> None:
    with (
        LoopbackEngine(lambda _: reply(200, ME)) as engine,
        closing(Gateway(engine.url, "tok\u00e9n\n")) as gateway,
        pytest.raises(GatewayRefused, match="paste it again") as raised,
    ):
        gateway.me()
    assert (raised.value.status, raised.value.body.code, engine.asked) == (401, "unauthorized", [])


@pytest.mark.parametrize("url", ["not a url", "http://[", "ftp://127.0.0.1", "http://127.0.0.1:99999", ""])
def test_an_address_that_is_none_is_unreachable_and_not_a_crash(url: str) -> None:
    with closing(Gateway(url, "t")) as gateway, pytest.raises(GatewayUnreachable, match="looks like"):
        gateway.me()
