"""A national file is read whole or not at all, across blocks, and hashed."""

import hashlib
from pathlib import Path

import pytest

from app.reports.national_file import BLOCK_BYTES, NationalFile, NationalFileError


def written(folder: Path, content: bytes) -> NationalFile:
    path = folder / "all.txt"
    path.write_bytes(content)
    return NationalFile(path)


def test_lines_are_counted_over_block_borders_and_the_file_is_hashed(tmp_path: Path) -> None:
    content = b"".join(b"212,%07d\n" % number for number in range(300_000))
    assert len(content) > 3 * BLOCK_BYTES
    file = written(tmp_path, content.removesuffix(b"\n"))
    seen = [number for block in file.blocks() for number in block.numbers.lines.tolist()]
    assert seen == list(range(300_000))
    assert file.lines == 300_000
    assert file.sha256 == hashlib.sha256(content[:-1]).hexdigest()


def test_a_bad_line_is_named_by_its_number_in_the_file(tmp_path: Path) -> None:
    lines = [b"212,%07d" % number for number in range(250_000)]
    lines[200_000] = b"212,12345"
    file = written(tmp_path, b"\r\n".join(lines) + b"\r\n")
    with pytest.raises(NationalFileError, match=r"all.txt, line 200001 is '212,12345'; every line must be 212,5550134"):
        list(file.blocks())


@pytest.mark.parametrize("content", [b"", b"x" * (2 * BLOCK_BYTES)])
def test_an_empty_file_and_one_without_lines_are_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NationalFileError):
        list(written(tmp_path, content).blocks())


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NationalFileError, match="cannot be read"):
        list(NationalFile(tmp_path / "none.txt").blocks())
