"""A TCP relay between a window and an engine whose cable can be pulled: cut at once, or gone silent, then mended."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

BLOCK = 65_536


class CutLine:
    """Relays to one port while it is whole; cut, it resets and refuses; silent, it swallows."""

    def __init__(self, port: int) -> None:
        self._engine = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._flows = threading.Event()
        self._flows.set()
        self._cut = False
        self._ended = False
        self._threads = [threading.Thread(target=self._accept, name="cut-line")]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = self._cut = True
        self._flows.set()
        # A blocked accept does not hear of a close; a last caller wakes it.
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            self._listener.close()
        self._drop()
        for thread in self._threads:
            thread.join()

    def lead_to(self, port: int) -> None:
        """The engine came up again, on another port."""
        self._engine = ("127.0.0.1", port)

    def cut(self) -> None:
        """Every connection is reset; new ones are refused."""
        self._cut = True
        self._drop()

    def silence(self) -> None:
        """Connections stay open and carry nothing, as when a cable is pulled far away."""
        self._flows.clear()

    def mend(self) -> None:
        """The cable is back. What was swallowed stays lost: those connections end."""
        self._cut = False
        if not self._flows.is_set():
            self._drop()
        self._flows.set()

    def _drop(self) -> None:
        with self._guard:
            left, self._open = self._open, set()
        for line in left:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _accept(self) -> None:
        while not self._ended:
            try:
                caller, _ = self._listener.accept()
            except OSError:
                return
            if self._cut:
                caller.close()
                continue
            with contextlib.suppress(OSError):
                self._join(caller)

    def _join(self, caller: socket.socket) -> None:
        try:
            engine = socket.create_connection(self._engine, timeout=5)
        except OSError:
            caller.close()
            raise
        engine.settimeout(None)
        with self._guard:
            self._open |= {caller, engine}
        for source, sink in ((caller, engine), (engine, caller)):
            thread = threading.Thread(target=self._relay, args=(source, sink), name="cut-line-relay")
            self._threads.append(thread)
            thread.start()

    def _relay(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while block := source.recv(BLOCK):
                self._flows.wait()
                sink.sendall(block)
        except OSError:
            return
        finally:
            for line in (source, sink):
                with contextlib.suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
