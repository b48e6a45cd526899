"""The engine in the test's process, and the people most dialogues need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.harness import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """An engine at `T0` on a new folder."""
    with House(tmp_path / "floor") as house:
        yield house


@pytest.fixture
def ana(house: House) -> str:
    """A dialer's token."""
    return house.token("ana")


@pytest.fixture
def sam(house: House) -> str:
    """A supervisor's token."""
    return house.token("sam", "supervisor")


@pytest.fixture
def ada(house: House) -> str:
    """An admin's token."""
    return house.token("ada", "admin")
