"""A log in memory for the verifier: what `db.verification` reads, without a database."""

from collections.abc import Iterator

from app.engine.log_rows import (
    AuditLink,
    LoggedAnswer,
    LoggedCharge,
    LoggedCount,
    LoggedDecision,
    LoggedLimits,
    LoggedListing,
    LoggedRequest,
    LoggedSession,
)


class MemoryLog:
    """`Log` of lists, given in any order and read in the order of events."""

    def __init__(self, limits: LoggedLimits) -> None:
        self._limits = limits
        self.called: list[LoggedCharge] = []
        self.asked: list[LoggedRequest] = []
        self.started: list[LoggedSession] = []
        self.recorded: list[AuditLink] = []
        self.answered: list[LoggedAnswer] = []
        self.counted: list[LoggedCount] = []
        self.based: list[tuple[bytes, str]] = []
        self.kept: dict[str, str] = {}
        self.decided: list[LoggedDecision] = []
        self.listed: list[LoggedListing] = []

    def limits(self) -> LoggedLimits:
        """What the rulebooks of the past are folded from."""
        return self._limits

    def charges(self) -> Iterator[LoggedCharge]:
        """Every call by its hand-out."""
        return iter(sorted(self.called, key=lambda call: (call.created_at, call.id)))

    def requests(self) -> Iterator[LoggedRequest]:
        """Every API request."""
        return iter(sorted(self.asked, key=lambda request: (request.created_at, request.number)))

    def sessions(self) -> Iterator[LoggedSession]:
        """Every session by its start."""
        return iter(sorted(self.started, key=lambda session: (session.started_at, session.id)))

    def links(self) -> Iterator[AuditLink]:
        """Every audit record."""
        return iter(self.recorded)

    def answers(self) -> Iterator[LoggedAnswer]:
        """Every call that was answered."""
        return iter(self.answered)

    def counts(self) -> Iterator[LoggedCount]:
        """What was counted of answers."""
        return iter(self.counted)

    def zones(self) -> dict[bytes, str]:
        """No tenant has a zone of its own."""
        return {}

    def deleted_calls(self) -> dict[bytes, int]:
        """Nothing was ever deleted."""
        return {}

    def bases(self) -> Iterator[tuple[bytes, str]]:
        """Every basis of decisions."""
        return iter(self.based)

    def versions(self) -> dict[str, str]:
        """Every version of the rules and of the area codes."""
        return self.kept

    def decisions(self) -> Iterator[LoggedDecision]:
        """Every call whose decision was kept."""
        return iter(sorted(self.decided, key=lambda call: (call.created_at, call.id)))

    def listings(self) -> Iterator[LoggedListing]:
        """Every such call to a listed number."""
        return iter(sorted(self.listed, key=lambda call: (call.created_at, call.id)))
