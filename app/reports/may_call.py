"""A CSV of numbers, instants and evidence in, a CSV of decisions out: the columns of the compliance vectors."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from app.compliance.decide import Lawyer
from app.compliance.question import CallMode, Decision, Evidence, Mark, Purpose, Question
from app.compliance.zones import UnknownZone, zone_of
from app.engine.value import Instant, Value
from app.reports.cells import text_cell

Read = TypeVar("Read")
REQUIRED = ("id", "e164", "instant_utc")
OUT = ("id", "decision", "reason", "citation")
_EMERGENCY = "emergency:"
_YEARS = range(1900, 2201)
"""In every zone's reach, whatever the hour: the first and the last day of the calendar are not."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class MayCallError(ValueError):
    """A file or a line cannot be read. The message names the line, the column and what would be right."""


class Answered(Value, frozen=True, kw_only=True):
    """One line's id and what was decided."""

    id: str
    decision: Decision


def answers(source: Iterable[str], lawyer: Lawyer) -> Iterator[Answered]:
    """Decide every line of a CSV, in its order.

    Columns may stand in any order; columns not known are passed over, so that the vectors' own answers may stay.

    Raises:
        MayCallError: a needed column is missing, or a line cannot be read.
    """
    reader = csv.DictReader(source)
    try:
        yield from _answers(reader, lawyer)
    except csv.Error as fault:
        message = f"line {reader.line_num + 1}: this is not CSV ({fault}); most likely a quote is never closed"
        raise MayCallError(message) from fault


def _answers(reader: "csv.DictReader[str]", lawyer: Lawyer) -> Iterator[Answered]:
    missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
    if missing:
        message = f"The first line names no column {', '.join(missing)}; needed are {', '.join(REQUIRED)}"
        raise MayCallError(message)
    for id_, question in _questions(reader):
        yield Answered(id=id_, decision=lawyer.decide(question))


def answer_cells(answered: Answered) -> tuple[str, ...]:
    """The cells of one answer, safe in a spreadsheet."""
    decision = answered.decision
    word = "allow" if decision.allowed else "deny"
    return text_cell(answered.id), word, text_cell(decision.reason), text_cell(decision.citation)


def _questions(reader: "csv.DictReader[str]") -> Iterator[tuple[str, Question]]:
    for row in reader:
        try:
            # A line with fewer cells than columns has None in the rest, which is as good as empty.
            yield row["id"] or "", question_of({name: text or "" for name, text in row.items() if name is not None})
        except (ValueError, UnknownZone) as fault:
            message = f"line {reader.line_num}, id {row.get('id')}: {fault}"
            raise MayCallError(message) from fault


def question_of(row: Mapping[str, str]) -> Question:
    """The question of one line. Raises `ValueError` naming the column."""
    emergencies, marks = _flags(row.get("flags", ""))
    return Question(
        phone=row["e164"].strip(),
        at=_field("instant_utc", row["instant_utc"], _instant),
        purpose=_field("purpose", row.get("purpose") or Purpose.TELEMARKETING.value, Purpose),
        mode=_field("mode", row.get("mode") or CallMode.PREDICTIVE.value, CallMode),
        evidence=tuple(_evidence(part) for part in _parts(row.get("address_evidence", ""))),
        attempts=tuple(
            _field("prior_attempts_utc", part, _instant) for part in _parts(row.get("prior_attempts_utc", ""))
        ),
        last_conversation=_last("last_conversation_utc", row),
        last_abandoned=_last("last_abandoned_utc", row),
        emergencies=emergencies,
        marks=marks,
    )


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _field(column: str, text: str, read: Callable[[str], Read]) -> Read:
    try:
        return read(text.strip())
    except ValueError as fault:
        message = f"{column}: {fault}"
        raise ValueError(message) from fault


def _instant(text: str) -> Instant:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.year not in _YEARS:
        message = f"'{text}' is not an instant with a zone; write 2026-12-01T15:30:00Z"
        raise ValueError(message)
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _last(column: str, row: Mapping[str, str]) -> Instant | None:
    text = row.get(column, "")
    return _field(column, text, _instant) if text.strip() else None


def _evidence(text: str) -> Evidence:
    jurisdiction, _, zone = text.partition("|")
    if zone.strip():
        _field("address_evidence", zone, zone_of)
    return Evidence(jurisdiction=jurisdiction.strip(), zone=zone.strip())


def _flags(text: str) -> tuple[frozenset[str], frozenset[Mark]]:
    flags = text.replace(";", " ").replace(",", " ").split()
    emergencies = {flag.removeprefix(_EMERGENCY) for flag in flags if flag.startswith(_EMERGENCY)}
    marks = {_field("flags", flag, _mark) for flag in flags if not flag.startswith(_EMERGENCY)}
    return frozenset(emergencies), frozenset(marks)


def _mark(text: str) -> Mark:
    try:
        return Mark(text)
    except ValueError:
        message = f"'{text}' is none of emergency:STATE, {', '.join(mark.value for mark in Mark)}"
        raise ValueError(message) from None
