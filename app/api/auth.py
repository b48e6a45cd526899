"""Who asks: a token names one user of one tenant with one role. Failed tries are held per address."""

import hmac
from collections.abc import Callable, Mapping

import msgspec

from app.api.failed_tries import FailedTries
from app.controller.floor import Floor
from app.engine.people import Identity, Role
from app.engine.ports import Directory
from app.engine.value import Id, Instant, Value
from app.ids import new_secret, parse_id

_MARK = "dlf"
OPERATOR_ID: Id = "00000000-0000-0000-0000-000000000000"
OPERATOR = "local operator"

Headers = Mapping[bytes, bytes]


class Caller(Value, frozen=True, kw_only=True):
    """Who asks. `is_operator` is the window over its own engine, which may act for any tenant of the folder."""

    identity: Identity
    is_operator: bool = False
    token_id: str | None = None


class Unknown(Value, frozen=True, kw_only=True):
    """Nobody we know. `retry_after` is set once the address has failed too often."""

    retry_after: int | None = None


def compose_token(token_id: str, secret: str) -> str:
    """What a user is shown, this once: the public id and the secret in one word."""
    return f"{_MARK}_{token_id}_{secret}"


def split_token(token: str) -> tuple[str, str] | None:
    """The public id and the secret of a token, None if it is none of ours."""
    parts = token.split("_", 2)
    if len(parts) != 3 or parts[0] != _MARK:
        return None
    return parts[1], parts[2]


class Authenticator:
    """Checks credentials in constant time against hashes.

    A wrong secret, a token that never was, a revoked one and a disabled user's get the same answer for the same work:
    one hash of what was said, two comparisons of hashes, one look into the directory. What they cost is told by
    `python -m tests.bench.token_timing`.
    """

    def __init__(
        self, floor: Floor, directory: Directory, hash_secret: Callable[[str], bytes], operator_secret: str | None
    ) -> None:
        self._floor = floor
        self._directory = directory
        self._hash_secret = hash_secret
        self._operator_hash = hash_secret(operator_secret) if operator_secret else None
        self._known: dict[str, tuple[Caller, bytes]] = {}
        # Of no token: what an unknown one is compared with, so that it costs what a wrong secret does.
        self._nobodys = hash_secret(new_secret())
        self._failures = FailedTries()
        self._used: dict[str, Instant] = {}

    def identify(self, headers: Headers, address: str, now: Instant) -> Caller | Unknown:
        """Whom the headers of a request name. Raises `StoreUnavailable` if an unseen token cannot be looked up."""
        bearer = headers.get(b"authorization")
        token = _bearer(bearer) if bearer is not None else None
        if token is None and (api_key := headers.get(b"apikey")) is not None:
            token = api_key.decode("latin-1")
        named = headers.get(b"x-dialfloor-tenant")
        tenant_id = parse_id(named.decode("latin-1")) if named is not None else None
        return self.identify_token(token, tenant_id, address, now)

    def identify_token(self, token: str | None, tenant_id: Id | None, address: str, now: Instant) -> Caller | Unknown:
        """Whom a token names; `tenant_id` is for the local operator, who has none of its own."""
        if token is not None:
            caller = self._of_token(token, address, now) or self._operator(token, tenant_id)
            if caller is not None:
                return caller
        return Unknown(retry_after=self._failures.count(address, now))

    def forget(self, token_id: str) -> None:
        """A token was revoked: it is unknown from now on."""
        self._known.pop(token_id, None)

    def forget_user(self, user_id: Id) -> None:
        """All tokens of a user were revoked."""
        for token_id in [id_ for id_, (caller, _) in self._known.items() if caller.identity.user_id == user_id]:
            self.forget(token_id)

    def give_role(self, user_id: Id, role: Role) -> None:
        """A user has another role: it holds for every token of the user from the next request on."""
        for token_id, (caller, secret_hash) in list(self._known.items()):
            if caller.identity.user_id == user_id:
                identity = msgspec.structs.replace(caller.identity, role=role)
                self._known[token_id] = (msgspec.structs.replace(caller, identity=identity), secret_hash)

    def take_uses(self) -> dict[str, Instant]:
        """When tokens were used since this was last asked."""
        used, self._used = self._used, {}
        return used

    def has_other_role(self, caller: Caller) -> bool:
        """True if the user that a caller came as has been given another role since."""
        known = self._known.get(caller.token_id or "")
        return known is not None and known[0].identity.role is not caller.identity.role

    def is_revoked(self, caller: Caller) -> bool:
        """True if the token that a caller came with has been revoked since."""
        return caller.token_id is not None and caller.token_id not in self._known

    def _of_token(self, token: str, address: str, now: Instant) -> Caller | None:
        parts = split_token(token)
        if parts is None:
            return None
        token_id, said = parts[0], self._hash_secret(parts[1])
        known = self._known.get(token_id)
        is_right = hmac.compare_digest(said, known[1] if known is not None else self._nobodys)
        found = known if known is not None and is_right else self._looked_up(token_id, said, address, now)
        if found is None:
            return None
        if token_id not in self._known:
            self._floor.tenant(found[0].identity.tenant_id)
            self._known[token_id] = found
        self._used[token_id] = now
        return found[0]

    def _looked_up(self, token_id: str, said: bytes, address: str, now: Instant) -> tuple[Caller, bytes] | None:
        if self._failures.is_held(address, now):
            return None
        stored = self._directory.identity(token_id)
        is_right = hmac.compare_digest(said, stored[1] if stored is not None else self._nobodys)
        return (Caller(identity=stored[0], token_id=token_id), stored[1]) if stored is not None and is_right else None

    def _operator(self, token: str, tenant_id: Id | None) -> Caller | None:
        if self._operator_hash is None or not hmac.compare_digest(self._hash_secret(token), self._operator_hash):
            return None
        identity = Identity(tenant_id=tenant_id or "", user_id=OPERATOR_ID, user=OPERATOR, role=Role.ADMIN)
        return Caller(identity=identity, is_operator=True)


def _bearer(value: bytes) -> str | None:
    scheme, _, token = value.decode("latin-1").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None
