"""Legal holds: what may be neither deleted nor erased until somebody releases it."""

from enum import StrEnum

from app.engine.value import Id, Instant, Value


class HoldScope(StrEnum):
    """What a hold names: all of a tenant, one campaign's calls, one number's, or those of a span of time."""

    TENANT = "tenant"
    CAMPAIGN = "campaign"
    NUMBER = "number"
    RANGE = "range"


class HeldWhat(Value, frozen=True, kw_only=True):
    """What is held: a campaign by its id, a number in E.164, or calls placed from `starts_at` to before `ends_at`."""

    scope: HoldScope
    campaign_id: Id | None = None
    phone: str = ""
    starts_at: Instant | None = None
    ends_at: Instant | None = None


class LegalHold(Value, frozen=True, kw_only=True):
    """One hold that is on; `campaign` is the name of the campaign it names."""

    number: int
    what: HeldWhat
    campaign: str
    reason: str
    by: str
    at: Instant
