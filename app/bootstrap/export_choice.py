"""What somebody wants exported, checked and made exact: a named range becomes two instants, fields are looked up."""

import msgspec

from app.bootstrap.export_book import ExportBook
from app.controller.abandonment import standing, zone_of
from app.controller.export_desk import BadExport
from app.controller.export_ranges import Periods, is_reckoned_from_a_campaign, named_span
from app.controller.floor import Floor
from app.engine.exports import ExportWhat
from app.engine.value import Id, Instant
from app.ids import parse_id
from app.reports.export_tables import UnknownField, chosen_columns
from app.wire.base import instant_of, utc_or_none
from app.wire.exports import StartExport


def checked(book: ExportBook, tenant_id: Id, wanted: StartExport) -> ExportWhat:
    """What is wanted, as it is kept; its named range is not yet two instants. Raises `BadExport`."""
    try:
        chosen_columns(wanted.kind, wanted.fields)
    except UnknownField as fault:
        raise BadExport("fields", str(fault)) from fault
    what = ExportWhat(
        kind=wanted.kind,
        range_name=wanted.range,
        start=_instant(wanted, "from"),
        stop=_instant(wanted, "to"),
        campaign_id=_campaign(book, tenant_id, wanted),
        fields=tuple(wanted.fields),
    )
    if what.range_name is not None and (what.start is not None or what.stop is not None):
        raise BadExport("range", "range and from or to exclude each other; leave one of them out")
    if what.start is not None and what.stop is not None and what.start > what.stop:
        raise BadExport("from", "from is after to; exchange them")
    named = what.range_name
    if named is not None and is_reckoned_from_a_campaign(named) and what.campaign_id is None:
        sentence = f"range {what.range_name} counts 30 days from a campaign's start; say which with campaignId"
        raise BadExport("range", sentence)
    return what


def made_exact(floor: Floor, tenant_id: Id, what: ExportWhat, now: Instant, zone: str) -> ExportWhat:
    """The same with two instants instead of a named range. On the loop, which owns the floor. Raises `BadExport`."""
    if what.range_name is None:
        return what
    span = named_span(what.range_name, now, zone, _periods(floor, tenant_id, what.campaign_id, now))
    if span is None:
        raise BadExport("campaignId", "There is no such campaign in this tenant any more; choose another")
    return ExportWhat(
        kind=what.kind,
        range_name=what.range_name,
        start=span.start,
        stop=span.stop,
        campaign_id=what.campaign_id,
        fields=what.fields,
    )


def _periods(floor: Floor, tenant_id: Id, campaign_id: Id | None, now: Instant) -> Periods | None:
    """Those by which the campaign's family counts abandoned calls: an export names the periods of that page."""
    if campaign_id is None or floor.campaign(tenant_id, campaign_id) is None:
        return None
    found = standing(floor, tenant_id, floor.family(tenant_id, campaign_id), now)
    return Periods(anchor=found.anchor, today=found.today, zone=zone_of(floor, tenant_id))


def said_again(what: ExportWhat) -> StartExport:
    """What is kept, as it was asked for."""
    named = what.range_name is not None
    body = {
        "kind": what.kind,
        "range": what.range_name,
        "from": None if named else utc_or_none(what.start),
        "to": None if named else utc_or_none(what.stop),
        "campaignId": what.campaign_id,
        "fields": list(what.fields),
    }
    return msgspec.convert(body, StartExport)


def _instant(wanted: StartExport, field: str) -> Instant | None:
    moment = wanted.from_ if field == "from" else wanted.to
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise BadExport(field, f"{field} must have a zone, as in 2026-12-01T15:30:00Z")
    return instant_of(moment)


def _campaign(book: ExportBook, tenant_id: Id, wanted: StartExport) -> Id | None:
    if wanted.campaign_id is None:
        return None
    if wanted.kind != "calls":
        raise BadExport("campaignId", f"campaignId chooses calls; leave it out for {wanted.kind}")
    found = parse_id(wanted.campaign_id)
    if found is None or not book.has_campaign(tenant_id, found):
        raise BadExport("campaignId", "There is no such campaign in this tenant; choose one of /v1/campaigns")
    return found
