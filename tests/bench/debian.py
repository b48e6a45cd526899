"""Programs that a benchmark is measured against, from Debian's packages: found, fetched by root, or asked for."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.bench.report import say


def program(name: str, package: str, *places: str) -> str:
    """The path of a program; root fetches its package where it is missing, anyone else is told what to type."""
    found = _find(name, places)
    if found is None and os.geteuid() == 0:
        say(f"fetching {package}")
        for words in (["update"], ["install", "-y", "--no-install-recommends", package]):
            subprocess.run(["/usr/bin/apt-get", "-qq", *words], check=True, stdout=subprocess.DEVNULL)
        found = _find(name, places)
    if found is None:
        raise SystemExit(f"{name} is missing. Type: sudo apt-get install --no-install-recommends {package}")
    return found


def _find(name: str, places: tuple[str, ...]) -> str | None:
    """On the path, or where Debian keeps what has versions: the newest."""
    for place in places:
        for folder in sorted(Path("/").glob(place), reverse=True):
            if (folder / name).exists():
                return str(folder / name)
    return shutil.which(name)


def first_line(*command: str) -> str:
    """What a program says of its version."""
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return said.splitlines()[0].strip()
