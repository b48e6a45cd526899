"""Facts: what happened, in the past tense. The journal writes them; the feed tells them on, after commit."""

from app.engine.abandonment import Counted
from app.engine.alert_rules import AlertSettings
from app.engine.alerts import Alert
from app.engine.basis import DecisionRecord, KeptVersion, RefusedContact
from app.engine.calling import Blocked, CallingSettings
from app.engine.calls import Call, ContactFate
from app.engine.people import Agent, Tenant, Tier
from app.engine.rule_changes import RuleChange, RuleSignature
from app.engine.rulebook import Scope
from app.engine.sessions import Session
from app.engine.suppression import ListedNumber
from app.engine.value import Id, Instant, Value


class RequestAdmitted(Value, frozen=True, kw_only=True):
    """A dialer's request passed the API limits and was charged."""

    tenant_id: Id
    user_id: Id
    endpoint: str
    at: Instant


class TryRefused(Value, frozen=True, kw_only=True):
    """A limit refused a try. Nothing was charged; the log folds these by minute."""

    tenant_id: Id
    user_id: Id
    agent_id: Id | None
    session_id: Id | None
    code: str
    limit_id: str
    amount: int
    used: int
    retry_at: Instant | None
    at: Instant


class TryWarned(Value, frozen=True, kw_only=True):
    """An alert-only limit would have refused this try."""

    tenant_id: Id
    agent_id: Id | None
    subject: Id
    limit_id: str
    amount: int
    used: int
    at: Instant


class SessionStarted(Value, frozen=True, kw_only=True):
    """A session began."""

    session: Session


class SessionMoved(Value, frozen=True, kw_only=True):
    """A session was paused, resumed, ended or expired: `how`, by whom and why."""

    session: Session
    how: str
    at: Instant
    by: str
    reason: str


class SessionCounted(Value, frozen=True, kw_only=True):
    """A session's counters or last activity moved on; `found_empty` if it asked and there was no contact for it."""

    session: Session
    found_empty: bool = False


class CallHandedOut(Value, frozen=True, kw_only=True):
    """A contact was handed out and the call charged. `due_at` is when the contact may be called next.

    `decision` is why it might be called at that hour, None on a floor without rules.
    """

    call: Call
    due_at: Instant
    decision: DecisionRecord | None = None


class CallReported(Value, frozen=True, kw_only=True):
    """A call learned something: its status, its disposition, its end. `by` is the dialer, a timer, a session.

    `counted` is what it changes of the campaign's live and abandoned answers, None for nothing.
    """

    call: Call
    at: Instant
    by: str
    counted: Counted | None = None


class LinesHeld(Value, frozen=True, kw_only=True):
    """An agent got fewer contacts than it asked for, so that its campaign stays under 3 % abandoned calls.

    `live`, `abandoned` and `in_flight` are what that was decided by; `campaign_id` is whose count it is.
    """

    tenant_id: Id
    campaign_id: Id
    agent_id: Id
    session_id: Id
    code: str
    asked: int
    given: int
    live: int
    abandoned: int
    in_flight: int
    at: Instant


class CallGivenBack(Value, frozen=True, kw_only=True):
    """A call was not placed: its charges are given back and its contact returns to the end of the rank it had."""

    call: Call
    at: Instant


class ContactSettled(Value, frozen=True, kw_only=True):
    """A disposition decided what becomes of a contact."""

    contact_id: Id
    tenant_id: Id
    fate: ContactFate
    due_at: Instant
    at: Instant


class LimitEdited(Value, frozen=True, kw_only=True):
    """One field of one scope's limits changed. Revision N holds from the next decision on.

    `field` is `mode`, `maxCallsPerHour`, `callTimeout`, `autoDialDelay` or `enforcement` for an agent, a
    limit id for the other scopes, or `tier` for a tenant that moved to another tier (`{"tierId", "tier"}`).
    `before` and `after` are JSON values.
    """

    revision: int
    tenant_id: Id | None
    scope: Scope
    scope_id: Id | None
    subject: str
    field: str
    before: object
    after: object
    by: str
    reason: str
    at: Instant


