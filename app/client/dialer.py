"""A dialer's way to an engine, for asyncio: one method an action, outcomes as values, retries if wanted."""

from datetime import datetime
from typing import TypeVar

import msgspec

from app.client.address import may_be_token
from app.client.dialer_pool import DialerPool
from app.client.dialer_requests import (
    KEYED,
    CallStatus,
    CallStatusName,
    DialerRequest,
    Disposition,
    NextContact,
    Pause,
    Resume,
    Start,
    Status,
    Stop,
)
from app.client.errors import read_error_body, why_lost
from app.client.line import LineBroken, RawAnswer
from app.client.outcomes import Answered, AnyOutcome, DialerAnswer, Limited, Outcome, Refused, Unreachable
from app.client.retry import Patience, wait_for
from app.ids import new_secret
from app.wire.dialer import (
    CallAnswer,
    DialingMode,
    NextContactAnswer,
    SessionAnswer,
    StartAnswer,
    StatusAnswer,
)

T = TypeVar("T", bound=DialerAnswer)


class DialerClient:
    """One user of the dialer path over a pool that many share. Never raises for what an engine or a network does."""

    def __init__(self, pool: DialerPool, token: str, patience: Patience | None = None) -> None:
        """Takes the shared pool and the user's token; with `patience`, refused tries are repeated as it says.

        Raises ValueError for a token that cannot be a header's value.
        """
        self._pool = pool
        self._credentials = _header("Authorization", f"Bearer {token}")
        self._patience = patience

    async def start(
        self, mode: DialingMode | None = None, campaign_id: str | None = None, agent_id: str | None = None
    ) -> Outcome[StartAnswer]:
        """Starts a session."""
        return await self._ask(Start(mode=mode, campaign_id=campaign_id, agent_id=agent_id), StartAnswer)

    async def pause(self, session_id: str) -> Outcome[SessionAnswer]:
        """Pauses a session."""
        return await self._ask(Pause(session_id=session_id), SessionAnswer)

    async def resume(self, session_id: str) -> Outcome[SessionAnswer]:
        """Resumes a paused session."""
        return await self._ask(Resume(session_id=session_id), SessionAnswer)

    async def stop(self, session_id: str) -> Outcome[SessionAnswer]:
        """Ends a session."""
        return await self._ask(Stop(session_id=session_id), SessionAnswer)

    async def next_contact(
        self, session_id: str, mode: DialingMode | None = None, lines: int | None = None
    ) -> Outcome[NextContactAnswer]:
        """Asks for the next contact, or for `lines` of them (1 to 10) when predictive."""
        request = NextContact(session_id=session_id, mode=mode, lines=lines)
        return await self._ask(request, NextContactAnswer)

    async def call_status(
        self,
        call_id: str,
        status: CallStatusName,
        duration: int | None = None,
        recording_url: str | None = None,
    ) -> Outcome[CallAnswer]:
        """Reports what became of a call; `duration` in seconds."""
        request = CallStatus(call_id=call_id, status=status, duration=duration, recording_url=recording_url)
        return await self._ask(request, CallAnswer)

    async def disposition(
        self,
        session_id: str,
        contact_id: str,
        disposition: str,
        *,
        call_id: str | None = None,
        notes: str | None = None,
        duration: int | None = None,
        recording_url: str | None = None,
        callback_at: datetime | None = None,
    ) -> Outcome[SessionAnswer]:
        """Reports how a contact was left; `duration` in seconds; `callback_at`, aware, for a `callback`."""
        request = Disposition(
            session_id=session_id,
            contact_id=contact_id,
            disposition=disposition,
            call_id=call_id,
            notes=notes,
            duration=duration,
            recording_url=recording_url,
            callback_at=callback_at,
        )
        return await self._ask(request, SessionAnswer)

    async def status(self, session_id: str | None = None) -> Outcome[StatusAnswer]:
        """Asks how every limit that touches the caller stands."""
        return await self._ask(Status(session_id=session_id), StatusAnswer)

    async def ask(self, request: DialerRequest, key: str | None = None) -> AnyOutcome:
        """Asks any request that is already a value, as the simulator's brains make them.

        `key` is the Idempotency-Key of a `KEYED` request, a new one if None; ask again with the same one when the
        answer was lost. Raises ValueError for a key that cannot be a header's value.
        """
        return await self._ask(request, _answer_type(request), key)

    async def _ask(self, request: DialerRequest, answer: type[T], key: str | None = None) -> Outcome[T]:
        body = msgspec.json.encode(request)
        headers = self._credentials
        if isinstance(request, KEYED):
            # One key for all tries of one intent: that is what makes trying again safe.
            headers += _header("Idempotency-Key", key or new_secret())
        outcome = await self._try(headers, body, answer)
        tries = 1
        while self._patience is not None:
            wait = wait_for(outcome, tries, self._patience.policy, self._patience.draw)
            if wait is None:
                break
            await self._patience.sleep(wait)
            outcome = await self._try(headers, body, answer)
            tries += 1
        return outcome

    async def _try(self, headers: bytes, body: bytes, answer: type[T]) -> Outcome[T]:
        try:
            raw = await self._pool.post(headers, body)
        except TimeoutError:
            return Unreachable(sentence=f"The engine at {self._pool.url} did not answer in time")
        except (LineBroken, OSError) as lost:
            return Unreachable(sentence=f"The engine at {self._pool.url} cannot be reached: {why_lost(lost)}")
        return _read(raw, answer)


def _read(raw: RawAnswer, answer: type[T]) -> Outcome[T]:
    if raw.status == 200:
        try:
            return Answered(answer=msgspec.json.decode(raw.content, type=answer))
        except (msgspec.DecodeError, UnicodeDecodeError) as odd:
            return Unreachable(sentence=f"What answered is no engine of this version: {odd}")
    body = read_error_body(raw.status, raw.content)
    if not isinstance(body.retry_after, int) and raw.retry_after is not None:
        # A proxy's 429 or 503 says so in the header only.
        body = msgspec.structs.replace(body, retry_after=raw.retry_after)
    return Limited(body=body) if raw.status == 429 else Refused(status=raw.status, body=body)


def read_answer(request: DialerRequest, status: int, content: bytes) -> AnyOutcome:
    """The outcome of a request that was answered in-process, without a pool in between."""
    return _read(RawAnswer(status=status, retry_after=None, content=content), _answer_type(request))


def _answer_type(request: DialerRequest) -> type[DialerAnswer]:
    match request:
        case Start():
            return StartAnswer
        case NextContact():
            return NextContactAnswer
        case CallStatus():
            return CallAnswer
        case Status():
            return StatusAnswer
        case Pause() | Resume() | Stop() | Disposition():
            return SessionAnswer


def _header(name: str, value: str) -> bytes:
    if not may_be_token(value):
        raise ValueError(f"the value of {name} must be printable ASCII")
    return f"{name}: {value}\r\n".encode("ascii")
