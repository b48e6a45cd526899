"""Versions of the national do-not-call list in a data folder: one folder each, one of them current, swapped whole.

`dnc/national/CURRENT` names the version in force. A version is made beside the others, synced, and only then named.
Manifests are kept for ever, as evidence; the bits of a version go when two newer ones are there.
"""

import contextlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import msgspec
from filelock import FileLock, Timeout

from app.engine.ports import StoreUnavailable
from app.engine.value import DAY, Instant
from db.durable import sync_folder, write_synced
from db.national_bits import BitsReader, BitsWriter

KEPT = 2
"""Versions whose bits are kept: the one in force, and the one before it to go back to."""

OLDEST = 31 * DAY
"""A copy may be this old at the instant of the call, and no older (16 CFR 310.4(b)(3)(iv))."""


class ListSource(msgspec.Struct, frozen=True, kw_only=True):
    """A file that a version was made of: `role` is list, adds or deletes."""

    name: str
    role: Literal["list", "adds", "deletes"]
    sha256: str
    lines: int


class ListedCode(msgspec.Struct, frozen=True, kw_only=True):
    """An area code of a version, as of when its numbers were taken from the registry, and how many they are."""

    code: int
    taken_at: Instant
    numbers: int


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a version is: when it was taken and imported, under which account, of which files; codes in file order."""

    id: str
    taken_at: Instant
    imported_at: Instant
    account: str
    by: str
    sources: tuple[ListSource, ...]
    codes: tuple[ListedCode, ...]
    bits_sha256: str

    @property
    def numbers(self) -> int:
        """How many numbers are listed."""
        return sum(code.numbers for code in self.codes)

    @property
    def lines(self) -> int:
        """How many lines the files had."""
        return sum(source.lines for source in self.sources)

    @property
    def oldest_taken_at(self) -> Instant:
        """When the area code was taken that is the oldest of all."""
        return min((code.taken_at for code in self.codes), default=self.taken_at)


class NationalList:
    """One version, open for look-ups. Close it; a version replaced meanwhile stays whole until then."""

    def __init__(self, manifest: Manifest, folder: Path) -> None:
        self.manifest = manifest
        self.bits = BitsReader(folder / "numbers.bits", (code.code for code in manifest.codes))
        self.oldest_taken_at = manifest.oldest_taken_at
        self._taken = {code.code: code.taken_at for code in manifest.codes}

    @property
    def version(self) -> str:
        """Which version it is."""
        return self.manifest.id

    def has(self, phone: str) -> bool:
        """Whether an E.164 number of +1 is listed."""
        return self.bits.has(int(phone[2:]))

    def is_old(self, phone: str, at: Instant) -> bool:
        """Whether the copy says nothing of this number any more: older than 31 days, or without its area code."""
        taken = self._taken.get(int(phone[2:5]))
        return taken is None or at - taken > OLDEST

    def close(self) -> None:
        """Let go of the version."""
        self.bits.close()


class Draft:
    """A version being made: its bits, and the way to put it in force."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bits = BitsWriter(folder / "numbers.bits")


class NationalLists:
    """The versions below one data folder. Raises `StoreUnavailable` with a sentence where the disk refuses."""

    def __init__(self, root: Path) -> None:
        self.root = root / "dnc" / "national"
        self._pointer = self.root / "CURRENT"

    def current_id(self) -> str | None:
        """The version in force, None if no list was ever imported."""
        try:
            return self._pointer.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except OSError as fault:
            message = f"{self._pointer} cannot be read ({fault.strerror})"
            raise StoreUnavailable(message) from fault

    def manifests(self, most: int | None = None) -> list[Manifest]:
        """Every version that was ever in force or will be, newest first, `most` of them; those without bits too."""
        found = self.root.glob("*/manifest.json") if self.root.is_dir() else []
        # Versions are named by ids that rise in time: only those that are wanted have to be read.
        newest = sorted(found, key=lambda path: path.parent.name, reverse=True)[:most]
        return sorted(map(_read_manifest, newest), key=lambda one: one.imported_at, reverse=True)

    def open(self) -> NationalList | None:
        """The version in force, None if there is none."""
        version = self.current_id()
        if version is None:
            return None
        folder = self.root / version
        try:
            return NationalList(_read_manifest(folder / "manifest.json"), folder)
        except (OSError, ValueError) as fault:
            message = f"The national do-not-call list in {folder} cannot be used ({fault}); import it again"
            raise StoreUnavailable(message) from fault

    @contextmanager
    def drafting(self, version: str) -> Iterator[Draft]:
        """A new version to fill. Left by an exception, nothing of it stays. One at a time in a folder."""
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            with FileLock(self.root / "import.lock", timeout=0), self._partial(version) as folder:
                draft = Draft(folder)
                try:
                    yield draft
                finally:
                    draft.bits.close()
        except Timeout as fault:
            message = "Another import of a national list is under way in this folder; wait for its end"
            raise StoreUnavailable(message) from fault
        except OSError as fault:
            message = f"{fault.filename or self.root} cannot be written ({fault.strerror})"
            raise StoreUnavailable(message) from fault

    def put_in_force(self, draft: Draft, manifest: Manifest) -> None:
        """Sync a draft, and name it the current version: the one step that readers see, whole or not at all."""
        write_synced(draft.folder / "manifest.json", msgspec.json.format(msgspec.json.encode(manifest)))
        draft.bits.close()
        draft.folder.replace(self.root / manifest.id)
        sync_folder(self.root)
        partial = self._pointer.with_suffix(".part")
        write_synced(partial, manifest.id.encode("ascii"))
        partial.replace(self._pointer)
        sync_folder(self.root)
        self._let_go_of_old(manifest.id)

    @contextmanager
    def _partial(self, version: str) -> Iterator[Path]:
        for left in self.root.glob("*.part"):
            # Whoever was killed at it held the lock that we hold now.
            shutil.rmtree(left, ignore_errors=True)
        folder = self.root / f"{version}.part"
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _let_go_of_old(self, current: str) -> None:
        others = [manifest.id for manifest in self.manifests() if manifest.id != current]
        for version in others[KEPT - 1 :]:
            # Where a mapped file cannot be removed, it is tried again at the next import.
            with contextlib.suppress(OSError):
                (self.root / version / "numbers.bits").unlink(missing_ok=True)


def _read_manifest(path: Path) -> Manifest:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as fault:
        message = f"{path} cannot be read ({fault}); import the national list again"
        raise StoreUnavailable(message) from fault
