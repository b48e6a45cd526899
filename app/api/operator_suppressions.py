"""`/v1/do-not-call`: the tenant's own lists, and one number looked up."""

import asyncio
from collections.abc import Sequence
from typing import Annotated

from litestar import delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from app.api.answers import problem
from app.api.operator_context import OFFICERS, READERS, AnyRequest, Problem, Services, Why, Wired, row_number
from app.controller.import_contacts import normalise_phone, why_no_phone
from app.controller.list_number import lift_entry, list_number, listed_item, unlist_number
from app.controller.national_item import national_item
from app.engine.suppression import ListedNumber, ListKind
from app.wire.base import WORDS
from app.wire.imports import ListName
from app.wire.suppressions import LiftNumber, ListCounts, ListedItem, ListedPage, ListNumber, NumberLookUp

Size = Annotated[int, QueryParameter(name="limit", ge=1, le=500)]
Agreed = Annotated[str | None, QueryParameter(name="consent", min_length=8, max_length=500, pattern=WORDS)]


@get("/v1/do-not-call")
async def listed_numbers(
    request: AnyRequest,
    services: Wired,
    kind: FromQuery[ListName | None] = None,
    cursor: FromQuery[str | None] = None,
    size: Size = 100,
) -> ListedPage:
    """Numbers on the tenant's lists, newest first."""
    identity = services.allow(request, READERS)
    if cursor is not None and not (cursor.isdecimal() and len(cursor) <= 18):
        raise Problem(problem(400, "invalid_request", "cursor is not one that a page of this list gave", "cursor"))
    wanted = None if kind is None else ListKind(kind)
    before = None if cursor is None else int(cursor)
    found = await asyncio.to_thread(services.admin.lists.listed, identity.tenant_id, wanted, before, size)
    counts = services.floor.suppressions.counts(identity.tenant_id)
    return ListedPage(
        numbers=_items(services, found),
        total=services.floor.suppressions.count(identity.tenant_id),
        counts=ListCounts(**{kind.value: count for kind, count in counts.items()}),
        next_cursor=str(found[-1][0]) if len(found) == size else None,
    )


@post("/v1/do-not-call", status_code=200)
async def add_number(request: AnyRequest, services: Wired, data: JSONBody[ListNumber]) -> ListedItem:
    """Put a number on a list: no campaign of the tenant's calls it any more, from the next decision on."""
    identity = services.allow(request, READERS)
    return await services.decide(lambda change: list_number(change, identity, data, services.now()))


@delete("/v1/do-not-call/{kind:str}/{phone:str}", status_code=200)
async def remove_number(
    request: AnyRequest, services: Wired, kind: FromPath[str], phone: FromPath[str], reason: Why, consent: Agreed = None
) -> ListedItem:
    """Take a number off a list, with a reason and by what consent; what was asked and when stays in its past."""
    identity = services.allow(request, OFFICERS)
    if kind not in {name.value for name in ListKind}:
        raise Problem(problem(400, "invalid_request", "kind must be internal, wrong_number or litigator", "kind"))
    return await services.decide(
        lambda change: unlist_number(
            change, identity, phone, ListKind(kind), LiftNumber(reason=reason, consent=consent), services.now()
        )
    )


@post("/v1/do-not-call/entries/{entry_id:int}/lift", status_code=200)
async def lift_number(
    request: AnyRequest, services: Wired, entry_id: FromPath[int], data: JSONBody[LiftNumber]
) -> ListedItem:
    """Take the number of an entry off its list: the same for who has seen only the masked number."""
    identity = services.allow(request, OFFICERS)
    known = row_number(entry_id)
    step = services.admin.lists.step
    entry = None if known is None else await asyncio.to_thread(step, identity.tenant_id, known)
    return await services.decide(lambda change: lift_entry(change, identity, entry, data, services.now()))


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
        steps=_items(services, steps),
        on_national=on_national,
        national=None if in_force is None else national_item(in_force, now),
    )


def _items(services: Services, found: Sequence[tuple[int, ListedNumber]]) -> list[ListedItem]:
    return [listed_item(entry, number, _campaign(services, entry)) for number, entry in found]


def _campaign(services: Services, entry: ListedNumber) -> str | None:
    if entry.campaign_id is None:
        return None
    campaign = services.floor.campaign(entry.tenant_id, entry.campaign_id)
    return None if campaign is None else campaign.name


SUPPRESSION_ROUTES = (listed_numbers, add_number, remove_number, lift_number, look_up)
