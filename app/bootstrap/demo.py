"""The demo floor: a temporary folder with a morning of history, its engine, simulated dialers, and the window."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bootstrap.morning import Morning, make_morning
from app.client.engine_process import EngineProcess, EngineReady, serve_command
from app.clock import read_wall
from db.folder import Folder

TOKEN_VARIABLE = "DIALFLOOR_TOKEN"  # noqa: S105 -- the name of a variable, not a token
_SIMULATOR_END_S = 20.0


class DemoFailed(RuntimeError):
    """The demo cannot run; the message says why."""


class DemoFloor:
    """A running demo: where its engine listens and who may look."""

    def __init__(self, url: str, morning: Morning, simulator: subprocess.Popen[str]) -> None:
        self.url = url
        self.morning = morning
        self._simulator = simulator

    def stop_dialers(self) -> str:
        """Let the simulated dialers end their sessions; returns their report."""
        self._simulator.terminate()
        try:
            said, _ = self._simulator.communicate(timeout=_SIMULATOR_END_S)
        except subprocess.TimeoutExpired:
            self._simulator.kill()
            said, _ = self._simulator.communicate()
        return said


@contextmanager
def demo_floor(agents: int, seed: int, tell: Callable[[str], None]) -> Iterator[DemoFloor]:
    """A demo floor that lasts as long as the block; nothing of it is left. Raises `DemoFailed`."""
    with tempfile.TemporaryDirectory(prefix="dialfloor-demo-") as root:
        folder = Folder(Path(root))
        tell(f"Making a shift of history for {agents} agents ...")
        morning = make_morning(folder, agents, seed, read_wall())
        tell(f"  {morning.requests:,} requests, {morning.calls:,} calls")
        with _running_engine(folder) as url, _dialers(url, morning, agents, seed) as simulator:
            try:
                yield DemoFloor(url, morning, simulator)
            finally:
                if simulator.poll() is None:
                    simulator.kill()
                    simulator.communicate()


@contextmanager
def _running_engine(folder: Folder) -> Iterator[str]:
    engine = EngineProcess(serve_command(folder.root))
    try:
        started = engine.start()
        if not isinstance(started, EngineReady):
            raise DemoFailed(started.sentence)
        yield started.url
    finally:
        engine.stop()


def _dialers(url: str, morning: Morning, agents: int, seed: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "app", "simulate", "--url", url, "--agents", str(agents), "--seed", str(seed)]
    # The token goes by the environment: a command line can be read by every user of the machine.
    return subprocess.Popen(
        command,
        env={**os.environ, TOKEN_VARIABLE: morning.admin_token},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
