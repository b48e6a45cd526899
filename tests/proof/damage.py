"""A page of the database and a place of its write-ahead log overwritten: told, never served as if it were whole."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.e2e.serving import run_cli
from tests.proof.callers import Load
from tests.proof.ledger import Found, calls_in, open_log, passed_of
from tests.proof.outcome import Round
from tests.proof.site import BOUNDS, Made, Site, check_folder, demand

PAGE = 4_096
DAMAGED = 5
HEADER = 32


def page(made: Made, turn: Round) -> None:
    """One random page: the engine does not start, or answers 503, or that page held nothing that it needs."""
    site = Site(made, turn.place, turn.seed)
    told = _dialed(site)
    database = site.data / "dialfloor.db"
    with closing(open_log(site.data)) as log:
        log.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    run_cli("doctor", "--data", str(site.data))
    whole = database.read_bytes()
    at = _page_to_harm(site, whole, (made.data / "dialfloor.db").read_bytes())
    database.write_bytes(whole[: at * PAGE] + site.dice.randbytes(PAGE) + whole[(at + 1) * PAGE :])
    looked = run_cli("doctor", "--data", str(site.data))
    checked = run_cli("verify", "--data", str(site.data))
    demand("Traceback" not in looked.stderr + checked.stderr, looked.stderr + checked.stderr)
    was_told = "FAIL" in looked.stdout or checked.returncode != 0
    before = len(told)
    with Load(site.address, made.tokens, turn.seed) as load:
        started = run_serve(site, load)
        load.stop()
    with closing(open_log(site.data)) as log:
        harmless = _reads(log, told)
    demand(was_told or harmless, f"page {at} is overwritten, and neither doctor nor verify sees it")
    if was_told and looked.returncode:
        demand("restore" in looked.stdout or "recover" in looked.stdout, f"doctor says no next step:\n{looked.stdout}")
    turn.outcome.note = f"page {at}: engine {started}, doctor {looked.returncode}, verify {checked.returncode}"
    turn.outcome.take(turn.seed, Found(acknowledged=before), load.told())


def _page_to_harm(site: Site, whole: bytes, before: bytes) -> int:
    """Half of the times one that this floor's calls were written to, else any."""
    pages = range(len(whole) // PAGE)
    written = [at for at in pages if whole[at * PAGE : (at + 1) * PAGE] != before[at * PAGE : (at + 1) * PAGE]]
    return site.dice.choice(written if site.dice.random() < 0.5 else pages)


def _dialed(site: Site) -> set[str]:
    """Calls that were acknowledged by an engine that was then killed."""
    with Load(site.address, site.made.tokens, site.seed) as load, site.engine() as engine:
        demand(load.until(150), "no calls")
        load.stop()
        engine.kill()
    return {ack.id for ack in load.told().acks if ack.kind == "call"}


def _reads(log: sqlite3.Connection, told: set[str]) -> bool:
    try:
        return told <= calls_in(log) and not passed_of(log, BOUNDS)
    except sqlite3.DatabaseError:
        return False


def run_serve(site: Site, load: Load) -> str:
    """Start an engine on what is there; how that ended, in a word."""
    try:
        with site.engine() as engine:
            load.until(len(load.told().acks) + 30, 5)
            demand("Traceback" not in engine.said(), f"the engine said: {engine.said()[-2_000:]}")
            engine.kill()
    except AssertionError as refused:
        demand("damaged" in str(refused), f"the engine does not say that the folder is damaged: {refused}")
        return "refused to start"
    return f"served, {load.told().statuses[503]} x 503"


def log(made: Made, turn: Round) -> None:
    """A place in the log that synced commits follow: the engine says how many are cut off, and does not start."""
    site = Site(made, turn.place, turn.seed)
    told = _dialed(site)
    wal = site.data / "dialfloor.db-wal"
    live = _live_end(wal)
    demand(live > 40 * PAGE, "the log holds too few commits to be damaged in their midst")
    at = site.dice.randrange(HEADER, live * 2 // 3)
    content = bytearray(wal.read_bytes())
    content[at : at + 16] = bytes(byte ^ 0x5A for byte in content[at : at + 16])
    kept = wal.read_bytes()
    wal.write_bytes(content)
    looked = run_cli("doctor", "--data", str(site.data))
    demand("FAIL" in looked.stdout and looked.returncode == 1, f"doctor does not see it:\n{looked.stdout}")
    done = run_cli("serve", "--data", str(site.data), "--port", "0")
    demand(done.returncode == DAMAGED, f"serve ended with {done.returncode}: {done.stderr}")
    demand("commits that were answered for" in done.stderr, done.stderr)
    # Nothing was made worse by looking: with the right bytes back, all is there.
    wal.write_bytes(kept)
    shutil.copytree(site.data, turn.place / "again")
    with closing(open_log(turn.place / "again")) as whole:
        demand(told <= calls_in(whole), "looking at the damaged log lost calls")
    turn.outcome.take(turn.seed, check_folder(site.data, (), verified=True))
    turn.outcome.acknowledged += len(told)


def _live_end(wal: Path) -> int:
    """Where the frames of the log's present generation end: their salts are the header's."""
    content = wal.read_bytes()
    end = HEADER
    while content[end + 8 : end + 16] == content[16:24]:
        end += PAGE + 24
    return end
