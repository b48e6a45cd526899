"""The Sessions view: live, past, one in full, several to be ended, none, and an engine that cannot be asked."""

from collections.abc import Callable
from types import MappingProxyType

from app.ui.models.session_search import Segment
from app.ui.views.bulk_dialogs import BulkSessionDialog
from app.ui.views.sessions_page import SessionsPage
from tests.fakes.floor_gateway import unreachable
from tests.shots.set_up import Scene


def opened(scene: Scene, segment: Segment) -> SessionsPage:
    scene.open()
    return entered(scene, segment)


def entered(scene: Scene, segment: Segment) -> SessionsPage:
    page = scene.window.views.go("sessions")
    if not isinstance(page, SessionsPage):
        raise TypeError("the Sessions view did not open")
    page.head.choose(segment)
    scene.settle()
    return page


def live(scene: Scene) -> None:
    scene.wiring.floor.history.limit = 40
    opened(scene, "live")


def ended(scene: Scene) -> None:
    page = opened(scene, "ended")
    page.table.choose(page.model.rows[4].id)
    scene.settle()


def everything(scene: Scene) -> None:
    opened(scene, "all")


def detail(scene: Scene) -> None:
    page = opened(scene, "live")
    paused = next(row for row in page.model.rows if row.status == "paused")
    page.table.choose(paused.id)
    scene.settle()
    page.tick()


def ending(scene: Scene) -> None:
    page = opened(scene, "live")
    page.table.mark([row.id for row in page.model.rows[:4]])
    scene.settle()
    page.acts.do("end", page.table.marked)
    scene.find(BulkSessionDialog).reason.setEditText("Stuck session")


def chosen(scene: Scene) -> None:
    page = opened(scene, "live")
    page.table.mark([row.id for row in page.model.rows[1:5]])


def empty(scene: Scene) -> None:
    for person in scene.wiring.floor.world.people:
        person.started, person.state = None, "offline"
    scene.wiring.floor.history.ended_count = 0
    opened(scene, "live")


def trouble(scene: Scene) -> None:
    scene.open()
    scene.wiring.floor.history.page_trouble = unreachable("http://127.0.0.1:50731")
    entered(scene, "all")


SESSIONS_SCENES: MappingProxyType[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "sessions-live": live,
        "sessions-ended": ended,
        "sessions-all": everything,
        "sessions-detail": detail,
        "sessions-chosen": chosen,
        "sessions-ending": ending,
        "sessions-empty": empty,
        "sessions-trouble": trouble,
    }
)
