"""What is photographed: a name, how the window is set up, and what is done to it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QPoint

from app.client.engine_process import EngineFailed, FolderOwned
from app.client.feed_reader import Denied, Lost
from app.ui.models.heat import explain
from app.ui.target import RemoteTarget, Target
from app.ui.tongue import tr
from app.ui.views.bulk_dialogs import BulkLimitDialog, BulkSessionDialog
from app.ui.views.export_dialog import ExportDialog
from app.ui.views.filter_panel import FilterPanel
from app.ui.views.limit_dialog import LimitDialog
from app.ui.views.palette_dialog import PaletteDialog
from app.ui.views.reason_dialog import ReasonDialog
from app.ui.views.wallboard import Wallboard
from tests.fakes.floor_gateway import refused, unreachable
from tests.shots.admin_scenes import ADMIN_SCENES
from tests.shots.alerts_scenes import ALERT_ACTS
from tests.shots.compliance_parts import OF_COMPLIANCE
from tests.shots.feel_scenes import FEEL
from tests.shots.limits_scenes import LIMITS_SCENES
from tests.shots.log_scenes import LOG_SCENES
from tests.shots.sessions_scenes import SESSIONS_SCENES
from tests.shots.set_up import Scene

DAMAGED = EngineFailed(exit_code=5, sentence="The database calls.db is damaged: page 812 is not a page")
REMOTE = RemoteTarget(url="https://floor.northgate.example:8787", token="t")
Act = Callable[[Scene], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A scene by name; `agents` 0 is a fresh installation's floor."""

    act: Act
    agents: int = 40
    tenants: bool = True
    target: Target | None = field(default=None)


def floor(scene: Scene) -> None:
    scene.open()
    person = scene.wiring.floor.world.people[4]
    scene.wiring.floor.world.set_limit(person, 80, "Maria Keller", "complaints from the 212 area")
    scene.wiring.floor.publish(scene.wiring.floor.world.edits_only())


def changes(scene: Scene) -> None:
    scene.open()
    if scene.window.detail is not None:
        scene.window.detail.tabs.setCurrentIndex(2)


def limits(scene: Scene) -> None:
    scene.open()
    if scene.window.detail is not None:
        scene.window.detail.tabs.setCurrentIndex(1)


def filtered(scene: Scene) -> None:
    scene.open()
    scene.window.top.search.setText("blocked")


def nothing_matches(scene: Scene) -> None:
    scene.open()
    scene.window.top.search.setText("nobody of that name")


def frozen(scene: Scene) -> None:
    scene.open()
    scene.window.acts.toggle_freeze()
    scene.clock.advance(12_000_000)
    # The engine speaks on: only the screen is held still.
    scene.wiring.floor.publish(scene.wiring.floor.world.heartbeat())
    scene.settle()
    scene.window.tick()


def stale(scene: Scene) -> None:
    scene.open()
    scene.clock.advance(7_000_000)
    scene.window.tick()


def reconnecting(scene: Scene) -> None:
    scene.open()
    scene.wiring.floor.feeds[-1].on_state(Lost(reason="The engine cannot be reached", retry_in_s=4))
    scene.clock.advance(95_000_000)
    scene.settle()
    scene.window.tick()


def revoked(scene: Scene) -> None:
    scene.open()
    scene.wiring.floor.feeds[-1].on_state(Denied(code=4401))


def engine_gone(scene: Scene) -> None:
    scene.open()
    scene.wiring.child.words = "Killed by signal 9"
    scene.wiring.child.outcomes = [
        EngineFailed(exit_code=5, sentence="The database calls.db is damaged: page 812 is not a page")
    ]
    scene.wiring.child.exit_code = -9
    scene.until(scene.window.banner.isVisible)
    scene.until(scene.window.banner.button.isVisible)


def edit(scene: Scene) -> LimitDialog:
    scene.open()
    scene.window.acts.edit()
    dialog = scene.find(LimitDialog)
    if dialog.preset.isChecked():
        dialog.preset.click()
    return dialog


