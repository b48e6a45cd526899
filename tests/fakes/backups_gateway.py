"""Copies of the fake floor's folder: work moves on a step each time it is asked about; a restore ends after a while."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.wire.backups import BackupItem, BackupLoss, BackupsPage, BackupWork, RestoreBackup
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

LOSS = BackupLoss(calls=1_204, sessions=6, contacts=0, refusals=88, audit_records=9)


@dataclass
class FakeBackups:
    """`gateway.backups` over a `FloorGateway`'s world; `held` keeps the work where it is."""

    floor: "FloorGateway"
    copies: list[BackupItem] = field(default_factory=list)
    work: BackupWork | None = None
    restored: list[RestoreBackup] = field(default_factory=list)
    held: bool = False
    loss: BackupLoss = LOSS

    def settle_in(self) -> "FakeBackups":
        """Four nights' copies: one broken, one that nobody has checked."""
        now = self.floor.world.now
        for at in range(4):
            made = now - timedelta(days=at, hours=11)
            item = BackupItem(
                name=f"dialfloor-{made:%Y%m%dT%H%M%SZ}.db",
                made_at=made,
                bytes=48_230_400 - at * 900_000,
                checked_at=None if at == 3 else made + timedelta(seconds=4),
                broken="page 812 is not a page" if at == 2 else None,
                version="0004",
                last_at=made,
            )
            self.copies.append(item)
        return self

    def page(self) -> BackupsPage:
        self.floor.ask_for("backups")
        if not self.held:
            self._move_on()
        return self._page()

    def _page(self) -> BackupsPage:
        return BackupsPage(
            folder="/home/maria/.local/share/dialfloor",
            database_bytes=49_120_000,
            free_bytes=212_000_000_000,
            kept=7,
            may_restart=True,
            backups=self.copies,
            work=self.work,
        )

    def _move_on(self) -> None:
        work = self.work
        if work is None or work.state != "running":
            return
        sentences = {
            "backup": f"{work.name} is made and whole",
            "check": f"{work.name} is whole",
            "restore": f"{work.name} is the database now; the one before is kept as before-restore-20261124T140500Z.db",
        }
        self.work = msgspec.structs.replace(work, state="done", sentence=sentences[work.kind])
        now = self.floor.world.now
        if work.kind == "backup":
            made = BackupItem(
                name=work.name, made_at=now, bytes=49_120_000, checked_at=now, version="0004", last_at=now
            )
            self.copies.insert(0, made)
        if work.kind == "check":
            self.copies = [
                msgspec.structs.replace(one, checked_at=now, loss=self.loss) if one.name == work.name else one
                for one in self.copies
            ]

    def _begin(self, kind: str, name: str) -> BackupsPage:
        if self.work is not None and self.work.state == "running":
            raise no(409, "conflict", f"The engine is busy with {self.work.name}; wait until that has ended", "work")
        fields = {"kind": kind, "name": name, "state": "running", "beganAt": self.floor.world.now}
        self.work = msgspec.convert({**fields, "pagesDone": 5_200, "pagesTotal": 11_990}, BackupWork)
        return self._page()

    def make(self) -> BackupsPage:
        self.floor.ask_for("make_backup")
        return self._begin("backup", f"dialfloor-{self.floor.world.now:%Y%m%dT%H%M%SZ}.db")

    def check(self, name: str) -> BackupsPage:
        self.floor.ask_for("check_backup")
        return self._begin("check", name)

    def restore(self, name: str, wanted: RestoreBackup) -> BackupsPage:
        self.floor.ask_for("restore_backup")
        if self.loss.calls > wanted.calls_lost:
            raise no(409, "conflict", "More calls were made meanwhile; check the copy again", "callsLost")
        self.restored.append(wanted)
        return self._begin("restore", name)

    def save(self, name: str, target: Path) -> None:
        self.floor.ask_for("save_backup")
        target.write_bytes(b"SQLite format 3\0")
