"""One owner of a folder, who is named, and who is gone when its process is."""

import multiprocessing
import os
from pathlib import Path

import pytest

from db.faults import FolderOwned, FolderUnwritable
from db.folder import Folder


def own(root: Path, held: "multiprocessing.synchronize.Event") -> None:
    """Own a folder until killed."""
    folder = Folder(root)
    folder.make()
    lock = folder.lock("dialfloor serve", "noon")
    lock.announce("http://127.0.0.1:1")
    held.set()
    multiprocessing.Event().wait()


def test_an_owner_keeps_all_others_out_until_it_lets_go(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "a" / "floor")
    folder.make()
    lock = folder.lock("dialfloor serve", "2026-11-24 07:00:00 UTC")
    with pytest.raises(FolderOwned, match="dialfloor serve"):
        Folder(folder.root).lock("dialfloor token create", "later")
    lock.announce("http://127.0.0.1:8787")
    holder = folder.holder()
    assert holder is not None
    assert (holder.pid, holder.url) == (os.getpid(), "http://127.0.0.1:8787")
    lock.release()
    assert folder.holder() is None
    folder.holder_file.write_bytes(b'{"program": "\xff"}')
    assert folder.holder() is None, "bytes that are no text are a note that cannot be read"
    folder.lock("dialfloor serve", "now").release()


def test_an_owner_that_was_killed_owns_nothing_though_its_name_is_left(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held = context.Event()
    owner = context.Process(target=own, args=(tmp_path, held))
    owner.start()
    assert held.wait(60)
    with pytest.raises(FolderOwned, match=rf"process {owner.pid} .*listens on http://127.0.0.1:1"):
        Folder(tmp_path).lock("dialfloor serve", "now")
    owner.kill()
    owner.join()
    owner.close()
    assert Folder(tmp_path).holder() is not None
    Folder(tmp_path).lock("dialfloor serve", "now").release()


def test_a_holder_file_that_cannot_be_read_names_nobody_and_still_keeps_out(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    lock = folder.lock("dialfloor serve", "now")
    folder.holder_file.write_text("{half")
    with pytest.raises(FolderOwned, match="another process"):
        Folder(tmp_path).lock("dialfloor serve", "now")
    lock.release()


def test_a_folder_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "floor")
    folder.make()
    assert folder.root.stat().st_mode & 0o777 == 0o700
    assert list(folder.root.iterdir()) == [], "the probe is gone"


def test_a_place_that_is_a_file_cannot_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnwritable, match="choose another folder with --data"):
        Folder(tmp_path / "file" / "floor").make()


def test_a_lock_file_that_was_removed_lets_nobody_else_in(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    held = folder.lock("dialfloor serve", "noon")
    (tmp_path / "engine.lock").unlink()
    with pytest.raises(FolderOwned, match="dialfloor serve"):
        folder.lock("dialfloor serve", "one o'clock")
    held.release()
    folder.lock("dialfloor serve", "two o'clock").release()
