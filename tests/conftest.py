"""Hostile defaults for every test: no socket but loopback, no thread left behind, no screen needed.

Warnings are errors, markers are strict and the order is random by pyproject.toml.
"""

import ipaddress
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

# Before any import of Qt: a test run needs no display, and a developer's own screen stays untouched.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two shared cores make single examples slow now and then: no deadline, so that slowness is never a red test.
settings.register_profile("dev", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", deadline=None, max_examples=200, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

JOIN_SECONDS = 2.0
GUARDED = frozenset({"socket.connect", "socket.bind", "socket.sendto"})


class NoQt(MetaPathFinder):
    """A machine without Qt: `make test-without-qt` shows that everything but tests/ui runs on one."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Say of Qt's packages that they are not installed, and leave the others to the next finder."""
        if fullname.partition(".")[0] in {"PySide6", "shiboken6", "pyqtgraph", "qtawesome", "qtpy"}:
            raise ModuleNotFoundError(f"No module named {fullname!r} (a run without Qt)", name=fullname)
        return None


if os.environ.get("DIALFLOOR_WITHOUT_QT"):
    sys.meta_path.insert(0, NoQt())


def pytest_addoption(parser: pytest.Parser) -> None:
    """Own pytest-qt's settings in a run without it, or strict configuration would call them unknown."""
    if os.environ.get("DIALFLOOR_WITHOUT_QT"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "a setting of pytest-qt, which is absent")


class SocketForbidden(RuntimeError):
    """A test reached for a network; not an OSError, so that no retry swallows it."""


def _is_loopback(host: object) -> bool:
    """Whether `host` names this machine. Paths of Unix sockets and netlink numbers are local by their nature."""
    if not isinstance(host, str):
        return True
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _forbid_networks(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook (PEP 578): sees every socket CPython opens, whichever library asked for it."""
    if event in GUARDED:
        address = arguments[-1]
        if isinstance(address, tuple) and address and not _is_loopback(address[0]):
            raise SocketForbidden(f"{event} to {address!r}: tests may use loopback only")
    elif event == "socket.getaddrinfo":
        host = arguments[0]
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        if isinstance(name, str) and name and not _is_loopback(name):
            raise SocketForbidden(f"looking up {name!r}: tests may use loopback only")


def pytest_configure() -> None:
    """Put the guard up once a process; an audit hook cannot be taken down, and need not be."""
    sys.addaudithook(_forbid_networks)


def leaked_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads that started since `before` and do not end within `JOIN_SECONDS` of being waited for.

    A thread that Qt or C made and Python only met (`_DummyThread`) cannot be joined and is not counted.
    """
    started = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in started:
        thread.join(JOIN_SECONDS)
    return [thread for thread in started if thread.is_alive()]


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test() -> Iterator[None]:
    """Fail the test that leaves a thread running: the next test would meet its writes."""
    before = set(threading.enumerate())
    yield
    left = leaked_threads(before)
    if left:
        pytest.fail("threads left running: " + ", ".join(sorted(thread.name for thread in left)))
