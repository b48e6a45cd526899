"""Exactness of ours and the peers, on one story with a steered clock: `python -m tests.bench peers_exact`.

A client that never stops: about ten tries a second for three hours, against 60 a minute and 500 an hour, so that 1,500
admissions are right. Each admission and each denial is held against the exact log of what that very peer admitted:
admitted with no room and denied with room are both wrong, unless a millisecond decides. `Retry-After` is true if a try
a millisecond after it is admitted and one a millisecond before it is denied; a fork of the process asks, so that the
story goes on untouched. At once: 256 threads at one key with an empty minute, of which 60 may pass.
"""

import os
import random
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from app.engine.value import HOUR, MINUTE, SECOND
from tests.bench.report import heading, say
from tests.bench.steered import PEERS, Peer, Steered

T0 = 1_790_000_000 * SECOND
LONG = 3 * HOUR
MILLISECOND = 1_000
ASKED_WAITS = 60
AT_ONCE = 256
RACES = 20


class Exactness(NamedTuple):
    """What three hours of one client came to."""

    admitted: int
    without_room: int
    denied_with_room: int
    most_in_a_minute: int
    true_waits: int
    waits: int


class Truth:
    """The exact log of what a peer admitted."""

    def __init__(self) -> None:
        self._log: deque[int] = deque()
        self.most_in_a_minute = 0

    def has_room(self, now: int) -> bool:
        """Whether both windows that end at `now` have room for one more."""
        log = self._log
        return (len(log) < 60 or log[-60] <= now - MINUTE) and (len(log) < 500 or log[-500] <= now - HOUR)

    def note(self, now: int) -> None:
        """One admission."""
        self._log.append(now)
        while self._log[0] <= now - HOUR:
            self._log.popleft()
        within = sum(1 for at in self._log if at > now - MINUTE)
        self.most_in_a_minute = max(self.most_in_a_minute, within)


def story(make: Callable[[Steered], Peer], seed: int = 5) -> Exactness:
    """Three hours of one peer."""
    dice, clock, truth = random.Random(seed), Steered(T0), Truth()
    with clock.ruling():
        peer = make(clock)
        admitted = without_room = denied = true_waits = waits = tries = 0
        while clock.now < T0 + LONG:
            tries += 1
            asked = peer.ask()
            if asked:
                admitted += 1
                without_room += not truth.has_room(clock.now + MILLISECOND)
                truth.note(clock.now)
            else:
                denied += truth.has_room(clock.now - MILLISECOND)
                if tries % (LONG // (SECOND // 10) // ASKED_WAITS) == 0:
                    waits += 1
                    true_waits += _is_true(peer, clock)
            clock.now += dice.randrange(SECOND // 20, 3 * SECOND // 20)
    return Exactness(admitted, without_room, denied, truth.most_in_a_minute, true_waits, waits)


def _is_true(peer: Peer, clock: Steered) -> bool:
    at = clock.now + peer.wait_us()
    return _would_admit(peer, clock, at + MILLISECOND) and not _would_admit(peer, clock, at - MILLISECOND)


def _would_admit(peer: Peer, clock: Steered, at: int) -> bool:
    child = os.fork()
    if child == 0:
        clock.now = at
        os._exit(0 if peer.ask() else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def race(make: Callable[[Steered], Peer]) -> int:
    """The most that passed of 256 threads at once, over some rounds; a switch of threads nearly everywhere."""
    kept, most = sys.getswitchinterval(), 0
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(RACES):
            clock = Steered(T0)
            with clock.ruling():
                most = max(most, _race(make(clock)))
    finally:
        sys.setswitchinterval(kept)
    return most


def _race(peer: Peer) -> int:
    gate, passed = threading.Barrier(AT_ONCE), list[bool]()

    def ask() -> None:
        gate.wait()
        passed.append(peer.ask())

    threads = [threading.Thread(target=ask) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(passed)


def main() -> None:
    """Print the table."""
    heading(
        "Exactness: one client that never stops, 3 hours, 60/min and 500/h", "limits", "pyrate-limiter", "throttled-py"
    )
    say(
        f"{'':30}{'admitted':>9}{'with no room':>14}{'denied with room':>18}{'most a minute':>15}"
        f"{'Retry-After true':>18}{'of 256 at once':>16}"
    )
    for name, make in PEERS:
        found = story(make)
        true = f"{100 * found.true_waits / found.waits:.0f} %" if found.waits else "-"
        say(
            f"{name:30}{found.admitted:>9,}{found.without_room:>14,}{found.denied_with_room:>18,}"
            f"{found.most_in_a_minute:>15}{true:>18}{race(make):>16}"
        )
    say("right: 1,500 admitted, 0, 0, 60, 100 %, 60")


if __name__ == "__main__":
    main()
