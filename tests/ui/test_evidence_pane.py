"""Evidence by clicks and keys: the trail narrowed and read, a check followed to its end, a head saved elsewhere."""

from datetime import timedelta
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt

from app.ui.models.chain_words import outcome, short
from app.ui.models.deed_words import change_text, changes, deed_words, kind_words
from app.ui.models.moment import EPOCH
from app.ui.views.compliance_page import CompliancePage
from app.ui.views.evidence_pane import EvidencePane
from app.wire.evidence import BrokenItem, SavedHead
from app.wire.operator import AuditItem
from tests.fakes.evidence_gateway import DEEDS, PARTS
from tests.fakes.floor_gateway import unreachable
from tests.ui.conftest import Open, Stage

ALT = Qt.KeyboardModifier.AltModifier
BROKEN = BrokenItem(rule="evidence.rows", record="call 0198", at=None, sentence="it was changed after it was written")


def opened(stage: Stage) -> EvidencePane:
    stage.open()
    stage.press(stage.window, Qt.Key.Key_6, ALT)
    page = stage.window.views.page
    assert isinstance(page, CompliancePage)
    stage.click(page.buttons["evidence"])
    pane = page.pane
    assert isinstance(pane, EvidencePane)
    stage.until(lambda: len(pane.trail.deeds.rows) == 200)
    stage.until(lambda: pane.trail.user.count() > 1)
    stage.until(pane.start.isEnabled)
    return pane


def ended(stage: Stage, pane: EvidencePane) -> None:
    stage.click(pane.start)
    stage.until(lambda: pane.running)
    stage.floor.evidence.move_on(len(PARTS))
    pane.tick()
    stage.until(lambda: not pane.running)


def test_the_trail_is_narrowed_by_who_and_what_and_scrolled_to_its_end(stage: Open) -> None:
    now = stage()
    pane = opened(now)
    pane.trail.user.setCurrentIndex(pane.trail.user.findData("Olga Brandt"))
    now.until(lambda: {deed.user for deed in pane.trail.deeds.rows} == {"Olga Brandt"})
    pane.trail.kind.setCurrentIndex(pane.trail.kind.findData("number"))
    now.until(lambda: {deed.action for deed in pane.trail.deeds.rows} == {"number.reveal"})
    pane.trail.user.setCurrentIndex(0)
    pane.trail.kind.setCurrentIndex(0)
    now.until(lambda: len(pane.trail.deeds.rows) == 200)
    now.press(pane.trail.table, Qt.Key.Key_End)
    pane.trail.table.scrollToBottom()
    now.until(lambda: len(pane.trail.deeds.rows) == 400)
    pane.trail.table.scrollToBottom()
    now.until(lambda: len(pane.trail.deeds.rows) == DEEDS)
    assert pane.trail.foot.text() == "430 records, newest first"
    assert [deed.number for deed in pane.trail.deeds.rows] == list(range(DEEDS, 0, -1))


def test_a_span_without_deeds_says_what_to_do(stage: Open) -> None:
    now = stage()
    pane = opened(now)
    pane.trail.span.setCurrentIndex(pane.trail.span.findData("today"))
    now.until(lambda: 0 < len(pane.trail.deeds.rows) < 200)
    pane.trail.kind.setCurrentIndex(pane.trail.kind.findData("token"))
    pane.trail.user.setCurrentIndex(pane.trail.user.findData("retention"))
    now.until(lambda: not pane.trail.deeds.rows)
    assert "Take a filter back" in pane.trail.table.empty


def test_a_record_tells_before_after_and_why(stage: Open) -> None:
    now = stage()
    pane = opened(now)
    deed = next(one for one in pane.trail.deeds.rows if one.action == "limits.edit")
    pane.trail.table.choose(str(deed.number))
    detail = pane.trail.detail
    assert detail.head.text() == "Limit changed"
    assert detail.reason.text() == "Complaints"
    told = [detail.changes.item(0, section) for section in range(3)]
    assert [item.text() for item in told if item is not None] == ["maxCallsPerHour", "100", "80"]


