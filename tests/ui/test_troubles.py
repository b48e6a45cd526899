"""Every trouble has its state on screen, with the next step, and ends by itself where it can."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.client.engine_process import EngineFailed, EngineReady, FolderOwned
from app.client.feed_reader import Denied, Live, Lost
from app.ui.target import RemoteTarget
from app.ui.views.newcomer_dialogs import TenantDialog, TokenDialog
from app.wire.feed import LimitChanged
from tests.fakes.floor_gateway import refused, unreachable
from tests.ui.conftest import Open, Stage

READY = EngineReady(url="http://127.0.0.1:50731", secret="s")


def told(stage: Stage) -> str:
    """The trouble page's words, if it is shown."""
    page = stage.window.trouble
    return page.accessibleName() if stage.window.pages.currentWidget() is page else ""


def test_the_engine_is_starting(stage: Open) -> None:
    one = stage()
    one.show()
    assert told(one).startswith("Starting the engine. Opening")
    one.until(lambda: one.window.pages.currentWidget() is one.window.floor)


def test_a_folder_owned_by_another_names_the_holder_and_can_be_tried_again(stage: Open) -> None:
    one = stage()
    sentence = "Process 4711 on desk-2 has owned this folder since 08:02"
    one.wiring.child.outcomes = [FolderOwned(sentence=sentence), READY]
    one.show()
    one.until(lambda: sentence in told(one))
    one.click(one.window.trouble.button)
    one.until(lambda: one.window.pages.currentWidget() is one.window.floor)


def test_an_engine_that_cannot_start_says_why_and_what_to_do(stage: Open) -> None:
    one = stage()
    one.wiring.child.outcomes = [EngineFailed(exit_code=5, sentence="The database is damaged")]
    one.show()
    one.until(lambda: "The database is damaged" in told(one))
    assert "backups" in told(one)


def test_a_wrong_token(stage: Open, remote: RemoteTarget) -> None:
    one = stage(target=remote)
    one.floor.trouble = refused(401, "unauthorized", "This token is not known")
    one.show()
    one.until(lambda: "This token is not known" in told(one))
    assert "supervisor’s token" in told(one)
    assert "gateway https://floor.example:8787 None" in one.floor.asked


def test_nobody_answers_and_then_somebody_does(stage: Open, remote: RemoteTarget) -> None:
    one = stage(target=remote)
    one.floor.trouble = unreachable(remote.url)
    one.show()
    one.until(lambda: "connection refused" in told(one))
    assert "Trying again in 2 s" in told(one)
    one.floor.trouble = None
    one.click(one.window.trouble.button)
    one.until(lambda: one.window.pages.currentWidget() is one.window.floor)


def test_silence_makes_the_screen_stale_and_every_figure_says_its_age(stage: Open) -> None:
    one = stage().open()
    one.window.tick()
    assert one.window.top.badge.truth.text == "Live"
    one.clock.advance(2_500_000)
    one.window.tick()
    assert one.window.top.badge.truth.text == "Stale 2 s"
    assert all("2 s old" in card.words for card in one.window.floor.strip.cards)
    one.hear(one.floor.world.heartbeat())
    assert one.window.top.badge.truth.text == "Live"
    assert not any(
        "old" in card.words.split(". ")[-1] and "s old" in card.words for card in one.window.floor.strip.cards
    )


def test_a_lost_line_keeps_the_rows_and_recovers(stage: Open) -> None:
    one = stage().open()
    rows = one.names
    feed = one.floor.feeds[-1]
    feed.on_state(Lost(reason="The engine closed the feed", retry_in_s=0.5))
    one.clock.advance(4_000_000)
    one.until(lambda: one.window.watching.truth().text == "Reconnecting")
    one.window.tick()
    assert one.names == rows
    assert one.window.top.badge.truth.old == "4 s old"
    feed.reload()
    one.until(lambda: one.window.watching.truth().text == "Live")
    assert one.names == rows


def test_a_revoked_token_over_a_running_floor(stage: Open) -> None:
    one = stage().open()
    one.floor.feeds[-1].on_state(Denied(code=4401))
    one.until(one.window.banner.isVisible)
    assert "refused this token" in one.window.banner.accessibleName()
    one.floor.feeds[-1].on_state(Live())


def test_an_engine_that_dies_is_started_again_and_the_floor_stays(stage: Open) -> None:
    one = stage().open()
    rows = one.names
    one.wiring.child.words = "Killed by signal 9"
    one.wiring.child.exit_code = -9
    one.until(lambda: one.wiring.child.starts == 2)
    assert one.window.pages.currentWidget() is one.window.floor
    assert one.names == rows
    one.until(lambda: len(one.floor.feeds) == 2)
    one.until(lambda: not one.window.banner.isVisible())


def test_a_newcomer_makes_a_tenant_and_a_token(stage: Open) -> None:
    one = stage(agents=0, tenants=False)
    one.show()
    welcome = one.window.welcome
    one.until(lambda: one.window.pages.currentWidget() is welcome)
    assert not welcome.make_token.isEnabled()
    one.click(welcome.make_tenant)
    dialog = one.dialog(TenantDialog)
    one.write(dialog.name, "Harbour Renewals")
    one.press(dialog.name, Qt.Key.Key_Return)
    one.until(welcome.make_token.isEnabled)
    assert "'Harbour Renewals'" in welcome.importing.text
    one.click(welcome.make_token)
    tokens = one.dialog(TokenDialog)
    one.click(tokens.go)
    one.until(tokens.shown.isVisible)
    token = tokens.shown.text
    one.click(tokens.shown.copy)
    assert QApplication.clipboard().text() == token
    assert token in welcome.starting["curl"].text
    assert "http://127.0.0.1:50731" in welcome.starting["curl"].text
    one.click(tokens.go)


def test_over_every_view_the_badge_says_how_old_the_screen_is(stage: Open) -> None:
    one = stage().open()
    one.press(one.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    one.floor.feeds[-1].on_state(Lost(reason="The engine cannot be reached", retry_in_s=4))
    one.until(lambda: one.window.top.badge.truth.text == "Reconnecting")
    one.clock.advance(95_000_000)
    one.window.tick()
    assert one.window.top.badge.isVisible()
    assert one.window.top.badge.words == "Reconnecting · 1 min"
    assert "1 min" in one.window.top.badge.accessibleName()


def test_edits_are_told_after_a_restore_although_its_revisions_begin_lower(stage: Open) -> None:
    one = stage().open()
    world = one.floor.world
    told: list[LimitChanged] = []
    one.window.watching.limit_edited.connect(told.append)
    world.set_limit(world.people[0], 70, "Maria Keller", "complaints")
    one.hear(world.edits_only())
    assert [edit.revision for edit in told] == [41]
    world.revision, world.engine_started_at = 3, world.now
    one.floor.feeds[-1].reload()
    world.set_limit(world.people[0], 60, "Maria Keller", "more complaints")
    one.hear(world.edits_only())
    one.until(lambda: len(told) == 2)
    assert told[-1].revision == 4
