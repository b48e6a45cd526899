"""`/v1`: users and their tokens."""

import asyncio

import msgspec
from litestar import delete, get, patch, post
from litestar.params import FromPath, JSONBody

from app.api.answers import problem
from app.api.auth import OPERATOR
from app.api.operator_context import ADMINS, AnyRequest, Problem, Wired, missing, path_id
from app.controller.admin_services import Refusal, UserChange
from app.controller.services import NameTaken
from app.engine.people import Role
from app.engine.records import UserRecord
from app.wire.admin import AddUser, EditUser, TokenItem, TokensPage, UserItem, UsersPage
from app.wire.base import utc, utc_or_none
from app.wire.operator import CreateToken, TokenMade


@get("/v1/users")
async def users(request: AnyRequest, services: Wired) -> UsersPage:
    """The tenant's users."""
    identity = services.allow(request, ADMINS)
    found = await asyncio.to_thread(services.archive.users, identity.tenant_id)
    return UsersPage(users=[_user_item(user) for user in found])


@post("/v1/users", status_code=201)
async def add_user(request: AnyRequest, services: Wired, data: JSONBody[AddUser]) -> UserItem:
    """Make a user, who may do nothing until a token is made."""
    identity = services.allow(request, ADMINS)
    name = data.name.strip()
    try:
        made = await asyncio.to_thread(
            services.admin.users.add_user, identity.tenant_id, name, Role(data.role), identity.user, services.now()
        )
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
    return _user_item(made)


@patch("/v1/users/{user_id:str}")
async def edit_user(request: AnyRequest, services: Wired, user_id: FromPath[str], data: JSONBody[EditUser]) -> UserItem:
    """Give a user another role, at once for every token it has; or disable it, which revokes them all."""
    caller = services.caller(request)
    identity = services.allow(request, ADMINS)
    change = UserChange(
        role=None if data.role is msgspec.UNSET else Role(data.role),
        disabled=None if data.disabled is msgspec.UNSET else data.disabled,
        reason=data.reason,
        # The window over its own engine is an admin without being a user, so nobody is locked out of a local folder.
        keep_an_admin=not caller.is_operator,
    )
    found = path_id(user_id, "userId")
    # One edit at a time: of two the later one must also be the later one to reach the tokens that are in use.
    async with services.editing_users:
        try:
            user = await asyncio.to_thread(services.admin.users.change_user, identity, found, change, services.now())
        except Refusal as fault:
            raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
        if user is None:
            raise missing("user")
        services.authenticator.give_role(user.id, Role(user.role))
        if user.disabled_at is not None:
            services.authenticator.forget_user(user.id)
    return _user_item(user)


@get("/v1/tokens")
async def tokens(request: AnyRequest, services: Wired) -> TokensPage:
    """The tenant's tokens, without their secrets."""
    identity = services.allow(request, ADMINS)
    found = await asyncio.to_thread(services.archive.tokens, identity.tenant_id)
    return TokensPage(
        tokens=[
            TokenItem(
                id=token.id,
                user_id=token.user_id,
                user=token.user,
                role=Role(token.role).value,
                created_at=utc(token.created_at),
                revoked_at=utc_or_none(token.revoked_at),
                last_used_at=utc_or_none(token.last_used_at),
            )
            for token in found
        ]
    )


@post("/v1/tokens", status_code=201)
async def create_token(request: AnyRequest, services: Wired, data: JSONBody[CreateToken]) -> TokenMade:
    """Make a token for a user, who is made on first use. It is shown this once."""
    identity = services.allow(request, ADMINS)
    try:
        made = await asyncio.to_thread(
            services.people.make_token,
            identity.tenant_id,
            data.user.strip(),
            Role(data.role),
            identity.user or OPERATOR,
            services.now(),
        )
    except NameTaken as fault:
        raise Problem(problem(409, "conflict", str(fault), "user")) from fault
    return TokenMade(
        id=made.token_id, token=made.token, user_id=made.identity.user_id, user=made.identity.user, role=data.role
    )


@delete("/v1/tokens/{token_id:str}")
async def revoke_token(request: AnyRequest, services: Wired, token_id: FromPath[str]) -> None:
    """Revoke a token, at once."""
    identity = services.allow(request, ADMINS)
    revoked = await asyncio.to_thread(
        services.people.revoke_token, identity.tenant_id, token_id, identity.user, services.now()
    )
    if not revoked:
        raise missing("token in force")
    services.authenticator.forget(token_id)


def _user_item(user: UserRecord) -> UserItem:
    return UserItem(
        id=user.id,
        name=user.name,
        role=Role(user.role).value,
        created_at=utc(user.created_at),
        last_seen_at=utc_or_none(user.last_seen_at),
        disabled_at=utc_or_none(user.disabled_at),
        tokens=user.tokens,
    )


PEOPLE_ROUTES = (users, add_user, edit_user, tokens, create_token, revoke_token)
