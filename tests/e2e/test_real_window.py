"""End to end: a real engine process, real dialers over HTTP, and real windows that click."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.design.look import Look
from tests.e2e.real_windows import Supervisor, dial, try_again
from tests.e2e.serving import Serving, import_contacts, make_token
from tests.ui.conftest import look, no_widget_or_timer_outlives_its_test

__all__ = ["look", "no_widget_or_timer_outlives_its_test"]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Serving]:
    make_token(tmp_path / "floor", "ana")
    import_contacts(tmp_path / "floor", tmp_path / "leads.csv", 50)
    with Serving(tmp_path / "floor") as serving:
        yield serving


@pytest.fixture
def supervisors(
    qapp: QApplication, qtbot: QtBot, look: Look, engine: Serving, tmp_path: Path
) -> Iterator[Callable[[str], Supervisor]]:
    del qapp
    made: list[Supervisor] = []

    def make(name: str) -> Supervisor:
        token = make_token(engine.data, name, "supervisor")
        made.append(Supervisor(qtbot, look, engine.url, token, tmp_path / name))
        return made[-1]

    yield make
    for supervisor in made:
        supervisor.leave()


def test_a_call_an_edit_and_a_refusal_are_seen_in_every_window(
    engine: Serving, supervisors: Callable[[str], Supervisor]
) -> None:
    sam, kim = supervisors("sam"), supervisors("kim")
    token = make_token(engine.data, "ana")
    session_id, _ = asyncio.run(dial(engine.url, token))
    row = sam.sees("ana", lambda row: row.state == "on_call" and row.hour_used == 1)
    assert (row.hour_limit, row.limit_source) == (100, "system")
    kim.sees("ana", lambda row: row.state == "on_call")

    sam.edit_calls_per_hour("ana", 1)
    kim.sees("ana", lambda row: row.hour_limit == 1)
    kim.until(lambda: "carrier asked" in kim.window.footer.notice.text())
    sam.sees("ana", lambda row: row.hour_limit == 1 and row.limit_source == "agent")

    refused = asyncio.run(try_again(engine.url, token, session_id))
    assert (refused.body.code, refused.body.limit, refused.body.used) == ("calls_per_hour", 1, 1)
    row = kim.sees("ana", lambda row: row.last_refusal is not None)
    assert row.last_refusal is not None
    assert row.last_refusal.sentence == "Call rate limit exceeded: 1 calls per hour allowed"
    assert row.refusals_hour == 1


def test_the_window_tells_an_engine_that_is_gone_and_keeps_what_it_showed(
    engine: Serving, supervisors: Callable[[str], Supervisor]
) -> None:
    sam = supervisors("sam")
    asyncio.run(dial(engine.url, make_token(engine.data, "ana")))
    sam.sees("ana", lambda row: row.hour_used == 1)
    engine.process.kill()
    engine.process.wait()
    sam.until(lambda: "Live" not in sam.window.top.badge.accessibleName())
    assert sam.agent("ana") is not None
