"""The machine's faults under a real engine: compiles the shim that is preloaded, and turns its knobs while it runs."""

import mmap
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = Path(__file__).with_name("fault_shim.c")
SUFFIX_BYTES = 64


class NoShim(RuntimeError):
    """The shim cannot be had on this machine; the message says why."""


class Shim:
    """One control page and, if wanted, one record of a folder's writes. `environment` is the engine's."""

    def __init__(self, place: Path, root: Path, *, recorded: bool = False) -> None:
        self.trace = place / "trace"
        page = place / "page"
        page.write_bytes(bytes(mmap.PAGESIZE))
        self._file = page.open("r+b")
        self._page = mmap.mmap(self._file.fileno(), mmap.PAGESIZE)
        self.environment = {
            "LD_PRELOAD": str(built(place)),
            "DIALFLOOR_FAULTS": str(page),
            "DIALFLOOR_FAULT_ROOT": str(root),
            **({"DIALFLOOR_FAULT_TRACE": str(self.trace)} if recorded else {}),
        }

    def wall(self, seconds: float) -> None:
        """The wall clock is off by so much from now on."""
        self._put(0, int(seconds * 1e9))

    def slow_syncs(self, milliseconds: int, suffix: str = "") -> None:
        """Each sync of a file whose path ends so takes longer by so much."""
        self._only(suffix)
        self._put(1, milliseconds * 1_000)

    def failing_writes(self, errno: int, suffix: str = "") -> None:
        """Each write to such a file fails; 0 ends it."""
        self._only(suffix)
        self._put(2, errno)

    def failing_syncs(self, errno: int, suffix: str = "") -> None:
        """Each sync of such a file fails; 0 ends it."""
        self._only(suffix)
        self._put(3, errno)

    @contextmanager
    def hanging_syncs(self, suffix: str) -> Iterator[None]:
        """While the block runs, a sync of such a file does not return."""
        self._only(suffix)
        self._put(4, 1)
        try:
            yield
        finally:
            self._put(4, 0)

    def close(self) -> None:
        """Let the page go."""
        self._page.close()
        self._file.close()

    def _put(self, place: int, number: int) -> None:
        self._page[place * 8 : place * 8 + 8] = struct.pack("<q", number)

    def _only(self, suffix: str) -> None:
        self._page[40 : 40 + SUFFIX_BYTES] = suffix.encode().ljust(SUFFIX_BYTES, b"\0")


def built(place: Path) -> Path:
    """The shim, compiled. Raises `NoShim`."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or os.uname().sysname != "Linux":
        message = "a C compiler and Linux are needed for the shim"
        raise NoShim(message)
    target = place / "fault_shim.so"
    command = [compiler, "-O2", "-shared", "-fPIC", "-o", str(target), str(SOURCE), "-ldl", "-lpthread"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoShim(done.stderr.strip())
    return target
