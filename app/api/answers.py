"""Outcome to status, in one table; and the bytes of an answer."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, NamedTuple

import msgspec

from app.controller.outcomes import Conflict, Denied, Failure, Invalid, Limited, Missing
from app.engine.value import SECOND, Instant, seconds_until
from app.engine.verdict import Refused
from app.wire.base import utc
from app.wire.errors import ErrorBody

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

STATUS: dict[type, int] = {Limited: 429, Invalid: 400, Missing: 404, Conflict: 409, Denied: 403}
"""The one table of wire.md's "Answers other than 200"."""

_encode = msgspec.json.Encoder().encode


class Answer(NamedTuple):
    """What goes back: a status, a JSON body, and headers beside the content's own."""

    status: int
    body: bytes
    headers: Headers


def done(answer: object) -> Answer:
    """A success."""
    return Answer(200, _encode(answer), [])


def problem(status: int, code: str, sentence: str, field: str | None = None, headers: Headers | None = None) -> Answer:
    """A failure that is no outcome of a use case: bad JSON, no token, a store that cannot answer."""
    body = ErrorBody(
        error=sentence,
        code=code,
        rate_limit_exceeded=status == 429,
        field=field or msgspec.UNSET,
    )
    return Answer(status, _encode(body), headers or [])


def failed(failure: Failure, now: Instant) -> Answer:
    """A failure of a use case."""
    match failure:
        case Limited(refused=refused):
            return limited(refused, now)
        case Invalid(field=field, sentence=sentence):
            return problem(STATUS[Invalid], "invalid_request", sentence, field)
        case Missing(what=what):
            return problem(STATUS[Missing], "not_found", f"There is no such {what} in this tenant")
        case Denied(sentence=sentence):
            return problem(STATUS[Denied], "forbidden", sentence)
        case Conflict(sentence=sentence, current=current, yours=yours):
            body = ErrorBody(
                error=sentence,
                code="conflict",
                rate_limit_exceeded=False,
                current=current if current is not None else msgspec.UNSET,
                yours=yours if yours is not None else msgspec.UNSET,
            )
            return Answer(STATUS[Conflict], _encode(body), [])


def limited(refused: Refused, now: Instant) -> Answer:
    """429: the limit, what is used of it, and the instant from which a retry is admitted, if waiting helps."""
    retry_at = refused.retry_at
    retry_after = None if retry_at is None else max(1, seconds_until(retry_at, now))
    body = ErrorBody(
        error=refused.limit.sentence,
        code=refused.code,
        rate_limit_exceeded=True,
        retry_after=msgspec.UNSET if retry_after is None else retry_after,
        limit=refused.limit.amount,
        used=refused.used,
        reset_at=msgspec.UNSET if retry_at is None else utc(retry_at),
        limit_id=refused.limit.limit_id.value,
    )
    headers: Headers = [
        (b"x-ratelimit-limit", b"%d" % refused.limit.amount),
        (b"x-ratelimit-remaining", b"0"),
    ]
    if retry_after is not None and retry_at is not None:
        headers.append((b"retry-after", b"%d" % retry_after))
        headers.append((b"x-ratelimit-reset", b"%d" % -(-retry_at // SECOND)))
    return Answer(429, _encode(body), headers)


def unauthorized(retry_after: int | None) -> Answer:
    """401, or 429 for an address that has failed too often."""
    if retry_after is None:
        sentence = "A valid token is required: send Authorization: Bearer <token>"
        return problem(401, "unauthorized", sentence, headers=[(b"www-authenticate", b"Bearer")])
    sentence = "Too many requests without a valid token from this address"
    answer = problem(429, "unauthenticated_requests", sentence, headers=[(b"retry-after", b"%d" % retry_after)])
    body = msgspec.json.decode(answer.body, type=dict[str, object])
    return answer._replace(body=_encode({**body, "retryAfter": retry_after, "limitId": "auth.minute"}))


async def send_answer(send: Send, answer: Answer, headers: Headers) -> None:
    """Send an answer with `headers` beside its own."""
    await send(
        {
            "type": "http.response.start",
            "status": answer.status,
            "headers": [
                (b"content-type", b"application/json"),
                (b"content-length", b"%d" % len(answer.body)),
                *answer.headers,
                *headers,
            ],
        }
    )
    await send({"type": "http.response.body", "body": answer.body})
