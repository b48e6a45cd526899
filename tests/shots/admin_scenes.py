"""The admin's view: each section, its dialogs, and trouble."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from app.ui.views.admin_page import AdminPage
from app.ui.views.backups_pane import BackupsPane
from app.ui.views.campaigns_pane import CampaignsPane
from app.ui.views.import_dialog import ImportDialog
from app.ui.views.jobs_pane import JobsPane
from app.ui.views.newcomer_dialogs import TokenDialog
from app.ui.views.people_pane import PeoplePane
from app.ui.views.restore_dialog import RestoreDialog
from app.ui.views.retention_pane import RetentionDialog, RetentionPane
from app.ui.views.tokens_pane import TokensPane
from tests.fakes.floor_gateway import unreachable
from tests.shots.set_up import Scene

PERSONS = (("Alicia", "Romero", "Boston"), ("Ben", "Okafor", "Denver"), ("Chen", "Wei", "Seattle"))


def opened(scene: Scene, section: str) -> AdminPage:
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


def _leads(folder: Path, count: int) -> Path:
    rows = [
        f"{first},{last},(212) 555-{at:04d},{first.lower()}@example.com,{city},{at * 37 % 900 + 100}"
        for at in range(count)
        for first, last, city in [PERSONS[at % len(PERSONS)]]
    ]
    rows[6] = "Nora,Quist,12,nora@example.com,Oslo,310"
    rows[11] = "Ben,Abara,,ben@example.com,Austin,128"
    file = folder / "leads-spring.csv"
    file.write_text("\n".join(["First name,Last name,Phone,Email,City,Balance", *rows]), encoding="utf-8")
    return file


def importing(scene: Scene) -> ImportDialog:
    pane = opened(scene, "campaigns").pane
    if isinstance(pane, CampaignsPane):
        pane.table.choose("c0")
        with tempfile.TemporaryDirectory() as folder:
            scene.wiring.floor.imports.scale = 250
            pane.import_file(_leads(Path(folder), 40))
            dialog = scene.find(ImportDialog)
            scene.until(dialog.preview.isVisible)
            return dialog
    raise TypeError("the campaigns are not seen")


def import_running(scene: Scene) -> None:
    scene.wiring.floor.imports.held = True
    dialog = importing(scene)
    dialog.go.click()
    scene.until(lambda: "4,000" in dialog.status.text())


def import_result(scene: Scene) -> None:
    dialog = importing(scene)
    scene.wiring.floor.imports.step = 20_000
    dialog.go.click()
    scene.until(dialog.save.isVisible)


def backups(scene: Scene) -> BackupsPane:
    pane = opened(scene, "backups").pane
    if not isinstance(pane, BackupsPane):
        raise TypeError("the backups are not seen")
    pane.table.choose(pane.backups.identity_at(0))
    return pane


def backing_up(scene: Scene) -> None:
    pane = backups(scene)
    scene.wiring.floor.backups.held = True
    pane.make_new()
    scene.until(pane.progress.isVisible)


def restoring(scene: Scene) -> None:
    backups(scene).change_chosen()
    dialog = scene.find(RestoreDialog)
    scene.until(dialog.accepted_loss.isVisible)
    dialog.reason.setCurrentIndex(1)


def retention(scene: Scene) -> RetentionPane:
    pane = opened(scene, "retention").pane
    if not isinstance(pane, RetentionPane):
        raise TypeError("the retention is not seen")
    pane.table.choose("calls")
    return pane


def retention_changing(scene: Scene) -> None:
    retention(scene).change_chosen()
    dialog = scene.find(RetentionDialog)
    dialog.amount.setValue(1_000)
    dialog.reason.setCurrentIndex(0)


def diagnostics(scene: Scene) -> None:
    opened(scene, "diagnostics")


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


ADMIN_SCENES: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType(
    {
        "admin-people": people,
        "admin-role": role,
        "admin-tokens": tokens,
        "admin-token-revoking": revoking,
        "admin-token-made": token_made,
        "admin-campaigns": campaigns,
        "admin-import-preview": importing,
        "admin-import-running": import_running,
        "admin-import-result": import_result,
        "admin-backups": backups,
        "admin-backups-running": backing_up,
        "admin-restore": restoring,
        "admin-retention": retention,
        "admin-retention-changing": retention_changing,
        "admin-diagnostics": diagnostics,
        "admin-tiers": tiers,
        "admin-jobs": jobs,
        "admin-trouble": trouble,
    }
)
