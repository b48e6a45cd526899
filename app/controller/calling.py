"""The rules of calling hours on the floor: whose contacts they bind, and what they say of one contact now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

import msgspec

from app.compliance.callable_map import CallableMap
from app.compliance.decide import Lawyer
from app.compliance.numbers import NumberFault, classify
from app.compliance.openings import next_eligible
from app.compliance.places import place_of
from app.compliance.question import CallMode, Failure, Mark, Purpose, Question
from app.compliance.record import read_verdict, written_verdict
from app.compliance.rules import RuleBook
from app.compliance.timetable import Terms, Timetable
from app.controller.decision_bases import DecisionBases
from app.controller.desk import MinuteCounts
from app.engine.basis import Basis
from app.engine.calling import Blocked, CallingSettings, RulesMode
from app.engine.people import Contact
from app.engine.ports import CallHistory
from app.engine.value import DAY, HOUR, MINUTE, Id, Instant, Value

RING_GUARD_S = 30
"""Seconds beyond `callTimeout` before a window's end: WA and NM speak of calls received."""

_HISTORY = 8 * DAY
_MOST_GLANCES = 20_000
"""By campaign, place and dial: a large floor has some thousand, and what columns say must not fill the memory."""

_NO = frozenset({"no", "n", "false", "0", "revoked", "none"})
_DEFAULTS = CallingSettings()
_NONE_SET: Mapping[Id | None, CallingSettings] = MappingProxyType({})

NATIONAL_CODES = ("DNC_LIST_STALE", "DNC_NATIONAL")
"""What is decided by the national list in force: another version may decide otherwise."""


class NationalCopy(Protocol):
    """A version of the national list; `oldest_taken_at` is its oldest area code's."""

    oldest_taken_at: Instant

    @property
    def version(self) -> str:
        """Which one it is."""
        ...

    def has(self, phone: str) -> bool:
        """Whether an E.164 number of +1 is on it."""
        ...

    def is_old(self, phone: str, at: Instant) -> bool:
        """Whether it says nothing of a number any more."""
        ...


class WouldRefuse:
    """How often the rules would have refused, by code: in the last 60 minutes, and in the last 24 hours."""

    def __init__(self) -> None:
        self._hour: dict[str, MinuteCounts] = {}
        self._day: dict[str, MinuteCounts] = {}

    def add(self, code: str, at: Instant) -> None:
        """They would have, at an instant."""
        self._hour.setdefault(code, MinuteCounts()).add(at)
        self._day.setdefault(code, MinuteCounts(HOUR, 24)).add(at)

    def last_hour(self, now: Instant) -> dict[str, int]:
        """The counts that are not 0."""
        return {code: total for code, counts in self._hour.items() if (total := counts.total(now))}

    def last_day(self, now: Instant) -> dict[str, int]:
        """The counts that are not 0, by whole hours."""
        return {code: total for code, counts in self._day.items() if (total := counts.total(now))}


class Dial(Value, frozen=True, kw_only=True):
    """How a call would be placed: the session's mode, and the seconds it may ring."""

    mode: CallMode
    call_timeout: int


class Judged(Value, frozen=True, kw_only=True):
    """What the rules say of a contact: why it may not be called, if so, and what that was based on.

    `refuses` is whether it is not handed out then: the rules are enforced, or it is a state of emergency.
    """

    basis: Basis
    blocked: Blocked | None = None
    verdict: str | None = None
    refuses: bool = False


class _Glance(Value, frozen=True, kw_only=True):
    since: Instant
    until: Instant
    judged: Judged


class Law(NamedTuple):
    """A rule set, and the hours of places by it."""

    lawyer: Lawyer
    timetable: Timetable


