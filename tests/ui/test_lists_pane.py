"""Do-not-call lists in the window: a number found, put on and taken off, files in and out, the national list."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.client.errors import GatewayRefused
from app.ui.models.national_words import age_state, age_words, guess_role, work_words
from app.ui.models.sending import Sending, SendingStopped
from app.ui.views.compliance_page import CompliancePage
from app.ui.views.list_dialogs import AddNumberDialog, LiftDialog
from app.ui.views.list_import_dialog import ListImportDialog
from app.ui.views.lists_pane import LOOK_EVERY, ListsPane
from app.ui.views.national_dialog import NationalDialog
from app.ui.views.national_versions import NationalVersions
from app.wire.errors import ErrorBody
from app.wire.national import ChosenFile, NationalPage, StartNational
from app.wire.operator import Role
from app.wire.suppressions import ListNumber
from tests.ui.conftest import Open, Stage


def lists_of(one: Stage, rows: int = 5) -> ListsPane:
    page = one.window.views.go("compliance")
    assert isinstance(page, CompliancePage)
    one.click(page.buttons["lists"])
    pane = page.pane
    assert isinstance(pane, ListsPane)
    one.until(lambda: pane.page is not None and len(pane.listed_rows.rows) == rows)
    return pane


def as_role(one: Stage, role: Role) -> None:
    one.floor.me_answer = msgspec.structs.replace(one.floor.me_answer, role=role, may=[])


def test_a_number_is_found_with_which_list_since_when_by_whom_and_why(stage: Open) -> None:
    one = stage().open()
    pane = lists_of(one)
    assert [item.phone for item in pane.listed_rows.rows][-1] == "(212) ***-**34"
    one.press(one.window, Qt.Key.Key_Slash)
    one.until(pane.search.hasFocus)
    one.write(pane.search, "212 555")
    assert "4 more digits" in pane.hint.text()
    one.write(pane.search, " 0134")
    one.until(pane.verdict.isVisible)
    said = pane.verdict.accessibleName()
    assert "+12125550134 is not called: Do not call" in said
    assert "Alicia Romero heard it on a call of Spring renewals (asked not to be called)" in said
    assert "Not on the national list of" in said
    assert [item.kind for item in pane.listed_rows.rows] == ["internal"]
    pane.search.clear()
    one.until(lambda: len(pane.listed_rows.rows) == 5)
    assert not pane.verdict.isVisible()


def test_what_an_agent_hears_comes_by_itself_and_the_chosen_row_stays(stage: Open) -> None:
    one = stage().open()
    pane = lists_of(one)
    pane.table.choose("3")
    one.floor.lists.add(ListNumber(phone="6465550101", reason="asked by phone"))
    for _ in range(LOOK_EVERY):
        one.window.tick()
    one.until(lambda: len(pane.listed_rows.rows) == 6)
    assert pane.table.chosen_id == "3"
    assert pane.lift.isEnabled()


def test_a_number_on_no_list_says_so_and_is_put_on_one(stage: Open) -> None:
    one = stage().open()
    pane = lists_of(one)
    one.write(pane.search, "6465550101")
    one.until(pane.verdict.isVisible)
    assert "is on no list" in pane.verdict.accessibleName()
    one.press(pane.table, Qt.Key.Key_N)
    dialog = one.dialog(AddNumberDialog)
    assert dialog.number.text() == "+16465550101"
    assert not dialog.go.isEnabled(), "a reason is missing"
    one.write(dialog.reason, "asked by phone")
    one.click(dialog.go)
    one.until(lambda: len(one.floor.lists.steps) == 6)
    one.until(lambda: "is not called: Do not call" in pane.verdict.accessibleName())


def test_a_bad_number_is_refused_at_its_field_and_nothing_typed_is_lost(stage: Open) -> None:
    one = stage().open()
    one.click(lists_of(one).add)
    dialog = one.dialog(AddNumberDialog)
    one.write(dialog.number, "0005550134")
    one.write(dialog.reason, "asked by phone")
    one.click(dialog.go)
    one.until(lambda: dialog.number.property("invalid") == "true")
    assert dialog.reason.reason == "asked by phone"
    one.click(dialog.cancel)


def test_a_number_leaves_a_list_for_ever_only_by_reason_consent_and_a_second_look(stage: Open) -> None:
    one = stage().open()
    pane = lists_of(one)
    assert not pane.lift.isEnabled()
    pane.table.choose("1")
    one.press(pane.table, Qt.Key.Key_Delete)
    dialog = one.dialog(LiftDialog)
    one.write(dialog.reason, "wants to be called")
    dialog.sure.setChecked(True)
    assert not dialog.go.isEnabled(), "no consent"
    one.write(dialog.consent, "web form, Nov 20")
    dialog.sure.setChecked(False)
    assert not dialog.go.isEnabled(), "no second look"
    dialog.sure.setChecked(True)
    one.click(dialog.go)
    one.until(lambda: len(pane.listed_rows.rows) == 4)
    assert one.floor.lists.steps[-1][1].consent == "web form, Nov 20"
    one.write(pane.search, "2125550134")
    one.until(pane.verdict.isVisible)
    assert "was on a list before" in pane.verdict.accessibleName()
    pane.table.choose("6")
    assert not pane.lift.isEnabled(), "it is off already"
    pane.table.choose("1")
    assert not pane.lift.isEnabled(), "that step is past"


def test_a_wrong_number_needs_no_consent(stage: Open) -> None:
    one = stage().open()
    pane = lists_of(one)
    pane.table.choose("3")
    one.click(pane.lift)
    dialog = one.dialog(LiftDialog)
    assert not dialog.consent.isVisible(), "it is not asked for"
    dialog.reason.setCurrentIndex(2)
    dialog.sure.setChecked(True)
    one.click(dialog.go)
    one.until(lambda: len(pane.listed_rows.rows) == 4)
    assert one.floor.lists.steps[-1][1].consent == ""


def test_lists_are_filtered_and_say_how_many_each_has(stage: Open) -> None:
    one = stage().open()
    pane = lists_of(one)
    assert [pane.kind.itemText(at) for at in range(4)] == [
        "All lists",
        "Do not call (3)",
        "Wrong number (1)",
        "Litigator (1)",
    ]
    pane.kind.setCurrentIndex(3)
    pane.kind.activated.emit(3)
    one.until(lambda: [item.kind for item in pane.listed_rows.rows] == ["litigator"])


def test_a_csv_is_looked_through_before_its_numbers_are_listed(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = lists_of(one)
    file = tmp_path / "asked.csv"
    file.write_text("Phone\n212-555-0134\nnobody\n6465550101\n", encoding="utf-8")
    pane.import_file(file)
    dialog = one.dialog(ListImportDialog)
    one.until(dialog.preview.isVisible)
    assert "1 listed already" in dialog.preview.verdict.text()
    assert not dialog.go.isEnabled(), "a reason is missing"
    dialog.kind.setCurrentIndex(2)
    one.write(dialog.reason, "list of counsel")
    one.click(dialog.go)
    one.until(lambda: dialog.go.text() == "Done")
    (wanted,) = one.floor.lists.listed_from
    assert (wanted.kind, wanted.reason, wanted.places.phone) == ("litigator", "list of counsel", 0)
    assert "On the list “Litigator”" in dialog.status.text()
    one.click(dialog.go)


def test_the_lists_are_saved_with_whole_numbers(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    lists_of(one).save_to(tmp_path / "out.csv")
    one.until((tmp_path / "out.csv").exists)
    assert "+12125550134" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_a_supervisor_looks_and_adds_and_no_more(stage: Open) -> None:
    one = stage()
    as_role(one, "supervisor")
    one.floor.lists.may_import = False
    one.open()
    pane = lists_of(one)
    assert pane.add.isVisible()
    assert not any(button.isVisible() for button in (pane.lift, pane.bring, pane.export, pane.national.bring))
    pane.table.choose("1")
    one.press(pane.table, Qt.Key.Key_Delete)
    assert not one.window.findChildren(LiftDialog)


def test_the_national_list_is_sent_and_its_import_followed_and_stopped(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = lists_of(one)
    assert pane.national.state.text() == "In force"
    one.floor.lists.held = True
    one.click(pane.national.bring)
    dialog = one.dialog(NationalDialog)
    assert not dialog.go.isEnabled()
    file = tmp_path / "all.txt"
    file.write_text("212,5550134\n", encoding="ascii")
    dialog.take([file])
    one.click(dialog.go)
    one.until(pane.national.stop.isVisible)
    (wanted,) = one.floor.lists.started
    assert ([one_.id for one_ in wanted.files], wanted.account) == (["f1"], "12345678-01")
    assert "4,912,330 lines a second, 0:31 left" in pane.national.said.text()
    assert not pane.national.bring.isEnabled()
    one.click(pane.national.stop)
    one.until(lambda: "Stopped" in pane.national.said.text())
    assert pane.national.bring.isEnabled()


def test_a_day_that_is_still_to_come_is_refused_at_its_field(stage: Open) -> None:
    one = stage().open()
    pane = lists_of(one)
    one.click(pane.national.bring)
    dialog = one.dialog(NationalDialog)
    dialog.take([Path(__file__)])
    words = "takenOn: the list cannot have been taken in the future"
    refused = ErrorBody(error=words, code="invalid_request", rate_limit_exceeded=False, field="takenOn")
    one.floor.lists.may_name_paths = True
    one.floor.trouble = GatewayRefused(400, refused)
    one.click(dialog.go)
    one.until(lambda: dialog.day.property("invalid") == "true")
    said = [line.text() for line in dialog.findChildren(QLabel) if line.isVisible()]
    assert "the list cannot have been taken in the future" in said
    assert not dialog.trouble.isVisible()


def test_one_bad_line_is_named_on_the_card(stage: Open) -> None:
    one = stage().open()
    pane = lists_of(one)
    one.floor.lists.bad_line = "all.txt, line 3 is 'x'; nothing was used"
    one.floor.lists.held = True
    one.click(pane.national.bring)
    dialog = one.dialog(NationalDialog)
    dialog.take([Path(__file__)])
    one.floor.lists.may_name_paths = True
    one.click(dialog.go)
    one.until(pane.national.stop.isVisible)
    one.floor.lists.held = False
    one.window.tick()
    one.until(lambda: "line 3 is 'x'" in pane.national.said.text())
    assert pane.national.bring.isEnabled(), "another file can be tried"
    assert not pane.national.stop.isVisible()


def test_lists_and_change_lists_do_not_mix_and_paths_are_named_on_the_engines_machine(
    stage: Open, tmp_path: Path
) -> None:
    one = stage().open()
    pane = lists_of(one)
    one.floor.lists.may_name_paths = True
    dialog = pane.national_dialog(one.floor.lists.national())
    files = [tmp_path / name for name in ("adds.txt", "all.txt")]
    dialog.take(files)
    assert "one or the other" in dialog.trouble.accessibleName()
    assert not dialog.go.isEnabled()
    dialog.roles[1].setCurrentIndex(2)
    one.click(dialog.go)
    one.until(lambda: bool(one.floor.lists.started))
    (wanted,) = one.floor.lists.started
    assert [(file.role, file.path) for file in wanted.files] == [
        ("adds", str(files[0])),
        ("deletes", str(files[1])),
    ]


def test_versions_are_shown(stage: Open) -> None:
    one = stage().open()
    one.click(lists_of(one).national.versions)
    dialog = one.dialog(NationalVersions)
    assert [version.is_current for version in dialog.versions.rows] == [True, False]
    one.click(dialog.go)


def test_a_fresh_floor_says_what_to_do(stage: Open) -> None:
    one = stage(agents=0)
    one.show()
    one.until(lambda: one.window.me is not None)
    pane = lists_of(one, rows=0)
    one.until(lambda: "Nobody has asked" in pane.table.empty)
    assert pane.national.state.text() == "No list yet"
    assert pane.national.bring.property("kind") == "primary"


def test_the_age_of_a_list_in_words(stage: Open) -> None:
    lists = stage().floor.lists
    now = lists.floor.world.now
    said = []
    for days in (12, 26, 31.5):
        version = lists.version(0)
        taken = now - timedelta(days=days)
        version = msgspec.structs.replace(version, oldest_taken_at=taken, good_until=taken + timedelta(days=31))
        page = NationalPage(national=version)
        said.append((age_state(page, now)[0], age_words(page, now).partition(",")[0].partition(";")[0]))
    assert said == [
        ("In force", "12 of 31 days old"),
        ("Import another soon", "26 of 31 days old"),
        ("Too old to be used", "31 days old"),
    ]
    work = msgspec.structs.replace(lists.start_national(_nothing()), bytes_done=3_102_004_944)
    assert "put in force" in work_words(work)
    assert [guess_role(name) for name in ("a-Adds.txt", "deletes.txt", "212.txt")] == ["adds", "deletes", "list"]


def _nothing() -> StartNational:
    return StartNational(files=[ChosenFile(id="f1")], taken_on=date(2026, 11, 24))


def test_a_sending_that_was_stopped_ends_at_its_next_block() -> None:
    sending = Sending()
    sending.note(10)
    sending.stop()
    with pytest.raises(SendingStopped):
        sending.note(20)
    assert sending.sent == 10
