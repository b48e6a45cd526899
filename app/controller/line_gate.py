"""Holds lines of a predictive batch back, so that a campaign stays under 3 % abandoned calls; and says so."""

from typing import NamedTuple

from app.controller.abandonment import family_name, standing
from app.controller.change import Change
from app.controller.floor import Floor
from app.engine.abandonment import Figures, Flight, Grant, Tally, drops_left, lines_allowed
from app.engine.calling import RulesMode
from app.engine.events import LinesHeld
from app.engine.people import Contact
from app.engine.sessions import Session
from app.engine.value import Id, Instant
from app.wire.dialer import LinesHeldNote


class Batch(NamedTuple):
    """The contacts that may go out, why not all that were asked for, and why not if the rules did more than alert."""

    contacts: list[Contact]
    held: LinesHeld | None
    would_hold: str | None


class _Judged(NamedTuple):
    family: Id
    grant: Grant
    figures: Figures
    flight: Flight


def hold_lines(change: Change, session: Session, contacts: list[Contact], now: Instant) -> Batch:
    """As many contacts as their campaigns leave room for; the others go back to where they were.

    A batch over several campaigns may have as many lines as the strictest of them allows. Where the rules only alert,
    all is handed out, and the code says what they would have held back.
    """
    floor = change.floor
    judged = [_judge(floor, session, family, len(contacts), now) for family in _families(floor, session, contacts)]
    worst = min(judged, key=lambda one: one.grant.lines, default=None)
    if worst is None or worst.grant.code is None:
        return Batch(contacts, None, None)
    if _mode(floor, session, contacts) is not RulesMode.ENFORCE:
        return Batch(contacts, None, worst.grant.code)
    given = worst.grant.lines
    floor.ports.queue.put_back(contacts[given:])
    return Batch(contacts[:given], _held(session, worst, len(contacts), now), None)


def count_would_hold(floor: Floor, tenant_id: Id, code: str, now: Instant) -> None:
    """A batch went out whole that rules in force would have held back: counted by code, for the tenant's eyes."""
    if floor.lawful is not None:
        floor.lawful.calling.count_would_refuse(tenant_id, code, now)


def held_note(floor: Floor, held: LinesHeld) -> LinesHeldNote:
    """What the dialer is told."""
    return LinesHeldNote(
        asked=held.asked,
        given=held.given,
        code=held.code,
        sentence=held_sentence(family_name(floor, held.campaign_id), held),
    )


def held_sentence(campaign: str | None, held: LinesHeld) -> str:
    """Why an agent got fewer contacts than it asked for, for a person."""
    whose = f"campaign {campaign}" if campaign is not None else "calls without a campaign"
    count = f"{held.abandoned:,} of {held.live:,} live answers of {whose} were abandoned in 30 days"
    given = f"{held.given} of {held.asked} lines"
    match held.code:
        case "abandonment_no_overdialing":
            return f"{given}: {count}; from 2.9 % on no line goes out beyond what the agent can take"
        case "abandonment_one_line":
            return f"{given}: {count}; from 2.5 % on an agent gets one contact at a time"
        case _:
            flight = f"{held.in_flight} in flight could be dropped"
            return f"{given}: {count}, {flight}, and more lines could pass 3 %; one drop needs 34 live answers"


def _families(floor: Floor, session: Session, contacts: list[Contact]) -> list[Id]:
    """Whose counts a batch touches; families that no rule asks about are left out."""
    found: dict[Id, None] = {}
    for contact in contacts:
        campaign_id = session.campaign_id or contact.campaign_id
        if _mode_of(floor, session.tenant_id, campaign_id) is not RulesMode.OFF:
            if campaign_id is not None:
                floor.campaign(session.tenant_id, campaign_id)
            found[floor.family(session.tenant_id, campaign_id)] = None
    return list(found)


def _judge(floor: Floor, session: Session, family: Id, asked: int, now: Instant) -> _Judged:
    figures = standing(floor, session.tenant_id, family, now).figures
    flight = floor.abandonment.flight(family, session.agent_id, floor.desks[session.agent_id].open_calls.values())
    tallies = (figures.period.tally, figures.rolling.tally)
    return _Judged(family, lines_allowed(asked, tallies, flight), figures, flight)


def _held(session: Session, judged: _Judged, asked: int, now: Instant) -> LinesHeld:
    tally = _deciding(judged)
    return LinesHeld(
        tenant_id=session.tenant_id,
        campaign_id=judged.family,
        agent_id=session.agent_id,
        session_id=session.id,
        code=judged.grant.code or "",
        asked=asked,
        given=judged.grant.lines,
        live=tally.live,
        abandoned=tally.abandoned,
        in_flight=judged.flight.others + judged.flight.waiting,
        at=now,
    )


def _deciding(judged: _Judged) -> Tally:
    """The figure that decided: for room the one that leaves less of it, else the higher share."""
    figures = judged.figures
    if judged.grant.code != "abandonment_headroom":
        return figures.worse
    return min((figures.period.tally, figures.rolling.tally), key=drops_left)


def _mode(floor: Floor, session: Session, contacts: list[Contact]) -> RulesMode:
    """`enforce` if it holds for any campaign of the batch."""
    modes = {_mode_of(floor, session.tenant_id, session.campaign_id or one.campaign_id) for one in contacts}
    return RulesMode.ENFORCE if RulesMode.ENFORCE in modes else RulesMode.ALERT_ONLY


def _mode_of(floor: Floor, tenant_id: Id, campaign_id: Id | None) -> RulesMode:
    return RulesMode.OFF if floor.lawful is None else floor.lawful.calling.settings(tenant_id, campaign_id).mode
