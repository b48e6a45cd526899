"""Bodies of `/v1/abandonment` and of a campaign's split: answered calls left without an agent, by campaign and period.

The rule: at most 3 % of the calls answered live by a person, per campaign and 30-day period; 16 CFR 310.4(b)(4)(i) and
47 CFR 64.1200(a)(7). Days are those of the tenant's zone.
"""

from datetime import date, datetime
from typing import Literal

from app.wire.base import Body
from app.wire.calling import ModeName
from app.wire.feed import Abandonment, StageName
from app.wire.operator import Name, Reason

MeasuredFrom = Literal["greeting", "answer", "both"]


class PeriodFigure(Body, frozen=True, kw_only=True):
    """What was counted from `first_day` to `last_day`, both included; `start` <= instant < `end`."""

    first_day: date
    last_day: date
    start: datetime
    end: datetime
    live: int
    abandoned: int


class CampaignMember(Body, frozen=True, kw_only=True):
    """A campaign that is counted with others: the first of them, or one that was split from one of them."""

    id: str
    name: str
    split_from: str | None = None


class CampaignAbandonment(Body, frozen=True, kw_only=True):
    """One campaign, with those that were split from it; `campaign` is null for calls of no campaign.

    `gate` names the worse of the two 30-day figures, which `stage` goes by; `drops_left` is what both leave before
    3 %. `measured_from` says from what the two seconds of the live answers in `gate` ran, null before the first one.
    `in_flight` counts calls that could still be dropped. In `mode` `enforce` the stage shrinks batches; else it only
    warns. `past` are the periods that are over, the last one first.
    """

    id: str
    campaign: str | None
    members: list[CampaignMember]
    started_on: date
    period: PeriodFigure
    rolling: PeriodFigure
    today: Abandonment
    gate: Literal["period", "rolling"]
    stage: StageName
    drops_left: int
    measured_from: MeasuredFrom | None
    in_flight: int
    mode: ModeName
    past: list[PeriodFigure]


class AbandonmentPage(Body, frozen=True, kw_only=True):
    """Every campaign, the worst first, by the local day `today` of `time_zone`."""

    time_zone: str
    today: date
    campaigns: list[CampaignAbandonment]


class HeldLinesItem(Body, frozen=True, kw_only=True):
    """An agent got `given` of the `asked` contacts, `times` within one minute; the rest is of the last time.

    `code` is that of `LinesHeldNote`; `live` and `abandoned` are the figure that decided, `in_flight` the calls that
    could be dropped.
    """

    agent_id: str
    agent: str
    code: str
    sentence: str
    first_at: datetime
    last_at: datetime
    times: int
    asked: int
    given: int
    live: int
    abandoned: int
    in_flight: int


class AbandonmentDetail(Body, frozen=True, kw_only=True):
    """One campaign, its last thirty days, oldest first, and the last 100 times lines were held back, newest first."""

    campaign: CampaignAbandonment
    days: list[PeriodFigure]
    held: list[HeldLinesItem]


class SplitCampaign(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Make a campaign of another one: it starts without contacts, and counts abandoned calls with what it was."""

    name: Name
    reason: Reason
