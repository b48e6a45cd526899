"""Refusals explained, the monitoring, an engine that is away, and the ways into this view and out of it."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from app.ui.models.log_narrow import Chosen
from app.ui.views.export_dialog import ExportDialog
from app.ui.views.log_page import FRESH_S, LogPage
from app.wire.operator import TenantItem
from tests.fakes.floor_gateway import refused, unreachable
from tests.ui.conftest import Open
from tests.ui.test_log_view import CONTROL, asked, choose, opened


def test_a_refusal_is_explained_and_leads_to_the_calls_that_filled_its_window(stage: Open) -> None:
    now = stage()
    page = opened(now)
    now.press(page, Qt.Key.Key_R)
    model = page.refusals.model
    now.until(lambda: bool(model.rows))
    full = next(item for item in model.rows if item.code == "calls_per_hour")
    page.refusals.list.table.choose(full.id)
    pane = page.refusals.refusal_pane
    now.until(lambda: pane.detail is not None)
    assert f"{full.limit} calls per hour allowed" in pane.sentence.text()
    assert pane.facts["used"].text() == f"{full.used}/{full.limit}"
    assert pane.facts["source"].text() in ("the system", "this agent")
    assert pane.strip.isVisible()
    now.click(pane.calls)
    assert page.tab == "calls"
    now.until(lambda: {row.agent_id for row in page.calls.model.rows} == {full.agent_id})
    assert list(page.bar.chips) == ["span", "agent_id"]


def test_refusals_are_narrowed_by_reason_and_not_by_number(stage: Open) -> None:
    now = stage()
    page = opened(now)
    now.click(page.tabs["refusals"])
    now.until(lambda: bool(page.refusals.model.rows))
    box = page.bar.boxes["code"]
    assert box.isVisible()
    assert not page.bar.boxes["status"].isVisible()
    box.activated.emit(box.findText("Call gap"))
    now.until(lambda: {item.code for item in page.refusals.model.rows} == {"call_gap"})
    now.write(page.bar.number, "0100")
    now.press(page.bar.number, Qt.Key.Key_Return)
    assert "no number" in page.bar.trouble.text()
    table = page.refusals.list.table
    session = page.refusals.model.rows[0].session_id
    table.choose(page.refusals.model.identity_at(0))
    now.press(table, Qt.Key.Key_S)
    now.until(lambda: {item.session_id for item in page.refusals.model.rows} == {session})


def test_the_monitoring_counts_anew_tells_its_age_and_opens_a_session(stage: Open) -> None:
    now = stage()
    page = opened(now)
    now.press(page, Qt.Key.Key_M)
    view = page.monitoring
    now.until(lambda: view.page is not None)
    assert view.requests.rows[0].user == "dialer-1"
    assert view.sessions.rows[0].calls >= view.sessions.rows[1].calls
    counted = asked(now, "monitoring")
    for _ in range(FRESH_S + 1):
        page.tick()
    now.until(lambda: asked(now, "monitoring") > counted)
    assert "ago" in view.age.text()
    now.floor.log.page_trouble = refused(503, "unavailable", "The log cannot be read")
    for _ in range(FRESH_S + 1):
        page.tick()
    now.until(lambda: "The log cannot be read" in view.age.text())
    now.floor.log.page_trouble = None
    session = view.sessions.rows[0].session_id
    view.session_table.choose(session)
    now.press(view.session_table, Qt.Key.Key_Return)
    now.until(lambda: page.tab == "calls")
    now.until(lambda: {row.session_id for row in page.calls.model.rows} == {session})


def test_an_engine_that_is_away_says_so_keeps_what_was_found_and_is_asked_again(stage: Open) -> None:
    now = stage()
    page = opened(now)
    known = len(page.calls.model.rows)
    now.floor.trouble = unreachable("http://127.0.0.1:1")
    page.calls.search.go_on()
    now.until(lambda: page.calls.search.trouble is not None)
    assert "cannot be reached" in page.calls.list.foot.text()
    assert len(page.calls.model.rows) == known
    table = page.calls.list.table
    table.choose(page.calls.model.identity_at(4))
    now.until(page.calls.call_pane.trouble.isVisible)
    now.floor.trouble = None
    now.click(page.calls.call_pane.again)
    now.until(lambda: page.calls.call_pane.detail is not None)
    assert not page.calls.call_pane.trouble.isVisible()
    now.click(page.calls.list.go_on)
    now.until(lambda: len(page.calls.model.rows) > known)


def test_other_views_come_here_with_an_agent_or_a_session(stage: Open) -> None:
    now = stage()
    now.open()
    page = now.window.views.go("log")
    assert isinstance(page, LogPage)
    agent = next(row for row in now.window.agents.floor.agents.values() if row.session is not None)
    now.window.views.go("floor")
    page.show_calls_of(agent_id=agent.id)
    assert now.window.views.current == "log"
    now.until(lambda: {row.agent_id for row in page.calls.model.rows} == {agent.id})
    assert page.bar.chips["agent_id"].text() == f"Agent: {agent.name}"
    page.show_refusals_of(session_id=agent.session.id if agent.session is not None else None)
    assert page.tab == "refusals"
    assert list(page.bar.chips) == ["session_id"]


def test_an_engine_that_comes_back_finds_the_filter_and_the_rows_where_they_were(stage: Open) -> None:
    now = stage()
    page = opened(now)
    page.bar.choose(Chosen(field="status", value="busy", words="Busy"))
    now.until(lambda: {row.status for row in page.calls.model.rows} == {"busy"})
    known = [row.id for row in page.calls.model.rows]
    now.floor.trouble = unreachable("http://127.0.0.1:1")
    page.calls.search.go_on()
    now.until(lambda: page.calls.search.trouble is not None)
    now.floor.trouble = None
    page.relink()
    now.until(lambda: len(page.calls.model.rows) > len(known))
    assert [row.id for row in page.calls.model.rows][: len(known)] == known
    assert list(page.bar.chips) == ["status"]


def test_a_search_that_was_left_goes_on_when_one_comes_back(stage: Open) -> None:
    now = stage()
    page = opened(now)
    now.floor.log.share = 40
    page.bar.choose(Chosen(field="number", value="00000009", words="…00000009"))
    now.until(lambda: page.calls.search.searched_to is not None)
    now.press(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.calls.search.paused
    now.floor.log.share = 100_000
    now.press(now.window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    now.until(lambda: page.calls.search.complete)


def test_another_tenant_drops_everything(stage: Open) -> None:
    now = stage()
    page = opened(now)
    choose(now, page)
    page.bar.choose(Chosen(field="status", value="busy", words="Busy"))
    now.window.views.go("floor")
    now.floor.me_answer = msgspec.structs.replace(
        now.floor.me_answer, tenants=[TenantItem(id="0198a000-0000-7000-8000-0000000000ff", name="Other")]
    )
    now.window.bridge.retry()
    now.until(lambda: now.window.tenant is not None and now.window.tenant.name == "Other")
    assert page.calls.model.rows == []
    assert page.bar.narrow.empty
    assert page.calls.search.wanted is None


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_export_dialog_opens_from_here(stage: Open, way: str) -> None:
    now = stage()
    page = opened(now)
    if way == "button":
        now.click(page.export)
    else:
        now.press(page, Qt.Key.Key_E, CONTROL)
    now.dialog(ExportDialog).reject()
