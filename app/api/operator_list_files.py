"""`/v1/do-not-call/imports` and `/v1/do-not-call/file`: a tenant's own lists in and out as CSV."""

import asyncio
from collections.abc import AsyncIterator, Generator

from litestar import delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.response import File, Stream

from app.api.operator_context import OFFICERS, AnyRequest, Wired
from app.api.sent_files import (
    MOST_BYTES,
    FileName,
    cancelled,
    need_phone,
    ordered,
    plain_name,
    rejected_file,
    state_of,
    taken,
)
from app.compliance.area_codes import read_area_codes
from app.controller.import_orders import ImportOrder
from app.engine.suppression import ListKind
from app.reports.listed_file import listed_blocks
from app.wire.imports import CheckImport, ImportState, ListName
from app.wire.suppressions import ListImport


@post("/v1/do-not-call/imports", status_code=201, request_max_body_size=MOST_BYTES + 1)
async def send_numbers(request: AnyRequest, services: Wired, file_name: FileName) -> ImportState:
    """Send a CSV of numbers as the body, as it is; it is looked through at once and nothing is written yet."""
    identity = services.allow(request, OFFICERS)
    name = plain_name(file_name) or "numbers.csv"
    return await taken(services.admin.number_imports, identity, request, name)


@get("/v1/do-not-call/imports/{import_id:str}")
async def numbers_state(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> ImportState:
    """How far an import is."""
    identity = services.allow(request, OFFICERS)
    return state_of(services.admin.number_imports, identity, import_id)


@post("/v1/do-not-call/imports/{import_id:str}/check", status_code=200)
async def check_numbers(
    request: AnyRequest, services: Wired, import_id: FromPath[str], data: JSONBody[CheckImport]
) -> ImportState:
    """Look through the file again with other columns; nothing is written."""
    identity = services.allow(request, OFFICERS)
    order = ImportOrder(kind="check", places=data.places, region=data.region)
    return await ordered(services.admin.number_imports, identity, import_id, order)


@post("/v1/do-not-call/imports/{import_id:str}/start", status_code=200)
async def start_numbers(
    request: AnyRequest, services: Wired, import_id: FromPath[str], data: JSONBody[ListImport]
) -> ImportState:
    """Put the numbers on a list, in whole batches, beside the decisions."""
    identity = services.allow(request, OFFICERS)
    tenant = services.floor.tenant(identity.tenant_id)
    need_phone(data.places)
    order = ImportOrder(
        kind="list",
        places=data.places,
        region=data.region,
        tenant=tenant.name if tenant is not None else "",
        onto=data.kind,
        reason=data.reason or "",
        by=identity.user,
    )
    return await ordered(services.admin.number_imports, identity, import_id, order)


@delete("/v1/do-not-call/imports/{import_id:str}", status_code=200)
async def cancel_numbers(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> ImportState:
    """Stop an import at a whole batch, and throw its file away; what was listed stays, and is said."""
    identity = services.allow(request, OFFICERS)
    return await cancelled(services.admin.number_imports, identity, import_id)


@get("/v1/do-not-call/imports/{import_id:str}/rejected", media_type="text/csv")
async def rejected_numbers(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> File:
    """The lines that were left out, with their numbers and why, to be mended and imported."""
    identity = services.allow(request, OFFICERS)
    return rejected_file(services.admin.number_imports, identity, import_id)


@get("/v1/do-not-call/file", media_type="text/csv")
async def listed_file(request: AnyRequest, services: Wired, kind: FromQuery[ListName | None] = None) -> Stream:
    """Every listed number, whole and not masked, of one list if it is named; who took it is in the audit trail."""
    identity = services.allow(request, OFFICERS)
    wanted = None if kind is None else ListKind(kind)
    await services.record(identity, "dnc.export", kind or "every list", {"list": kind})
    codes = await asyncio.to_thread(read_area_codes)
    entries = services.admin.lists.all_listed(identity.tenant_id, wanted)
    headers = {"content-disposition": f'attachment; filename="do-not-call-{kind or "all"}.csv"'}
    return Stream(_beside_the_loop(listed_blocks(entries, codes)), media_type="text/csv", headers=headers)


async def _beside_the_loop(blocks: Generator[bytes, None, None]) -> AsyncIterator[bytes]:
    """Blocks that take a thread to make, one at a time; whoever goes away in between ends them."""
    try:
        while (block := await asyncio.to_thread(next, blocks, None)) is not None:
            yield block
    finally:
        blocks.close()


LIST_FILE_ROUTES = (
    send_numbers,
    numbers_state,
    check_numbers,
    start_numbers,
    cancel_numbers,
    rejected_numbers,
    listed_file,
)
