"""Tenants, users and tokens over the folder's database, each call one short transaction."""

import threading
from pathlib import Path

from app.api.auth import compose_token
from app.controller.services import NameTaken, NewToken
from app.engine.people import Role, Tenant
from app.engine.value import Id, Instant
from app.ids import new_id, new_secret, new_token_id
from db.open import connect
from db.people_store import (
    UserExists,
    add_token,
    ensure_tenant,
    ensure_user,
    find_tenant,
    revoke_token,
    writing,
)


class FolderPeople:
    """`People` of one folder; works beside a running engine too. Callable from any thread."""

    def __init__(self, database: Path) -> None:
        self._connection = connect(database, seldom=True)
        self._lock = threading.Lock()

    def make_tenant(self, name: str, now: Instant, by: str = "") -> Tenant:
        """The tenant of this name, made if there is none; `by` is who the trail says made it."""
        with self._lock, writing(self._connection):
            return ensure_tenant(self._connection, name, now, new_id, by)

    def make_token(self, tenant_id: Id, user: str, role: Role, by: str, now: Instant) -> NewToken:
        """A token of a user, who is made on first use. Raises `NameTaken`."""
        token_id, secret = new_token_id(), new_secret()
        with self._lock, writing(self._connection):
            tenant = find_tenant(self._connection, tenant_id)
            if tenant is None:
                message = "there is no such tenant"
                raise NameTaken(message)
            try:
                identity = ensure_user(self._connection, tenant, user, role, now, new_id)
            except UserExists as fault:
                raise NameTaken(str(fault)) from fault
            add_token(self._connection, identity, token_id, secret, by, now)
        return NewToken(token_id, compose_token(token_id, secret), identity)

    def revoke_token(self, tenant_id: Id, token_id: str, by: str, now: Instant) -> bool:
        """Revoke a token."""
        with self._lock, writing(self._connection):
            return revoke_token(self._connection, tenant_id, token_id, by, now)

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()
