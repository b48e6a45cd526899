"""The Abandonment section by clicks and keys: stages in words, the chosen campaign, the split, the CSV."""

import csv
import io

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.ui.models.abandonment_words import (
    CITATION,
    campaign_name,
    mode_sentence,
    percent,
    stage_words,
)
from app.ui.target import RemoteTarget
from app.ui.views.abandonment_pane import ASK_EVERY_S, AbandonmentPane
from app.ui.views.compliance_page import CompliancePage
from app.ui.views.split_dialog import SplitDialog
from tests.fakes.abandonment_gateway import campaigns
from tests.fakes.floor_gateway import TENANT, unreachable
from tests.ui.conftest import Open, Stage

ALT = Qt.KeyboardModifier.AltModifier


def pane_of(one: Stage) -> AbandonmentPane:
    one.press(one.window, Qt.Key.Key_6, ALT)
    page = one.window.views.page
    assert isinstance(page, CompliancePage)
    one.click(page.buttons["abandonment"])
    pane = page.pane
    assert isinstance(pane, AbandonmentPane)
    one.until(lambda: bool(pane.campaigns.rows))
    return pane


def cells(pane: AbandonmentPane, row: int) -> list[str]:
    return [str(pane.campaigns.index(row, at).data()) for at in range(pane.campaigns.columnCount())]


def test_each_campaign_has_its_stage_in_words_and_three_figures(stage: Open) -> None:
    pane = pane_of(stage().open())
    assert cells(pane, 0) == [
        "Renewals", "One line, 2.5 %", "2.89 %", "2.89 % (38 of 1,312)", "2.68 % (40 of 1,488)", "3.27 % (2 of 61)", "1"
    ]  # fmt: skip
    assert cells(pane, 4)[1:4] == ["Under 2 %", "0.00 %", "0.00 % (0 of 7)"]
    assert pane.detail.campaign_id == "c-0", "the worst one is chosen"


def test_the_chosen_campaign_says_what_its_stage_does_by_which_rule_and_when_batches_were_cut(stage: Open) -> None:
    one = stage().open()
    pane = pane_of(one)
    one.press(pane.table, Qt.Key.Key_Down)
    assert pane.detail.name.text() == "Spring reminders"
    one.until(lambda: pane.detail.held.rowCount() == 8)
    assert len(pane.detail.days.words) == 30
    assert pane.detail.days.words[-1] == "2026-11-24: 0.83 % (1 of 120)"
    row = [pane.detail.held.item(0, at) for at in range(5)]
    said = [item.text() for item in row if item is not None]
    assert said == ["2026-11-24 14:40 UTC", "Ada Rossi", "1 of 3", "1", "2.5 % reached"]
    assert "one contact" in pane.detail.does.text()
    assert pane.detail.counted.text().startswith("Two seconds from the end of the greeting · ")
    assert pane.detail.citation.text() == CITATION
    one.press(pane.table, Qt.Key.Key_Down)
    assert "only warn here" in pane.detail.does.text()
    one.until(lambda: pane.detail.held.rowCount() == 1)
    only = pane.detail.held.item(0, 0)
    assert only is not None
    assert only.text() == "No batch was cut"


def test_a_split_keeps_the_count_and_a_taken_name_is_said_at_the_name(stage: Open) -> None:
    one = stage().open()
    pane = pane_of(one)
    one.press(pane.table, Qt.Key.Key_N)
    dialog = one.dialog(SplitDialog)
    assert not dialog.go.isEnabled()
    one.write(dialog.name, "Spring reminders")
    edit = dialog.reason.lineEdit()
    assert edit is not None
    one.write(edit, "a second script")
    one.click(dialog.go)
    one.until(lambda: dialog.name.property("invalid") == "true")
    assert dialog.isVisible()
    dialog.name.clear()
    one.write(dialog.name, "Renewals B")
    one.click(dialog.go)
    one.until(lambda: bool(one.floor.abandonment.splits))
    campaign_id, wanted = one.floor.abandonment.splits[0]
    assert (campaign_id, wanted.name, wanted.reason) == ("c-0", "Renewals B", "a second script")
    one.until(lambda: "Counted together with Renewals B" in pane.detail.counted.text())


def test_who_may_not_split_is_not_offered_it(stage: Open) -> None:
    one = stage(target=RemoteTarget(url="http://floor:8787", token="t"))
    one.floor.me_answer = msgspec.structs.replace(
        one.floor.me_answer, tenant_id=TENANT.id, tenant=TENANT.name, user="Olga", role="compliance"
    )
    pane = pane_of(one.open())
    assert pane.split.isHidden()
    one.press(pane.table, Qt.Key.Key_N)
    assert not one.window.findChildren(SplitDialog)


def test_figures_that_are_looked_at_are_asked_anew_and_trouble_leaves_them_there(stage: Open) -> None:
    one = stage().open()
    pane = pane_of(one)
    one.until(lambda: "campaign_abandonment" in one.floor.asked)
    before, told = one.floor.asked.count("abandonment"), one.floor.asked.count("campaign_abandonment")
    for _ in range(ASK_EVERY_S):
        pane.tick()
    one.until(lambda: one.floor.asked.count("campaign_abandonment") > told)
    assert one.floor.asked.count("abandonment") == before + 1
    assert one.floor.asked.count("campaign_abandonment") == told + 1, "of the chosen one, once"
    one.floor.trouble = unreachable("http://floor:8787")
    pane.refresh()
    one.until(lambda: bool(pane.trouble_words))
    assert len(pane.campaigns.rows) == 5
    one.floor.trouble = None
    one.click(pane.again)
    one.until(lambda: not pane.trouble_words)


def test_the_figures_are_copied_as_csv(stage: Open) -> None:
    one = stage().open()
    pane = pane_of(one)
    one.click(pane.copy)
    rows = list(csv.DictReader(io.StringIO(QGuiApplication.clipboard().text())))
    assert rows[0]["campaign"] == "Renewals"
    assert (rows[0]["figure"], rows[0]["live_answers"], rows[0]["percent"]) == ("period", "1312", "2.90")
    assert [row["figure"] for row in rows if row["campaign"] == "Spring reminders"] == ["period", "rolling", "period"]


@pytest.mark.parametrize(
    ("abandoned", "live", "text"), [(0, 0, "–"), (0, 7, "0.00 %"), (29, 1_000, "2.90 %"), (28_999, 1_000_000, "2.89 %")]
)
def test_a_share_is_cut_off_and_not_rounded_up_to_a_mark(abandoned: int, live: int, text: str) -> None:
    assert percent(abandoned, live) == text


def test_over_three_percent_is_a_stage_of_its_own_and_a_new_campaign_says_why_it_is_slow() -> None:
    worst = campaigns()[0]
    over = msgspec.structs.replace(
        worst, stage="no_overdialing", period=msgspec.structs.replace(worst.period, abandoned=41)
    )
    assert stage_words(over).icon == "alert-octagon"
    assert "34 live answers" in mode_sentence(campaigns()[4])
    assert campaign_name(None) == "Without a campaign"
