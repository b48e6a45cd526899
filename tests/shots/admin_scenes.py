"""The admin's view: each section, its dialogs, and trouble."""

from collections.abc import Callable
from types import MappingProxyType

from app.ui.views.admin_page import AdminPage, SectionId
from app.ui.views.jobs_pane import JobsPane
from app.ui.views.newcomer_dialogs import TokenDialog
from app.ui.views.people_pane import PeoplePane
from app.ui.views.tokens_pane import TokensPane
from tests.fakes.floor_gateway import unreachable
from tests.shots.set_up import Scene


def opened(scene: Scene, section: SectionId) -> AdminPage:
    """The floor, then the admin's view with a section that has its answer."""
    scene.open()
    page = scene.window.views.go("admin")
    if not isinstance(page, AdminPage):
        raise TypeError("the admin's view did not open")
    page.show_section(section)
    scene.settle()
    return page


def people(scene: Scene) -> None:
    pane = opened(scene, "people").pane
    if isinstance(pane, PeoplePane):
        pane.table.choose(pane.users.identity_at(3))


def role(scene: Scene) -> None:
    people(scene)
    page = scene.window.views.page
    if isinstance(page, AdminPage):
        page.pane.change_chosen()


def tokens(scene: Scene) -> None:
    pane = opened(scene, "tokens").pane
    if isinstance(pane, TokensPane):
        pane.all.setChecked(True)
        pane.table.choose(pane.tokens.identity_at(1))


def revoking(scene: Scene) -> None:
    tokens(scene)
    page = scene.window.views.page
    if isinstance(page, AdminPage):
        page.pane.end_chosen()


def token_made(scene: Scene) -> None:
    opened(scene, "tokens").pane.make_new()
    dialog = scene.find(TokenDialog)
    dialog.user.setText("Dialer 3")
    dialog.go.click()
    scene.until(lambda: bool(dialog.shown.text))


def campaigns(scene: Scene) -> None:
    opened(scene, "campaigns")


def tiers(scene: Scene) -> None:
    opened(scene, "tiers")


def jobs(scene: Scene) -> None:
    pane = opened(scene, "jobs").pane
    if isinstance(pane, JobsPane):
        pane.table.choose("backup")


def trouble(scene: Scene) -> None:
    page = opened(scene, "people")
    scene.wiring.floor.trouble = unreachable("https://floor.northgate.example:8787")
    page.show_section("tokens")


ADMIN_SCENES: MappingProxyType[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "admin-people": people,
        "admin-role": role,
        "admin-tokens": tokens,
        "admin-token-revoking": revoking,
        "admin-token-made": token_made,
        "admin-campaigns": campaigns,
        "admin-tiers": tiers,
        "admin-jobs": jobs,
        "admin-trouble": trouble,
    }
)
