"""`/v1/do-not-call/national`: the list in force and its past, files sent, an import started, watched, cancelled."""

import asyncio
from datetime import UTC, datetime, time
from pathlib import Path

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody

from app.api.answers import problem
from app.api.operator_context import OFFICERS, READERS, AnyRequest, Problem, Services, Wired, missing, path_id
from app.api.sent_files import FileName, plain_name
from app.controller.admin_services import Refusal
from app.controller.import_orders import FileTooLarge
from app.controller.national_desk import NationalFile, NationalOrder
from app.controller.national_item import national_item
from app.engine.people import Identity
from app.wire.base import instant_of
from app.wire.national import ChosenFile, NationalPage, NationalWork, SentFile, StartNational

MOST_BYTES = 4_000_000_000
"""The whole registry is 3.1 GB: 258 million lines of 12 bytes."""

SHOWN = 30
"""Versions that a page shows; the manifests of all of them stay in the folder."""

_ROOM = 1_000_000_000
"""Bytes that must be free beside a file: a version of every number in the country takes half of that."""


@get("/v1/do-not-call/national")
async def national(request: AnyRequest, services: Wired) -> NationalPage:
    """The national list in force, how old it is, the versions before it, and the import under way."""
    identity = services.allow(request, READERS)
    lists, now = services.admin.lists, services.now()
    current = await asyncio.to_thread(lists.national)
    versions = await asyncio.to_thread(lists.versions, SHOWN)
    in_force = "" if current is None else current.version
    may_import = identity.role in OFFICERS and await services.owns_folder(request)
    return NationalPage(
        national=None if current is None else national_item(current, now),
        versions=[national_item(one, now, is_current=one.version == in_force) for one in versions],
        work=services.admin.national.work(),
        may_import=may_import,
        may_name_paths=may_import and services.caller(request).is_operator,
    )


@post("/v1/do-not-call/national/files", status_code=201, request_max_body_size=MOST_BYTES + 1)
async def send_national_file(request: AnyRequest, services: Wired, file_name: FileName) -> SentFile:
    """Send one of the registry's files as the body, as it is: it waits for its import, and nothing reads it yet."""
    await services.allow_folder(request, OFFICERS)
    name = plain_name(file_name).strip(". ") or "list.txt"
    free = await asyncio.to_thread(services.admin.national.free_bytes)
    room = free - _ROOM
    length = request.headers.get("content-length", "")
    if room < (int(length) if length.isdecimal() else 0):
        raise Problem(problem(409, "conflict", f"{name}: {_too_full(free)}", "file"))
    try:
        return await services.admin.national.take(name, request.stream(), min(MOST_BYTES, room))
    except FileTooLarge as fault:
        sentence = f"{name} is larger than {min(MOST_BYTES, room) // 1_000_000} MB; take the files by area code"
        raise Problem(problem(413, "invalid_request", sentence, "file")) from fault
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault


@delete("/v1/do-not-call/national/files/{file_id:str}", status_code=204)
async def drop_national_file(request: AnyRequest, services: Wired, file_id: FromPath[str]) -> None:
    """Throw a file away that was sent."""
    await services.allow_folder(request, OFFICERS)
    if not await services.admin.national.throw_away(path_id(file_id, "fileId")):
        raise missing("file that waits")


@post("/v1/do-not-call/national/import", status_code=200)
async def start_national(request: AnyRequest, services: Wired, data: JSONBody[StartNational]) -> NationalWork:
    """Import files that were sent, or that lie on the engine's machine: all of them or none, beside the decisions."""
    identity = await services.allow_folder(request, OFFICERS)
    order = _order(services, identity, data, may_name_paths=services.caller(request).is_operator)
    try:
        work = await services.admin.national.start(order)
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
    await services.record(identity, "dnc.national.start", work.id, {"files": work.files, "account": order.account})
    return work


@delete("/v1/do-not-call/national/import", status_code=200)
async def cancel_national(request: AnyRequest, services: Wired) -> NationalWork:
    """Stop an import: nothing of it is used, and the list that was in force still is."""
    identity = await services.allow_folder(request, OFFICERS)
    before = services.admin.national.work()
    work = await services.admin.national.cancel()
    if work is None:
        raise missing("import of a national list")
    if before is not None and before.state == "running" and work.state == "cancelled":
        await services.record(identity, "dnc.national.cancel", work.id, {"files": work.files})
    return work


def _order(services: Services, identity: Identity, data: StartNational, *, may_name_paths: bool) -> NationalOrder:
    roles = {file.role for file in data.files}
    if "list" in roles and len(roles) > 1:
        sentence = "files: lists replace area codes, change lists move the list on; import one or the other"
        raise Problem(problem(400, "invalid_request", sentence, "files"))
    # The day's first instant: a list must not be believed longer than the law does.
    taken_at = instant_of(datetime.combine(data.taken_on, time(), UTC))
    if taken_at > services.now():
        sentence = "takenOn: the list cannot have been taken in the future"
        raise Problem(problem(400, "invalid_request", sentence, "takenOn"))
    return NationalOrder(
        files=tuple(_file(file, may_name_paths=may_name_paths) for file in data.files),
        taken_at=taken_at,
        account=data.account.strip(),
        tenant_id=identity.tenant_id,
        by=identity.user,
        is_whole=data.is_whole,
    )


def _file(file: ChosenFile, *, may_name_paths: bool) -> NationalFile:
    if (file.id is None) == (file.path is None):
        raise Problem(problem(400, "invalid_request", "files: name each by its id or by its path", "files"))
    if file.path is None:
        return NationalFile(role=file.role, id=path_id(file.id or "", "files"))
    if not may_name_paths:
        # A refused line is quoted: who may not log in to that machine must not read its files through us.
        sentence = "Only the window over its own engine may name paths; send the file instead"
        raise Problem(problem(403, "forbidden", sentence, "files"))
    path = Path(file.path)
    if not path.is_absolute():
        raise Problem(problem(400, "invalid_request", "files: a path begins at the root of the disk", "files"))
    return NationalFile(role=file.role, path=path)


def _too_full(free: int) -> str:
    return f"the engine's disk has {free / 1e9:.1f} GB free; make room for the file and {_ROOM / 1e9:.0f} GB more"


NATIONAL_ROUTES = (national, send_national_file, drop_national_file, start_national, cancel_national)
