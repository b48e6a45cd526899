"""Disks that are full, read-only, slow, or fail; and a job that hangs on one."""

import errno
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.e2e.serving import run_cli
from tests.proof.callers import Load
from tests.proof.floor_under_fault import FloorUnderFault, floor_under_fault, run_cli_under
from tests.proof.ledger import Found
from tests.proof.outcome import Round
from tests.proof.shim import Shim
from tests.proof.site import Made, Site, demand, wait

DISK_MIB = 48
SLOW_MS = 200
FAULT_S = 3.0
LONGEST_S = 10.0
"""Dialers give up later; how long an answer takes on a machine with nothing else to do is in the table."""


class NotRoot(RuntimeError):
    """A disk of its own cannot be mounted by this user."""


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A file system of its own. Raises `NotRoot`."""
    disk = place / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount") or "mount", shutil.which("umount") or "umount"
    command = [mount, "-t", "tmpfs", "-o", f"size={DISK_MIB}m", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        raise NotRoot
    try:
        yield disk
    finally:
        subprocess.run([umount, "-l", str(disk)], check=True)


def _fill(disk: Path) -> Path:
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4_096))
        except OSError as full:
            demand(full.errno == errno.ENOSPC, f"the small disk says {full}")
    return ballast


def full(made: Made, turn: Round) -> None:
    """A disk without room: 503 while it lasts, and on the spot it goes on."""
    try:
        with small_disk(turn.place) as disk, floor_under_fault(made, turn, site=Site(made, disk, turn.seed)) as floor:
            ballast = _fill(disk)
            _refuses(floor)
            _doctor_fails(floor.site.data, "Disk")
            ballast.unlink()
            floor.goes_on()
    except NotRoot:
        turn.outcome.note = "no right to mount: ENOSPC from the shim instead of a full disk"
        failing(made, turn, errno.ENOSPC)


def read_only(made: Made, turn: Round) -> None:
    """The kernel makes a running disk read-only; then an engine is started on one that is."""
    failing(made, turn, errno.EROFS)
    try:
        with small_disk(turn.place) as disk:
            site = Site(made, disk, turn.seed)
            mount = shutil.which("mount") or "mount"
            subprocess.run([mount, "-o", "remount,ro", str(disk)], check=True)
            done = run_cli("serve", "--data", str(site.data), "--port", "0")
            demand(done.returncode == 6, f"serve on a read-only folder ended with {done.returncode}: {done.stderr}")
            demand("Traceback" not in done.stderr, done.stderr)
            _doctor_fails(site.data, "Folder")
    except NotRoot:
        turn.outcome.note = "no right to mount: not started on a read-only disk"


def failing(made: Made, turn: Round, why: int) -> None:
    """Each write fails with this error for a while."""
    with floor_under_fault(made, turn) as floor:
        floor.shim.failing_writes(why)
        _refuses(floor)
        floor.shim.failing_writes(0)
        floor.goes_on()


def input_output_error(made: Made, turn: Round) -> None:
    """A dying disk: writes fail, then syncs do, of the log only or of all files."""
    with floor_under_fault(made, turn) as floor:
        floor.shim.failing_writes(errno.EIO, floor.site.dice.choice(("", "-wal")))
        _refuses(floor)
        floor.shim.failing_writes(0)
        floor.goes_on()
        floor.shim.failing_syncs(errno.EIO, "-wal")
        _refuses(floor)
        floor.shim.failing_syncs(0)
        floor.goes_on()


def _refuses(floor: FloorUnderFault) -> None:
    """For a while nothing is acknowledged any more but refusals with 503; the window stays Live and says so."""
    before = floor.statuses()
    ends = time.monotonic() + 60
    while floor.statuses()[503] < before[503] + 20 and time.monotonic() < ends:
        wait(0.05)
    demand(floor.statuses()[503] >= before[503] + 20, f"no 503 while nothing can be written: {floor.statuses()}")
    acks = floor.acks()
    wait(FAULT_S / 3)
    demand(floor.acks() == acks, f"{floor.acks() - acks} answers were acknowledged while nothing could be written")
    demand(floor.watcher.badge() == "Live", f"the engine lives, and the badge says {floor.watcher.badge()}")


def slow(made: Made, turn: Round) -> None:
    """Each sync takes 200 ms: decisions wait for it, and none is refused for it."""
    with floor_under_fault(made, turn) as floor:
        floor.shim.slow_syncs(SLOW_MS)
        before = floor.statuses()[503]
        for caller in floor.load.callers:
            caller.told.longest_s = 0.0
        wait(FAULT_S)
        floor.goes_on()
        longest = max(caller.told.longest_s for caller in floor.load.callers)
        demand(floor.statuses()[503] == before, f"503 on a slow disk: {floor.statuses()}")
        demand(longest < LONGEST_S, f"a decision took {longest:.1f} s at {SLOW_MS} ms a sync")
        demand(floor.watcher.badge() == "Live", f"a slow disk, and the badge says {floor.watcher.badge()}")
        turn.outcome.note = f"longest answer {longest * 1_000:.0f} ms"
        done = run_cli_under(floor, "doctor", "--data", str(floor.site.data))
        demand("slow" in done.stdout, f"doctor does not find the slow disk:\n{done.stdout}")
        floor.shim.slow_syncs(0)


def hung_job(made: Made, turn: Round) -> None:
    """The checkpoint's sync of the database does not return: decisions go on, the jobs' page says it."""
    with floor_under_fault(made, turn, pause_s=0.02) as floor:
        with floor.shim.hanging_syncs("dialfloor.db"):
            wait(FAULT_S)
            for _ in range(3):
                floor.goes_on()
            job = next(
                job for job in floor.site.get("/v1/jobs", made.admin).json()["jobs"] if job["name"] == "checkpoint"
            )
            demand(job["runningSince"] is not None, f"a job hangs, and its page says {job}")
            demand(floor.watcher.badge() == "Live", f"a job hangs, and the badge says {floor.watcher.badge()}")
        floor.goes_on()
    _stop_beside_a_hung_job(made, turn)


def _stop_beside_a_hung_job(made: Made, turn: Round) -> None:
    """An engine whose job hangs in the system can still be stopped, and the next one goes on."""
    site = Site(made, turn.place / "stop", turn.seed)
    with closing(Shim(site.place, site.data)) as shim, Load(site.address, made.tokens, turn.seed, 0.02) as load:
        with site.engine(shim.environment) as engine, shim.hanging_syncs("dialfloor.db"):
            demand(load.until(100), "no calls")
            wait(FAULT_S)
            began = time.monotonic()
            engine.process.terminate()
            code = engine.process.wait(60)
            turn.outcome.note = f"stopped in {time.monotonic() - began:.0f} s beside the hung job, code {code}"
        with site.engine() as engine:
            demand(load.until(len(load.told().acks) + 50), "the next engine does not go on")
            load.stop()
            engine.kill()
    turn.outcome.take(turn.seed, site.check(load.told().acks), load.told())


def _doctor_fails(data: Path, what: str) -> Found:
    done = run_cli("doctor", "--data", str(data))
    line = next((line for line in done.stdout.splitlines() if f" {what} " in line), "")
    demand("FAIL" in line, f"doctor says of {what}: {line or done.stdout}")
    return Found()
