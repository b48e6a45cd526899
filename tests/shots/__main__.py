"""`python -m tests.shots [NAME ...]`: photograph each state, dark and light, at two sizes, into build/shots."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtWidgets import QApplication

from app.ui.design.look import Look
from app.ui.design.tokens import ThemeName
from app.ui.tongue import speak
from tests.shots.scenes import SHOTS
from tests.shots.set_up import make_scene

OUT = Path("build") / "shots"
SIZES = ((1280, 720), (1920, 1080))
THEMES: tuple[ThemeName, ...] = ("dark", "light")


def main(names: list[str]) -> int:
    """Take the named shots, or all; 0 if every picture was saved."""
    if unknown := [name for name in names if name not in SHOTS]:
        print(f"There is no shot {', '.join(unknown)}; there are: {', '.join(SHOTS)}", file=sys.stderr)
        return 2
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("pictures need a QApplication")
    speak(app, "en")
    look = Look(app, "dark")
    OUT.mkdir(parents=True, exist_ok=True)
    failed = 0
    for theme in THEMES:
        for name in names or list(SHOTS):
            for size in SIZES:
                failed += not _take(app, look, name, theme, size)
    return 1 if failed else 0


def _take(app: QApplication, look: Look, name: str, theme: ThemeName, size: tuple[int, int]) -> bool:
    shot = SHOTS[name]
    scene = make_scene(app, look, theme, size, agents=shot.agents, tenants=shot.tenants, target=shot.target)
    path = OUT / f"{name}-{theme}-{size[0]}x{size[1]}.png"
    try:
        shot.act(scene)
        saved = scene.picture().save(str(path))
    finally:
        scene.close()
    print(path if saved else f"could not save {path}")
    return saved


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
