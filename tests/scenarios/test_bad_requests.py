"""What nobody should send: each field that is wrong is named with the client's own word, nothing is half applied."""

import asyncio
import logging
from typing import Any

import msgspec
import pytest

from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House, Message

JSON = {"content-type": "application/json"}
NESTED = b'{"reason":' * 20_000
READABLE = "must have letters in it, and no control characters"


def post(house: House, token: str, path: str, content: bytes, method: str = "POST") -> Answer:
    return house.send(Ask(method, path, {**JSON, "authorization": f"Bearer {token}"}, content))


@pytest.mark.parametrize("path", ["/v1/users", "/v1/limits/changes", "/functions/v1/power-dialer-controller"])
@pytest.mark.parametrize("content", [b"[" * 60_000, NESTED[:60_000], b'{"x":' + b"[" * 60_000])
def test_brackets_in_brackets_are_the_senders_mistake(
    house: House, ada: str, ana: str, path: str, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    answer = post(house, ana if "functions" in path else ada, path, content)
    assert (answer.status, answer.code) == (400, "invalid_request")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("path", ["/v1/users", "/v1/limits/changes", "/functions/v1/power-dialer-controller"])
@pytest.mark.parametrize(
    "content", [b'"\xff"', b'{"reason": "\xc9\x88\xff"}', b'{"\xed\xa0\x80": 1}'], ids=["text", "field", "name"]
)
def test_a_body_that_is_no_utf_8_is_the_senders_mistake(
    house: House, ada: str, ana: str, path: str, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    answer = post(house, ana if "functions" in path else ada, path, content)
    assert (answer.status, answer.code) == (400, "invalid_request")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize(
    ("method", "path", "field", "sentence"),
    [
        ("GET", "/v1/calls?limit=x", "limit", "limit: Expected `int`"),
        ("GET", "/v1/calls?from=yesterday", "from", "from must be a time with its zone"),
        ("GET", "/v1/calls?from=2026-01-01T00:00:00", "from", "from must have a zone"),
        ("GET", "/v1/sessions?q=" + "a" * 121, "q", "q: Expected `str` of length <= 120"),
        ("GET", "/v1/limits/diff", "from", "from is required"),
        ("GET", "/v1/limits/diff?from=1&to=99999999999999999999999", "to", "to: Expected"),
        ("GET", "/v1/limits/diff?from=99999999999999999999999", "from", "from: Expected"),
        ("POST", "/v1/imports", "file", "file is required"),
        ("DELETE", "/v1/do-not-call/internal/+12125550100", "reason", "reason is required"),
    ],
)
def test_a_query_that_cannot_be_read_is_named_as_it_was_asked(
    house: House, ada: str, method: str, path: str, field: str, sentence: str
) -> None:
    answer = post(house, ada, path, b"", method)
    assert (answer.status, answer.body["field"]) == (400, field)
    assert answer.body["error"].startswith(sentence)


@pytest.mark.parametrize(
    ("body", "field", "sentence"),
    [
        ({}, "name", "name is required"),
        ({"name": "x", "role": "dialer", "more": 1}, "more", "more is not known here; leave it out"),
        ({"name": "   ", "role": "dialer"}, "name", f"name {READABLE}"),
        ({"name": "a\x00b", "role": "dialer"}, "name", f"name {READABLE}"),
        ({"name": "a\r\nSet-Cookie: x", "role": "dialer"}, "name", f"name {READABLE}"),
        ({"name": "\u202egnp.exe", "role": "dialer"}, "name", f"name {READABLE}"),
    ],
)
def test_a_body_that_cannot_be_is_named_by_its_field(
    house: House, ada: str, body: dict[str, Any], field: str, sentence: str
) -> None:
    before = house.operate(ada, "GET", "/audit").raw
    answer = post(house, ada, "/v1/users", msgspec.json.encode(body))
    assert (answer.status, answer.body.get("field"), answer.body["error"]) == (400, field, sentence)
    assert house.operate(ada, "GET", "/audit").raw == before


@pytest.mark.parametrize("name", [" \t", "a\x00b", "\x1b[31m"])
def test_no_name_anywhere_is_blank_or_has_control_characters(house: House, ada: str, name: str) -> None:
    for path, body in {
        "/v1/users": {"name": name, "role": "dialer"},
        "/v1/tokens": {"user": name, "role": "dialer"},
        "/v1/campaigns": {"name": name},
        "/v1/tenants": {"name": name},
        "/v1/tiers": {"name": name, "reason": "a test"},
    }.items():
        token = OPERATOR_SECRET if path in ("/v1/tenants", "/v1/tiers") else ada
        answer = post(house, token, path, msgspec.json.encode(body))
        assert (answer.status, answer.body.get("field") in ("name", "user")) == (400, True), path


def test_a_reason_says_something(house: House, ada: str) -> None:
    for reason in ("     ", "a b", "because\x00"):
        answer = house.operate(ada, "PUT", "/calling-rules", mode="off", reason=reason)
        assert (answer.status, answer.body["field"]) == (400, "reason")
    assert house.operate(ada, "PUT", "/calling-rules", mode="off", reason="two lines:\nall right").status == 200


def test_no_body_is_a_sentence_too(house: House, ada: str) -> None:
    assert post(house, ada, "/v1/users", b"").body["error"] == "The body must be a JSON object"
    assert post(house, ada, "/v1/users", b"[]").body["error"].startswith("The body must be a JSON object (")


def test_a_user_is_the_same_one_with_a_space_behind_the_name(house: House, ada: str) -> None:
    made = [house.operate(ada, "POST", "/tokens", user=name, role="dialer").body for name in ("tom", " tom ")]
    assert made[0]["userId"] == made[1]["userId"]


def test_a_restore_wants_a_number_that_can_be(house: House, ada: str) -> None:
    for lost in (-1, 10**40):
        answer = house.operate(ada, "POST", "/backups/x.db/restore", reason="a test", callsLost=lost)
        assert (answer.status, answer.body["field"]) == (400, "callsLost")


def test_an_upload_that_stops_half_way_leaves_nothing_and_is_no_fault_of_ours(
    house: House, ada: str, caplog: pytest.LogCaptureFixture
) -> None:
    sent: list[Message] = []
    came: list[Message] = [
        {"type": "http.disconnect"},
        {"type": "http.request", "body": b"Name,Phone\nA,+12125550100\n", "more_body": True},
    ]

    async def receive() -> Message:
        return came.pop()

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Message = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/v1/imports",
        "raw_path": b"/v1/imports",
        "query_string": b"file=leads.csv",
        "root_path": "",
        "headers": [(b"authorization", f"Bearer {ada}".encode())],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8787),
        "state": {},
    }

    async def ask() -> None:
        await asyncio.wait_for(house.engine.application(scope, receive, send), 10)

    house.run(ask())
    assert sent[0]["status"] == 400
    assert not list(house.folder.imports.glob("*"))
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def test_a_name_of_a_file_is_one_line_without_a_path(house: House, ada: str) -> None:
    for asked, kept in (
        ("..%2f..%2fx.csv", "x.csv"),
        ("a%0d%0ab%00", "ab"),
        ("%2f", "contacts.csv"),
        ("%5c%5cs%5cy", "y"),
    ):
        assert post(house, ada, f"/v1/imports?file={asked}", b"Phone\n").body["file"] == kept


