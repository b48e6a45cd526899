"""The calls, the refusals and the monitoring, as they are photographed."""

from collections.abc import Callable
from types import MappingProxyType

import msgspec

from app.ui.models.log_narrow import Chosen
from app.ui.views.log_page import LogPage
from tests.fakes.floor_gateway import unreachable
from tests.shots.set_up import Scene


def opened(scene: Scene) -> LogPage:
    """The view, its first page there."""
    scene.open()
    page = scene.window.views.go("log")
    assert isinstance(page, LogPage)
    scene.until(lambda: len(page.calls.model.rows) >= 200)
    scene.settle()
    return page


def calls(scene: Scene) -> None:
    page = opened(scene)
    rows = page.calls.model.rows
    told = next(row for row in rows if row.disposition == "interested")
    page.calls.list.table.choose(told.id)
    scene.until(lambda: page.calls.call_pane.detail is not None)
    page.calls.list.table.verticalScrollBar().setValue(0)
    scene.wiring.floor.log.arrive(12)
    page.calls.search.look_for_new()
    scene.until(page.calls.list.pill.isVisible)


def revealed(scene: Scene) -> None:
    calls(scene)
    page = scene.window.views.go("log")
    assert isinstance(page, LogPage)
    page.act("show_number")
    scene.until(lambda: bool(page.calls.call_pane.revealed))


def reason_to_reveal(scene: Scene) -> None:
    scene.wiring.floor.me_answer = msgspec.structs.replace(scene.wiring.floor.me_answer, role="supervisor")
    calls(scene)
    page = scene.window.views.go("log")
    assert isinstance(page, LogPage)
    page.act("show_number")
    scene.settle()


def filtered(scene: Scene) -> None:
    page = opened(scene)
    busiest = page.calls.model.rows[0]
    page.bar.choose(Chosen(field="agent_id", value=busiest.agent_id, words=busiest.agent))
    page.bar.choose(Chosen(field="disposition", value="interested", words="Interested"))
    page.bar.put(page.bar.narrow.within("week"))
    scene.until(lambda: page.calls.search.complete)
    page.calls.list.table.choose(page.calls.model.identity_at(3))
    scene.until(lambda: page.calls.call_pane.detail is not None)


def searching(scene: Scene) -> None:
    page = opened(scene)
    scene.wiring.floor.log.share = 300
    page.bar.choose(Chosen(field="number", value="00000009", words="…00000009"))
    scene.until(lambda: page.calls.search.searched_to is not None)
    page.calls.search.stop()


def empty(scene: Scene) -> None:
    page = opened(scene)
    page.bar.choose(Chosen(field="status", value="failed", words="Failed"))
    page.bar.put(page.bar.narrow.within("hour"))
    scene.until(lambda: page.calls.search.complete)


def refusals(scene: Scene) -> None:
    page = opened(scene)
    page.show_tab("refusals")
    model = page.refusals.model
    scene.until(lambda: len(model.rows) > 0)
    full = next(item for item in model.rows if item.code == "calls_per_hour")
    page.refusals.list.table.choose(full.id)
    scene.until(lambda: page.refusals.refusal_pane.detail is not None)
    page.refusals.list.table.verticalScrollBar().setValue(0)


def monitoring(scene: Scene) -> None:
    page = opened(scene)
    page.show_tab("monitoring")
    scene.until(lambda: page.monitoring.page is not None)


def trouble(scene: Scene) -> None:
    page = opened(scene)
    page.calls.list.table.choose(page.calls.model.identity_at(2))
    scene.wiring.floor.trouble = unreachable("http://127.0.0.1:50731")
    page.calls.story.ask()
    page.calls.search.go_on()
    scene.until(lambda: page.calls.search.trouble is not None)
    scene.until(page.calls.call_pane.trouble.isVisible)


def custom(scene: Scene) -> None:
    page = opened(scene)
    page.bar.custom_asked.emit()


LOG_SCENES: MappingProxyType[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "log-calls": calls,
        "log-calls-filtered": filtered,
        "log-searching": searching,
        "log-empty": empty,
        "log-refusals": refusals,
        "log-monitoring": monitoring,
        "log-trouble": trouble,
        "log-range": custom,
        "log-revealed": revealed,
        "log-reveal-why": reason_to_reveal,
    }
)
