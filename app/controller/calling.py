"""The rules of calling hours on the floor: whose contacts they bind, and what they say of one contact now."""

from collections.abc import Iterable, Mapping
from typing import Protocol

import msgspec

from app.compliance.callable_map import CallableMap
from app.compliance.decide import Lawyer
from app.compliance.numbers import NumberFault, classify
from app.compliance.openings import next_eligible
from app.compliance.places import place_of
from app.compliance.question import CallMode, Mark, Purpose, Question
from app.compliance.timetable import Terms, Timetable
from app.controller.desk import MinuteCounts
from app.engine.calling import Blocked, CallingSettings, RulesMode
from app.engine.people import Contact
from app.engine.ports import CallHistory
from app.engine.value import DAY, MINUTE, Id, Instant, Value

RING_GUARD_S = 30
"""Seconds beyond `callTimeout` before a window's end: WA and NM speak of calls received."""

_HISTORY = 8 * DAY
_NO = frozenset({"no", "n", "false", "0", "revoked", "none"})
_DEFAULTS = CallingSettings()


class NationalCopy(Protocol):
    """A version of the national list."""

    def has(self, phone: str) -> bool:
        """Whether an E.164 number of +1 is on it."""
        ...

    def is_old(self, phone: str, at: Instant) -> bool:
        """Whether it says nothing of a number any more."""
        ...


class MinuteCounter:
    """How often each of several things happened in the last 60 minutes."""

    def __init__(self) -> None:
        self._counts: dict[str, MinuteCounts] = {}

    def add(self, what: str, at: Instant) -> None:
        """It happened at an instant."""
        self._counts.setdefault(what, MinuteCounts()).add(at)

    def totals(self, now: Instant) -> dict[str, int]:
        """The counts that are not 0."""
        return {what: total for what, counts in self._counts.items() if (total := counts.total(now))}


class Dial(Value, frozen=True, kw_only=True):
    """How a call would be placed: the session's mode, and the seconds it may ring."""

    mode: CallMode
    call_timeout: int


class _Glance(Value, frozen=True, kw_only=True):
    since: Instant
    until: Instant
    blocked: Blocked | None


