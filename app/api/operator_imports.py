"""`/v1/imports`: a contact file is sent, looked through, and imported by a process beside the engine."""

from typing import Annotated

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody, QueryParameter
from litestar.response import File

from app.api.answers import problem
from app.api.operator_context import ADMINS, AnyRequest, Problem, Wired, missing, path_id
from app.controller.admin_services import Refusal
from app.controller.import_orders import FileTooLarge, ImportOrder
from app.wire.imports import CheckImport, ImportState, StartImport

MOST_BYTES = 200_000_000
"""About two million lines; a larger list is two files."""

FileName = Annotated[str, QueryParameter(name="file", min_length=1, max_length=200)]


@post("/v1/imports", status_code=201, request_max_body_size=MOST_BYTES + 1)
async def send_contacts(request: AnyRequest, services: Wired, file_name: FileName) -> ImportState:
    """Send a contact file as the body, as it is; it is looked through at once and nothing is written yet."""
    identity = services.allow(request, ADMINS)
    name = "".join(filter(str.isprintable, file_name.replace("\\", "/").rsplit("/", 1)[-1])) or "contacts.csv"
    try:
        return await services.admin.imports.take(identity.tenant_id, name, request.stream(), MOST_BYTES)
    except FileTooLarge as fault:
        sentence = f"{name} is larger than {MOST_BYTES // 1_000_000} MB; split it into several files"
        raise Problem(problem(413, "invalid_request", sentence, "file")) from fault


@get("/v1/imports/{import_id:str}")
async def import_state(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> ImportState:
    """How far an import is."""
    identity = services.allow(request, ADMINS)
    return _known(services.admin.imports.state(identity.tenant_id, path_id(import_id, "importId")))


@post("/v1/imports/{import_id:str}/check", status_code=200)
async def check_contacts(
    request: AnyRequest, services: Wired, import_id: FromPath[str], data: JSONBody[CheckImport]
) -> ImportState:
    """Look through the file again with other columns; nothing is written."""
    order = ImportOrder(kind="check", places=data.places, region=data.region)
    return await _ordered(request, services, import_id, order)


@post("/v1/imports/{import_id:str}/start", status_code=200)
async def start_import(
    request: AnyRequest, services: Wired, import_id: FromPath[str], data: JSONBody[StartImport]
) -> ImportState:
    """Import the file, in whole batches, beside the decisions."""
    identity = services.allow(request, ADMINS)
    tenant = services.floor.tenant(identity.tenant_id)
    campaign = (data.campaign or "").strip() or None
    if data.places.phone is None:
        raise Problem(problem(400, "invalid_request", "Say which column holds the phone number", "places.phone"))
    order = ImportOrder(
        kind="import",
        places=data.places,
        region=data.region,
        tenant=tenant.name if tenant is not None else "",
        campaign=campaign,
        by=identity.user,
    )
    return await _ordered(request, services, import_id, order)


@delete("/v1/imports/{import_id:str}", status_code=200)
async def cancel_import(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> ImportState:
    """Stop an import at a whole batch, and throw its file away; what was written stays, and is said."""
    identity = services.allow(request, ADMINS)
    return _known(await services.admin.imports.cancel(identity.tenant_id, path_id(import_id, "importId")))


@get("/v1/imports/{import_id:str}/rejected", media_type="text/csv")
async def rejected_lines(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> File:
    """The lines that were left out, with their numbers and why, to be mended and imported."""
    identity = services.allow(request, ADMINS)
    path = services.admin.imports.rejected(identity.tenant_id, path_id(import_id, "importId"))
    if path is None:
        raise missing("rejected line")
    return File(path, filename=path.name, media_type="text/csv")


async def _ordered(request: AnyRequest, services: Wired, import_id: str, order: ImportOrder) -> ImportState:
    identity = services.allow(request, ADMINS)
    try:
        return _known(await services.admin.imports.order(identity.tenant_id, path_id(import_id, "importId"), order))
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault


def _known(state: ImportState | None) -> ImportState:
    if state is None:
        raise missing("import")
    return state


IMPORT_ROUTES = (send_contacts, import_state, check_contacts, start_import, cancel_import, rejected_lines)
