"""`/v1`: a tenant's own dispositions."""

from litestar import delete, get, put
from litestar.params import FromPath, JSONBody

from app.api.operator_context import ADMINS, READERS, AnyRequest, Wired
from app.controller.dispositions import dispositions_page, set_disposition
from app.wire.dispositions import DispositionsPage, SetDisposition


@get("/v1/dispositions")
async def dispositions(request: AnyRequest, services: Wired) -> DispositionsPage:
    """Every word that dialers may use, and what it means."""
    identity = services.allow(request, READERS)
    return dispositions_page(services.floor, identity.tenant_id)


@put("/v1/dispositions/{name:str}")
async def change_disposition(
    request: AnyRequest, services: Wired, name: FromPath[str], data: JSONBody[SetDisposition]
) -> DispositionsPage:
    """Set one of the tenant's own; dialers may use it at once."""
    identity = services.allow(request, ADMINS)
    return await services.decide(lambda change: set_disposition(change, identity, name, data, services.now()))


@delete("/v1/dispositions/{name:str}", status_code=200)
async def remove_disposition(request: AnyRequest, services: Wired, name: FromPath[str]) -> DispositionsPage:
    """Take one of the tenant's own away; what was said with it stays said."""
    identity = services.allow(request, ADMINS)
    return await services.decide(lambda change: set_disposition(change, identity, name, None, services.now()))


DISPOSITION_ROUTES = (dispositions, change_disposition, remove_disposition)
