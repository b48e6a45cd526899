"""Bodies of `/v1/rules`, `/v1/rule-changes` and `/v1/emergencies`: the law as the folder has it, and who changed it."""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

from app.wire.base import LINE, Body
from app.wire.operator import Reason

KindName = Literal[
    "hours",
    "ban",
    "conditional_ban",
    "attempts",
    "cooldown_after_conversation",
    "cooldown_after_abandon",
    "abandon",
    "ring_min",
    "dnc_national",
    "dnc_internal_max_delay",
    "dnc_internal_retention",
    "scope_area_code",
    "rnd_check_required",
]
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
GroupName = Literal["telemarketing", "debt", "automated_dialing", "prerecorded", "manual"]
VerdictName = Literal["same", "stricter", "looser", "mixed"]
StateName = Literal["proposed", "in_force", "rejected", "withdrawn"]
HowEdited = Literal["word", "remove", "restore"]

TimeOfDay = Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Citation = Annotated[str, msgspec.Meta(min_length=3, max_length=300, pattern=LINE)]
Note = Annotated[str, msgspec.Meta(max_length=1_000)]
Counsel = Annotated[str, msgspec.Meta(min_length=3, max_length=200, pattern=LINE)]
Place = Annotated[str, msgspec.Meta(pattern="^(US-[A-Z]{2}|US|CA|GB)$")]


class RuleWording(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a rule says. Times are local; `days` are those of the hours, or those without calls.

    `clock` is the zone that a statute names, empty for the called party's. `cap` calls in `windowHours`; `amount` is
    what other duties say. It holds on local dates from `effectiveFrom` to before `effectiveTo`.
    """

    citation: Citation
    start: TimeOfDay = "00:00"
    end: TimeOfDay = "24:00"
    days: list[DayName] = []
    on_holidays: bool = False
    applies_to: GroupName = "telemarketing"
    clock: Annotated[str, msgspec.Meta(max_length=64)] = ""
    cap: int | None = None
    window_hours: int | None = None
    amount: Annotated[str, msgspec.Meta(max_length=100)] = ""
    effective_from: date | None = None
    effective_to: date | None = None
    note: Note = ""


class RuleSignatureItem(Body, frozen=True, kw_only=True):
    """Counsel's signature. `is_current` is false if the rule has been worded anew since."""

    counsel: str
    signed_on: date
    note: str
    entered_by: str
    at: datetime
    is_current: bool


class RuleItem(Body, frozen=True, kw_only=True):
    """A rule. `wording` holds now or next; `later` are wordings that take its place on a day to come.

    `verified`: its text was read by whoever made the table; an edited one never is. `is_decided`: decisions read it,
    and it is not only a duty to know of. `is_own`: it does not ship with the program. `is_removed`: it is out of force.
    An edit names the `revision` that it saw.
    """

    id: str
    jurisdiction: str
    kind: KindName
    sentence: str
    wording: RuleWording
    later: list[RuleWording]
    verified: bool
    is_decided: bool
    is_edited: bool
    is_own: bool
    is_removed: bool
    revision: str
    signature: RuleSignatureItem | None
    proposals: int


class RuleChangeItem(Body, frozen=True, kw_only=True):
    """A change of a rule (`rule_id`) or of a state of emergency (null, with `was_on` and `is_on`).

    `is_stale`: a proposal whose rule was changed since, so that it cannot be approved any more. `is_mine`: the caller
    made it, and so may not approve it. `rules_version` is the rule set's that it made.
    """

    id: str
    rule_id: str | None
    jurisdiction: str
    kind: KindName | None
    before: list[RuleWording]
    after: list[RuleWording]
    was_on: bool | None
    is_on: bool | None
    before_sentence: str
    after_sentence: str
    verdict: VerdictName
    state: StateName
    is_stale: bool
    is_mine: bool
    reason: str
    by: str
    at: datetime
    settled_by: str | None
    settled_at: datetime | None
    settled_reason: str
    rules_version: str


class EmergencyItem(Body, frozen=True, kw_only=True):
    """A jurisdiction in a state of emergency: no call goes there, whoever asks. `by` switched it on at `at`."""

    jurisdiction: str
    by: str
    at: datetime
    reason: str
    lift_proposed: bool


class RuleRights(Body, frozen=True, kw_only=True):
    """What the caller may do here."""

    edit: bool
    settle: bool
    declare: bool
    sign: bool


class RulesPage(Body, frozen=True, kw_only=True):
    """The whole rule set by jurisdiction and kind, and what waits for a second person. It holds for every tenant.

    `rules_version` is the SHA-256 of its content, `shipped_version` that of the rules that came with the program.
    """

    rules: list[RuleItem]
    emergencies: list[EmergencyItem]
    proposals: list[RuleChangeItem]
    places: list[str]
    rules_version: str
    shipped_version: str
    tz_version: str
    rights: RuleRights

    def narrowed(self, jurisdiction: str | None, kind: KindName | None) -> "RulesPage":
        """The page with the rules of one jurisdiction or kind; all else stays."""
        found = [
            one for one in self.rules if jurisdiction in (None, one.jurisdiction) and (kind is None or one.kind == kind)
        ]
        return msgspec.structs.replace(self, rules=found)


class RuleDetail(Body, frozen=True, kw_only=True):
    """A rule with all that was done to it, newest first. `shipped` are its wordings as the program brought them."""

    rule: RuleItem
    shipped: list[RuleWording]
    changes: list[RuleChangeItem]


class RuleChangesPage(Body, frozen=True, kw_only=True):
    """Changes of all rules and emergencies, newest first; the newest 1,000."""

    changes: list[RuleChangeItem]
    total: int


class RuleEdit(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An edit: word a rule anew, take it out, or let it say again what it shipped with.

    `rule_id` null makes a new rule of `jurisdiction` and `kind`. A wording whose `effectiveFrom` is a day to come
    leaves what holds until then as it is; `since` says the same of a removal. `revision` is what the editor saw.
    """

    rule_id: str | None = None
    jurisdiction: Place | None = None
    kind: KindName | None = None
    how: HowEdited = "word"
    wording: RuleWording | None = None
    since: date | None = None
    revision: str | None = None


class EditRule(RuleEdit, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The edit itself, with its reason: in force at once if it is stricter, else a proposal."""

    reason: Reason


class RuleVerdict(Body, frozen=True, kw_only=True):
    """What an edit would do to the calls that are allowed, and whether a second person has to approve it."""

    verdict: VerdictName
    needs_second_person: bool
    before_sentence: str
    after_sentence: str


class SettleChange(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a proposal is approved, rejected or withdrawn."""

    reason: Reason


class SwitchEmergency(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Declare a state of emergency, at once, or propose to lift it."""

    is_on: bool
    reason: Reason


class SignRule(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Counsel has signed the rule as it is worded in `revision`."""

    counsel: Counsel
    signed_on: date
    revision: str
    note: Note = ""
