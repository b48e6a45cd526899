"""A tenant's users as admins keep them: made, given another role, disabled, and when their tokens were last used."""

import sqlite3
from collections.abc import Callable, Mapping

from app.engine.events import DeedRecorded
from app.engine.people import Identity, Role
from app.engine.records import TokenRecord, UserRecord
from app.engine.value import Id, Instant
from db.audit_chain import append_deeds
from db.packing import pack, unpack
from db.people_store import UserExists

_USERS = (
    "SELECT u.id, u.name, u.role, u.created_at, max(t.last_used_at), u.disabled_at,"
    " count(t.id) FILTER (WHERE t.revoked_at IS NULL)"
    " FROM users u LEFT JOIN tokens t ON t.user_id = u.id WHERE u.tenant_id = ?"
)


class LastAdmin(ValueError):
    """The tenant would be left without an admin; the message says what to do."""


def users_of(connection: sqlite3.Connection, tenant_id: Id) -> list[UserRecord]:
    """A tenant's users by name."""
    rows = connection.execute(f"{_USERS} GROUP BY u.id ORDER BY u.name", (pack(tenant_id),))
    return [_user(row) for row in rows]


def find_user(connection: sqlite3.Connection, tenant_id: Id, user_id: Id) -> UserRecord | None:
    """One user of a tenant."""
    row = connection.execute(f"{_USERS} AND u.id = ? GROUP BY u.id", (pack(tenant_id), pack(user_id))).fetchone()
    return None if row is None else _user(row)


def tokens_of(connection: sqlite3.Connection, tenant_id: Id) -> list[TokenRecord]:
    """A tenant's tokens, newest first, without their secrets."""
    rows = connection.execute(
        "SELECT t.id, u.id, u.name, u.role, t.created_at, t.revoked_at, t.last_used_at"
        " FROM tokens t JOIN users u ON u.id = t.user_id WHERE u.tenant_id = ? ORDER BY t.created_at DESC",
        (pack(tenant_id),),
    )
    return [
        TokenRecord(
            id=row[0],
            user_id=unpack(row[1]),
            user=row[2],
            role=row[3],
            created_at=row[4],
            revoked_at=row[5],
            last_used_at=row[6],
        )
        for row in rows
    ]


def add_user(
    connection: sqlite3.Connection, identity: Identity, by: str, now: Instant, new_id: Callable[[Instant], Id]
) -> UserRecord:
    """Keep a new user of this tenant, name and role (its id is made here); inside the caller's transaction.

    Raises `UserExists` if the tenant has a user of this name.
    """
    known = connection.execute(
        "SELECT role FROM users WHERE tenant_id = ? AND name = ?", (pack(identity.tenant_id), identity.user)
    ).fetchone()
    if known is not None:
        message = f"There is a user {identity.user} already, with the role {known[0]}; choose another name"
        raise UserExists(message)
    made = UserRecord(id=new_id(now), name=identity.user, role=identity.role.value, created_at=now)
    connection.execute(
        "INSERT INTO users (id, tenant_id, name, role, created_at) VALUES (?, ?, ?, ?, ?)",
        (pack(made.id), pack(identity.tenant_id), made.name, made.role, now),
    )
    deed = DeedRecorded(
        tenant_id=identity.tenant_id,
        at=now,
        user=by,
        action="user.add",
        subject=made.name,
        before=None,
        after={"role": made.role},
        reason="",
    )
    append_deeds(connection, [deed])
    return made


def set_role(connection: sqlite3.Connection, user: UserRecord, role: Role, deed: DeedRecorded) -> None:
    """Give a user another role; inside the caller's transaction, `deed` says who, when and why."""
    connection.execute("UPDATE users SET role = ? WHERE id = ?", (role.value, pack(user.id)))
    append_deeds(connection, [deed])


def set_disabled(connection: sqlite3.Connection, user: UserRecord, at: Instant | None, deed: DeedRecorded) -> None:
    """Disable a user from `at` on, with every token it has, or enable it (None): revoked tokens stay revoked."""
    connection.execute("UPDATE users SET disabled_at = ? WHERE id = ?", (at, pack(user.id)))
    if at is not None:
        connection.execute(
            "UPDATE tokens SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL", (at, pack(user.id))
        )
    append_deeds(connection, [deed])


def require_other_admin(connection: sqlite3.Connection, tenant_id: Id, user: UserRecord) -> None:
    """Raises `LastAdmin` if no other user of the tenant is an admin that is not disabled."""
    others = connection.execute(
        "SELECT count(*) FROM users WHERE tenant_id = ? AND role = ? AND disabled_at IS NULL AND id <> ?",
        (pack(tenant_id), Role.ADMIN.value, pack(user.id)),
    ).fetchone()[0]
    if not others:
        message = f"{user.name} is the last admin of this tenant; make somebody else an admin first"
        raise LastAdmin(message)


def keep_uses(connection: sqlite3.Connection, uses: Mapping[str, Instant]) -> None:
    """Remember when tokens were last used; inside the caller's transaction."""
    for token_id, at in uses.items():
        connection.execute("UPDATE tokens SET last_used_at = ? WHERE id = ?", (at, token_id))


def _user(row: tuple[bytes, str, str, Instant, Instant | None, Instant | None, int]) -> UserRecord:
    return UserRecord(
        id=unpack(row[0]),
        name=row[1],
        role=row[2],
        created_at=row[3],
        last_seen_at=row[4],
        disabled_at=row[5],
        tokens=row[6],
    )