class Calling:
    """Settings, rules and what was counted. One loop owns it, as it owns the floor."""

    def __init__(self, lawyer: Lawyer, history: CallHistory) -> None:
        self.lawyer = lawyer
        self.timetable = Timetable(lawyer)
        self.map = CallableMap()
        self.national: NationalCopy | None = None
        self.would_refuse: dict[Id, WouldRefuse] = {}
        self.bases = DecisionBases()
        self._history = history
        self._settings: dict[Id, dict[Id | None, CallingSettings]] = defaultdict(dict)
        self._glances: dict[tuple[Id, Id | None, str, Dial], _Glance] = {}
        self._recent: dict[tuple[Id, str], tuple[Instant, ...]] = {}
        self._before: dict[tuple[Id, str], tuple[Instant, ...]] = {}
        self._turned_at: Instant = 0

    @property
    def law(self) -> Law:
        """By what decisions are made now."""
        return Law(lawyer=self.lawyer, timetable=self.timetable)

    def law_under(self, book: RuleBook, touched: frozenset[str]) -> Law:
        """The law by another rule set; the hours of places outside `touched` jurisdictions are known already."""
        lawyer = Lawyer(book, self.lawyer.codes)
        return Law(lawyer=lawyer, timetable=self.timetable.under(lawyer, touched))

    def put_law(self, law: Law) -> None:
        """Decide by this from the next decision on."""
        self.lawyer, self.timetable = law.lawyer, law.timetable
        self._glances.clear()

    def restore(self, settings: Mapping[tuple[Id, Id | None], CallingSettings]) -> None:
        """Take what the log says."""
        self._settings.clear()
        for (tenant_id, campaign_id), one in settings.items():
            self._settings[tenant_id][campaign_id] = one

    def own_settings(self, tenant_id: Id, campaign_id: Id | None) -> CallingSettings | None:
        """What was set for a tenant (None) or for a campaign itself."""
        return self._of(tenant_id).get(campaign_id)

    def settings(self, tenant_id: Id, campaign_id: Id | None) -> CallingSettings:
        """What holds for contacts of a campaign: its own, else its tenant's."""
        own = self._of(tenant_id)
        return own.get(campaign_id) or own.get(None) or _DEFAULTS

    def put_settings(self, tenant_id: Id, campaign_id: Id | None, settings: CallingSettings | None) -> None:
        """Know settings as they are now."""
        self._glances.clear()
        if settings is None:
            self._settings[tenant_id].pop(campaign_id, None)
        else:
            self._settings[tenant_id][campaign_id] = settings

    def may_refuse(self, tenant_id: Id, campaign_ids: Iterable[Id | None]) -> bool:
        """Whether any of these campaigns' contacts may be refused: by every rule, or by a state of emergency."""
        settings = (self.settings(tenant_id, one) for one in campaign_ids)
        return any(one.mode is RulesMode.ENFORCE or self.has_emergencies(one) for one in settings)

    def has_emergencies(self, settings: CallingSettings) -> bool:
        """Whether a state of emergency is declared for whom the settings bind: it refuses in every mode."""
        return bool(settings.emergencies or self.lawyer.book.emergencies)

    def asks_national(self, tenant_id: Id) -> bool:
        """Whether any of the tenant's contacts is looked up in the national list."""
        settings = (self.settings(tenant_id, one) for one in self.set_campaigns(tenant_id))
        return any(one.national and one.mode is not RulesMode.OFF for one in settings)

    def set_campaigns(self, tenant_id: Id) -> list[Id | None]:
        """Campaigns that have settings of their own, and None for the tenant's."""
        return [None, *(campaign_id for campaign_id in self._of(tenant_id) if campaign_id)]

    def terms(self, settings: CallingSettings, dial: Dial) -> Terms:
        """What of a call bears on its hours."""
        return Terms(
            purpose=Purpose(settings.purpose),
            mode=dial.mode,
            guard_s=dial.call_timeout + RING_GUARD_S,
            emergencies=frozenset(settings.emergencies),
        )

    def judge(self, contact: Contact, dial: Dial, now: Instant) -> Judged:
        """Whether a contact may be called now: by every rule, at this instant, by what is known of it now.

        Attempts are looked up only where a rule counts them, and only when the rules may refuse. A state of emergency
        refuses in every mode.
        """
        settings = self.settings(contact.tenant_id, contact.campaign_id)
        if settings.mode is not RulesMode.ENFORCE and self.has_emergencies(settings):
            stopped = self._stopped(contact, settings, dial, now)
            if stopped is not None:
                return stopped
        if settings.mode is RulesMode.OFF:
            return Judged(basis=self._basis(settings, dial, _place(contact)))
        if settings.mode is RulesMode.ALERT_ONLY and not (settings.national or settings.consent):
            return self._glance(contact, dial, now)
        return self._judge(contact, settings, dial, now)

    def basis(self, contact: Contact, dial: Dial) -> Basis:
        """What a decision about a contact is based on, whatever the rules say of it."""
        settings = self.settings(contact.tenant_id, contact.campaign_id)
        return self._basis(settings, dial, place_of(contact.phone, contact.fields))

    def _of(self, tenant_id: Id) -> Mapping[Id | None, CallingSettings]:
        return self._settings.get(tenant_id, _NONE_SET)

    def _stopped(self, contact: Contact, settings: CallingSettings, dial: Dial, now: Instant) -> Judged | None:
        """What a state of emergency says where no other rule refuses; None if none holds for the contact."""
        place, terms = _place(contact), self.terms(settings, dial)
        if not self.timetable.is_stopped(place, terms):
            return None
        question = self.timetable.question(place, terms, now)
        decision = self.lawyer.decide(question)
        emergency = decision.emergency
        return Judged(
            basis=self._basis(settings, dial, place),
            blocked=None if emergency is None else _blocked(emergency, None),
            verdict=written_verdict(question, decision),
            refuses=True,
        )

    def _glance(self, contact: Contact, dial: Dial, now: Instant) -> Judged:
        """What the hours of a contact's place say, remembered until they change: counting must cost nothing."""
        place = _place(contact)
        key = (contact.tenant_id, contact.campaign_id, place, dial)
        seen = self._glances.get(key)
        if seen is None or not seen.since <= now < seen.until:
            settings = self.settings(contact.tenant_id, contact.campaign_id)
            terms = self.terms(settings, dial)
            hours = self.timetable.hours(place, terms, now)
            basis = self._basis(settings, dial, place)
            judged = Judged(basis=basis)
            until = now + DAY if hours.until is None else hours.until
            if not hours.is_open:
                judged = self._judged(basis, self.timetable.question(place, terms, now))
                # Which rules forbid it may change while it is closed: the log is to name those of that minute.
                until = min(until, now + MINUTE)
            if len(self._glances) >= _MOST_GLANCES:
                self._glances.clear()
            seen = self._glances[key] = _Glance(since=now, until=until, judged=judged)
        return seen.judged

    def _judge(self, contact: Contact, settings: CallingSettings, dial: Dial, now: Instant) -> Judged:
        place = place_of(contact.phone, contact.fields)
        basis = self._basis(settings, dial, place)
        terms = self.terms(settings, dial)
        fault = isinstance(classify(contact.phone, self.lawyer.codes), NumberFault)
        # The lists know numbers of +1 only.
        marks = frozenset() if fault else self.marks(contact.phone, contact.fields, settings, now)
        counts = not fault and settings.mode is RulesMode.ENFORCE and self.timetable.counts_attempts(place, terms)
        if not fault and not marks and not counts and self.timetable.hours(place, terms, now).is_open:
            return Judged(basis=basis)
        asked = self.timetable.question(place, terms, now)
        question = msgspec.structs.replace(asked, phone=contact.phone, marks=marks)
        judged = self._judged(basis, self.with_history(question, contact.tenant_id) if counts else question)
        return msgspec.structs.replace(judged, refuses=settings.mode is RulesMode.ENFORCE)

    def _basis(self, settings: CallingSettings, dial: Dial, place: str) -> Basis:
        version = self.national.version if settings.national and self.national is not None else ""
        guarded = (dial.mode, dial.call_timeout + RING_GUARD_S)
        return self.bases.of(self.lawyer, settings, guarded, place, version)

    def count_would_refuse(self, tenant_id: Id, code: str, now: Instant) -> None:
        """What is handed out the rules would refuse: counted by code, for the tenant's eyes."""
        self.would_refuse.setdefault(tenant_id, WouldRefuse()).add(code, now)

    def restore_would_refuse(self, tenant_id: Id, verdict: str, at: Instant) -> None:
        """Count a call of before the start that the rules would have refused: one that was placed all the same."""
        code = read_verdict(verdict).code
        if code:
            self.count_would_refuse(tenant_id, code, at)

    def note_attempt(self, contact: Contact, now: Instant) -> None:
        """A contact is handed out: it counts from now on, before the log says so."""
        if now - self._turned_at >= MINUTE:
            # A minute later the log has it: forgetting all of it at once costs nothing.
            self._before, self._recent, self._turned_at = self._recent, {}, now
        key = (contact.tenant_id, contact.phone)  # Of tuples: the collector lets those of numbers alone.
        self._recent[key] = (*self._recent.get(key, ()), now)

    def forget_attempt(self, contact: Contact, at: Instant) -> None:
        """A hand-out that could not be logged was none."""
        key = (contact.tenant_id, contact.phone)
        for noted in (self._recent, self._before):
            if at in (instants := list(noted.get(key, ()))):
                instants.remove(at)
                noted[key] = tuple(instants)

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
        since = question.at - max(_HISTORY, self.lawyer.book.longest_window_hours * HOUR + DAY)
        done = self._history.tries(tenant_id, question.phone, since)
        key = (tenant_id, question.phone)
        instants = {*done.at, *self._recent.get(key, ()), *self._before.get(key, ())}
        return msgspec.structs.replace(
            question,
            attempts=tuple(sorted(instants)),
            last_conversation=done.talked,
            last_abandoned=done.abandoned,
        )

    def _judged(self, basis: Basis, question: Question) -> Judged:
        decision = self.lawyer.decide(question)
        verdict = written_verdict(question, decision)
        if decision.allowed:
            return Judged(basis=basis, verdict=verdict)
        # Waiting alone frees nobody from a list, a flag or an emergency, and no number that is none becomes one.
        waits = bool(decision.zones) and not question.marks and decision.emergency is None
        until = next_eligible(self.lawyer, question) if waits else None
        return Judged(basis=basis, blocked=_blocked(decision.failures[0], until), verdict=verdict)


def _blocked(failure: Failure, until: Instant | None) -> Blocked:
    return Blocked(
        code=failure.code, rule_id=failure.rule_id, citation=failure.citation, detail=failure.detail, until=until
    )


def _place(contact: Contact) -> str:
    return contact.place or place_of(contact.phone, {})
