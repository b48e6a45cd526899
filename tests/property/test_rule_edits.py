"""Edits of rules: what is judged stricter lets nobody through, whatever is asked; and edited rules hold as written."""

import csv
import io
import random
from collections import Counter
from datetime import date, timedelta

from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.permissive import Strictness, compare
from app.compliance.question import CallMode, Evidence, Purpose, Question
from app.compliance.rule_files import read_rule_book, rule_book_of
from app.compliance.rules import RuleBook
from tests.fakes.naive_compliance import RULES, Case, fails, utc
from tests.property.test_compliance import us

PAIRS = 400
ASKED = 30
TODAY = date(2026, 11, 24)
PHONES = ("+12145550134", "+19155550134")  # Dallas; El Paso, which touches two zones
DATES = ("", "", "", "2026-11-26", "2026-12-01")
CODES = read_area_codes()
HOLIDAYS = "jurisdiction,date,name,source\nUS-TX,2026-11-27,a day,x\nUS-TX,2026-12-05,another,x\n"

Row = dict[str, str]


def rule(draw: random.Random) -> Row:
    kind = draw.choice(
        ("hours", "hours", "hours", "ban", "attempts", "cooldown_after_conversation", "cooldown_after_abandon")
    )
    row = dict.fromkeys(RULES[0], "")
    row |= {"jurisdiction": "US-TX", "rule": kind, "citation": "made up", "verified": "no", "days": "all"}
    row["applies_to"] = draw.choice(("telemarketing", "telemarketing", "automated_dialing", "debt", "manual"))
    row["clock"] = draw.choice(("called_party", "called_party", "called_party", "fixed:America/Chicago"))
    row["effective_from"], row["effective_to"] = draw.choice(DATES), draw.choice(("", "", "2026-12-03"))
    if kind == "hours":
        row["start"] = draw.choice(("00:00", "08:00", "09:00", "10:00"))
        row["end"] = draw.choice(("18:00", "20:00", "21:00", "24:00"))
        row["days"] = draw.choice(("all", "all", "mon-fri", "mon-sat", "sat-sun", "tue"))
    elif kind == "ban":
        row["days"] = draw.choice(("sun", "sat-sun", "tue", "holiday", "all"))
    elif kind == "attempts":
        row["max_attempts"], row["window_hours"] = draw.choice("123"), draw.choice(("24", "48", "168"))
        row["clock"] = "called_party"
    else:
        row["max_attempts"], row["window_hours"] = "0", draw.choice(("24", "72", "168"))
        row["clock"] = "called_party"
    return row


def numbered(rows: list[Row]) -> list[Row]:
    return [{**row, "id": f"US-TX/{row['rule']}/{at}"} for at, row in enumerate(rows)]


def edited(draw: random.Random, rows: list[Row]) -> list[Row]:
    """One rule put in, taken out, or worded anew; most of the time a single field of it."""
    after = [dict(row) for row in rows]
    match draw.choice(("add", "drop", "field", "field", "field", "whole")):
        case "add":
            after.append(rule(draw))
        case "drop" if len(after) > 1:
            after.pop(draw.randrange(len(after)))
        case "whole":
            after[draw.randrange(len(after))] = rule(draw)
        case _:
            row = draw.choice(after)
            other = rule(draw)
            while other["rule"] != row["rule"]:
                other = rule(draw)
            field = draw.choice(
                ("start", "end", "days", "max_attempts", "window_hours", "effective_from", "effective_to")
            )
            row[field] = other[field]
    return [
        row
        for row in after
        if not (row["effective_from"] and row["effective_to"]) or row["effective_from"] < row["effective_to"]
    ]


def book(rows: list[Row]) -> RuleBook:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(RULES[0]))
    writer.writeheader()
    writer.writerows(rows)
    return rule_book_of(text.getvalue(), HOLIDAYS)


NATION: list[Row] = [
    {**row, "start": "06:00", "end": "23:30"} for row in RULES if row["id"] in ("US/hours/1", "US/hours/2")
]


