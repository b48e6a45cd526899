"""Each import contract: a planted violation is caught by name, the empty house and the real one pass."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.unit.house.planting import ROOT, build_house, run_tool

# contract id, the module that breaks it, and what it may not import
VIOLATIONS = (
    ("layers", "app.engine.planted", "app.controller"),
    ("layers", "app.engine.planted", "app.clock"),
    ("layers", "app.clock.planted", "app.settings"),
    ("layers", "app.wire.planted", "app.ids"),
    ("layers", "app.compliance.planted", "app.controller"),
    ("layers", "app.controller.planted", "app.client"),
    ("layers", "app.client.planted", "app.reports"),
    ("layers", "app.reports.planted", "app.simulator"),
    ("layers", "app.simulator.planted", "app.api"),
    ("layers", "app.ui.planted", "app.api"),
    ("layers", "app.api.planted", "app.jobs"),
    ("layers", "app.jobs.planted", "app.ui"),
    ("layers", "app.ui.planted", "app.bootstrap"),
    ("layers", "app.bootstrap.planted", "app.cli"),
    ("faces", "app.ui.planted", "app.controller"),
    ("faces", "app.ui.planted", "app.reports"),
    ("faces", "app.ui.planted", "app.compliance"),
    ("faces", "app.simulator.planted", "app.controller"),
    ("faces", "app.client.planted", "app.controller"),
    ("db-opened", "app.ui.planted", "db"),
    ("db-opened", "app.simulator.planted", "db"),
    ("db-opened", "app.api.planted", "db"),
    ("db-opened", "app.controller.planted", "db"),
    ("db-opened", "app.engine.planted", "db"),
    ("db-sees", "db.planted", "app.clock"),
    ("db-sees", "db.planted", "app.wire"),
    ("db-sees", "db.planted", "app.controller"),
    ("qt", "app.cli.planted", "PySide6"),
    ("qt", "app.client.planted", "pyqtgraph"),
    ("qt", "app.bootstrap.planted", "qtawesome"),
    ("sql", "app.cli.planted", "sqlalchemy"),
    ("sql", "app.bootstrap.planted", "alembic"),
    ("sql", "app.controller.planted", "redis"),
    ("web", "app.cli.planted", "uvicorn"),
    ("web", "app.bootstrap.planted", "litestar"),
    ("web", "app.jobs.planted", "starlette"),
    ("scheduler", "app.bootstrap.planted", "apscheduler"),
    ("scheduler", "app.api.planted", "apscheduler"),
    *(
        ("engine-pure", "app.engine.planted", name)
        for name in (
            "asyncio", "threading", "time", "logging", "random", "sqlite3", "os", "pathlib", "socket", "numpy", "httpx",
        )
    ),
)  # fmt: skip
ALLOWED = {
    "app/bootstrap/opens.py": '"""Wires."""\n\nimport db\nfrom app import api, jobs, ui\n',
    "app/cli/opens.py": '"""Wires."""\n\nimport db\nfrom app import bootstrap\n',
    "app/ui/paints.py": '"""Paints."""\n\nimport PySide6, pyqtgraph\nfrom app import client, clock, engine\n',
    "app/api/serves.py": '"""Serves."""\n\nimport litestar\nimport uvicorn\nfrom app import controller\n',
    "app/jobs/runs.py": '"""Runs."""\n\nimport apscheduler\nfrom app import controller\n',
    "app/simulator/dials.py": '"""Dials."""\n\nfrom app import client\n',
    "app/engine/decides.py": '"""Decides."""\n\nimport msgspec\n',
    "db/keeps.py": '"""Keeps."""\n\nimport alembic\nimport sqlalchemy\nfrom app import engine\n',
}


def _planted() -> dict[str, str]:
    modules: dict[str, list[str]] = {}
    for _, module, target in VIOLATIONS:
        modules.setdefault(module, []).append(target)
    return {
        name.replace(".", "/") + ".py": "".join(f"import {target}\n" for target in dict.fromkeys(targets))
        for name, targets in modules.items()
    }


def _contract_names() -> dict[str, str]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return {contract["id"]: contract["name"] for contract in config["tool"]["importlinter"]["contracts"]}


@pytest.fixture(scope="module")
def broken_sections(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """import-linter's account of the house with every violation in it, by the name of the broken contract."""
    house = build_house(tmp_path_factory.mktemp("broken"), ALLOWED | _planted())
    answer = run_tool(house, "lint-imports", "--no-logo", "--no-cache")
    assert answer.returncode == 1, answer.stdout + answer.stderr
    # A section is the contract's name underlined, then its chains.
    parts = re.split(r"\n(.+)\n-{8,}\n", answer.stdout.partition("Broken contracts")[2])
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize(("contract", "module", "target"), VIOLATIONS)
def test_a_planted_import_breaks_its_contract(
    broken_sections: dict[str, str], contract: str, module: str, target: str
) -> None:
    section = broken_sections[_contract_names()[contract]]
    assert re.search(rf"{re.escape(module)} -> {re.escape(target)}\b", section), section


def test_every_contract_has_a_planted_violation() -> None:
    assert {contract for contract, _, _ in VIOLATIONS} == set(_contract_names())


def test_a_house_that_keeps_the_rules_passes(tmp_path: Path) -> None:
    answer = run_tool(build_house(tmp_path, ALLOWED), "lint-imports", "--no-logo", "--no-cache")
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_a_package_that_no_layer_names_is_caught(tmp_path: Path) -> None:
    house = build_house(tmp_path, {"app/helpers/__init__.py": '"""Anything."""\n'})
    answer = run_tool(house, "lint-imports", "--no-logo", "--no-cache", "--contract", "layers")
    assert answer.returncode == 1
    assert "app.helpers" in answer.stdout


def test_our_own_house_keeps_every_contract() -> None:
    answer = run_tool(ROOT, "lint-imports", "--no-logo", "--no-cache")
    assert answer.returncode == 0, answer.stdout + answer.stderr