class Calling:
    """Settings, rules and what was counted. One loop owns it, as it owns the floor."""

    def __init__(self, lawyer: Lawyer, history: CallHistory) -> None:
        self.lawyer = lawyer
        self.timetable = Timetable(lawyer)
        self.map = CallableMap()
        self.national: NationalCopy | None = None
        self.would_refuse: dict[Id, MinuteCounter] = {}
        self._history = history
        self._settings: dict[tuple[Id, Id | None], CallingSettings] = {}
        self._glances: dict[tuple[Id, Id | None, str, Dial], _Glance] = {}
        self._recent: dict[tuple[Id, str], list[Instant]] = {}
        self._before: dict[tuple[Id, str], list[Instant]] = {}
        self._turned_at: Instant = 0

    def restore(self, settings: Mapping[tuple[Id, Id | None], CallingSettings]) -> None:
        """Take what the log says."""
        self._settings = dict(settings)

    def own_settings(self, tenant_id: Id, campaign_id: Id | None) -> CallingSettings | None:
        """What was set for a tenant (None) or for a campaign itself."""
        return self._settings.get((tenant_id, campaign_id))

    def settings(self, tenant_id: Id, campaign_id: Id | None) -> CallingSettings:
        """What holds for contacts of a campaign: its own, else its tenant's."""
        own = self._settings.get((tenant_id, campaign_id)) if campaign_id is not None else None
        return own or self._settings.get((tenant_id, None)) or _DEFAULTS

    def put_settings(self, tenant_id: Id, campaign_id: Id | None, settings: CallingSettings | None) -> None:
        """Know settings as they are now."""
        self._glances.clear()
        if settings is None:
            self._settings.pop((tenant_id, campaign_id), None)
        else:
            self._settings[tenant_id, campaign_id] = settings

    def enforces(self, tenant_id: Id, campaign_ids: Iterable[Id | None]) -> bool:
        """Whether any of these campaigns' contacts may be refused."""
        return any(self.settings(tenant_id, one).mode is RulesMode.ENFORCE for one in campaign_ids)

    def set_campaigns(self, tenant_id: Id) -> list[Id | None]:
        """Campaigns that have settings of their own, and None for the tenant's."""
        return [None, *(campaign for tenant, campaign in self._settings if tenant == tenant_id and campaign)]

    def terms(self, settings: CallingSettings, dial: Dial) -> Terms:
        """What of a call bears on its hours."""
        return Terms(
            purpose=Purpose(settings.purpose),
            mode=dial.mode,
            guard_s=dial.call_timeout + RING_GUARD_S,
            emergencies=frozenset(settings.emergencies),
        )

    def judge(self, contact: Contact, dial: Dial, now: Instant) -> Blocked | None:
        """Why a contact may not be called now, None if it may: every rule, at this instant, by what is known of it now.

        Attempts are looked up only where a rule counts them, and only when the rules may refuse.
        """
        settings = self.settings(contact.tenant_id, contact.campaign_id)
        if settings.mode is RulesMode.OFF:
            return None
        if settings.mode is RulesMode.ALERT_ONLY and not (settings.national or settings.consent):
            return self._glance(contact, dial, now)
        return self._judge(contact, settings, dial, now)

    def _glance(self, contact: Contact, dial: Dial, now: Instant) -> Blocked | None:
        """What the hours of a contact's place say, remembered until they change: counting must cost nothing."""
        place = contact.place or place_of(contact.phone, {})
        key = (contact.tenant_id, contact.campaign_id, place, dial)
        seen = self._glances.get(key)
        if seen is None or not seen.since <= now < seen.until:
            settings = self.settings(contact.tenant_id, contact.campaign_id)
            terms = self.terms(settings, dial)
            hours = self.timetable.hours(place, terms, now)
            asked = self.timetable.question(place, terms, now)
            blocked = None if hours.is_open else self._blocked(asked)
            until = now + DAY if hours.until is None else hours.until
            seen = self._glances[key] = _Glance(since=now, until=until, blocked=blocked)
        return seen.blocked

    def _judge(self, contact: Contact, settings: CallingSettings, dial: Dial, now: Instant) -> Blocked | None:
        fault = classify(contact.phone, self.lawyer.codes)
        if isinstance(fault, NumberFault):
            return Blocked(code=fault.value, rule_id="product/number_class", citation="", detail="", until=None)
        terms = self.terms(settings, dial)
        place = place_of(contact.phone, contact.fields)
        marks = self.marks(contact.phone, contact.fields, settings, now)
        counts = settings.mode is RulesMode.ENFORCE and self.timetable.counts_attempts(place, terms)
        if not marks and not counts and self.timetable.hours(place, terms, now).is_open:
            return None
        asked = self.timetable.question(place, terms, now)
        question = msgspec.structs.replace(asked, phone=contact.phone, marks=marks)
        return self._blocked(self.with_history(question, contact.tenant_id) if counts else question)

    def count_would_refuse(self, contact: Contact, blocked: Blocked, now: Instant) -> None:
        """A contact is handed out that the rules would refuse: counted by code, for the tenant's eyes."""
        counts = self.would_refuse.setdefault(contact.tenant_id, MinuteCounter())
        counts.add(blocked.code, now)

    def note_attempt(self, contact: Contact, now: Instant) -> None:
        """A contact is handed out: it counts from now on, before the log says so."""
        if now - self._turned_at >= MINUTE:
            # A minute later the log has it: forgetting all of it at once costs nothing.
            self._before, self._recent, self._turned_at = self._recent, {}, now
        self._recent.setdefault((contact.tenant_id, contact.phone), []).append(now)

    def forget_attempt(self, contact: Contact, at: Instant) -> None:
        """A hand-out that could not be logged was none."""
        for noted in (self._recent, self._before):
            instants = noted.get((contact.tenant_id, contact.phone), [])
            if at in instants:
                instants.remove(at)

    def marks(
        self, phone: str, fields: Mapping[str, object], settings: CallingSettings, now: Instant
    ) -> frozenset[Mark]:
        """What the national list and a contact's columns say of a number, as far as the settings ask."""
        marks = set()
        if settings.national:
            if self.national is None or self.national.is_old(phone, now):
                marks.add(Mark.NATIONAL_LIST_OLD)
            if self.national is not None and self.national.has(phone):
                marks.add(Mark.NATIONAL_DNC)
        if settings.consent and str(fields.get("consent") or "no").strip().lower() in _NO:
            marks.add(Mark.NO_CONSENT)
        if str(fields.get("rnd_checked") or "yes").strip().lower() in _NO:
            marks.add(Mark.RND_UNCHECKED)
        return frozenset(marks)

    def with_history(self, question: Question, tenant_id: Id) -> Question:
        """The question with the tries of its number and the last conversation, over all campaigns of the tenant."""
        logged, talked = self._history.attempts(tenant_id, question.phone, question.at - _HISTORY)
        key = (tenant_id, question.phone)
        instants = {*logged, *self._recent.get(key, ()), *self._before.get(key, ())}
        return msgspec.structs.replace(question, attempts=tuple(sorted(instants)), last_conversation=talked)

    def _blocked(self, question: Question) -> Blocked | None:
        decision = self.lawyer.decide(question)
        if decision.allowed:
            return None
        failure = decision.failures[0]
        waits = not question.marks and not any(one.code == "STATE_OF_EMERGENCY" for one in decision.failures)
        return Blocked(
            code=failure.code,
            rule_id=failure.rule_id,
            citation=failure.citation,
            detail=failure.detail,
            until=next_eligible(self.lawyer, question) if waits else None,
        )
