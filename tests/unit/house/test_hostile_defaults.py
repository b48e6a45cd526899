"""The defaults of tests/conftest.py and pyproject.toml, each seen to fail a test that breaks it."""

import os
import re
import socket
import subprocess
import threading
from pathlib import Path

import pytest

from tests.unit.house.planting import ROOT, run_tool

WITHOUT_QT = ("-p", "no:pytest-qt") if os.environ.get("DIALFLOOR_WITHOUT_QT") else ()
PLANTED = """
import asyncio
import socket
import subprocess
import sys
import threading
import warnings


def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, args=(10,), daemon=True, name="forgotten").start()


def test_joins_its_thread():
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()


def test_warns():
    warnings.warn("old spelling", DeprecationWarning)


def test_qt_warns():
    from PySide6.QtCore import qWarning

    qWarning("painter not active")


def test_reaches_out():
    with socket.socket() as far:
        far.settimeout(0.1)
        far.connect(("192.0.2.1", 80))


def test_listens_to_the_world():
    with socket.socket() as near:
        near.bind(("0.0.0.0", 0))


def test_looks_a_name_up():
    socket.getaddrinfo("dialfloor.example", 443)


def test_swallows_the_network_error():
    try:
        socket.create_connection(("192.0.2.1", 80), 0.1)
    except OSError:
        return


async def _greet(reader, writer):
    writer.write(await reader.readline())
    writer.close()
    await writer.wait_closed()


async def _converse():
    server = await asyncio.start_server(_greet, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("localhost", port, family=socket.AF_INET)
        writer.write(b"hello\\n")
        assert await reader.readline() == b"hello\\n"
        writer.close()
        await writer.wait_closed()
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(1)", stdout=subprocess.PIPE)
    assert await child.communicate() == (b"1\\n", None)


def test_loopback_and_children_work():
    asyncio.run(_converse())


def test_unix_sockets_work(tmp_path):
    with socket.socket(socket.AF_UNIX) as near, socket.socket(socket.AF_UNIX) as far:
        near.bind(str(tmp_path / "s"))
        near.listen()
        far.connect(str(tmp_path / "s"))
"""
FAILS = {
    "test_leaves_a_thread": "threads left running: forgotten",
    "test_warns": "DeprecationWarning: old spelling",
    "test_reaches_out": "SocketForbidden: socket.connect",
    "test_listens_to_the_world": "SocketForbidden: socket.bind",
    "test_looks_a_name_up": "SocketForbidden: looking up 'dialfloor.example'",
    "test_swallows_the_network_error": "SocketForbidden: looking up",
}
PASSES = ("test_joins_its_thread", "test_loopback_and_children_work", "test_unix_sockets_work")


def _run_suite(place: Path, text: str) -> subprocess.CompletedProcess[str]:
    """One test file under our configuration and our root conftest."""
    (place / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    (place / "tests").mkdir()
    (place / "tests/conftest.py").write_text((ROOT / "tests/conftest.py").read_text())
    (place / "tests/test_planted.py").write_text(text)
    return run_tool(place, "pytest", "-v", "-rA", "--tb=short", "-p", "no:cacheprovider", *WITHOUT_QT)


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about a suite that breaks each default once."""
    place = tmp_path_factory.mktemp("suite")
    return _run_suite(place, PLANTED).stdout


@pytest.mark.parametrize("name", FAILS)
def test_a_broken_default_fails_the_test(account: str, name: str) -> None:
    summary = [line for line in account.splitlines() if re.match(rf"(FAILED|ERROR) .*::{name}\b", line)]
    assert len(summary) == 1, account
    assert FAILS[name] in summary[0]


@pytest.mark.parametrize("name", PASSES)
def test_what_is_allowed_passes(account: str, name: str) -> None:
    lines = [line for line in account.splitlines() if line.endswith(f"::{name}")]
    assert lines == [f"PASSED tests/test_planted.py::{name}"], account


@pytest.mark.skipif(bool(WITHOUT_QT), reason="a run without Qt")
def test_a_warning_of_qt_fails_the_test(account: str) -> None:
    assert "\nFAILED tests/test_planted.py::test_qt_warns" in account
    assert "Qt messages with level WARNING or above emitted" in account


def test_an_unknown_marker_is_an_error(tmp_path: Path) -> None:
    answer = _run_suite(tmp_path, "import pytest\n\n\n@pytest.mark.slwo\ndef test_it():\n    pass\n")
    assert answer.returncode == 2
    assert "'slwo' not found in `markers`" in answer.stdout


def test_this_run_is_guarded_too() -> None:
    with socket.socket() as far, pytest.raises(RuntimeError, match="loopback only"):
        far.connect(("192.0.2.1", 80))
    assert threading.main_thread().is_alive()
