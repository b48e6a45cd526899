"""Files and names that are on the disk when the call returns, whatever the power does next."""

import os
import shutil
from pathlib import Path


def sync_file(path: Path) -> None:
    """What was written to a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """A name that was made or moved in a folder is on the disk; Windows syncs names by itself."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_synced(source: Path, target: Path) -> None:
    """Copy a file's bytes, and wait until they are on the disk."""
    shutil.copyfile(source, target)
    sync_file(target)


def write_synced(path: Path, content: bytes) -> None:
    """Write a file whole, and wait until it is on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
