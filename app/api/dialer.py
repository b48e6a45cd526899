"""The dialer path: `POST /functions/v1/power-dialer-controller`, over plain ASGI or without it (`app/api/direct.py`).

Token, API limits, body, intent, use case, commit, answer: in that order, and the answer leaves last.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.api.answers import Answer, Headers, Receive, Scope, Send, done, failed, problem, send_answer, unauthorized
from app.api.auth import Authenticator, Caller
from app.api.bodies import Action, Intent, decode, find_action, judge_body, read_body
from app.api.kept_answers import KeptAnswers, fingerprint_of, kept, key_of
from app.api.mistakes import mistake
from app.api.rate_headers import rate_headers
from app.api.timings import Timings
from app.controller.admission import admit_request
from app.controller.call_status import ReportCall, report_call
from app.controller.change import Change
from app.controller.disposition import Dispose, dispose
from app.controller.floor import Floor
from app.controller.move_session import MoveSession, move_session
from app.controller.next_contact import NextContact, next_contact
from app.controller.outcomes import Done, Outcome
from app.controller.start import Start, start
from app.controller.status import AskStatus, status
from app.engine.people import Identity, Role
from app.engine.ports import StoreUnavailable
from app.engine.value import Instant

PATH = "/functions/v1/power-dialer-controller"
CORS: Headers = [
    (b"access-control-allow-origin", b"*"),
    (
        b"access-control-expose-headers",
        b"retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, ratelimit, ratelimit-policy",
    ),
]
_PREFLIGHT: Headers = [
    (b"access-control-allow-methods", b"POST, OPTIONS"),
    (b"access-control-allow-headers", b"authorization, x-client-info, apikey, content-type, idempotency-key, x-region"),
    (b"access-control-max-age", b"86400"),
]


def cors(scope: Scope) -> Headers:
    """What a browser wants to see, and only browsers say where they come from."""
    return CORS if b"origin" in dict(scope["headers"]) else []


_UNAVAILABLE_RETRY_S = 2

_log = logging.getLogger("dialfloor.api")


class Request(NamedTuple):
    """One request that has come whole. Header names in lower case; `name` is the path's action, empty without one."""

    headers: Mapping[bytes, bytes]
    address: str
    name: str
    body: bytes


class Pending(NamedTuple):
    """Decided: what is answered once the change is written."""

    answer: Answer
    change: Change


