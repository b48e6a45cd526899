"""SIGKILL at a random instant, again and again on one folder, under callers that notice nothing but a broken line."""

import os
import subprocess
import time
from contextlib import ExitStack, closing

from tests.e2e.serving import PROGRAM
from tests.proof.callers import Load
from tests.proof.ledger import calls_in, open_log
from tests.proof.outcome import Round
from tests.proof.site import Made, Site, check_folder, demand, wait
from tests.proof.watcher import Watcher

WHOLE_EVERY = 10
"""Rounds after which everything is checked, by `dialfloor verify` too, and the window is looked at."""

SPEEDS = ("1", "60", "600")
"""How fast the engine's time runs: at 60 an hour's window slides through in a minute, under real load."""

START_S = 1.5


class Kills:
    """A folder, its callers and a window that live through all rounds."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._site: Site | None = None
        self._load: Load | None = None
        self._checked = 0
        self._before: set[str] = set()

    def run(self, made: Made, turn: Round) -> None:
        """One life of the engine, ended in its start, in its first calls, or in full flight."""
        site, load, watcher = self._begin(made, turn)
        site.dice.seed(turn.seed)
        whole = turn.number % WHOLE_EVERY == 0 or turn.number == turn.of
        try:
            if whole:
                self._whole_life(site, load, watcher)
            elif site.dice.random() < 0.25:
                self._killed_in_its_start(site)
            else:
                with site.engine(None, "--speed", site.dice.choice(SPEEDS)) as engine:
                    load.until(len(load.told().acks) + site.dice.randrange(1, 300), 5)
                    wait(site.dice.random() * 0.02)
                    engine.kill()
            self._check(site, load, turn, whole=whole)
        finally:
            if turn.number == turn.of:
                self._open.close()

    def _begin(self, made: Made, turn: Round) -> tuple[Site, Load, Watcher]:
        if self._site is None or self._load is None:
            self._site = Site(made, turn.place, turn.seed)
            with closing(open_log(self._site.data)) as log:
                self._before = calls_in(log)
            self._load = self._open.enter_context(Load(self._site.address, made.tokens, turn.seed))
            self._watcher = self._open.enter_context(Watcher(self._site.address, made.supervisor))
        return self._site, self._load, self._watcher

    def _whole_life(self, site: Site, load: Load, watcher: Watcher) -> None:
        with site.engine() as engine:
            demand(watcher.until("Live") >= 0, "an engine serves, and the window is not Live")
            load.until(len(load.told().acks) + 50, 5)
            ends = time.monotonic() + 30
            load.hold()
            while load.pending and time.monotonic() < ends:
                wait(0.02)
            load.go_on()
            engine.kill()
            demand(watcher.until("Reconnecting") >= 0, f"the engine is dead, and the badge says {watcher.badge()}")

    def _killed_in_its_start(self, site: Site) -> None:
        command = [*PROGRAM, "serve", "--data", str(site.data), "--port", str(site.port)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ) as engine:
            wait(site.dice.random() * START_S)
            engine.kill()

    def _check(self, site: Site, load: Load, turn: Round, *, whole: bool) -> None:
        told = load.told()
        new = told.acks[self._checked :] if not whole else told.acks
        found = check_folder(site.data, new, verified=whole)
        found.acknowledged, self._checked = len(told.acks) - self._checked, len(told.acks)
        turn.outcome.take(turn.seed, found)
        turn.outcome.refused_503 = told.statuses[503]
        turn.outcome.broken += told.faults if turn.number == turn.of else []
        if whole:
            with closing(open_log(site.data)) as log:
                untold = calls_in(log) - self._before - {ack.id for ack in told.acks if ack.kind == "call"}
            sentence = f"{len(untold)} calls were charged that no dialer was told of ({load.pending} are asking)"
            demand(len(untold) <= load.pending, sentence)
