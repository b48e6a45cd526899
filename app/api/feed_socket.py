"""`WS /v1/feed`: credentials in the header or as the first message, never in the URL."""

import asyncio
from collections import Counter

import msgspec

from app.api.answers import Receive, Scope, Send
from app.api.auth import Authenticator, Caller, Unknown
from app.api.feed_hub import FeedHub, Listener
from app.engine.people import Role
from app.engine.ports import Directory, StoreUnavailable
from app.engine.value import Instant
from app.ids import parse_id

UNAUTHORIZED = 4401
FORBIDDEN = 4403
LAGGED = 4408
OTHER_ROLE = 4409
CROWDED = 4429
UNAVAILABLE = 4503
LISTENERS_A_TOKEN = 50
"""Windows that one token may have open: a supervisor has two or three, a wall of screens a dozen."""
LISTENERS = 2_000
"""Over all tokens: each costs a snapshot, a socket and up to four seconds of messages."""
_FIRST_MESSAGE_S = 5.0
_FIRST_MESSAGE_BYTES = 4_096


class _Hello(msgspec.Struct, frozen=True):
    token: str
    tenant: str | None = None


class FeedSocket:
    """The ASGI callable of the feed."""

    def __init__(self, hub: FeedHub, authenticator: Authenticator, directory: Directory) -> None:
        self._hub = hub
        self._authenticator = authenticator
        self._directory = directory
        self._listening: Counter[str] = Counter()

    async def serve(self, scope: Scope, receive: Receive, send: Send, now: Instant) -> None:
        """Serve one listener until it leaves, lags, or is told that it may not."""
        await receive()
        await send({"type": "websocket.accept"})
        caller: Caller | Unknown = Unknown()
        try:
            caller = await self._caller(scope, receive, now)
            code = self._refusal(caller)
        except StoreUnavailable:
            code = UNAVAILABLE
        if code is not None or not isinstance(caller, Caller):
            reason = "too many windows are open already" if code == CROWDED else ""
            await send({"type": "websocket.close", "code": code or UNAUTHORIZED, "reason": reason})
            return
        tenant_id = caller.identity.tenant_id
        token = caller.token_id or ""
        self._listening[token] += 1
        listener = self._hub.listen(tenant_id, now)
        try:
            await self._pump(caller, listener, receive, send)
        finally:
            self._hub.leave(tenant_id, listener)
            self._listening[token] -= 1
            # A token that has left must not stay for ever in what is counted.
            self._listening += Counter()

    async def _pump(self, caller: Caller, listener: Listener, receive: Receive, send: Send) -> None:
        gone = asyncio.create_task(_until_gone(receive))
        try:
            while not gone.done():
                message = asyncio.create_task(listener.messages.get())
                await asyncio.wait({gone, message}, return_when=asyncio.FIRST_COMPLETED)
                if not message.done():
                    message.cancel()
                    return
                text = message.result()
                if text is None:
                    await send({"type": "websocket.close", "code": LAGGED, "reason": "the listener lags; reload"})
                    return
                if self._authenticator.is_revoked(caller):
                    await send({"type": "websocket.close", "code": UNAUTHORIZED})
                    return
                if self._authenticator.has_other_role(caller):
                    # It may come again as what it now is: a dialer is told 4403 then.
                    await send({"type": "websocket.close", "code": OTHER_ROLE, "reason": "another role; come again"})
                    return
                await send({"type": "websocket.send", "text": text})
        finally:
            gone.cancel()

    async def _caller(self, scope: Scope, receive: Receive, now: Instant) -> Caller | Unknown:
        client = scope.get("client")
        address = client[0] if client else ""
        if any(name in (b"authorization", b"apikey") for name, _ in scope["headers"]):
            return self._authenticator.identify(dict(scope["headers"]), address, now)
        try:
            async with asyncio.timeout(_FIRST_MESSAGE_S):
                message = await receive()
        except TimeoutError:
            return Unknown()
        text = message.get("text") or ""
        if len(text) > _FIRST_MESSAGE_BYTES:
            return Unknown()
        try:
            hello = msgspec.json.decode(text, type=_Hello)
        except (msgspec.DecodeError, RecursionError):
            return Unknown()
        tenant_id = parse_id(hello.tenant) if hello.tenant is not None else None
        return self._authenticator.identify_token(hello.token, tenant_id, address, now)

    def _refusal(self, caller: Caller | Unknown) -> int | None:
        if isinstance(caller, Unknown):
            return UNAUTHORIZED
        if caller.identity.role is Role.DIALER:
            return FORBIDDEN
        tenant_id = caller.identity.tenant_id
        if caller.is_operator and (not tenant_id or self._directory.tenant(tenant_id) is None):
            return FORBIDDEN
        if self._listening[caller.token_id or ""] >= LISTENERS_A_TOKEN or self._listening.total() >= LISTENERS:
            return CROWDED
        return None


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "websocket.disconnect":
        continue
