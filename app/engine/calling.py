"""How a tenant, or one campaign of it, takes the rules of calling hours: settings, and what was decided by them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from app.engine.value import Id, Instant, Value


class RulesMode(StrEnum):
    """Whether the rules refuse (`enforce`), only count what they would have refused, or are not asked.

    A state of emergency and a list of the tenant's own refuse in every mode.
    """

    OFF = "off"
    ALERT_ONLY = "alert-only"
    ENFORCE = "enforce"


class CallingSettings(Value, frozen=True, kw_only=True):
    """What holds for the contacts of a tenant or campaign.

    `purpose` is telemarketing or debt. `national` asks that numbers are looked up in a national do-not-call list of at
    most 31 days; `consent` that a contact's column says that it consented. `emergencies` are jurisdictions (`US-LA`)
    in which a state of emergency forbids calls, in every mode.
    """

    mode: RulesMode = RulesMode.ALERT_ONLY
    purpose: str = "telemarketing"
    national: bool = False
    consent: bool = False
    emergencies: tuple[str, ...] = ()


class Blocked(Value, frozen=True, kw_only=True):
    """Why a contact may not be called now, the gravest rule: a code, the rule's id and citation, facts for people.

    `until` is the first instant at which it may be, None if waiting alone does not help.
    """

    code: str
    rule_id: str
    citation: str
    detail: str
    until: Instant | None


class PlaceDue(Value, frozen=True, kw_only=True):
    """Contacts that wait in one campaign (None: in none) and place, and when the first of them is due."""

    campaign_id: Id | None
    place: str
    due_at: Instant


class HeldContact(NamedTuple):
    """A contact that a rule of its own holds back until it is looked at again, and why."""

    contact_id: Id
    campaign_id: Id | None
    phone: str
    at: Instant
    until: Instant
    next_eligible_at: Instant | None
    code: str
    rule_id: str
    citation: str
    detail: str


class NumberContact(NamedTuple):
    """A contact that has a number: its campaign, its place, and its columns."""

    campaign_id: Id | None
    place: str
    fields: Mapping[str, object]
