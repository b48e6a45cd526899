"""What the window asks about the law of the folder: the part of `GatewayPort` behind "Compliance", Rules."""

from typing import Protocol

from app.wire.rules import (
    EditRule,
    RuleChangeItem,
    RuleDetail,
    RuleEdit,
    RulesPage,
    RuleVerdict,
    SignRule,
    SwitchEmergency,
)


class RuleReadingPort(Protocol):
    """The law as it stands."""

    def rules(self) -> RulesPage:
        """Every rule, where a state of emergency holds, and what waits for a second person."""
        ...

    def rule(self, rule_id: str) -> RuleDetail:
        """One rule with all that was done to it."""
        ...

    def check(self, edit: RuleEdit) -> RuleVerdict:
        """What an edit would do to the calls that are allowed, before it is made."""
        ...


class RulesPort(RuleReadingPort, Protocol):
    """The law, and what people do to it."""

    def make(self, edit: EditRule) -> RuleChangeItem:
        """Make the edit: it holds at once if it is stricter, else it is a proposal."""
        ...

    def settle(self, change_id: str, how: str, reason: str) -> RuleChangeItem:
        """Approve, reject or withdraw a proposal."""
        ...

    def sign(self, rule_id: str, signature: SignRule) -> RuleDetail:
        """Keep counsel's signature on a rule as it is worded."""
        ...

    def switch_emergency(self, jurisdiction: str, wanted: SwitchEmergency) -> RuleChangeItem:
        """Declare a state of emergency, or propose to lift it."""
        ...
