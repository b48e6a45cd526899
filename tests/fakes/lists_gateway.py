"""Do-not-call lists of the fake floor: own entries as the engine keeps them, a national list, imports by steps."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.compliance.masking import masked
from app.wire.imports import CheckImport, ImportState, ListName, StartImport
from app.wire.national import NationalFile, NationalItem, NationalPage, NationalWork, SentFile, StartNational
from app.wire.suppressions import (
    LiftNumber,
    ListCounts,
    ListedItem,
    ListedPage,
    ListImport,
    ListNumber,
    NumberLookUp,
)
from tests.fakes.imports_gateway import FakeImports
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.floor_gateway import FloorGateway

LINES = 258_500_412
SHA = "9f2b6c1d4e8a7053b1c2d3e4f5a697880716253443526170f8e9dacbb9a8c7d6"
USUAL: tuple[tuple[str, ListName, str, str, str, str | None], ...] = (
    ("+12125550134", "internal", "Alicia Romero", "disposition", "do_not_call", "Spring renewals"),
    ("+13055550177", "internal", "Maria Keller", "operator", "asked by letter of 12 November", None),
    ("+14155550126", "wrong_number", "Ben Carter", "disposition", "wrong_number", "Spring renewals"),
    ("+17185550145", "litigator", "Olga Berg", "import", "list of counsel, third quarter", None),
    ("+442079460018", "internal", "Olga Berg", "import", "imported from former-dialer.csv", None),
)


@dataclass
class FakeLists:
    """`gateway.lists` over a `FloorGateway`'s world; `held` keeps an import of the national list where it is."""

    floor: "FloorGateway"
    steps: list[tuple[str, ListedItem]] = field(default_factory=list)
    versions: list[NationalItem] = field(default_factory=list)
    work: NationalWork | None = None
    may_import: bool = True
    may_name_paths: bool = False
    held: bool = False
    bad_line: str | None = None
    national_has: frozenset[str] = frozenset()
    waiting: dict[str, SentFile] = field(default_factory=dict)
    started: list[StartNational] = field(default_factory=list)
    listed_from: list[ListImport] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._files = FakeImports(self.floor)

    def settle_in(self) -> "FakeLists":
        """Some numbers of a floor that has been dialed for a while, and a list of twelve days."""
        for at, (phone, kind, by, source, reason, campaign) in enumerate(USUAL):
            self._put(phone, kind, by, source, reason, campaign, days=11.3 * (len(USUAL) - at))
        self.versions = [self.version(12), self.version(43, is_current=False)]
        return self

    def version(self, days: float, *, is_current: bool = True) -> NationalItem:
        """A version that was taken so many days ago."""
        taken = self.floor.world.now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days)
        return NationalItem(
            version=f"v{days}",
            account="12345678-01",
            taken_at=taken,
            imported_at=taken + timedelta(hours=9, minutes=12),
            by="Olga Berg",
            numbers=258_500_412,
            area_codes=358,
            oldest_taken_at=taken,
            good_until=taken + timedelta(days=31),
            lines=LINES,
            files=[NationalFile(name="all-2026.txt", role="list", lines=LINES, sha256=SHA)],
            bits_sha256=SHA[::-1],
            age_days=int(days),
            is_current=is_current,
        )

    def _put(
        self, phone: str, kind: ListName, by: str, source: str, reason: str, campaign: str | None, days: float = 0.0
    ) -> ListedItem:
        item = ListedItem(
            id=str(len(self.steps) + 1),
            phone=masked(phone),
            kind=kind,
            is_listed=True,
            at=self.floor.world.now - timedelta(days=days),
            by=by,
            source=source,
            reason=reason,
            campaign=campaign,
        )
        self.steps.append((phone, item))
        return item

    def _now_listed(self) -> list[tuple[str, ListedItem]]:
        last = {(phone, item.kind): item for phone, item in self.steps}
        return [(phone, item) for (phone, _), item in last.items() if item.is_listed]

    def listed(self, kind: ListName | None = None, cursor: str | None = None, limit: int = 100) -> ListedPage:
        self.floor.ask_for("listed")
        now = self._now_listed()
        rows = [item for _, item in reversed(now) if kind in (None, item.kind)]
        rows = [item for item in rows if cursor is None or int(item.id) < int(cursor)]
        page = rows[:limit]
        had = {one: sum(item.kind == one for _, item in now) for one in ("internal", "wrong_number", "litigator")}
        return ListedPage(
            numbers=page,
            total=len({phone for phone, _ in now}),
            counts=ListCounts(**had),
            next_cursor=page[-1].id if len(rows) > limit else None,
        )

    def look_up(self, phone: str) -> NumberLookUp:
        self.floor.ask_for("look_up")
        digits = "".join(filter(str.isdigit, phone))
        number = f"+{digits}" if len(digits) > 10 else f"+1{digits}"
        current = next((one for one in self.versions if one.is_current), None)
        return NumberLookUp(
            phone=number,
            lists=[item.kind for one, item in self._now_listed() if one == number],
            steps=[item for one, item in reversed(self.steps) if one == number],
            on_national=None if current is None else number in self.national_has,
            national=current,
        )

    def add(self, wanted: ListNumber) -> ListedItem:
        self.floor.ask_for("add_number")
        digits = "".join(filter(str.isdigit, wanted.phone))
        if digits.startswith("0"):
            raise no(400, "invalid_request", f"phone: '{wanted.phone}' cannot be a phone number", "phone")
        return self._put(f"+1{digits[-10:]}", wanted.kind, "Maria Keller", "operator", wanted.reason, None)

    def lift(self, entry_id: str, why: LiftNumber) -> ListedItem:
        self.floor.ask_for("lift_number")
        phone, item = next((phone, item) for phone, item in self.steps if item.id == entry_id)
        if (phone, item) not in self._now_listed():
            raise no(409, "conflict", "The number is not on this list any more; look it up again")
        lifted = msgspec.structs.replace(
            item,
            id=str(len(self.steps) + 1),
            is_listed=False,
            at=self.floor.world.now,
            by="Maria Keller",
            source="operator",
            reason=why.reason,
            consent=why.consent or "",
            campaign=None,
        )
        self.steps.append((phone, lifted))
        return lifted

    def save(self, target: Path, kind: ListName | None = None) -> None:
        self.floor.ask_for("save_lists")
        lines = [phone for phone, item in self._now_listed() if kind in (None, item.kind)]
        target.write_text("\n".join(["phone", *lines]) + "\n", encoding="utf-8")

    def send(self, file: Path) -> ImportState:
        return self._files.send(file)

    def state(self, import_id: str) -> ImportState:
        state = self._files.state(import_id)
        if state.facts is not None and state.facts.listed is None:
            known = {phone for phone, _ in self._now_listed()}
            told = [cell for row in self._files.rows[import_id][1:] for cell in row]
            listed = sum(f"+1{''.join(filter(str.isdigit, cell))}" in known for cell in told)
            state = self._files._put(state, facts=msgspec.structs.replace(state.facts, listed=listed))
        return state

    def check(self, import_id: str, wanted: CheckImport) -> ImportState:
        return self._files.check(import_id, wanted)

    def start(self, import_id: str, wanted: ListImport) -> ImportState:
        self.listed_from.append(wanted)
        begun = self._files.start(import_id, StartImport(places=wanted.places))
        return self._files._put(begun, onto=wanted.kind)

    def cancel(self, import_id: str) -> ImportState:
        return self._files.cancel(import_id)

    def save_rejected(self, import_id: str, target: Path) -> None:
        self._files.save_rejected(import_id, target)

    def national(self) -> NationalPage:
        self.floor.ask_for("national")
        if self.work is not None and self.work.state == "running" and not self.held:
            self._end(self.work)
        return NationalPage(
            national=next((one for one in self.versions if one.is_current), None),
            versions=self.versions,
            work=self.work,
            may_import=self.may_import,
            may_name_paths=self.may_name_paths,
        )

    def _end(self, work: NationalWork) -> None:
        if self.bad_line is not None:
            self.work = msgspec.structs.replace(work, state="failed", error=self.bad_line, seconds_left=None)
            return
        self.work = msgspec.structs.replace(work, state="done", lines=LINES, version="v0", seconds_left=None)
        self.versions = [
            self.version(0),
            *(msgspec.structs.replace(one, is_current=False) for one in self.versions),
        ]

    def send_national(self, file: Path, on_bytes: "Callable[[int], None] | None" = None) -> SentFile:
        self.floor.ask_for(f"send {file.name}")
        if on_bytes is not None:
            on_bytes(0)
        sent = SentFile(id=f"f{len(self.waiting) + 1}", name=file.name, bytes=file.stat().st_size)
        self.waiting[sent.id] = sent
        return sent

    def drop_national(self, file_id: str) -> None:
        self.floor.ask_for("drop_national")
        del self.waiting[file_id]

    def start_national(self, wanted: StartNational) -> NationalWork:
        self.floor.ask_for("start_national")
        self.started.append(wanted)
        self.work = NationalWork(
            id="v0",
            state="running",
            files=["all-2026.txt"],
            by="Olga Berg",
            began_at=self.floor.world.now,
            ended_at=None,
            bytes_done=1_240_000_000,
            bytes_total=3_102_004_944,
            lines=103_333_333,
            lines_per_second=4_912_330,
            seconds_left=31,
            version=None,
            error=None,
        )
        return self.work

    def cancel_national(self) -> NationalWork:
        self.floor.ask_for("cancel_national")
        if self.work is None:
            raise no(404, "not_found", "There is no such import of a national list in this tenant")
        self.work = msgspec.structs.replace(self.work, state="cancelled", seconds_left=None)
        return self.work
