"""A data folder holds people's numbers: nobody but its owner looks into it, and nobody else has put anything there."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from db.faults import FolderUnwritable

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_ROOT = 0


def keep_to_owner(root: Path, database: Path, me: int) -> None:
    """Close a folder to others, for the user `me` who is about to own it.

    A folder of ours, or an empty one, is closed (0700): what lies in it needs no more than that. One that others may
    write into, or that another user owns or has put something into, is refused: a database, a log of it or a link that
    somebody else laid there would be read and written as ours. Raises `FolderUnwritable` with the next step.
    """
    facts = root.stat()
    # Root may look after any user's folder, and then that user's files are in it.
    trusted = {_ROOT, facts.st_uid if me == _ROOT else me}
    if facts.st_uid not in trusted:
        message = f"{root} belongs to another user, who could read all that is written there; choose another folder"
        raise FolderUnwritable(message)
    foreign = next(_foreign(root, trusted), None)
    if foreign is not None:
        message = f"{foreign} was put there by another user; look at it, then remove it or choose another folder"
        raise FolderUnwritable(message)
    is_ours = facts.st_uid == me and (database.exists() or next(root.iterdir(), None) is None)
    if is_ours and facts.st_mode & _OTHERS:
        root.chmod(stat.S_IRWXU)
    elif facts.st_mode & _OTHERS_WRITE and not is_ours:
        message = f"others may write into {root}; make a folder in it, or close it with chmod 700 {root}"
        raise FolderUnwritable(message)


def _foreign(root: Path, trusted: set[int]) -> Iterator[Path]:
    """What of a folder's own level belongs to somebody else; the folders in it are closed by the root's mode."""
    with os.scandir(root) as found:
        for entry in found:
            if entry.stat(follow_symlinks=False).st_uid not in trusted:
                yield root / entry.name
