"""mypy is strict for app, db and tests: what it must catch is planted in each."""

import pytest

from tests.unit.house.planting import build_house, run_tool

WRONG = {
    "app/engine/untyped.py": ("def double(number):\n    return number * 2\n", "no-untyped-def"),
    "app/controller/generic.py": ("def first(items: list) -> object:\n    return items[0]\n", "type-arg"),
    "db/wrong.py": ("COUNT: int = 'many'\n", "assignment"),
    "db/leaks.py": (
        "import json\n\n\ndef count(text: str) -> int:\n    return json.loads(text)\n",
        "no-any-return",
    ),
    "tests/unit/test_loose.py": ("def test_it(tmp_path):\n    assert tmp_path\n", "no-untyped-def"),
    "app/ui/unbound.py": (
        "def pick(yes: bool) -> int:\n    if yes:\n        number = 1\n    return number\n",
        "possibly-undefined",
    ),
    "app/client/missing.py": ("import a_library_without_types\n", "import-not-found"),
    "app/wire/optional.py": ("def size(text: str | None) -> int:\n    return len(text)\n", "arg-type"),
}
RIGHT = {
    "app/engine/typed.py": "def double(number: int) -> int:\n    return number * 2\n",
    "tests/unit/test_typed.py": "def test_it() -> None:\n    assert True\n",
}


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What mypy says about a house with every fault and some right files in it."""
    planted = {path: text for path, (text, _) in WRONG.items()}
    house = build_house(tmp_path_factory.mktemp("types"), planted | RIGHT)
    answer = run_tool(house, "mypy", "--cache-dir=/dev/null", "--no-error-summary")
    assert answer.returncode == 1, answer.stdout + answer.stderr
    return answer.stdout


@pytest.mark.parametrize("path", WRONG)
def test_a_planted_fault_is_caught(account: str, path: str) -> None:
    lines = [line for line in account.splitlines() if line.startswith(path)]
    assert any(f"[{WRONG[path][1]}]" in line for line in lines), account


def test_right_files_pass(account: str) -> None:
    assert not [line for line in account.splitlines() if line.startswith(tuple(RIGHT))]
