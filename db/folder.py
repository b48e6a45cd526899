"""A data folder: what lies where, and the lock that one owner at a time holds.

The lock is the operating system's, so that it dies with its holder, however that dies.
"""

import os
import socket
import sys
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from db.faults import FolderOwned, FolderUnwritable
from db.folder_guard import keep_to_owner


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds a folder. `url` is where its API listens, once it does; `since` is text for a person."""

    pid: int
    host: str
    program: str
    since: str
    url: str | None = None


class Folder:
    """The files of one data folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.database = root / "dialfloor.db"
        self.backups = root / "backups"
        self.exports = root / "exports"
        self.imports = root / "imports"
        self.incoming_lists = root / "dnc" / "incoming"
        self.holder_file = root / "engine.json"
        self._lock_file = root / "engine.lock"

    def make(self) -> None:
        """Make the folder, readable by its owner only. Raises `FolderUnwritable`."""
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            probe = self.root / f".probe-{os.getpid()}"
            probe.touch()
            probe.unlink()
        except OSError as fault:
            message = f"{self.root} cannot be written ({fault.strerror}); choose another folder with --data"
            raise FolderUnwritable(message) from fault

    def keep_to_owner(self) -> None:
        """Close the folder to other users. Raises `FolderUnwritable` if another one's hands are in it."""
        if sys.platform != "win32":
            # There a folder inherits who may look into it from the user's own.
            try:
                keep_to_owner(self.root, self.database, os.geteuid())
            except OSError as fault:
                message = f"{self.root} cannot be closed to other users ({fault.strerror}); choose another folder"
                raise FolderUnwritable(message) from fault

    def lock(self, program: str, since: str) -> "FolderLock":
        """Own the folder until released or dead. Raises `FolderOwned`, naming the living holder."""
        lock = FileLock(self._lock_file, timeout=0, mode=0o600)
        try:
            lock.acquire()
        except Timeout as fault:
            raise FolderOwned(self._owned_sentence()) from fault
        except OSError as fault:
            message = f"{self._lock_file} cannot be locked ({fault.strerror})"
            raise FolderUnwritable(message) from fault
        try:
            folder_handle = _hold(self.root)
        except BlockingIOError as fault:
            lock.release()
            raise FolderOwned(self._owned_sentence()) from fault
        holder = Holder(pid=os.getpid(), host=socket.gethostname(), program=program, since=since)
        held = FolderLock(self, (lock, folder_handle), holder)
        held.announce(None)
        return held

    def holder(self) -> Holder | None:
        """Who last said it holds the folder, None if nobody or what it wrote cannot be read."""
        try:
            return msgspec.json.decode(self.holder_file.read_bytes(), type=Holder)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def _owned_sentence(self) -> str:
        holder = self.holder()
        if holder is None:
            return f"{self.root} is owned by another process"
        where = f" and listens on {holder.url}" if holder.url else ""
        return (
            f"{self.root} is owned by {holder.program} (process {holder.pid} on {holder.host},"
            f" since {holder.since}){where}; stop it, or connect to it with --connect URL --token-file FILE"
        )


class FolderLock:
    """Ownership of a folder."""

    def __init__(self, folder: Folder, locks: tuple[FileLock, int | None], holder: Holder) -> None:
        self._folder = folder
        self._lock, self._handle = locks
        self._holder = holder

    def announce(self, url: str | None) -> None:
        """Write down who holds the folder and where its API listens; whole or not at all."""
        holder = msgspec.structs.replace(self._holder, url=url)
        partial = self._folder.holder_file.with_suffix(".part")
        try:
            partial.write_bytes(msgspec.json.encode(holder))
            partial.replace(self._folder.holder_file)
        except OSError as fault:
            message = f"{partial} cannot be written ({fault.strerror})"
            raise FolderUnwritable(message) from fault

    def release(self) -> None:
        """Give the folder up."""
        self._folder.holder_file.unlink(missing_ok=True)
        if self._handle is not None:
            os.close(self._handle)
        self._lock.release()


def _hold(root: Path) -> int | None:
    """Lock the folder itself as well. Raises `BlockingIOError` if someone else holds it.

    The lock file can be removed beneath its holder, and whoever makes it anew would hold another one: two engines on
    one log, each counting by itself. The folder cannot be removed while the log lies in it.
    """
    if sys.platform == "win32":
        # A file that is open cannot be removed there.
        return None
    import fcntl

    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise
    except OSError:
        # A file system that cannot lock folders, such as some network ones: the lock file must do.
        os.close(handle)
        return None
    return handle
