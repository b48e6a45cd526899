"""A real WebSocket server on loopback that plays one script a connection, in turn; the last script repeats."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

import msgspec
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection, serve

from app.wire.feed import FeedMessage

Script = Callable[["FeedLine"], None]


class FeedLine:
    """One reader's connection, as a script sees it."""

    def __init__(self, line: ServerConnection, over: threading.Event) -> None:
        self._line = line
        self._over = over

    def send(self, *messages: FeedMessage | str) -> None:
        for message in messages:
            self._line.send(message if isinstance(message, str) else msgspec.json.encode(message).decode())

    def close(self, code: int) -> None:
        self._line.close(code, "")

    def cut(self) -> None:
        """Breaks the connection without a word, as a pulled cable or a killed engine does."""
        self._line.socket.close()

    def stay(self) -> None:
        """Stays silent until the reader leaves or the test ends."""
        with contextlib.suppress(ConnectionClosed):
            while not self._over.is_set():
                with contextlib.suppress(TimeoutError):
                    self._line.recv(timeout=0.1)


class LoopbackFeed:
    """Serves while its `with` block lasts; `headers` and `paths` are those of each connection's request."""

    def __init__(self, *scripts: Script, refuse_with: int | None = None) -> None:
        self._scripts: Sequence[Script] = scripts
        self._refuse_with = refuse_with
        self._over = threading.Event()
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        self._server = serve(self._play, "127.0.0.1", 0, process_request=self._refuse, close_timeout=0.2)
        self._thread = threading.Thread(target=self._server.serve_forever, name="loopback-feed")
        self.url = f"http://127.0.0.1:{self._server.socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._server.shutdown()
        self._thread.join(5)

    def _refuse(self, line: ServerConnection, request: Request) -> Response | None:
        self.paths.append(request.path)
        self.headers.append({name.lower(): value for name, value in request.headers.raw_items()})
        return None if self._refuse_with is None else line.respond(self._refuse_with, "no")

    def _play(self, line: ServerConnection) -> None:
        script = self._scripts[min(len(self.paths), len(self._scripts)) - 1]
        with contextlib.suppress(ConnectionClosed):
            script(FeedLine(line, self._over))
