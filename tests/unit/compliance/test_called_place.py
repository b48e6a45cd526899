"""Where a called number is and what its clock says, from shipped tables only."""

from datetime import UTC, datetime

import pytest

from app.compliance.area_codes import read_area_codes
from app.reports.local_time import load_zone, local_cell, tz_version
from app.wire.base import instant_of


@pytest.mark.parametrize(
    ("phone", "country", "number", "zones"),
    [
        ("+12125550134", "US", "2125550134", ("America/New_York",)),
        ("+12085550134", "US", "2085550134", ("America/Boise", "America/Los_Angeles")),
        ("+12045550134", "CA", "2045550134", ()),
        ("+18005550134", "", "8005550134", ()),
        ("+442079460018", "GB", "+442079460018", ()),
        ("12125550134", "", "12125550134", ()),
        ("", "", "", ()),
    ],
)
def test_a_number_has_a_country_and_the_zones_of_its_area_code(
    phone: str, country: str, number: str, zones: tuple[str, ...]
) -> None:
    place, kept = read_area_codes().place(phone)
    assert (place.country, kept, place.zones) == (country, number, zones)


def test_every_zone_of_the_table_is_in_the_shipped_tz_database() -> None:
    codes = read_area_codes()
    zones = {zone for code in range(200, 1_000) for zone in codes.place(f"+1{code}5550134")[0].zones}
    assert len(zones) > 10
    assert {load_zone(zone).key for zone in zones} == zones
    assert tz_version() >= "2025"


def test_local_time_follows_the_zones_own_summer_time() -> None:
    before = instant_of(datetime(2026, 3, 8, 6, 59, 59, tzinfo=UTC))
    assert local_cell(before, ("America/New_York",)) == "2026-03-08T01:59:59-05:00"
    assert local_cell(before + 1_000_000, ("America/New_York",)) == "2026-03-08T03:00:00-04:00"
    assert local_cell(before, ("America/Phoenix", "America/Denver")) == (
        "2026-03-07T23:59:59-07:00 2026-03-07T23:59:59-07:00"
    )
    assert local_cell(before, ()) == ""
