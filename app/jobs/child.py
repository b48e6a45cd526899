"""One command of this program as a child of the engine: words go in, lines come out, and it can be ended."""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Sequence

import msgspec

Hear = Callable[[bytes], None]
Ended = Callable[[str | None], None]
LONGEST_LINE = 1 << 22


class Child:
    """Follows one child. `hear` is told each line it writes, `ended` why it failed, or None if it did not.

    A line that `hear` cannot decode is skipped: a child's library may print what it likes.
    """

    def __init__(self, hear: Hear, ended: Ended, longest_line: int = LONGEST_LINE) -> None:
        self._hear = hear
        self._ended = ended
        self._longest = longest_line
        self._process: asyncio.subprocess.Process | None = None
        self._follower: asyncio.Task[None] | None = None

    async def begin(self, words: Sequence[str], told: bytes = b"") -> None:
        """Start `dialfloor WORDS` and hand it `told` on its stdin."""
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "app", *words),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=self._longest,
        )
        self._follower = asyncio.create_task(self._follow(process, told))

    async def _follow(self, process: asyncio.subprocess.Process, told: bytes) -> None:
        if process.stdin is None or process.stdout is None or process.stderr is None:
            return
        said = asyncio.create_task(process.stderr.read())
        # A child that ended before it read what it was told says why on stderr.
        with contextlib.suppress(ConnectionError):
            process.stdin.write(told)
            await process.stdin.drain()
        process.stdin.close()
        async for line in process.stdout:
            with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
                self._hear(line)
        code = await process.wait()
        error = (await said).decode(errors="replace").strip()
        if self._process is process:
            self._process = None
            self._ended(None if code == 0 else error.splitlines()[-1] if error else _unsaid(code))

    @property
    def pid(self) -> int | None:
        """The process's number, None if none runs."""
        return None if self._process is None else self._process.pid

    async def end(self) -> int | None:
        """Stop it if it still runs, and wait until it is gone; `ended` is told of no child that was stopped.

        Returns its exit code, which is 0 if it came to its end in that very moment; None if it had ended before.
        """
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            # Its follower may have ended before it, over a line it could not read: the child itself is waited for.
            await process.wait()
        if self._follower is not None:
            await asyncio.gather(self._follower, return_exceptions=True)
        return None if process is None else process.returncode


def _unsaid(code: int) -> str:
    return f"Its process was ended from outside (exit code {code}); start it again"
