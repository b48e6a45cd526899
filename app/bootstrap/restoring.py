"""A restore between two lives of the engine: the one has let the folder's files go, the next has not opened them."""

import logging

import msgspec

from app.clock import read_wall
from app.controller.backup_desk import RestoreOrder
from app.engine.events import DeedRecorded
from app.engine.ports import StoreUnavailable
from app.wire.backups import BackupWork
from app.wire.base import utc
from db.folder import Folder
from db.restore import restore

_log = logging.getLogger("dialfloor.restore")


def carry_out(folder: Folder, order: RestoreOrder) -> BackupWork:
    """Restore as ordered; a copy that cannot be leaves the database as it was, and says why."""
    now = read_wall()
    work = BackupWork(kind="restore", name=order.name, state="done", began_at=utc(now))
    deed = DeedRecorded(
        tenant_id=order.tenant_id or None,
        at=now,
        user=order.by,
        action="backup.restore",
        subject=order.name,
        before=None,
        after={"callsLost": order.calls_lost},
        reason=order.reason,
    )
    stamp = utc(now).strftime("%Y%m%dT%H%M%SZ")
    try:
        kept = restore(folder, folder.backups / order.name, deed, stamp, lambda _: None)
    except StoreUnavailable as fault:
        _log.warning("nothing was restored: %s", fault)
        return msgspec.structs.replace(work, state="failed", sentence=f"Nothing was restored: {fault}")
    sentence = f"{order.name} is the database now; the one before is kept as {kept.name}"
    _log.info("restored: %s", sentence)
    return msgspec.structs.replace(work, sentence=sentence)
