"""`/v1/do-not-call/imports` and `/v1/do-not-call/file`: a tenant's own lists in and out as CSV."""

import asyncio
from collections.abc import AsyncIterator, Generator
from typing import Annotated

from litestar import delete, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.response import File, Stream

from app.api.answers import problem
from app.api.operator_context import OFFICERS, AnyRequest, Problem, Wired, missing, path_id
from app.compliance.area_codes import read_area_codes
from app.controller.admin_services import Refusal
from app.controller.import_orders import FileTooLarge, ImportOrder
from app.engine.suppression import ListKind
from app.reports.listed_file import listed_blocks
from app.wire.imports import CheckImport, ImportState, ListName
from app.wire.suppressions import ListImport

MOST_BYTES = 200_000_000
"""Some ten million lines; a larger list is two files."""

FileName = Annotated[str, QueryParameter(name="file", min_length=1, max_length=200)]


@post("/v1/do-not-call/imports", status_code=201, request_max_body_size=MOST_BYTES + 1)
async def send_numbers(request: AnyRequest, services: Wired, file_name: FileName) -> ImportState:
    """Send a CSV of numbers as the body, as it is; it is looked through at once and nothing is written yet."""
    identity = services.allow(request, OFFICERS)
    name = "".join(filter(str.isprintable, file_name.replace("\\", "/").rsplit("/", 1)[-1])) or "numbers.csv"
    try:
        return await services.admin.number_imports.take(identity.tenant_id, name, request.stream(), MOST_BYTES)
    except FileTooLarge as fault:
        sentence = f"{name} is larger than {MOST_BYTES // 1_000_000} MB; split it into several files"
        raise Problem(problem(413, "invalid_request", sentence, "file")) from fault


@get("/v1/do-not-call/imports/{import_id:str}")
async def numbers_state(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> ImportState:
    """How far an import is."""
    identity = services.allow(request, OFFICERS)
    return _known(services.admin.number_imports.state(identity.tenant_id, path_id(import_id, "importId")))


@post("/v1/do-not-call/imports/{import_id:str}/check", status_code=200)
async def check_numbers(
    request: AnyRequest, services: Wired, import_id: FromPath[str], data: JSONBody[CheckImport]
) -> ImportState:
    """Look through the file again with other columns; nothing is written."""
    order = ImportOrder(kind="check", places=data.places, region=data.region)
    return await _ordered(request, services, import_id, order)


@post("/v1/do-not-call/imports/{import_id:str}/start", status_code=200)
async def start_numbers(
    request: AnyRequest, services: Wired, import_id: FromPath[str], data: JSONBody[ListImport]
) -> ImportState:
    """Put the numbers on a list, in whole batches, beside the decisions."""
    identity = services.allow(request, OFFICERS)
    tenant = services.floor.tenant(identity.tenant_id)
    if data.places.phone is None:
        raise Problem(problem(400, "invalid_request", "Say which column holds the phone number", "places.phone"))
    order = ImportOrder(
        kind="list",
        places=data.places,
        region=data.region,
        tenant=tenant.name if tenant is not None else "",
        onto=data.kind,
        reason=data.reason or "",
        by=identity.user,
    )
    return await _ordered(request, services, import_id, order)


@delete("/v1/do-not-call/imports/{import_id:str}", status_code=200)
async def cancel_numbers(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> ImportState:
    """Stop an import at a whole batch, and throw its file away; what was listed stays, and is said."""
    identity = services.allow(request, OFFICERS)
    return _known(await services.admin.number_imports.cancel(identity.tenant_id, path_id(import_id, "importId")))


@get("/v1/do-not-call/imports/{import_id:str}/rejected", media_type="text/csv")
async def rejected_numbers(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> File:
    """The lines that were left out, with their numbers and why, to be mended and imported."""
    identity = services.allow(request, OFFICERS)
    path = services.admin.number_imports.rejected(identity.tenant_id, path_id(import_id, "importId"))
    if path is None:
        raise missing("rejected line")
    return File(path, filename=path.name, media_type="text/csv")


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


async def _ordered(request: AnyRequest, services: Wired, import_id: str, order: ImportOrder) -> ImportState:
    identity = services.allow(request, OFFICERS)
    imports = services.admin.number_imports
    try:
        return _known(await imports.order(identity.tenant_id, path_id(import_id, "importId"), order))
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault


def _known(state: ImportState | None) -> ImportState:
    if state is None:
        raise missing("import")
    return state


LIST_FILE_ROUTES = (
    send_numbers,
    numbers_state,
    check_numbers,
    start_numbers,
    cancel_numbers,
    rejected_numbers,
    listed_file,
)
