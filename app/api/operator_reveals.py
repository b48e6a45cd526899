"""`/v1/reveals`: numbers are masked in every answer; one at a time is shown whole, and that is recorded."""

import asyncio

from litestar import post
from litestar.params import JSONBody

from app.api.operator_context import READERS, AnyRequest, Wired
from app.controller.reveal import reveal
from app.wire.reveals import RevealedNumber, RevealNumber


@post("/v1/reveals", status_code=200)
async def reveal_number(request: AnyRequest, services: Wired, data: JSONBody[RevealNumber]) -> RevealedNumber:
    """The whole number of one row."""
    identity = services.allow(request, READERS)
    phone = await asyncio.to_thread(services.archive.log.number_of, data.kind, identity.tenant_id, data.id)
    return await services.decide(lambda change: reveal(change, identity, data, phone, services.now()))


REVEAL_ROUTES = (reveal_number,)
