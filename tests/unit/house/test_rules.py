"""The house's own rules: our tree keeps them, and each catches what is planted."""

from pathlib import Path

import pytest

from tests.unit.house import rules
from tests.unit.house.planting import ROOT, build_house

# Today's excesses, by `path` or `path::function`. This list only shrinks: nothing is ever added.
EXCEPTIONS: dict[str, int] = {}

# Folders under tests/ that hold programs and fakes, and single modules that tests import.
SUPPORT_FOLDERS = frozenset({"bench", "fakes", "proof", "shots"})
SUPPORT_MODULES = frozenset(
    {
        "tests/e2e/real_windows.py",
        "tests/e2e/serving.py",
        "tests/scenarios/harness.py",
        "tests/scenarios/law.py",
        "tests/scenarios/rate_limit_helpers.py",
        "tests/scenarios/carried_ids.py",
        "tests/scenarios/matrix_page.py",
        "tests/scenarios/role_table.py",
        "tests/scenarios/two_tenants.py",
        "tests/scenarios/stories.py",
        "tests/shots.py",
        "tests/unit/house/planting.py",
        "tests/unit/house/rules.py",
    }
)

LONG_FUNCTION = "def long() -> int:\n" + "    number = 1\n" * 39 + "    return number\n"


def test_files_and_functions_are_short() -> None:
    assert rules.ratchet_faults(rules.oversized(ROOT), EXCEPTIONS) == []


def test_a_long_file_and_a_long_function_are_caught(tmp_path: Path) -> None:
    house = build_house(tmp_path, {"app/engine/long.py": LONG_FUNCTION, "db/huge.py": "A = 1\n" * 351})
    assert rules.oversized(house) == {"app/engine/long.py::long": 41, "db/huge.py": 351}


def test_the_limits_themselves_are_allowed(tmp_path: Path) -> None:
    shorter = LONG_FUNCTION.replace("    number = 1\n", "", 1)
    assert rules.oversized(build_house(tmp_path, {"app/engine/long.py": shorter, "db/huge.py": "A = 1\n" * 350})) == {}


@pytest.mark.parametrize(
    ("found", "exceptions", "fault"),
    [
        ({"a.py": 400}, {}, "a.py has 400 lines; split it"),
        ({"a.py": 401}, {"a.py": 400}, "a.py grew to 401 lines; shrink it"),
        ({"a.py": 390}, {"a.py": 400}, "a.py is down to 390 lines; lower or remove its exception"),
        ({}, {"a.py": 400}, "a.py is down to 0 lines; lower or remove its exception"),
    ],
)
def test_the_list_of_exceptions_only_shrinks(found: dict[str, int], exceptions: dict[str, int], fault: str) -> None:
    assert rules.ratchet_faults(found, exceptions) == [fault]


def test_an_exception_that_is_true_passes() -> None:
    assert rules.ratchet_faults({"a.py": 400}, {"a.py": 400}) == []


def test_nothing_silences_the_type_checker() -> None:
    assert rules.silenced_types(ROOT) == []


def test_a_silenced_line_is_caught(tmp_path: Path) -> None:
    silenced = "A: int = 'a'  # type: " + "ignore[assignment]\n"
    assert rules.silenced_types(build_house(tmp_path, {"tests/unit/test_a.py": silenced})) == [
        "tests/unit/test_a.py:1: type: " + "ignore"
    ]


def test_no_function_is_hollow() -> None:
    assert rules.hollow_functions(ROOT) == []


@pytest.mark.parametrize(
    "body", ["pass", "...", '"""Says much."""', "raise NotImplementedError", "raise NotImplementedError()"]
)
def test_a_hollow_function_is_caught(tmp_path: Path, body: str) -> None:
    house = build_house(tmp_path, {"app/engine/stub.py": f"def decide() -> None:\n    {body}\n"})
    assert rules.hollow_functions(house) == ["app/engine/stub.py:1: decide has no body"]


def test_a_port_may_be_hollow(tmp_path: Path) -> None:
    port = "from typing import Protocol\n\n\nclass Queue(Protocol):\n    def next(self) -> int:\n        ...\n"
    assert rules.hollow_functions(build_house(tmp_path, {"app/engine/ports.py": port})) == []


def test_a_callback_may_say_that_it_does_nothing(tmp_path: Path) -> None:
    house = build_house(
        tmp_path, {"db/undo.py": 'def keep() -> None:\n    """Nothing to undo: a refusal charged nothing."""\n'}
    )
    assert rules.hollow_functions(house) == []


def test_every_file_under_tests_is_run_or_named() -> None:
    assert rules.unseen_files(ROOT, SUPPORT_FOLDERS, SUPPORT_MODULES) == []


def test_every_named_support_module_exists() -> None:
    assert [name for name in SUPPORT_MODULES - {"tests/shots.py"} if not (ROOT / name).exists()] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("tests/unit/limits_test.py", "def test_it() -> None:\n    assert True\n"),
        ("tests/unit/test_empty.py", "def check() -> None:\n    assert True\n"),
        ("tests/helpers.py", "A = 1\n"),
    ],
)
def test_a_file_that_no_run_sees_is_caught(tmp_path: Path, path: str, text: str) -> None:
    assert rules.unseen_files(build_house(tmp_path, {path: text}), SUPPORT_FOLDERS, SUPPORT_MODULES) == [path]


def test_collected_files_fakes_and_state_machines_are_seen(tmp_path: Path) -> None:
    planted = {
        "tests/unit/test_a.py": "async def test_it() -> None:\n    assert True\n",
        "tests/property/test_b.py": "TestUsage = object\n",
        "tests/fakes/queue.py": "A = 1\n",
        "tests/ui/conftest.py": "A = 1\n",
    }
    assert rules.unseen_files(build_house(tmp_path, planted), SUPPORT_FOLDERS, SUPPORT_MODULES) == []
