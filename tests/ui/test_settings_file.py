"""The file that a window remembers itself by: for its user only, and without anything of anybody's."""

import os
import stat
from pathlib import Path

from PySide6.QtCore import QByteArray

from app.__main__ import FOR_OWNER_ONLY
from app.ui.memory import Memory

REMEMBERED = {"theme", "scale", "language", "tenant", "geometry", "splitter", "columns", "widths", "order", "sort"}


def test_it_is_for_its_user_only_and_holds_what_the_window_looks_like(tmp_path: Path) -> None:
    before = os.umask(FOR_OWNER_ONLY)
    try:
        memory = Memory(tmp_path / "a" / "dialfloor")
        memory.keep_theme("dark")
        memory.keep_tenant("0198a000-0000-7000-8000-0000000000ff")
        memory.keep_frame(QByteArray(b"frame"), QByteArray(b"split"))
        memory.keep_columns({}, {}, [])
        memory.keep_sort(())
        memory.flush()
    finally:
        os.umask(before)
    for path in (tmp_path / "a", *(tmp_path / "a").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    written = (tmp_path / "a" / "dialfloor" / "window.ini").read_text().splitlines()
    assert {line.partition("=")[0] for line in written if "=" in line} <= REMEMBERED
