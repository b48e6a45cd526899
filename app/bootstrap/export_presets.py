"""Exports that a tenant has saved under a name, and those of them that run by night."""

import asyncio
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.bootstrap.export_book import NameInUse
from app.bootstrap.export_choice import checked
from app.bootstrap.export_words import item_of, preset_deed, preset_facts
from app.bootstrap.exports import ExportOrder, FolderExports
from app.compliance.zones import UnknownZone, zone_of
from app.controller.admin_services import Refusal
from app.controller.export_desk import BadExport
from app.controller.export_times import last_due
from app.engine.alert_rules import export_failed
from app.engine.alerts import Sign
from app.engine.exports import ExportPreset, ExportRun, ExportSchedule
from app.engine.people import Identity
from app.engine.ports import StoreUnavailable
from app.engine.value import Id, Instant
from app.ids import new_id
from app.wire import exports as wire
from db.folder import Folder

SCHEDULER = "schedule"
"""Who exports when nobody does."""

_log = logging.getLogger("dialfloor.exports")


class FolderExportPresets:
    """Saved exports of one folder, held in memory and written through."""

    def __init__(
        self,
        folder: Folder,
        exports: FolderExports,
        now: Callable[[], Instant],
        report: Callable[[Id, Sign], None],
    ) -> None:
        self._folder = folder
        self._exports = exports
        self._now = now
        self._report = report
        self._held = {preset.id: preset for preset in exports.book.presets()}
        self._is_stopping = False

    def items(self, tenant_id: Id) -> list[wire.ExportPresetItem]:
        """A tenant's, by name."""
        found = [preset for preset in self._held.values() if preset.tenant_id == tenant_id]
        return [item_of(preset, self._now()) for preset in sorted(found, key=lambda one: one.name.casefold())]

    async def save(
        self, identity: Identity, preset_id: Id | None, wanted: wire.SaveExportPreset
    ) -> wire.ExportPresetItem | None:
        """Save one, or change that of an id; None if the tenant has none of it."""
        known = None if preset_id is None else self._find(identity.tenant_id, preset_id)
        if preset_id is not None and known is None:
            return None
        now = self._now()
        what = await asyncio.to_thread(checked, self._exports.book, identity.tenant_id, wanted.what)
        made = ExportPreset(
            id=new_id(now) if known is None else known.id,
            tenant_id=identity.tenant_id,
            name=wanted.name.strip(),
            what=what,
            by=identity.user,
            edited_at=now,
        )
        preset = made if known is None else _with_past(made, known)
        await self._put(preset, known, "export.preset_save", identity.user)
        return item_of(preset, now)

    async def schedule(
        self, identity: Identity, preset_id: Id, schedule: wire.ExportSchedule | None
    ) -> wire.ExportPresetItem | None:
        """Run it by night, or no longer; None if the tenant has none of this id."""
        known = self._find(identity.tenant_id, preset_id)
        if known is None:
            return None
        set_to = None if schedule is None else await asyncio.to_thread(self._checked, schedule)
        # What was due before somebody wanted it is not caught up.
        preset = msgspec.structs.replace(known, schedule=set_to, due_at=self._now(), by=identity.user)
        await self._put(preset, known, "export.schedule", identity.user)
        return item_of(preset, self._now())

    async def remove(self, identity: Identity, preset_id: Id) -> bool:
        """Let one go; what it exported stays. False if the tenant has none of this id."""
        known = self._find(identity.tenant_id, preset_id)
        if known is None:
            return False
        deed = preset_deed(known, "export.preset_remove", identity.user, preset_facts(known), self._now())
        await asyncio.to_thread(self._exports.book.drop_preset, known.id, deed)
        del self._held[known.id]
        return True

    async def run_due(self) -> str:
        """Export what is due, one after the other; what was missed runs once."""
        await self._exports.write_ends()
        done = failed = 0
        for preset in list(self._held.values()):
            due = None if preset.schedule is None else last_due(preset.schedule, self._now())
            if due is None or self._is_stopping or (preset.due_at is not None and due <= preset.due_at):
                continue
            ended = await self._run(preset, due)
            done, failed = done + (ended == "done"), failed + (ended == "failed")
        return f"{done} exported, {failed} failed" if done or failed else "nothing due"

    def stop(self) -> None:
        """Begin none any more."""
        self._is_stopping = True

    async def _run(self, preset: ExportPreset, due: Instant) -> str:
        schedule = preset.schedule
        if schedule is None:
            return "none"
        try:
            await asyncio.to_thread(self._checked_folder, schedule.folder)
            run = await self._exports.begin(_order(preset, schedule))
            await self._exports.processes.wait(run.id)
            over = await self._exports.find(run.tenant_id, run.id) or run
        except (BadExport, OSError, StoreUnavailable) as fault:
            return await self._heard(preset, due, None, str(fault))
        if over.state == "done":
            await self._trim(preset.id, schedule.keep)
        elif over.state == "cancelled" and self._is_stopping:
            # Not seen to: the next engine catches it up.
            return "cancelled"
        return await self._heard(preset, due, over, over.error or "It was cancelled")

    async def _trim(self, preset_id: Id, keep: int) -> None:
        try:
            await asyncio.to_thread(self._exports.trim, preset_id, keep)
        except (OSError, StoreUnavailable) as fault:
            # What was due is exported all the same: not heard of, it would be due again each minute, file upon file.
            _log.warning("older files of the saved export %s are not deleted: %s", preset_id, fault)

    async def _heard(self, preset: ExportPreset, due: Instant, over: ExportRun | None, error: str) -> str:
        good = over is not None and over.state == "done"
        outcome = f"{over.rows:,} rows in {Path(over.path).name}" if over is not None and good else error
        # It may have been changed, or let go, while it ran.
        known = self._held.get(preset.id)
        if known is not None:
            heard = {"due_at": due, "outcome": outcome, "outcome_at": self._now(), "failed": not good}
            self._held[preset.id] = known = msgspec.structs.replace(known, **heard)
            await asyncio.to_thread(self._exports.book.put_preset, known)
        self._report(preset.tenant_id, export_failed(preset.id, preset.name, failed=not good))
        return "done" if good else "failed"

    async def _put(self, preset: ExportPreset, before: ExportPreset | None, action: str, by: str) -> None:
        facts = None if before is None else preset_facts(before)
        deed = preset_deed(preset, action, by, facts, self._now())
        try:
            await asyncio.to_thread(self._exports.book.put_preset, preset, deed)
        except NameInUse as fault:
            message = f"There is a saved export {preset.name} already; choose another name"
            raise Refusal("name", message) from fault
        self._held[preset.id] = preset

    def _find(self, tenant_id: Id, preset_id: Id) -> ExportPreset | None:
        preset = self._held.get(preset_id)
        return preset if preset is not None and preset.tenant_id == tenant_id else None

    def _checked(self, wanted: wire.ExportSchedule) -> ExportSchedule:
        try:
            zone_of(wanted.zone)
        except UnknownZone as fault:
            raise BadExport("zone", str(fault)) from fault
        hour, _, minute = wanted.at.partition(":")
        folder = self._checked_folder(wanted.folder)
        return ExportSchedule(
            minute=int(hour) * 60 + int(minute), zone=wanted.zone, folder=str(folder), keep=wanted.keep
        )

    def _checked_folder(self, text: str) -> Path:
        """A folder that files can be put into, away from what the engine lives on. Raises `BadExport`."""
        folder = Path(text.strip())
        if not folder.is_absolute():
            raise BadExport(
                "folder", f"{text} is no absolute path; write one of the engine's machine, as in /srv/exports"
            )
        if not folder.is_dir():
            raise BadExport("folder", f"{folder} is no folder of the engine's machine; make it, or choose another")
        resolved = folder.resolve()
        if resolved.is_relative_to(self._folder.root.resolve()) and not resolved.is_relative_to(
            self._folder.exports.resolve()
        ):
            raise BadExport("folder", f"{folder} is where the engine keeps its own files; choose a folder outside it")
        try:
            with tempfile.TemporaryFile(dir=folder):
                return folder
        except OSError as fault:
            sentence = f"The engine may not write to {folder} ({fault.strerror}); give it the right, or choose another"
            raise BadExport("folder", sentence) from fault


def _with_past(made: ExportPreset, known: ExportPreset) -> ExportPreset:
    """What was edited, with its schedule and how that went."""
    past = {name: getattr(known, name) for name in ("schedule", "due_at", "outcome", "outcome_at", "failed")}
    return msgspec.structs.replace(made, **past)


def _order(preset: ExportPreset, schedule: ExportSchedule) -> ExportOrder:
    return ExportOrder(
        tenant_id=preset.tenant_id,
        what=preset.what,
        by=SCHEDULER,
        zone=schedule.zone,
        folder=Path(schedule.folder),
        preset_id=preset.id,
        preset=preset.name,
    )
