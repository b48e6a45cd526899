"""A national do-not-call list of generated numbers: import, disk, memory, look-up.

`python -m tests.bench national_list` takes a tenth of the registry's numbers, and
`python -m tests.bench.national_list 258000000` all of them.
"""

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from app.compliance.area_codes import read_area_codes
from db.national_lists import NationalList, NationalLists
from tests.bench.report import heading, say

TENTH = 25_800_000
ASKED = 1_000_000
REGISTRY_BYTES = 12
"""`212,5550134` and a line feed."""


def main(lines: int = TENTH) -> None:
    """Print what an import takes beside a bare SHA-256 of the same file, and what a look-up takes."""
    heading(f"national list: {lines:,} generated numbers", "numpy")
    with tempfile.TemporaryDirectory(prefix="dialfloor-national-") as root:
        file, folder = Path(root) / "all.txt", Path(root) / "floor"
        generate(file, lines)
        hashed = _hash_s(file)
        took, peak = _import(file, folder)
        size = sum(path.stat().st_blocks * 512 for path in (folder / "dnc").rglob("*") if path.is_file())
        say(f"the file {file.stat().st_size / 1e9:.2f} GB; a bare SHA-256 of it {hashed:.1f} s")
        say(f"import {took:.1f} s, {lines / took / 1e6:.1f} million lines/s: {took / hashed:.1f}x the bare SHA-256")
        say(f"on disk {size / 1e6:.0f} MB; peak memory {peak / 1e6:.0f} MB")
        held = NationalLists(folder).open()
        if held is not None:
            say(f"{held.manifest.numbers:,} numbers in {len(held.manifest.codes)} area codes")
            _look_up(held)
            held.close()


def generate(file: Path, lines: int) -> None:
    """A file as the registry gives it: by area code, rising."""
    draw = np.random.default_rng(1)
    codes = sorted(int(code) for code in read_area_codes().geographic())
    share, more = divmod(lines, len(codes))
    with file.open("wb") as out:
        for at, code in enumerate(codes):
            free = draw.choice(8_000_000, share + (at < more), replace=False, shuffle=False) + 2_000_000
            free.sort()
            rows = np.full((len(free), REGISTRY_BYTES), ord("\n"), np.uint8)
            rows[:, :4] = np.frombuffer(f"{code:03},".encode(), np.uint8)
            for column in range(7):
                rows[:, 4 + column] = free // 10 ** (6 - column) % 10 + ord("0")
            out.write(rows.tobytes())


def _hash_s(file: Path) -> float:
    start = time.perf_counter()
    with file.open("rb") as source:
        hashlib.file_digest(source, "sha256")
    return time.perf_counter() - start


def _import(file: Path, folder: Path) -> tuple[float, int]:
    """Seconds of the command itself, and the most memory it held at once, in bytes."""
    command = [sys.executable, "-m", "app", "dnc", "import", str(file), "--data", str(folder), "--kind", "national"]
    start = time.perf_counter()
    child = subprocess.Popen([*command, "--taken-on", time.strftime("%Y-%m-%d", time.gmtime())])
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit("the import failed")
    return time.perf_counter() - start, used.ru_maxrss * 1024


def _look_up(held: NationalList) -> None:
    dice = random.Random(2)
    codes = [code.code for code in held.manifest.codes]
    asked = [dice.choice(codes) * 10_000_000 + dice.randrange(2_000_000, 10_000_000) for _ in range(ASKED)]
    for name in ("first time", "again"):
        start = time.perf_counter()
        hits = sum(map(held.bits.has, asked))
        each = (time.perf_counter() - start) / ASKED * 1e9
        say(f"a look-up, {name}: {each:.0f} ns; {hits:,} of {ASKED:,} random numbers are listed")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TENTH)
