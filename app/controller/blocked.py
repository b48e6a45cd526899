"""Who is not called now, why, and from when on: by place for hours and days, one by one for all else."""

from typing import Protocol

from app.compliance.masking import masked
from app.controller.callable_now import usual_dial
from app.controller.calling import Calling, Dial
from app.engine.calling import HeldContact, RulesMode
from app.engine.value import Id, Instant, Value
from app.wire.base import utc, utc_or_none
from app.wire.calling import BlockedPage, BlockedPlace, HeldItem, ModeName


class Holds(Protocol):
    """Contacts that wait, as the log has them. Off the loop; raises `StoreUnavailable`."""

    def waiting_by_place(self, tenant_id: Id, now: Instant) -> list[tuple[Id | None, str, int]]:
        """How many contacts are due, by campaign and place."""
        ...

    def held(self, tenant_id: Id, after: tuple[Instant, Id | None], size: int) -> list[HeldContact]:
        """Contacts that are held beyond an instant, those that are looked at soonest first.

        With an id, those after that contact among the ones of that instant too.
        """
        ...


class HeldSpan(Value, frozen=True, kw_only=True):
    """Which of those that are held: after which instant, and there after which contact; how many at most."""

    after: tuple[Instant, Id | None]
    size: int


def blocked_page(calling: Calling, holds: Holds, tenant_id: Id, span: HeldSpan, now: Instant) -> BlockedPage:
    """What a power dialer of default patience would be refused now. A pure reading: it moves nothing."""
    dial = usual_dial(tenant_id)
    waiting = holds.waiting_by_place(tenant_id, now)
    places = [
        blocked
        for campaign_id, place, count in waiting
        if (blocked := _blocked(calling, dial, (tenant_id, campaign_id), place, count, now)) is not None
    ]
    places.sort(key=lambda one: (one.next_eligible_at is None, one.next_eligible_at, one.place))
    held = holds.held(tenant_id, span.after, span.size)
    return BlockedPage(
        due=sum(count for _, _, count in waiting),
        blocked=sum(one.contacts for one in places),
        places=places,
        held=[_item(one) for one in held],
        next_cursor=f"{held[-1].until}.{held[-1].contact_id}" if len(held) == span.size else None,
    )


def _blocked(
    calling: Calling, dial: Dial, whose: tuple[Id, Id | None], place: str, count: int, now: Instant
) -> BlockedPlace | None:
    settings = calling.settings(*whose)
    mode: ModeName = settings.mode.value
    terms = calling.terms(settings, dial)
    if settings.mode is RulesMode.OFF and not calling.timetable.is_stopped(place, terms):
        return None
    hours = calling.timetable.hours(place, terms, now)
    if hours.is_open:
        return None
    decision = calling.lawyer.decide(calling.timetable.question(place, terms, now))
    if decision.allowed:
        return None
    # Where the rules only count, the emergency alone refuses.
    refusing = decision.emergency if settings.mode is not RulesMode.ENFORCE else None
    failure = refusing or decision.failures[0]
    return BlockedPlace(
        campaign_id=whose[1],
        place=place,
        contacts=count,
        mode=mode,
        code=failure.code,
        rule_id=failure.rule_id,
        citation=failure.citation,
        detail=failure.detail,
        next_eligible_at=utc_or_none(hours.until),
    )


def _item(held: HeldContact) -> HeldItem:
    return HeldItem(
        contact_id=held.contact_id,
        campaign_id=held.campaign_id,
        phone=masked(held.phone),
        at=utc(held.at),
        until=utc(held.until),
        code=held.code,
        rule_id=held.rule_id,
        citation=held.citation,
        detail=held.detail,
        next_eligible_at=utc_or_none(held.next_eligible_at),
    )