def case(draw: random.Random) -> Case:
    at = utc(TODAY.isoformat()) + timedelta(
        days=draw.randrange(16),
        hours=draw.randrange(24),
        minutes=draw.choice((0, 0, 30)),
        seconds=draw.choice((-1, 0, 0)),
    )
    at = max(at, utc(TODAY.isoformat()))
    ages = [
        timedelta(hours=draw.choice((1, 23, 24, 25, 48, 72, 73, 160, 168, 169)))
        for _ in range(draw.choice((0, 0, 1, 3)))
    ]
    return Case(
        phone=draw.choice(PHONES),
        at=at,
        purpose=draw.choice(("telemarketing", "telemarketing", "debt")),
        mode=draw.choice(("predictive", "preview", "manual", "prerecorded")),
        evidence=[("US-TX", "America/Denver")] if draw.random() < 0.3 else [],
        attempts=[at - age for age in ages],
        talked=at - timedelta(hours=draw.randrange(200)) if draw.random() < 0.3 else None,
        abandoned=at - timedelta(hours=draw.choice((1, 24, 25, 72, 73))) if draw.random() < 0.3 else None,
    )


def question(asked: Case, guard_s: int) -> Question:
    return Question(
        phone=asked.phone,
        at=us(asked.at),
        purpose=Purpose(asked.purpose),
        mode=CallMode(asked.mode),
        evidence=tuple(Evidence(jurisdiction=state, zone=zone) for state, zone in asked.evidence),
        attempts=tuple(us(then) for then in asked.attempts),
        last_conversation=None if asked.talked is None else us(asked.talked),
        last_abandoned=None if asked.abandoned is None else us(asked.abandoned),
        guard_s=guard_s,
    )


def test_no_call_is_let_through_by_an_edit_that_is_judged_stricter_nor_forbidden_by_a_looser_one() -> None:
    draw = random.Random(20261124)
    verdicts: Counter[Strictness] = Counter()
    seen: Counter[Strictness] = Counter()
    for _ in range(PAIRS):
        rows = numbered([rule(draw) for _ in range(draw.choice((1, 2, 2, 3)))])
        before = book([*NATION, *rows])
        after = book([*NATION, *numbered(edited(draw, rows))])
        verdict = compare(before, after, "US-TX", TODAY - timedelta(days=1))
        verdicts[verdict] += 1
        old, new = Lawyer(before, CODES), Lawyer(after, CODES)
        for _ in range(ASKED):
            asked = question(case(draw), draw.choice((0, 60)))
            was, now = old.decide(asked).allowed, new.decide(asked).allowed
            assert was or not now or verdict.needs_second_person, (verdict, asked, before.rules, after.rules)
            if was and not now:
                assert verdict in (Strictness.STRICTER, Strictness.MIXED), (verdict, asked)
            seen[verdict] += was is not now
    # A judge who calls everything mixed would be right and of no use; and the questions must tell edits apart.
    assert min(verdicts[one] for one in Strictness) > PAIRS // 20, verdicts
    assert min(seen[one] for one in (Strictness.STRICTER, Strictness.LOOSER, Strictness.MIXED)) > 100, seen
    assert seen[Strictness.SAME] == 0


def test_edited_rules_hold_as_a_naive_check_reads_them() -> None:
    draw = random.Random(7)
    denied = Counter[str]()
    for _ in range(150):
        rows = [*NATION, *numbered([rule(draw) for _ in range(3)])]
        # A day that a group leaves out is the one thing that the naive check does not know.
        rows = [{**row, "days": "all"} if row["rule"] == "hours" else row for row in rows]
        lawyer = Lawyer(book(rows), CODES)
        naive = [row for row in rows if row["jurisdiction"] == "US" or row["rule"] != "ban" or row["days"] != "holiday"]
        for _ in range(20):
            asked = case(draw)
            expected = fails(asked, naive)
            holidays = {row["id"] for row in rows if row["days"] == "holiday"}
            found = {failure.rule_id for failure in lawyer.decide(question(asked, 0)).failures} - holidays
            assert found == expected, (asked, rows)
            denied.update({row["rule"] for row in rows if row["id"] in found})
    assert set(denied) == {"hours", "ban", "attempts", "cooldown_after_conversation", "cooldown_after_abandon"}


def test_the_shipped_rules_compare_as_the_same_with_themselves_everywhere() -> None:
    shipped = read_rule_book()
    for jurisdiction in sorted(shipped.jurisdictions):
        assert compare(shipped, read_rule_book(), jurisdiction, TODAY) is Strictness.SAME
