"""The first steps tick themselves, can be left and taken up again, and end at the floor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.models.first_steps import Progress, next_request, start_request
from app.ui.views.newcomer_dialogs import TokenDialog
from app.ui.views.palette_dialog import PaletteDialog
from app.wire.operator import CampaignItem, CreateToken
from tests.fakes.floor_world import FloorWorld
from tests.ui.conftest import Open, Stage

CONTROL = Qt.KeyboardModifier.ControlModifier


def fresh(stage: Open) -> Stage:
    one = stage(agents=0)
    one.show()
    one.until(lambda: one.window.pages.currentWidget() is one.window.welcome)
    return one


def pick(one: Stage, words: str) -> None:
    one.press(one.window, Qt.Key.Key_K, CONTROL)
    dialog = one.dialog(PaletteDialog)
    one.write(dialog.field, words)
    one.press(dialog.field, Qt.Key.Key_Return)


def begin(one: Stage) -> None:
    """A dialer comes, and calls."""
    one.wiring.floor.world = FloorWorld(agents=2)
    one.hear(one.wiring.floor.world.snapshot())


def test_each_step_ticks_itself_when_it_has_happened_and_the_next_stands_open(stage: Open) -> None:
    one = fresh(stage)
    steps = one.window.welcome.steps
    assert steps["tenant"].done
    assert steps["token"].inside.isVisible()
    # Made elsewhere, by the command line for example.
    one.floor.create_token(CreateToken(user="Dialer", role="dialer"))
    one.window.newcomer.show()
    one.until(lambda: steps["token"].done and steps["contacts"].inside.isVisible())
    one.floor.admin.lists["c1"] = CampaignItem(id="c1", name="Spring", contacts=40, waiting=40)
    one.until(lambda: steps["contacts"].done and steps["dialer"].inside.isVisible())
    begin(one)
    one.until(lambda: one.window.pages.currentWidget() is one.window.floor)


def test_enter_does_the_open_step_and_the_keyboard_goes_on_to_the_next(stage: Open) -> None:
    one = fresh(stage)
    page = one.window.welcome
    page.make_token.setFocus()
    one.press(page.make_token, Qt.Key.Key_Return)
    dialog = one.dialog(TokenDialog)
    one.floor.create_token(CreateToken(user="Dialer", role="dialer"))
    one.window.newcomer.show()
    one.until(lambda: page.steps["token"].done)
    dialog.reject()
    assert one.window.focusWidget() is page.choose_file


def test_they_can_be_left_and_taken_up_again_from_the_palette(stage: Open) -> None:
    one = fresh(stage)
    one.click(one.window.welcome.leave)
    assert one.window.pages.currentWidget() is one.window.floor
    one.hear(one.floor.world.snapshot())
    assert one.window.pages.currentWidget() is one.window.floor
    pick(one, "first steps")
    assert one.window.pages.currentWidget() is one.window.welcome


def test_on_a_running_floor_they_say_that_all_is_done_and_lead_back(stage: Open) -> None:
    one = stage().open()
    pick(one, "first steps")
    welcome = one.window.welcome
    one.until(lambda: one.window.pages.currentWidget() is welcome)
    assert all(step.done for step in welcome.steps.values())
    one.hear(one.floor.world.advance(1))
    assert one.window.pages.currentWidget() is welcome
    one.click(welcome.leave)
    assert one.window.pages.currentWidget() is one.window.floor


def test_whoever_looks_elsewhere_is_left_there_while_the_steps_go_on(stage: Open) -> None:
    one = fresh(stage)
    one.press(one.window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert one.window.views.current == "admin"
    one.hear(one.floor.world.snapshot())
    assert one.window.views.current == "admin"


def test_the_request_is_copied_with_the_real_address_and_token(stage: Open) -> None:
    one = fresh(stage)
    one.window.newcomer.token_made("dft_abc")
    welcome = one.window.welcome
    box = welcome.starting["supabase-js"]
    assert '"http://127.0.0.1:50731", "dft_abc"' in box.text
    box.copy.click()
    assert QApplication.clipboard().text() == box.text
    assert box.copy.text() == "Copied"


def test_a_later_step_proves_the_ones_it_needs() -> None:
    assert Progress(tenant=True).next == "token"
    assert Progress(tenant=True, dialer=True).next == "contacts"
    assert Progress(tenant=True, call=True).next is None


def test_the_requests_are_those_of_the_protocol() -> None:
    assert '{"action": "start", "mode": "power"}' in start_request("curl", "http://a", "t")
    assert "http://a/functions/v1/power-dialer-controller" in start_request("curl", "http://a", "t")
    assert '"sessionId": "s1"' in next_request("curl", "http://a", "t", "s1")
    assert "next-contact" in next_request("supabase-js", "http://a", "t", "")
