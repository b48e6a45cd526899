"""Power cuts: recorded lives of an engine, cut at many random instants; each disk is opened, checked, started again."""

import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.wal import commits_cut_off
from tests.e2e.serving import Serving, dial, run_cli
from tests.proof.callers import Load
from tests.proof.disk_record import SYNC_END, Disk, Event, events_of
from tests.proof.ledger import Ack
from tests.proof.outcome import Round
from tests.proof.shim import Shim
from tests.proof.site import Made, Site, check_folder, demand

CUTS = 20
FIRST_CUTS = 8
STARTED_EVERY = 10
"""Of so many cuts one is started by a real engine, and verified by `dialfloor verify`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What one power cut left: where, what was acknowledged before it, and what names it in a sentence."""

    place: Path
    acks: Sequence[Ack]
    seed: str
    number: int


def run(made: Made, turn: Round) -> None:
    """One life under load, `CUTS` cuts; each is a round of the table."""
    site = Site(made, turn.place, turn.seed)
    disk, liar = Disk(site.data), Disk(site.data, lying=True)
    shim = Shim(turn.place, site.data, recorded=True)
    with Load(site.address, made.tokens, turn.seed) as load, site.engine(shim.environment) as engine:
        load.until(400, 30)
        load.stop()
        told = load.told()
        engine.kill()
    shim.close()
    events = list(events_of(shim.trace))
    for cut in cuts(disk, events, told.acks, turn, places_of(events, turn, CUTS)):
        started = cut.number % STARTED_EVERY == 0
        demand(not commits_cut_off(cut.place / "dialfloor.db"), f"{cut.seed}: a torn log is taken for a damaged one")
        if started:
            with Serving(cut.place) as engine, engine.client(made.tokens[0]) as client:
                answer = dial(client, "status")
                demand(answer.status_code == 200, f"{cut.seed}: the engine started again says {answer.text}")
        turn.outcome.take(cut.seed, check_folder(cut.place, cut.acks, verified=started))
    _liar_is_found_out(liar, events, told.acks, turn)


def places_of(events: Sequence[Event], turn: Round, count: int) -> list[int]:
    """Instants to cut at: half of them the most dangerous ones, just after a sync said that it was done."""
    dice = random.Random(turn.seed)
    synced = [place for place, event in enumerate(events) if event.op == SYNC_END]
    demand(len(synced) > 5, f"only {len(synced)} syncs were recorded")
    return [dice.choice(synced if dice.random() < 0.5 else range(len(events))) for _ in range(count)]


def cuts(disk: Disk, events: Sequence[Event], acks: Sequence[Ack], turn: Round, places: Sequence[int]) -> Iterator[Cut]:
    """The power cuts of one recorded life, in their order; what each left is there until the next is asked for."""
    dice = random.Random(turn.seed)
    done = 0
    for number, place in enumerate(sorted(places)):
        for event in events[done : place + 1]:
            disk.take(event)
        done = max(done, place + 1)
        cut = turn.place / f"cut-{number}"
        how = disk.cut(cut, dice)
        before = [ack for ack in acks if ack.at_ns < events[place].at_ns]
        seed = f"{turn.seed}, cut {number} after event {place}, unsynced kept: {how}"
        yield Cut(place=cut, acks=before, seed=seed, number=number)
        shutil.rmtree(cut)


def _liar_is_found_out(liar: Disk, events: Sequence[Event], acks: Sequence[Ack], turn: Round) -> None:
    """The proof's own proof: of a disk that syncs nothing, the same check must say that calls are lost."""
    for event in events:
        liar.take(event)
    cut = turn.place / "liar"
    liar.cut(cut, random.Random(turn.seed), "nothing")
    demand(check_folder(cut, acks, verified=False).lost, "a disk that syncs nothing was not found out")


def run_first_start(made: Made, turn: Round) -> None:
    """The very first start of a new folder, with its tables and keys, cut at many instants: the next start is whole."""
    root = turn.place / "new"
    root.mkdir()
    disk, shim = Disk(root), Shim(turn.place, root, recorded=True)
    with closing(shim), Serving(root, environment=shim.environment) as engine:
        engine.kill()
    events = list(events_of(shim.trace))
    for cut in cuts(disk, events, (), turn, places_of(events, turn, FIRST_CUTS)):
        cut.place.mkdir(exist_ok=True)
        with Serving(cut.place):
            pass
        looked = run_cli("verify", "--data", str(cut.place))
        demand(looked.returncode == 0, f"{cut.seed}: {looked.stderr}")
        turn.outcome.rounds += 1
