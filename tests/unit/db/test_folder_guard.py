"""A folder that others look into is closed, and one that others have had their hands in is refused."""

import os
import stat
from pathlib import Path

import pytest

from db.faults import FolderUnwritable
from db.folder_guard import keep_to_owner

ANOTHER = 4_242


def mine(path: Path) -> int:
    return path.stat().st_uid


def keep(root: Path, me: int | None = None) -> int:
    """Keep a folder; its mode afterwards."""
    keep_to_owner(root, root / "dialfloor.db", mine(root) if me is None else me)
    return stat.S_IMODE(root.stat().st_mode)


@pytest.mark.parametrize("mode", [0o777, 0o755, 0o750, 0o1777, 0o700])
def test_a_folder_of_ours_or_an_empty_one_is_closed(tmp_path: Path, mode: int) -> None:
    for name, file in (("empty", None), ("ours", "dialfloor.db")):
        root = tmp_path / name
        root.mkdir()
        if file is not None:
            (root / file).touch()
        root.chmod(mode)
        assert keep(root) == 0o700


def test_a_folder_of_other_things_is_left_as_it_is_unless_others_write_into_it(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    tmp_path.chmod(0o755)
    assert keep(tmp_path) == 0o755
    tmp_path.chmod(0o777)
    with pytest.raises(FolderUnwritable, match=r"others may write into .*chmod 700"):
        keep(tmp_path)


def test_a_folder_of_another_user_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        os.chown(tmp_path, ANOTHER, -1)
    with pytest.raises(FolderUnwritable, match="belongs to another user"):
        keep(tmp_path, me=mine(tmp_path) + 1)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("laid", ["dialfloor.db", "dialfloor.db-wal", "engine.part", "backups"])
def test_what_another_user_laid_there_is_named_and_not_touched(tmp_path: Path, laid: str) -> None:
    secret = tmp_path / "elsewhere"
    secret.write_text("mine")
    root = tmp_path / "floor"
    root.mkdir(mode=0o777)
    (root / laid).symlink_to(secret)
    os.chown(root / laid, ANOTHER, -1, follow_symlinks=False)
    with pytest.raises(FolderUnwritable, match=f"{laid} was put there by another user"):
        keep(root)
    assert secret.read_text() == "mine"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_root_may_look_after_a_users_folder_and_leaves_it_the_users(tmp_path: Path) -> None:
    (tmp_path / "dialfloor.db").touch()
    tmp_path.chmod(0o750)
    for path in (tmp_path / "dialfloor.db", tmp_path):
        os.chown(path, ANOTHER, -1)
    assert keep(tmp_path, me=0) == 0o750
    os.chown(tmp_path / "dialfloor.db", ANOTHER + 1, -1)
    with pytest.raises(FolderUnwritable, match="another user"):
        keep(tmp_path, me=0)
