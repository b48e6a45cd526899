"""What is asked: may this number be called at this instant, given what is known of the person; and what is answered."""

from enum import StrEnum

from app.engine.value import Instant, Value


class Purpose(StrEnum):
    """What the call is about: debt has rules of its own (12 CFR 1006), everything else counts as telemarketing."""

    TELEMARKETING = "telemarketing"
    DEBT = "debt"


class CallMode(StrEnum):
    """How the call comes about. Only `manual` is not automated dialing; `prerecorded` adds the rules of recordings."""

    PREVIEW = "preview"
    POWER = "power"
    PREDICTIVE = "predictive"
    PRERECORDED = "prerecorded"
    MANUAL = "manual"


AGENT_GUARANTEED: frozenset[CallMode] = frozenset({CallMode.PREVIEW, CallMode.MANUAL})
"""Modes in which an agent waits before the number is dialed, so that nobody can be left without one."""


class Mark(StrEnum):
    """What lists and earlier calls say of a person."""

    INTERNAL_DNC = "internal_dnc"
    NATIONAL_DNC = "national_dnc"
    NATIONAL_LIST_OLD = "national_list_old"
    WRONG_NUMBER = "wrong_number"
    LITIGATOR = "litigator"
    NO_CONSENT = "no_consent"
    RND_UNCHECKED = "rnd_unchecked"


class Evidence(Value, frozen=True, kw_only=True):
    """Something beside the area code that says where a person is: an address, a stated time zone."""

    jurisdiction: str = ""
    zone: str = ""


class Question(Value, frozen=True, kw_only=True):
    """One number at one instant.

    `attempts` are the instants of placed calls to that person, over every number, campaign and caller id;
    `last_abandoned` is when one of them had no agent for the person. `emergencies` are jurisdictions whose emergency
    toggle is on. `guard_s` seconds before a window's end it counts as closed, because some statutes speak of calls
    received: ring time + 30 s in the product, 0 for the bare rule.
    """

    phone: str
    at: Instant
    purpose: Purpose = Purpose.TELEMARKETING
    mode: CallMode = CallMode.PREDICTIVE
    evidence: tuple[Evidence, ...] = ()
    attempts: tuple[Instant, ...] = ()
    last_conversation: Instant | None = None
    last_abandoned: Instant | None = None
    emergencies: frozenset[str] = frozenset()
    marks: frozenset[Mark] = frozenset()
    guard_s: int = 0

    @property
    def has_history(self) -> bool:
        """Whether anything was done before to reach the person."""
        return bool(self.attempts) or self.last_conversation is not None or self.last_abandoned is not None


class Failure(Value, frozen=True, kw_only=True):
    """One rule that forbids the call: its id and citation, a code for programs and the facts for people."""

    code: str
    rule_id: str
    citation: str = ""
    detail: str = ""

    @property
    def reason(self) -> str:
        """Code and facts in one line, as the log keeps it."""
        return f"{self.code} {self.detail}" if self.detail else self.code


EMERGENCY_CODE = "STATE_OF_EMERGENCY"


class Decision(Value, frozen=True, kw_only=True):
    """Whether the call may be placed, every rule that forbids it, and what was looked at."""

    failures: tuple[Failure, ...]
    jurisdictions: tuple[str, ...]
    zones: tuple[str, ...]
    rules_version: str
    tz_version: str

    @property
    def allowed(self) -> bool:
        """Whether nothing forbids the call."""
        return not self.failures

    @property
    def emergency(self) -> Failure | None:
        """The state of emergency that forbids the call, None if none does: it refuses in every mode."""
        return next((one for one in self.failures if one.code == EMERGENCY_CODE), None)

    @property
    def reason(self) -> str:
        """The gravest failure in one line, or that there is none."""
        return self.failures[0].reason if self.failures else "WITHIN_ALL_WINDOWS"

    @property
    def citation(self) -> str:
        """Where the gravest failure's rule stands; empty if the call is allowed or no statute is behind it."""
        return self.failures[0].citation if self.failures else ""


_AUTOMATED = frozenset({"telemarketing", "automated_dialing"})
_GROUPS: dict[CallMode, frozenset[str]] = {
    CallMode.MANUAL: frozenset({"telemarketing", "manual"}),
    CallMode.PRERECORDED: _AUTOMATED | {"prerecorded"},
}
_DEBT = frozenset({"debt"})


ALL_GROUPS: tuple[frozenset[str], ...] = (_DEBT, _AUTOMATED, *_GROUPS.values())
"""Every combination of `applies_to` that some call falls under."""


def groups_of(purpose: Purpose, mode: CallMode) -> frozenset[str]:
    """Which rules' `applies_to` a call of this purpose and mode falls under."""
    return _DEBT if purpose is Purpose.DEBT else _GROUPS.get(mode, _AUTOMATED)
