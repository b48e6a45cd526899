"""Proves from the log alone that every limit and every calling hour was kept, and that the audit trail is whole."""

from collections.abc import Iterator
from typing import Protocol

from app.engine.limits import LimitId
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
from app.engine.value import Value
from app.reports.abandonment_replay import RULE, replay_answers
from app.reports.lawful_replay import DecisionLog, replay_decisions
from app.reports.limit_history import LimitHistory
from app.reports.replay import CallReplay, Offence, Pass, replay_requests, replay_sessions


class Log(Protocol):
    """A log that does not change while it is read. Streams are in the order of events."""

    def limits(self) -> LoggedLimits:
        """What the rulebooks of the past are folded from."""
        ...

    def charges(self) -> Iterator[LoggedCharge]:
        """Every call by its hand-out."""
        ...

    def requests(self) -> Iterator[LoggedRequest]:
        """Every API request that is still kept."""
        ...

    def sessions(self) -> Iterator[LoggedSession]:
        """Every session by its start."""
        ...

    def bases(self) -> Iterator[tuple[bytes, str]]:
        """Every basis of decisions: its id and document."""
        ...

    def versions(self) -> dict[str, str]:
        """Every version of the rules and of the area codes, whole, by its hash."""
        ...

    def decisions(self) -> Iterator[LoggedDecision]:
        """Every call whose decision was kept, by its hand-out."""
        ...

    def listings(self) -> Iterator[LoggedListing]:
        """Every such call to a number that its tenant had on a list, by its hand-out."""
        ...

    def answers(self) -> Iterator[LoggedAnswer]:
        """Every call that was answered, with what was told of it."""
        ...

    def counts(self) -> Iterator[LoggedCount]:
        """What was counted of answers, by campaign and day."""
        ...

    def zones(self) -> dict[bytes, str]:
        """Each tenant's zone."""
        ...

    def deleted_calls(self) -> dict[bytes, int]:
        """Up to which instant each tenant's older calls were deleted, of those of which any were."""
        ...

    def links(self) -> Iterator[AuditLink]:
        """Every audit record, with what is wrong with it."""
        ...


class Checked(Value, frozen=True, kw_only=True):
    """One check and what came of it. `rules` are the ids it proves, `what` says of what, `outcome` how it ended."""

    rules: tuple[str, ...]
    what: str
    outcome: Offence | Pass


def verify(log: Log) -> Iterator[Checked]:
    """Every check, each as it ends. An offence ends its own check and no other."""
    yield Checked(
        rules=("audit.chain",), what="audit records, numbered without gaps and hash-whole", outcome=_links(log)
    )
    limits = log.limits()
    yield Checked(
        rules=("sessions.active",),
        what="sessions at their start",
        outcome=replay_sessions(LimitHistory(limits), log.sessions()),
    )
    spans = {session.id: (session.started_at, session.expires_at) for session in log.sessions()}
    yield Checked(
        rules=("api.minute", "api.hour"),
        what="API requests of the last day",
        outcome=replay_requests(LimitHistory(limits), log.requests()),
    )
    age_edited = any(edit.field == LimitId.SESSION_AGE for edit in limits.edits)
    replay = CallReplay(LimitHistory(limits), spans, age_edited=age_edited)
    yield Checked(
        rules=("calls.hour", "calls.day", "calls.gap", "session.age"),
        what="calls at their hand-out",
        outcome=replay.run(log.charges()),
    )
    yield Checked(
        rules=("calling.rules",),
        what="calls decided again by the rules and lists of their instant",
        outcome=replay_decisions(DecisionLog(log.bases(), log.versions()), log.decisions(), log.listings()),
    )
    yield Checked(
        rules=(RULE,),
        what="answers counted again by campaign and day",
        outcome=replay_answers(log.answers(), log.counts(), log.zones(), log.deleted_calls()),
    )


def first_offence(checks: list[Checked]) -> Offence | None:
    """The earliest offence of all, None if every check passed."""
    offences = [check.outcome for check in checks if isinstance(check.outcome, Offence)]
    return min(offences, key=lambda offence: offence.at, default=None)


def _links(log: Log) -> Offence | Pass:
    records = 0
    for link in log.links():
        if link.fault is not None:
            return Offence(rule="audit.chain", record=f"audit record {link.number}", at=link.at, sentence=link.fault)
        records += 1
    return Pass(records=records, subjects=1 if records else 0)
