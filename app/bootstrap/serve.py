"""`dialfloor serve`: owns a folder and answers on a port until told to stop."""

import asyncio
import contextlib
import gc
import ipaddress
import logging
import os
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.api.http_server import HttpServer, loop_factory
from app.bootstrap.admin_parts import Restarts
from app.bootstrap.engine import Engine
from app.bootstrap.restoring import carry_out
from app.clock import read_wall
from app.controller.backup_desk import RestoreOrder
from app.version import VERSION
from app.wire.backups import BackupWork
from app.wire.base import utc
from db.folder import Folder, FolderLock
from db.open import HEAD, prepare
from db.wal import refuse_damaged_log

_log = logging.getLogger("dialfloor.serve")

STUCK = 7
"""The exit code of an engine that was told to stop and had to leave a stuck thread behind."""

STOP_LIMIT_S = 10.0
"""How long the parts of an engine may take to end; a sync that never returns would hold it for ever."""

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
        names: frozenset[str] = frozenset(),
    ) -> None:
        self.folder = folder
        self.host = host
        self.port = port
        self.certificate = certificate
        self.operator_secret = operator_secret
        self.speed = speed
        self.names = names


def serve(served: Served, announce: Callable[[str], None]) -> None:
    """Serve until a signal or the window's end. `announce` is told the URL once requests are answered.

    Raises `StoreUnavailable` (owned, damaged, unwritable) or `AddressUnusable`, before anything is announced.
    """
    _make_room()
    served.folder.make()
    served.folder.keep_to_owner()
    lock = served.folder.lock("dialfloor serve", utc(read_wall()).strftime("%Y-%m-%d %H:%M:%S UTC"))
    try:
        _live(served, lock, announce)
        _log.info("the engine has ended")
    finally:
        lock.release()


def _live(served: Served, lock: FolderLock, announce: Callable[[str], None]) -> None:
    """One engine after the other on the same folder and address: a restore ends one and starts the next."""
    life = _Life(served)
    port = served.port
    # Before anything opens it: SQLite would leave out what cannot be read, and say nothing.
    refuse_damaged_log(served.folder)
    while True:
        prepare(served.folder)
        listener = listen(served.host, port)
        _refuse_clear_text(served, listener)
        port, url = listener.getsockname()[1], _url(served, listener)
        lock.announce(url)
        _log.info("the engine starts: version %s, schema %s, %s", VERSION, HEAD, url)
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(_serve(life, listener, partial(life.announce_once, announce, url)))
        life.ended_well()
        order, life.order = life.order, None
        if order is None or life.ended:
            return
        # Frozen with the old engine is all that it held: let it go before another takes its place.
        gc.unfreeze()
        gc.collect()
        life.last = carry_out(served.folder, order)


class _Life:
    """What outlasts one engine: the window at the pipe, and a restore that was ordered."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.order: RestoreOrder | None = None
        self.last: BackupWork | None = None
        self.ended = False
        self.server: HttpServer | None = None
        self._announced = False
        self._limit: threading.Timer | None = None

    def take(self, server: HttpServer) -> None:
        """This server serves now; the window's end ends it, whichever engine it is."""
        first, self.server = self.server is None, server
        if self.ended:
            server.end()
        elif first and self.served.operator_secret is not None:
            threading.Thread(target=_await_window, args=(self.end,), name="window", daemon=True).start()

    def end(self) -> None:
        """The window has gone; from any thread."""
        self.ended = True
        if self.server is not None:
            self.server.end()

    def restart(self, order: RestoreOrder) -> None:
        """A restore was ordered: end this engine, then carry it out."""
        self.order = order
        if self.server is not None:
            self.server.end()

    def must_end(self) -> None:
        """The engine ends now, in `STOP_LIMIT_S` at most: what was answered is on the disk, and no more is promised."""
        self._limit = threading.Timer(STOP_LIMIT_S, _give_up)
        self._limit.daemon = True
        self._limit.start()

    def ended_well(self) -> None:
        """Everything ended by itself."""
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def announce_once(self, announce: Callable[[str], None], url: str) -> None:
        """Only the first engine says where it listens: the others listen at the same place."""
        if not self._announced:
            self._announced = True
            announce(url)


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


def _refuse_clear_text(served: Served, listener: socket.socket) -> None:
    """Raises `AddressUnusable` where tokens and numbers would leave the machine unencrypted.

    Asked of the socket and not of what was typed: which address a name such as `localhost` is, a file says.
    """
    address = listener.getsockname()[0]
    if served.certificate is None and not ipaddress.ip_address(address).is_loopback:
        listener.close()
        message = f"{served.host} is {address} here, which is not loopback: name --tls-certificate and --tls-key"
        raise AddressUnusable(message)


async def _serve(life: _Life, listener: socket.socket, ready: Callable[[], None]) -> None:
    served = life.served
    restarts = Restarts(restart=life.restart, last=life.last)
    engine = Engine(
        served.folder,
        operator_secret=served.operator_secret,
        speed=served.speed,
        restarts=restarts,
        names=served.names,
    )
    server = HttpServer(engine.application, served.certificate)
    life.take(server)
    engine.start()
    tune()
    try:
        await server.serve(listener, ready)
    finally:
        # Told to stop while it ends for a restore, it stops for good: nothing is restored, no engine comes up again.
        life.ended = life.ended or server.was_signalled
        life.must_end()
        await engine.stop()


def _give_up() -> None:
    """End the process though one of its threads is stuck in the system, as a kill would; the lock dies with it."""
    sentence = f"a part of the engine did not end within {STOP_LIMIT_S:.0f} s; nothing that was answered is lost"
    _log.error(sentence)
    logging.shutdown()
    # The last line on stderr is a sentence for a person, wherever the log goes.
    sys.stderr.write(f"{sentence[0].upper()}{sentence[1:]}\n")
    sys.stderr.flush()
    os._exit(STUCK)


MOST_FILES = 65_536


def _make_room() -> None:
    """Each connection takes a file, and what a shell allows by itself is 1,024: take what may be taken."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        # A system that allows less than it says leaves it as it was: fewer connections, and all else as ever.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def tune() -> None:
    """Settings of the interpreter for one busy loop and one journal's thread."""
    # The journal's thread asks for the interpreter several times a commit; each time it would wait 5 ms of a busy loop.
    sys.setswitchinterval(0.0005)
    # What the start has made stays: a full collection would look at all of it, for tens of milliseconds.
    gc.collect()
    gc.freeze()
    # Decisions leave no garbage that only the collector would find, but each holds some sixty objects until its commit:
    # a few hundred at once must not look like garbage to it, or it goes through all of them, again and again.
    gc.set_threshold(25_000, 10, 50)


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


def _await_window(end: Callable[[], None]) -> None:
    """End with the window that started us, however it ends, unless it asked to be outlived."""
    with contextlib.suppress(OSError, ValueError):
        for line in sys.stdin:
            if line.strip() == KEEP:
                _let_go_of_pipes()
                return
    end()
