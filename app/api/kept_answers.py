"""`Idempotency-Key`: a repeated request gets the first answer and is charged once."""

import asyncio
import hashlib
from collections.abc import Mapping

from app.api.answers import Answer, problem
from app.engine.events import AnswerKept
from app.engine.people import Identity
from app.engine.ports import Directory
from app.engine.value import DAY, Id, Instant

_LONGEST_KEY = 255


class KeptAnswers:
    """Answers under way, by key, and those that the log has kept for a day."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._under_way: dict[tuple[Id, str], asyncio.Future[None]] = {}

    async def claim(self, identity: Identity, key: str, fingerprint: bytes, now: Instant) -> Answer | None:
        """The first answer to this key, once there is one; None makes the caller the first, who must `release`."""
        place = (identity.user_id, key)
        while (under_way := self._under_way.get(place)) is not None:
            await asyncio.shield(under_way)
        kept = self._directory.answer(identity.user_id, key)
        if kept is not None and now - kept.at < DAY:
            if kept.fingerprint != fingerprint:
                return problem(409, "conflict", "This Idempotency-Key was used for a different request; use a new one")
            return Answer(200, kept.answer, [(b"idempotency-replayed", b"true")])
        self._under_way[place] = asyncio.get_running_loop().create_future()
        return None

    def release(self, identity: Identity, key: str) -> None:
        """The first request has been answered, or has failed: whoever waits may look again."""
        self._under_way.pop((identity.user_id, key)).set_result(None)


def key_of(headers: Mapping[bytes, bytes]) -> str | Answer | None:
    """The request's key, None without one."""
    value = headers.get(b"idempotency-key")
    if value is None:
        return None
    if not 0 < len(value) <= _LONGEST_KEY:
        sentence = f"Idempotency-Key must have 1 to {_LONGEST_KEY} characters"
        return problem(400, "invalid_request", sentence, "Idempotency-Key")
    return value.decode("latin-1")


def fingerprint_of(action: str, body: bytes) -> bytes:
    """What tells one request from another under the same key."""
    return hashlib.sha256(action.encode() + b"\0" + body).digest()


def kept(identity: Identity, key: str, action: str, fingerprint: bytes, answer: Answer, now: Instant) -> AnswerKept:
    """The fact that the answer is kept."""
    return AnswerKept(
        user_id=identity.user_id, key=key, action=action, fingerprint=fingerprint, answer=answer.body, at=now
    )
