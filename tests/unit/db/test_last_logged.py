"""The newest instant of a log, behind which no clock may go back."""

from pathlib import Path

import msgspec

from app.engine.calls import CallStatus
from app.engine.events import CallReported, SessionMoved
from app.engine.sessions import expire
from app.engine.value import HOUR, MINUTE
from db.queries import SESSION_SELECT, session_of
from db.rebuild import last_logged
from tests.fakes.log_folder import T0, LogFolder


def test_what_a_job_wrote_counts_even_if_an_older_thing_was_noticed_after_it(tmp_path: Path) -> None:
    log = LogFolder(tmp_path)
    call = log.call(T0 + MINUTE)
    ended = expire(session_of(log.connection.execute(SESSION_SELECT).fetchone()))
    log.write(SessionMoved(session=ended, how="expired", at=T0 + 8 * HOUR, by="clock", reason=""))
    assert last_logged(log.connection) == T0 + 8 * HOUR
    lost = msgspec.structs.replace(call, status=CallStatus.NO_ANSWER, ended_at=T0 + 2 * MINUTE)
    log.write(CallReported(call=lost, at=T0 + 2 * MINUTE, by="ring timer"))
    assert last_logged(log.connection) == T0 + 8 * HOUR
    log.close()
