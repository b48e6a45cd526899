"""Exports as the wire and the audit trail tell of them."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from app.bootstrap.export_choice import said_again
from app.controller.export_times import next_due
from app.engine.events import DeedRecorded
from app.engine.exports import ExportPreset, ExportRun, ExportSchedule
from app.engine.value import Id, Instant
from app.jobs.export_process import ExportProgress
from app.wire import exports as wire
from app.wire.base import utc, utc_or_none


def state_of(run: ExportRun, progress: Callable[[Id], ExportProgress | None]) -> wire.ExportState:
    """An export as it stands."""
    said = progress(run.id) if run.state == "running" else None
    path = Path(run.path) if run.path else None
    body = {
        "id": run.id,
        "kind": run.what.kind,
        "state": run.state,
        "rowsDone": said.rows_done if said is not None else run.rows,
        "rowsTotal": said.rows_total if said is not None else (run.rows if run.state == "done" else None),
        "error": run.error,
        "by": run.by,
        "beganAt": utc(run.began_at),
        "endedAt": utc_or_none(run.ended_at),
        "from": utc_or_none(run.what.start),
        "to": utc_or_none(run.what.stop),
        "campaignId": run.what.campaign_id,
        "fields": list(run.what.fields),
        "preset": run.preset,
        "file": "" if path is None else path.name,
        "folder": "" if path is None else str(path.parent),
        "bytes": run.size,
        "sha256": run.sha256,
        "isKept": run.state == "done" and path is not None,
    }
    return msgspec.convert(body, wire.ExportState)


def item_of(preset: ExportPreset, now: Instant) -> wire.ExportPresetItem:
    """A saved export as it stands."""
    schedule = preset.schedule
    return wire.ExportPresetItem(
        id=preset.id,
        name=preset.name,
        what=said_again(preset.what),
        by=preset.by,
        edited_at=utc(preset.edited_at),
        schedule=None if schedule is None else schedule_body(schedule),
        next_at=None if schedule is None else utc(next_due(schedule, now)),
        last_at=utc_or_none(preset.outcome_at),
        last_outcome=preset.outcome,
        last_failed=preset.failed,
    )


def schedule_body(schedule: ExportSchedule) -> wire.ExportSchedule:
    """A schedule with its time in words."""
    at = f"{schedule.minute // 60:02}:{schedule.minute % 60:02}"
    return wire.ExportSchedule(at=at, zone=schedule.zone, folder=schedule.folder, keep=schedule.keep)


def deed_of(run: ExportRun, action: str, by: str, now: Instant) -> DeedRecorded:
    """Who exported what, and how many rows with which fingerprint came of it."""
    what = run.what
    after: dict[str, object] = {
        "export": run.id,
        "from": None if what.start is None else utc(what.start).isoformat(),
        "to": None if what.stop is None else utc(what.stop).isoformat(),
        "range": what.range_name,
        "campaign": what.campaign_id,
        "fields": list(what.fields),
        "preset": run.preset,
    }
    if action != "export.start":
        after |= {"rows": run.rows, "bytes": run.size, "sha256": run.sha256, "file": run.path}
    return DeedRecorded(
        tenant_id=run.tenant_id,
        at=now,
        user=by,
        action=action,
        subject=what.kind,
        before=None,
        after=after,
        reason=run.error or "",
    )


def preset_deed(preset: ExportPreset, action: str, by: str, before: object, now: Instant) -> DeedRecorded:
    """Who saved, changed, scheduled or let go a saved export."""
    after = None if action == "export.preset_remove" else preset_facts(preset)
    return DeedRecorded(
        tenant_id=preset.tenant_id,
        at=now,
        user=by,
        action=action,
        subject=preset.name,
        before=before,
        after=after,
        reason="",
    )


def preset_facts(preset: ExportPreset) -> dict[str, object]:
    """What can be changed of a saved export."""
    schedule = None if preset.schedule is None else msgspec.to_builtins(preset.schedule)
    return {"name": preset.name, "what": msgspec.to_builtins(preset.what), "schedule": schedule}
