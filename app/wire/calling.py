"""Bodies of `/v1/calling-rules` and `/v1/contacts/blocked`: whom the rules bind, and who is not called now and why."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from app.wire.base import Body
from app.wire.operator import Reason

ModeName = Literal["off", "alert-only", "enforce"]
Jurisdiction = Annotated[str, msgspec.Meta(pattern="^US-[A-Z]{2}$")]


class CallingRules(Body, frozen=True, kw_only=True):
    """What holds for contacts of a tenant or campaign.

    `enforce` refuses what the rules forbid, `alert-only` hands out and counts what would have been refused, `off` does
    not ask. `national` needs a national list of at most 31 days; `consent` needs a contact's column `consent`.
    `emergencies` are jurisdictions (`US-LA`) in a state of emergency: nobody there is called, in every mode.
    """

    mode: ModeName
    purpose: Literal["telemarketing", "debt"]
    national: bool
    consent: bool
    emergencies: list[str]


class CampaignCallingRules(Body, frozen=True, kw_only=True):
    """A campaign with rules of its own."""

    campaign_id: str
    campaign: str
    rules: CallingRules


class CallingRulesPage(Body, frozen=True, kw_only=True):
    """The tenant's rules and those of campaigns that have their own.

    `would_refuse` counts by code what was handed out within the last hour and the rules would have refused,
    `would_refuse_day` within the last 24 hours by whole hours, both as far as the engine has run. The versions are
    those by which decisions are made now.
    """

    rules: CallingRules
    is_default: bool
    campaigns: list[CampaignCallingRules]
    would_refuse: dict[str, int]
    would_refuse_day: dict[str, int]
    rules_version: str
    tz_version: str


class EditCallingRules(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Set what holds, from the next decision on. What is left out has its default."""

    mode: ModeName
    reason: Reason
    purpose: Literal["telemarketing", "debt"] = "telemarketing"
    national: bool = False
    consent: bool = False
    emergencies: list[Jurisdiction] = []


class BlockedPlace(Body, frozen=True, kw_only=True):
    """Contacts of one campaign and place that are due and may not be called now: how many, by which rule, until when.

    `place` is the area code, and what the contacts' columns say beside it. `next_eligible_at` is null where no hour is
    in sight: somebody has to look. They are left out in mode `enforce`, and by a state of emergency in
    every mode; else they are only counted.
    """

    campaign_id: str | None
    place: str
    contacts: int
    mode: ModeName
    code: str
    rule_id: str
    citation: str
    detail: str
    next_eligible_at: datetime | None


class HeldItem(Body, frozen=True, kw_only=True):
    """A contact that a rule of its own holds back: attempts, a list, a flag. Looked at again at `until`.

    `phone` is masked.
    """

    contact_id: str
    campaign_id: str | None
    phone: str
    at: datetime
    until: datetime
    code: str
    rule_id: str
    citation: str
    detail: str
    next_eligible_at: datetime | None


class BlockedPage(Body, frozen=True, kw_only=True):
    """Who is not called now. `due` and `blocked` count contacts of all campaigns; `held` is a page of those held."""

    due: int
    blocked: int
    places: list[BlockedPlace]
    held: list[HeldItem]
    next_cursor: str | None = None
