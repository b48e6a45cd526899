"""`/v1/backups`: copies of the whole folder; for the folder's operator, or the admin of its only tenant."""

from pathlib import Path

from litestar import get, post
from litestar.params import FromPath, JSONBody
from litestar.response import File

from app.api.answers import problem
from app.api.operator_context import AnyRequest, Problem, Services, Wired, missing
from app.controller.admin_services import Refusal
from app.controller.backup_desk import RestoreOrder
from app.wire.backups import BackupsPage, RestoreBackup


@get("/v1/backups")
async def backups(request: AnyRequest, services: Wired) -> BackupsPage:
    """Every copy of the folder's database, and the work on one."""
    await services.allow_folder(request)
    return await services.admin.backups.page()


@post("/v1/backups", status_code=202)
async def back_up(request: AnyRequest, services: Wired) -> BackupsPage:
    """Make a copy now, beside the decisions; it is read through before it counts as one."""
    identity = await services.allow_folder(request)
    try:
        services.admin.backups.begin_backup()
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
    await services.record(identity, "backup.make", "the folder")
    return await services.admin.backups.page()


@post("/v1/backups/{name:str}/check", status_code=202)
async def check_backup(request: AnyRequest, services: Wired, name: FromPath[str]) -> BackupsPage:
    """Read a copy through, and count what restoring it would lose."""
    await services.allow_folder(request)
    _require(services, name)
    try:
        services.admin.backups.begin_check(name)
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
    return await services.admin.backups.page()


@post("/v1/backups/{name:str}/restore", status_code=202)
async def restore_backup(
    request: AnyRequest, services: Wired, name: FromPath[str], data: JSONBody[RestoreBackup]
) -> BackupsPage:
    """Put a copy in the database's place: the engine stops, and comes up on it at the same address."""
    identity = await services.allow_folder(request)
    _require(services, name)
    order = RestoreOrder(
        name=name,
        tenant_id=identity.tenant_id,
        by=identity.user,
        reason=data.reason,
        calls_lost=data.calls_lost,
    )
    try:
        services.admin.backups.begin_restore(order)
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault
    return await services.admin.backups.page()


@get("/v1/backups/{name:str}/file", media_type="application/vnd.sqlite3")
async def backup_file(request: AnyRequest, services: Wired, name: FromPath[str]) -> File:
    """A copy, to be kept elsewhere: all that the folder holds leaves the house, and the trail says so first."""
    identity = await services.allow_folder(request)
    path = _require(services, name)
    await services.record(identity, "backup.save", name)
    return File(path, filename=path.name, media_type="application/vnd.sqlite3")


def _require(services: Services, name: str) -> Path:
    path = services.admin.backups.file(name)
    if path is None:
        raise missing("copy")
    return path


BACKUP_ROUTES = (backups, back_up, check_backup, restore_backup, backup_file)
