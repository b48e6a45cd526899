"""Legal holds, deletion and erasure of the fake floor."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from app.compliance.masking import masked
from app.controller.import_contacts import normalise_phone, why_no_phone
from app.wire.erasures import EraseNumber, NumberErased
from app.wire.holds import DueItem, DuePage, HoldItem, HoldsPage, SetHold
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

DUE = (("calls", 1_204, 310), ("debt_calls", 48, 0), ("refusals", 9_031, 0), ("alerts", 12, 0))


@dataclass
class FakeHolds:
    """`gateway.holds` over a `FloorGateway`'s world."""

    floor: "FloorGateway"
    on: list[HoldItem] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)
    made: int = 0

    def settle_in(self) -> "FakeHolds":
        """A campaign in litigation, and a person who complained."""
        self._add(SetHold(scope="campaign", reason="Discovery in Doe v. Northgate", campaign_id="c1"))
        self._add(SetHold(scope="number", reason="Complaint 2026-117", phone_number="+13055550199"))
        return self

    def _add(self, wanted: SetHold) -> None:
        self.made += 1
        campaign = self.floor.admin.lists.get(wanted.campaign_id or "")
        self.on.append(
            HoldItem(
                number=self.made,
                scope=wanted.scope,
                reason=wanted.reason,
                by="Priya Raman",
                at=self.floor.world.now - timedelta(days=20 - self.made),
                campaign_id=wanted.campaign_id,
                campaign=None if campaign is None else campaign.name,
                phone=masked(normalise_phone(wanted.phone_number, "US") or "") if wanted.phone_number else None,
                from_=wanted.from_,
                to=wanted.to,
            )
        )

    def _page(self) -> HoldsPage:
        return HoldsPage(holds=list(self.on))

    def holds(self) -> HoldsPage:
        self.floor.ask_for("holds")
        return self._page()

    def hold(self, wanted: SetHold) -> HoldsPage:
        self.floor.ask_for("hold")
        number = wanted.phone_number
        if number is not None and normalise_phone(number, "US") is None:
            raise no(400, "invalid_request", f"phoneNumber: {why_no_phone(number)}", "phoneNumber")
        self.reasons.append(wanted.reason)
        self._add(wanted)
        return self._page()

    def release(self, number: int, reason: str) -> HoldsPage:
        self.floor.ask_for("release_hold")
        if all(one.number != number for one in self.on):
            raise no(404, "not_found", "There is no such hold that is on in this tenant")
        self.reasons.append(reason)
        self.on = [one for one in self.on if one.number != number]
        return self._page()

    def due(self) -> DuePage:
        self.floor.ask_for("due")
        now = self.floor.world.now
        amounts = self.floor.admin.amounts
        return DuePage(
            now=now,
            next_run_at=now + timedelta(hours=11),
            last_run_at=now - timedelta(hours=13),
            last_outcome="0 calls, 0 debt calls, 12 refusals, 0 alerts deleted",
            kinds=[
                DueItem(
                    name=name,
                    before=now - timedelta(days=amounts[name] or 0) if amounts.get(name) is not None else None,
                    rows=rows if amounts.get(name) is not None else 0,
                    held=held if amounts.get(name) is not None else 0,
                )
                for name, rows, held in DUE
            ],
        )

    def erase(self, wanted: EraseNumber) -> NumberErased:
        self.floor.ask_for("erase")
        phone = normalise_phone(wanted.phone_number, "US")
        if phone is None:
            raise no(400, "invalid_request", f"phoneNumber: {why_no_phone(wanted.phone_number)}", "phoneNumber")
        if any(one.phone == masked(phone) for one in self.on):
            sentence = "A legal hold forbids it (Complaint 2026-117); release the hold first"
            raise no(409, "conflict", sentence)
        self.erased.append(phone)
        self.reasons.append(wanted.reason)
        return NumberErased(calls=7, contacts=2)
