"""The check of the evidence goes through each row once, however many there are."""

from pathlib import Path

from app.engine.events import CallReported
from app.engine.value import SECOND
from db.evidence_check import EvidenceCheck
from db.evidence_keys import number_key
from tests.fakes.log_folder import T0, LogFolder

EVENTS = 3_000


def test_a_call_event_is_looked_up_among_the_leaves_and_not_searched_for(tmp_path: Path) -> None:
    log = LogFolder(tmp_path)
    call = log.call(T0)
    log.write(*(CallReported(call=call, at=T0 + place * SECOND, by="dialer") for place in range(EVENTS)))
    check = EvidenceCheck(log.connection, number_key(log.connection))
    thousands: list[int] = []
    log.connection.set_progress_handler(lambda: thousands.append(1), 1_000)
    assert [*check.chain(), *check.rows()] == []
    assert check.leaves > EVENTS
    assert len(thousands) < EVENTS, "a thousand steps a row is a search"
    log.connection.set_progress_handler(None, 0)
    log.close()
