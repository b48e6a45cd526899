"""A small house with our configuration, in which violations are planted and the real tools are run."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BIN = Path(sys.executable).parent
PACKAGES = (
    "app", "app.cli", "app.bootstrap", "app.ui", "app.api", "app.jobs", "app.simulator", "app.client", "app.reports",
    "app.controller", "app.compliance", "app.clock", "app.settings", "app.ids", "app.wire", "app.engine", "db",
)  # fmt: skip


def build_house(place: Path, planted: Mapping[str, str]) -> Path:
    """Every package of the architecture, empty, under our pyproject.toml; then the planted files, by path."""
    (place / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    (place / "README.md").write_text("A planted house.\n")
    for package in PACKAGES:
        folder = place.joinpath(*package.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").write_text(f'"""The package {package}."""\n')
    for path, text in planted.items():
        target = place / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return place


def run_tool(place: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the virtualenv's tools in `place`; its answer is the caller's to judge."""
    return subprocess.run(
        [str(BIN / tool), *arguments],
        cwd=place,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "400", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        | {name: os.environ[name] for name in ("DIALFLOOR_WITHOUT_QT",) if name in os.environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
