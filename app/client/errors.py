"""The two ways in which asking an engine can fail: it said no, or it could not be asked."""

import re

import msgspec

from app.wire.errors import ErrorBody


class GatewayRefused(Exception):
    """The engine answered, and the answer is no.

    Attributes:
        status: the HTTP status, 4xx or 5xx.
        body: the engine's own words; `body.error` is a sentence for a person.
    """

    def __init__(self, status: int, body: ErrorBody) -> None:
        super().__init__(body.error)
        self.status = status
        self.body = body


class GatewayUnreachable(Exception):
    """No engine answered, or what answered does not speak this protocol; `str()` is a sentence for a person."""


_NUMBERS = re.compile(r"\[(?:Errno -?\d+|SSL: \w+)\] | \(_ssl\.c:\d+\)")
"""What libraries put around the system's words for programmers."""


def why_lost(lost: Exception) -> str:
    """Why a connection failed, in the system's words without its numbers."""
    words = _NUMBERS.sub("", str(lost)) or type(lost).__name__
    if "wrong version number" in words:
        return "it speaks HTTP without TLS; write http:// instead of https://"
    return words


def read_error_body(status: int, content: bytes) -> ErrorBody:
    """The `ErrorBody` of an answer; a body that is not one (a proxy's page) becomes code `unreadable`."""
    try:
        return msgspec.json.decode(content, type=ErrorBody)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        sentence = f"The answer was status {status} without a reason that this program can read"
        return ErrorBody(error=sentence, code="unreadable", rate_limit_exceeded=status == 429)
