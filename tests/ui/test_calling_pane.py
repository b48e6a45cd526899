"""Calling hours in the window: set with a reason and what it would do, by campaign, and who is held back, by pages."""

import msgspec

from app.ui.models.blocked_words import place_words
from app.ui.views.asking_sheet import ReasonSheet
from app.ui.views.calling_dialogs import CallingRulesDialog, CampaignChoice, emergencies_of
from app.ui.views.calling_pane import CallingPane
from tests.ui.conftest import Open, Stage
from tests.ui.test_map import section


def calling(one: Stage) -> CallingPane:
    pane = section(one, "calling").pane
    assert isinstance(pane, CallingPane)
    one.until(lambda: bool(pane.bound.rows) and pane.waiting is not None)
    return pane


def changing(one: Stage, who: str) -> CallingRulesDialog:
    pane = calling(one)
    pane.table.choose(who)
    one.click(pane.edit)
    return one.dialog(CallingRulesDialog)


def test_enforcing_says_what_it_would_do_and_takes_a_reason(stage: Open) -> None:
    one = stage().open()
    dialog = changing(one, "tenant")
    assert not dialog.go.isEnabled(), "nothing is other than it was"
    dialog.mode.setCurrentIndex(0)
    assert "423 calls of the last 24 hours would have been refused" in dialog.effect_note.text()
    assert "640 of 13,163 due contacts" in dialog.effect_note.text()
    assert not dialog.go.isEnabled(), "a reason is missing"
    one.write(dialog.reason, "Counsel has signed")
    one.click(dialog.go)
    one.until(lambda: one.floor.calling.tenant_rules.mode == "enforce")
    assert one.floor.calling.reasons == ["Counsel has signed"]


def test_a_state_that_is_none_is_said_at_the_field(stage: Open) -> None:
    one = stage().open()
    dialog = changing(one, "tenant")
    one.write(dialog.reason, "Storm warning")
    one.write(dialog.emergencies, "la, qq")
    assert dialog.emergencies.property("invalid") == "true"
    assert not dialog.go.isEnabled()
    dialog.emergencies.setText("tx la")
    one.click(dialog.go)
    one.until(lambda: one.floor.calling.tenant_rules.emergencies == ["US-LA", "US-TX"])
    assert emergencies_of("") == []


def test_a_campaign_gets_rules_of_its_own_and_gives_them_back(stage: Open) -> None:
    one = stage().open()
    pane = calling(one)
    one.click(pane.own)
    choice = one.dialog(CampaignChoice)
    choice.box.setCurrentText("Welcome calls")
    one.click(choice.go)
    dialog = one.dialog(CallingRulesDialog)
    assert not dialog.go.isEnabled()
    was = dialog.mode.currentIndex()
    dialog.mode.setCurrentIndex(0)
    assert "Of its due contacts 0 may not be called" in dialog.effect_note.text()
    assert "24 hours" not in dialog.effect_note.text(), "that count is the tenant's"
    dialog.mode.setCurrentIndex(was)
    one.write(dialog.reason, "A survey, no sale")
    one.click(dialog.go)
    one.until(lambda: [bound.name for bound in pane.bound.rows][1:] == ["Renewals", "Welcome calls"])
    pane.table.choose("c-2")
    one.click(pane.drop)
    sheet = one.dialog(ReasonSheet)
    one.write(sheet.reason, "No difference any more")
    one.click(sheet.go)
    one.until(lambda: [bound.name for bound in pane.bound.rows][1:] == ["Welcome calls"])


def test_who_is_held_back_is_listed_by_pages_and_masked(stage: Open) -> None:
    one = stage().open()
    pane = calling(one)
    assert pane.places.rows[0].contacts == 640
    pane.tabs.setCurrentIndex(1)
    one.until(lambda: len(pane.held.rows) >= 200)
    pane.held_table.scrollToBottom()
    one.until(lambda: len(pane.held.rows) >= 400)
    assert all("***" in held.phone for held in pane.held.rows)
    titles = [column.title for column in pane.places.columns]
    row = [pane.places.index(0, at).data() for at in range(len(titles))]
    assert (row[titles.index("Campaign")], row[titles.index("Why not now")]) == (
        "–",
        "Outside calling hours (only counted)",
    )
    (stands,) = [column for column in pane.places.columns if column.id == "citation"]
    declared = msgspec.structs.replace(pane.places.rows[0], code="STATE_OF_EMERGENCY", citation="")
    assert stands.text(declared) == "declared by an officer"
    (why,) = [column for column in pane.places.columns if column.id == "why"]
    assert why.text(declared) == "State of emergency", "it refuses where the rules only count, too"
    assert place_words("212|US-CA|America/Los_Angeles") == "Area code 212, also CA, Los Angeles"


def test_who_may_not_set_rules_sees_no_button(stage: Open) -> None:
    one = stage()
    one.wiring.floor.me_answer = type(one.wiring.floor.me_answer)(
        tenant_id="0198a000-0000-7000-8000-000000000001",
        tenant="Northgate Collections",
        user="Maria",
        role="supervisor",
        may=["floor"],
        tenants=[],
    )
    one.open()
    pane = calling(one)
    pane.table.choose("tenant")
    assert not any(button.isVisible() for button in (pane.own, pane.edit, pane.drop))


def test_a_whole_number_is_shown_of_the_chosen_contact_alone_and_goes_with_it(stage: Open) -> None:
    one = stage().open()
    pane = calling(one)
    first, second = pane.held.rows[:2]
    pane.tabs.setCurrentIndex(1)
    pane.held_table.choose(first.contact_id)
    one.click(pane.reveal)
    one.until(lambda: bool(pane.shown.text()))
    pane.held_table.choose(second.contact_id)
    assert pane.shown.text() == "", "it was of another row"
    pane._show_whole(first.contact_id, "+12125550134")
    assert pane.shown.text() == "", "a late answer of another row"
    one.click(pane.reveal)
    one.until(lambda: bool(pane.shown.text()))
    pane.relink()
    assert pane.shown.text() == "", "it was of another tenant"
    assert not pane.reveal.isVisible()
