"""`NumberLists` over a data folder: the tenants' own lists in its database, the national one in its files."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from app.controller.floor import Floor
from app.controller.number_lists import NationalSourceFile, NationalState
from app.engine.calling import HeldContact, NumberContact, PlaceDue
from app.engine.ports import StoreUnavailable
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import Id, Instant
from db import rule_store, suppressions_store
from db.calling_store import contacts_of_number, page_of_held, waiting_by_place
from db.evidence_keys import number_key
from db.evidence_leaves import number_mac
from db.faults import reading_back
from db.national_lists import OLDEST, Manifest, NationalList, NationalLists
from db.open import connect
from db.packing import pack
from db.queue_places import places_of


class FolderLists:
    """The lists of one folder; callable from any thread. Raises `StoreUnavailable`."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._connection = connect(database, read_only=True)
        self._lock = threading.Lock()
        self._files = NationalLists(database.parent)
        self._national: NationalList | None = None
        self._heard = 0
        self._versions: tuple[tuple[str | None, int], list[NationalState]] = ((None, 0), [])

    def restore(self, floor: Floor) -> None:
        """Fill the floor's memory with what the log says, and give it the national list."""
        with self._lock, reading_back():
            # What is imported from here on is heard of by `imported`, and only there: a step counts once.
            self._heard = suppressions_store.last_step(self._connection)
            floor.suppressions.restore(suppressions_store.all_steps(self._connection, self._heard))
        if floor.lawful is not None:
            # A national list that cannot be read is none: whoever needs one is refused, and the others go on.
            with contextlib.suppress(StoreUnavailable):
                floor.lawful.calling.national = self.current()

    def imported(self) -> list[tuple[Id, str, ListKind, bool]]:
        """What other processes have listed since this was last asked, for `Suppressions.restore`."""
        with self._lock, reading_back():
            steps, self._heard = suppressions_store.imported_since(self._connection, self._heard)
            return steps

    def listed(
        self, tenant_id: Id, kind: ListKind | None, before: int | None, size: int
    ) -> list[tuple[int, ListedNumber]]:
        """Listed numbers, newest first, each with its place."""
        with self._lock, reading_back():
            return suppressions_store.page_of_listed(self._connection, tenant_id, kind, before, size)

    def step(self, tenant_id: Id, number: int) -> ListedNumber | None:
        """The step at a place, None if the tenant has none there."""
        with self._lock, reading_back():
            return suppressions_store.step_of(self._connection, tenant_id, number)

    def all_listed(self, tenant_id: Id, kind: ListKind | None) -> Iterator[ListedNumber]:
        """Every listed number, of one list if it is named, over a connection of its own."""
        # Whoever reads a million of them slowly must not keep others waiting at the lock.
        with contextlib.closing(connect(self._database, read_only=True)) as connection, reading_back():
            yield from suppressions_store.all_listed(connection, tenant_id, kind)

    def steps(self, tenant_id: Id, phone: str) -> list[tuple[int, ListedNumber]]:
        """What was done with one number, newest first, each with its place."""
        with self._lock, reading_back():
            return suppressions_store.steps_of_phone(self._connection, tenant_id, phone)

    def national(self) -> NationalState | None:
        """The national list in force."""
        with self._lock:
            found = self._current()
            if found is None:
                return None
            return _state_of(found.manifest)

    def versions(self, most: int) -> list[NationalState]:
        """The newest versions of the national list, newest first."""
        with self._lock:
            key = (self._files.current_id(), most)
            if self._versions[0] != key:
                # Asked each second while an import runs: manifests are read when another version is in force.
                self._versions = (key, [_state_of(manifest) for manifest in self._files.manifests(most)])
            return self._versions[1]

    def on_national(self, phone: str, at: Instant) -> bool | None:
        """Whether a number is on the national list; None if no copy in force can say."""
        with self._lock:
            found = self._current()
            if found is None or len(phone) != 12 or not phone.startswith("+1"):
                return None
            return True if found.has(phone) else None if found.is_old(phone, at) else False

    def contacts_of(self, tenant_id: Id, phone: str) -> list[NumberContact]:
        """The tenant's contacts that have a number."""
        with self._lock, reading_back():
            return contacts_of_number(self._connection, tenant_id, phone)

    def sealed(self, phone: str, under: Id) -> str:
        """A number's MAC under an id, in hex."""
        with self._lock:
            return number_mac(number_key(self._connection), pack(under), phone).hex()

    def waiting_by_place(self, tenant_id: Id, now: Instant) -> list[tuple[Id | None, str, int]]:
        """How many contacts are due, by campaign and place."""
        with self._lock, reading_back():
            return waiting_by_place(self._connection, tenant_id, now)

    def places(self, tenant_id: Id, campaign_id: Id | None) -> list[PlaceDue]:
        """Where contacts of a queue wait, as `PlacedQueue.places` says it."""
        with self._lock, reading_back():
            return places_of(self._connection, tenant_id, campaign_id)

    def held(self, tenant_id: Id, after: tuple[Instant, Id | None], size: int) -> list[HeldContact]:
        """Contacts that are held, those that are looked at soonest first."""
        with self._lock, reading_back():
            return page_of_held(self._connection, tenant_id, after, size)

    def held_before(self, mark: Instant, now: Instant, size: int) -> list[Id]:
        """Contacts of every tenant that are held by what was decided before `mark`."""
        with self._lock, reading_back():
            return rule_store.held_before(self._connection, mark, now, size)

    def current(self) -> NationalList | None:
        """The national list in force, for the floor; a version that is replaced stays good for whoever holds it."""
        with self._lock:
            return self._current()

    def close(self) -> None:
        """Let the files go."""
        self._connection.close()

    def _current(self) -> NationalList | None:
        version = self._files.current_id()
        if self._national is None or self._national.manifest.id != version:
            # The one before is not closed: a decision may be looking into it, and its map goes with its last holder.
            self._national = self._files.open()
        return self._national


def _state_of(manifest: Manifest) -> NationalState:
    return NationalState(
        version=manifest.id,
        account=manifest.account,
        taken_at=manifest.taken_at,
        imported_at=manifest.imported_at,
        by=manifest.by,
        numbers=manifest.numbers,
        area_codes=len(manifest.codes),
        oldest_taken_at=manifest.oldest_taken_at,
        good_until=manifest.oldest_taken_at + OLDEST,
        files=tuple(
            NationalSourceFile(name=one.name, role=one.role, lines=one.lines, sha256=one.sha256)
            for one in manifest.sources
        ),
        bits_sha256=manifest.bits_sha256,
    )
