"""Abandoned calls as an evidence file tells them: by campaign and anchored period, and by campaign and day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.controller.days import date_of, local_day
from app.engine.abandonment import NOTHING, Period, Tally, figures_on, past_periods
from app.engine.records import CampaignDay
from app.engine.value import Id, Instant, Value
from app.reports.cells import number_cell, text_cell

PERIOD_COLUMNS = (
    "campaign",
    "figure",
    "first_day",
    "last_day",
    "time_zone",
    "live_answers",
    "abandoned",
    "percent",
    "timed_from_greeting",
    "campaign_id",
)
DAY_COLUMNS = (
    "day",
    "time_zone",
    "campaign",
    "counts_with",
    "live_answers",
    "abandoned",
    "timed_from_greeting",
    "campaign_id",
)

Cells = tuple[str, ...]


class Days(Value, frozen=True, kw_only=True):
    """Which local days a file is about, `first` <= day <= `last`, in the zone that they are of."""

    first: int
    last: int
    zone: str


def days_of(start: Instant, stop: Instant, now: Instant, zone: str) -> Days:
    """The local days of a range of instants, up to today."""
    return Days(first=local_day(start, zone), last=local_day(min(stop - 1, now), zone), zone=zone)


def period_lines(counted: Iterable[CampaignDay], days: Days) -> Iterator[Cells]:
    """Each campaign's anchored periods that touch the days, and the thirty days that end with the last of them."""
    families: dict[Id, dict[int, Tally]] = defaultdict(dict)
    names: dict[Id, CampaignDay] = {}
    for one in counted:
        if one.day <= days.last:
            known = families[one.family].get(one.day, NOTHING)
            families[one.family][one.day] = known.plus(one.tally)
            names.setdefault(one.family, one)
    for family, tallies in families.items():
        anchor = min(*tallies, _made(names[family], days.zone, min(tallies)))
        figures = figures_on(tallies, anchor, days.last)
        rows = [("period", one) for one in past_periods(tallies, anchor, days.last) if one.stop > days.first]
        yield from (
            _period(names[family], figure, period, days.zone)
            for figure, period in (("rolling", figures.rolling), ("period", figures.period), *rows)
        )


def day_lines(counted: Iterable[CampaignDay], days: Days) -> Iterator[Cells]:
    """Each campaign's days, by itself; `counts_with` names the campaign that it was split from in the end."""
    for one in counted:
        if days.first <= one.day <= days.last:
            yield (
                date_of(one.day).isoformat(),
                days.zone,
                text_cell(one.campaign),
                text_cell(one.family_name),
                number_cell(one.tally.live),
                number_cell(one.tally.abandoned),
                number_cell(one.tally.greeted),
                one.campaign_id,
            )


def _made(one: CampaignDay, zone: str, otherwise: int) -> int:
    return otherwise if one.family_made_at is None else local_day(one.family_made_at, zone)


def _period(one: CampaignDay, figure: str, period: Period, zone: str) -> Cells:
    tally = period.tally
    share = f"{100 * tally.abandoned / tally.live:.2f}" if tally.live > 0 else ""
    return (
        text_cell(one.family_name),
        figure,
        date_of(period.first).isoformat(),
        date_of(period.stop - 1).isoformat(),
        zone,
        number_cell(tally.live),
        number_cell(tally.abandoned),
        share,
        number_cell(tally.greeted),
        one.family,
    )
