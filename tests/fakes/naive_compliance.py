"""The rules once more, by somebody who read only the tables and the README: one row after the other, no cleverness.

Independent on purpose: it shares no code with app.compliance, reads the tables itself and takes zones from zoneinfo.
"""

import csv
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

TABLES = Path(__file__).parents[2] / "resources" / "compliance"
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def read(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


RULES = read("rules.csv")
CODES = {row["area_code"]: row for row in read("area_codes.csv")}
HOLIDAYS = {(row["jurisdiction"], row["date"]) for row in read("holidays.csv")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case in the words of the vectors; times are aware datetimes."""

    phone: str
    at: datetime
    purpose: str
    mode: str
    evidence: list[tuple[str, str]]
    attempts: list[datetime]
    talked: datetime | None
    abandoned: datetime | None = None


def names_of(days: str) -> list[str]:
    if days == "all":
        return DAYS
    if "-" in days:
        first, last = days.split("-")
        return DAYS[DAYS.index(first) : DAYS.index(last) + 1]
    return [days]


def speaks_of(row: dict[str, str], case: Case) -> bool:
    if case.purpose == "debt":
        return row["applies_to"] == "debt"
    if row["applies_to"] == "telemarketing":
        return True
    if row["applies_to"] == "automated_dialing":
        return case.mode != "manual"
    return row["applies_to"] == case.mode


def fails(case: Case, rules: list[dict[str, str]] = RULES) -> set[str]:
    """The ids of the rules that forbid the call, or one word for what the number itself is."""
    if not re.fullmatch(r"\+1[2-9]\d\d[2-9]\d{6}", case.phone):
        return {"number"}
    code = CODES.get(case.phone[2:5])
    if code is None or code["class"] != "geographic":
        return {"number"}
    places = {"US", code["jurisdiction"]} | {state for state, _ in case.evidence}
    zones = set(code["zones"].split()) | {zone for _, zone in case.evidence}
    found = set()
    for row in rules:
        if row["jurisdiction"] in places and speaks_of(row, case):
            for zone in zones:
                clock = row["clock"].removeprefix("fixed:") if row["clock"] != "called_party" else zone
                here = case.at.astimezone(ZoneInfo(clock))
                if in_effect(row, here.date().isoformat()) and broken(row, case, here, ZoneInfo(zone)):
                    found.add(row["id"])
    return found


def broken(row: dict[str, str], case: Case, here: datetime, zone: ZoneInfo) -> bool:
    today = here.strftime("%a").lower()
    match row["rule"]:
        case "hours":
            clock = here.strftime("%H:%M:%S")
            return today in names_of(row["days"]) and not row["start"] + ":00" <= clock < row["end"] + ":00"
        case "ban":
            holiday = (row["jurisdiction"], here.date().isoformat()) in HOLIDAYS
            return holiday if row["days"] == "holiday" else today in names_of(row["days"])
        case "attempts":
            return tried(row, case, zone) >= int(row["max_attempts"])
        case "cooldown_after_conversation":
            return case.talked is not None and rests(row, case, here, zone)
        case "cooldown_after_abandon":
            return left_alone(row, case)
    return False


def in_effect(row: dict[str, str], date: str) -> bool:
    return row["effective_from"] <= date and (not row["effective_to"] or date < row["effective_to"])


def rests(row: dict[str, str], case: Case, here: datetime, zone: ZoneInfo) -> bool:
    talked = case.talked
    days = int(row["window_hours"]) // 24
    return talked is not None and talked <= case.at and (here.date() - talked.astimezone(zone).date()).days < days


def left_alone(row: dict[str, str], case: Case) -> bool:
    if case.abandoned is None or case.mode in ("preview", "manual"):
        return False
    age = case.at - case.abandoned
    return timedelta() <= age <= timedelta(hours=int(row["window_hours"]))


def tried(row: dict[str, str], case: Case, zone: ZoneInfo) -> int:
    past = [then for then in case.attempts if then <= case.at]
    if case.purpose == "debt":
        today = case.at.astimezone(zone).date()
        days = int(row["window_hours"]) // 24
        return sum((today - then.astimezone(zone).date()).days < days for then in past)
    oldest = case.at - timedelta(hours=int(row["window_hours"]))
    return sum(then >= oldest for then in past)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
