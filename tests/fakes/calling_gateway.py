"""Calling hours of the fake floor: a tenant that only counts, and one campaign that refuses."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.wire.calling import CallingRules, CallingRulesPage, CampaignCallingRules

if TYPE_CHECKING:
    from tests.fakes.floor_gateway import FloorGateway


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
    would_refuse: dict[str, int] = field(default_factory=lambda: {"hours": 41, "sunday": 6})

    def rules(self) -> CallingRulesPage:
        self.floor.ask_for("calling_rules")
        return CallingRulesPage(
            rules=self.tenant_rules,
            is_default=self.tenant_rules == usual_rules(),
            campaigns=self.campaigns,
            would_refuse=self.would_refuse,
            would_refuse_day={code: 9 * count for code, count in self.would_refuse.items()},
            rules_version="5d2c7f1e90ab",
            tz_version="2026b",
        )
