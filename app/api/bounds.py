"""How much a connection may make the engine hold: before it is known who asks, and of a feed's listener ever after.

The parser below has no bound of its own: a head that never ends would fill the memory within its 20 seconds.
"""

from typing import cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from app.api.answers import problem

HEAD_BYTES = 65_536
"""What a request may have beside its body: line, headers, chunk sizes, trailers. The first read is not counted."""

_FRAMING = 8
"""Bytes about each byte of a body that sends it in the smallest chunks there are."""

SAID_BYTES = 16_384
"""What a listener may say at once; its first message is 4 KiB at most, and windows say nothing after it but pongs."""

SAID_A_SECOND = 1_024


def refusal(status: int, phrase: str, sentence: str) -> bytes:
    """A whole answer to what cannot be handed on."""
    body = problem(status, "invalid_request", sentence).body
    head = f"HTTP/1.1 {status} {phrase}\r\nconnection: close\r\ncontent-type: application/json\r\n"
    return f"{head}content-length: {len(body)}\r\n\r\n".encode() + body


_TOO_LARGE = refusal(431, "Request Header Fields Too Large", "The head of the request is too large; send fewer headers")
_NO_HTTP = refusal(400, "Bad Request", "This is no HTTP request")


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol that lets go of whoever sends a head without end, or headers behind the body."""

    _is_asking = False
    _extra = 0
    _answered_before = 0

    def data_received(self, data: bytes) -> None:
        """Bytes came; those that were no body are counted."""
        self._extra += len(data)
        super().data_received(data)
        if self._extra > HEAD_BYTES and self._is_asking and not self.transport.is_closing():
            self.transport.write(_TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        """A request begins; what else came with its first bytes may be of those before it."""
        self._is_asking = True
        self._extra = 0
        # A number: a reference would leave every answered request to the collector. Taken twice, it costs a sentence.
        self._answered_before = id(self.cycle)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head is whole: a header that comes after it, behind a body in chunks, must not join it.

        The application would take it for one of the head, past whoever looks at heads between a client and us.
        """
        super().on_headers_complete()
        if not self.parser.should_upgrade():
            self.headers = []

    def on_body(self, body: bytes) -> None:
        """A piece of a body is not counted, and neither are the signs that part it from the next."""
        self._extra = max(-HEAD_BYTES, self._extra - (1 + _FRAMING) * len(body))
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is here whole."""
        self._is_asking = False
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 -- uvicorn's words say no more than ours
        """What came is no HTTP, and says so unless another request's answer is still to come, or half written."""
        if self._may_refuse():
            self.transport.write(_NO_HTTP)
        self.transport.close()

    def _may_refuse(self) -> bool:
        before = cast("object | None", self.cycle)
        if before is None or self.cycle.response_complete:
            return True
        is_its_own = self._is_asking and id(self.cycle) != self._answered_before
        return is_its_own and not self.pipeline and not self.cycle.response_started


class BoundedFeed(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket that lets go of a listener who talks, and holds no pongs for one who does not read."""

    _left = float(SAID_BYTES)
    _counted_at: float | None = None

    def data_received(self, data: bytes) -> None:
        """Bytes came. The first are the request to listen, which the HTTP protocol has bounded."""
        now = self.loop.time()
        if self._counted_at is not None:
            self._left = min(SAID_BYTES, self._left + (now - self._counted_at) * SAID_A_SECOND) - len(data)
        self._counted_at = now
        if self._left < 0:
            # Not even taken apart: a megabyte of the smallest frames would hold the decisions up for a second.
            self.transport.abort()
            return
        super().data_received(data)

    def pause_writing(self) -> None:
        """The line is full: a ping that is not read needs no pong that waits."""
        super().pause_writing()
        self.transport.pause_reading()

    def resume_writing(self) -> None:
        """It takes in again."""
        super().resume_writing()
        if not self.read_paused:
            self.transport.resume_reading()

    def send_receive_event_to_app(self) -> None:
        """A message is whole; one that is no text, though it says so, is nobody's fault but the sender's."""
        if self.curr_msg_data_type == "bytes" or _is_utf8(b"".join(self.frames)):
            super().send_receive_event_to_app()
        else:
            self.transport.abort()


def _is_utf8(said: bytes) -> bool:
    try:
        said.decode()
    except UnicodeDecodeError:
        return False
    return True
