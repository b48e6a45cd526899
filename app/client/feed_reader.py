"""The live feed on a thread of its own: numbered messages in order, and in plain values how the line is.

Knows no toolkit: `app.ui.bridge` turns the callbacks, which come on this thread, into the window's.
"""

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.client.address import address_fault, credentials, feed_url, is_loopback, may_be_token
from app.client.errors import why_lost
from app.client.retry import Draw, RetryPolicy, backoff
from app.client.tls import trusting
from app.wire.feed import FeedMessage, Snapshot

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

LARGEST_MESSAGE = 64 * 1024 * 1024
OPEN_TIMEOUT_S = 4.0
SILENCE_S = 5.0
UNKNOWN = 4401
DENIED_CODES = frozenset({UNKNOWN, 4403})
CROWDED = 4429


@dataclass(frozen=True, slots=True, kw_only=True)
class Connecting:
    """A connection is being made; what is on the screen is as old as it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A snapshot was delivered and changes follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """The line is down; the next try comes in `retry_in_s` seconds. `reason` is a sentence for a person."""

    reason: str
    retry_in_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Denied:
    """The engine will not serve these credentials (4401 unknown, 4403 role): trying again would not help."""

    code: int


FeedState = Connecting | Live | Lost | Denied


class FeedReader:
    """Reads one engine's feed and reconnects by itself, until `stop()` or `Denied`.

    `on_message` gets a `Snapshot` first after every (re)connection, then `Changes` without a gap; `on_state` gets
    `Live` after that snapshot. Both are called on the reader's thread and must not call `stop()`.
    """

    def __init__(
        self,
        url: str,
        token: str,
        tenant: str | None,
        on_message: Callable[[FeedMessage], None],
        on_state: Callable[[FeedState], None],
        *,
        policy: RetryPolicy | None = None,
        draw: Draw | None = None,
        silence_s: float = SILENCE_S,
    ) -> None:
        """Names the engine and the listeners.

        Args:
            url: the engine's, as `Gateway` takes it.
            token: the caller's.
            tenant: the tenant's id, for the local operator.
            on_message: told every message, in order.
            on_state: told how the line is.
            policy: the waits between tries; its budget of tries is not used, since a window never gives up.
            draw: the source of jitter.
            silence_s: seconds without a message (the engine's heartbeat is one second) after which the line is lost.
        """
        self._url = url
        self._headers = credentials(token, tenant)
        self._fault = address_fault(url) or (None if may_be_token(token) else Denied(code=UNKNOWN))
        self._on_message = on_message
        self._on_state = on_state
        self._policy = policy or RetryPolicy(first_step_s=0.5, cap_s=8.0)
        self._draw = draw or random.Random().random
        self._silence_s = silence_s
        self._stopping = threading.Event()
        self._guard = threading.Lock()
        self._line: ClientConnection | None = None
        self._thread: threading.Thread | None = None
        self._failures = 0

    def start(self) -> None:
        """Starts the thread; once only."""
        self._thread = threading.Thread(target=self._run, name="feed-reader", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread and waits for it: at once on a live line, `OPEN_TIMEOUT_S` at worst while connecting."""
        with self._guard:
            self._stopping.set()
            line = self._line
        if line is not None:
            line.close()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._on_state(Connecting())
            outcome = self._fault or self._read_until_lost()
            if self._stopping.is_set():
                return
            if isinstance(outcome, Denied):
                self._on_state(outcome)
                return
            self._failures += 1
            wait = backoff(self._failures, self._policy, self._draw)
            self._on_state(Lost(reason=outcome, retry_in_s=wait))
            self._stopping.wait(wait)

    def _read_until_lost(self) -> str | Denied:
        # Imported on the reader's thread: 30 ms that would otherwise stand before the first paint.
        from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

        try:
            with self._connect() as line:
                return self._read(line) if self._adopt(line) else "The window closed the feed"
        except InvalidStatus as refused:
            return _denied_or_reason(refused.response.status_code + 4_000, "The engine refused the feed")
        except ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd is not None else None
            return _denied_or_reason(code, "The engine closed the feed")
        except TimeoutError:
            return "The engine did not answer in time"
        except (OSError, WebSocketException) as lost:
            return f"The engine cannot be reached: {why_lost(lost)}"
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as odd:
            return f"The engine sent what this window cannot read: {odd}"
        finally:
            with self._guard:
                self._line = None

    def _connect(self) -> "ClientConnection":
        from websockets.sync.client import connect

        url = feed_url(self._url)
        return connect(
            url,
            ssl=trusting(url) if url.startswith("wss:") else None,
            additional_headers=self._headers,
            compression=None,
            max_size=LARGEST_MESSAGE,
            open_timeout=OPEN_TIMEOUT_S,
            close_timeout=0.5,
            proxy=None if is_loopback(self._url) else True,
        )

    def _adopt(self, line: "ClientConnection") -> bool:
        # `stop()` may have come while the connection was being made: it then had nothing to close.
        with self._guard:
            self._line = line
            return not self._stopping.is_set()

    def _read(self, line: "ClientConnection") -> str:
        decoder = msgspec.json.Decoder(FeedMessage)
        seq: int | None = None
        while True:
            message: FeedMessage = decoder.decode(line.recv(timeout=self._silence_s))
            if not isinstance(message, Snapshot) and message.seq != (None if seq is None else seq + 1):
                return f"A message of the feed was lost before number {message.seq}"
            seq = message.seq
            self._on_message(message)
            if isinstance(message, Snapshot):
                self._failures = 0
                self._on_state(Live())


def _denied_or_reason(code: int | None, sentence: str) -> str | Denied:
    if code in DENIED_CODES:
        return Denied(code=code)
    if code == CROWDED:
        return "Too many windows are open on the engine already; close one"
    return f"{sentence} ({code})" if code is not None else sentence
