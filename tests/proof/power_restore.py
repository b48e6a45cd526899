"""Power lost while a copy is restored: what is left is the folder before or after it, whole, and an engine starts."""

import os
import subprocess
from collections.abc import Sequence
from contextlib import closing

import httpx

from tests.e2e.serving import PROGRAM, Serving, dial
from tests.proof.callers import Load
from tests.proof.disk_record import RENAME, Disk, events_of
from tests.proof.ledger import Ack, lost_of, open_log
from tests.proof.outcome import Round
from tests.proof.power import cuts, places_of
from tests.proof.shim import Shim
from tests.proof.site import Made, Site, check_folder, demand

CUTS = 8


def run(made: Made, turn: Round) -> None:
    """One restore, cut in all its length and, half of the times, where one database takes the other's place."""
    site = Site(made, turn.place, turn.seed)
    kept, acks = _copied_and_called_on(site)
    disk = Disk(site.data)
    name = max(path.name for path in (site.data / "backups").glob("*.db"))
    with closing(Shim(turn.place, site.data, recorded=True)) as shim:
        command = [*PROGRAM, "restore", name, "--data", str(site.data), "--yes"]
        subprocess.run(command, env={**os.environ, **shim.environment}, check=True, capture_output=True)
    before = after = 0
    events = list(events_of(shim.trace))
    swapped = next(at for at, event in enumerate(events) if event.op == RENAME and event.text.endswith(b"dialfloor.db"))
    places = places_of(events, turn, CUTS // 2) + [*range(swapped - 1, len(events))][: CUTS // 2]
    for cut in cuts(disk, events, acks, turn, places):
        with Serving(cut.place) as engine, engine.client(made.tokens[0]) as client:
            demand(dial(client, "status").status_code == 200, f"{cut.seed}: it does not answer")
        with closing(open_log(cut.place)) as log:
            is_restored = bool(lost_of(log, acks))
        before, after = before + (not is_restored), after + is_restored
        # What came after the copy is lost with a restore, and whoever ordered it was told how much.
        turn.outcome.take(cut.seed, check_folder(cut.place, kept if is_restored else acks))
    turn.outcome.note = f"{before} times the folder before, {after} times the restored one"


def _copied_and_called_on(site: Site) -> tuple[Sequence[Ack], Sequence[Ack]]:
    """A copy is made by the job, then calls go on; what was acknowledged before the copy began, and in all."""
    with Load(site.address, site.made.tokens, site.seed) as load, site.engine() as engine:
        demand(load.until(60), "no calls")
        kept = load.told().acks
        headers = {"Authorization": f"Bearer {site.made.admin}"}
        url = f"{site.address}/v1/jobs/backup/run"
        page = httpx.post(url, headers=headers, timeout=60, trust_env=False).json()
        demand(not next(job for job in page["jobs"] if job["name"] == "backup")["runningSince"], "the copy takes long")
        demand(load.until(len(load.told().acks) + 60), "no calls after the copy")
        load.stop()
        engine.kill()
        return kept, load.told().acks
