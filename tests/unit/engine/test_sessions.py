"""A session's life: pauses, ends, and expiry to the microsecond, paused or not."""

from collections.abc import Callable

import pytest

from app.engine.sessions import LIVE, Session, SessionStatus, complete, expire, expiry, pause, resume
from app.engine.value import HOUR, MINUTE, SECOND, Instant

START = 1_700_000_000 * SECOND
END = START + 8 * HOUR


def session() -> Session:
    return Session(
        id="morning",
        tenant_id="acme",
        agent_id="ada",
        started_by="dialer",
        campaign_id=None,
        mode="power",
        started_at=START,
        expires_at=expiry(START, 8 * 3_600),
        last_activity_at=START,
    )


def moved(answer: Session | str) -> Session:
    assert isinstance(answer, Session)
    return answer


def paused_at(at: int) -> Session:
    return moved(pause(session(), at))


def test_eight_hours_to_the_second() -> None:
    assert session().expires_at == END


def test_pausing_and_resuming_adds_up_the_pauses_and_moves_no_expiry() -> None:
    first = moved(resume(paused_at(START + 10 * MINUTE), START + 15 * MINUTE))
    second = moved(resume(moved(pause(first, START + HOUR)), START + HOUR + 1))
    assert (first.status, first.paused_at, first.paused_total) == (SessionStatus.ACTIVE, None, 5 * MINUTE)
    assert second.paused_total == 5 * MINUTE + 1
    assert second.expires_at == END
    assert second.last_activity_at == START + HOUR + 1


def test_a_paused_session_is_live() -> None:
    assert paused_at(START + MINUTE).is_live
    assert {status.value for status in LIVE} == {"active", "paused"}


def test_ending_a_paused_session_counts_its_last_pause() -> None:
    ended = moved(complete(paused_at(START + MINUTE), START + 3 * MINUTE, "end of shift"))
    assert (ended.status, ended.ended_at, ended.end_reason) == (
        SessionStatus.COMPLETED,
        START + 3 * MINUTE,
        "end of shift",
    )
    assert (ended.paused_at, ended.paused_total, ended.is_live) == (None, 2 * MINUTE, False)


@pytest.mark.parametrize(
    ("verb", "status", "sentence"),
    [
        ("pause", SessionStatus.PAUSED, "The session is already paused"),
        ("pause", SessionStatus.COMPLETED, "The session is completed and cannot be paused"),
        ("pause", SessionStatus.EXPIRED, "The session is expired and cannot be paused"),
        ("resume", SessionStatus.ACTIVE, "The session is active and cannot be resumed"),
        ("resume", SessionStatus.COMPLETED, "The session is completed and cannot be resumed"),
        ("resume", SessionStatus.EXPIRED, "The session is expired and cannot be resumed"),
        ("end", SessionStatus.COMPLETED, "The session is completed and cannot be ended"),
        ("end", SessionStatus.EXPIRED, "The session is expired and cannot be ended"),
    ],
)
def test_what_its_state_forbids_is_said(verb: str, status: SessionStatus, sentence: str) -> None:
    now = START + HOUR
    of_status = {
        SessionStatus.ACTIVE: session(),
        SessionStatus.PAUSED: paused_at(now),
        SessionStatus.COMPLETED: moved(complete(session(), now, "done")),
        SessionStatus.EXPIRED: expire(session()),
    }[status]
    verbs: dict[str, Callable[[Session, Instant], Session | str]] = {
        "pause": pause,
        "resume": resume,
        "end": lambda session, at: complete(session, at, "done"),
    }
    assert verbs[verb](of_status, now) == sentence


def test_it_expires_at_its_instant_whenever_that_is_noticed() -> None:
    expired = expire(session())
    assert (expired.status, expired.ended_at, expired.is_live) == (SessionStatus.EXPIRED, END, False)


def test_it_expires_while_paused_and_the_pause_ends_with_it() -> None:
    expired = expire(paused_at(END - MINUTE))
    assert (expired.ended_at, expired.paused_total, expired.paused_at) == (END, MINUTE, None)


def test_a_pause_noted_after_the_expiry_counts_nothing() -> None:
    assert expire(paused_at(END + 5)).paused_total == 0


def test_a_session_that_has_ended_does_not_expire() -> None:
    """The job that expires sessions may run beside the request that ends one."""
    completed = moved(complete(session(), START + HOUR, "done"))
    assert expire(completed) is completed
