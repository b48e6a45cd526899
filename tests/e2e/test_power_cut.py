"""A power cut under calls: whatever a disk keeps of what was not synced, each call that was answered for is there."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from db.wal import commits_cut_off
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started
from tests.proof.disk_record import SYNC_END, Disk, events_of
from tests.proof.ledger import calls_in, open_log
from tests.proof.shim import NoShim, Shim

CUTS = 6


@pytest.fixture
def shim(tmp_path: Path) -> Shim:
    try:
        return Shim(tmp_path, tmp_path / "floor", recorded=True)
    except NoShim as absent:
        pytest.skip(str(absent))


def called(tmp_path: Path, shim: Shim, token: str) -> list[tuple[str, int]]:
    """Calls of the only agent, each with how long the record was when its answer was there."""
    answered: list[tuple[str, int]] = []
    data = tmp_path / "floor"
    with Serving(data, "--speed", "600", environment=shim.environment) as engine:
        with engine.client(token) as client:
            session = started(client)
            while len(answered) < 15:
                handed = dial(client, "next-contact", sessionId=session).json()
                size = shim.trace.stat().st_size
                answered += [(call, size) for call in handed.get("callIds", [])]
        engine.kill()
    return answered


def test_what_was_answered_for_is_on_the_disk_and_a_disk_that_only_says_so_is_found_out(
    tmp_path: Path, shim: Shim
) -> None:
    data = tmp_path / "floor"
    token = make_token(data, "ana")
    import_contacts(data, tmp_path / "leads.csv", 20)
    disk, liar = Disk(data), Disk(data, lying=True)
    with closing(shim):
        answered = called(tmp_path, shim, token)
    dice, events = random.Random(25), list(events_of(shim.trace))
    cuts = set(dice.sample([place for place, event in enumerate(events) if event.op == SYNC_END], CUTS))
    for place, event in enumerate(events):
        disk.take(event)
        liar.take(event)
        if place in cuts:
            left = tmp_path / f"cut-{place}"
            how = disk.cut(left, dice)
            assert commits_cut_off(left / "dialfloor.db") == 0, "a torn end is no damage"
            with closing(open_log(left)) as log:
                assert log.execute("PRAGMA quick_check").fetchall() == [("ok",)]
                promised = {call for call, size in answered if size <= event.ends_at}
                assert promised <= calls_in(log), f"cut after event {place}, of the unsynced {how}"
    liar.cut(tmp_path / "lied", dice, "nothing")
    with closing(open_log(tmp_path / "lied")) as log:
        assert not {call for call, _ in answered} <= calls_in(log)
