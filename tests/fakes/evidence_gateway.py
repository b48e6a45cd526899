"""The evidence of the fake floor: some hundred deeds, a chain with signed heads, and a check that a test moves on."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.wire.evidence import (
    AuditChoices,
    BrokenItem,
    CheckedItem,
    CheckState,
    DayRootItem,
    EvidencePage,
    SavedHead,
    SignedHeadItem,
)
from app.wire.operator import AuditItem, AuditPage

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

RECORDS = 48_213
DEEDS = 430
_DONE: tuple[tuple[str, str, str, object, object, str], ...] = (
    ("Maria Keller", "limits.edit", "Ana Lindqvist", {"maxCallsPerHour": 100}, {"maxCallsPerHour": 80}, "Complaints"),
    (
        "Olga Brandt",
        "number.reveal",
        "call 0198c000-00ef",
        None,
        {"number": "(212) ***-**38"},
        "Complaint",
    ),
    ("Sam Whitfield", "session.pause", "Jonas Romero", "active", "paused", "Coaching"),
    ("Olga Brandt", "dnc.list", "(305) ***-**19", None, {"list": "internal"}, "Asked by letter"),
    ("retention", "retention.delete", "calls", {"rows": 200}, None, "older than it is kept"),
    ("Maria Keller", "calling.rules", "Renewals", {"mode": "alert-only"}, {"mode": "enforce"}, "Counsel has signed"),
    ("Sam Whitfield", "alerts.acknowledged", "near_limit Priya Mendes", "open", "acknowledged", "Talked to her"),
    ("Maria Keller", "token.create", "tok_7f3a", None, {"user": "dialer-4", "role": "dialer"}, ""),
)
PARTS = (
    (("evidence.chain",), "chain records, numbered without gaps and hash-whole", RECORDS),
    (("evidence.rows",), "chained facts, each as it was written", 612_004),
    (("evidence.heads",), "signed heads and day roots, held against the chain", 41),
    (("audit.chain",), "audit records, numbered without gaps and hash-whole", DEEDS),
    (("calls.hour", "calls.day", "calls.gap", "session.age"), "calls at their hand-out", 201_339),
    (("calling.rules",), "calls decided again by the rules and lists of their instant", 180_020),
)


def digest_of(word: object) -> str:
    return hashlib.sha256(str(word).encode()).hexdigest()


@dataclass
class FakeEvidence:
    """`gateway.evidence`."""

    floor: "FloorGateway"
    may_check: bool = True
    offence: BrokenItem | None = None
    running: CheckState | None = None
    saved: int = 0
    asked: list[tuple[str | None, str | None]] = field(default_factory=list)

    def all_deeds(self) -> list[AuditItem]:
        """Every record, newest first."""
        now = self.floor.world.now
        return [
            AuditItem(
                number=number,
                at=now - timedelta(minutes=17 * (DEEDS - number)),
                user=who,
                action=action,
                subject=subject,
                before=before,
                after=after,
                reason=reason,
            )
            for number in range(DEEDS, 0, -1)
            for who, action, subject, before, after, reason in (_DONE[number % len(_DONE)],)
        ]

    def deeds(
        self,
        *,
        user: str | None = None,
        kind: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        cursor: str | None = None,
        limit: int = 200,
    ) -> AuditPage:
        self.floor.ask_for("deeds")
        self.asked.append((user, kind))
        found = [
            deed
            for deed in self.all_deeds()
            if (user is None or deed.user == user)
            and (kind is None or deed.action.partition(".")[0] == kind)
            and (since is None or deed.at >= since)
            and (until is None or deed.at < until)
            and (cursor is None or deed.number < int(cursor))
        ]
        page = found[:limit]
        return AuditPage(records=page, cursor=str(page[-1].number) if len(found) > limit else None)

    def choices(self) -> AuditChoices:
        self.floor.ask_for("audit_choices")
        users = sorted({one[0] for one in _DONE}, key=str.casefold)
        return AuditChoices(users=users, kinds=sorted({one[1].partition(".")[0] for one in _DONE}))

    def state(self) -> EvidencePage:
        self.floor.ask_for("evidence")
        now = self.floor.world.now
        number = RECORDS - 112
        return EvidencePage(
            records=RECORDS,
            last_at=now,
            last_hash=digest_of(RECORDS),
            head=SignedHeadItem(
                number=number,
                at=now.replace(hour=0, minute=5, second=0, microsecond=0),
                hash=digest_of(number),
                file=f"head-{number:012}.json",
            ),
            key=digest_of("key"),
            days=[self._day(now, back) for back in range(1, 32)],
            copied_to="/mnt/vault/heads" if self.may_check else None,
            may_check=self.may_check,
            check=self.running,
        )

    @staticmethod
    def _day(now: datetime, back: int) -> DayRootItem:
        day = f"{now - timedelta(days=back):%Y-%m-%d}"
        last = RECORDS - 112 - 1_500 * (back - 1)
        return DayRootItem(date=day, first=last - 1_499, last=last, root=digest_of(day))

    def save_head(self) -> SavedHead:
        self.floor.ask_for("save_head")
        self.saved += 1
        return SavedHead(name=f"head-{RECORDS:012}.json", content='{"statement": {}}\n')

    def start_check(self) -> CheckState:
        self.floor.ask_for("start_check")
        self.running = CheckState(
            id="k1",
            state="running",
            by="Olga Brandt",
            started_at=self.floor.world.now,
            ended_at=None,
            done=0,
            total=sum(part[2] for part in PARTS),
            checks=[],
            offence=None,
            error=None,
        )
        return self.running

    def check(self, check_id: str) -> CheckState:
        self.floor.ask_for("check")
        if self.running is None:
            raise LookupError(check_id)
        return self.running

    def cancel_check(self, check_id: str) -> None:
        self.floor.ask_for("cancel_check")
        del check_id
        if self.running is not None:
            self.running = msgspec.structs.replace(self.running, state="cancelled", ended_at=self.floor.world.now)

    def move_on(self, parts: int) -> None:
        """So many parts of the check are over; with all of them the check is, as `offence` has it."""
        if self.running is None:
            return
        ended = parts >= len(PARTS)
        checks = [self._checked(part) for part in PARTS[:parts]]
        state = "running" if not ended else "ok" if self.offence is None else "broken"
        self.running = msgspec.structs.replace(
            self.running,
            state=state,
            done=sum(part[2] for part in PARTS[:parts]),
            checks=checks,
            offence=self.offence if ended else None,
            ended_at=self.floor.world.now + timedelta(seconds=48) if ended else None,
        )

    def _checked(self, part: tuple[tuple[str, ...], str, int]) -> CheckedItem:
        rules, what, records = part
        broken = self.offence if self.offence is not None and self.offence.rule in rules else None
        warned = 41 if rules == ("calling.rules",) else 0
        return CheckedItem(rules=list(rules), what=what, records=records, warned=warned, broken=broken)
