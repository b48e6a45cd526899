"""Writes an evidence file: what a tenant's log holds of a period, and the proof that nobody changed it."""

import hashlib
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.cli.faults import fail
from app.reports.cells import flag_cell, number_cell, text_cell, time_cell

if TYPE_CHECKING:
    from app.controller.rule_desk import RuleState
    from app.reports.evidence_zip import EvidenceZip
    from app.reports.whole_file import Seal
    from db.evidence_export import ChainSpan, EvidenceRows
    from db.export_rows import Range
    from db.heads import HeadBook

LIMIT_COLUMNS = ("revision", "at", "scope", "subject", "field", "before", "after", "by", "reason")
HELD_COLUMNS = (
    "first_at",
    "last_at",
    "times",
    "code",
    "campaign",
    "agent",
    "asked",
    "given",
    "live_answers",
    "abandoned",
    "in_flight",
)
SUPPRESSION_COLUMNS = ("at", "phone_number", "kind", "listed", "by", "source", "reason")

UNBOUNDED = 1 << 62
"""The end of a range without one, as `dialfloor export` has it."""

Steps = Iterator[int]


def write_evidence(connection: sqlite3.Connection, chosen: "Range", data: Path, out: Path, seal: "Seal") -> Steps:
    """Write the file and seal it; yields how many rows are written.

    It is read from one snapshot, which ends in a head of its own. Ends the command if the chain itself is broken: an
    evidence file of it would prove nothing.
    """
    from app.clock import read_wall
    from app.reports.evidence_zip import evidence_zip
    from db.evidence_check import EvidenceCheck
    from db.evidence_export import CHAIN_COLUMNS, NUMBER_COLUMNS, EvidenceRows
    from db.evidence_keys import known_number_key
    from db.heads import HeadBook

    connection.execute("BEGIN")
    key = known_number_key(data)
    check = EvidenceCheck(connection, key)
    for fault in check.chain():
        fail(f"The log's chain is broken by {fault.record}: {fault.sentence}; `dialfloor verify` tells more", 1)
    now = read_wall()
    book = HeadBook(data)
    book.sign(connection, now)
    evidence = EvidenceRows(connection, chosen, key or b"")
    span = evidence.span()
    law = _law(connection, chosen)
    with evidence_zip(out) as archive:
        yield from _law_tables(archive, law)
        yield from _tables(archive, connection, chosen, evidence)
        yield from archive.add_lines("rows.jsonl", evidence.lines())
        yield from archive.add_csv("numbers.csv", NUMBER_COLUMNS, evidence.numbers(), _plain)
        yield from archive.add_csv("chain.csv", CHAIN_COLUMNS, evidence.chain(span), _plain)
        _add_small(archive, book, span)
        chain = {"first": span.first, "last": span.last, "previous": span.previous.hex(), "since": check.since}
        about: dict[str, object] = {"chain": chain, "made_at": time_cell(now), "rules": law.book.version}
        _add_manifest(archive, connection, chosen, book, about)
    seal.read(out)


def _tables(archive: "EvidenceZip", connection: sqlite3.Connection, chosen: "Range", evidence: "EvidenceRows") -> Steps:
    """The tables for people, as `dialfloor export` writes them, and those that only an evidence file has."""
    from app.compliance.area_codes import read_area_codes
    from app.reports import log_columns
    from app.reports.call_lines import call_lines
    from db.export_rows import call_pages, names_of, records_in, refusals_in

    names = names_of(connection, chosen.tenant_id)
    calls = call_lines(read_area_codes(), names)
    yield from archive.add_pages("calls.csv", log_columns.CALL_COLUMNS, call_pages(connection, chosen), calls)
    refusals = log_columns.refusal_cells(names)
    yield from archive.add_csv("refusals.csv", log_columns.REFUSAL_COLUMNS, refusals_in(connection, chosen), refusals)
    records = records_in(connection, chosen)
    yield from archive.add_csv("audit.csv", log_columns.RECORD_COLUMNS, records, log_columns.record_cells)
    yield from _abandonment(archive, connection, chosen, evidence)
    yield from archive.add_csv("limits.csv", LIMIT_COLUMNS, evidence.limits(), _limit)
    yield from archive.add_csv("do_not_call.csv", SUPPRESSION_COLUMNS, evidence.suppressions(), _suppression)


def _law(connection: sqlite3.Connection, chosen: "Range") -> "RuleState":
    """The law of the folder as it stood at the end of the range: the shipped rules and what people made of them."""
    from app.reports.rule_columns import law_until
    from db.rule_store import load_rule_changes, load_rule_signatures

    return law_until(load_rule_changes(connection), load_rule_signatures(connection), chosen.stop)


