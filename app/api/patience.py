"""How long a connection may take what it takes: for its first request, for a body, for hearing its answer.

Without an end to it, whoever opens connections and says nothing, says it a byte a second, or never listens, holds them
until no file is left for a dialer's.
"""

import asyncio
from typing import cast

from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from app.api.bounds import BoundedFeed, BoundedProtocol, refusal

REQUEST_S = 20.0
"""From the opening of a connection to its first request, and from a request's first byte to its last."""

BODY_BYTES_A_SECOND = 4_096
"""Each so many bytes of a body that came buy a second more: an upload over a slow line may take long."""

DEAF_S = 30.0
"""How long a full line may take in nothing of what was sent to it; windows take in a feed in fractions of a second."""

_TOO_SLOW = refusal(408, "Request Timeout", "The request came too slowly; send it again in one piece")


class PatientProtocol(BoundedProtocol):
    """uvicorn's protocol with a deadline for each thing that it waits for. A request that is here whole costs none."""

    request_s = REQUEST_S
    _deadline: asyncio.TimerHandle | None = None
    _deaf: asyncio.TimerHandle | None = None
    _is_upgraded = False
    _until = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there, and is expected to ask something."""
        super().connection_made(cast("asyncio.Transport", transport))
        self._expect(self.request_s)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._expect_nothing()
        self._hear_again()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes came; whatever they leave unfinished has a deadline."""
        super().data_received(data)
        if self._deadline is None and not (self._is_upgraded or self.timeout_keep_alive_task or self._is_answering()):
            self._expect(self.request_s)

    def on_body(self, body: bytes) -> None:
        """A piece of a body buys time for the next."""
        self._until += len(body) / BODY_BYTES_A_SECOND
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is here whole."""
        self._expect_nothing()
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """From here on the feed's own deadlines hold."""
        self._is_upgraded = True
        self._expect_nothing()
        super().handle_websocket_upgrade()

    def pause_writing(self) -> None:
        """The line is full."""
        super().pause_writing()
        self._deaf = self.loop.call_later(DEAF_S, self.transport.abort)

    def resume_writing(self) -> None:
        """It takes in again."""
        self._hear_again()
        super().resume_writing()

    def _is_answering(self) -> bool:
        """Whether a request is here whole, and its answer is not."""
        before = self._before
        return not self._is_asking and before is not None and not before.response_complete

    @property
    def _before(self) -> RequestResponseCycle | None:
        """The request that is answered now, or was last: none at first, whatever uvicorn's types say."""
        return cast("RequestResponseCycle | None", self.cycle)

    def _hear_again(self) -> None:
        if self._deaf is not None:
            self._deaf.cancel()
            self._deaf = None

    def _expect(self, seconds: float) -> None:
        self._until = self.loop.time() + seconds
        self._deadline = self.loop.call_later(seconds, self._look)

    def _expect_nothing(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _look(self) -> None:
        """The time is up, unless a body's pieces have bought more, or it was us who did not read on."""
        left = self.request_s if self.flow.read_paused else self._until - self.loop.time()
        if left > 0:
            self._expect(left)
            return
        self._deadline = None
        before = self._before
        answered = before is not None and before.response_started and not before.response_complete
        if self._is_asking and not answered and not self.transport.is_closing():
            self.transport.write(_TOO_SLOW)
        self.transport.close()


class PatientFeed(BoundedFeed):
    """uvicorn's WebSocket that lets go of a listener that takes nothing in, with what waits for it."""

    _deaf: asyncio.TimerHandle | None = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._hear_again()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The line is full."""
        super().pause_writing()
        self._deaf = self.loop.call_later(DEAF_S, self.transport.abort)

    def resume_writing(self) -> None:
        """It takes in again."""
        self._hear_again()
        super().resume_writing()

    def keepalive_timeout(self) -> None:
        """No pong came: what is left to send would never leave either."""
        super().keepalive_timeout()
        self.transport.abort()

    def _hear_again(self) -> None:
        if self._deaf is not None:
            self._deaf.cancel()
            self._deaf = None
