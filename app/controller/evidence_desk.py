"""What the routes ask about the evidence: the chain and its heads, and checks of the log in processes of their own."""

from typing import Protocol

from app.engine.value import Id, Instant, Value
from app.wire.evidence import CheckState, DayRootItem, SavedHead, SignedHeadItem


class ChainState(Value, frozen=True, kw_only=True):
    """The chain of a folder as it stands, and what is signed of it."""

    records: int
    last_at: Instant | None
    last_hash: str
    head: SignedHeadItem | None
    key: str | None
    days: tuple[DayRootItem, ...]
    copied_to: str | None


class EvidenceBook(Protocol):
    """The chain and its heads. Off the loop; raises `StoreUnavailable`."""

    def state(self) -> ChainState:
        """How the chain stands."""
        ...

    def sign_head(self, now: Instant) -> SavedHead:
        """A signed head of the last record there is, made if it is not there yet."""
        ...


class EvidenceChecks(Protocol):
    """Checks of the whole folder, one at a time."""

    async def start(self, by: str) -> CheckState | None:
        """Start one; None while one runs."""
        ...

    def state(self, check_id: Id) -> CheckState | None:
        """How far one is, None if there is none of this id."""
        ...

    def last(self) -> CheckState | None:
        """The newest."""
        ...

    async def cancel(self, check_id: Id) -> bool:
        """Stop one; False if there is none of this id."""
        ...


class EvidenceDesk:
    """Both in one hand."""

    def __init__(self, *, book: EvidenceBook, checks: EvidenceChecks) -> None:
        self.book = book
        self.checks = checks