def test_the_document_tells_every_refusal_in_the_shape_it_has(house: House) -> None:
    document = house.send(Ask("GET", "/openapi.json", {}, b"")).body
    fields = document["components"]["schemas"]["ErrorBody"]["properties"]
    assert {"error", "code", "field", "rateLimitExceeded", "retryAfter"} <= set(fields)
    for path, item in document["paths"].items():
        for method, operation in item.items():
            refusals = {code: one for code, one in operation["responses"].items() if int(code) >= 400}
            assert {"401", "403", "404", "429", "503"} <= set(refusals), (method, path)
            shapes = {one["content"]["application/json"]["schema"]["$ref"] for one in refusals.values()}
            assert shapes == {"#/components/schemas/ErrorBody"}, (method, path)
    assert document["paths"]["/v1/imports"]["post"]["requestBody"]["content"] == {"text/csv": {}}


def test_a_method_that_a_page_does_not_have_is_told_which_it_has(house: House, ada: str) -> None:
    answer = post(house, ada, "/v1/backups", b"", "PUT")
    assert (answer.status, set(answer.headers["allow"].split(", "))) == (405, {"GET", "POST", "OPTIONS"})


def test_a_number_no_row_can_have_is_no_such_hold(house: House, ada: str) -> None:
    for number in ("9223372036854775808", "-1", "0", "9" * 400):
        for method, path in (
            ("DELETE", f"/v1/holds/{number}?reason=a+test"),
            ("POST", f"/v1/do-not-call/entries/{number}/lift"),
        ):
            answer = post(house, ada, path, b'{"reason":"a test"}' if method == "POST" else b"", method)
            assert (answer.status, answer.code) == (404, "not_found"), (path, answer)


@pytest.mark.parametrize(
    "path",
    [
        "/v1/holds/1",
        "/v1/do-not-call/internal/+12125550100",
        f"/v1/calling-rules/{'0' * 8}-0000-0000-0000-000000000000",
    ],
)
@pytest.mark.parametrize("reason", ["%20%20%20", "a%0Ab%00c", "%1b%5b31mred", "a%e2%80%aeb"])
def test_a_reason_in_a_query_is_held_to_what_a_bodys_is(house: House, ada: str, path: str, reason: str) -> None:
    answer = post(house, ada, f"{path}?reason={reason}", b"", "DELETE")
    assert (answer.status, answer.body["field"]) == (400, "reason"), answer
