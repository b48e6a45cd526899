"""How a tenant's campaigns stand against the 3 %: each family of campaigns by its own count, and the worst of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.controller.days import local_day
from app.controller.floor import Floor
from app.engine.abandonment import Figures, Tally, drops_left, stage_of, total
from app.engine.people import Campaign
from app.engine.value import Id, Instant, Value
from app.wire.feed import Abandonment, WorstCampaign


class Standing(Value, frozen=True, kw_only=True):
    """One family of campaigns on one day; `anchor` is the local day its first period began."""

    family: Id
    anchor: int
    today: int
    figures: Figures


def today_of(floor: Floor, tenant_id: Id, now: Instant) -> int:
    """The tenant's local day."""
    return local_day(now, zone_of(floor, tenant_id))


def zone_of(floor: Floor, tenant_id: Id) -> str:
    """The zone by which a tenant's days begin and end."""
    tenant = floor.tenant(tenant_id)
    return tenant.time_zone if tenant is not None else "UTC"


def standing(floor: Floor, tenant_id: Id, family: Id, now: Instant) -> Standing:
    """How one family stands.

    Its periods are anchored at the day its first campaign was made, or at its first live answer if that is earlier, as
    it is for calls of no campaign, which nobody made.
    """
    today = today_of(floor, tenant_id, now)
    first, campaign = floor.abandonment.first_day(family), floor.campaigns.get(family)
    days = [day for day in (first, _made(floor, campaign)) if day is not None]
    anchor = min(days, default=today)
    return Standing(family=family, anchor=anchor, today=today, figures=floor.abandonment.figures(family, anchor, today))


def standings(floor: Floor, tenant_id: Id, now: Instant) -> list[Standing]:
    """Every family of a tenant's campaigns, and its calls of no campaign if any was answered."""
    families = dict.fromkeys(one.family for one in campaigns_of(floor, tenant_id))
    if floor.abandonment.first_day(tenant_id) is not None:
        families[tenant_id] = None
    return [standing(floor, tenant_id, family, now) for family in families]


def campaigns_of(floor: Floor, tenant_id: Id) -> list[Campaign]:
    """The campaigns of a tenant that the floor knows, by name."""
    found = [one for one in floor.campaigns.values() if one.tenant_id == tenant_id]
    return sorted(found, key=lambda one: one.name)


def families_of(floor: Floor, tenant_id: Id) -> Mapping[Id, list[Campaign]]:
    """The campaigns that count together, by their family, the first one first."""
    found: dict[Id, list[Campaign]] = defaultdict(list)
    for one in sorted(campaigns_of(floor, tenant_id), key=lambda one: one.id != one.family):
        found[one.family].append(one)
    return found


def family_name(floor: Floor, family: Id) -> str | None:
    """The name of a family's first campaign, None for calls of no campaign."""
    campaign = floor.campaigns.get(family)
    return campaign.name if campaign is not None else None


def begun_standings(floor: Floor, tenant_id: Id, now: Instant) -> list[Standing]:
    """Every family of a tenant that anybody has answered yet, its calls of no campaign too."""
    families = {tenant_id, *(one.family for one in floor.campaigns.values() if one.tenant_id == tenant_id)}
    # Four times a second: a campaign that nobody answered yet costs nothing.
    return [standing(floor, tenant_id, one, now) for one in families if floor.abandonment.first_day(one) is not None]


def sum_of(tallies: Iterable[Tally]) -> Abandonment:
    """Live and abandoned answers together."""
    found = total(tallies)
    return Abandonment(live=found.live, abandoned=found.abandoned)


def worst_campaign(floor: Floor, begun: Sequence[Standing]) -> WorstCampaign | None:
    """The family with the fewest drops left for its share; None before the first live answer."""
    counted = [one for one in begun if one.figures.worse.live > 0]
    if not counted:
        return None
    worst = max(counted, key=lambda one: (*_share(one.figures.worse), one.family))
    tally = worst.figures.worse
    name = family_name(floor, worst.family)
    return WorstCampaign(
        campaign_id=worst.family if name is not None else None,
        campaign=name,
        live=tally.live,
        abandoned=tally.abandoned,
        drops_left=room(worst.figures),
        stage=stage_of(tally).value,
    )


def room(figures: Figures) -> int:
    """How many more calls may be dropped before either thirty-day figure passes 3 %."""
    return min(drops_left(figures.period.tally), drops_left(figures.rolling.tally))


def _share(tally: Tally) -> tuple[float, int]:
    return tally.abandoned / tally.live, tally.live


def _made(floor: Floor, campaign: Campaign | None) -> int | None:
    if campaign is None or campaign.started_at is None:
        return None
    return local_day(campaign.started_at, zone_of(floor, campaign.tenant_id))
