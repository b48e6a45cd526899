"""What is asked of do-not-call lists beyond the floor's memory, behind a small port. All of it off the loop."""

from collections.abc import Iterator
from typing import Protocol

from app.engine.calling import NumberContact
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import Id, Instant, Value
from app.wire.national import FileRole


class NationalSourceFile(Value, frozen=True, kw_only=True):
    """A file that a version was made of: `role` is list, adds or deletes."""

    name: str
    role: FileRole
    lines: int
    sha256: str


class NationalState(Value, frozen=True, kw_only=True):
    """A version of the national list; `oldest_taken_at` is its oldest area code's, to be used until `good_until`."""

    version: str
    account: str
    taken_at: Instant
    imported_at: Instant
    by: str
    numbers: int
    area_codes: int
    oldest_taken_at: Instant
    good_until: Instant
    files: tuple[NationalSourceFile, ...]
    bits_sha256: str


class NumberLists(Protocol):
    """A folder's lists. Raises `StoreUnavailable`."""

    def listed(
        self, tenant_id: Id, kind: ListKind | None, before: int | None, size: int
    ) -> list[tuple[int, ListedNumber]]:
        """Listed numbers, newest first, each with its place; those before the place `before`."""
        ...

    def steps(self, tenant_id: Id, phone: str) -> list[tuple[int, ListedNumber]]:
        """What was done with one number, newest first, each with its place."""
        ...

    def step(self, tenant_id: Id, number: int) -> ListedNumber | None:
        """The step at a place, None if the tenant has none there."""
        ...

    def all_listed(self, tenant_id: Id, kind: ListKind | None) -> Iterator[ListedNumber]:
        """Every listed number, of one list if it is named; read as it is asked for, in a thread of the caller's."""
        ...

    def national(self) -> NationalState | None:
        """The national list in force, None if none was imported."""
        ...

    def versions(self, most: int) -> list[NationalState]:
        """The newest versions of the national list, newest first; the one in force is among the first two."""
        ...

    def on_national(self, phone: str, at: Instant) -> bool | None:
        """Whether a number is on the national list at an instant; None if no copy in force can say."""
        ...


class KnownNumbers(Protocol):
    """What a folder knows of one number beside its lists. Raises `StoreUnavailable`."""

    def contacts_of(self, tenant_id: Id, phone: str) -> list[NumberContact]:
        """The tenant's contacts that have it."""
        ...

    def sealed(self, phone: str, under: Id) -> str:
        """Its MAC, as the log's chain has a call's number: another one under every id."""
        ...
