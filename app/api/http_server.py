"""The HTTP server: uvicorn on uvloop, with our protocol over httptools, told to say nothing of itself."""

import asyncio
import logging
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import uvicorn

from app.api.direct import DirectProtocol
from app.api.patience import PatientFeed
from app.api.server import AsgiCallable

Certificate = tuple[Path, Path]
_ENDING = (signal.SIGINT, signal.SIGTERM)


class _Server(uvicorn.Server):
    """uvicorn's server, but it says when it is ready, and a signal that ends it is not raised again.

    Raised again, SIGTERM would kill the process before the engine has written what is open and given its folder up.
    """

    ready: Callable[[], None]
    was_signalled = False

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets=sockets)
        self.ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal came, perhaps while the server was ending for another reason."""
        self.was_signalled = True
        super().handle_exit(sig, frame)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Hear signals while serving; only a process's main thread can."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in _ENDING}
        try:
            yield
        finally:
            for number, heard_by in before.items():
                signal.signal(number, heard_by)


class HttpServer:
    """Serves one application on a socket that already listens."""

    def __init__(self, application: AsgiCallable, certificate: Certificate | None) -> None:
        # Its warnings tell of what strangers send, a line for each: they would fill the disk that the log is on.
        logging.getLogger("uvicorn").setLevel(logging.ERROR)
        self._server = _Server(
            uvicorn.Config(
                application,
                http=DirectProtocol,
                ws=PatientFeed,
                ws_per_message_deflate=False,
                ws_max_size=65_536,
                lifespan="off",
                access_log=False,
                log_config=None,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=75,
                timeout_graceful_shutdown=3,
                ssl_certfile=certificate[0] if certificate is not None else None,
                ssl_keyfile=str(certificate[1]) if certificate is not None else None,
                ssl_context_factory=_modern if certificate is not None else None,
            )
        )

    async def serve(self, listener: socket.socket, ready: Callable[[], None]) -> None:
        """Serve until a signal or `end`; `ready` is called once requests are answered."""
        self._server.ready = ready
        await self._server.serve(sockets=[listener])

    @property
    def was_signalled(self) -> bool:
        """Whether a signal told it to end, first or besides."""
        return self._server.was_signalled

    def end(self) -> None:
        """Stop serving; from any thread."""
        self._server.should_exit = True


def _modern(_: uvicorn.Config, plain: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    """TLS 1.2 with forward secrecy and authenticated ciphers, or 1.3, whatever the system's policy would allow."""
    context = plain()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE+AESGCM:ECDHE+CHACHA20")
    return context


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The loop of uvloop where it exists; None is asyncio's own."""
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.new_event_loop
