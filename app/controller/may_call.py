"""One number looked up: may it be called now, and if not, why not and when again. Decided as every call is."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from app.compliance.attempts import attempts_counted
from app.compliance.decide import Lawyer
from app.compliance.masking import masked
from app.compliance.numbers import NumberFault, classify
from app.compliance.openings import next_eligible, openings
from app.compliance.places import evidence_of
from app.compliance.question import Evidence, Mark, Question
from app.compliance.reach import reach_of
from app.compliance.rules import in_force
from app.compliance.zones import TZ_VERSION, UnknownZone, local, zone_of
from app.controller.callable_now import deciding_rule, purpose_name, stretches, usual_dial
from app.controller.calling import Calling
from app.controller.import_contacts import normalise_phone, why_no_phone
from app.controller.number_lists import NationalState
from app.controller.outcomes import Invalid, Missing
from app.engine.calling import CallingSettings, NumberContact
from app.engine.suppression import ListedNumber, ListKind
from app.engine.value import DAY, Id, Instant, Value
from app.ids import parse_id
from app.wire.base import instant_of, utc, utc_or_none
from app.wire.callable import AskMayCall, AttemptCount, MayCallAnswer, NationalHit, OwnHit, ZoneTime

_MARKS: Mapping[ListKind, Mark] = MappingProxyType(
    {
        ListKind.INTERNAL: Mark.INTERNAL_DNC,
        ListKind.WRONG_NUMBER: Mark.WRONG_NUMBER,
        ListKind.LITIGATOR: Mark.LITIGATOR,
    }
)


class AskedNumber(Value, frozen=True, kw_only=True):
    """What is asked of whom, checked: the number in E.164, the campaign, the instant, and where else they may be."""

    tenant_id: Id
    phone: str
    campaign_id: Id | None
    evidence: tuple[Evidence, ...]
    at: Instant


class NumberFacts(Value, frozen=True, kw_only=True):
    """What is known of the number: the own lists it is on and their past, its contacts, what the national list says."""

    kinds: Sequence[ListKind]
    contacts: Sequence[NumberContact]
    steps: Sequence[ListedNumber]
    national: NationalState | None
    on_national: bool | None


def read_asked(
    lawyer: Lawyer, tenant_id: Id, intent: AskMayCall, has_campaign: Callable[[Id], bool], now: Instant
) -> AskedNumber | Invalid | Missing:
    """What is asked, or what is wrong with it."""
    phone = normalise_phone(intent.phone_number, "US")
    if phone is None:
        sentence = f"{why_no_phone(intent.phone_number)}; write ten digits, or + and the country code"
        return Invalid(field="phoneNumber", sentence=f"phoneNumber: {sentence}")
    if intent.at is not None and intent.at.tzinfo is None:
        return Invalid(field="at", sentence="at must have a zone, as in 2026-12-01T15:30:00Z")
    campaign_id = None if intent.campaign_id is None else parse_id(intent.campaign_id)
    if intent.campaign_id is not None and (campaign_id is None or not has_campaign(campaign_id)):
        return Missing(what="campaign")
    found = _evidence(lawyer, intent)
    if isinstance(found, Invalid):
        return found
    return AskedNumber(
        tenant_id=tenant_id,
        phone=phone,
        campaign_id=campaign_id,
        evidence=found,
        at=now if intent.at is None else instant_of(intent.at),
    )


def may_call(calling: Calling, asked: AskedNumber, facts: NumberFacts) -> MayCallAnswer:
    """The answer. On the loop: tries that the log does not hold yet count too."""
    settings = calling.settings(asked.tenant_id, asked.campaign_id)
    question = calling.with_history(_question(calling, asked, settings, facts), asked.tenant_id)
    decision = calling.lawyer.decide(question)
    waits = not question.marks and decision.emergency is None
    free = next_eligible(calling.lawyer, question) if waits else None
    found = [] if free is None else openings(calling.lawyer, question, 4)
    number = classify(asked.phone, calling.lawyer.codes)
    return MayCallAnswer(
        phone=asked.phone,
        masked=masked(asked.phone),
        allowed=decision.allowed,
        at=utc(asked.at),
        campaign_id=asked.campaign_id,
        purpose=purpose_name(question.purpose),
        mode=settings.mode.value,
        number_class=number.value if isinstance(number, NumberFault) else "geographic",
        failures=[deciding_rule(one) for one in decision.failures],
        states=[name for name in decision.jurisdictions if name != "US"],
        zones=[ZoneTime(zone=name, local_time=local(asked.at, zone_of(name))) for name in decision.zones],
        own=[_own(kind, facts.steps) for kind in facts.kinds],
        national=_national(settings, facts, asked.at),
        consent=Mark.NO_CONSENT not in question.marks if settings.consent else None,
        attempts=_attempts(calling, question),
        tries=[utc(at) for at in question.attempts],
        last_conversation=utc_or_none(question.last_conversation),
        contacts=len(_of_campaign(asked, facts)),
        next_eligible_at=utc_or_none(free),
        # No try is made meanwhile, so that what is free stays free.
        openings=stretches([(max(one.start, free or 0), one.end) for one in found if one.end > (free or 0)], asked.at),
        guard_seconds=question.guard_s,
        rules_version=decision.rules_version,
        tz_version=TZ_VERSION,
    )


def _evidence(lawyer: Lawyer, intent: AskMayCall) -> tuple[Evidence, ...] | Invalid:
    if intent.state is not None and intent.state not in lawyer.book.jurisdictions:
        return Invalid(field="state", sentence=f"state: no rules are known of {intent.state}; write one such as US-CA")
    if intent.zone:
        try:
            zone_of(intent.zone)
        except UnknownZone as fault:
            return Invalid(field="zone", sentence=f"zone: {fault}")
    return evidence_of(f"|{intent.state or ''}|{intent.zone or ''}".rstrip("|"), lawyer.codes)


def _of_campaign(asked: AskedNumber, facts: NumberFacts) -> list[NumberContact]:
    return [one for one in facts.contacts if asked.campaign_id in (None, one.campaign_id)]


def _question(calling: Calling, asked: AskedNumber, settings: CallingSettings, facts: NumberFacts) -> Question:
    terms = calling.terms(settings, usual_dial(asked.tenant_id))
    contacts = _of_campaign(asked, facts)
    # A person with several contacts consented if one of them says so.
    said = [calling.marks(asked.phone, one.fields, settings, asked.at) for one in contacts] or [
        calling.marks(asked.phone, {}, settings, asked.at)
    ]
    codes = calling.lawyer.codes
    evidence = {*asked.evidence, *(item for one in contacts for item in evidence_of(one.place, codes))}
    return Question(
        phone=asked.phone,
        at=asked.at,
        purpose=terms.purpose,
        mode=terms.mode,
        evidence=tuple(sorted(evidence, key=lambda one: (one.jurisdiction, one.zone))),
        emergencies=terms.emergencies,
        marks=reduce(frozenset.intersection, said) | {_MARKS[kind] for kind in facts.kinds},
        guard_s=terms.guard_s,
    )


def _attempts(calling: Calling, question: Question) -> list[AttemptCount]:
    number = classify(question.phone, calling.lawyer.codes)
    if isinstance(number, NumberFault):
        return []
    reach = reach_of(number, question.evidence)
    days = [local(question.at, zone).date() for zone in reach.clocks()]
    return [
        AttemptCount(
            rule_id=rule.id,
            citation=rule.citation,
            jurisdiction=one.jurisdiction,
            counted=attempts_counted(question, rule, reach.clocks()),
            cap=rule.cap or 0,
            window_hours=rule.window_hours or 0,
        )
        for one in calling.lawyer.applied(question, reach)
        for rule in in_force(one.attempts, days)
    ]


def _own(kind: ListKind, steps: Sequence[ListedNumber]) -> OwnHit:
    step = next((one for one in steps if one.kind is kind and one.is_listed), None)
    return OwnHit(
        kind=kind.value,
        at=utc(0 if step is None else step.at),
        by="" if step is None else step.by,
        source="" if step is None else step.source,
        reason="" if step is None else step.reason,
    )


def _national(settings: CallingSettings, facts: NumberFacts, at: Instant) -> NationalHit:
    state = facts.national
    return NationalHit(
        asked=settings.national,
        on_list=facts.on_national,
        version=None if state is None else state.version,
        taken_at=None if state is None else utc(state.oldest_taken_at),
        age_days=None if state is None else (at - state.oldest_taken_at) // DAY,
        good_until=None if state is None else utc(state.good_until),
    )