def editing(scene: Scene) -> None:
    dialog = edit(scene)
    dialog.calls_per_hour.setValue(70)
    dialog.reason.setText("Complaints from the 212 area")


def faulty(scene: Scene) -> None:
    dialog = edit(scene)
    dialog.call_timeout.setValue(9)
    dialog.reason.setText("x")


def conflict(scene: Scene) -> None:
    dialog = edit(scene)
    dialog.calls_per_hour.setValue(57)
    dialog.reason.setText("Slow the afternoon down")
    world = scene.wiring.floor.world
    world.set_limit(world.by_id[scene.window.chosen.agent_id], 73, "Maria Keller", "complaints from the 212 area")
    dialog.go.click()
    scene.until(dialog.conflict.isVisible)


def ending(scene: Scene) -> None:
    scene.open()
    scene.window.acts.end()
    scene.find(ReasonDialog).reason.setEditText("Stuck session")


def exporting(scene: Scene) -> None:
    scene.open()
    scene.wiring.floor.exports.rows, scene.wiring.floor.exports.step = 1_240_000, 260_000
    scene.window.acts.export()
    dialog = scene.find(ExportDialog)
    dialog.go.click()
    scene.until(lambda: dialog.progress.value() > 400_000)


def exported(scene: Scene) -> None:
    scene.open()
    scene.window.acts.export()
    dialog = scene.find(ExportDialog)
    dialog.path.setText(str(Path(dialog.path.text()).with_name("calls-2026-11-24.csv")))
    dialog.go.click()
    scene.until(lambda: dialog.go.text() == tr("Done"))


def keys(scene: Scene) -> None:
    scene.open()
    scene.window.acts.keys()


def palette(scene: Scene) -> None:
    scene.open()
    scene.window.acts.more.palette()
    scene.find(PaletteDialog).field.setText("al")


def bulk_chosen(scene: Scene) -> None:
    scene.open()
    table = scene.window.floor.table
    table.mark(scene.window.agents.order[2:8])


def bulk_limits(scene: Scene) -> None:
    bulk_chosen(scene)
    scene.window.acts.edit()
    dialog = scene.find(BulkLimitDialog)
    dialog.calls_per_hour.setValue(50)
    dialog.reason.setEditText("Slow the floor down")


def bulk_result(scene: Scene) -> None:
    bulk_chosen(scene)
    scene.window.acts.end()
    dialog = scene.find(BulkSessionDialog)
    gone = scene.wiring.floor.world.by_id[dialog.agents[2].id]
    gone.started, gone.ended = None, True
    dialog.reason.setEditText("End of shift")
    dialog.go.click()
    scene.until(dialog.results.isVisible)


def heat(scene: Scene) -> None:
    scene.open()
    scene.window.floor.table.sort_on("hour")
    scene.window.acts.more.heat.toggle()
    panel = scene.window.acts.more.heat.panel
    if panel is not None:
        panel.view.explained.emit(explain(scene.window.agents.agent_at(2), 57, scene.window.watching.now))


def heat_whole(scene: Scene) -> None:
    heat(scene)
    panel = scene.window.acts.more.heat.panel
    if panel is not None:
        panel.fit.click()


def wall(page: int) -> Act:
    def act(scene: Scene) -> None:
        scene.open()
        scene.window.acts.more.wall.open()
        board = scene.find(Wallboard)
        for _ in range(page):
            board.turn()

    return act


def wall_stale(scene: Scene) -> None:
    wall(0)(scene)
    scene.clock.advance(12_000_000)
    scene.window.acts.more.wall.refresh()


def filters(scene: Scene) -> None:
    scene.open()
    scene.window.acts.more.filter.near()
    scene.window.acts.more.filter.open()
    panel = scene.find(FilterPanel)
    panel.boxes["mode", "power"].click()


def filter_chips(scene: Scene) -> None:
    filters(scene)
    scene.find(FilterPanel).boxes["campaign", "Spring renewals"].click()
    scene.find(FilterPanel).close()


