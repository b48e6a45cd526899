"""Do-not-call lists in the window, at the moments that matter."""

from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from types import MappingProxyType

from app.ui.views.list_dialogs import LiftDialog
from app.ui.views.lists_pane import ListsPane
from app.wire.national import ChosenFile, StartNational
from tests.shots.compliance_scenes import opened
from tests.shots.set_up import Scene


def lists(scene: Scene) -> ListsPane:
    """The lists of a floor that has been dialed for a while."""
    pane = opened(scene, "lists").pane
    if not isinstance(pane, ListsPane):
        raise TypeError("the lists are not seen")
    scene.until(lambda: bool(pane.page) and bool(pane.listed_rows.rows))
    return pane


def found(scene: Scene) -> None:
    pane = lists(scene)
    pane.search.setText("212 555 0134")
    scene.until(pane.verdict.isVisible)


def importing(scene: Scene) -> None:
    fake = scene.wiring.floor.lists
    pane = lists(scene)
    fake.versions, fake.held = [fake.version(27)], True
    dialog = pane.national_dialog(fake.national())
    file = Path(gettempdir()) / "all-2026.txt"
    file.write_text("212,5550134\n", encoding="ascii")
    dialog.take([file])
    dialog.go.click()
    scene.until(pane.national.stop.isVisible)


def choosing(scene: Scene) -> None:
    pane = lists(scene)
    dialog = pane.national_dialog(scene.wiring.floor.lists.national())
    files = [Path(gettempdir()) / name for name in ("adds-2026-11-24.txt", "deletes-2026-11-24.txt")]
    for file in files:
        file.write_text("212,5550134\n", encoding="ascii")
    dialog.take(files)


def refused(scene: Scene) -> None:
    fake = scene.wiring.floor.lists
    pane = lists(scene)
    fake.versions, fake.held = [fake.version(40)], True
    fake.start_national(StartNational(files=[ChosenFile(id="f1")], taken_on=fake.floor.world.now.date()))
    pane.refresh()
    scene.until(pane.national.stop.isVisible)
    fake.held = False
    fake.bad_line = (
        "all-2026.txt, line 84,201,774 is '212,555013'; every line must be 212,5550134 or 2125550134. Nothing of the "
        "file was used. None of it is in force; a list that was before still is"
    )
    scene.window.tick()
    scene.until(lambda: "84,201,774" in pane.national.said.text())


def versions(scene: Scene) -> None:
    lists(scene).national.versions.click()


def lifting(scene: Scene) -> None:
    pane = lists(scene)
    pane.table.choose("1")
    pane.end_chosen()
    dialog = scene.find(LiftDialog)
    dialog.reason.setCurrentIndex(1)
    dialog.consent.setText("signed web form of 2026-11-20")


def dry_look(scene: Scene) -> None:
    file = Path(gettempdir()) / "former-dialer.csv"
    rows = ["Phone,Name,Reason", "212-555-0134,Kim,letter", "nobody,Ann,", "646-555-0101,Lee,asked by phone"]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    dialog = lists(scene).import_file(file)
    scene.until(dialog.preview.isVisible)
    dialog.reason.setCurrentIndex(2)


LISTS_SCENES: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType(
    {
        "lists": lists,
        "lists-found": found,
        "lists-national-importing": importing,
        "lists-national-choosing": choosing,
        "lists-national-refused": refused,
        "lists-national-versions": versions,
        "lists-lifting": lifting,
        "lists-import-preview": dry_look,
    }
)
