"""The Rules section by clicks and keys: an edit says what it does before it is saved, a second person settles it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.client.errors import GatewayUnreachable
from app.engine.people import Role
from app.ui.models.rule_words import rule_says
from app.ui.views.compliance_page import CompliancePage
from app.ui.views.rule_dialog import RuleDialog
from app.ui.views.rule_dialogs import EmergencyDialog, LiftDialog, ReturnDialog, SettleDialog, SignDialog
from app.ui.views.rules_pane import RulesPane
from app.wire.rules import EditRule, RuleWording, SwitchEmergency
from tests.ui.conftest import Open, Stage

FLORIDA = "US-FL/hours/1"


def opened(stage: Stage, ready: Callable[[RulesPane], bool] = lambda pane: bool(pane.rules.rows)) -> RulesPane:
    page = stage.open().window.views.go("compliance")
    assert isinstance(page, CompliancePage)
    page.show_section("rules")
    pane = page.pane
    assert isinstance(pane, RulesPane)
    stage.until(lambda: ready(pane))
    return pane


def choose(pane: RulesPane, rule_id: str) -> None:
    at = pane.rules.place_of(rule_id)
    assert at is not None
    pane.rule_table.setCurrentIndex(pane.rules.index(at, 0))


def typed(stage: Stage, dialog: RuleDialog, end: str, reason: str = "counsel says so") -> None:
    dialog.fields.end.selectAll()
    stage.write(dialog.fields.end, end)
    dialog.reason.setCurrentText(reason)


def test_the_law_is_read_narrowed_and_one_rule_seen_whole(stage: Open) -> None:
    one = stage()
    pane = opened(one)
    assert len(pane.rules.rows) == 105
    pane.place_box.setCurrentIndex(pane.place_box.findData("US-FL"))
    assert {item.jurisdiction for item in pane.rules.rows} == {"US-FL"}
    pane.kind_box.setCurrentIndex(pane.kind_box.findData("attempts"))
    assert [item.id for item in pane.rules.rows] == ["US-FL/attempts/1"]
    choose(pane, "US-FL/attempts/1")
    assert "3 calls" in pane.card_of_rule.says.text()
    assert "501.616" in pane.card_of_rule.marks[0][1].text()
    pane.kind_box.setCurrentIndex(0)
    pane.place_box.setCurrentIndex(0)
    one.write(pane.typed, "Florida")
    assert {item.jurisdiction for item in pane.rules.rows} == {"US-FL"}
    pane.typed.clear()
    one.write(pane.typed, "no such words")
    assert pane.rules.rows == []


def test_a_stricter_edit_is_told_so_and_holds_at_once(stage: Open) -> None:
    one = stage()
    pane = opened(one)
    choose(pane, FLORIDA)
    one.click(pane.edit)
    dialog = one.dialog(RuleDialog)
    assert not dialog.go.isEnabled(), "no reason yet"
    typed(one, dialog, "19:00")
    one.until(lambda: dialog.ready)
    assert "Stricter" in dialog.verdict.text()
    assert dialog.go.text() == "Put in force"
    one.click(dialog.go)
    one.until(lambda: "19:00" in rule_says("hours", pane.rules.rows[pane.rules.place_of(FLORIDA) or 0].wording))
    assert pane.proposals.rows == []
    history = pane.card_of_rule.history
    one.until(lambda: (cell := history.item(0, 1)) is not None and "counsel says so" in cell.text())


def test_a_looser_edit_is_a_proposal_that_its_maker_may_only_withdraw(stage: Open) -> None:
    one = stage()
    pane = opened(one)
    choose(pane, FLORIDA)
    one.press(pane.rule_table, Qt.Key.Key_Return)
    dialog = one.dialog(RuleDialog)
    typed(one, dialog, "21:00")
    one.until(lambda: dialog.ready)
    assert "second person" in dialog.verdict.text()
    assert dialog.go.text() == "Propose"
    one.click(dialog.go)
    one.until(lambda: len(pane.proposals.rows) == 1)
    assert pane.tabs["proposals"].text() == "Proposals (1)"
    one.click(pane.tabs["proposals"])
    pane.proposal_table.setCurrentIndex(pane.proposals.index(0, 0))
    assert (pane.withdraw.isVisible(), pane.approve.isVisible(), pane.reject.isVisible()) == (True, False, False)
    assert "another admin or compliance officer" in pane.whose.text()
    one.click(pane.withdraw)
    withdrawing = one.dialog(SettleDialog)
    withdrawing.reason.setCurrentText("not worth it")
    one.click(withdrawing.go)
    one.until(lambda: pane.proposals.rows == [])


def test_the_second_person_approves_and_the_list_says_what_holds(stage: Open) -> None:
    one = stage()
    law = one.floor.law
    law.make(law.worded(FLORIDA, end="21:00"), user="maria")
    pane = opened(one)
    one.click(pane.tabs["proposals"])
    pane.proposal_table.setCurrentIndex(pane.proposals.index(0, 0))
    assert not pane.withdraw.isVisible()
    one.click(pane.approve)
    dialog = one.dialog(SettleDialog)
    dialog.reason.setCurrentText("the statute was amended")
    one.click(dialog.go)
    one.until(lambda: pane.proposals.rows == [])
    assert pane.rules.rows[pane.rules.place_of(FLORIDA) or 0].wording.end == "21:00"


def test_a_stale_proposal_can_be_rejected_only_and_a_lost_edit_shows_both(stage: Open) -> None:
    one = stage()
    law = one.floor.law
    law.make(law.worded(FLORIDA, end="21:00"), user="maria")
    pane = opened(one)
    choose(pane, FLORIDA)
    one.click(pane.edit)
    dialog = one.dialog(RuleDialog)
    typed(one, dialog, "18:00")
    one.until(lambda: dialog.ready)
    law.make(law.worded(FLORIDA, end="19:00"), user="maria")
    one.click(dialog.go)
    one.until(dialog.both.isVisible)
    assert "19:00" in dialog.both.words.text()
    one.click(dialog.both.mine)
    one.until(lambda: dialog.ready)
    one.click(dialog.go)
    one.until(lambda: pane.rules.rows[pane.rules.place_of(FLORIDA) or 0].wording.end == "18:00")
    one.click(pane.tabs["proposals"])
    pane.proposal_table.setCurrentIndex(pane.proposals.index(0, 0))
    assert (pane.approve.isEnabled(), pane.reject.isEnabled()) == (False, True)


def test_a_rule_that_is_opened_is_not_called_wrong(stage: Open) -> None:
    one = stage()
    pane = opened(one)
    choose(pane, FLORIDA)
    one.click(pane.edit)
    dialog = one.dialog(RuleDialog)
    assert dialog.verdict.text() == "Nothing is changed yet."
    dialog.say_trouble("It could not be asked")
    typed(one, dialog, "18:00")
    one.until(lambda: dialog.ready)
    assert not dialog.trouble.isVisible()


def test_a_field_that_cannot_be_used_says_so_and_nothing_typed_is_lost(stage: Open) -> None:
    one = stage()
    pane = opened(one)
    pane.make_new()
    dialog = one.dialog(RuleDialog)
    assert dialog.fields.citation.property("invalid") != "true", "nobody has typed there yet"
    one.write(dialog.fields.citation, "our own policy")
    dialog.fields.start.selectAll()
    one.write(dialog.fields.start, "8 am")
    assert dialog.fields.start.property("invalid") == "true"
    dialog.fields.start.selectAll()
    one.write(dialog.fields.start, "22:00")
    one.until(lambda: dialog.fields.end.property("invalid") == "true")
    dialog.kind.setCurrentIndex(dialog.kind.findData("attempts"))
    assert dialog.fields.citation.text() == "our own policy"
    dialog.reason.setCurrentText("complaints")
    one.until(lambda: dialog.ready)
    one.click(dialog.go)
    one.until(lambda: len(pane.rules.rows) == 106)
    own = next(item for item in pane.rules.rows if item.is_own)
    assert (own.jurisdiction, own.wording.cap) == ("US", 3)


def test_an_edit_says_that_it_replaces_what_is_planned(stage: Open) -> None:
    one = stage()
    law = one.floor.law
    law.make(law.worded(FLORIDA, end="19:00", effective_from=date(2027, 1, 1)))
    pane = opened(one)
    choose(pane, FLORIDA)
    assert "from 2027-01-01" in pane.card_of_rule.says.text()
    one.click(pane.edit)
    dialog = one.dialog(RuleDialog)
    assert any("Planned already" in label.text() for label in dialog.findChildren(QLabel))
    typed(one, dialog, "19:30")
    one.until(lambda: dialog.ready)
    assert "second person" in dialog.verdict.text(), "half an hour more from January on"
    dialog.reject()


def test_an_emergency_is_declared_at_once_and_lifting_it_is_proposed(stage: Open) -> None:
    one = stage()
    pane = opened(one)
    one.click(pane.declare)
    dialog = one.dialog(EmergencyDialog)
    assert any("also where the rules only count" in label.text() for label in dialog.findChildren(QLabel))
    dialog.where.setCurrentIndex(dialog.where.findData("US-LA"))
    assert dialog.where.currentText() == "Louisiana"
    dialog.reason.setCurrentText("a hurricane")
    one.click(dialog.go)
    one.until(lambda: [item.jurisdiction for item in pane.emergencies.rows] == ["US-LA"])
    one.click(pane.tabs["emergencies"])
    pane.emergency_table.setCurrentIndex(pane.emergencies.index(0, 0))
    one.click(pane.lift)
    lifting = one.dialog(LiftDialog)
    lifting.reason.setCurrentText("it is over")
    one.click(lifting.go)
    one.until(lambda: pane.emergencies.rows[0].lift_proposed)
    assert not pane.lift.isEnabled()


def test_counsel_signs_and_a_rule_is_taken_out_and_restored(stage: Open) -> None:
    one = stage()
    pane = opened(one)
    choose(pane, FLORIDA)
    one.click(pane.sign)
    signing = one.dialog(SignDialog)
    one.write(signing.counsel, "R. Roe, Esq.")
    one.write(signing.signed_on, "2026-05-04")
    one.click(signing.go)
    one.until(lambda: pane.rules.rows[pane.rules.place_of(FLORIDA) or 0].signature is not None)
    assert "R. Roe" in pane.card_of_rule.marks[2][1].text()
    law = one.floor.law
    law.make(law.worded(FLORIDA, end="19:00"))
    pane.refresh()
    one.until(pane.restore.isVisible)
    assert "then edited" in pane.card_of_rule.marks[2][1].text()
    one.click(pane.restore)
    restoring = one.dialog(ReturnDialog)
    one.until(lambda: restoring.ready)
    assert restoring.go.text() == "Propose", "it opens an hour again"
    restoring.reject()


def test_what_a_role_may_not_do_is_not_there(stage: Open) -> None:
    one = stage()
    law = one.floor.law
    law.make(law.worded(FLORIDA, end="21:00"), user="maria")
    law.role = Role.SUPERVISOR
    pane = opened(one)
    choose(pane, FLORIDA)
    for button in (pane.new, pane.declare, pane.edit, pane.sign, pane.remove, pane.restore):
        assert not button.isVisible()
    one.click(pane.tabs["proposals"])
    pane.proposal_table.setCurrentIndex(pane.proposals.index(0, 0))
    assert not pane.approve.isVisible()
    pane.change_chosen()
    pane.end_chosen()
    pane.make_new()
    assert not one.window.findChildren(RuleDialog)
    law.role = Role.COMPLIANCE
    pane.refresh()
    one.until(pane.approve.isVisible)
    assert (pane.new.isVisible(), pane.declare.isVisible()) == (False, True)


def test_no_answer_is_said_and_the_wire_speaks_of_new_rules(stage: Open) -> None:
    one = stage()
    law = one.floor.law
    ban = RuleWording(citation="our own policy", days=["sun"])
    law.make(EditRule(jurisdiction="US-TX", kind="ban", wording=ban, reason="no Sundays"))
    law.switch_emergency("US-NY", SwitchEmergency(is_on=True, reason="a blizzard"))
    pane = opened(one)
    pane.edited.setChecked(True)
    assert [item.jurisdiction for item in pane.rules.rows] == ["US-TX"]
    assert pane.tabs["emergencies"].text() == "Emergencies (1)"
    one.floor.trouble = GatewayUnreachable("the engine is gone")
    pane.refresh()
    one.until(lambda: bool(pane.trouble_words))


def test_an_edit_that_no_engine_judged_is_asked_of_again_by_itself(stage: Open) -> None:
    one = stage()
    pane = opened(one)
    choose(pane, FLORIDA)
    one.click(pane.edit)
    dialog = one.dialog(RuleDialog)
    one.floor.trouble = GatewayUnreachable("the engine is gone")
    typed(one, dialog, "18:00")
    one.until(lambda: dialog.verdict.text() == "the engine is gone")
    assert not dialog.trouble.isVisible()
    one.floor.trouble = None
    one.until(lambda: dialog.ready)
    assert dialog.fields.end.text() == "18:00"
