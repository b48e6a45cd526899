"""What operators read of abandoned calls: figures as dates and instants, by campaign, the worst first."""

from collections.abc import Sequence

from app.controller.abandonment import Standing, families_of, family_name, room, standing, standings, today_of, zone_of
from app.controller.days import date_of, day_start
from app.controller.floor import Floor
from app.controller.line_gate import held_sentence
from app.engine.abandonment import PERIOD_DAYS, Figures, Period, Tally, past_periods, stage_of
from app.engine.calling import RulesMode
from app.engine.events import LinesHeld
from app.engine.people import Campaign
from app.engine.records import HeldLines
from app.engine.value import Id, Instant
from app.wire.abandonment import (
    AbandonmentDetail,
    AbandonmentPage,
    CampaignAbandonment,
    CampaignMember,
    HeldLinesItem,
    MeasuredFrom,
    PeriodFigure,
)
from app.wire.base import utc
from app.wire.feed import Abandonment


def abandonment_page(floor: Floor, tenant_id: Id, now: Instant) -> AbandonmentPage:
    """Every campaign of a tenant."""
    found = standings(floor, tenant_id, now)
    found.sort(key=lambda one: (-_share(one.figures.worse), room(one.figures), family_name(floor, one.family) or ""))
    families = families_of(floor, tenant_id)
    return AbandonmentPage(
        time_zone=zone_of(floor, tenant_id),
        today=date_of(today_of(floor, tenant_id, now)),
        campaigns=[_item(floor, tenant_id, one, families.get(one.family, [])) for one in found],
    )


def abandonment_detail(
    floor: Floor, tenant_id: Id, family: Id, held: list[HeldLines], now: Instant
) -> AbandonmentDetail:
    """One campaign with its last thirty days."""
    found, zone = standing(floor, tenant_id, family, now), zone_of(floor, tenant_id)
    counted = floor.abandonment.days(family)
    days = range(found.today - PERIOD_DAYS + 1, found.today + 1)
    single = [Period(first=day, stop=day + 1, tally=counted.get(day, Tally())) for day in days]
    return AbandonmentDetail(
        campaign=_item(floor, tenant_id, found, families_of(floor, tenant_id).get(family, [])),
        days=[_figure(one, zone) for one in single],
        held=[_held(floor, tenant_id, family, one) for one in held],
    )


def knows_family(floor: Floor, tenant_id: Id, family: Id) -> bool:
    """Whether a tenant has a campaign of this id, or the id is its own and stands for calls of no campaign."""
    return family == tenant_id or floor.campaign(tenant_id, family) is not None


def _item(floor: Floor, tenant_id: Id, found: Standing, together: Sequence[Campaign]) -> CampaignAbandonment:
    zone, figures, family = zone_of(floor, tenant_id), found.figures, found.family
    worse = figures.worse
    lawful, own = floor.lawful, family if family != tenant_id else None
    mode = RulesMode.OFF if lawful is None else lawful.calling.settings(tenant_id, own).mode
    past = past_periods(floor.abandonment.days(family), found.anchor, found.today)
    return CampaignAbandonment(
        id=family,
        campaign=family_name(floor, family),
        members=[CampaignMember(id=one.id, name=one.name, split_from=one.split_from) for one in together],
        started_on=date_of(found.anchor),
        period=_figure(figures.period, zone),
        rolling=_figure(figures.rolling, zone),
        today=Abandonment(live=figures.today.live, abandoned=figures.today.abandoned),
        gate="period" if figures.period.tally == worse else "rolling",
        stage=stage_of(worse).value,
        drops_left=room(figures),
        measured_from=_basis(figures),
        in_flight=floor.abandonment.droppable(family),
        mode=mode.value,
        past=[_figure(one, zone) for one in past],
    )


def _figure(period: Period, zone: str) -> PeriodFigure:
    return PeriodFigure(
        first_day=date_of(period.first),
        last_day=date_of(period.stop - 1),
        start=utc(day_start(period.first, zone)),
        end=utc(day_start(period.stop, zone)),
        live=period.tally.live,
        abandoned=period.tally.abandoned,
    )


def _basis(figures: Figures) -> MeasuredFrom | None:
    worse = figures.worse
    if not worse.live:
        return None
    if not worse.greeted:
        return "answer"
    return "greeting" if worse.greeted == worse.live else "both"


def _held(floor: Floor, tenant_id: Id, family: Id, held: HeldLines) -> HeldLinesItem:
    as_told = LinesHeld(
        tenant_id=tenant_id,
        campaign_id=family,
        agent_id=held.agent_id,
        session_id="",
        code=held.code,
        asked=held.asked,
        given=held.given,
        live=held.live,
        abandoned=held.abandoned,
        in_flight=held.in_flight,
        at=held.last_at,
    )
    return HeldLinesItem(
        agent_id=held.agent_id,
        agent=held.agent,
        code=held.code,
        sentence=held_sentence(family_name(floor, family), as_told),
        first_at=utc(held.first_at),
        last_at=utc(held.last_at),
        times=held.times,
        asked=held.asked,
        given=held.given,
        live=held.live,
        abandoned=held.abandoned,
        in_flight=held.in_flight,
    )


def _share(tally: Tally) -> float:
    return tally.abandoned / tally.live if tally.live > 0 else 0.0
