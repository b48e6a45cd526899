"""Numbers that a tenant may not call whatever the hour: who asked not to be called, wrong numbers, litigators."""

from collections.abc import Iterable
from enum import StrEnum

from app.engine.value import Id, Instant, Value


class ListKind(StrEnum):
    """Why a number is on a tenant's own list."""

    INTERNAL = "internal"
    WRONG_NUMBER = "wrong_number"
    LITIGATOR = "litigator"


class ListedNumber(Value, frozen=True, kw_only=True):
    """A number (E.164) was put on a list of a tenant's, or taken off it: when, by whom, how and why.

    `source` is `disposition`, `operator` or `import`. Every such step is kept for ever.
    """

    tenant_id: Id
    phone: str
    kind: ListKind
    is_listed: bool
    at: Instant
    by: str
    source: str
    reason: str


_BITS = {ListKind.INTERNAL: 1, ListKind.WRONG_NUMBER: 2, ListKind.LITIGATOR: 4}
_KINDS = tuple(tuple(kind for kind, bit in _BITS.items() if bits & bit) for bits in range(8))


class Suppressions:
    """What every tenant's own lists say now. Asked at every hand-out, so it is one look into a dictionary."""

    def __init__(self) -> None:
        self._tenants: dict[Id, dict[str, int]] = {}
        self._revisions: dict[Id, int] = {}

    def restore(self, steps: Iterable[tuple[Id, str, ListKind, bool]]) -> None:
        """Take the steps that the log holds, oldest first: tenant, number, list, and whether it was put on it."""
        for tenant_id, phone, kind, is_listed in steps:
            self._put(tenant_id, phone, kind, is_listed=is_listed)
            self._revisions[tenant_id] = self._revisions.get(tenant_id, 0) + 1

    def put(self, tenant_id: Id, phone: str, kind: ListKind, *, is_listed: bool) -> bool:
        """Put a number on a list, or take it off; returns whether it was on it. A step that changes nothing is none."""
        was_listed = self._put(tenant_id, phone, kind, is_listed=is_listed)
        if was_listed != is_listed:
            self._revisions[tenant_id] = self._revisions.get(tenant_id, 0) + 1
        return was_listed

    def take_back(self, tenant_id: Id, phone: str, kind: ListKind, *, is_listed: bool) -> None:
        """Undo a step that could not be logged; `is_listed` is what the step had made of it."""
        self._put(tenant_id, phone, kind, is_listed=not is_listed)
        self._revisions[tenant_id] = self._revisions.get(tenant_id, 1) - 1

    def revision(self, tenant_id: Id) -> int:
        """How many steps of the tenant's lists are known: the version of its lists that a decision goes by."""
        return self._revisions.get(tenant_id, 0)

    def _put(self, tenant_id: Id, phone: str, kind: ListKind, *, is_listed: bool) -> bool:
        numbers = self._tenants.setdefault(tenant_id, {})
        before = numbers.get(phone, 0)
        after = before | _BITS[kind] if is_listed else before & ~_BITS[kind]
        if after:
            numbers[phone] = after
        else:
            numbers.pop(phone, None)
        return bool(before & _BITS[kind])

    def kinds(self, tenant_id: Id, phone: str) -> tuple[ListKind, ...]:
        """The lists that a number is on; empty if it may be called for all they say."""
        numbers = self._tenants.get(tenant_id)
        return _KINDS[numbers.get(phone, 0)] if numbers else ()

    def count(self, tenant_id: Id) -> int:
        """How many numbers a tenant may not call."""
        return len(self._tenants.get(tenant_id, ()))