class DialerPath:
    """The ASGI callable, and the same without ASGI for whoever has the request whole."""

    def __init__(self, floor: Floor, authenticator: Authenticator, timings: Timings) -> None:
        self._floor = floor
        self._authenticator = authenticator
        self._timings = timings
        self._kept = KeptAnswers(floor.ports.directory)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] == "OPTIONS":
            await send({"type": "http.response.start", "status": 204, "headers": [*CORS, *_PREFLIGHT]})
            await send({"type": "http.response.body", "body": b""})
            return
        started = self._timings.start()
        answer = await self._answer(scope, receive)
        if answer is not None:
            self._timings.stop(started, answer.status)
            await send_answer(send, answer, cors(scope))

    def answer_directly(self, request: Request, reply: Callable[[Answer], None]) -> None:
        """Decide now and call `reply` once what was decided is written, on this loop; before returning if nothing is.

        For requests without an `Idempotency-Key`: only those have to wait for others before they are decided.
        """
        started = self._timings.start()

        def end(answer: Answer) -> None:
            self._timings.stop(started, answer.status)
            reply(answer)

        try:
            decided = self._begin(request)
            written = None if isinstance(decided, Answer) else asyncio.ensure_future(decided.change.write())
        except Exception as fault:  # noqa: BLE001 -- as below
            end(_mistake(fault))
            return
        if isinstance(decided, Answer) or written is None:
            end(decided if isinstance(decided, Answer) else decided.answer)
            return
        written.add_done_callback(lambda future: end(_when_written(decided, future.exception())))

    def _begin(self, request: Request) -> Answer | Pending:
        identity = self._identify(request.headers, request.address)
        if isinstance(identity, Answer):
            return identity
        body = judge_body(request.headers, request.body)
        action = body if isinstance(body, Answer) else find_action(request.name, body)
        return self._decide(identity, action, body, None)

    async def _answer(self, scope: Scope, receive: Receive) -> Answer | None:
        if scope["method"] != "POST":
            return problem(405, "invalid_request", "Use POST", headers=[(b"allow", b"POST, OPTIONS")])
        try:
            return await self._guarded(scope, receive)
        except Exception as fault:  # noqa: BLE001 -- the wire must answer whatever went wrong, and say nothing of internals
            return _mistake(fault)

    async def _guarded(self, scope: Scope, receive: Receive) -> Answer | None:
        client = scope.get("client")
        headers = dict(scope["headers"])
        identity = self._identify(headers, client[0] if client else "")
        if isinstance(identity, Answer):
            return identity
        body = await read_body(headers, receive)
        if body is None:
            return None
        name = scope["path"][len(PATH) + 1 :]
        action = body if isinstance(body, Answer) else find_action(name, body)
        if isinstance(action, Action) and isinstance(body, bytes):
            key = key_of(headers) if action.is_kept else None
            if isinstance(key, str):
                return await self._once(identity, action, body, key)
            action = action if key is None else key
        return await _written(self._decide(identity, action, body, None))

    def _identify(self, headers: Mapping[bytes, bytes], address: str) -> Identity | Answer:
        caller = self._authenticator.identify(headers, address, self._floor.ports.clock.now())
        if not isinstance(caller, Caller):
            return unauthorized(caller.retry_after)
        if caller.identity.role is not Role.DIALER:
            sentence = f"A {caller.identity.role.value} may not dial; use a token of role dialer"
            return problem(403, "forbidden", sentence)
        return caller.identity

    async def _once(self, identity: Identity, action: Action, body: bytes, key: str) -> Answer:
        now = self._floor.ports.clock.now()
        first = await self._kept.claim(identity, key, fingerprint_of(action.name, body), now)
        if first is not None:
            return self._with_rates(first, identity, now)
        try:
            return await _written(self._decide(identity, action, body, key))
        finally:
            self._kept.release(identity, key)

    def _decide(
        self, identity: Identity, action: Action | Answer, body: bytes | Answer, key: str | None
    ) -> Answer | Pending:
        """Charge the request and decide; what is to be written is written before it is answered."""
        now = self._floor.ports.clock.now()
        change = Change(self._floor)
        refused = admit_request(change, identity, action.name if isinstance(action, Action) else "", now)
        if refused is not None:
            return self._with_rates(failed(refused, now), identity, now)
        try:
            answer = self._use_case(change, identity, action, body, now)
            if key is not None and answer.status == 200 and isinstance(action, Action) and isinstance(body, bytes):
                change.add(kept(identity, key, action.name, fingerprint_of(action.name, body), answer, now))
            return Pending(self._with_rates(answer, identity, now), change)
        except BaseException:
            change.undo()
            raise

    def _use_case(
        self, change: Change, identity: Identity, action: Action | Answer, body: bytes | Answer, now: Instant
    ) -> Answer:
        if isinstance(action, Answer):
            return action
        if isinstance(body, Answer):
            return body
        intent = decode(action, body)
        if isinstance(intent, Answer):
            return intent
        outcome = _run(change, identity, intent, now)
        return done(outcome.answer) if isinstance(outcome, Done) else failed(outcome, now)

    def _with_rates(self, answer: Answer, identity: Identity, now: Instant) -> Answer:
        rates = rate_headers(self._floor, identity, now, plain=answer.status != 429)
        return Answer(answer.status, answer.body, answer.headers + rates)


def _run(change: Change, identity: Identity, intent: Intent, now: Instant) -> Outcome[object]:
    match intent:
        case NextContact():
            return next_contact(change, identity, intent, now)
        case ReportCall():
            return report_call(change, identity, intent, now)
        case Dispose():
            return dispose(change, identity, intent, now)
        case Start():
            return start(change, identity, intent, now)
        case MoveSession():
            return move_session(change, identity, intent, now)
        case AskStatus():
            return status(change, identity, intent, now)


async def _written(decided: Answer | Pending) -> Answer:
    """The answer, once what was decided is written."""
    if isinstance(decided, Pending):
        await decided.change.commit()
        return decided.answer
    return decided


def _when_written(decided: Pending, fault: BaseException | None) -> Answer:
    if fault is not None:
        return _mistake(fault)
    decided.change.let_go()
    return decided.answer


def _mistake(fault: BaseException) -> Answer:
    """What is answered when a request could not be decided or written."""
    if isinstance(fault, StoreUnavailable):
        return unavailable(fault)
    return mistake(_log, "a request of the dialer path failed", fault, ". The call was not placed.")


def unavailable(fault: StoreUnavailable) -> Answer:
    """503: fail closed. The sentence says what stands in the way; nothing was charged."""
    retry = (b"retry-after", b"%d" % _UNAVAILABLE_RETRY_S)
    return problem(503, "unavailable", f"No call may be placed now: {fault}", headers=[retry])