def _law_tables(archive: "EvidenceZip", law: "RuleState") -> Steps:
    """The rules as applied, and every edit, proposal and approval that led to them."""
    from app.reports import rule_columns

    yield from archive.add_csv(
        "rules/applied.csv", rule_columns.APPLIED_COLUMNS, rule_columns.applied_rows(law), _plain
    )
    changes = law.changes.values()
    yield from archive.add_csv("rule_changes.csv", rule_columns.CHANGE_COLUMNS, changes, rule_columns.change_cells)


def _abandonment(
    archive: "EvidenceZip", connection: sqlite3.Connection, chosen: "Range", evidence: "EvidenceRows"
) -> Steps:
    """Each campaign's periods, its days, and when lines were held back to keep it under 3 %."""
    from app.clock import read_wall
    from app.reports import abandonment_lines
    from db.people_store import find_tenant

    tenant = find_tenant(connection, chosen.tenant_id)
    zone = tenant.time_zone if tenant is not None else "UTC"
    counted = evidence.campaign_days()
    days = abandonment_lines.days_of(chosen.start, chosen.stop, read_wall(), zone)
    periods = abandonment_lines.period_lines(counted, days)
    yield from archive.add_csv("abandonment.csv", abandonment_lines.PERIOD_COLUMNS, periods, _plain)
    single = abandonment_lines.day_lines(counted, days)
    yield from archive.add_csv("abandonment_days.csv", abandonment_lines.DAY_COLUMNS, single, _plain)
    yield from archive.add_csv("lines_held.csv", HELD_COLUMNS, evidence.line_holds(), _held)


def _add_small(archive: "EvidenceZip", book: "HeadBook", span: "ChainSpan") -> None:
    """The heads of the stretch, the rules, and the check itself."""
    from db.heads import head_files, read_head

    for path in head_files(book.folder):
        said = read_head(path).statement
        if said.get("number") == span.last or (said["kind"] == "day" and int(said["first"]) >= span.first):
            archive.add(f"heads/{path.name}", path.read_bytes())
    shipped = files("resources")
    for name in ("rules.csv", "area_codes.csv", "holidays.csv"):
        archive.add(f"rules/{name}", (shipped / "compliance" / name).read_bytes())
    for name in ("VERIFY.txt", "verify.py"):
        archive.add(name, (shipped / "evidence" / name).read_bytes())


def _add_manifest(
    archive: "EvidenceZip", connection: sqlite3.Connection, chosen: "Range", book: "HeadBook", about: dict[str, object]
) -> None:
    from app.compliance.zones import TZ_VERSION
    from app.version import VERSION
    from db.people_store import find_tenant

    tenant = find_tenant(connection, chosen.tenant_id)
    key = book.signed({}).statement["key"]
    manifest = {
        **about,
        "program": f"Dialfloor {VERSION}",
        "tz": TZ_VERSION,
        "tenant": {"id": chosen.tenant_id, "name": "" if tenant is None else tenant.name},
        "from": time_cell(chosen.start) if chosen.start else None,
        "to": time_cell(chosen.stop) if chosen.stop < UNBOUNDED else None,
        "key": key,
        "files": archive.files,
    }
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    archive.add_unnamed("manifest.json", text)
    digest = hashlib.sha256(text).hexdigest()
    archive.add_unnamed("manifest.sig", msgspec.json.encode(book.signed({"kind": "manifest", "sha256": digest})))


def _plain(row: tuple[str, ...]) -> tuple[str, ...]:
    """Cells that cannot hold a sign: ids, digits, hex, base64."""
    return row


def _held(row: tuple[int, int, int, str, str | None, str | None, int, int, int, int, int]) -> tuple[str, ...]:
    first_at, last_at, times, code, campaign, agent, *counts = row
    named = (text_cell(campaign), text_cell(agent))
    return time_cell(first_at), time_cell(last_at), number_cell(times), code, *named, *map(number_cell, counts)


def _limit(row: tuple[object, ...]) -> tuple[str, ...]:
    revision, at, *words = row
    return number_cell(int(str(revision))), time_cell(int(str(at))), *(text_cell(str(word)) for word in words)


def _suppression(row: tuple[int, str, str, bool, str, str, str]) -> tuple[str, ...]:
    at, phone, kind, listed, *words = row
    return time_cell(at), text_cell(phone.removeprefix("+")), kind, flag_cell(flag=bool(listed)), *map(text_cell, words)
