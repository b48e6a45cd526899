"""The dialer path without ASGI between: uvicorn's protocol, which answers a plain request of a dialer by itself.

A task, a scope and two checked sends cost more than the decision that they carry. So a request that is small, whole in
its headers and first in its line is decided where its last byte is parsed, and its answer leaves in one write.
Everything else goes uvicorn's own way, to the same `DialerPath`.
"""

from typing import cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

from app.api.answers import Answer, Headers
from app.api.bodies import BODY_BYTES
from app.api.dialer import CORS, PATH, DialerPath, Request
from app.api.patience import PatientProtocol
from app.api.server import Application

_PATH = PATH.encode()
_UNDER = _PATH + b"/"
_HEAD = b"content-type: application/json\r\ncontent-length: %d\r\n"


class DirectProtocol(PatientProtocol):
    """One connection. Bound to the insides of uvicorn's protocol that tests/contract/test_direct.py holds still."""

    def on_headers_complete(self) -> None:
        """A request has told its headers: whoever will answer it is chosen."""
        application = self.app
        if isinstance(application, Application) and (self.url == _PATH or self.url.startswith(_UNDER)):
            headers = dict(self.headers)
            if self._is_plain(headers):
                direct = DirectCycle(self, application.dialer, headers)
                # uvicorn asks of a request under way only what DirectCycle has.
                self.cycle = cast("RequestResponseCycle", direct)
                return
        super().on_headers_complete()

    def _is_plain(self, headers: dict[bytes, bytes]) -> bool:
        """Whether nothing has to be waited for but the body, and nobody before it."""
        parser, length = self.parser, headers.get(b"content-length", b"")
        before = cast("RequestResponseCycle | None", self.cycle)
        return (
            length.isdigit()
            and int(length) <= BODY_BYTES
            and b"idempotency-key" not in headers
            and b"transfer-encoding" not in headers
            and b"expect" not in headers
            and b"?" not in self.url
            and b"%" not in self.url
            and parser.get_method() == b"POST"
            and parser.get_http_version() == "1.1"
            and parser.should_keep_alive()
            and not parser.should_upgrade()
            and (before is None or before.response_complete)
            and not self.flow.write_paused
        )

    def write_answer(self, answer: Answer, headers: Headers, *, keep_alive: bool) -> None:
        """Send an answer in one piece; nobody hears it if the client has gone."""
        if self.transport.is_closing():
            return
        parts = [STATUS_LINE[answer.status]]
        for name, value in self.server_state.default_headers:
            parts += (name, b": ", value, b"\r\n")
        parts.append(_HEAD % len(answer.body))
        for name, value in (*answer.headers, *headers):
            parts += (name, b": ", value, b"\r\n")
        if not keep_alive:
            parts.append(b"connection: close\r\n")
        parts += (b"\r\n", answer.body)
        self.transport.write(b"".join(parts))
        if not keep_alive:
            self.transport.close()
        self.on_response_complete()


class DirectCycle:
    """A request under way, with the names that uvicorn's protocol asks of one.

    It is its own `message_event`: uvicorn sets that whenever a piece of the body has come or the client has gone.
    """

    def __init__(self, protocol: DirectProtocol, dialer: DialerPath, headers: dict[bytes, bytes]) -> None:
        self.body = bytearray()
        self.more_body = True
        self.disconnected = False
        self.response_started = False
        self.response_complete = False
        self.keep_alive = True
        self._protocol = protocol
        self._dialer = dialer
        self._headers = headers
        self._is_begun = False

    @property
    def message_event(self) -> "DirectCycle":
        """Itself; not kept, or each request would be its own ring, and wait for the collector."""
        return self

    def set(self) -> None:
        """Decide, once the body is whole."""
        if self.more_body or self._is_begun:
            return
        self._is_begun = True
        protocol = self._protocol
        request = Request(
            headers=self._headers,
            address=protocol.client[0] if protocol.client is not None else "",
            name=protocol.url[len(_PATH) + 1 :].decode("latin-1"),
            body=bytes(self.body),
        )
        self._dialer.answer_directly(request, self._answer)

    def _answer(self, answer: Answer) -> None:
        self.response_started = self.response_complete = True
        cors = CORS if b"origin" in self._headers else []
        self._protocol.write_answer(answer, cors, keep_alive=self.keep_alive)
