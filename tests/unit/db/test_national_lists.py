"""Versions of the national list: swapped whole, kept for their readers, nothing left of one that was stopped."""

from pathlib import Path

import numpy as np
import pytest

from app.engine.ports import StoreUnavailable
from app.engine.value import DAY, Instant
from db.national_lists import OLDEST, Draft, ListedCode, Manifest, NationalLists

T0: Instant = 1_800_000_000_000_000


def fill(draft: Draft, *numbers: int) -> None:
    whole = np.array(numbers, np.int64)
    draft.bits.add(whole // 10_000_000, whole % 10_000_000)


def put(lists: NationalLists, version: str, *numbers: int, at: Instant = T0) -> None:
    with lists.drafting(version) as draft:
        fill(draft, *numbers)
        codes = tuple(
            ListedCode(code=code, taken_at=at, numbers=count)
            for code, count in zip(draft.bits.codes, draft.bits.counts(), strict=True)
        )
        manifest = Manifest(
            id=version,
            taken_at=at,
            imported_at=at,
            account="1",
            by="ana",
            sources=(),
            codes=codes,
            bits_sha256=draft.bits.sync(),
        )
        lists.put_in_force(draft, manifest)


def test_no_list_was_imported_yet(tmp_path: Path) -> None:
    lists = NationalLists(tmp_path)
    assert lists.open() is None
    assert lists.manifests() == []


def test_whoever_holds_a_version_keeps_it_while_newer_ones_come(tmp_path: Path) -> None:
    lists = NationalLists(tmp_path)
    put(lists, "a", 2125550134)
    held = lists.open()
    assert held is not None
    for step, version in enumerate("bcd", 1):
        put(lists, version, 9075550134, at=T0 + step * DAY)
    assert held.has("+12125550134")
    held.close()
    newest = lists.open()
    assert newest is not None
    assert not newest.has("+12125550134")
    assert newest.has("+19075550134")
    newest.close()


def test_bits_go_when_two_newer_versions_are_there_and_manifests_stay(tmp_path: Path) -> None:
    lists = NationalLists(tmp_path)
    for step, version in enumerate("abc"):
        put(lists, version, 2125550134, at=T0 + step * DAY)
    assert [manifest.id for manifest in lists.manifests()] == ["c", "b", "a"]
    assert sorted(path.parent.name for path in lists.root.glob("*/numbers.bits")) == ["b", "c"]


def test_an_import_that_is_stopped_leaves_nothing_and_changes_nothing(tmp_path: Path) -> None:
    lists = NationalLists(tmp_path)
    put(lists, "a", 2125550134)
    with pytest.raises(KeyboardInterrupt):
        _start_and_stop(lists)
    assert lists.current_id() == "a"
    assert sorted(path.name for path in lists.root.iterdir()) == ["CURRENT", "a", "import.lock"]


def test_what_a_killed_import_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    lists = NationalLists(tmp_path)
    put(lists, "a", 2125550134)
    left = lists.root / "killed.part"
    left.mkdir()
    (left / "numbers.bits").write_bytes(b"x")
    put(lists, "b", 2125550134, at=T0 + 1)
    assert not left.exists()


def test_two_imports_at_once_are_one_too_many(tmp_path: Path) -> None:
    lists = NationalLists(tmp_path)
    with (
        lists.drafting("a"),
        pytest.raises(StoreUnavailable, match="under way"),
        NationalLists(tmp_path).drafting("b"),
    ):
        pytest.fail("a second draft was let in")


def test_a_copy_is_good_for_31_days_to_the_microsecond_and_for_its_area_codes_only(tmp_path: Path) -> None:
    lists = NationalLists(tmp_path)
    put(lists, "a", 2125550134)
    held = lists.open()
    assert held is not None
    assert not held.is_old("+12125550199", T0 + OLDEST)
    assert held.is_old("+12125550199", T0 + OLDEST + 1)
    assert held.is_old("+19075550199", T0)
    held.close()


def _start_and_stop(lists: NationalLists) -> None:
    with lists.drafting("b") as draft:
        fill(draft, 9075550134)
        raise KeyboardInterrupt
