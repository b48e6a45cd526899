"""Rows of the log as a report reads them, by the million: tuples with names, ids as the 16 bytes that are stored."""

from typing import NamedTuple

from app.engine.value import Instant


class LoggedCall(NamedTuple):
    """A call and what is known of it by now."""

    id: bytes
    created_at: Instant
    phone_number: str
    agent_id: bytes
    user_id: bytes
    session_id: bytes
    contact_id: bytes
    campaign_id: bytes | None
    status: str
    disposition: str | None
    duration: int | None
    answered_at: Instant | None
    ended_at: Instant | None
    closed_by: str | None
    given_back_at: Instant | None
    recording_url: str | None
    notes: str | None


class LoggedRefusal(NamedTuple):
    """Refused tries of one minute, folded."""

    id: bytes
    last_at: Instant
    first_at: Instant
    tries: int
    code: str
    limit_id: str
    amount: int
    used: int
    retry_at: Instant | None
    user_id: bytes
    agent_id: bytes | None
    session_id: bytes | None


class LoggedRecord(NamedTuple):
    """An audit record with what chains it; `before` and `after` are JSON texts."""

    number: int
    at: Instant
    user: str
    action: str
    subject: str
    before: str
    after: str
    reason: str
    previous: bytes
    hash: bytes
