"""`/v1/do-not-call`: the tenant's own lists, and one number looked up."""

import asyncio
from typing import Annotated

from litestar import delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from app.api.answers import problem
from app.api.operator_context import OFFICERS, READERS, AnyRequest, Problem, Wired
from app.controller.import_contacts import normalise_phone, why_no_phone
from app.controller.list_number import list_number, listed_item, unlist_number
from app.controller.national_item import national_item
from app.engine.suppression import ListKind
from app.wire.suppressions import ListedItem, ListedPage, ListName, ListNumber, NumberLookUp

Size = Annotated[int, QueryParameter(name="limit", ge=1, le=500)]
Why = Annotated[str, QueryParameter(name="reason", min_length=3, max_length=500)]


@get("/v1/do-not-call")
async def listed_numbers(
    request: AnyRequest,
    services: Wired,
    kind: FromQuery[ListName | None] = None,
    cursor: FromQuery[str | None] = None,
    size: Size = 100,
) -> ListedPage:
    """Numbers on the tenant's lists, newest first."""
    identity = services.allow(request, OFFICERS)
    if cursor is not None and not (cursor.isdecimal() and len(cursor) <= 18):
        raise Problem(problem(400, "invalid_request", "cursor is not one that a page of this list gave", "cursor"))
    wanted = None if kind is None else ListKind(kind)
    before = None if cursor is None else int(cursor)
    found = await asyncio.to_thread(services.admin.lists.listed, identity.tenant_id, wanted, before, size)
    return ListedPage(
        numbers=[listed_item(entry) for _, entry in found],
        total=services.floor.suppressions.count(identity.tenant_id),
        next_cursor=str(found[-1][0]) if len(found) == size else None,
    )


@post("/v1/do-not-call", status_code=200)
async def add_number(request: AnyRequest, services: Wired, data: JSONBody[ListNumber]) -> ListedItem:
    """Put a number on a list: no campaign of the tenant's calls it any more, from the next decision on."""
    identity = services.allow(request, READERS)
    return await services.decide(lambda change: list_number(change, identity, data, services.now()))


@delete("/v1/do-not-call/{kind:str}/{phone:str}", status_code=200)
async def remove_number(
    request: AnyRequest, services: Wired, kind: FromPath[str], phone: FromPath[str], reason: Why
) -> ListedItem:
    """Take a number off a list, with a reason; what was asked and when stays in its past."""
    identity = services.allow(request, OFFICERS)
    if kind not in {name.value for name in ListKind}:
        raise Problem(problem(400, "invalid_request", "kind must be internal, wrong_number or litigator", "kind"))
    return await services.decide(
        lambda change: unlist_number(change, identity, phone, ListKind(kind), reason, services.now())
    )


@get("/v1/do-not-call/numbers/{phone:str}")
async def look_up(request: AnyRequest, services: Wired, phone: FromPath[str]) -> NumberLookUp:
    """One number: the lists it is on, its past, and what the national list says of it."""
    identity = services.allow(request, READERS)
    number = normalise_phone(phone, "US")
    if number is None:
        raise Problem(problem(400, "invalid_request", f"phone: {why_no_phone(phone)}", "phone"))
    lists = services.admin.lists
    steps = await asyncio.to_thread(lists.steps, identity.tenant_id, number)
    now = services.now()
    on_national = await asyncio.to_thread(lists.on_national, number, now)
    in_force = await asyncio.to_thread(lists.national)
    return NumberLookUp(
        phone=number,
        lists=[kind.value for kind in services.floor.suppressions.kinds(identity.tenant_id, number)],
        steps=[listed_item(step) for step in steps],
        on_national=on_national,
        national=None if in_force is None else national_item(in_force, now),
    )


SUPPRESSION_ROUTES = (listed_numbers, add_number, remove_number, look_up)
