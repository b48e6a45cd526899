"""A Redis of the bench's own: a unix socket in a temporary folder, no port, gone with the block."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.debian import first_line, program

SYNCED = ("--appendonly", "yes", "--appendfsync", "always")
"""Every write is on the disk before it is answered."""


def redis_version() -> str:
    """As the program says it."""
    return first_line(program("redis-server", "redis-server"), "--version").split("v=")[1].split()[0]


@contextmanager
def redis(*options: str) -> Iterator[Path]:
    """A server with Redis's own defaults but for `options`; the path of its socket."""
    command = program("redis-server", "redis-server")
    with tempfile.TemporaryDirectory(prefix="dialfloor-redis-") as root:
        socket = Path(root) / "redis.sock"
        child = subprocess.Popen(
            [command, "--port", "0", "--unixsocket", str(socket), "--dir", root, *options],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        try:
            for line in child.stdout:
                if "ready to accept connections" in line.lower():
                    break
            else:
                raise RuntimeError(f"redis-server ended with {child.wait()}")
            yield socket
        finally:
            child.terminate()
            child.wait()
            child.stdout.close()
