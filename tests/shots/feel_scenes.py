"""The first steps, the help, and the choices of theme, size and language."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.ui.views.again_dialog import AgainDialog
from app.ui.views.help_dialog import HelpDialog
from app.ui.views.newcomer_dialogs import TokenDialog
from tests.shots.set_up import Scene

Act = Callable[[Scene], None]


def newcomer(scene: Scene) -> None:
    scene.show()
    scene.until(lambda: scene.window.pages.currentWidget() is scene.window.welcome)


def token(scene: Scene) -> None:
    newcomer(scene)
    scene.window.acts.make_token()
    dialog = scene.find(TokenDialog)
    dialog.go.click()
    scene.until(dialog.shown.isVisible)


def steps_of_a_running_floor(scene: Scene) -> None:
    scene.open()
    scene.window.newcomer.open()
    scene.until(lambda: scene.window.pages.currentWidget() is scene.window.welcome)


def steps_at_the_contacts(scene: Scene) -> None:
    scene.show()
    scene.until(lambda: scene.window.pages.currentWidget() is scene.window.welcome)
    scene.window.newcomer.token_made("dft_8Qm2vYkP0aRr5wX1nZ7cT4bE")


def help_on_the_floor(scene: Scene) -> None:
    scene.open()
    scene.window.acts.feel.help()
    scene.find(HelpDialog)


def another_size(scene: Scene) -> None:
    scene.open()
    scene.window.acts.feel.show_at(150)
    scene.find(AgainDialog)


def more_menu(scene: Scene) -> None:
    scene.open()
    scene.window.acts.more.show_menu()


FEEL: Mapping[str, tuple[Act, int, bool]] = MappingProxyType(
    {
        "first-steps-contacts": (steps_at_the_contacts, 0, True),
        "first-steps-done": (steps_of_a_running_floor, 12, True),
        "first-run": (newcomer, 0, False),
        "first-run-tenant": (newcomer, 0, True),
        "first-run-token": (token, 0, True),
        "help": (help_on_the_floor, 40, True),
        "size": (another_size, 12, True),
        "menu-more": (more_menu, 12, True),
    }
)
