"""A wall clock that is set back or forward by an hour opens and closes nothing, while running and over a restart."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.api.server import Application
from app.bootstrap.clock import Readings, folder_clock
from app.bootstrap.engine import Engine
from app.clock import read_wall
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Duration, Instant
from db.folder import Folder
from db.open import connect, prepare
from db.rebuild import last_logged
from db.upkeep_sqlite import SqliteUpkeep
from tests.e2e.serving import make_token
from tests.scenarios.harness import Answer, ask_application, dialer_ask


class Machine:
    """A machine whose wall clock anyone may set; its steady clock only goes on, and begins anew at a boot."""

    def __init__(self) -> None:
        # After the token was made, which is in the log.
        self.wall: Instant = read_wall() + MINUTE
        self.steady = 500 * SECOND
        self.boot = "first"

    def pass_time(self, duration: Duration) -> None:
        self.wall += duration
        self.steady += duration

    def reboot(self) -> None:
        self.boot, self.steady = self.boot + "'", 20 * SECOND

    @property
    def readings(self) -> Readings:
        return Readings(boot_id=lambda: self.boot, wall=lambda: self.wall, steady=lambda: self.steady)


class Floor:
    """An engine on the folder's own clock, on that machine."""

    def __init__(self, root: Path) -> None:
        self.folder = Folder(root)
        self.machine = Machine()
        prepare(self.folder)
        self.token = make_token(root, "ana")
        self.runner = asyncio.Runner()
        self.engine = self._open()

    def ask(self, action: str, **body: object) -> Answer:
        application: Application = self.engine.application
        return self.runner.run(ask_application(application, dialer_ask(self.token, action, **body)))

    def restart(self) -> None:
        self.runner.run(self.engine.stop())
        self.engine = self._open()

    def close(self) -> None:
        self.runner.run(self.engine.stop())
        self.runner.close()

    def _open(self) -> Engine:
        reader, upkeep = connect(self.folder.database, read_only=True), SqliteUpkeep(self.folder)
        clock = folder_clock(upkeep, last_logged(reader), 1.0, self.machine.readings)
        for store in (reader, upkeep):
            store.close()

        async def make() -> Engine:
            return Engine(self.folder, clock=clock)

        return self.runner.run(make())


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    floor = Floor(tmp_path)
    yield floor
    floor.close()


@pytest.mark.parametrize("step", [HOUR, -HOUR, -30 * DAY, 2 * HOUR + 1])
@pytest.mark.parametrize("restarts", [False, True])
def test_a_step_of_the_wall_clock_changes_no_answer(floor: Floor, step: Duration, restarts: bool) -> None:
    session = floor.ask("start").body["session"]["id"]
    for _ in range(59):
        assert floor.ask("status").status == 200
    floor.machine.pass_time(20 * SECOND)
    floor.machine.wall += step
    if restarts:
        floor.restart()
    refused = floor.ask("status")
    assert (refused.status, refused.body["retryAfter"]) == (429, 40)
    floor.machine.pass_time(40 * SECOND - 1)
    assert floor.ask("status").body["retryAfter"] == 1
    floor.machine.pass_time(1)
    assert floor.ask("next-contact", sessionId=session).status == 200
    floor.machine.pass_time(8 * HOUR - MINUTE - 1)
    floor.machine.wall -= step
    if restarts:
        floor.restart()
    assert floor.ask("next-contact", sessionId=session).status == 200
    floor.machine.pass_time(1)
    assert floor.ask("next-contact", sessionId=session).code == "session_expired"


def test_another_boot_takes_the_wall_but_never_goes_back_behind_the_log(floor: Floor) -> None:
    for _ in range(60):
        assert floor.ask("status").status == 200
    floor.machine.pass_time(30 * SECOND)
    floor.machine.reboot()
    floor.restart()
    assert floor.ask("status").body["retryAfter"] == 30
    floor.machine.wall -= HOUR
    floor.machine.reboot()
    floor.restart()
    assert floor.ask("status").body["retryAfter"] == 60, "time goes on from the last logged instant"
    floor.machine.pass_time(MINUTE)
    assert floor.ask("status").status == 200
