"""Proofs side by side: each a process of its own with a log of its own, and none of them outlives this one."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from app.clock import read_steady

UNKNOWN = 3
"""The exit code of a proof that could not be had here, such as an audit that no service answered."""
TO_END_S = 15
"""How long a proof that is told to end may clear up after itself."""


class Part(NamedTuple):
    """One proof: its name, and what it is told."""

    name: str
    words: tuple[str, ...] = ()


class Ended(NamedTuple):
    """What came of one: `code` None means that it was not begun."""

    name: str
    code: int | None
    minutes: float
    log: Path
    last: str

    @property
    def outcome(self) -> str:
        """What came of it, in a word or two."""
        if self.code is None:
            return "NOT RUN"
        return {0: "held", UNKNOWN: "UNKNOWN"}.get(self.code, f"FAILED ({self.code})")


Command = Callable[[Part], Sequence[str]]


def proof_of(part: Part) -> Sequence[str]:
    """The command of a proof."""
    return (sys.executable, "-m", f"tests.proof.{part.name}", *part.words)


class Lanes:
    """Runs lanes of parts beside each other until all have ended, the time is up, or somebody ends it."""

    def __init__(self, logs: Path, said: Callable[[str], None], command: Command = proof_of) -> None:
        self._logs = logs
        self._said = said
        self._command = command
        self._guard = threading.Lock()
        self._children: set[subprocess.Popen[bytes]] = set()
        self._over = False
        self._ended: dict[str, Ended] = {}

    def run(self, lanes: Sequence[Sequence[Part]], limit_s: float) -> list[Ended]:
        """Run them; what has not ended after `limit_s` is ended. In the order of the lanes."""
        self._logs.mkdir(parents=True, exist_ok=True)
        before = {number: signal.signal(number, self._hear) for number in (signal.SIGINT, signal.SIGTERM)}
        alarm = threading.Timer(limit_s, self.end)
        alarm.daemon = True
        alarm.start()
        threads = [threading.Thread(target=self._go_along, args=(lane,), name="lane") for lane in lanes]
        try:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            alarm.cancel()
            for number, heard_by in before.items():
                signal.signal(number, heard_by)
        return [self._of(part) for lane in lanes for part in lane]

    def end(self) -> None:
        """Begin no more, and end what runs with all that it started."""
        with self._guard:
            self._over = True
            children = list(self._children)
        for child in children:
            _signal(child, signal.SIGINT)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        # Not in the handler: what it interrupts may hold the lock.
        threading.Thread(target=self.end, name="end", daemon=True).start()

    def _of(self, part: Part) -> Ended:
        return self._ended.get(part.name) or Ended(part.name, None, 0.0, self._log(part), "")

    def _log(self, part: Part) -> Path:
        return self._logs / f"{part.name}.log"

    def _go_along(self, lane: Sequence[Part]) -> None:
        for part in lane:
            began = read_steady()
            with self._log(part).open("wb") as log:
                child = self._start(part, log.fileno())
                if child is None:
                    return
                code = self._wait_for(child)
            ended = Ended(
                part.name, code, (read_steady() - began) / 60_000_000, self._log(part), _last_line(self._log(part))
            )
            self._ended[part.name] = ended
            self._said(f"{part.name}: {ended.outcome}, {ended.minutes:.1f} min; {ended.last}")

    def _start(self, part: Part, log: int) -> subprocess.Popen[bytes] | None:
        with self._guard:
            if self._over:
                return None
            # A group of its own: whatever it starts can be ended with it.
            child = subprocess.Popen(
                self._command(part),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            self._children.add(child)
        self._said(f"{part.name}: begun, {' '.join(part.words)}".rstrip(", "))
        return child

    def _wait_for(self, child: subprocess.Popen[bytes]) -> int:
        try:
            while True:
                is_told = self._over
                try:
                    return child.wait(TO_END_S if is_told else 1.0)
                except subprocess.TimeoutExpired:
                    if is_told:
                        _signal(child, signal.SIGKILL)
        finally:
            # What a proof left behind would take the next one's core.
            _signal(child, signal.SIGKILL)
            with self._guard:
                self._children.discard(child)


def _signal(child: subprocess.Popen[bytes], number: int) -> None:
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        return


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.strip()[:160] for line in reversed(lines) if line.strip()), "")
