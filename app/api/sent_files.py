"""Files of numbers that are sent as a body: what contact files and lists of numbers have in common on the wire."""

from typing import Annotated

from litestar.params import QueryParameter
from litestar.response import File

from app.api.answers import problem
from app.api.operator_context import AnyRequest, Problem, missing, path_id
from app.controller.admin_services import Refusal
from app.controller.import_orders import FileTooLarge, ImportOrder, Imports
from app.engine.people import Identity
from app.wire.imports import ColumnPlaces, ImportState

MOST_BYTES = 200_000_000
"""About two million contacts or ten million numbers; a larger file is two."""

FileName = Annotated[str, QueryParameter(name="file", min_length=1, max_length=200)]


def plain_name(sent: str) -> str:
    """The last part of a path of either kind of system, of what can be printed; may be empty."""
    return "".join(filter(str.isprintable, sent.replace("\\", "/").rsplit("/", 1)[-1]))


async def taken(imports: Imports, identity: Identity, request: AnyRequest, name: str) -> ImportState:
    """Keep the body as a file of this name. Raises `Problem` 413."""
    try:
        return await imports.take(identity.tenant_id, name, request.stream(), MOST_BYTES)
    except FileTooLarge as fault:
        sentence = f"{name} is larger than {MOST_BYTES // 1_000_000} MB; split it into several files"
        raise Problem(problem(413, "invalid_request", sentence, "file")) from fault


async def ordered(imports: Imports, identity: Identity, import_id: str, order: ImportOrder) -> ImportState:
    """Look through a file again, or import it. Raises `Problem` 400, 404, or 409."""
    try:
        return _known(await imports.order(identity.tenant_id, path_id(import_id, "importId"), order))
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault


def state_of(imports: Imports, identity: Identity, import_id: str) -> ImportState:
    """How far one is. Raises `Problem` 400 or 404."""
    return _known(imports.state(identity.tenant_id, path_id(import_id, "importId")))


async def cancelled(imports: Imports, identity: Identity, import_id: str) -> ImportState:
    """Stop one and throw its file away. Raises `Problem` 400 or 404."""
    return _known(await imports.cancel(identity.tenant_id, path_id(import_id, "importId")))


def rejected_file(imports: Imports, identity: Identity, import_id: str) -> File:
    """The lines that were left out. Raises `Problem` 400 or 404."""
    path = imports.rejected(identity.tenant_id, path_id(import_id, "importId"))
    if path is None:
        raise missing("rejected line")
    return File(path, filename=path.name, media_type="text/csv")


def need_phone(places: ColumnPlaces) -> None:
    """Nothing can be imported without a number. Raises `Problem` 400."""
    if places.phone is None:
        raise Problem(problem(400, "invalid_request", "Say which column holds the phone number", "places.phone"))


def _known(state: ImportState | None) -> ImportState:
    """It, or `Problem` 404."""
    if state is None:
        raise missing("import")
    return state
