"""Changes of the rule set as the log has them: what was edited or proposed, by whom, who agreed, and who signed.

The law is the same for every tenant, so these belong to the folder. Wordings are JSON here: what they say is the
business of app.compliance.
"""

from enum import StrEnum

from app.engine.value import Id, Instant, Value


class ChangeState(StrEnum):
    """Where a change stands. Only one that is in force has ever held."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class RuleChange(Value, frozen=True, kw_only=True):
    """One change of a rule, or of a state of emergency (`emergency/US-LA`).

    `before` and `after` are JSON: the rule's wordings with their dates, or true and false for an emergency. `verdict`
    is what it does to the calls that are allowed. A stricter one is settled by its maker in the same instant, a looser
    one by another person; `version` is the rule set's that it made, empty until it holds, and `ordinal` counts
    those that came to hold.
    """

    id: Id
    subject: str
    jurisdiction: str
    before: str
    after: str
    verdict: str
    reason: str
    by: str
    by_user: Id
    at: Instant
    state: ChangeState
    settled_by: str | None = None
    settled_by_user: Id | None = None
    settled_at: Instant | None = None
    settled_reason: str = ""
    version: str = ""
    ordinal: int = 0

    @property
    def let_calls_through(self) -> bool:
        """Whether it holds, and took a second person because calls may be allowed that were not."""
        return self.state is ChangeState.IN_FORCE and self.by_user != self.settled_by_user


class RuleSignature(Value, frozen=True, kw_only=True):
    """Counsel's word on a rule: who signed, on which date (ISO), and a note; `wording` names what was signed."""

    rule_id: str
    wording: str
    counsel: str
    signed_on: str
    note: str
    by: str
    at: Instant
