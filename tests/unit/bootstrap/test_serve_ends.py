"""An engine that was told to stop ends, even if one of its threads never returns from the system."""

import subprocess
import sys

from app.bootstrap.serve import STUCK

STUCK_THREAD = """
import threading
from pathlib import Path
from app.bootstrap import serve
from db.folder import Folder
serve.STOP_LIMIT_S = 0.05
life = serve._Life(serve.Served(Folder(Path("nowhere")), "127.0.0.1", 0))
life.must_end()
{then}
threading.Event().wait(0.5)
"""


def ended(then: str) -> int:
    return subprocess.run([sys.executable, "-c", STUCK_THREAD.format(then=then)], timeout=60, check=False).returncode


def test_a_thread_that_never_returns_is_left_behind() -> None:
    assert ended("threading.Thread(target=threading.Event().wait).start()") == STUCK


def test_an_engine_that_ended_by_itself_is_not_hurried() -> None:
    assert ended("life.ended_well()") == 0
