"""Users, tokens, campaigns and jobs in the admin's view, by clicks and keys."""

from typing import TypeVar

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.client.feed_reader import Live, Lost
from app.ui.target import RemoteTarget
from app.ui.views.admin_page import AdminPage
from app.ui.views.campaigns_pane import CampaignDialog, CampaignsPane
from app.ui.views.jobs_dialog import JobsDialog
from app.ui.views.jobs_pane import JobsPane
from app.ui.views.newcomer_dialogs import TokenDialog
from app.ui.views.people_dialogs import AddUserDialog, DisableDialog, RoleDialog
from app.ui.views.people_pane import PeoplePane
from app.ui.views.section_pane import SectionPane
from app.ui.views.tokens_pane import RevokeDialog, TokensPane
from app.wire.operator import Role
from tests.fakes.floor_gateway import TENANT, unreachable
from tests.ui.conftest import Open, Stage

Pane = TypeVar("Pane", bound=SectionPane)
ALT = Qt.KeyboardModifier.AltModifier


def admin_of(one: Stage, section: str, kind: type[Pane]) -> Pane:
    """The admin's view by its key, then a section by a click."""
    one.press(one.window, Qt.Key.Key_7, ALT)
    page = one.window.views.page
    assert isinstance(page, AdminPage)
    one.click(page.buttons[section])
    assert isinstance(page.pane, kind)
    return page.pane


def people_of(one: Stage) -> PeoplePane:
    pane = admin_of(one, "people", PeoplePane)
    one.until(lambda: bool(pane.users.rows))
    return pane


def choose(pane: PeoplePane, name: str) -> None:
    pane.table.choose(next(user.id for user in pane.users.rows if user.name == name))


def as_role(one: Stage, role: Role) -> None:
    """The window on a shared engine, with a token of this role."""
    one.floor.me_answer = msgspec.structs.replace(
        one.floor.me_answer, tenant_id=TENANT.id, tenant=TENANT.name, user="Ada Lindqvist", role=role
    )


def test_a_user_is_added_and_a_name_that_is_taken_is_said_at_the_name(stage: Open) -> None:
    one = stage().open()
    pane = people_of(one)
    one.press(pane.table, Qt.Key.Key_N)
    dialog = one.dialog(AddUserDialog)
    assert not dialog.go.isEnabled()
    one.write(dialog.name, "Tom Weber")
    one.click(dialog.go)
    one.until(lambda: dialog.name.property("invalid") == "true")
    dialog.name.clear()
    one.write(dialog.name, "Nia Okafor")
    assert dialog.name.property("invalid") == "false"
    one.press(dialog, Qt.Key.Key_Return)
    one.until(lambda: any(user.name == "Nia Okafor" for user in pane.users.rows))
    chosen = pane.table.chosen_row
    assert chosen is not None
    assert (chosen.name, chosen.role, chosen.tokens) == ("Nia Okafor", "supervisor", 0)
    assert "No token" in pane.chosen.text()


def test_a_role_is_changed_with_a_reason(stage: Open) -> None:
    one = stage().open()
    pane = people_of(one)
    choose(pane, "Maria Keller")
    one.press(pane.table, Qt.Key.Key_E)
    dialog = one.dialog(RoleDialog)
    dialog.role.setCurrentIndex(dialog.role.findData("admin"))
    assert not dialog.go.isEnabled(), "a reason is wanted"
    one.write(dialog.reason, "Cover for a shift")
    one.click(dialog.go)
    one.until(lambda: any(user.name == "Maria Keller" and user.role == "admin" for user in pane.users.rows))
    assert one.floor.admin.reasons == ["Cover for a shift"]


def test_the_last_admin_is_told_at_the_role_that_it_must_stay(stage: Open, remote: RemoteTarget) -> None:
    one = stage(target=remote)
    as_role(one, "admin")
    one.open()
    pane = people_of(one)
    choose(pane, "Ada Lindqvist")
    one.click(pane.role)
    dialog = one.dialog(RoleDialog)
    dialog.role.setCurrentIndex(dialog.role.findData("dialer"))
    one.write(dialog.reason, "Tired of it")
    one.click(dialog.go)
    one.until(lambda: dialog.role.property("invalid") == "true")
    assert dialog.reason.reason == "Tired of it", "nothing typed is lost"
    one.click(dialog.cancel)


def test_a_user_is_disabled_with_its_tokens_and_enabled_again(stage: Open) -> None:
    one = stage().open()
    pane = people_of(one)
    choose(pane, "Maria Keller")
    one.press(pane.table, Qt.Key.Key_Delete)
    dialog = one.dialog(DisableDialog)
    one.write(dialog.reason, "Left the company")
    one.click(dialog.go)
    one.until(lambda: "Disabled" in pane.chosen.text())
    assert not pane.token.isVisible()
    one.click(pane.disable)
    dialog = one.dialog(DisableDialog)
    one.write(dialog.reason, "Came back")
    one.click(dialog.go)
    one.until(lambda: "No token" in pane.chosen.text())


