"""packaging/bootstrap's branches, with the machine faked at its commands: who runs it, what the loader finds, apt."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.house.planting import ROOT

pytestmark = pytest.mark.skipif(not Path("/etc/debian_version").exists(), reason="the branches are Debian's")

LIBRARIES = """
libglib-2.0.so.0 libGL.so.1 libEGL.so.1 libxkbcommon.so.0 libfontconfig.so.1 libfreetype.so.6 libdbus-1.so.3
libgssapi_krb5.so.2 libX11-xcb.so.1 libxkbcommon-x11.so.0 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0
libxcb-keysyms.so.1 libxcb-randr.so.0 libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-sync.so.1 libxcb-xfixes.so.0
libxcb-xkb.so.1
""".split()  # noqa: SIM905 - a list of words is read more easily


class Machine:
    """A checkout on a machine whose `id`, `ldconfig` and `apt-get` are scripts of ours."""

    def __init__(self, place: Path) -> None:
        self.root = place / "checkout"
        self.commands = place / "commands"
        self.loader = place / "loader-cache"
        self.apt_calls = place / "apt-calls"
        (self.root / "packaging").mkdir(parents=True)
        self.commands.mkdir()
        shutil.copy(ROOT / "packaging/bootstrap", self.root / "packaging/bootstrap")
        for name in ("uv.lock", "pyproject.toml"):
            (self.root / name).write_text("locked\n")
        self.script("ldconfig", f"cat {self.loader}")
        self.script("apt-get", f'echo "$@" >>{self.apt_calls}')
        self.found(LIBRARIES)
        self.user(0)

    def script(self, name: str, body: str) -> None:
        """Put a command of ours before the machine's."""
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def found(self, libraries: list[str]) -> None:
        """What the loader finds, in the form of `ldconfig -p`."""
        self.loader.write_text("".join(f"\t{name} (libc6,x86-64) => /usr/lib/{name}\n" for name in libraries))

    def user(self, number: int) -> None:
        """Who runs it; 0 is root."""
        self.script("id", f"echo {number}")

    def set_up(self, *options: str, python: str = "/nonexistent/python") -> subprocess.CompletedProcess[str]:
        """Run it. Without a Python it ends after the system libraries: nothing is fetched in a test."""
        return subprocess.run(
            ["/bin/sh", str(self.root / "packaging/bootstrap"), *options],
            env={"PATH": f"{self.commands}:/usr/bin:/bin", "DIALFLOOR_PYTHON": python, "HOME": "/nonexistent"},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )

    def stamped(self) -> None:
        """Leave behind what a set-up that has ended leaves."""
        parts = b"".join(
            (self.root / name).read_bytes() for name in ("uv.lock", "pyproject.toml", "packaging/bootstrap")
        )
        total = subprocess.run(["/usr/bin/cksum"], input=parts, capture_output=True, check=True).stdout.decode()
        (self.root / ".venv/bin").mkdir(parents=True)
        (self.root / ".venv/bin/python").symlink_to("/bin/true")
        (self.root / ".venv/.dialfloor-stamp").write_text(f"{os.path.realpath(self.root)} {total}")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with every library and root at the keys."""
    return Machine(tmp_path)


def test_a_plain_user_is_told_the_exact_command(machine: Machine) -> None:
    machine.user(1000)
    machine.found([name for name in LIBRARIES if name not in {"libEGL.so.1", "libxcb-cursor.so.0"}])
    answer = machine.set_up()
    assert answer.returncode == 1
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0\n"
        in answer.stderr
    )
    assert not machine.apt_calls.exists()


def test_root_gets_what_is_missing(machine: Machine) -> None:
    machine.found([name for name in LIBRARIES if name != "libEGL.so.1"])
    whole = "\\n".join(f"\\t{name} (libc6)" for name in LIBRARIES)
    machine.script("apt-get", f'echo "$@" >>{machine.apt_calls}; printf "{whole}\\n" >{machine.loader}')
    answer = machine.set_up()
    assert machine.apt_calls.read_text() == "update\ninstall -y --no-install-recommends libegl1\n"
    assert "installing system packages: libegl1" in answer.stdout
    assert "DIALFLOOR_PYTHON is /nonexistent/python" in answer.stderr


def test_an_apt_that_fails_is_a_sentence_with_its_last_lines(machine: Machine) -> None:
    machine.found([])
    machine.script("apt-get", "echo 'E: no route to host' >&2; exit 100")
    answer = machine.set_up()
    assert answer.returncode == 1
    assert "E: no route to host" in answer.stderr
    assert "apt-get could not install: libglib2.0-0 libgl1" in answer.stderr
    assert "Is the machine online?" in answer.stderr


def test_an_apt_that_installs_nothing_is_seen(machine: Machine) -> None:
    machine.found([name for name in LIBRARIES if name != "libGL.so.1"])
    answer = machine.set_up()
    assert answer.returncode == 1
    assert "still missing after installing: libgl1." in answer.stderr


def test_a_python_that_is_too_old_is_named(machine: Machine) -> None:
    machine.script("old-python", "exit 1")
    answer = machine.set_up(python=str(machine.commands / "old-python"))
    assert answer.returncode == 1
    assert f"DIALFLOOR_PYTHON is {machine.commands}/old-python, which is no CPython 3.11 or newer." in answer.stderr


def test_nothing_is_done_when_nothing_changed(machine: Machine) -> None:
    machine.stamped()
    answer = machine.set_up()
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_a_new_lock_file_is_seen(machine: Machine) -> None:
    machine.stamped()
    (machine.root / "uv.lock").write_text("locked anew\n")
    assert machine.set_up().returncode == 1


def test_an_unknown_option_is_refused(machine: Machine) -> None:
    answer = machine.set_up("--everything")
    assert answer.returncode == 1
    assert "unknown option --everything. Usage: packaging/bootstrap [--tests]" in answer.stderr
