"""Tenants, users and tokens: made on first use, by the engine or by a command beside a running engine."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.engine.events import DeedRecorded
from app.engine.people import Agent, Campaign, Identity, Role, Tenant
from app.engine.ports import StoreUnavailable
from app.engine.value import Id, Instant
from db.audit_chain import append_deeds
from db.faults import sentence_of
from db.packing import pack, pack_or_none, unpack
from db.people_rows import CAMPAIGN_SELECT, TENANT_SELECT, campaign_of, dispositions_json, tenant_of
from db.rebuild import AGENT_SELECT, agent_of

NewId = Callable[[Instant], Id]
_NOBODY = (bytes(16), bytes(16), "nobody", Role.DIALER.value, bytes(32))


class UserExists(ValueError):
    """The tenant has a user of this name with another role."""


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction that takes the write lock at once. Raises `StoreUnavailable` with a sentence."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    except sqlite3.Error as fault:
        raise StoreUnavailable(sentence_of(fault)) from fault


def hash_secret(secret: str) -> bytes:
    """SHA-256 of a token's secret. 256 random bits need no slow hash: there is nothing to guess from."""
    return hashlib.sha256(secret.encode()).digest()


def ensure_tenant(connection: sqlite3.Connection, name: str, now: Instant, new_id: NewId, by: str = "") -> Tenant:
    """The tenant of this name, made if there is none, with a record if `by` names who did; inside the transaction."""
    row = connection.execute(f"{TENANT_SELECT} WHERE name = ?", (name,)).fetchone()
    if row is not None:
        return tenant_of(row)
    tenant = Tenant(id=new_id(now), name=name, tier_id=None, time_zone="UTC")
    add_tenant(connection, tenant, now)
    if by:
        append_deeds(connection, [_deed(tenant.id, now, by, "tenant.create", name, None, {"name": name})])
    return tenant


def add_tenant(connection: sqlite3.Connection, tenant: Tenant, now: Instant) -> None:
    """Keep a new tenant; inside the caller's transaction."""
    connection.execute(
        "INSERT INTO tenants (id, name, tier_id, time_zone, dispositions, created_at) VALUES (?, ?, ?, ?, ?, ?)",
        (
            pack(tenant.id),
            tenant.name,
            pack_or_none(tenant.tier_id),
            tenant.time_zone,
            dispositions_json(tenant.dispositions),
            now,
        ),
    )


def ensure_user(
    connection: sqlite3.Connection, tenant: Tenant, name: str, role: Role, now: Instant, new_id: NewId
) -> Identity:
    """The user of this name, made if there is none; inside the caller's transaction. Raises `UserExists`."""
    row = connection.execute(
        "SELECT id, role, disabled_at FROM users WHERE tenant_id = ? AND name = ?", (pack(tenant.id), name)
    ).fetchone()
    if row is None:
        user_id = new_id(now)
        connection.execute(
            "INSERT INTO users (id, tenant_id, name, role, created_at) VALUES (?, ?, ?, ?, ?)",
            (pack(user_id), pack(tenant.id), name, role.value, now),
        )
        return Identity(tenant_id=tenant.id, user_id=user_id, user=name, role=role)
    if row[1] != role.value:
        message = f"{name} has the role {row[1]} in {tenant.name}, not {role.value}; choose another name"
        raise UserExists(message)
    if row[2] is not None:
        message = f"{name} is disabled in {tenant.name}; an admin enables the user first"
        raise UserExists(message)
    return Identity(tenant_id=tenant.id, user_id=unpack(row[0]), user=name, role=role)


def add_token(
    connection: sqlite3.Connection, identity: Identity, token_id: str, secret: str, by: str, now: Instant
) -> None:
    """Keep a token's hash, with a record of who made it; inside the caller's transaction."""
    connection.execute(
        "INSERT INTO tokens (id, user_id, secret_hash, created_at, revoked_at) VALUES (?, ?, ?, ?, NULL)",
        (token_id, pack(identity.user_id), hash_secret(secret), now),
    )
    made = {"user": identity.user, "role": identity.role.value}
    append_deeds(connection, [_deed(identity.tenant_id, now, by, "token.create", token_id, None, made)])


def revoke_token(connection: sqlite3.Connection, tenant_id: Id, token_id: str, by: str, now: Instant) -> bool:
    """Revoke a token of the tenant; False if there is none that is in force. Inside the caller's transaction."""
    row = connection.execute(
        "UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
        " AND user_id IN (SELECT id FROM users WHERE tenant_id = ?)"
        " RETURNING (SELECT name FROM users WHERE id = tokens.user_id)",
        (now, token_id, pack(tenant_id)),
    ).fetchone()
    if row is not None:
        append_deeds(connection, [_deed(tenant_id, now, by, "token.revoke", token_id, {"user": row[0]}, None)])
    return row is not None


def _deed(
    tenant_id: Id, now: Instant, by: str, action: str, subject: str, before: object, after: object
) -> DeedRecorded:
    return DeedRecorded(
        tenant_id=tenant_id, at=now, user=by, action=action, subject=subject, before=before, after=after, reason=""
    )


def find_identity(connection: sqlite3.Connection, token_id: str) -> tuple[Identity, bytes] | None:
    """Whom a token names and its secret's hash; None if unknown or revoked, for the work of one that is known."""
    row = connection.execute(
        "SELECT u.tenant_id, u.id, u.name, u.role, t.secret_hash FROM tokens t JOIN users u ON u.id = t.user_id"
        " WHERE t.id = ? AND t.revoked_at IS NULL AND u.disabled_at IS NULL",
        (token_id,),
    ).fetchone()
    # Built of nobody too: left out, its 3 microseconds would tell whoever guesses which ids there are.
    tenant_id, user_id, user, role, secret_hash = row if row is not None else _NOBODY
    identity = Identity(tenant_id=unpack(tenant_id), user_id=unpack(user_id), user=user, role=Role(role))
    return (identity, secret_hash) if row is not None else None


def find_tenant(connection: sqlite3.Connection, tenant_id: Id) -> Tenant | None:
    """One tenant."""
    row = connection.execute(f"{TENANT_SELECT} WHERE id = ?", (pack(tenant_id),)).fetchone()
    return None if row is None else tenant_of(row)


def all_tenants(connection: sqlite3.Connection) -> list[Tenant]:
    """Every tenant by name."""
    return [tenant_of(row) for row in connection.execute(f"{TENANT_SELECT} ORDER BY name")]


def find_agent(connection: sqlite3.Connection, tenant_id: Id, agent_id: Id) -> Agent | None:
    """One agent of a tenant."""
    row = connection.execute(
        f"{AGENT_SELECT} WHERE id = ? AND tenant_id = ?", (pack(agent_id), pack(tenant_id))
    ).fetchone()
    return None if row is None else agent_of(row)


def find_campaign(connection: sqlite3.Connection, tenant_id: Id, campaign_id: Id) -> Campaign | None:
    """One campaign of a tenant."""
    row = connection.execute(
        f"{CAMPAIGN_SELECT} WHERE c.id = ? AND c.tenant_id = ?", (pack(campaign_id), pack(tenant_id))
    ).fetchone()
    return None if row is None else campaign_of(row)
