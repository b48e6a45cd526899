"""The wallboard: pages that turn by themselves, sizes by the screen, the truth about its age, nothing but Esc."""

import msgspec
from PySide6.QtCore import Qt, QTimer

from app.client.feed_reader import Lost
from app.ui.models.wall import MOST_ROWS, pages_of
from app.ui.views.wallboard import TURN_MS, Wallboard
from app.wire.feed import WorstCampaign
from tests.fakes.floor_world import START, FloorWorld
from tests.ui.conftest import Open, Stage


def board_of(stage: Stage) -> Wallboard:
    stage.press(stage.window.floor.table, Qt.Key.Key_W)
    return stage.dialog(Wallboard)


def leave(stage: Stage, board: Wallboard) -> None:
    stage.press(board, Qt.Key.Key_Escape)
    stage.until(lambda: not stage.window.findChildren(Wallboard))


def test_five_pages_name_what_needs_a_person() -> None:
    world = FloorWorld(agents=40)
    rows = [world.row(person) for person in world.people]
    pages = pages_of(world.strip(), rows, START)
    assert [page.title for page in pages] == [
        "The floor now",
        "Near or at their limit",
        "Refused in the last hour",
        "Sessions near 8 hours",
        "Abandonment, at most 3 %",
    ]
    near = pages[1]
    assert len(near.items) == MOST_ROWS - 1
    assert near.more > 0
    assert (near.items[0].tone, near.items[0].icon) == ("danger", "alert-octagon")
    assert all(item.icon for item in near.items), "never by colour alone"
    assert [item.label for item in pages[3].items if item.tone == "warn"] == ["Elif Okafor", "Liam Bianchi"]


def test_a_quiet_floor_says_so() -> None:
    world = FloorWorld(agents=3)
    strip = msgspec.structs.replace(world.strip(), refusals_hour={})
    pages = pages_of(strip, [], START)
    assert [page.empty for page in pages if page.kind == "rows"] == [
        "Nobody is near a limit",
        "Nothing was refused in the last hour",
        "No session is near its 8 hours",
    ]


def test_abandonment_over_the_law_is_red_with_an_icon() -> None:
    world = FloorWorld(agents=3)
    worst = WorstCampaign(
        campaign_id="c", campaign="Spring", live=100, abandoned=4, drops_left=0, stage="no_overdialing"
    )
    strip = msgspec.structs.replace(world.strip(), abandonment_worst=worst)
    month = pages_of(strip, [], START)[4].items[1]
    assert (month.label, month.figure, month.tone) == ("Spring, 30 days", "4.0 %", "danger")
    assert month.icon == "alert-octagon"


def test_w_fills_the_screen_and_escape_leaves(stage: Open) -> None:
    one = stage().open()
    board = board_of(one)
    assert board.isFullScreen()
    assert board.live
    assert board.words.startswith("The floor now: Sessions")
    one.press(board, Qt.Key.Key_X)
    assert board.isVisible()
    leave(one, board)
    assert one.window.acts.more.wall.board is None


def test_pages_turn_every_twelve_seconds_and_round(stage: Open) -> None:
    one = stage().open()
    board = board_of(one)
    timers = [timer for timer in board.findChildren(QTimer) if timer.interval() == TURN_MS]
    assert TURN_MS == 12_000
    titles = []
    for _ in range(6):
        titles.append(board.words.split(":")[0])
        timers[0].timeout.emit()
        board.grab()
    assert titles[0] == titles[5] == "The floor now"
    assert len(set(titles)) == 5
    leave(one, board)


def test_a_stale_feed_is_a_clear_state_and_comes_back(stage: Open) -> None:
    one = stage().open()
    board = board_of(one)
    one.clock.advance(7_000_000)
    one.until(lambda: not board.live)
    assert board.words.startswith("Stale 7 s. The last figures are of ")
    board.grab()
    one.hear(one.floor.world.heartbeat())
    one.until(lambda: board.live)
    one.floor.feeds[-1].on_state(Lost(reason="The engine cannot be reached", retry_in_s=4))
    one.until(lambda: board.words.startswith("Reconnecting"))
    leave(one, board)


def test_it_goes_when_the_window_goes(stage: Open) -> None:
    one = stage().open()
    board = board_of(one)
    one.window.close()
    assert not board.isVisible()
