"""Bodies of `/v1/callable-now` and `/v1/may-call`: where calls may go now, and whether one number may be called."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec

from app.wire.base import Body
from app.wire.calling import Jurisdiction, ModeName

PurposeName = Literal["telemarketing", "debt"]


class DecidingRule(Body, frozen=True, kw_only=True):
    """A rule that forbids a call: a code for programs, its id and citation, the facts for people."""

    code: str
    rule_id: str
    citation: str
    detail: str


class OpenStretch(Body, frozen=True, kw_only=True):
    """A lawful stretch: start <= t < end."""

    start: datetime
    end: datetime


class CallableZone(Body, frozen=True, kw_only=True):
    """One zone of a state, by a number of `area_code`, which counts in every zone of `together`.

    `since` and `until` bound the present state; null where no such instant is in sight. `local` times carry the zone's
    offset of that instant. `rules` forbid calls now or, where it is open, from `until` on; the gravest is first.
    `banned_today` if the whole local day has no lawful minute. `openings` are those of the next 48 hours.
    """

    zone: str
    together: list[str]
    area_code: str
    local_time: datetime
    is_open: bool
    banned_today: bool
    since: datetime | None
    until: datetime | None
    next_opening: datetime | None
    next_opening_local: datetime | None
    next_closing: datetime | None
    next_closing_local: datetime | None
    rules: list[DecidingRule]
    openings: list[OpenStretch]


class WaitingContacts(Body, frozen=True, kw_only=True):
    """Contacts that are due: how many, how many of them may be called now, and how many more within the hour."""

    due: int
    callable_now: int
    within_hour: int


class CallableState(Body, frozen=True, kw_only=True):
    """A state or territory (`US-FL`) with its zones. Contacts belong to the state of their area code."""

    jurisdiction: str
    zones: list[CallableZone]
    contacts: WaitingContacts


class CallableNowPage(Body, frozen=True, kw_only=True):
    """The map at an instant. It stays true until `next_change_at`, but for the contacts.

    `mode` says whether these rules bind: only `enforce` refuses. `guard_seconds` before its end a window counts as
    closed. `contacts` are those of the whole tenant or of the campaign that was asked for.
    """

    now: datetime
    next_change_at: datetime
    campaign_id: str | None
    purpose: PurposeName
    mode: ModeName
    guard_seconds: int
    states: list[CallableState]
    contacts: WaitingContacts
    rules_version: str
    tz_version: str


class AskMayCall(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """May this number be called, as people write it. `state` and `zone` say where else the person may be.

    Without `at` it is asked of now; `campaign_id` takes that campaign's rules.
    """

    phone_number: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    campaign_id: str | None = None
    state: Jurisdiction | None = None
    zone: Annotated[str, msgspec.Meta(max_length=60)] | None = None
    at: datetime | None = None


class ZoneTime(Body, frozen=True, kw_only=True):
    """A zone in which the person may be, and what its clock says."""

    zone: str
    local_time: datetime


class NationalHit(Body, frozen=True, kw_only=True):
    """What the national list says. `on_list` null: no copy can say. `asked` if these rules ask it at all."""

    asked: bool
    on_list: bool | None
    version: str | None
    taken_at: datetime | None
    age_days: int | None
    good_until: datetime | None


class OwnHit(Body, frozen=True, kw_only=True):
    """A list of the tenant's own that the number is on, since when, by whom and why."""

    kind: Literal["internal", "wrong_number", "litigator"]
    at: datetime
    by: str
    source: str
    reason: str


class AttemptCount(Body, frozen=True, kw_only=True):
    """A cap of tries and how many count against it."""

    rule_id: str
    citation: str
    jurisdiction: str
    counted: int
    cap: int
    window_hours: int


class MayCallAnswer(Body, frozen=True, kw_only=True):
    """Whether a number may be called at `at`, by every rule that holds for the campaign or tenant.

    `failures` are all that forbid it, the gravest first. `number_class` is `geographic` or why it is never called.
    `next_eligible_at` is null if waiting alone does not help or no hour is in sight. `openings` are the stretches of
    the 48 hours from `at` on in which it may be called, attempts and lists counted. `mode` says whether the rules bind.
    `consent` is null if these rules do not ask for it. `contacts` counts those of this number.
    """

    phone: str
    masked: str
    allowed: bool
    at: datetime
    campaign_id: str | None
    purpose: PurposeName
    mode: ModeName
    number_class: str
    failures: list[DecidingRule]
    states: list[str]
    zones: list[ZoneTime]
    own: list[OwnHit]
    national: NationalHit
    consent: bool | None
    attempts: list[AttemptCount]
    tries: list[datetime]
    last_conversation: datetime | None
    contacts: int
    next_eligible_at: datetime | None
    openings: list[OpenStretch]
    guard_seconds: int
    rules_version: str
    tz_version: str
