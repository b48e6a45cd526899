"""Abandoned calls of the fake floor: a campaign at each stage, as the real engine tells them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.engine.abandonment import Tally, drops_left, stage_of
from app.wire.abandonment import (
    AbandonmentDetail,
    AbandonmentPage,
    CampaignAbandonment,
    CampaignMember,
    HeldLinesItem,
    PeriodFigure,
    SplitCampaign,
)
from app.wire.calling import ModeName
from app.wire.feed import Abandonment
from app.wire.operator import CampaignItem, CampaignsPage
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

TODAY = date(2026, 11, 24)
COUNTS = (
    ("Renewals", (1_312, 38), (1_488, 40), (61, 2), "enforce"),
    ("Spring reminders", (2_040, 53), (2_431, 51), (120, 1), "enforce"),
    ("Autumn win-back", (902, 19), (1_790, 30), (44, 0), "alert-only"),
    ("Clinic follow-up", (3_377, 12), (3_951, 14), (97, 1), "enforce"),
    ("Brand new", (7, 0), (7, 0), (7, 0), "enforce"),
)


def figure(first: date, last: date, counted: tuple[int, int]) -> PeriodFigure:
    """A stretch of days of UTC."""
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    days = (last - first).days + 1
    return PeriodFigure(
        first_day=first,
        last_day=last,
        start=start,
        end=start + timedelta(days=days),
        live=counted[0],
        abandoned=counted[1],
    )


def campaign_of(
    place: int, name: str, counts: tuple[tuple[int, int], tuple[int, int], tuple[int, int]], mode: ModeName
) -> CampaignAbandonment:
    """A campaign that has these figures of its period, of thirty days and of today."""
    period, rolling, today = counts
    worse = max((Tally(*period), Tally(*rolling)), key=lambda one: one.abandoned / one.live)
    began = TODAY - timedelta(days=17)
    past = [
        figure(began - timedelta(days=30 * back), began - timedelta(days=30 * back - 29), (2_000 - 40 * back, 40))
        for back in range(1, 1 + place)
    ]
    return CampaignAbandonment(
        id=f"c-{place}",
        campaign=name,
        members=[CampaignMember(id=f"c-{place}", name=name)],
        started_on=began - timedelta(days=30 * place),
        period=figure(began, began + timedelta(days=29), period),
        rolling=figure(TODAY - timedelta(days=29), TODAY, rolling),
        today=Abandonment(live=today[0], abandoned=today[1]),
        gate="period" if Tally(*period) == worse else "rolling",
        stage=stage_of(worse).value,
        drops_left=min(drops_left(Tally(*period)), drops_left(Tally(*rolling))),
        measured_from="greeting" if place % 2 else "answer",
        in_flight=place,
        mode=mode,
        past=past,
    )


def campaigns() -> list[CampaignAbandonment]:
    """One at each stage, the worst first."""
    return [
        campaign_of(place, name, (period, rolling, today), "enforce" if mode == "enforce" else "alert-only")
        for place, (name, period, rolling, today, mode) in enumerate(COUNTS)
    ]


@dataclass
class FakeAbandonment:
    """`gateway.abandonment` over a `FloorGateway`'s world."""

    floor: "FloorGateway"
    campaigns: list[CampaignAbandonment] = field(default_factory=campaigns)
    splits: list[tuple[str, SplitCampaign]] = field(default_factory=list)

    def page(self) -> AbandonmentPage:
        self.floor.ask_for("abandonment")
        return AbandonmentPage(time_zone="America/Chicago", today=TODAY, campaigns=self.campaigns)

    def campaign(self, campaign_id: str) -> AbandonmentDetail:
        self.floor.ask_for("campaign_abandonment")
        found = next(one for one in self.campaigns if one.id == campaign_id)
        held = [] if found.stage in ("normal", "alarm") else [held_item(at) for at in range(8)]
        day = found.today
        days = [
            figure(on, on, (day.live, day.abandoned if back % 7 == 0 else 0))
            for back in range(29, -1, -1)
            for on in (TODAY - timedelta(days=back),)
        ]
        return AbandonmentDetail(campaign=found, days=days, held=held)

    def split(self, campaign_id: str, wanted: SplitCampaign) -> CampaignsPage:
        self.floor.ask_for("split_campaign")
        if any(wanted.name == member.name for one in self.campaigns for member in one.members):
            raise no(409, "conflict", f"There is a campaign {wanted.name} already; choose another name", "name")
        self.splits.append((campaign_id, wanted))
        self.campaigns = [
            msgspec.structs.replace(
                one, members=[*one.members, CampaignMember(id="c-new", name=wanted.name, split_from=campaign_id)]
            )
            if one.id == campaign_id
            else one
            for one in self.campaigns
        ]
        return CampaignsPage(campaigns=[CampaignItem(id="c-new", name=wanted.name, contacts=0, waiting=0)])


def held_item(back: int) -> HeldLinesItem:
    """An agent that asked for three and got one, some minutes ago."""
    at = datetime(2026, 11, 24, 14, 40, 3, tzinfo=UTC) - timedelta(minutes=7 * back)
    return HeldLinesItem(
        agent_id=f"a-{back}",
        agent=("Ada Rossi", "Bo Lindqvist", "Carmen Ortiz")[back % 3],
        code="abandonment_one_line",
        sentence="1 of 3 lines: 53 of 2,040 live answers of campaign Spring reminders were abandoned in 30 days;"
        " from 2.5 % on an agent gets one contact at a time",
        first_at=at - timedelta(seconds=40),
        last_at=at,
        times=1 + back % 4,
        asked=3,
        given=1,
        live=2_040,
        abandoned=53,
        in_flight=2,
    )
