"""A PostgreSQL cluster of the bench's own: a unix socket in a temporary folder, fsync on, gone with the block."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.debian import first_line, program

PLACES = "usr/lib/postgresql/*/bin"
PORT = 54_329


def postgres_version() -> str:
    """As the program says it."""
    return first_line(program("postgres", "postgresql", PLACES), "--version").rsplit(") ", 1)[-1].split()[0]


@contextmanager
def postgres() -> Iterator[Path]:
    """A cluster with PostgreSQL's own defaults; the folder of its socket. Root runs it as somebody else."""
    initdb, pg_ctl = (program(name, "postgresql", PLACES) for name in ("initdb", "pg_ctl"))
    with tempfile.TemporaryDirectory(prefix="dialfloor-pg-") as root:
        user = _somebody_else()
        if user is not None:
            shutil.chown(root, user)
        cluster = Path(root) / "cluster"

        def run(*command: str) -> None:
            # Not captured: the server would inherit the pipe, and reading it would never end.
            subprocess.run(command, check=True, cwd=root, user=user, stdout=subprocess.DEVNULL)

        run(initdb, "-D", str(cluster), "-U", "bench", "--auth=trust", "--encoding=UTF8", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories='{root}' -c port={PORT}"
        run(pg_ctl, "-D", str(cluster), "-w", "-l", f"{root}/log", "-o", options, "start")
        try:
            yield Path(root)
        finally:
            run(pg_ctl, "-D", str(cluster), "-w", "-m", "fast", "stop")


def _somebody_else() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
