"""Every view and dialog, as photographed by `make shots`, under a careful eye: in English and in Spanish."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.ui.design.look import Look
from app.ui.tongue import Language, speak
from tests.shots.eyes import faults_of, too_large
from tests.shots.scenes import SHOTS
from tests.shots.set_up import Scene, make_scene

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
ROOM = (1280, 720)
LANGUAGES: tuple[Language, ...] = ("en", "es")


@pytest.fixture
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    speak(qapp, request.param)
    yield request.param
    speak(qapp, "en")


def shown(scene: Scene) -> list[QWidget]:
    """The window, and what stands over it."""
    over = [w for w in scene.window.findChildren(QWidget) if isinstance(w, QDialog | QFrame) and w.isWindow()]
    return [scene.window, *(widget for widget in over if widget.isVisible())]


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
@pytest.mark.parametrize("name", sorted(SHOTS))
def test_nothing_is_nameless_unreachable_clipped_or_overlapping(
    qapp: QApplication, look: Look, spoken: Language, name: str
) -> None:
    shot = SHOTS[name]
    scene = make_scene(qapp, look, "dark", ROOM, agents=shot.agents, tenants=shot.tenants, target=shot.target)
    scene.hurried = True
    try:
        shot.act(scene)
        scene.settle()
        scene.settle()
        tops = shown(scene)
        faults = [fault for top in tops for fault in faults_of(top)]
        faults += [f"{type(top).__name__} is larger than the screen" for top in tops if too_large(top, ROOM)]
    finally:
        scene.close()
    assert faults == [], f"in {spoken}"


class Planted(QWidget):
    """A small window in which things are put wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)

    def plant(self, *widgets: QWidget) -> list[str]:
        for widget in widgets:
            self.row.addWidget(widget)
        self.show()
        try:
            return faults_of(self)
        finally:
            self.hide()


@pytest.fixture
def planted(qapp: QApplication, look: Look) -> Iterator[Planted]:
    window = Planted()
    yield window
    window.deleteLater()


def test_a_field_without_a_name_is_seen(planted: Planted) -> None:
    assert any("no name" in fault for fault in planted.plant(QLineEdit()))


def test_a_button_out_of_the_keyboard_s_reach_is_seen(planted: Planted) -> None:
    button = QPushButton("Go")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert any("cannot be reached" in fault for fault in planted.plant(button))


def test_clipped_words_are_seen(planted: Planted) -> None:
    text, button = QLabel("A long sentence that has no room"), QPushButton("A long word on a small button")
    text.setFixedWidth(40)
    button.setFixedWidth(40)
    assert sum("is clipped" in fault for fault in planted.plant(text, button)) == 2


def test_widgets_over_each_other_are_seen(planted: Planted) -> None:
    one, other = QLabel("one", planted), QLabel("other", planted)
    one.setGeometry(10, 10, 80, 20)
    other.setGeometry(60, 10, 80, 20)
    assert any("lies over" in fault for fault in planted.plant())


def test_tab_against_the_reading_order_is_seen(planted: Planted) -> None:
    buttons = [QPushButton(words) for words in ("First", "Second", "Third")]
    for button in buttons:
        planted.row.addWidget(button)
    QWidget.setTabOrder(buttons[0], buttons[2])
    assert any("back to" in fault for fault in planted.plant())


def test_a_widget_that_sticks_out_is_seen(planted: Planted) -> None:
    button = QPushButton("Out", planted)
    button.setGeometry(-30, 0, 80, 30)
    assert any("sticks out" in fault for fault in planted.plant())
