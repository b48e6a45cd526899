"""Well-formed answers of the dialer path and of `/v1`, for servers that tests script."""

from datetime import UTC, datetime, timedelta

from app.wire.dialer import (
    AgentRow,
    CallAnswer,
    CallRow,
    NextContactAnswer,
    SessionAnswer,
    SessionRow,
    StartAnswer,
    StatusAnswer,
)
from app.wire.errors import ErrorBody
from app.wire.feed import Abandonment, Changes, Snapshot, Strip

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SESSION_ID = "0198a000-0000-7000-8000-00000000000a"


def session_row(session_id: str = SESSION_ID, status: str = "active") -> SessionRow:
    return SessionRow(
        id=session_id,
        tenant_id="t",
        agent_id="a",
        campaign_id=None,
        mode="power",
        status=status,
        started_at=NOON,
        expires_at=NOON + timedelta(hours=8),
        ended_at=None,
        contacts_attempted=0,
        contacts_reached=0,
        contacts_converted=0,
        last_activity_at=NOON,
    )


def started(session_id: str = SESSION_ID) -> StartAnswer:
    agent = AgentRow(id="a", name="Leon", agent_type="dialer", status="active", configuration={})
    return StartAnswer(success=True, session=session_row(session_id), agent=agent)


def session_answer(session_id: str = SESSION_ID, status: str = "active") -> SessionAnswer:
    return SessionAnswer(success=True, message="Done", session=session_row(session_id, status))


def handed_out(call_ids: list[str]) -> NextContactAnswer:
    contacts: list[dict[str, object]] = [{"id": f"contact-of-{call_id}"} for call_id in call_ids]
    return NextContactAnswer(
        success=True,
        contact=contacts[0] if contacts else None,
        next_contacts=contacts[1:],
        queue_size=10,
        call_id=call_ids[0] if call_ids else None,
        call_ids=call_ids,
        message="Contact ready",
    )


def call_answer(call_id: str, status: str) -> CallAnswer:
    call = CallRow(
        id=call_id,
        session_id=SESSION_ID,
        agent_id="a",
        contact_id=f"contact-of-{call_id}",
        phone_number="+12125550100",
        status=status,
        disposition=None,
        duration=None,
        recording_url=None,
        created_at=NOON,
        ended_at=None,
    )
    return CallAnswer(success=True, call=call)


def status_answer(session_id: str | None, status: str = "active") -> StatusAnswer:
    session = None if session_id is None else session_row(session_id, status)
    return StatusAnswer(success=True, limits=[], session=session)


def limited(code: str, retry_after: int | None) -> ErrorBody:
    if retry_after is None:
        return ErrorBody(error="Too much", code=code, rate_limit_exceeded=True)
    return ErrorBody(error="Too much", code=code, rate_limit_exceeded=True, retry_after=retry_after)


def refusal(code: str, retry_after: int | None = None) -> ErrorBody:
    if retry_after is None:
        return ErrorBody(error="No", code=code, rate_limit_exceeded=False)
    return ErrorBody(error="No", code=code, rate_limit_exceeded=False, retry_after=retry_after)


def snapshot(seq: int) -> Snapshot:
    none = Abandonment(live=0, abandoned=0)
    strip = Strip(
        sessions_active=0,
        sessions_limit=5,
        calls_hour=0,
        calls_minute=0,
        answered_hour=0,
        finished_hour=0,
        refusals_hour={},
        abandonment_today=none,
        abandonment_30d=none,
        decision_p99_ms=0.1,
    )
    return Snapshot(
        seq=seq, now=NOON, engine_started_at=NOON, tenant_id="t", tenant="Northgate", strip=strip, agents=[]
    )


def changes(seq: int) -> Changes:
    return Changes(seq=seq, now=NOON)
