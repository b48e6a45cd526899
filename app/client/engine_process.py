"""The engine as a child of the window: started, told its secret over a pipe, watched, restarted, left behind.

The protocol of the first line and of the exit codes is docs/guides/protocol.md's. Blocking: call it off the GUI thread.
"""

import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from app.ids import new_secret

FOLDER_OWNED_EXIT = 3
LISTENING = "Listening on "
START_TIMEOUT_S = 120.0
STOP_TIMEOUT_S = 15.0
PIPE_END_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineReady:
    """The engine listens at `url`; `secret` is the local operator's bearer token."""

    url: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderOwned:
    """Another process owns the folder; `sentence` names it."""

    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFailed:
    """The engine did not come up. `exit_code` is protocol.md's, None if it hung and was killed."""

    exit_code: int | None
    sentence: str


EngineOutcome = EngineReady | FolderOwned | EngineFailed


def serve_command(folder: Path) -> list[str]:
    """The command that starts this program's engine on `folder`, from source or frozen."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    return [*program, "serve", "--data", str(folder), "--port", "0", "--operator-stdin"]


class EngineProcess:
    """One child engine. A folder's engine is started by one thread at a time."""

    def __init__(
        self,
        command: Sequence[str],
        start_timeout_s: float = START_TIMEOUT_S,
        stop_timeout_s: float = STOP_TIMEOUT_S,
    ) -> None:
        """Takes the command, usually `serve_command(folder)`.

        A start slower than its timeout counts as failed; a gentle stop slower than its own is followed by a firm one.
        """
        self._command = list(command)
        self._start_timeout_s = start_timeout_s
        self._stop_timeout_s = stop_timeout_s
        self._child: subprocess.Popen[str] | None = None
        self._first_line: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._last_words = ""
        self._readers: list[threading.Thread] = []

    def start(self) -> EngineOutcome:
        """Starts the engine and waits for its first line; a failure leaves no process behind."""
        secret = new_secret()
        try:
            child = self._spawn()
        except OSError as broken:
            return EngineFailed(exit_code=None, sentence=f"The engine's program cannot be started: {broken}")
        if not _say(child, secret):
            return self._failure(child)
        try:
            line = self._first_line.get(timeout=self._start_timeout_s)
        except queue.Empty:
            return self._hung(child)
        if not line.startswith(LISTENING):
            return self._failure(child)
        return EngineReady(url=line.removeprefix(LISTENING).strip(), secret=secret)

    def poll(self) -> int | None:
        """The exit code of an engine that has ended, None while it lives; raises RuntimeError if it was not started."""
        if self._child is None:
            raise RuntimeError("the engine was never started")
        return self._child.poll()

    def wait(self, seconds: float) -> int | None:
        """Waits for the engine's end; its exit code, or None if it still lives after that time."""
        if self._child is None:
            raise RuntimeError("the engine was never started")
        try:
            return self._child.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    @property
    def last_words(self) -> str:
        """The last line that the engine wrote to stderr; after its end, the sentence that says why."""
        return self._last_words

    def restart(self) -> EngineOutcome:
        """Stops what still runs and starts anew, with a new secret and probably another port."""
        self.stop()
        return self.start()

    def stop(self, keep: bool = False) -> int | None:
        """Ends the engine gently, then firmly; returns its exit code.

        With `keep` the engine is told to outlive this process and None is returned: it is no longer ours.
        """
        child, self._child = self._child, None
        if child is None:
            return None
        if keep and child.poll() is None and _say(child, "keep"):
            _close(child.stdin)
            return None
        self._end(child)
        return child.returncode

    def _spawn(self) -> subprocess.Popen[str]:
        # A session of its own: Ctrl-C in the window's terminal must not kill the engine of a running floor.
        child = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        self._child = child
        self._last_words = ""
        self._first_line = queue.SimpleQueue()
        self._readers = [
            _drain(child, child.stdout, self._first_line.put),
            _drain(child, child.stderr, self._remember),
        ]
        return child

    def _remember(self, line: str) -> None:
        if line.strip():
            self._last_words = line.strip()

    def _failure(self, child: subprocess.Popen[str]) -> FolderOwned | EngineFailed:
        self._child = None
        self._end(child)
        if child.returncode == FOLDER_OWNED_EXIT:
            return FolderOwned(sentence=self._last_words)
        sentence = self._last_words or f"The engine ended with code {child.returncode} and said nothing"
        return EngineFailed(exit_code=child.returncode, sentence=sentence)

    def _hung(self, child: subprocess.Popen[str]) -> EngineFailed:
        self._child = None
        child.kill()
        self._end(child)
        sentence = f"The engine did not come up within {self._start_timeout_s:g} seconds"
        return EngineFailed(exit_code=None, sentence=sentence)

    def _end(self, child: subprocess.Popen[str]) -> None:
        _close(child.stdin)
        for firmer in (child.terminate, child.kill):
            try:
                child.wait(self._stop_timeout_s)
                break
            except subprocess.TimeoutExpired:
                firmer()
        child.wait()
        for reader in self._readers:
            # Bounded: a process that the engine started may hold the pipe's other end for longer than the engine lives.
            reader.join(PIPE_END_S)


def _say(child: subprocess.Popen[str], line: str) -> bool:
    """Writes a line to the child; False if it has closed its end (it is going or gone)."""
    if child.stdin is None:
        return False
    try:
        child.stdin.write(line + "\n")
        child.stdin.flush()
    except OSError:
        return False
    return True


def _close(pipe: IO[str] | None) -> None:
    if pipe is None:
        return
    try:
        pipe.close()
    except BrokenPipeError:
        # Closing flushes; a child that died with our words unread is already what we want: gone.
        return


def _drain(child: subprocess.Popen[str], pipe: IO[str] | None, take: Callable[[str], None]) -> threading.Thread:
    """Reads a pipe to its end on a thread, so that a talkative child never blocks; an empty line marks the end.

    Then it waits for the child, so that a kept one that ends before this process does leaves no zombie.
    """

    def read() -> None:
        if pipe is not None:
            with pipe:
                for line in pipe:
                    take(line)
        take("")
        child.wait()

    thread = threading.Thread(target=read, name="engine-pipe", daemon=True)
    thread.start()
    return thread
