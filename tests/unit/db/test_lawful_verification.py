"""Calls are decided again from what their decisions were based on: a forbidden one that is planted is named."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.question import CallMode, Mark
from app.compliance.record import VerdictFacts
from app.compliance.rule_files import read_rule_book
from app.controller.decision_bases import DecisionBases
from app.engine import events
from app.engine.basis import DecisionRecord, KeptVersion
from app.engine.calling import CallingSettings, RulesMode
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import HOUR, MINUTE, SECOND, Instant
from app.reports.replay import Offence, Pass
from app.reports.verification import verify
from app.wire.base import instant_of
from db.open import connect
from db.verification import SqliteLog
from tests.fakes.log_folder import T0, LogFolder

LAWYER = Lawyer(read_rule_book(), read_area_codes())
OUTCOME = Offence | Pass
PHONE = "+12125550134"


def new_york(clock: str) -> Instant:
    """An instant of the log's first day by New York's clock, in September."""
    day = datetime.fromtimestamp(T0 // SECOND, tz=UTC).date()
    return instant_of(datetime.fromisoformat(f"{day}T{clock}-04:00"))


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path)
    yield folder
    folder.close()


def note_versions(log: LogFolder, *kept: KeptVersion) -> None:
    bases = DecisionBases()
    log.write(*(events.VersionKept(kept=one, at=T0) for one in kept or bases.unnoted(LAWYER)))


def decided(
    mode: RulesMode = RulesMode.ENFORCE, place: str = "212", *, revision: int = 0, **verdict: object
) -> DecisionRecord:
    settings = CallingSettings(mode=mode)
    basis = DecisionBases().of(LAWYER, settings, (CallMode.POWER, 60), place, "")
    told = msgspec.convert(verdict, VerdictFacts)
    text = msgspec.json.encode(told).decode() if verdict else None
    return DecisionRecord(basis=basis, list_revision=revision, verdict=text)


def outcome(log: LogFolder) -> OUTCOME:
    reader = connect(log.folder.database, read_only=True)
    try:
        return next(one.outcome for one in verify(SqliteLog(reader)) if one.rules == ("calling.rules",))
    finally:
        reader.close()


def listed(log: LogFolder, at: Instant, *, is_listed: bool = True, source: str = "operator") -> None:
    entry = ListedNumber(
        tenant_id=log.tenant.id,
        phone=PHONE,
        kind=ListKind.INTERNAL,
        is_listed=is_listed,
        at=at,
        by="olga",
        source=source,
        reason="asked",
    )
    log.write(events.NumberListed(entry=entry))


def test_calls_within_hours_are_kept_and_one_of_the_night_is_named(log: LogFolder) -> None:
    note_versions(log)
    log.decided(new_york("12:00:00"), decided())
    log.decided(new_york("20:58:59"), decided())
    assert outcome(log) == Pass(records=2)
    planted = log.decided(new_york("20:59:00"), decided())
    log.decided(new_york("21:30:00"), decided())
    found = outcome(log)
    assert isinstance(found, Offence)
    assert (found.rule, found.at) == ("calling.rules", planted.created_at)
    assert planted.id in found.record
    assert "OUTSIDE_HOURS" in found.sentence


def test_a_call_that_the_rules_only_count_is_counted_and_one_that_they_do_not_bind_is_not(log: LogFolder) -> None:
    note_versions(log)
    log.decided(new_york("22:00:00"), decided(RulesMode.ALERT_ONLY))
    log.decided(new_york("22:10:00"), decided(RulesMode.OFF))
    log.call(new_york("22:20:00"))
    assert outcome(log) == Pass(records=2, warned=1)


def test_evidence_of_another_state_counts_again(log: LogFolder) -> None:
    note_versions(log)
    log.decided(new_york("09:00:00"), decided())
    assert isinstance(outcome(log), Pass)
    log.decided(new_york("09:10:00"), decided(place="212|US-CA|America/Los_Angeles"))
    assert isinstance(outcome(log), Offence)


def test_marks_and_attempts_are_those_of_the_decision(log: LogFolder) -> None:
    note_versions(log)
    log.decided(new_york("12:00:00"), decided(marks=[Mark.RND_UNCHECKED]))
    three = [new_york("09:00:00") + number * HOUR for number in range(3)]
    log.decided(new_york("12:10:00"), decided(place="305", attempts=three[:2]), phone_number="+13055550134")
    assert isinstance(outcome(log), Pass)
    log.decided(new_york("12:20:00"), decided(place="305", attempts=three), phone_number="+13055550134")
    found = outcome(log)
    assert isinstance(found, Offence)
    assert "ATTEMPT_CAP" in found.sentence


def test_a_number_that_was_erased_is_decided_by_its_area_code(log: LogFolder) -> None:
    note_versions(log)
    log.decided(new_york("12:00:00"), decided(), phone_number="")
    assert isinstance(outcome(log), Pass)
    log.decided(new_york("23:00:00"), decided(), phone_number="")
    assert isinstance(outcome(log), Offence)


def test_rules_that_are_not_kept_or_are_not_what_their_hash_says_prove_nothing(log: LogFolder) -> None:
    call = log.decided(new_york("12:00:00"), decided())
    found = outcome(log)
    assert isinstance(found, Offence)
    assert f"does not hold version {LAWYER.book.version[:12]}" in found.sentence
    forged = LAWYER.book.document.replace("21:00", "24:00")
    versions = DecisionBases().unnoted(LAWYER)
    note_versions(log, msgspec.structs.replace(versions[0], document=forged), versions[1])
    found = outcome(log)
    assert isinstance(found, Offence)
    assert call.id in found.record


def test_a_decision_whose_basis_is_gone_is_named(log: LogFolder) -> None:
    note_versions(log)
    log.decided(new_york("12:00:00"), decided())
    log.connection.execute("DELETE FROM decision_bases")
    found = outcome(log)
    assert isinstance(found, Offence)
    assert "what its decision was based on" in found.sentence


def test_a_call_to_a_number_on_a_list_is_named_whatever_the_mode(log: LogFolder) -> None:
    note_versions(log)
    at = new_york("12:00:00")
    log.decided(at, decided(RulesMode.OFF))
    listed(log, at)
    assert isinstance(outcome(log), Pass), "the call may have been what the person answered with that wish"
    planted = log.decided(at + 1, decided(RulesMode.OFF, revision=1))
    found = outcome(log)
    assert isinstance(found, Offence)
    assert planted.id in found.record
    assert found.sentence == "its number was on the tenant's list internal by then"


def test_a_number_that_was_taken_off_may_be_called_again_and_not_before(log: LogFolder) -> None:
    note_versions(log)
    at = new_york("12:00:00")
    listed(log, at)
    listed(log, at + 10 * MINUTE, is_listed=False)
    log.decided(at + 11 * MINUTE, decided(revision=2))
    assert isinstance(outcome(log), Pass)
    log.decided(at + 5 * MINUTE, decided(revision=1))
    assert isinstance(outcome(log), Offence)


def test_what_another_process_has_just_listed_binds_once_the_engine_can_have_heard_of_it(log: LogFolder) -> None:
    note_versions(log)
    at = new_york("12:00:00")
    listed(log, at, source="import")
    log.decided(at + SECOND, decided(revision=0))
    log.decided(at + SECOND, decided(revision=1))
    log.decided(at + 2 * MINUTE, decided(revision=0))
    assert isinstance(outcome(log), Pass)
    log.decided(at + 3 * MINUTE, decided(revision=1))
    assert isinstance(outcome(log), Offence)
