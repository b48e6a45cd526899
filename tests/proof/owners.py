"""Two owners of one folder, and an owner that stands still: only one decides, whatever becomes of the lock file."""

import signal
import time

from tests.e2e.serving import run_cli
from tests.proof.floor_under_fault import floor_under_fault
from tests.proof.outcome import Round
from tests.proof.site import Made, demand, wait

STOPPED_S = 60.0
STALE_S = 6.0
"""The badge says so within three; this process may be kept from looking by the other lane."""
SHORT_S = 8.0


def two(made: Made, turn: Round) -> None:
    """A second engine is refused by name, with the lock file there and with it removed; the first goes on."""
    with floor_under_fault(made, turn) as floor:
        for removed in (False, True):
            if removed:
                (floor.site.data / "engine.lock").unlink()
            second = run_cli("serve", "--data", str(floor.site.data), "--port", "0")
            demand(second.returncode == 3, f"a second engine ended with {second.returncode}, lock removed: {removed}")
            demand(str(floor.engine.process.pid) in second.stderr, f"it does not name the owner: {second.stderr}")
            floor.goes_on()


def stopped(made: Made, turn: Round) -> None:
    """SIGSTOP for a minute: nobody is answered, the window says so, and afterwards all goes on where it was."""
    seconds = SHORT_S if turn.is_short else STOPPED_S
    with floor_under_fault(made, turn) as floor:
        floor.engine.process.send_signal(signal.SIGSTOP)
        took = floor.watcher.until("Stale")
        demand(
            0 <= took < STALE_S, f"the engine stands still, and the badge says {floor.watcher.badge()} after {took} s"
        )
        looked = run_cli("doctor", "--data", str(floor.site.data))
        demand("is stopped" in looked.stdout.replace("\n", " "), f"doctor does not see it:\n{looked.stdout}")
        second = run_cli("serve", "--data", str(floor.site.data), "--port", "0")
        demand(second.returncode == 3, f"a second engine ended with {second.returncode} while the first stands still")
        wait(seconds)
        demand(floor.watcher.badge() != "Live", "the engine stands still, and the badge says Live")
        floor.engine.process.send_signal(signal.SIGCONT)
        began = time.monotonic()
        demand(floor.watcher.until("Live", 15) >= 0, f"it goes on, and the badge says {floor.watcher.badge()}")
        turn.outcome.note = f"stood {seconds:.0f} s, Live again after {time.monotonic() - began:.1f} s"
        floor.goes_on()
