"""The law of the folder, over the gateway's own connection. As `Gateway`, of which it is a part."""

from app.client.link import Link
from app.wire.rules import (
    EditRule,
    RuleChangeItem,
    RuleChangesPage,
    RuleDetail,
    RuleEdit,
    RulesPage,
    RuleVerdict,
    SettleChange,
    SignRule,
    SwitchEmergency,
)


class RulesGateway:
    """Blocking, safe from several threads; raises what `Gateway` raises. A rule's id is a path of three parts."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def rules(self) -> RulesPage:
        """Every rule, where a state of emergency holds, and what waits for a second person."""
        return self._link.ask("GET", "/v1/rules", RulesPage)

    def rule(self, rule_id: str) -> RuleDetail:
        """One rule with all that was done to it."""
        return self._link.ask("GET", f"/v1/rules/{rule_id}", RuleDetail)

    def changes(self) -> RuleChangesPage:
        """What was changed of all rules and emergencies, newest first."""
        return self._link.ask("GET", "/v1/rule-changes", RuleChangesPage)

    def check(self, edit: RuleEdit) -> RuleVerdict:
        """What an edit would do to the calls that are allowed, before it is made."""
        return self._link.ask("POST", "/v1/rule-changes/check", RuleVerdict, edit)

    def make(self, edit: EditRule) -> RuleChangeItem:
        """Make the edit: it holds at once if it is stricter, else it is a proposal."""
        return self._link.ask("POST", "/v1/rule-changes", RuleChangeItem, edit)

    def settle(self, change_id: str, how: str, reason: str) -> RuleChangeItem:
        """Approve, reject or withdraw a proposal."""
        return self._link.ask(
            "POST", f"/v1/rule-changes/{change_id}/{how}", RuleChangeItem, SettleChange(reason=reason)
        )

    def sign(self, rule_id: str, signature: SignRule) -> RuleDetail:
        """Keep counsel's signature on a rule as it is worded."""
        return self._link.ask("PUT", f"/v1/rules/{rule_id}/signature", RuleDetail, signature)

    def switch_emergency(self, jurisdiction: str, wanted: SwitchEmergency) -> RuleChangeItem:
        """Declare a state of emergency, or propose to lift it."""
        return self._link.ask("PUT", f"/v1/emergencies/{jurisdiction}", RuleChangeItem, wanted)
