"""What the engine asks of the world, in its own nouns. Stores and transports stand behind these."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from app.engine.calling import PlaceDue
from app.engine.calls import Call
from app.engine.events import AnswerKept, Fact
from app.engine.limits import Limit
from app.engine.people import Agent, Campaign, Contact, Identity, Tenant
from app.engine.sessions import Session
from app.engine.usage import CallTry
from app.engine.value import Id, Instant
from app.engine.verdict import Verdict


class StoreUnavailable(Exception):
    """The environment failed: the log or a store cannot answer. No call goes out; the wire says 503."""


class RuleViolation(Exception):
    """We failed: a state that the rules of the engine exclude."""


class UsageStore(Protocol):
    """What is used. One try is one step: no other try comes between its check and its charge."""

    def reserve_request(self, user_id: Id, minute: Limit, hour: Limit, now: Instant) -> Verdict:
        """Charge one API request to both windows, or refuse it and charge neither."""
        ...

    def reserve_calls(self, attempt: CallTry, now: Instant) -> Verdict:
        """Charge a call, or a batch, to the agent's hour and the session's day, or refuse and charge neither."""
        ...

    def give_back_request(self, user_id: Id, instant: Instant) -> None:
        """Take back a request that could not be logged."""
        ...

    def give_back_calls(self, agent_id: Id, session_id: Id, instant: Instant, lines: int = 1) -> None:
        """Take back calls that were not placed or could not be logged."""
        ...


class Journal(Protocol):
    """The log. What it has answered for is on the disk."""

    def append(self, facts: Sequence[Fact], undo: Callable[[], None]) -> Awaitable[None]:
        """Write facts in one transaction; returns once they are committed and synced.

        Raises `StoreUnavailable` if they were not, after `undo` was called, newest first of all that failed.
        """
        ...

    def note(self, fact: Fact) -> None:
        """Write a fact that nobody waits for (a refusal); folded, and lost with the process at worst."""
        ...


class Directory(Protocol):
    """The rare look-ups, beyond what the floor holds in memory."""

    def identity(self, token_id: str) -> tuple[Identity, bytes] | None:
        """Whom a token names and the hash of its secret; None if unknown or revoked."""
        ...

    def tenant(self, tenant_id: Id) -> Tenant | None:
        """A tenant made since the start, None if there is none."""
        ...

    def session(self, tenant_id: Id, session_id: Id) -> Session | None:
        """A session the floor no longer holds."""
        ...

    def call(self, tenant_id: Id, call_id: Id) -> Call | None:
        """A call the floor no longer holds."""
        ...

    def answer(self, user_id: Id, key: str) -> AnswerKept | None:
        """What an earlier request with this idempotency key was answered."""
        ...


class Agents(Protocol):
    """Agents and campaigns, beyond what the floor holds in memory."""

    def agent(self, tenant_id: Id, agent_id: Id) -> Agent | None:
        """An agent made since the start."""
        ...

    def campaign(self, tenant_id: Id, campaign_id: Id) -> Campaign | None:
        """A campaign, None if the tenant has none with this id."""
        ...


class Queue(Protocol):
    """Contacts in the order they are to be called; one contact is never with two agents."""

    def take(self, tenant_id: Id, campaign_id: Id | None, lines: int, now: Instant) -> list[Contact]:
        """Up to `lines` contacts that may be called now, out of the queue until they are put back or settled.

        Callbacks that are due come first, then contacts never called, then the others; none was called today.
        """
        ...

    def put_back(self, contacts: Iterable[Contact]) -> None:
        """Return contacts that were not handed out after all, to where they were."""
        ...

    def release(self, contact_id: Id) -> None:
        """Let go of a contact whose call has been settled: the log now says when it is due."""
        ...

    def size(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> int:
        """How many contacts may be called now."""
        ...

    def next_due(self, tenant_id: Id, campaign_id: Id | None, now: Instant) -> Instant | None:
        """When the next contact that may not be called now becomes due; None if there is none."""
        ...


class PlacedQueue(Protocol):
    """The queue asked by place: contacts of one place share every hour in which they may be called."""

    def places(self, tenant_id: Id, campaign_id: Id | None) -> list[PlaceDue]:
        """Where contacts wait, in which campaign, and when the first of each is due; of every campaign for None."""
        ...

    def take_in(self, tenant_id: Id, where: PlaceDue, lines: int, now: Instant) -> list[Contact]:
        """Up to `lines` contacts of one campaign and place that are due, out of the queue as `Queue.take` has them."""
        ...


class Tries(NamedTuple):
    """When a number was called, when somebody answered last, and when such a call was last abandoned."""

    at: list[Instant]
    talked: Instant | None
    abandoned: Instant | None


class CallHistory(Protocol):
    """What was done before to reach a person."""

    def tries(self, tenant_id: Id, phone: str, since: Instant) -> Tries:
        """What was done after `since` to reach a number, over all campaigns."""
        ...


class Feed(Protocol):
    """Whoever listens. Facts arrive after commit, in commit order."""

    def publish(self, facts: Sequence[Fact]) -> None:
        """Tell facts on. Never waits for a listener."""
        ...
