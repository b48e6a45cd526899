"""Bodies of `/v1/evidence`: the chain over the log, its signed heads, and checks of all of it."""

from datetime import datetime
from typing import Literal

from app.wire.base import Body

CheckPhase = Literal["running", "ok", "broken", "cancelled", "failed"]


class SignedHeadItem(Body, frozen=True, kw_only=True):
    """The newest signed head: which record of the chain it tells of, that record's instant and hash, and its file."""

    number: int
    at: datetime
    hash: str
    file: str


class DayRootItem(Body, frozen=True, kw_only=True):
    """A UTC day that is over: its records of the chain, and the Merkle root over them as it was signed."""

    date: str
    first: int
    last: int
    root: str


class BrokenItem(Body, frozen=True, kw_only=True):
    """A record that is not what was written, or breaks a rule: the rule, the record, when, and why."""

    rule: str
    record: str
    at: datetime | None
    sentence: str


class CheckedItem(Body, frozen=True, kw_only=True):
    """One part of a check: the rules it proves, of how many records, and what broke them.

    `warned` counts those over what only alerts.
    """

    rules: list[str]
    what: str
    records: int
    warned: int
    broken: BrokenItem | None


class CheckState(Body, frozen=True, kw_only=True):
    """A check of the whole log in a process of its own: how far it is and what it found.

    `done` and `total` count records and leaves. `offence` is what is wrong first; `error` why nothing was proved.
    """

    id: str
    state: CheckPhase
    by: str
    started_at: datetime
    ended_at: datetime | None
    done: int
    total: int | None
    checks: list[CheckedItem]
    offence: BrokenItem | None
    error: str | None


class EvidencePage(Body, frozen=True, kw_only=True):
    """The chain as it stands. `days` are the newest first, `copied_to` where heads are copied (the folder's owner).

    `may_check` says whether this caller may check the whole folder; `check` is the last check since the start.
    """

    records: int
    last_at: datetime | None
    last_hash: str
    head: SignedHeadItem | None
    key: str | None
    days: list[DayRootItem]
    copied_to: str | None
    may_check: bool
    check: CheckState | None


class SavedHead(Body, frozen=True, kw_only=True):
    """A signed head as a file, to be kept where nobody who may write the folder can change it."""

    name: str
    content: str


class AuditChoices(Body, frozen=True, kw_only=True):
    """Who is in the tenant's audit trail, and what kinds of deeds: the first word of each action."""

    users: list[str]
    kinds: list[str]