def test_a_check_shows_how_far_it_is_and_what_it_found(stage: Open) -> None:
    now = stage()
    pane = opened(now)
    now.click(pane.start)
    now.until(lambda: pane.running)
    assert not pane.start.isEnabled()
    now.floor.evidence.move_on(2)
    pane.tick()
    now.until(lambda: pane.chain.parts.rowCount() == 2)
    assert pane.chain.outcome.text().startswith("Checking … ")
    assert pane.chain.progress.isVisible()
    now.floor.evidence.move_on(len(PARTS))
    pane.tick()
    now.until(lambda: not pane.running)
    assert pane.chain.outcome.text().startswith("Everything is as it was written")
    assert not pane.chain.progress.isVisible()
    assert pane.start.isEnabled()


def test_the_first_record_that_is_wrong_is_named(stage: Open) -> None:
    now = stage()
    pane = opened(now)
    now.floor.evidence.offence = BROKEN
    ended(now, pane)
    said = "First wrong: call 0198: it was changed after it was written (evidence.rows)"
    assert pane.chain.outcome.text() == said
    assert pane.chain.outcome.property("tone") == "danger"


def test_a_check_can_be_cancelled_by_its_button_and_by_the_key(stage: Open) -> None:
    now = stage()
    pane = opened(now)
    for by_key in (False, True):
        now.press(pane.trail.table, Qt.Key.Key_N)
        now.until(lambda: pane.running)
        if by_key:
            now.press(pane.trail.table, Qt.Key.Key_Delete)
        else:
            now.click(pane.chain.cancel)
        now.until(lambda: not pane.running)
        assert "cancelled" in pane.chain.outcome.text()


def test_a_check_goes_on_while_the_engine_does_not_answer(stage: Open) -> None:
    now = stage()
    pane = opened(now)
    now.click(pane.start)
    now.until(lambda: pane.running)
    now.floor.trouble = unreachable("http://127.0.0.1:1")
    pane.tick()
    now.until(lambda: bool(pane.trouble_words))
    now.floor.trouble = None
    now.floor.evidence.move_on(len(PARTS))
    pane.tick()
    now.until(lambda: not pane.running)


def test_a_head_is_saved_where_a_person_says(stage: Open, tmp_path: Path) -> None:
    now = stage()
    pane = opened(now)
    head = SavedHead(name="head-000000000007.json", content="{}\n")
    pane.save_to(head, tmp_path / head.name)
    assert (tmp_path / head.name).read_text(encoding="utf-8") == "{}\n"
    pane.save_to(head, tmp_path / "away" / head.name)
    assert "could not be saved" in pane.trouble_words


def test_of_a_folder_of_several_tenants_the_check_is_not_offered(stage: Open) -> None:
    now = stage()
    now.floor.evidence.may_check = False
    now.open()
    page = now.window.views.go("compliance")
    assert isinstance(page, CompliancePage)
    pane = page.show_section("evidence")
    assert isinstance(pane, EvidencePane)
    now.until(pane.save.isEnabled)
    assert not pane.start.isEnabled()
    assert "other tenants" in pane.start.toolTip()


def test_a_supervisor_does_not_see_the_section(stage: Open) -> None:
    now = stage()
    now.floor.me_answer = msgspec.structs.replace(now.floor.me_answer, role="supervisor")
    now.open()
    page = now.window.views.go("compliance")
    assert isinstance(page, CompliancePage)
    assert "evidence" not in page.offered()


def deed(before: object, after: object) -> AuditItem:
    return AuditItem(number=1, at=EPOCH, user="a", action="x.y", subject="s", before=before, after=after, reason="")


def test_what_changed_is_told_field_by_field_and_what_did_not_is_left_out() -> None:
    assert changes(deed({"a": 1, "b": 2}, {"a": 1, "b": 2_000})) == [("b", "2", "2,000")]
    assert changes(deed(None, {"on": True})) == [("on", "–", "yes")]
    assert change_text(deed("open", "resolved")) == "open → resolved"
    assert change_text(deed({"a": [1]}, None)) == "a [1] → –"
    assert change_text(deed(None, None)) == ""
    assert change_text(deed([{"id": "r", "cap": 2}], [{"id": "r", "cap": 4}])) == "cap 2 → 4"


def test_a_deed_newer_than_the_window_goes_by_its_own_word() -> None:
    assert (deed_words("export.done"), deed_words("export.save")) == ("Export finished", "Exported file taken")
    assert (deed_words("tea.brewed"), kind_words("tea")) == ("tea.brewed", "tea")
    assert outcome(None, EPOCH + timedelta(days=1))[0] == "Not checked since the engine started"
    assert short("ab" * 32) == "abababababababab…"
