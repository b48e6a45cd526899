"""The alert settings: marks, single agents, quiet hours, a lost race, and what holds on this computer."""

import msgspec
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QLabel

from app.ui.views.alert_agents_pane import OFF, OWN, AlertAgentsPane
from app.ui.views.alert_rules_pane import AlertRulesPane
from app.ui.views.alert_settings_dialog import AlertSettingsDialog
from app.ui.views.alerts_page import AlertsView
from app.wire.alerts import AgentAlertThresholds, QuietHours
from app.wire.operator import Me
from tests.fakes.desk import FakeSound, FakeTray
from tests.fakes.floor_gateway import TENANT, unreachable
from tests.ui.conftest import Open, Stage


def open_settings(one: Stage) -> AlertSettingsDialog:
    page = one.window.views.go("alerts")
    assert isinstance(page, AlertsView)
    one.press(page.table, Qt.Key.Key_S)
    dialog = one.dialog(AlertSettingsDialog)
    one.until(lambda: dialog.tabs.count() > 1)
    return dialog


def rules(dialog: AlertSettingsDialog) -> AlertRulesPane:
    assert dialog.rules is not None
    return dialog.rules


def agents(dialog: AlertSettingsDialog) -> AlertAgentsPane:
    assert dialog.agents is not None
    return dialog.agents


def test_marks_and_quiet_hours_are_set_with_a_reason(stage: Open) -> None:
    one = stage().open()
    dialog = open_settings(one)
    pane = rules(dialog)
    assert pane.near.value() == 80
    assert not dialog.go.isEnabled()
    pane.near.setValue(85)
    pane.refusals_on.click()
    pane.lost.setText("2, 2.75")
    pane.quiet_on.click()
    pane.quiet_to.setTime(QTime(6, 30))
    assert not dialog.go.isEnabled(), "no reason yet"
    one.write(dialog.reason, "night shift")
    one.click(dialog.go)
    one.until(lambda: one.floor.alert_desk.settings.revision == 4)
    kept = one.floor.alert_desk.settings
    assert (kept.thresholds.near_limit_percent, kept.thresholds.refusals_per_hour) == (85, None)
    assert kept.thresholds.abandonment_basis_points == [200, 275]
    assert kept.quiet_hours == QuietHours(start="22:00", end="06:30")


def test_a_mark_that_does_not_rise_is_named_at_its_field(stage: Open) -> None:
    one = stage().open()
    dialog = open_settings(one)
    pane = rules(dialog)
    one.write(dialog.reason, "night shift")
    pane.ages.setText("90, 80")
    assert "higher than the one before" in pane.notes[pane.ages].text()
    assert not dialog.go.isEnabled()
    pane.ages_on.click()
    assert dialog.go.isEnabled(), "a rule that is off has no marks to be wrong"
    dialog.reject()


def test_one_agent_gets_marks_of_its_own_and_loses_them_again(stage: Open) -> None:
    one = stage().open()
    dialog = open_settings(one)
    pane = agents(dialog)
    dialog.tabs.setCurrentWidget(pane)
    one.write(pane.agent, "Nobody Of That Name")
    one.click(pane.add)
    assert pane.note.text() == "No agent is called that"
    pane.agent.setEditText("Alicia Romero")
    one.click(pane.add)
    pane.near_how.setCurrentIndex(OFF)
    pane.refusals_how.setCurrentIndex(OWN)
    pane.refusals.setValue(20)
    one.write(dialog.reason, "a trainee")
    one.click(dialog.go)
    one.until(lambda: one.floor.alert_desk.settings.revision == 4)
    alicia = one.agent("Alicia Romero").id
    own = AgentAlertThresholds(agent_id=alicia, near_limit_percent=None, refusals_per_hour=20)
    assert one.floor.alert_desk.settings.agents == [own]
    dialog = open_settings(one)
    assert agents(dialog).refusals.value() == 20
    dialog.tabs.setCurrentWidget(agents(dialog))
    one.click(agents(dialog).drop)
    one.write(dialog.reason, "no trainee any more")
    one.click(dialog.go)
    one.until(lambda: one.floor.alert_desk.settings.agents == [])


def lose_the_race(one: Stage) -> AlertSettingsDialog:
    dialog = open_settings(one)
    rules(dialog).near.setValue(85)
    one.write(dialog.reason, "mine")
    desk = one.floor.alert_desk
    theirs = msgspec.structs.replace(desk.settings.thresholds, near_limit_percent=70)
    desk.settings = msgspec.structs.replace(desk.settings, revision=9, thresholds=theirs)
    one.click(dialog.go)
    one.until(dialog.conflict.isVisible)
    assert "theirs from 70 %, yours from 85 %" in dialog.conflict.words.text()
    return dialog


def test_a_lost_race_shows_both_and_theirs_can_be_taken(stage: Open) -> None:
    one = stage().open()
    dialog = lose_the_race(one)
    one.click(dialog.conflict.theirs)
    assert rules(dialog).near.value() == 70
    assert not dialog.go.isEnabled(), "there is nothing to change any more"
    assert dialog.reason.currentText() == "mine"
    dialog.reject()


def test_or_ones_own_applied_over_them(stage: Open) -> None:
    one = stage().open()
    dialog = lose_the_race(one)
    one.click(dialog.conflict.mine)
    one.until(lambda: one.floor.alert_desk.settings.revision == 10)
    assert one.floor.alert_desk.settings.thresholds.near_limit_percent == 85


def test_trouble_keeps_the_dialog_and_what_was_typed(stage: Open) -> None:
    one = stage().open()
    dialog = open_settings(one)
    rules(dialog).near.setValue(85)
    one.write(dialog.reason, "mine")
    one.floor.trouble = unreachable("http://127.0.0.1:50731")
    one.click(dialog.go)
    one.until(dialog.trouble.isVisible)
    assert rules(dialog).near.value() == 85
    one.floor.trouble = None
    one.click(dialog.go)
    one.until(lambda: one.floor.alert_desk.settings.thresholds.near_limit_percent == 85)


def test_a_supervisor_reads_the_rules_and_chooses_for_this_computer(stage: Open) -> None:
    one = stage()
    one.floor.me_answer = Me(
        tenant_id=TENANT.id, tenant=TENANT.name, user="Sam", role="supervisor", may=["floor"], tenants=[]
    )
    one.open()
    sound = FakeSound()
    one.window.alerts.attach(FakeTray(can_notify=False), sound)
    dialog = open_settings(one)
    assert dialog.rules is None
    said = " ".join(words.text() for words in dialog.findChildren(QLabel))
    assert "from 80 %" in said
    assert "An admin can change them" in said
    assert "shows no notices" in said
    dialog.tabs.setCurrentWidget(dialog.here)
    one.click(dialog.here.hear)
    assert sound.played == 1
    dialog.here.sounds["until_acknowledged"].click()
    dialog.here.notices.click()
    assert one.window.alerts.calls.sound_choice == "until_acknowledged"
    assert not one.window.alerts.calls.notices
    one.click(dialog.go)
    one.until(lambda: not one.window.findChildren(AlertSettingsDialog))
