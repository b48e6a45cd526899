"""Each lint ban: a planted violation is caught with its reason; the files it exempts may do it."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.unit.house.planting import ROOT, build_house, run_tool

CLOCK = "only app/clock.py reads a clock"
# the banned name, how it is planted, and a part of the reason that ruff must print
BANNED = {
    "time.time": ("import time\n\nAT = time.time()\n", CLOCK),
    "time.time_ns": ("import time\n\nAT = time.time_ns()\n", CLOCK),
    "time.monotonic": ("import time\n\nAT = time.monotonic()\n", CLOCK),
    "time.monotonic_ns": ("import time\n\nAT = time.monotonic_ns()\n", CLOCK),
    "time.perf_counter": ("from time import perf_counter\n\nAT = perf_counter()\n", CLOCK),
    "time.perf_counter_ns": ("from time import perf_counter_ns\n\nAT = perf_counter_ns()\n", CLOCK),
    "time.sleep": ("import time\n\ntime.sleep(1)\n", "Nothing sleeps"),
    "datetime.datetime.now": ("from datetime import UTC, datetime\n\nAT = datetime.now(UTC)\n", CLOCK),
    "datetime.datetime.utcnow": ("import datetime\n\nAT = datetime.datetime.utcnow()\n", CLOCK),
    "datetime.datetime.today": ("import datetime\n\nAT = datetime.datetime.today()\n", CLOCK),
    "datetime.date.today": ("from datetime import date\n\nAT = date.today()\n", CLOCK),
    "uuid.uuid1": ("import uuid\n\nID = uuid.uuid1()\n", "UUIDv7 from app/ids.py"),
    "uuid.uuid4": ("from uuid import uuid4\n\nID = uuid4()\n", "UUIDv7 from app/ids.py"),
    "uuid_utils": ("import uuid_utils\n\nID = uuid_utils.uuid7()\n", "UUIDv7 from app/ids.py"),
    "unittest.mock": ("from unittest.mock import Mock\n\nFAKE = Mock()\n", "Fakes, not mocks"),
}
BRANCHES = "".join(f"    if number == {n}:\n        number += {n}\n" for n in range(11))
# other rules that carry a rule of the house: code, and how it is broken
RULES = {
    "C901": f'def tangled(number: int) -> int:\n    """Too many ways through."""\n{BRANCHES}    return number\n',
    "D103": "def bare(number: int) -> int:\n    return number\n",
    "D417": 'def half(a: int, b: int) -> int:\n    """Add.\n\n    Args:\n        a: it.\n    """\n    return a + b\n',
    "ANN001": 'def untyped(number) -> int:\n    """Return it."""\n    return int(number)\n',
    "ANN401": 'from typing import Any\n\n\ndef loose(value: Any) -> None:\n    """Take anything."""\n    del value\n',
    "T201": 'print("hello")\n',
    "BLE001": "try:\n    import nothing\nexcept Exception:\n    nothing = None\n",
    "S110": "try:\n    import nothing\nexcept ImportError:\n    pass\n",
    "FIX002": "# TO" + "DO: later\n",
    "DTZ001": "import datetime\n\nAT = datetime.datetime(2026, 1, 1)\n",
    "TID252": "from . import other\n",
    "E501": f'LINE = "{"x" * 120}"\n',
    "N802": 'def Shout() -> None:\n    """Be loud."""\n    print()\n',
    "SLF001": "import app\n\nSECRET = app._secret\n",
    "S602": 'import subprocess\n\nsubprocess.run("ls", shell=True, check=True)\n',
    "PGH003": "x: int = 'a'  # type: " + "ignore\n",
}
READS = '"""Reads."""\n\nimport time\n\nAT = time.time()\n'


def _file_of(name: str) -> str:
    return f"app/controller/{name.replace('.', '_').lower()}.py"


Finding = tuple[str, str, str]


def _findings(house: Path) -> list[Finding]:
    answer = run_tool(house, "ruff", "check", "--no-cache", "--output-format", "json")
    assert answer.returncode in {0, 1}, answer.stderr
    return [
        (Path(found["filename"]).relative_to(house).as_posix(), found["code"], found["message"])
        for found in json.loads(answer.stdout)
    ]


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """What ruff says about a house with every ban broken once."""
    planted = {_file_of(name): f'"""Planted."""\n\n{text}' for name, (text, _) in BANNED.items()}
    planted |= {_file_of(code): f'"""Planted."""\n\n{text}' for code, text in RULES.items()}
    planted |= {"app/clock.py": READS, "tests/bench/speed.py": READS}
    return _findings(build_house(tmp_path_factory.mktemp("lint"), planted))


@pytest.mark.parametrize("name", BANNED)
def test_a_banned_name_is_caught_with_its_reason(findings: list[Finding], name: str) -> None:
    reasons = [message for path, code, message in findings if path == _file_of(name) and code == "TID251"]
    assert any(name in message and BANNED[name][1] in message for message in reasons), findings


def test_every_ban_has_a_planted_violation() -> None:
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]
    assert set(lint["flake8-tidy-imports"]["banned-api"]) == set(BANNED)


@pytest.mark.parametrize("code", RULES)
def test_a_broken_rule_is_caught(findings: list[Finding], code: str) -> None:
    assert code in {found for path, found, _ in findings if path == _file_of(code)}, findings


@pytest.mark.parametrize("path", ["app/clock.py", "tests/bench/speed.py"])
def test_the_clock_and_the_benchmarks_may_read_time(findings: list[Finding], path: str) -> None:
    assert not [found for found in findings if found[0] == path]


def test_an_empty_house_passes(tmp_path: Path) -> None:
    assert _findings(build_house(tmp_path, {})) == []


def test_our_own_house_passes() -> None:
    answer = run_tool(ROOT, "ruff", "check", "--no-cache", "--output-format", "concise")
    assert answer.returncode == 0, answer.stdout
