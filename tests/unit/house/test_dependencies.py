"""Every dependency is argued for in the ADR, and the engine is shut off from all of them but msgspec."""

import re
import tomllib

from tests.unit.house.planting import ROOT

CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text())
IMPORTED_AS = {"pyside6_essentials": "PySide6"}
ADR = ROOT / "docs/adr/0001-dependencies.md"


def _names(requirements: list[str]) -> list[str]:
    return [re.split(r"[<>=!;\[ ]", requirement, maxsplit=1)[0] for requirement in requirements]


def test_the_engine_contract_names_every_dependency() -> None:
    modules = {name.replace("-", "_") for name in _names(CONFIG["project"]["dependencies"])} - {"msgspec"}
    expected = {IMPORTED_AS.get(module, module) for module in modules}
    contracts = {contract["id"]: contract for contract in CONFIG["tool"]["importlinter"]["contracts"]}
    assert expected - set(contracts["engine-pure"]["forbidden_modules"]) == set()


def test_the_adr_argues_for_every_dependency() -> None:
    groups = CONFIG["dependency-groups"]
    names = _names(CONFIG["project"]["dependencies"] + groups["dev"] + groups["bench"] + groups["proof"])
    text = ADR.read_text()
    assert [name for name in names if f"**{name}**" not in text] == []
