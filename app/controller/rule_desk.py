"""The rule set as it stands: what ships with the program, what the folder's people made of it, and what they propose.

The law is not a tenant's: one rule set holds for every tenant of the folder.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from app.compliance.rule_edits import Timeline, decode_timeline, edited_book, timeline_of
from app.compliance.rules import RuleBook
from app.engine.rule_changes import ChangeState, RuleChange, RuleSignature
from app.engine.value import Id, Instant

EMERGENCY = "emergency/"
"""Before the jurisdiction, what a change of a state of emergency is called."""


class RuleState:
    """One state of the rule set, never changed: an edit makes the next."""

    def __init__(
        self,
        base: RuleBook,
        changes: Mapping[Id, RuleChange],
        signatures: Mapping[str, RuleSignature],
        overlay: Mapping[str, Timeline],
        book: RuleBook,
    ) -> None:
        self.base = base
        self.changes = MappingProxyType(dict(changes))
        self.signatures = MappingProxyType(dict(signatures))
        self.overlay = MappingProxyType(dict(overlay))
        self.book = book

    def wordings(self, rule_id: str) -> Timeline:
        """Every wording of a rule, none if it was taken out or never was."""
        return timeline_of(self.book, rule_id)

    def with_rule(self, rule_id: str, timeline: Timeline) -> RuleBook:
        """The rule set with a rule worded otherwise."""
        return edited_book(self.base, {**self.overlay, rule_id: timeline}, self.book.emergencies)

    def with_emergency(self, jurisdiction: str, *, is_on: bool) -> RuleBook:
        """The rule set with a state of emergency declared or lifted."""
        others = self.book.emergencies - {jurisdiction}
        return edited_book(self.base, self.overlay, others | {jurisdiction} if is_on else others)

    def book_after(self, change: RuleChange) -> RuleBook:
        """The rule set once a change holds."""
        if change.subject.startswith(EMERGENCY):
            return self.with_emergency(change.jurisdiction, is_on=change.after == "true")
        return self.with_rule(change.subject, decode_timeline(change.after))

    def noted(self, change: RuleChange) -> "RuleState":
        """The state with a change that does not hold: proposed, rejected or withdrawn."""
        return RuleState(self.base, {**self.changes, change.id: change}, self.signatures, self.overlay, self.book)

    def applied(self, change: RuleChange, book: RuleBook) -> "RuleState":
        """The state with a change in force; `book` is `book_after` it."""
        is_rule = not change.subject.startswith(EMERGENCY)
        overlay = {**self.overlay, change.subject: decode_timeline(change.after)} if is_rule else self.overlay
        return RuleState(self.base, {**self.changes, change.id: change}, self.signatures, overlay, book)

    def signed(self, signature: RuleSignature) -> "RuleState":
        """The state with a signature."""
        signatures = {**self.signatures, signature.rule_id: signature}
        return RuleState(self.base, self.changes, signatures, self.overlay, self.book)

    @property
    def next_ordinal(self) -> int:
        """The place of the next change that comes to hold."""
        return 1 + max((change.ordinal for change in self.changes.values()), default=0)

    @property
    def proposals(self) -> list[RuleChange]:
        """What waits for a second person, oldest first."""
        return [change for change in self.changes.values() if change.state is ChangeState.PROPOSED]

    @property
    def loosened_at(self) -> Instant:
        """When a change last took effect that may let through calls which were forbidden; 0 if none ever did."""
        return max((change.settled_at or 0 for change in self.changes.values() if change.let_calls_through), default=0)


class RuleDesk:
    """Holds the state. One loop owns it, as it owns the floor."""

    def __init__(self, base: RuleBook) -> None:
        self.state = RuleState(base, {}, {}, {}, base)

    def restore(self, changes: Iterable[RuleChange], signatures: Iterable[RuleSignature]) -> None:
        """Take what the log says; changes in the order in which they were made."""
        self.state = state_of(self.state.base, changes, signatures)


def state_of(base: RuleBook, changes: Iterable[RuleChange], signatures: Iterable[RuleSignature]) -> RuleState:
    """The state that changes lead to, from the rules that ship with this version of the program."""
    known = {change.id: change for change in changes}
    held = [change for change in known.values() if change.state is ChangeState.IN_FORCE]
    overlay: dict[str, Timeline] = {}
    emergencies: dict[str, bool] = {}
    for change in sorted(held, key=lambda one: one.ordinal):
        if change.subject.startswith(EMERGENCY):
            emergencies[change.jurisdiction] = change.after == "true"
        else:
            overlay[change.subject] = decode_timeline(change.after)
    declared = frozenset(name for name, is_on in emergencies.items() if is_on)
    signed = {one.rule_id: one for one in signatures}
    return RuleState(base, known, signed, overlay, edited_book(base, overlay, declared))


def boolean_json(*, is_on: bool) -> str:
    """`true` or `false`, as a change of an emergency has it."""
    return msgspec.json.encode(is_on).decode()
