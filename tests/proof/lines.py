"""Connections that only take room: half open, slow, or of a window that reads no more. Dialers and windows go on."""

import base64
import os
import resource
import socket
import time
from collections.abc import Sequence

import psutil

from tests.e2e.serving import PATH
from tests.proof.floor_under_fault import FloorUnderFault, floor_under_fault
from tests.proof.outcome import Round
from tests.proof.site import Made, demand, wait

HALF_OPEN = 10_000
SHORT_HALF_OPEN = 2_000
SLOW = 40
PATIENCE_S = 60.0
NEVER_READS_BYTES = 4_096
BEGINNINGS = (b"", b"P", b"POST / HTTP/1.1\r\nHost: x\r\n", b"GET /healthz HTTP/1.1\r\nX-A: ")


def half_open(made: Made, turn: Round) -> None:
    """Thousands of connections that send nothing, or half a head: dialers are answered, and the lines are let go."""
    wanted = SHORT_HALF_OPEN if turn.is_short else HALF_OPEN
    room = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    wanted = min(wanted, room - 500)
    # As from a shell, which allows 1,024 files: the engine must make room by itself.
    resource.setrlimit(resource.RLIMIT_NOFILE, (1_024, room))
    with floor_under_fault(made, turn) as floor:
        resource.setrlimit(resource.RLIMIT_NOFILE, (room, room))
        lines = [_line(floor, place) for place in range(wanted)]
        try:
            for place, line in enumerate(lines):
                line.sendall(BEGINNINGS[place % len(BEGINNINGS)])
            longest = _goes_on_quickly(floor)
            took = _let_go(lines)
            demand(
                took >= 0,
                f"after {PATIENCE_S:.0f} s the engine still holds {sum(map(_is_open, lines))} half-open lines",
            )
            turn.outcome.note = f"{wanted:,} lines, longest answer {longest * 1_000:.0f} ms, let go after {took:.0f} s"
        finally:
            for line in lines:
                line.close()
        floor.goes_on()


def slow_bodies(made: Made, turn: Round) -> None:
    """Bodies that come a byte a second, with a good token and without: they are let go."""
    with floor_under_fault(made, turn) as floor:
        lines = [_line(floor, place) for place in range(SLOW)]
        for place, line in enumerate(lines):
            token = made.tokens[place % len(made.tokens)] if place % 2 else "nobody"
            line.sendall(_head(token) + b"{")
        began = time.monotonic()
        while _still_open(lines) and time.monotonic() - began < PATIENCE_S:
            for line in _still_open(lines):
                line.send(b" ")
            wait(1.0)
        left = len(_still_open(lines))
        demand(not left, f"after {PATIENCE_S:.0f} s the engine still waits for {left} bodies")
        turn.outcome.note = f"{SLOW} bodies, let go after {time.monotonic() - began:.0f} s"
        longest = _goes_on_quickly(floor)
        turn.outcome.note += f", longest answer {longest * 1_000:.0f} ms"


def _head(token: str) -> bytes:
    return (
        f"POST {PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n"
    ).encode()


def deaf_window(made: Made, turn: Round) -> None:
    """Windows that read the feed no more: they are let go, memory stays, and another window is live all the time."""
    with floor_under_fault(made, turn) as floor:
        deaf = [_feed(floor, made.supervisor) for _ in range(3)]
        before, began = floor.watcher.messages, time.monotonic()
        patience = PATIENCE_S * (1 if turn.is_short else 3)
        while _listeners(floor) > 1 and time.monotonic() - began < patience:
            wait(0.5)
        took = time.monotonic() - began
        demand(_listeners(floor) == 1, f"after {took:.0f} s {_listeners(floor)} windows are still held on the feed")
        while any(_is_established(floor, line) for line in deaf) and time.monotonic() - began < patience:
            wait(0.5)
        held = sum(_is_established(floor, line) for line in deaf)
        demand(not held, f"the engine still holds {held} lines of windows that read no more")
        demand(floor.watcher.messages - before > took * 0.75, "the other window was told less for them")
        demand(
            [word for _, word in floor.watcher.badges] in (["Connecting", "Live"], ["Live"]), str(floor.watcher.badges)
        )
        turn.outcome.note = f"cut after {took:.0f} s, let go after {time.monotonic() - began:.0f} s"
        for line in deaf:
            line.close()


def _line(floor: FloorUnderFault, place: int) -> socket.socket:
    # Addresses of their own, or the ports of one would run out.
    source = (f"127.0.0.{2 + place % 200}", 0)
    return socket.create_connection(("127.0.0.1", floor.site.port), timeout=30, source_address=source)


def _is_open(line: socket.socket) -> bool:
    line.setblocking(False)
    try:
        return bool(line.recv(65_536))
    except BlockingIOError:
        return True
    except OSError:
        return False


def _still_open(lines: Sequence[socket.socket]) -> list[socket.socket]:
    """All are looked at: what was sent to a line must be read before its end is seen."""
    return [line for line in lines if _is_open(line)]


def _let_go(lines: Sequence[socket.socket]) -> float:
    began = time.monotonic()
    while _still_open(lines):
        if time.monotonic() - began > PATIENCE_S:
            return -1.0
        wait(0.5)
    return time.monotonic() - began


def _goes_on_quickly(floor: FloorUnderFault) -> float:
    """Calls go on, over new connections too; the longest answer in seconds."""
    for caller in floor.load.callers:
        caller.told.longest_s = 0.0
    broken = floor.load.told().broken
    for _ in range(3):
        floor.goes_on(30)
        demand(floor.site.get("/healthz").status_code == 200, "a new connection is not answered")
    demand(floor.watcher.badge() == "Live", f"the badge says {floor.watcher.badge()}")
    demand(floor.load.told().broken == broken, "lines of dialers were cut")
    return max(caller.told.longest_s for caller in floor.load.callers)


def _feed(floor: FloorUnderFault, token: str) -> socket.socket:
    """A listener with the smallest ear there is, that reads its welcome and no more."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, NEVER_READS_BYTES)
    line.connect(("127.0.0.1", floor.site.port))
    key = base64.b64encode(os.urandom(16)).decode()
    line.sendall(
        f"GET /v1/feed HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    demand(b"101" in line.recv(15), "the feed does not open")
    return line


def _listeners(floor: FloorUnderFault) -> int:
    text = floor.site.get("/metrics").text
    said = next(line for line in text.splitlines() if line.startswith("dialfloor_feed_clients"))
    return int(float(said.split()[-1]))


def _is_established(floor: FloorUnderFault, line: socket.socket) -> bool:
    """Whether the engine's end of a line is still there."""
    port = line.getsockname()[1]
    ends = psutil.Process(floor.engine.process.pid).net_connections("tcp")
    return any(end.raddr[1:] == (port,) for end in ends)
