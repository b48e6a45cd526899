"""Where calls may go now: every state by zone, and how many of the waiting contacts that is."""

from collections.abc import Iterable, Sequence

import msgspec

from app.compliance.callable_map import Part, Standing, parts_of
from app.compliance.question import CallMode, Failure, Purpose
from app.compliance.timetable import Terms
from app.compliance.zones import TZ_VERSION, local, zone_of
from app.controller.calling import Calling, Dial
from app.engine.calling import CallingSettings, RulesMode
from app.engine.rulebook import AgentSettings
from app.engine.value import DAY, HOUR, Id, Instant, Value
from app.wire.base import utc, utc_or_none
from app.wire.callable import (
    CallableNowPage,
    CallableState,
    CallableZone,
    DecidingRule,
    OpenStretch,
    PurposeName,
    WaitingContacts,
)

SHOWN = 2 * DAY
"""How far ahead openings are told."""

Waiting = Sequence[tuple[Id | None, str, int]]


class WantedMap(Value, frozen=True, kw_only=True):
    """Whose map: a tenant's, or one campaign's of it; for the purpose that its rules name, or another."""

    tenant_id: Id
    campaign_id: Id | None = None
    purpose: PurposeName | None = None


def usual_dial(tenant_id: Id) -> Dial:
    """How a power dialer of default patience would place a call."""
    return Dial(mode=CallMode.POWER, call_timeout=AgentSettings(tenant_id=tenant_id).call_timeout)


def callable_now(calling: Calling, wanted: WantedMap, waiting: Waiting, now: Instant) -> CallableNowPage:
    """The map at an instant; `waiting` are due contacts by campaign and place. Callable from any thread."""
    settings = calling.settings(wanted.tenant_id, wanted.campaign_id)
    terms = _terms(calling, wanted, settings)
    lawyer = calling.lawyer
    standings = [(part, calling.map.standing(lawyer, part, terms, now)) for part in parts_of(lawyer.codes)]
    counts = _count(calling, wanted, waiting, now)
    names = list(dict.fromkeys(part.jurisdiction for part, _ in standings))
    return CallableNowPage(
        now=utc(now),
        next_change_at=utc(min(standing.holds_until for _, standing in standings)),
        campaign_id=wanted.campaign_id,
        purpose=purpose_name(terms.purpose),
        mode=settings.mode.value,
        guard_seconds=terms.guard_s,
        states=[
            CallableState(
                jurisdiction=name,
                zones=[_zone(part, standing, now) for part, standing in standings if part.jurisdiction == name],
                contacts=_waiting([counts[name]] if name in counts else []),
            )
            for name in names
        ],
        contacts=_waiting(counts.values()),
        rules_version=lawyer.book.version,
        tz_version=TZ_VERSION,
    )


def purpose_name(purpose: Purpose) -> PurposeName:
    """A purpose as the wire names it."""
    return "debt" if purpose is Purpose.DEBT else "telemarketing"


def deciding_rule(failure: Failure) -> DecidingRule:
    """A failed rule as the wire tells it."""
    return DecidingRule(code=failure.code, rule_id=failure.rule_id, citation=failure.citation, detail=failure.detail)


def stretches(found: Sequence[tuple[Instant, Instant]], now: Instant) -> list[OpenStretch]:
    """What of them lies within the time that is told."""
    return [
        OpenStretch(start=utc(max(start, now)), end=utc(min(end, now + SHOWN)))
        for start, end in found
        if start < now + SHOWN and end > now
    ]


def _terms(calling: Calling, wanted: WantedMap, settings: CallingSettings) -> Terms:
    terms = calling.terms(settings, usual_dial(wanted.tenant_id))
    return terms if wanted.purpose is None else msgspec.structs.replace(terms, purpose=Purpose(wanted.purpose))


def _zone(part: Part, standing: Standing, now: Instant) -> CallableZone:
    zone = zone_of(part.zone)
    opening, closing = standing.opening, standing.closing
    return CallableZone(
        zone=part.zone,
        together=list(part.zones),
        area_code=part.area_code,
        local_time=local(now, zone),
        is_open=standing.is_open,
        banned_today=standing.banned_today,
        since=utc_or_none(standing.since),
        until=utc_or_none(standing.until),
        next_opening=utc_or_none(opening),
        next_opening_local=None if opening is None else local(opening, zone),
        next_closing=utc_or_none(closing),
        next_closing_local=None if closing is None else local(closing, zone),
        rules=[deciding_rule(one) for one in standing.failures],
        openings=stretches([(one.start, one.end) for one in standing.openings], now),
    )


def _count(calling: Calling, wanted: WantedMap, waiting: Waiting, now: Instant) -> dict[str, list[int]]:
    """By state: contacts that are due, that may be called now, and that may be within the hour."""
    counts: dict[str, list[int]] = {}
    terms: dict[Id | None, tuple[Terms, bool]] = {}
    for campaign_id, place, contacts in waiting:
        area = calling.lawyer.codes.of_code(place[:3])
        if area is None or not area.jurisdiction or wanted.campaign_id not in (None, campaign_id):
            continue
        if campaign_id not in terms:
            settings = calling.settings(wanted.tenant_id, campaign_id)
            terms[campaign_id] = (_terms(calling, wanted, settings), settings.mode is RulesMode.OFF)
        asked, is_free = terms[campaign_id]
        hours = calling.timetable.hours(place, asked, now)
        count = counts.setdefault(area.jurisdiction, [0, 0, 0])
        count[0] += contacts
        if hours.is_open or (is_free and not calling.timetable.is_stopped(place, asked)):
            count[1] += contacts
        elif hours.until is not None and hours.until <= now + HOUR:
            count[2] += contacts
    return counts


def _waiting(counts: Iterable[list[int]]) -> WaitingContacts:
    due, callable_, soon = (sum(amounts) for amounts in zip([0, 0, 0], *counts, strict=True))
    return WaitingContacts(due=due, callable_now=callable_, within_hour=soon)
