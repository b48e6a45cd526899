"""Exports and saved ones as rows; whoever calls begins and commits, and adds the record of the deed."""

import sqlite3
from typing import Any

import msgspec

from app.engine.exports import ExportPreset, ExportRun, ExportSchedule, ExportWhat
from app.engine.value import Id
from db.packing import pack, pack_or_none, unpack, unpack_or_none

_RUN = ("id", "tenant_id", "what", "by", "began_at", "path", "preset_id", "preset", "state", "ended_at", "rows")
_RUN_COLUMNS = (*_RUN, "size", "sha256", "error")
_PRESET_COLUMNS = (
    *("id", "tenant_id", "name", "what", "by", "edited_at"),
    *("schedule", "due_at", "outcome", "outcome_at", "failed"),
)


def put_run(connection: sqlite3.Connection, run: ExportRun) -> None:
    """Keep an export as it stands."""
    row = (
        pack(run.id),
        pack(run.tenant_id),
        msgspec.json.encode(run.what).decode(),
        run.by,
        run.began_at,
        run.path,
        pack_or_none(run.preset_id),
        run.preset,
        run.state,
        run.ended_at,
        run.rows,
        run.size,
        run.sha256,
        run.error,
    )
    _write(connection, "REPLACE", "exports", _RUN_COLUMNS, row)


def runs_of(connection: sqlite3.Connection, tenant_id: Id, most: int) -> list[ExportRun]:
    """A tenant's exports, newest first."""
    query = f"{_select('exports', _RUN_COLUMNS)} WHERE tenant_id = ? ORDER BY began_at DESC, id DESC LIMIT ?"
    return [_run(row) for row in connection.execute(query, (pack(tenant_id), most))]


def find_run(connection: sqlite3.Connection, tenant_id: Id, export_id: Id) -> ExportRun | None:
    """One export of a tenant."""
    query = f"{_select('exports', _RUN_COLUMNS)} WHERE id = ? AND tenant_id = ?"
    row = connection.execute(query, (pack(export_id), pack(tenant_id))).fetchone()
    return None if row is None else _run(row)


def unfinished_runs(connection: sqlite3.Connection) -> list[ExportRun]:
    """Exports of every tenant that were never said to be over."""
    return [_run(row) for row in connection.execute(f"{_select('exports', _RUN_COLUMNS)} WHERE state = 'running'")]


def runs_with_files(connection: sqlite3.Connection, preset_id: Id | None) -> list[ExportRun]:
    """Exports whose files are there, newest first: those that a preset's schedule made, or those that people made."""
    query = (
        f"{_select('exports', _RUN_COLUMNS)} WHERE state = 'done' AND path <> '' AND preset_id IS ?"
        " ORDER BY began_at DESC, id DESC"
    )
    return [_run(row) for row in connection.execute(query, (pack_or_none(preset_id),))]


def put_preset(connection: sqlite3.Connection, preset: ExportPreset) -> None:
    """Keep a saved export. Raises `sqlite3.IntegrityError` if the tenant has another of this name."""
    schedule = None if preset.schedule is None else msgspec.json.encode(preset.schedule).decode()
    row = (
        pack(preset.id),
        pack(preset.tenant_id),
        preset.name,
        msgspec.json.encode(preset.what).decode(),
        preset.by,
        preset.edited_at,
        schedule,
        preset.due_at,
        preset.outcome,
        preset.outcome_at,
        preset.failed,
    )
    connection.execute("DELETE FROM export_presets WHERE id = ?", row[:1])
    _write(connection, "INSERT", "export_presets", _PRESET_COLUMNS, row)


def drop_preset(connection: sqlite3.Connection, preset_id: Id) -> None:
    """Let a saved export go; what it exported stays."""
    connection.execute("DELETE FROM export_presets WHERE id = ?", (pack(preset_id),))


def all_presets(connection: sqlite3.Connection) -> list[ExportPreset]:
    """Every tenant's saved exports, by name."""
    query = f"{_select('export_presets', _PRESET_COLUMNS)} ORDER BY name"
    return [_preset(row) for row in connection.execute(query)]


def has_campaign(connection: sqlite3.Connection, tenant_id: Id, campaign_id: Id) -> bool:
    """Whether a tenant has a campaign of this id."""
    query = "SELECT 1 FROM campaigns WHERE id = ? AND tenant_id = ?"
    return connection.execute(query, (pack(campaign_id), pack(tenant_id))).fetchone() is not None


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _select(table: str, columns: tuple[str, ...]) -> str:
    return f"SELECT {_names(columns)} FROM {table}"


def _write(
    connection: sqlite3.Connection, how: str, table: str, columns: tuple[str, ...], row: tuple[object, ...]
) -> None:
    connection.execute(f"{how} INTO {table} ({_names(columns)}) VALUES ({', '.join('?' * len(row))})", row)


def _run(row: tuple[Any, ...]) -> ExportRun:
    return ExportRun(
        id=unpack(row[0]),
        tenant_id=unpack(row[1]),
        what=msgspec.json.decode(row[2], type=ExportWhat),
        by=row[3],
        began_at=row[4],
        path=row[5],
        preset_id=unpack_or_none(row[6]),
        preset=row[7],
        state=row[8],
        ended_at=row[9],
        rows=row[10],
        size=row[11],
        sha256=row[12],
        error=row[13],
    )


def _preset(row: tuple[Any, ...]) -> ExportPreset:
    return ExportPreset(
        id=unpack(row[0]),
        tenant_id=unpack(row[1]),
        name=row[2],
        what=msgspec.json.decode(row[3], type=ExportWhat),
        by=row[4],
        edited_at=row[5],
        schedule=None if row[6] is None else msgspec.json.decode(row[6], type=ExportSchedule),
        due_at=row[7],
        outcome=row[8],
        outcome_at=row[9],
        failed=bool(row[10]),
    )