def legend(scene: Scene) -> None:
    scene.open()
    scene.window.acts.more.legend()


def columns(scene: Scene) -> None:
    scene.open()
    scene.window.acts.columns()


def row_menu(scene: Scene) -> None:
    scene.open()
    table = scene.window.floor.table
    scene.window.acts.row_menu("", table.viewport().mapToGlobal(QPoint(180, 200)))


def owned(scene: Scene) -> None:
    sentence = "Process 4711 of user maria on desk-2 has owned this folder since 08:02 (http://127.0.0.1:8787)"
    scene.wiring.child.outcomes = [FolderOwned(sentence=sentence)]
    scene.show()
    scene.until(scene.window.trouble.button.isVisible)


def broken(scene: Scene) -> None:
    scene.wiring.child.outcomes = [
        EngineFailed(exit_code=5, sentence="The database calls.db is damaged: page 812 is not a page")
    ]
    scene.show()
    scene.until(scene.window.trouble.button.isVisible)


def wrong_token(scene: Scene) -> None:
    scene.wiring.floor.trouble = refused(401, "unauthorized", "This token is not known or was revoked")
    scene.show()
    scene.until(scene.window.trouble.button.isVisible)


def nobody(scene: Scene) -> None:
    scene.wiring.floor.trouble = unreachable(REMOTE.url)
    scene.show()
    scene.until(scene.window.trouble.button.isVisible)


SHOTS: MappingProxyType[str, Shot] = MappingProxyType(
    {
        "floor": Shot(act=floor),
        "floor-1000": Shot(act=floor, agents=1000),
        "floor-five": Shot(act=floor, agents=5),
        "floor-limits": Shot(act=limits),
        "floor-changes": Shot(act=changes),
        "floor-filtered": Shot(act=filtered),
        "floor-nothing-matches": Shot(act=nothing_matches),
        "floor-frozen": Shot(act=frozen),
        "trouble-stale": Shot(act=stale),
        "trouble-reconnecting": Shot(act=reconnecting),
        "trouble-token-revoked": Shot(act=revoked),
        "trouble-engine-gone": Shot(act=engine_gone),
        "trouble-folder-owned": Shot(act=owned),
        "trouble-engine-broken": Shot(act=broken),
        "trouble-wrong-token": Shot(act=wrong_token, target=REMOTE),
        "trouble-unreachable": Shot(act=nobody, target=REMOTE),
        "limit-editing": Shot(act=editing),
        "limit-faulty": Shot(act=faulty),
        "limit-conflict": Shot(act=conflict),
        "session-ending": Shot(act=ending),
        "export-running": Shot(act=exporting),
        "export-done": Shot(act=exported),
        "keys": Shot(act=keys),
        "palette": Shot(act=palette),
        "legend": Shot(act=legend),
        "bulk-chosen": Shot(act=bulk_chosen),
        "bulk-limits": Shot(act=bulk_limits),
        "bulk-result": Shot(act=bulk_result),
        **{name: Shot(act=act) for name, act in ALERT_ACTS.items()},
        "heat": Shot(act=heat),
        "heat-1000": Shot(act=heat_whole, agents=1000),
        **{f"wallboard-{at + 1}": Shot(act=wall(at)) for at in range(5)},
        "wallboard-stale": Shot(act=wall_stale),
        "filter-panel": Shot(act=filters),
        "filter-chips": Shot(act=filter_chips),
        "menu-columns": Shot(act=columns),
        "menu-row": Shot(act=row_menu),
        **{name: Shot(act=act) for name, act in ADMIN_SCENES.items()},
        **{name: Shot(act=act) for name, act in OF_COMPLIANCE.items()},
        **{name: Shot(act=act) for name, act in SESSIONS_SCENES.items()},
        **{name: Shot(act=act) for name, act in LOG_SCENES.items()},
        **{name: Shot(act=act, agents=agents, tenants=made) for name, (act, agents, made) in FEEL.items()},
        **{name: Shot(act=act) for name, act in LIMITS_SCENES.items()},
    }
)
