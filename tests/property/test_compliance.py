"""Ten thousand generated cases: the decision against a naive check of its own, and openings against the decision."""

import random
from datetime import UTC, datetime, timedelta
from functools import cache

import msgspec

from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.openings import next_eligible, openings
from app.compliance.question import CallMode, Evidence, Purpose, Question
from app.compliance.rule_files import read_rule_book
from app.engine.value import DAY, HOUR, SECOND
from tests.fakes.naive_compliance import CODES, Case, fails, utc

CASES = 10_000
AGES_S = (0, 3_600, 86_400, 86_401, 6 * 86_400, -60)
EDGES_H = (8, 9, 10, 12, 17, 18, 20, 21)
ZONES = (
    ("US-CA", "America/Los_Angeles"),
    ("US-AL", "America/Chicago"),
    ("US-RI", "America/New_York"),
    ("US-MS", "America/Chicago"),
    ("US-TX", "America/Denver"),
    ("US-FL", "America/New_York"),
    ("US-HI", "Pacific/Honolulu"),
    ("US-GU", "Pacific/Guam"),
    ("US-SD", "America/Denver"),
    ("US-AZ", "America/Phoenix"),
)
HOT_DAYS = ("2026-11-01", "2027-03-14", "2026-12-25", "2027-02-09", "2026-11-26", "2027-07-24", "2026-12-06")


@cache
def lawyer() -> Lawyer:
    return Lawyer(read_rule_book(), read_area_codes())


def generated(draw: random.Random) -> Case:
    """Numbers of every class, instants near the edges of windows, on days of DST and holidays more often than not."""
    codes = sorted(CODES)
    phone = f"+1{draw.choice(codes)}{draw.randint(200, 999):03}{draw.randint(0, 9_999):04}"
    if phone[6:8] == "11":
        phone = f"{phone[:6]}22{phone[8:]}"
    day = (
        utc(draw.choice(HOT_DAYS)) if draw.random() < 0.5 else utc("2026-10-20") + timedelta(days=draw.randint(0, 400))
    )
    near = timedelta(hours=draw.choice(EDGES_H) + draw.randint(3, 11), seconds=draw.choice((-1, 0, 1, 1_800)))
    at = day + near
    purpose = draw.choice(("telemarketing", "telemarketing", "debt"))
    tries = draw.choice((0, 0, 2, 3, 7, 8))
    return Case(
        phone=phone,
        at=at,
        purpose=purpose,
        mode=draw.choice(("predictive", "preview", "prerecorded", "manual")),
        evidence=[draw.choice(ZONES) for _ in range(draw.choice((0, 0, 1, 2)))],
        attempts=[
            at - timedelta(seconds=draw.choice((0, 3_600, 86_400, 86_401, 6 * 86_400, -60))) for _ in range(tries)
        ],
        talked=at - timedelta(days=draw.randint(0, 9), hours=draw.randint(0, 23)) if draw.random() < 0.3 else None,
    )


def us(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp()) * SECOND


def question(case: Case) -> Question:
    return Question(
        phone=case.phone,
        at=us(case.at),
        purpose=Purpose(case.purpose),
        mode=CallMode(case.mode),
        evidence=tuple(Evidence(jurisdiction=state, zone=zone) for state, zone in case.evidence),
        attempts=tuple(us(then) for then in case.attempts),
        last_conversation=None if case.talked is None else us(case.talked),
    )


def test_ten_thousand_cases_fail_the_same_rules_as_a_naive_check_says() -> None:
    draw = random.Random(20261124)
    denied = 0
    for _ in range(CASES):
        case = generated(draw)
        decision = lawyer().decide(question(case))
        ids = {failure.rule_id for failure in decision.failures}
        expected = fails(case)
        assert ids == (expected if expected != {"number"} else {"product/number_class"}), case
        denied += not decision.allowed
    # A generator that only ever denies, or allows, would prove nothing.
    assert 0.3 < denied / CASES < 0.95


def test_openings_are_where_no_rule_of_hours_and_days_forbids() -> None:
    draw = random.Random(7)
    for _ in range(400):
        bare = msgspec.structs.replace(question(generated(draw)), attempts=(), last_conversation=None)
        open_at = openings(lawyer(), bare, 3)
        for _ in range(12):
            moment = msgspec.structs.replace(bare, at=bare.at + draw.randrange(0, 3 * DAY, SECOND))
            inside = any(opening.start <= moment.at < opening.end for opening in open_at)
            assert lawyer().decide(moment).allowed is inside, (moment, open_at)


def test_the_next_eligible_instant_is_allowed_and_none_before_it_is() -> None:
    draw = random.Random(11)
    found = 0
    for _ in range(400):
        asked = question(generated(draw))
        free = next_eligible(lawyer(), asked)
        if free is None:
            continue
        found += 1
        assert lawyer().decide(msgspec.structs.replace(asked, at=free)).allowed, asked
        if free > asked.at:
            before = free - draw.randrange(SECOND, min(free - asked.at, 20 * HOUR) + SECOND, SECOND)
            assert not lawyer().decide(msgspec.structs.replace(asked, at=max(asked.at, before))).allowed, (asked, free)
        assert any(opening.start <= free < opening.end for opening in openings(lawyer(), asked))
    assert found > 100


def test_a_combination_without_a_lawful_hour_is_left_to_people() -> None:
    guam = Question(
        phone="+16715550100",
        at=us(utc("2026-12-01")),
        evidence=(Evidence(jurisdiction="US-RI", zone="America/New_York"),),
    )
    assert openings(lawyer(), guam) == []
    assert next_eligible(lawyer(), guam) is None
