"""Ten million bits to an area code: set in any order, cleared, counted, read back."""

import random
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from db.national_bits import SLOT_BYTES, BitsReader, BitsWriter


def arrays(numbers: list[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    whole = np.array(numbers, np.int64)
    return whole // 10_000_000, whole % 10_000_000


def test_numbers_are_found_again_whatever_their_order_and_only_they(tmp_path: Path) -> None:
    dice = random.Random(3)
    listed = {dice.choice((212, 907, 671, 999)) * 10_000_000 + dice.randrange(10_000_000) for _ in range(5_000)}
    order = [*listed, *dice.sample(sorted(listed), 500)]
    dice.shuffle(order)
    writer = BitsWriter(tmp_path / "bits")
    for start in range(0, len(order), 700):
        writer.add(*arrays(order[start : start + 700]))
    gone = set(dice.sample(sorted(listed), 300))
    writer.remove(*arrays([*gone, 212_000_0001 if 2120000001 not in listed else min(gone)]))
    assert sum(writer.counts()) == len(listed - gone)
    digest = writer.sync()
    writer.close()
    reader = BitsReader(tmp_path / "bits", writer.codes)
    assert reader.sha256() == digest
    asked = [*listed, *(dice.randrange(2_000_000_000, 9_999_999_999) for _ in range(5_000))]
    assert [reader.has(number) for number in asked] == [number in listed - gone for number in asked]
    again = {code * 10_000_000 + line for code in writer.codes for line in reader.lines(code).tolist()}
    assert again == listed - gone
    reader.close()


def test_only_area_codes_that_are_present_have_room(tmp_path: Path) -> None:
    writer = BitsWriter(tmp_path / "bits")
    writer.add(*arrays([2125550134, 9075550134]))
    writer.sync()
    writer.close()
    assert (tmp_path / "bits").stat().st_size == 2 * SLOT_BYTES
    assert (tmp_path / "bits").stat().st_blocks * 512 <= 64 * 1024


def test_a_file_of_another_length_than_its_manifest_says_is_refused(tmp_path: Path) -> None:
    writer = BitsWriter(tmp_path / "bits")
    writer.add(*arrays([2125550134]))
    writer.sync()
    writer.close()
    with pytest.raises(ValueError, match="not as long as its manifest says"):
        BitsReader(tmp_path / "bits", [212, 907])
