"""Calling hours of the fake floor: a tenant that only counts, and one campaign that refuses.

Where calls may go, and whether one number may be called, is worked out by the engine's own functions.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.rule_files import read_rule_book
from app.controller.callable_now import WantedMap, callable_now
from app.controller.calling import Calling
from app.controller.may_call import AskedNumber, NumberFacts, may_call, read_asked
from app.engine.calling import CallingSettings, RulesMode
from app.engine.ports import Tries
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import DAY, HOUR, Id, Instant
from app.wire.base import instant_of
from app.wire.callable import AskMayCall, CallableNowPage, MayCallAnswer, PurposeName
from app.wire.calling import (
    BlockedPage,
    BlockedPlace,
    CallingRules,
    CallingRulesPage,
    CampaignCallingRules,
    EditCallingRules,
    HeldItem,
)
from tests.fakes.limits_gateway import no

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway

TENANT_ID: Id = "0198a000-0000-7000-8000-000000000001"
WAITING = (("212", 4_100), ("305", 2_210), ("808", 640), ("213", 3_305), ("312", 1_890), ("671", 88), ("205", 930))
TRIED = "+13055550199"
LISTED = "+12125550188"


@lru_cache(maxsize=1)
def lawyer() -> Lawyer:
    return Lawyer(read_rule_book(), read_area_codes())


class FewTries:
    """One number was called three times within the last hours, nobody else ever."""

    def __init__(self, now: Instant) -> None:
        self.now = now

    def tries(self, tenant_id: Id, phone: str, since: Instant) -> Tries:
        tried = [self.now - hours * HOUR for hours in (9, 5, 2)] if phone == TRIED else []
        return Tries(tried, None, None)


def usual_rules() -> CallingRules:
    """What a tenant starts with."""
    return CallingRules(mode="alert-only", purpose="telemarketing", national=False, consent=False, emergencies=[])


def strict_rules() -> CallingRules:
    """A campaign of debts that refuses, with a storm in Louisiana."""
    return CallingRules(mode="enforce", purpose="debt", national=True, consent=True, emergencies=["US-LA"])


@dataclass
class FakeCalling:
    """`gateway.calling` over a `FloorGateway`'s world."""

    floor: "FloorGateway"
    tenant_rules: CallingRules = field(default_factory=usual_rules)
    campaigns: list[CampaignCallingRules] = field(
        default_factory=lambda: [CampaignCallingRules(campaign_id="c-2", campaign="Renewals", rules=strict_rules())]
    )
    would_refuse: dict[str, int] = field(default_factory=lambda: {"OUTSIDE_HOURS": 41, "DAY_BAN": 6})
    reasons: list[str] = field(default_factory=list)
    held: int = 430
    ahead: timedelta = timedelta()
    """How far the engine's clock is beyond the floor's, for another hour of the day."""

    def _now(self) -> Instant:
        return instant_of(self.floor.world.now + self.ahead)

    def _calling(self) -> Calling:
        calling = Calling(lawyer(), FewTries(self._now()))
        calling.put_settings(TENANT_ID, None, _settings(self.tenant_rules))
        for one in self.campaigns:
            calling.put_settings(TENANT_ID, one.campaign_id, _settings(one.rules))
        return calling

    def rules(self) -> CallingRulesPage:
        self.floor.ask_for("calling_rules")
        return self._rules()

    def _rules(self) -> CallingRulesPage:
        return CallingRulesPage(
            rules=self.tenant_rules,
            is_default=self.tenant_rules == usual_rules(),
            campaigns=self.campaigns,
            would_refuse=self.would_refuse,
            would_refuse_day={code: 9 * count for code, count in self.would_refuse.items()},
            rules_version="5d2c7f1e90ab",
            tz_version="2026b",
        )

    def edit_rules(self, campaign_id: str | None, edit: EditCallingRules) -> CallingRulesPage:
        self.floor.ask_for("edit_calling_rules")
        self.reasons.append(edit.reason)
        rules = CallingRules(
            mode=edit.mode,
            purpose=edit.purpose,
            national=edit.national,
            consent=edit.consent,
            emergencies=list(edit.emergencies),
        )
        if campaign_id is None:
            self.tenant_rules = rules
            return self._rules()
        names = {one.campaign_id: one.campaign for one in self.campaigns}
        names |= {one.id: one.name for one in self.floor.admin.lists.values()}
        self.campaigns = [one for one in self.campaigns if one.campaign_id != campaign_id]
        self.campaigns.append(CampaignCallingRules(campaign_id=campaign_id, campaign=names[campaign_id], rules=rules))
        return self._rules()

    def drop_rules(self, campaign_id: str, reason: str) -> CallingRulesPage:
        self.floor.ask_for("drop_calling_rules")
        self.reasons.append(reason)
        self.campaigns = [one for one in self.campaigns if one.campaign_id != campaign_id]
        return self._rules()

    def blocked(self, cursor: str | None = None, limit: int = 200) -> BlockedPage:
        self.floor.ask_for("blocked_contacts")
        start = 0 if cursor is None else int(cursor)
        page = self.callable_page(None, None)
        hawaii = next(one for one in page.states if one.jurisdiction == "US-HI").zones[0]
        place = BlockedPlace(
            campaign_id=None,
            place="808",
            contacts=640,
            mode="alert-only",
            code=hawaii.rules[0].code,
            rule_id=hawaii.rules[0].rule_id,
            citation=hawaii.rules[0].citation,
            detail=hawaii.rules[0].detail,
            next_eligible_at=hawaii.next_opening,
        )
        stop = min(self.held, start + limit)
        return BlockedPage(
            due=13_163,
            blocked=640,
            places=[place],
            held=[self._held(at) for at in range(start, stop)],
            next_cursor=str(stop) if stop < self.held else None,
        )

    def _held(self, at: int) -> HeldItem:
        now = self.floor.world.now
        return HeldItem(
            contact_id=f"h{at}",
            campaign_id=None,
            phone=f"(305) ***-**{at % 100:02}",
            at=now - timedelta(minutes=at),
            until=now + timedelta(hours=3, minutes=at),
            code="ATTEMPT_CAP" if at % 3 else "NO_CONSENT",
            rule_id="US-FL/attempts/1" if at % 3 else "product/no_consent",
            citation="Fla. Stat. 501.616(6)(b)" if at % 3 else "",
            detail="US-FL 3>=3 in 24 h" if at % 3 else "",
            next_eligible_at=now + timedelta(hours=3, minutes=at) if at % 3 else None,
        )

    def callable_now(self, purpose: PurposeName | None, campaign_id: str | None) -> CallableNowPage:
        self.floor.ask_for("callable_now")
        return self.callable_page(purpose, campaign_id)

    def callable_page(self, purpose: PurposeName | None, campaign_id: str | None) -> CallableNowPage:
        """The map, without a question that counts."""
        wanted = WantedMap(tenant_id=TENANT_ID, campaign_id=campaign_id, purpose=purpose)
        waiting = [(None, place, count) for place, count in WAITING] if self.floor.world.people else []
        return callable_now(self._calling(), wanted, waiting, self._now())

    def may_call(self, asked: AskMayCall) -> MayCallAnswer:
        self.floor.ask_for("may_call")
        known = {one.campaign_id for one in self.campaigns} | set(self.floor.admin.lists)
        campaign_id, bare = asked.campaign_id, msgspec.structs.replace(asked, campaign_id=None)
        read = read_asked(lawyer(), TENANT_ID, bare, known.__contains__, self._now())
        if not isinstance(read, AskedNumber):
            field_ = getattr(read, "field", "")
            raise no(400, "invalid_request", getattr(read, "sentence", "There is no such campaign"), field_)
        read = msgspec.structs.replace(read, campaign_id=campaign_id)
        return may_call(self._calling(), read, self._facts(read))

    def _facts(self, read: AskedNumber) -> NumberFacts:
        listed = read.phone == LISTED
        step = ListedNumber(
            tenant_id=TENANT_ID,
            phone=LISTED,
            kind=ListKind.INTERNAL,
            is_listed=True,
            at=self._now() - 40 * DAY,
            by="Maria Keller",
            source="disposition",
            reason="do_not_call",
        )
        return NumberFacts(
            kinds=(ListKind.INTERNAL,) if listed else (),
            contacts=[],
            steps=[step] if listed else [],
            national=None,
            on_national=None,
        )


def _settings(rules: CallingRules) -> CallingSettings:
    return CallingSettings(
        mode=RulesMode(rules.mode),
        purpose=rules.purpose,
        national=rules.national,
        consent=rules.consent,
        emergencies=tuple(rules.emergencies),
    )
