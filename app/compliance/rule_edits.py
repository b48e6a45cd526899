"""Edits of rules: the rules that ship with the program under what an admin has made of them, as pure values."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from app.compliance.area_codes import AreaCodes
from app.compliance.rules import COUNTED, DAY_S, Kind, Rule, RuleBook
from app.compliance.zones import UnknownZone, zone_of
from app.engine.value import Value

Timeline = tuple[Rule, ...]
"""Every wording of one rule, in the order in which they hold; none if the rule was taken out."""

GROUPS: tuple[str, ...] = ("telemarketing", "debt", "automated_dialing", "prerecorded", "manual")
LONGEST_WINDOW_H = 720
"""Earlier calls are looked up that far back in every decision that needs them."""

_OWN = "own-"
_ABROAD: frozenset[str] = frozenset({"US", "CA", "GB"})


class Fault(Value, frozen=True, kw_only=True):
    """A field that cannot be used, and what would be right."""

    field: str
    sentence: str


def edited_book(base: RuleBook, overlay: Mapping[str, Timeline], emergencies: frozenset[str]) -> RuleBook:
    """The shipped rules with edited ones in their place and new ones after them. Equal edits make an equal version."""
    shipped = {rule.id for rule in base.rules}
    kept = [rule for rule in base.rules if rule.id not in overlay]
    put = [rule for rule_id in sorted(overlay) for rule in overlay[rule_id]]
    order = {rule.id: at for at, rule in enumerate(base.rules)}
    found = sorted([*kept, *put], key=lambda rule: (order.get(rule.id, len(shipped)), rule.id, _since(rule)))
    return RuleBook(found, base.holidays, emergencies)


def timeline_of(book: RuleBook, rule_id: str) -> Timeline:
    """Every wording of a rule in a book."""
    return tuple(sorted(book.wordings(rule_id), key=_since))


def reworded(before: Timeline, wording: Rule | None, since: date | None) -> Timeline:
    """What a rule's wordings are once another holds from a local date on, or at once; None takes the rule out.

    Wordings that were to hold later than that are replaced too.
    """
    kept = [] if since is None else [rule for rule in before if _since(rule) < since]
    clipped = [msgspec.structs.replace(rule, effective_to=_earlier(rule.effective_to, since)) for rule in kept]
    after = () if wording is None else (wording,)
    return (*clipped, *after)


def wording_hash(timeline: Timeline) -> str:
    """What a timeline says, in 16 hex digits: an editor names the one that it saw."""
    return hashlib.sha256(encode_timeline(timeline)).hexdigest()[:16]


def encode_timeline(timeline: Timeline) -> bytes:
    """Canonical JSON."""
    return _ENCODER.encode(timeline)


def decode_timeline(document: str | bytes) -> Timeline:
    """The reverse of `encode_timeline`."""
    return _DECODER.decode(document)


def own_id(book: RuleBook, overlay: Iterable[str], jurisdiction: str, kind: Kind) -> str:
    """An id for a rule of the folder's own, which no rule that ships can have."""
    start = f"{jurisdiction}/{kind.value}/{_OWN}"
    taken = {rule_id for rule_id in (*overlay, *(rule.id for rule in book.rules)) if rule_id.startswith(start)}
    number = max((int(rule_id.removeprefix(start)) for rule_id in taken), default=0)
    return f"{start}{number + 1}"


def places_with_rules(codes: AreaCodes) -> frozenset[str]:
    """Jurisdictions that a rule may be of."""
    return _ABROAD | {place.jurisdiction for place in codes.geographic().values()}


def fault_of(rule: Rule) -> Fault | None:
    """What is wrong with a rule's wording, None if it can be used."""
    return _common_fault(rule) or _clock_fault(rule) or _days_fault(rule) or _count_fault(rule)


def _common_fault(rule: Rule) -> Fault | None:
    if rule.applies_to not in GROUPS:
        return Fault(field="appliesTo", sentence=f"appliesTo '{rule.applies_to}' is none of {', '.join(GROUPS)}")
    first, last = rule.effective_from, rule.effective_to
    if first is not None and last is not None and last <= first:
        return Fault(field="effectiveTo", sentence="effectiveTo must be after the day from which the rule holds")
    return None


def _clock_fault(rule: Rule) -> Fault | None:
    if rule.zone:
        try:
            zone_of(rule.zone)
        except UnknownZone as fault:
            return Fault(field="clock", sentence=f"clock: {fault}")
    if rule.kind is Kind.HOURS and not 0 <= rule.start < rule.end <= DAY_S:
        return Fault(field="end", sentence="end must be later than start, on the same day; 24:00 is its end")
    return None


def _days_fault(rule: Rule) -> Fault | None:
    if rule.kind is Kind.HOURS and not rule.days:
        return Fault(field="days", sentence="days: name at least one weekday; to close a day, leave it out")
    if rule.kind is Kind.BAN and not rule.days and not rule.on_holidays:
        return Fault(field="days", sentence="days: name the weekdays without calls, or holiday")
    return None


def _count_fault(rule: Rule) -> Fault | None:
    if rule.kind not in COUNTED:
        return None
    if rule.kind is Kind.ATTEMPTS and (rule.cap is None or not 1 <= rule.cap <= 1_000):
        return Fault(field="cap", sentence="cap must be from 1 to 1000 calls; to forbid calls, add a ban")
    hours = rule.window_hours
    if hours is None or not 1 <= hours <= LONGEST_WINDOW_H:
        return Fault(field="windowHours", sentence=f"windowHours must be from 1 to {LONGEST_WINDOW_H}")
    by_days = rule.kind is Kind.COOLDOWN or (rule.kind is Kind.ATTEMPTS and rule.applies_to == "debt")
    if by_days and hours % 24:
        return Fault(field="windowHours", sentence="windowHours counts whole days here; write 24, 48, 168")
    return None


def _since(rule: Rule) -> date:
    return rule.effective_from or date.min


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Timeline)
