"""Calls by the page are written to the byte as calls one by one, whatever is in them."""

import random
from collections.abc import Sequence

import pytest

from app.compliance.area_codes import read_area_codes
from app.engine.log_rows import LoggedCall
from app.engine.value import DAY, SECOND
from app.reports.call_lines import call_lines
from app.reports.log_columns import CALL_COLUMNS, call_cells

T0 = 1_772_900_000 * SECOND
"""Some hours before the clocks change in the United States in March 2026."""

AREA_CODES = read_area_codes()
NAMES = {bytes([number]) * 16: name for number, name in enumerate(("Ann", '=HYPERLINK("x")', "Bo, Jr.", "Spring"))}
PHONES = (
    "+12125550134",
    "+18505550134",
    "+19285550134",
    "+16715550134",
    "+19995550134",
    "+442079460958",
    "+1212555013",
    "+1212,55=134",
    "+1212555O134",
    "",
    "=1+1",
)
TEXTS = (None, "", "plain", "=SUM(A1)", 'said "no", twice', "line\r\nbreak", "@here", "ünï")


def calls(seed: int, count: int) -> list[LoggedCall]:
    chance = random.Random(seed)
    at = T0
    made = []
    for _ in range(count):
        at += chance.choice((0, 1, SECOND, 61 * SECOND, 901 * SECOND, DAY // 3))
        later = chance.choice((None, at, at + 59 * SECOND))
        made.append(
            LoggedCall(
                id=chance.randbytes(chance.choice((16, 16, 16, 16, 15)) if seed % 2 else 16),
                created_at=at,
                phone_number=chance.choice(PHONES),
                agent_id=chance.choice([*NAMES, b"?" * 16]),
                user_id=chance.choice(list(NAMES)),
                session_id=chance.randbytes(16),
                contact_id=chance.randbytes(16),
                campaign_id=chance.choice([None, *NAMES]),
                status=chance.choice(("busy", "completed")),
                disposition=chance.choice(TEXTS),
                duration=chance.choice((None, 0, 42)),
                answered_at=later,
                ended_at=later,
                closed_by=chance.choice(TEXTS),
                given_back_at=later,
                recording_url=chance.choice(TEXTS),
                notes=chance.choice(TEXTS),
            )
        )
    return made


def one_by_one(rows: Sequence[LoggedCall]) -> list[str]:
    cells = call_cells(AREA_CODES, NAMES)
    return [",".join(cells(row)) for row in rows]


@pytest.mark.parametrize("seed", range(6))
def test_pages_are_written_as_rows_are(seed: int) -> None:
    rows = calls(seed, 600)
    lines = call_lines(AREA_CODES, NAMES)
    by_page = [line for start in range(0, len(rows), 250) for line in lines(rows[start : start + 250])]
    assert by_page == one_by_one(rows)


def test_a_page_that_goes_back_in_time_is_written_as_well() -> None:
    rows = calls(1, 300)
    rows.reverse()
    assert call_lines(AREA_CODES, NAMES)(rows) == one_by_one(rows)


def test_a_line_has_a_cell_for_each_column() -> None:
    rows = [call._replace(notes=None, disposition=None, phone_number=PHONES[0]) for call in calls(0, 20)]
    rows = [call._replace(recording_url=None, closed_by=None, agent_id=b"?" * 16, user_id=b"?" * 16) for call in rows]
    rows = [call._replace(campaign_id=None) for call in rows]
    assert {line.count(",") + 1 for line in call_lines(AREA_CODES, NAMES)(rows)} == {len(CALL_COLUMNS)}
