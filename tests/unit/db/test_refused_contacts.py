"""Refused contacts are folded and chained by the batch, whatever comes how often in it."""

from pathlib import Path

from app.compliance.question import CallMode, Purpose
from app.compliance.record import BasisFacts, written_basis
from app.engine.basis import DecisionRecord, RefusedContact
from app.engine.events import ContactRefused
from app.engine.value import SECOND, Id
from app.ids import new_id
from db.evidence_check import EvidenceCheck
from db.evidence_keys import known_number_key
from tests.fakes.log_folder import T0, LogFolder

BASIS = written_basis(
    BasisFacts(
        mode="enforce",
        purpose=Purpose.TELEMARKETING,
        dial=CallMode.POWER,
        guard_s=60,
        place="212",
        jurisdictions=("US", "US-NY"),
        zones=("America/New_York",),
        emergencies=(),
        national=False,
        national_version="",
        consent=False,
        rules_version="",
        codes_version="",
        tz_version="",
    )
)


def refused(log: LogFolder, contact_id: Id, seconds: int, verdict: str | None = None) -> ContactRefused:
    return ContactRefused(
        refused=RefusedContact(
            contact_id=contact_id,
            tenant_id=log.tenant.id,
            campaign_id=None,
            code="OUTSIDE_HOURS",
            rule_id="US/hours/1",
            decision=DecisionRecord(basis=BASIS, list_revision=0, verdict=verdict),
            at=T0 + seconds * SECOND,
        )
    )


def test_a_batch_of_any_size_is_folded_and_every_row_is_chained_as_it_ended(tmp_path: Path) -> None:
    log = LogFolder(tmp_path)
    contacts = [new_id(T0 + place * 1_000) for place in range(1_200)]
    log.write(*(refused(log, one, 1) for one in contacts))
    log.write(refused(log, contacts[7], 5, "first"), refused(log, contacts[8], 6), refused(log, contacts[7], 9, "last"))
    counted = dict(log.connection.execute("SELECT count, count(*) FROM contact_refusals GROUP BY count"))
    assert counted == {1: 1_198, 2: 1, 3: 1}
    (kept,) = log.connection.execute("SELECT first_at, last_at, verdict FROM contact_refusals WHERE count = 3")
    assert kept == (T0 + SECOND, T0 + 9 * SECOND, "last")
    check = EvidenceCheck(log.connection, known_number_key(tmp_path))
    assert [*check.chain(), *check.rows()] == []
    log.connection.execute("UPDATE contact_refusals SET verdict = 'mine' WHERE count = 3")
    assert [*check.rows()] != []
    log.close()
