"""`/v1/erasures`: one person's number out of the log, on request."""

import asyncio

from litestar import post
from litestar.params import JSONBody

from app.api.answers import failed
from app.api.operator_context import ADMINS, AnyRequest, Problem, Wired
from app.controller.erasures import number_of
from app.wire.erasures import EraseNumber, NumberErased


@post("/v1/erasures", status_code=201)
async def erase_number(request: AnyRequest, services: Wired, data: JSONBody[EraseNumber]) -> NumberErased:
    """Erase a number from the tenant's calls and contacts; the audit trail tells of it without the number."""
    identity = services.allow(request, ADMINS)
    phone = number_of(data)
    if not isinstance(phone, str):
        raise Problem(failed(phone, services.now()))
    erased = await asyncio.to_thread(
        services.admin.retention.erasures.erase, identity, phone, data.reason, services.now()
    )
    if not isinstance(erased, NumberErased):
        raise Problem(failed(erased, services.now()))
    return erased


ERASURE_ROUTES = (erase_number,)
