"""The abandonment files of an evidence zip: whole periods that touch the range; the days within it, by campaign."""

from app.engine.abandonment import Tally
from app.engine.records import CampaignDay
from app.engine.value import DAY
from app.reports.abandonment_lines import Days, day_lines, days_of, period_lines


def day(number: int, campaign: str, live: int, abandoned: int) -> CampaignDay:
    return CampaignDay(
        campaign_id=campaign, campaign=campaign, family="Spring", family_name="Spring", family_made_at=100 * DAY,
        day=number, tally=Tally(live, abandoned, 0),
    )  # fmt: skip


COUNTED = [
    day(101, "Spring", 100, 3), day(131, "Spring", 50, 1), day(131, "Spring B", 50, 1), day(171, "Spring", 10, 0)
]  # fmt: skip


def test_a_split_campaign_is_in_the_period_of_its_family_and_has_days_of_its_own() -> None:
    span = Days(first=131, last=165, zone="UTC")
    periods = [row[1:8] for row in period_lines(COUNTED, span)]
    assert periods == [
        ("rolling", "1970-05-17", "1970-06-15", "UTC", "0", "0", ""),
        ("period", "1970-06-10", "1970-07-09", "UTC", "0", "0", ""),
        ("period", "1970-05-11", "1970-06-09", "UTC", "100", "2", "2.00"),
    ]
    assert [row[2:6] for row in day_lines(COUNTED, span)] == [
        ("Spring", "Spring", "50", "1"),
        ("Spring B", "Spring", "50", "1"),
    ]


def test_days_are_local() -> None:
    assert days_of(131 * DAY, 132 * DAY, 200 * DAY, "America/New_York") == Days(
        first=130, last=131, zone="America/New_York"
    )
    assert days_of(131 * DAY, 1 << 62, 140 * DAY, "UTC").last == 140
