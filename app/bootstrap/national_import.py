"""A national do-not-call list from the registry's files to a version in force: whole or not at all.

Files of numbers replace the area codes they hold; change lists move the version in force on.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from app.engine.events import DeedRecorded
from app.engine.value import Id, Instant, Value
from app.reports.national_file import NationalFile, NationalFileError
from app.wire.national import FileRole
from db.audit_chain import append_deeds
from db.national_bits import BitsWriter
from db.national_lists import Draft, ListedCode, ListSource, Manifest, NationalList, NationalLists
from db.people_store import writing


class NationalSource(Value, frozen=True, kw_only=True):
    """What to import: `lists`, or `adds` and `deletes`; when they were taken from the registry, under which account.

    `is_whole` says that `lists` is all there is: area codes they do not hold leave the list.
    """

    lists: tuple[Path, ...] = ()
    adds: tuple[Path, ...] = ()
    deletes: tuple[Path, ...] = ()
    taken_at: Instant
    account: str
    by: str
    is_whole: bool = False


class Step(Value, frozen=True, kw_only=True):
    """How far an import is."""

    bytes_done: int
    bytes_total: int
    lines: int


class NationalImport:
    """One import under the id `version`. `manifest` is what is in force once `run` has ended."""

    def __init__(self, lists: NationalLists, source: NationalSource, version: Id, now: Instant) -> None:
        self._lists = lists
        self._source = source
        self._version = version
        self._now = now
        self._used: list[ListSource] = []
        self._fresh: frozenset[int] = frozenset()
        self._files: list[tuple[FileRole, NationalFile]] = [
            *(("list", NationalFile(path)) for path in source.lists),
            *(("adds", NationalFile(path)) for path in source.adds),
            *(("deletes", NationalFile(path)) for path in source.deletes),
        ]
        self.manifest: Manifest | None = None

    def run(self) -> Iterator[Step]:
        """Import, saying now and then how far it is; whoever stops asking leaves everything as it was.

        Raises `NationalFileError` for a file that cannot be used, `StoreUnavailable` for a disk that refuses.
        """
        if self._now < self._source.taken_at:
            raise NationalFileError("The list cannot have been taken in the future; mend the day on which it was taken")
        before = self._lists.open()
        try:
            self._must_be_newer(before)
            with self._lists.drafting(self._version) as draft:
                yield from self._fill(draft.bits, before)
                manifest = self._manifest(draft, before)
                self._lists.put_in_force(draft, manifest)
                self.manifest = manifest
        finally:
            if before is not None:
                before.close()

    def _must_be_newer(self, before: NationalList | None) -> None:
        if before is not None and self._source.taken_at < before.manifest.taken_at:
            raise NationalFileError("The list in force was taken from the registry later than these files")
        if before is None and not self._source.lists:
            raise NationalFileError("There is no list yet that a change list could move on; import a whole list first")

    def _fill(self, bits: BitsWriter, before: NationalList | None) -> Iterator[Step]:
        known = [] if before is None else [code.code for code in before.manifest.codes]
        if not self._source.lists:
            _take_over(bits, before, known)
        yield from self._read(bits)
        self._fresh = frozenset(bits.codes)
        if self._source.lists and not self._source.is_whole:
            _take_over(bits, before, [code for code in known if code not in self._fresh])

    def _read(self, bits: BitsWriter) -> Iterator[Step]:
        total = sum(file.size for _, file in self._files)
        done = lines = 0
        for role, file in self._files:
            for block in file.blocks():
                change = bits.remove if role == "deletes" else bits.add
                change(block.numbers.codes, block.numbers.lines)
                yield Step(bytes_done=done + block.bytes_read, bytes_total=total, lines=lines + block.lines)
            done, lines = done + file.size, lines + file.lines
            self._used.append(ListSource(name=file.path.name, role=role, sha256=file.sha256, lines=file.lines))

    def _manifest(self, draft: Draft, before: NationalList | None) -> Manifest:
        source = self._source
        # An area code that no file of today held is as old as it was.
        taken = {} if before is None else {code.code: code.taken_at for code in before.manifest.codes}
        taken |= dict.fromkeys(self._fresh, source.taken_at)
        return Manifest(
            id=self._version,
            taken_at=source.taken_at,
            imported_at=self._now,
            account=source.account,
            by=source.by,
            sources=tuple(self._used),
            codes=tuple(
                ListedCode(code=code, taken_at=taken[code], numbers=numbers)
                for code, numbers in zip(draft.bits.codes, draft.bits.counts(), strict=True)
            ),
            bits_sha256=draft.bits.sync(),
        )


def _take_over(bits: BitsWriter, before: NationalList | None, codes: list[int]) -> None:
    if before is not None:
        for code in codes:
            bits.copy(code, before.bits.slot(code))


def record_import(connection: sqlite3.Connection, manifest: Manifest, at: Instant, tenant_id: Id | None = None) -> None:
    """Say in the audit trail what list is in force from `at` on, and of which files. Raises `StoreUnavailable`.

    It is said in the trail of the tenant whose officer did it; None is the folder's own.
    """
    after = {
        "version": manifest.id,
        "takenAt": manifest.taken_at,
        "account": manifest.account,
        "numbers": manifest.numbers,
        "bitsSha256": manifest.bits_sha256,
        "sources": [{"name": one.name, "role": one.role, "sha256": one.sha256} for one in manifest.sources],
    }
    deed = DeedRecorded(
        tenant_id=tenant_id,
        at=at,
        user=manifest.by,
        action="dnc.national.import",
        subject=manifest.id,
        before=None,
        after=after,
        reason="",
    )
    with writing(connection):
        append_deeds(connection, [deed])
