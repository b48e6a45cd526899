"""What `dialfloor doctor` looks at on the machine: Python, Qt, the screen, SQLite, time zones, the port."""

import json
import os
import platform
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.bootstrap.finding import Finding, fail, warn, well
from app.engine.value import Instant
from app.reports.cells import time_cell
from app.reports.local_time import load_zone, tz_version
from app.ui.players import players

PORT = 8787
OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 35, 0)
"""RETURNING and UPDATE FROM."""

_QT_SECONDS = 60
_SETUP = "run `make setup`: it installs what Qt needs on Debian and Ubuntu"
_PROBE = """
import json
from PySide6 import __version__
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
app = QApplication([])
print(json.dumps([__version__, app.platformName(), len(QFontDatabase.families())]))
"""
"""In a process of its own: a Qt that cannot load its platform plugin aborts, and the doctor must not."""


def machine_findings(now: Instant, environment: Mapping[str, str], engine_url: str | None) -> Iterator[Finding]:
    """Every check that needs no data folder. `engine_url` is where that folder's engine says it listens."""
    yield _python(sys.version_info[:3])
    yield from qt_findings(environment)
    yield sqlite_finding(sqlite3.sqlite_version_info)
    yield tz_finding(tz_version(), now)
    yield port_finding(PORT, engine_url)


def _python(version: tuple[int, ...]) -> Finding:
    shown = f"Python {'.'.join(map(str, version))} on {platform.system()} {platform.machine()}"
    if version < OLDEST_PYTHON:
        return fail("Python", shown, "install Python 3.11 or newer; `make setup` brings its own")
    return well("Python", shown)


def qt_findings(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Qt's libraries and fonts without a screen, then the screen."""
    answer, said = _probe({**environment, "QT_QPA_PLATFORM": "offscreen"})
    if answer is None:
        yield fail("Qt", said, _qt_step(said))
        return
    version, _, fonts = answer
    yield well("Qt", f"PySide6 {version} opens an application offscreen")
    if fonts:
        yield well("Fonts", f"{fonts} families; the window brings Inter along")
    else:
        yield warn("Fonts", "Qt finds none; the window has only its own", "install fontconfig and fonts-dejavu-core")
    yield screen_finding(environment)
    yield sound_finding([Path(command[0]).name for command in players()], sys.platform)


def sound_finding(found: Sequence[str], platform_name: str) -> Finding:
    """What will play the sound of an alert."""
    if platform_name == "win32":
        return well("Sound", "Windows plays the alert's sound")
    if found:
        return well("Sound", f"{found[0]} plays the alert's sound")
    wanted = "pipewire-bin, pulseaudio-utils or alsa-utils"
    return well("Sound", f"no player is here, alerts ring the bell; {wanted} would bring one")


def screen_finding(environment: Mapping[str, str]) -> Finding:
    """Whether a window can be seen here."""
    if sys.platform.startswith("linux") and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        step = "start it in a desktop session, or use `dialfloor --connect URL` from a machine that has one"
        return warn("Screen", "no display here; engine and commands work without one", step)
    natural = {name: value for name, value in environment.items() if name != "QT_QPA_PLATFORM"}
    answer, said = _probe(natural)
    if answer is None:
        return fail("Screen", said, _qt_step(said))
    return well("Screen", f"Qt opens it with its {answer[1]} plugin")


def _qt_step(said: str) -> str:
    if "No module named" in said:
        return "run `make setup`: the environment lacks PySide6"
    if "xcb" in said:
        return f"{_SETUP} (libxcb-cursor0 and its kin)"
    return _SETUP


def _probe(environment: Mapping[str, str]) -> tuple[tuple[str, str, int] | None, str]:
    """Qt's version, platform and number of font families; or None and the last line of what it said."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _PROBE],
            env=dict(environment),
            capture_output=True,
            text=True,
            timeout=_QT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None, f"Qt did not start within {_QT_SECONDS} s"
    except OSError as fault:
        return None, f"{sys.executable} cannot be started ({fault.strerror})"
    if done.returncode == 0:
        version, plugin, fonts = json.loads(done.stdout.splitlines()[-1])
        return (version, plugin, fonts), ""
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    return None, lines[-1] if lines else f"Qt ended with code {done.returncode}"


def sqlite_finding(version: tuple[int, ...]) -> Finding:
    """The SQLite that Python was built with."""
    shown = f"SQLite {'.'.join(map(str, version))}"
    if version < OLDEST_SQLITE:
        return fail("SQLite", shown, "3.35 or newer is needed; `make setup` brings a Python that has it")
    return well("SQLite", shown)


def tz_finding(version: str, now: Instant) -> Finding:
    """The shipped tz database: summer times are changed by law every year."""
    load_zone("America/New_York")
    year = int(time_cell(now)[:4])
    if not version[:4].isdigit() or int(version[:4]) < year - 1:
        return warn("Time zones", f"tz database {version}", "update: local times in exports may be an hour off")
    return well("Time zones", f"tz database {version}, shipped with the program")


def port_finding(port: int, engine_url: str | None) -> Finding:
    """Whether the engine's usual port is free, or is ours already."""
    if engine_url is not None and engine_url.rstrip("/").endswith(f":{port}"):
        return well("Port", f"{port} is where this folder's engine listens")
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as fault:
            step = f"stop what listens there, or start the engine with --port; `ss -ltnp sport = :{port}` names it"
            return warn("Port", f"{port} cannot be had ({fault.strerror})", step)
    return well("Port", f"{port} is free")
