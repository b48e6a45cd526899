"""Bodies of the admin's routes of `/v1`: users and their tokens, campaigns."""

from datetime import datetime

import msgspec

from app.wire.base import Body
from app.wire.operator import Name, Reason, Role


class UserItem(Body, frozen=True, kw_only=True):
    """A user of the tenant. `tokens` are in force; `last_seen_at` is the last use of any, to the minute.

    A disabled user stays, because the log names it; none of its tokens is in force.
    """

    id: str
    name: str
    role: Role
    created_at: datetime
    last_seen_at: datetime | None = None
    disabled_at: datetime | None = None
    tokens: int = 0


class UsersPage(Body, frozen=True, kw_only=True):
    """All users of the tenant, by name."""

    users: list[UserItem]


class AddUser(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Make a user, who may do nothing until a token is made."""

    name: Name
    role: Role


class EditUser(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another role, which holds at once for every token of the user; or disable it, which revokes them all.

    What is left out stays.
    """

    reason: Reason
    role: Role | msgspec.UnsetType = msgspec.UNSET
    disabled: bool | msgspec.UnsetType = msgspec.UNSET


class TokenItem(Body, frozen=True, kw_only=True):
    """A token, without its secret. `last_used_at` is to the minute."""

    id: str
    user_id: str
    user: str
    role: Role
    created_at: datetime
    revoked_at: datetime | None = None
    last_used_at: datetime | None = None


class TokensPage(Body, frozen=True, kw_only=True):
    """All tokens of the tenant, newest first."""

    tokens: list[TokenItem]


class NameCampaign(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Make a campaign of this name, or give one this name."""

    name: Name