class AgentChanged(Value, frozen=True, kw_only=True):
    """An agent was made, or its configuration edited."""

    agent: Agent
    is_new: bool


class TenantChanged(Value, frozen=True, kw_only=True):
    """A tenant's own dispositions changed, or its tier."""

    tenant: Tenant


class TierChanged(Value, frozen=True, kw_only=True):
    """A tier was made or renamed."""

    tier: Tier
    at: Instant
    is_new: bool


class TierRemoved(Value, frozen=True, kw_only=True):
    """A tier that no tenant was of is gone."""

    tier_id: Id


class DeedRecorded(Value, frozen=True, kw_only=True):
    """Someone did something that the audit trail keeps. `before` and `after` are JSON values."""

    tenant_id: Id | None
    at: Instant
    user: str
    action: str
    subject: str
    before: object
    after: object
    reason: str


class AlertChanged(Value, frozen=True, kw_only=True):
    """An alert was raised or moved on: `how`, and by whom, None if nobody did it."""

    alert: Alert
    how: str
    at: Instant
    by: str | None = None
    note: str | None = None

    @property
    def calls(self) -> bool:
        """True if the alert calls for people with this very change, which nobody of them made."""
        return self.by is None and self.alert.told_at == self.at


class AlertSettingsEdited(Value, frozen=True, kw_only=True):
    """A tenant's alert settings changed, all of them at once."""

    tenant_id: Id
    settings: AlertSettings
    by: str
    at: Instant


class NumberListed(Value, frozen=True, kw_only=True):
    """A number was put on one of a tenant's do-not-call lists, or taken off it."""

    entry: ListedNumber


class CallingSettingsEdited(Value, frozen=True, kw_only=True):
    """How a tenant, or a campaign of it, takes the rules of calling hours; None: the campaign takes its tenant's."""

    tenant_id: Id
    campaign_id: Id | None
    settings: CallingSettings | None
    by: str
    at: Instant


class ContactHeld(Value, frozen=True, kw_only=True):
    """A contact was not handed out because a rule forbids it; it is looked at again at `due_at`."""

    contact_id: Id
    tenant_id: Id
    campaign_id: Id | None
    blocked: Blocked
    due_at: Instant
    at: Instant


class ContactRefused(Value, frozen=True, kw_only=True):
    """A contact was not handed out: what the log keeps of it, folded by contact and rule."""

    refused: RefusedContact


class VersionKept(Value, frozen=True, kw_only=True):
    """Decisions refer to a version of the rules or of the area codes from now on."""

    kept: KeptVersion
    at: Instant


class RuleChanged(Value, frozen=True, kw_only=True):
    """A change of the rule set was made, proposed or settled: as it stands now."""

    change: RuleChange


class RuleSigned(Value, frozen=True, kw_only=True):
    """Counsel signed a rule, as somebody entered it."""

    signature: RuleSignature


class HoldsReleased(Value, frozen=True, kw_only=True):
    """Contacts that an older rule set held back are due again at `at`: the rules may let them through by now."""

    contact_ids: tuple[Id, ...]
    at: Instant


class AnswerKept(Value, frozen=True, kw_only=True):
    """The answer to a request that carried an `Idempotency-Key`, for when it comes again."""

    user_id: Id
    key: str
    action: str
    fingerprint: bytes
    answer: bytes
    at: Instant


Fact = (
    RequestAdmitted
    | TryRefused
    | TryWarned
    | SessionStarted
    | SessionMoved
    | SessionCounted
    | CallHandedOut
    | CallReported
    | CallGivenBack
    | LinesHeld
    | ContactSettled
    | LimitEdited
    | AgentChanged
    | TenantChanged
    | TierChanged
    | TierRemoved
    | DeedRecorded
    | AlertChanged
    | AlertSettingsEdited
    | NumberListed
    | CallingSettingsEdited
    | ContactHeld
    | ContactRefused
    | VersionKept
    | RuleChanged
    | RuleSigned
    | HoldsReleased
    | AnswerKept
)
