"""Numbers that a tenant may not call whatever the hour: who asked not to be called, wrong numbers, litigators."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from app.engine.value import Id, Instant, Value


class ListKind(StrEnum):
    """Why a number is on a tenant's own list."""

    INTERNAL = "internal"
    WRONG_NUMBER = "wrong_number"
    LITIGATOR = "litigator"


class ListedNumber(Value, frozen=True, kw_only=True):
    """A number (E.164) was put on a list of a tenant's, or taken off it: when, by whom, how and why.

    `source` is `disposition`, `operator` or `import`, `campaign_id` the one whose call a disposition ended.
    `consent` is what the person agreed to whose number was taken off. Every such step is kept for ever.
    """

    tenant_id: Id
    phone: str
    kind: ListKind
    is_listed: bool
    at: Instant
    by: str
    source: str
    reason: str
    campaign_id: Id | None = None
    consent: str = ""


_BITS = {ListKind.INTERNAL: 1, ListKind.WRONG_NUMBER: 2, ListKind.LITIGATOR: 4}
_KINDS = tuple(tuple(kind for kind, bit in _BITS.items() if bits & bit) for bits in range(8))


class _Lists:
    """One tenant's: a number's lists as bits, and how many numbers each list has."""

    __slots__ = ("counts", "numbers")

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.counts = dict.fromkeys(ListKind, 0)

    def put(self, phone: str, kind: ListKind, is_listed: bool) -> bool:
        """Whether the number was on the list before."""
        bit = _BITS[kind]
        before = self.numbers.get(phone, 0)
        after = before | bit if is_listed else before & ~bit
        if after != before:
            self.counts[kind] += 1 if is_listed else -1
            if after:
                self.numbers[phone] = after
            else:
                del self.numbers[phone]
        return bool(before & bit)


class Suppressions:
    """What every tenant's own lists say now. Asked at every hand-out, so it is one look into a dictionary."""

    def __init__(self) -> None:
        self._tenants: dict[Id, _Lists] = {}
        self._revisions: dict[Id, int] = {}

    def restore(self, steps: Iterable[tuple[Id, str, ListKind, bool]]) -> None:
        """Take the steps that the log holds, oldest first: tenant, number, list, and whether it was put on it."""
        # An engine of a million entries starts with this: a tenant's are found once for a run of its steps.
        for tenant_id, run in groupby(steps, itemgetter(0)):
            put = self._lists(tenant_id).put
            known = self.revision(tenant_id)
            for _, phone, kind, is_listed in run:
                put(phone, kind, is_listed)
                known += 1
            self._revisions[tenant_id] = known

    def put(self, tenant_id: Id, phone: str, kind: ListKind, *, is_listed: bool) -> bool:
        """Put a number on a list, or take it off; returns whether it was on it. A step that changes nothing is none."""
        was_listed = self._lists(tenant_id).put(phone, kind, is_listed)
        if was_listed != is_listed:
            self._revisions[tenant_id] = self._revisions.get(tenant_id, 0) + 1
        return was_listed

    def take_back(self, tenant_id: Id, phone: str, kind: ListKind, *, is_listed: bool) -> None:
        """Undo a step that could not be logged; `is_listed` is what the step had made of it."""
        self._lists(tenant_id).put(phone, kind, not is_listed)
        self._revisions[tenant_id] = self._revisions.get(tenant_id, 1) - 1

    def revision(self, tenant_id: Id) -> int:
        """How many steps of the tenant's lists are known: the version of its lists that a decision goes by."""
        return self._revisions.get(tenant_id, 0)

    def kinds(self, tenant_id: Id, phone: str) -> tuple[ListKind, ...]:
        """The lists that a number is on; empty if it may be called for all they say."""
        lists = self._tenants.get(tenant_id)
        return _KINDS[lists.numbers.get(phone, 0)] if lists is not None else ()

    def count(self, tenant_id: Id) -> int:
        """How many numbers a tenant may not call."""
        lists = self._tenants.get(tenant_id)
        return 0 if lists is None else len(lists.numbers)

    def counts(self, tenant_id: Id) -> Mapping[ListKind, int]:
        """How many numbers are on each list of a tenant's; one may be on several."""
        lists = self._tenants.get(tenant_id)
        return MappingProxyType(dict.fromkeys(ListKind, 0) if lists is None else lists.counts)

    def _lists(self, tenant_id: Id) -> _Lists:
        return self._tenants.setdefault(tenant_id, _Lists())
