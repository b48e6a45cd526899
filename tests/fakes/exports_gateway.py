"""Exports of the fake floor: each moves on a step when it is asked about; a few were made before, two are saved."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

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
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

_PLACE = ("call_id", "called_at", "called_local_time", "called_zone", "country", "phone_number")
FIELDS = {
    "calls": [*_PLACE, "status", "disposition", "duration_seconds", "agent", "campaign", "notes"],
    "refusals": ["refusal_id", "first_at", "last_at", "count", "code", "limit_id", "limit", "used", "agent"],
    "audit": ["number", "at", "user", "action", "subject", "before", "after", "reason", "sha256"],
}
_CALL = {
    "call_id": "01a0c450-6c00-7d39-ab64-df4efaf74209",
    "called_at": "2026-10-21T14:13:20Z",
    "called_local_time": "2026-10-21T10:13:20-04:00",
    "called_zone": "America/New_York",
    "country": "US",
    "phone_number": "(212) ***-**34",
    "status": "completed",
    "disposition": "interested",
    "duration_seconds": "42",
    "agent": "Avery Stone",
    "campaign": "Renewals",
    "notes": "said “call again”, at five",
}


@dataclass
class FakeExports:
    """`gateway.exports` over a `FloorGateway`'s world."""

    floor: "FloorGateway"
    rows: int = 40_000
    step: int = 10_000
    runs: dict[str, ExportState] = field(default_factory=dict)
    wanted: list[StartExport] = field(default_factory=list)
    presets: dict[str, ExportPresetItem] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def settle_in(self) -> "FakeExports":
        """Exports of the last days, and two saved ones, one of which runs by night and failed last time."""
        made = (("calls", "schedule", 18_240), ("evidence", "Cora Lind", 1_204_551), ("audit", "Maria Vega", 912))
        for at, (kind, by, rows) in enumerate(made):
            self.runs[f"old{at}"] = self._old(at, kind, by, rows)
        now = self.floor.world.now
        self.presets["p0"] = ExportPresetItem(
            id="p0",
            name="Nightly calls",
            what=StartExport(kind="calls", range="yesterday"),
            by="Cora Lind",
            edited_at=now - timedelta(days=20),
            schedule=ExportSchedule(at="02:30", zone="America/Chicago", folder="/srv/exports", keep=14),
            next_at=now + timedelta(hours=9),
            last_at=now - timedelta(hours=15),
            last_outcome="/srv/exports is no folder of the engine's machine; make it, or choose another",
            last_failed=True,
        )
        auditor = StartExport(kind="evidence", range="last-month")
        self.presets["p1"] = ExportPresetItem(
            id="p1", name="For the auditor", what=auditor, by="Cora Lind", edited_at=now - timedelta(days=3)
        )
        return self

    def _old(self, at: int, kind: str, by: str, rows: int) -> ExportState:
        began = self.floor.world.now - timedelta(days=at, hours=3)
        midnight = began.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        by_night = by == "schedule"
        return ExportState(
            id=f"old{at}",
            kind=kind,
            state="done",
            rows_done=rows,
            rows_total=rows,
            error=None,
            by=by,
            began_at=began,
            ended_at=began + timedelta(seconds=4),
            from_=midnight - timedelta(days=30),
            to=midnight,
            preset="Nightly calls" if by_night else None,
            file=f"{kind}-{began:%Y%m%dT%H%M%SZ}-41ab9{at}.{'zip' if kind == 'evidence' else 'csv'}",
            folder="/srv/exports" if by_night else "/home/maria/.local/share/dialfloor/exports",
            bytes=rows * 350,
            sha256=f"{at}f2a" * 16,
            is_kept=at < 2,
        )

    def page(self) -> ExportsPage:
        self.floor.ask_for("exports")
        runs = sorted(self.runs.values(), key=lambda run: run.began_at or self.floor.world.now, reverse=True)
        presets = sorted(self.presets.values(), key=lambda preset: preset.name)
        return ExportsPage(exports=runs, presets=presets, fields=FIELDS, zone="America/New_York")

    def start(self, wanted: StartExport) -> ExportState:
        self.floor.ask_for(f"export {wanted.kind}")
        self.wanted.append(wanted)
        id_ = f"x{len(self.wanted)}"
        self.runs[id_] = ExportState(
            id=id_,
            kind=wanted.kind,
            state="running",
            rows_done=0,
            rows_total=None,
            error=None,
            by="Local operator",
            began_at=self.floor.world.now,
            file=f"{wanted.kind}-{id_}.csv",
            folder="/home/maria/.local/share/dialfloor/exports",
        )
        return self.runs[id_]

    def state(self, export_id: str) -> ExportState:
        self.floor.ask_for("export_state")
        run = self.runs[export_id]
        if run.state == "running":
            done = min(self.rows, run.rows_done + self.step)
            run = msgspec.structs.replace(run, rows_done=done, rows_total=self.rows)
            if done == self.rows:
                sealed = {"state": "done", "bytes": done * 350, "sha256": "ab" * 32, "is_kept": True}
                run = msgspec.structs.replace(run, ended_at=self.floor.world.now, **sealed)
            self.runs[export_id] = run
        return run

    def remove(self, export_id: str) -> None:
        self.floor.ask_for("remove_export")
        run = self.runs[export_id]
        state = "cancelled" if run.state == "running" else run.state
        self.runs[export_id] = msgspec.structs.replace(run, state=state, is_kept=False, file="", folder="")

    def save(self, export_id: str, path: str | PathLike[str], on_bytes: Callable[[int], None] | None = None) -> None:
        self.floor.ask_for("save_export")
        text = "call_id,called_at\n" * max(1, self.runs[export_id].rows_done // 1000)
        Path(path).write_text(text, encoding="utf-8")
        if on_bytes is not None:
            on_bytes(len(text))

    def verify(self, export_id: str) -> ExportVerified:
        self.floor.ask_for("verify_export")
        run = self.runs[export_id]
        whole = export_id not in self.broken
        sentence = "is what was written" if whole else "was changed after it was written: its SHA-256 is another"
        return ExportVerified(is_whole=whole, sha256=run.sha256 or "", sentence=f"{run.file} {sentence}")

    def preview(self, wanted: StartExport) -> ExportPreview:
        self.floor.ask_for(f"preview {wanted.kind} {wanted.range} {','.join(wanted.fields)}")
        if wanted.kind == "evidence":
            rows = [["calls", "38210"], ["refusals", "1204"], ["audit", "912"]]
            return self._shown(["table", "rows"], rows, 40_326)
        columns = wanted.fields or FIELDS[wanted.kind]
        if not self.rows:
            return self._shown(columns, [], 0)
        rows = [[_CALL.get(column, f"{column} {at}") for column in columns] for at in range(20)]
        return self._shown(columns, rows, 38_210)

    def _shown(self, columns: list[str], rows: list[list[str]], total: int) -> ExportPreview:
        month = self.floor.world.now.astimezone().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        return ExportPreview(from_=month - timedelta(days=31), to=month, columns=columns, rows=rows, rows_total=total)

    def save_preset(self, preset_id: str | None, wanted: SaveExportPreset) -> ExportPresetItem:
        self.floor.ask_for("save_preset")
        if any(one.name == wanted.name and one.id != preset_id for one in self.presets.values()):
            raise no(409, "conflict", f"There is a saved export {wanted.name} already; choose another name", "name")
        id_ = preset_id or f"p{len(self.presets)}"
        made = ExportPresetItem(
            id=id_, name=wanted.name, what=wanted.what, by="Local operator", edited_at=self.floor.world.now
        )
        known = self.presets.get(id_)
        if known is not None:
            made = msgspec.structs.replace(known, name=wanted.name, what=wanted.what)
        self.presets[id_] = made
        return made

    def remove_preset(self, preset_id: str) -> None:
        self.floor.ask_for("remove_preset")
        del self.presets[preset_id]

    def schedule(self, preset_id: str, schedule: ExportSchedule | None) -> ExportPresetItem:
        self.floor.ask_for("schedule_preset")
        if schedule is not None and not schedule.folder.startswith("/"):
            sentence = f"{schedule.folder} is no absolute path; write one of the engine's machine, as in /srv/exports"
            raise no(400, "invalid_request", sentence, "folder")
        next_at = None if schedule is None else self.floor.world.now + timedelta(hours=9)
        made = msgspec.structs.replace(self.presets[preset_id], schedule=schedule, next_at=next_at)
        self.presets[preset_id] = made
        return made
