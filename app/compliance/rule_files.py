"""Reads the rule table and the holidays from CSV; a bad line is refused with its number, its column and the fix."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from typing import TypeVar

import msgspec

from app.compliance.rules import COUNTED, DAY_S, WEEKDAYS, Content, Kind, Rule, RuleBook
from app.compliance.zones import zone_of

Read = TypeVar("Read")
_FIXED = "fixed:"


class RuleFileError(ValueError):
    """A rule file cannot be used. The message names the file, the line, the column and what would be right."""


def read_rule_book() -> RuleBook:
    """The rules that ship with the program."""
    folder = files("resources") / "compliance"
    rules = (folder / "rules.csv").read_text(encoding="utf-8")
    holidays = (folder / "holidays.csv").read_text(encoding="utf-8")
    return rule_book_of(rules, holidays)


def rule_book_of(rules: str, holidays: str) -> RuleBook:
    """A rule book from the text of its two files. Raises `RuleFileError`."""
    found = list(_lines(rules, "rules.csv", _rule))
    _unique(found)
    days = dict(_lines(holidays, "holidays.csv", _holiday))
    return RuleBook(found, days)


def book_of_document(document: str) -> RuleBook:
    """A rule book from its `document`. Raises `ValueError`."""
    try:
        content = msgspec.json.decode(document, type=Content)
    except (msgspec.DecodeError, RecursionError) as fault:
        message = f"This is no rule set of ours: {fault}"
        raise ValueError(message) from fault
    holidays = {(place, day): name for place, day, name in content.holidays}
    return RuleBook(content.rules, holidays, frozenset(content.emergencies))


def _lines(text: str, name: str, read: Callable[[dict[str, str]], Read]) -> Iterator[Read]:
    reader = csv.DictReader(text.splitlines(), restval="")
    try:
        for row in reader:
            yield read(row)
    except (ValueError, KeyError, TypeError, csv.Error) as fault:
        message = f"{name}, line {reader.line_num}: {fault}"
        raise RuleFileError(message) from fault


def _unique(rules: list[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            message = f"rules.csv: the id {rule.id} is used twice; give one of the two rules another"
            raise RuleFileError(message)
        seen.add(rule.id)


def _rule(row: dict[str, str]) -> Rule:
    kind = _kind(row["rule"])
    days, on_holidays, in_emergency = _days(row["days"])
    counted = kind in COUNTED
    return Rule(
        id=row["id"],
        jurisdiction=row["jurisdiction"],
        kind=kind,
        citation=row["citation"],
        verified=row["verified"] == "yes",
        applies_to=row["applies_to"],
        start=_time(row["start"], "start", 0),
        end=_time(row["end"], "end", DAY_S),
        days=days,
        on_holidays=on_holidays,
        in_emergency=in_emergency,
        zone=_zone(row["clock"]),
        cap=_count(row["max_attempts"], "max_attempts") if counted else None,
        window_hours=_count(row["window_hours"], "window_hours") if counted else None,
        amount=row["max_attempts"],
        effective_from=_date(row["effective_from"], "effective_from"),
        effective_to=_date(row["effective_to"], "effective_to"),
        note=row["note"],
    )


def _kind(text: str) -> Kind:
    try:
        return Kind(text)
    except ValueError:
        message = f"rule '{text}' is none of {', '.join(kind.value for kind in Kind)}"
        raise ValueError(message) from None


def _days(text: str) -> tuple[frozenset[int], bool, bool]:
    if text == "all":
        return frozenset(range(7)), False, False
    if text in ("holiday", "state_of_emergency"):
        return frozenset(), text == "holiday", text == "state_of_emergency"
    first, dash, last = text.partition("-")
    if first not in WEEKDAYS or (dash and last not in WEEKDAYS):
        message = f"days '{text}' is neither all, holiday, state_of_emergency, a day (sun) nor a range (mon-sat)"
        raise ValueError(message)
    start = WEEKDAYS.index(first)
    return frozenset(range(start, WEEKDAYS.index(last or first) + 1)), False, False


def _time(text: str, column: str, otherwise: int) -> int:
    if not text:
        return otherwise
    hours, colon, minutes = text.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and int(hours) <= 24 and int(minutes) < 60):
        message = f"{column} '{text}' is not a time of day; write 08:00"
        raise ValueError(message)
    return int(hours) * 3_600 + int(minutes) * 60


def _count(text: str, column: str) -> int:
    if not text.isdecimal():
        message = f"{column} '{text}' is not a whole number"
        raise ValueError(message)
    return int(text)


def _zone(clock: str) -> str:
    if clock == "called_party":
        return ""
    if not clock.startswith(_FIXED):
        message = f"clock '{clock}' is neither called_party nor fixed:ZONE"
        raise ValueError(message)
    return zone_of(clock.removeprefix(_FIXED)).key


def _date(text: str, column: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{column} '{text}' is not a date; write 2026-12-01"
        raise ValueError(message) from None


def _holiday(row: dict[str, str]) -> tuple[tuple[str, date], str]:
    day = _date(row["date"], "date")
    if day is None:
        message = "date is empty; write 2026-12-25"
        raise ValueError(message)
    return (row["jurisdiction"], day), row["name"]