def test_a_token_for_a_user_is_shown_once_and_copied(stage: Open) -> None:
    one = stage().open()
    pane = people_of(one)
    choose(pane, "Tom Weber")
    one.click(pane.token)
    dialog = one.dialog(TokenDialog)
    assert (dialog.user.text(), dialog.role.currentData()) == ("Tom Weber", "supervisor")
    one.click(dialog.go)
    one.until(lambda: dialog.shown.text.startswith("dfl_"))
    one.click(dialog.shown.copy)
    assert QGuiApplication.clipboard().text() == dialog.shown.text
    one.click(dialog.go)
    one.until(lambda: "1 token" in pane.chosen.text())


def test_revoking_names_whom_it_cuts_off_and_leaves_the_list(stage: Open) -> None:
    one = stage().open()
    pane = admin_of(one, "tokens", TokensPane)
    one.until(lambda: len(pane.tokens.rows) == 6)
    token = next(row for row in pane.tokens.rows if row.user == "Priya Raman")
    pane.table.choose(token.id)
    one.press(pane.table, Qt.Key.Key_Delete)
    dialog = one.dialog(RevokeDialog)
    assert "Priya Raman (Compliance)" in dialog.effect.text()
    one.click(dialog.go)
    one.until(lambda: len(pane.tokens.rows) == 5)
    one.click(pane.all)
    assert len(pane.tokens.rows) == 7
    pane.table.choose(token.id)
    assert not pane.revoke.isEnabled()


def test_a_campaign_is_made_and_renamed(stage: Open) -> None:
    one = stage().open()
    pane = admin_of(one, "campaigns", CampaignsPane)
    one.until(lambda: len(pane.campaigns.rows) == 3)
    one.press(pane.table, Qt.Key.Key_N)
    dialog = one.dialog(CampaignDialog)
    one.write(dialog.name, "Welcome calls")
    one.click(dialog.go)
    one.until(lambda: dialog.name.property("invalid") == "true")
    dialog.name.setText("Winter")
    one.click(dialog.go)
    one.until(lambda: len(pane.campaigns.rows) == 4)
    pane.table.choose(next(row.id for row in pane.campaigns.rows if row.name == "Winter"))
    one.click(pane.rename)
    dialog = one.dialog(CampaignDialog)
    one.write(dialog.name, "Winter 2")
    one.press(dialog, Qt.Key.Key_Return)
    one.until(lambda: any(row.name == "Winter 2" for row in pane.campaigns.rows))
    assert len(pane.campaigns.rows) == 4, "renamed, and no other made"
    assert all(row.name != "Winter" for row in pane.campaigns.rows)


def test_j_opens_the_jobs_where_one_is_run_now(stage: Open) -> None:
    one = stage().open()
    one.press(one.window, Qt.Key.Key_J)
    page = one.window.views.page
    assert isinstance(page, AdminPage)
    pane = page.pane
    assert isinstance(pane, JobsPane)
    one.until(lambda: bool(pane.jobs.rows))
    pane.table.choose("backup")
    one.click(pane.run)
    one.until(lambda: "done by hand" in pane.said.text())
    assert "run_job backup" in one.floor.asked


@pytest.mark.parametrize("role", ["supervisor", "compliance"])
def test_who_is_no_admin_sees_no_admin_view_and_reads_the_jobs_in_a_dialog(
    stage: Open, remote: RemoteTarget, role: Role
) -> None:
    one = stage(target=remote)
    as_role(one, role)
    one.open()
    assert not one.window.rail.buttons["admin"].isVisible()
    one.press(one.window, Qt.Key.Key_7, ALT)
    assert one.window.views.page is None
    one.press(one.window, Qt.Key.Key_J)
    one.press(one.dialog(JobsDialog), Qt.Key.Key_Escape)


def test_trouble_is_said_and_goes_when_the_engine_answers_again(stage: Open) -> None:
    one = stage().open()
    pane = people_of(one)
    one.floor.trouble = unreachable("http://127.0.0.1:1")
    one.press(pane.table, Qt.Key.Key_F5)
    one.until(lambda: "cannot be reached" in pane.trouble_words)
    assert pane.users.rows, "what was known stays on screen"
    one.floor.trouble = None
    one.press(pane.table, Qt.Key.Key_F5)
    one.until(lambda: not pane.trouble_words)


def test_sections_are_walked_by_keys(stage: Open) -> None:
    one = stage().open()
    people_of(one)
    page = one.window.views.page
    assert isinstance(page, AdminPage)
    walked: list[str] = []
    for key in (Qt.Key.Key_3, Qt.Key.Key_BracketRight, *[Qt.Key.Key_BracketLeft] * 5):
        one.press(page.buttons[page.current], key)
        walked.append(page.current)
    assert walked == ["campaigns", "tiers", "campaigns", "tokens", "people", "diagnostics", "jobs"]


def test_a_role_that_was_changed_elsewhere_takes_the_view_away(stage: Open, remote: RemoteTarget) -> None:
    one = stage(target=remote)
    as_role(one, "admin")
    one.open()
    people_of(one)
    as_role(one, "supervisor")
    feed = one.floor.feeds[-1]
    feed.on_state(Lost(reason="another role; come again", retry_in_s=1))
    feed.on_state(Live())
    one.until(lambda: not one.window.rail.buttons["admin"].isVisible())
    assert one.window.views.page is None
