"""Copies of the folder in words: how large, whether whole, what restoring one would lose. No widget."""

from app.ui.models.admin_rows import moment_text
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import tr
from app.ui.widgets.labels import Tone
from app.wire.backups import BackupItem, BackupLoss, BackupsPage, BackupWork


def size_text(size: int) -> str:
    """`12.4 MB`."""
    if size >= 1_000_000_000:
        return f"{size / 1e9:,.1f} GB"
    return f"{size / 1e6:,.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000):,} kB"


def state_of(backup: BackupItem) -> tuple[str, str, Tone]:
    """Word, icon and tone of whether a copy can be trusted."""
    if backup.broken is not None:
        return tr("Broken: {why}").format(why=backup.broken), "alert-circle-outline", "danger"
    if backup.checked_at is None:
        return tr("Not checked"), "help-circle-outline", "warn"
    return tr("Whole, read {when}").format(when=moment_text(backup.checked_at)), "check-circle-outline", "ok"


def backup_columns() -> tuple[RowColumn[BackupItem], ...]:
    """Which copy, when made, how large, whether whole."""
    return (
        RowColumn(id="name", title=tr("Copy"), width=280, stretch=True, strong=True, text=lambda one: one.name),
        RowColumn(
            id="made",
            title=tr("Made"),
            width=150,
            text=lambda one: moment_text(one.made_at),
            order=lambda one: one.made_at,
        ),
        RowColumn(
            id="size",
            title=tr("Size"),
            width=100,
            right=True,
            text=lambda one: size_text(one.bytes),
            order=lambda one: one.bytes,
        ),
        RowColumn(
            id="state",
            title=tr("State"),
            width=250,
            text=lambda one: state_of(one)[0],
            icon=lambda one: state_of(one)[1],
            tone=lambda one: state_of(one)[2],
        ),
    )


def folder_words(page: BackupsPage) -> str:
    """Where they lie and what room there is."""
    said = tr("In {folder}/backups. The database has {size}; {free} are free. The newest {kept} made here are kept.")
    return said.format(
        folder=page.folder, size=size_text(page.database_bytes), free=size_text(page.free_bytes), kept=page.kept
    )


def work_words(work: BackupWork) -> str:
    """What the engine does, or last did, with copies."""
    if work.state == "running":
        doing = {
            "backup": tr("Copying the database …"),
            "check": tr("Reading {name} through …"),
            "restore": tr("Restoring {name}: the engine stops and comes up again …"),
        }
        return doing[work.kind].format(name=work.name)
    return work.sentence


def lost_words(loss: BackupLoss) -> list[str]:
    """What is gone once the copy takes the database's place."""
    counted = (
        (loss.calls, tr("%Ln calls", "", loss.calls)),
        (loss.sessions, tr("%Ln sessions", "", loss.sessions)),
        (loss.refusals, tr("%Ln rows of refusals", "", loss.refusals)),
        (loss.contacts, tr("%Ln contacts", "", loss.contacts)),
        (loss.audit_records, tr("%Ln records of the audit trail", "", loss.audit_records)),
    )
    return [words for number, words in counted if number]
