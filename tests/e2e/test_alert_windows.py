"""End to end: alerts of a real engine in two real windows, told once in each, seen to in one and changed in both."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.client.gateway import Gateway
from app.ui.views.alert_dialogs import AcknowledgeDialog
from app.ui.views.toast_stack import ToastCard
from app.wire.alerts import AlertItem
from app.wire.operator import EditAgent
from tests.e2e.real_windows import Supervisor, dial, try_again
from tests.e2e.serving import Serving, make_token
from tests.e2e.test_real_window import engine, supervisors
from tests.fakes.desk import FakeSound, FakeTray
from tests.ui.conftest import look, no_widget_or_timer_outlives_its_test

__all__ = ["engine", "look", "no_widget_or_timer_outlives_its_test", "supervisors"]


class Ears:
    """What one window has made heard: its sound counts every call."""

    def __init__(self, supervisor: Supervisor) -> None:
        self.supervisor = supervisor
        self.alerts = supervisor.window.alerts
        self.sound = FakeSound()
        self.alerts.attach(FakeTray(), self.sound)

    def cards(self) -> list[ToastCard]:
        stack = self.alerts.calls.stack
        return [] if stack is None else [card for card in stack.cards.values() if card.isVisible()]

    def alert(self) -> AlertItem | None:
        return next(iter(self.alerts.store.alerts.values()), None)

    def is_in(self, state: str) -> bool:
        alert = self.alert()
        return alert is not None and alert.state == state


def refuse(engine: Serving, boss: str) -> tuple[str, str]:
    """An agent that may not call at all tries to; its token and session, to try again."""
    token = make_token(engine.data, "ana")
    session_id, _ = asyncio.run(dial(engine.url, token))
    gateway = Gateway(engine.url, boss)
    (agent,) = gateway.floor().agents
    edit = EditAgent(expected_revision=agent.revision, reason="the list is checked", max_calls_per_hour=0)
    gateway.edit_agent(agent.id, edit)
    gateway.close()
    asyncio.run(try_again(engine.url, token, session_id))
    return token, session_id


def test_real_refusals_call_once_in_each_window_and_are_seen_to_in_one(
    engine: Serving, supervisors: Callable[[str], Supervisor], qtbot: QtBot
) -> None:
    sam, kim = supervisors("sam"), supervisors("kim")
    windows = [Ears(sam), Ears(kim)]
    sam.until(lambda: sam.window.agents.floor.known and kim.window.agents.floor.known)
    token, session_id = refuse(engine, make_token(engine.data, "boss", "admin"))
    sam.until(lambda: [len(ears.cards()) for ears in windows] == [1, 1])
    for _ in range(5):
        asyncio.run(try_again(engine.url, token, session_id))

    QTest.mouseClick(windows[0].cards()[0].acknowledge, Qt.MouseButton.LeftButton)
    sam.until(lambda: any(dialog.isVisible() for dialog in sam.window.findChildren(AcknowledgeDialog)))
    (dialog,) = sam.window.findChildren(AcknowledgeDialog)
    QTest.keyClicks(dialog.note, "raising it")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    sam.until(lambda: all(ears.is_in("acknowledged") and not ears.cards() for ears in windows))
    for ears in windows:
        alert = ears.alert()
        assert alert is not None
        assert (alert.by, alert.note, alert.rule) == ("sam", "raising it", "refusals")
        assert ears.supervisor.window.rail.buttons["alerts"].count == 0
    assert [ears.sound.played for ears in windows] == [1, 1]


def test_a_reconnect_tells_nothing_twice_and_misses_nothing(
    tmp_path: Path, engine: Serving, supervisors: Callable[[str], Supervisor]
) -> None:
    sam = supervisors("sam")
    ears = Ears(sam)
    boss = make_token(engine.data, "boss", "admin")
    sam.until(lambda: sam.window.agents.floor.known)
    refuse(engine, boss)
    sam.until(lambda: len(ears.cards()) == 1)
    heard: list[int] = []
    sam.window.bridge.batch.connect(lambda batch: heard.append(batch.seq) if batch.snapshot is not None else None)
    sam.window.bridge.retry()
    sam.until(lambda: len(heard) >= 1)
    assert (len(ears.cards()), ears.sound.played) == (1, 1)

    gateway = Gateway(engine.url, boss)
    (alert,) = gateway.floor().alerts
    assert gateway.resolve_alert(alert.id, "checked").state == "resolved"
    sam.until(lambda: not ears.cards())
    assert [item.id for item in gateway.alerts(state="resolved").alerts] == [alert.id]
    gateway.close()
    assert ears.sound.played == 1


pytestmark = pytest.mark.timeout(90)
