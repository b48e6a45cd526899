"""A real HTTP/1.1 server on loopback that answers as a test says, down to the bytes; keep-alive, one thread a line."""

import contextlib
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from types import TracebackType
from typing import Self

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as it arrived; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


def reply(status: int, body: object, **headers: str) -> bytes:
    """The bytes of a JSON answer; underscores in header names become hyphens."""
    content = body if isinstance(body, bytes) else msgspec.json.encode(body)
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", "Content-Type: application/json"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines.append(f"Content-Length: {len(content)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


class LoopbackEngine:
    """Serves while its `with` block lasts. `answer` gives the bytes to send, or None to hang up instead.

    An answer that says `Connection: close` is followed by a hang-up, as is one that stops short (`hang_up_after`).
    """

    def __init__(self, answer: Callable[[Asked], bytes | None], *, hang_up_after: bool = False) -> None:
        self._answer = answer
        self._hang_up_after = hang_up_after
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._guard = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._stopping = False
        self.asked: list[Asked] = []
        self.connections = 0
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping = True
        # A connection of our own wakes `accept` on every system; closing the listener does not.
        with contextlib.suppress(OSError):
            socket.create_connection(self._listener.getsockname(), 1).close()
        self.hang_up()
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    def hang_up(self) -> None:
        """Closes every connection, as a server does with idle ones."""
        with self._guard:
            lines, self._open = self._open, []
        for line in lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def _start(self, run: Callable[[], None]) -> None:
        thread = threading.Thread(target=run, name="loopback-engine")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            line, _ = self._listener.accept()
            if self._stopping:
                line.close()
                return
            with self._guard:
                self._open.append(line)
                self.connections += 1
            self._start(partial(self._serve, line))

    def _serve(self, line: socket.socket) -> None:
        with line, line.makefile("rb") as stream, contextlib.suppress(OSError):
            while (asked := _read(stream.readline, stream.read)) is not None:
                with self._guard:
                    self.asked.append(asked)
                answer = self._answer(asked)
                if answer is None:
                    return
                line.sendall(answer)
                if self._hang_up_after or b"connection: close" in answer.lower():
                    return


def _read(readline: Callable[[], bytes], read: Callable[[int], bytes]) -> Asked | None:
    first = readline().decode()
    if not first:
        return None
    method, path, _ = first.split(" ", 2)
    headers: dict[str, str] = {}
    while (text := readline().decode().strip()) != "":
        name, _, value = text.partition(":")
        headers[name.lower()] = value.strip()
    body = read(int(headers.get("content-length", "0")))
    return Asked(method=method, path=path, headers=headers, body=body)
