"""`/v1/imports`: a contact file is sent, looked through, and imported by a process beside the engine."""

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody
from litestar.response import File

from app.api.operator_context import ADMINS, AnyRequest, Wired
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
from app.controller.import_orders import ImportOrder
from app.wire.imports import CheckImport, ImportState, StartImport


@post("/v1/imports", status_code=201, request_max_body_size=MOST_BYTES + 1)
async def send_contacts(request: AnyRequest, services: Wired, file_name: FileName) -> ImportState:
    """Send a contact file as the body, as it is; it is looked through at once and nothing is written yet."""
    identity = services.allow(request, ADMINS)
    name = plain_name(file_name) or "contacts.csv"
    return await taken(services.admin.imports, identity, request, name)


@get("/v1/imports/{import_id:str}")
async def import_state(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> ImportState:
    """How far an import is."""
    identity = services.allow(request, ADMINS)
    return state_of(services.admin.imports, identity, import_id)


@post("/v1/imports/{import_id:str}/check", status_code=200)
async def check_contacts(
    request: AnyRequest, services: Wired, import_id: FromPath[str], data: JSONBody[CheckImport]
) -> ImportState:
    """Look through the file again with other columns; nothing is written."""
    identity = services.allow(request, ADMINS)
    order = ImportOrder(kind="check", places=data.places, region=data.region)
    return await ordered(services.admin.imports, identity, import_id, order)


@post("/v1/imports/{import_id:str}/start", status_code=200)
async def start_import(
    request: AnyRequest, services: Wired, import_id: FromPath[str], data: JSONBody[StartImport]
) -> ImportState:
    """Import the file, in whole batches, beside the decisions."""
    identity = services.allow(request, ADMINS)
    tenant = services.floor.tenant(identity.tenant_id)
    campaign = (data.campaign or "").strip() or None
    need_phone(data.places)
    order = ImportOrder(
        kind="import",
        places=data.places,
        region=data.region,
        tenant=tenant.name if tenant is not None else "",
        campaign=campaign,
        by=identity.user,
    )
    return await ordered(services.admin.imports, identity, import_id, order)


@delete("/v1/imports/{import_id:str}", status_code=200)
async def cancel_import(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> ImportState:
    """Stop an import at a whole batch, and throw its file away; what was written stays, and is said."""
    identity = services.allow(request, ADMINS)
    return await cancelled(services.admin.imports, identity, import_id)


@get("/v1/imports/{import_id:str}/rejected", media_type="text/csv")
async def rejected_lines(request: AnyRequest, services: Wired, import_id: FromPath[str]) -> File:
    """The lines that were left out, with their numbers and why, to be mended and imported."""
    identity = services.allow(request, ADMINS)
    return rejected_file(services.admin.imports, identity, import_id)


IMPORT_ROUTES = (send_contacts, import_state, check_contacts, start_import, cancel_import, rejected_lines)
