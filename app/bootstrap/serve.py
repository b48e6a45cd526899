"""`dialfloor serve`: owns a folder and answers on a port until told to stop."""

import asyncio
import contextlib
import gc
import os
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from app.api.http_server import HttpServer, loop_factory
from app.bootstrap.engine import Engine
from app.clock import read_wall
from app.wire.base import utc
from db.folder import Folder
from db.open import prepare

LOOPBACK = ("127.0.0.1", "::1", "localhost")
KEEP = "keep"
"""What a window writes into the pipe when the engine is to outlive it."""


class AddressUnusable(OSError):
    """The address cannot be listened on; the message says why and what to do."""


class Served:
    """How to serve: the folder, the address, and what only a window or a simulation asks for."""

    def __init__(
        self,
        folder: Folder,
        host: str,
        port: int,
        *,
        certificate: tuple[Path, Path] | None = None,
        operator_secret: str | None = None,
        speed: float = 1.0,
    ) -> None:
        self.folder = folder
        self.host = host
        self.port = port
        self.certificate = certificate
        self.operator_secret = operator_secret
        self.speed = speed


def serve(served: Served, announce: Callable[[str], None]) -> None:
    """Serve until a signal or the window's end. `announce` is told the URL once requests are answered.

    Raises `StoreUnavailable` (owned, damaged, unwritable) or `AddressUnusable`, before anything is announced.
    """
    served.folder.make()
    lock = served.folder.lock("dialfloor serve", utc(read_wall()).strftime("%Y-%m-%d %H:%M:%S UTC"))
    try:
        prepare(served.folder)
        listener = listen(served.host, served.port)
        url = _url(served, listener)
        lock.announce(url)
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(_serve(served, listener, lambda: announce(url)))
    finally:
        lock.release()


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises `AddressUnusable`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as fault:
        # create_server appends the address to the system's words, and we have said it already.
        reason = (fault.strerror or str(fault)).split(" (while", 1)[0]
        message = f"{host}:{port} cannot be listened on ({reason}); choose another with --port, 0 picks a free one"
        raise AddressUnusable(message) from fault


async def _serve(served: Served, listener: socket.socket, ready: Callable[[], None]) -> None:
    engine = Engine(served.folder, operator_secret=served.operator_secret, speed=served.speed)
    server = HttpServer(engine.application, served.certificate)
    if served.operator_secret is not None:
        threading.Thread(target=_await_window, args=(server,), name="window", daemon=True).start()
    engine.start()
    _tune()
    try:
        await server.serve(listener, ready)
    finally:
        await engine.stop()


def _tune() -> None:
    """Settings of the interpreter for one busy loop and one journal's thread."""
    # The journal's thread asks for the interpreter several times a commit; each time it would wait 5 ms of a busy loop.
    sys.setswitchinterval(0.0005)
    # What the start has made stays: a full collection would look at all of it, for tens of milliseconds.
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000, 20, 50)


def _url(served: Served, listener: socket.socket) -> str:
    port = listener.getsockname()[1]
    host = f"[{served.host}]" if ":" in served.host else served.host
    return f"{'https' if served.certificate is not None else 'http'}://{host}:{port}"


def check_certificate(certificate: tuple[Path, Path]) -> None:
    """Raises `OSError` or `ssl.SSLError` if the certificate and its key cannot be used together."""
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(*certificate)


def _let_go_of_pipes() -> None:
    """The window that read our output is leaving: writing to it would end us."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
        os.dup2(nowhere.fileno(), sys.stderr.fileno())


def _await_window(server: HttpServer) -> None:
    """End with the window that started us, however it ends, unless it asked to be outlived."""
    with contextlib.suppress(OSError, ValueError):
        for line in sys.stdin:
            if line.strip() == KEEP:
                _let_go_of_pipes()
                return
    server.end()
