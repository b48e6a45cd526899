"""`/v1/exports` and `/v1/export-presets`: what is exported, what was, and what is exported by night."""

from collections.abc import Awaitable
from types import MappingProxyType
from typing import TypeVar

from litestar import delete, get, post, put
from litestar.params import FromPath, JSONBody
from litestar.response import File

from app.api.answers import problem
from app.api.operator_context import OFFICERS, READERS, AnyRequest, Problem, Wired, missing, path_id
from app.controller.admin_services import Refusal
from app.controller.export_desk import BadExport
from app.wire.exports import (
    ExportPresetItem,
    ExportPreview,
    ExportSchedule,
    ExportsPage,
    ExportState,
    ExportVerified,
    SaveExportPreset,
    StartExport,
)

T = TypeVar("T")
_MEDIA = MappingProxyType({".csv": "text/csv", ".zip": "application/zip"})


@get("/v1/exports")
async def exports(request: AnyRequest, services: Wired) -> ExportsPage:
    """The tenant's exports, newest first, and its saved ones."""
    return await services.exports.page(services.allow(request, READERS))


@post("/v1/exports", status_code=201)
async def start_export(request: AnyRequest, services: Wired, data: JSONBody[StartExport]) -> ExportState:
    """Start an export in a process of its own."""
    identity = services.allow(request, READERS)
    return await _sound(services.exports.exports.start(identity, data))


@post("/v1/exports/preview", status_code=200)
async def preview_export(request: AnyRequest, services: Wired, data: JSONBody[StartExport]) -> ExportPreview:
    """The first rows of what would be exported, its numbers masked."""
    identity = services.allow(request, READERS)
    return await _sound(services.exports.looks.preview(identity.tenant_id, data, services.now()))


@get("/v1/exports/{export_id:str}")
async def export_state(request: AnyRequest, services: Wired, export_id: FromPath[str]) -> ExportState:
    """How far an export is."""
    identity = services.allow(request, READERS)
    state = await services.exports.exports.state(identity.tenant_id, path_id(export_id, "exportId"))
    return _known(state, "export")


@delete("/v1/exports/{export_id:str}")
async def remove_export(request: AnyRequest, services: Wired, export_id: FromPath[str]) -> None:
    """Stop an export, and delete its file; that it was made stays in the trail."""
    identity = services.allow(request, READERS)
    if not await services.exports.exports.remove(identity, path_id(export_id, "exportId")):
        raise missing("export")


@get("/v1/exports/{export_id:str}/file", media_type="text/csv")
async def export_file(request: AnyRequest, services: Wired, export_id: FromPath[str]) -> File:
    """The finished file; that it was taken, and by whom, is in the trail before its first byte leaves."""
    identity = services.allow(request, READERS)
    found = path_id(export_id, "exportId")
    path = _known(await services.exports.exports.file(identity.tenant_id, found), "finished export")
    await services.record(identity, "export.save", path.name, {"export": found})
    return File(path, filename=path.name, media_type=_MEDIA[path.suffix])


@post("/v1/exports/{export_id:str}/verify", status_code=200)
async def verify_export(request: AnyRequest, services: Wired, export_id: FromPath[str]) -> ExportVerified:
    """Whether the finished file is still what was written."""
    identity = services.allow(request, READERS)
    verified = await services.exports.looks.verify(identity.tenant_id, path_id(export_id, "exportId"))
    return _known(verified, "finished export")


@post("/v1/export-presets", status_code=201)
async def save_preset(request: AnyRequest, services: Wired, data: JSONBody[SaveExportPreset]) -> ExportPresetItem:
    """Save an export under a name."""
    identity = services.allow(request, OFFICERS)
    return _known(await _sound(services.exports.presets.save(identity, None, data)), "saved export")


@put("/v1/export-presets/{preset_id:str}")
async def change_preset(
    request: AnyRequest, services: Wired, preset_id: FromPath[str], data: JSONBody[SaveExportPreset]
) -> ExportPresetItem:
    """Give a saved export another name, or other rows and columns."""
    identity = services.allow(request, OFFICERS)
    saved = services.exports.presets.save(identity, path_id(preset_id, "presetId"), data)
    return _known(await _sound(saved), "saved export")


@delete("/v1/export-presets/{preset_id:str}")
async def remove_preset(request: AnyRequest, services: Wired, preset_id: FromPath[str]) -> None:
    """Let a saved export and its schedule go; what it exported stays."""
    identity = services.allow(request, OFFICERS)
    if not await services.exports.presets.remove(identity, path_id(preset_id, "presetId")):
        raise missing("saved export")


@put("/v1/export-presets/{preset_id:str}/schedule")
async def schedule_preset(
    request: AnyRequest, services: Wired, preset_id: FromPath[str], data: JSONBody[ExportSchedule]
) -> ExportPresetItem:
    """Export it each night into a folder of the engine's machine."""
    identity = services.allow(request, OFFICERS)
    scheduled = services.exports.presets.schedule(identity, path_id(preset_id, "presetId"), data)
    return _known(await _sound(scheduled), "saved export")


@delete("/v1/export-presets/{preset_id:str}/schedule", status_code=200)
async def unschedule_preset(request: AnyRequest, services: Wired, preset_id: FromPath[str]) -> ExportPresetItem:
    """Export it by night no longer."""
    identity = services.allow(request, OFFICERS)
    scheduled = services.exports.presets.schedule(identity, path_id(preset_id, "presetId"), None)
    return _known(await _sound(scheduled), "saved export")


async def _sound(asked: Awaitable[T]) -> T:
    """What was asked for, if it can be. Raises `Problem` 400 or 409 that names the field and what to do."""
    try:
        return await asked
    except BadExport as fault:
        raise Problem(problem(400, "invalid_request", str(fault), fault.field)) from fault
    except Refusal as fault:
        raise Problem(problem(409, "conflict", str(fault), fault.field)) from fault


def _known(found: T | None, what: str) -> T:
    if found is None:
        raise missing(what)
    return found


EXPORT_ROUTES = (
    exports,
    start_export,
    preview_export,
    export_state,
    remove_export,
    export_file,
    verify_export,
    save_preset,
    change_preset,
    remove_preset,
    schedule_preset,
    unschedule_preset,
)
