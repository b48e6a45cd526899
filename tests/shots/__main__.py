"""`python -m tests.shots [--NAME=VALUE ...] [SCENE ...]`: photograph each state, at two sizes, into build/shots.

`--themes=dark,light,contrast`, `--language=es` and `--scale=150` (per cent) photograph it otherwise, under a name that
says so; at a scale the sizes are the screen's, so that the window has the fewer pixels to live in.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtWidgets import QApplication

from app.ui.design.look import Look
from app.ui.design.tokens import THEMES, ThemeName
from app.ui.tongue import Language, speak
from tests.shots.scenes import SHOTS
from tests.shots.set_up import make_scene

OPTIONS = dict(word[2:].split("=", 1) for word in sys.argv[1:] if word.startswith("--"))
SCALE = int(OPTIONS.get("scale", "100"))
os.environ["QT_SCALE_FACTOR"] = f"{SCALE / 100:g}"
OUT = Path("build") / "shots"
SIZES = ((1280, 720), (1920, 1080)) if SCALE == 100 else ((1920, 1080), (3840, 2160))
CHOSEN = OPTIONS.get("themes", "dark,light").split(",")
LANGUAGE: Language = "es" if OPTIONS.get("language") == "es" else "en"
KIND = ("-es" if LANGUAGE == "es" else "") + (f"-{SCALE}" if SCALE != 100 else "")


def main(names: list[str]) -> int:
    """Take the named shots, or all; 0 if every picture was saved."""
    if unknown := [name for name in names if name not in SHOTS]:
        print(f"There is no shot {', '.join(unknown)}; there are: {', '.join(SHOTS)}", file=sys.stderr)
        return 2
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("pictures need a QApplication")
    speak(app, LANGUAGE)
    look = Look(app, "dark")
    OUT.mkdir(parents=True, exist_ok=True)
    failed = 0
    for theme in [name for name in THEMES if name in CHOSEN]:
        for name in names or list(SHOTS):
            for size in SIZES:
                failed += not _take(app, look, name, theme, size)
    return 1 if failed else 0


def _take(app: QApplication, look: Look, name: str, theme: ThemeName, size: tuple[int, int]) -> bool:
    shot = SHOTS[name]
    logical = (size[0] * 100 // SCALE, size[1] * 100 // SCALE)
    scene = make_scene(app, look, theme, logical, agents=shot.agents, tenants=shot.tenants, target=shot.target)
    path = OUT / f"{name}{KIND}-{theme}-{size[0]}x{size[1]}.png"
    try:
        shot.act(scene)
        saved = scene.picture().save(str(path))
    finally:
        scene.close()
    print(path if saved else f"could not save {path}")
    return saved


if __name__ == "__main__":
    sys.exit(main([word for word in sys.argv[1:] if not word.startswith("--")]))
