"""Somebody changes the law of the folder: stricter at once, looser only once a second person has agreed."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import msgspec

from app.compliance.permissive import Strictness, compare
from app.compliance.rule_edits import (
    Timeline,
    decode_timeline,
    encode_timeline,
    fault_of,
    own_id,
    places_with_rules,
    reworded,
    timeline_of,
    wording_hash,
)
from app.compliance.rules import Kind, Rule, RuleBook
from app.controller.change import Change
from app.controller.deeds import deed_of
from app.controller.edit_calling import NO_RULES
from app.controller.lawful_line import LawfulQueue
from app.controller.outcomes import Conflict, Done, Invalid, Missing, Outcome
from app.controller.rule_desk import EMERGENCY, RuleState, boolean_json
from app.controller.rule_words import rule_of, sentences_of, wording_of
from app.engine import events
from app.engine.people import Identity
from app.engine.rule_changes import ChangeState, RuleChange, RuleSignature
from app.engine.value import SECOND, Instant
from app.wire.rules import EditRule, RuleEdit, RuleWording, SignRule, SwitchEmergency


class Drafted(NamedTuple):
    """An edit worked out and not made: what it is of, and what it does."""

    rule_id: str
    jurisdiction: str
    before: Timeline
    after: Timeline
    book: RuleBook
    verdict: Strictness


def draft_edit(lawful: LawfulQueue, intent: RuleEdit, now: Instant) -> Outcome[Drafted]:
    """What an edit would do; nothing is changed."""
    state = lawful.rules.state
    target = _target(lawful, intent)
    if not isinstance(target, Rule):
        return target
    before = state.wordings(target.id)
    if intent.rule_id is not None and intent.revision not in (None, wording_hash(before)):
        return _lost(before, intent)
    after = _after(state, target, before, intent, now)
    if isinstance(after, Invalid):
        return after
    if _told(after) == _told(before):
        return Invalid(field="wording", sentence="This changes nothing of the rule")
    book = state.with_rule(target.id, after)
    verdict = compare(state.book, book, target.jurisdiction, _since(now))
    return Done(Drafted(target.id, target.jurisdiction, before, after, book, verdict))


def edit_rule(change: Change, identity: Identity, intent: EditRule, now: Instant) -> Outcome[RuleChange]:
    """Make the edit if it is stricter, else propose it."""
    lawful = change.floor.lawful
    if lawful is None:
        return Conflict(sentence=NO_RULES)
    outcome = draft_edit(lawful, intent, now)
    if not isinstance(outcome, Done):
        return outcome
    draft = outcome.answer
    made = RuleChange(
        id=change.floor.ports.new_id(now),
        subject=draft.rule_id,
        jurisdiction=draft.jurisdiction,
        before=encode_timeline(draft.before).decode(),
        after=encode_timeline(draft.after).decode(),
        verdict=draft.verdict.value,
        reason=intent.reason,
        by=identity.user,
        by_user=identity.user_id,
        at=now,
        state=ChangeState.PROPOSED,
    )
    return _make(change, lawful, identity, made, draft.book)


def switch_emergency(
    change: Change, identity: Identity, jurisdiction: str, intent: SwitchEmergency, now: Instant
) -> Outcome[RuleChange]:
    """Declare a state of emergency at once, or propose to lift it."""
    lawful = change.floor.lawful
    if lawful is None:
        return Conflict(sentence=NO_RULES)
    if jurisdiction not in places_with_rules(lawful.calling.lawyer.codes):
        return Missing(what="jurisdiction")
    state = lawful.rules.state
    if (jurisdiction in state.book.emergencies) is intent.is_on:
        word = "is declared already" if intent.is_on else "holds not"
        return Conflict(sentence=f"A state of emergency in {jurisdiction} {word}")
    book = state.with_emergency(jurisdiction, is_on=intent.is_on)
    made = RuleChange(
        id=change.floor.ports.new_id(now),
        subject=f"{EMERGENCY}{jurisdiction}",
        jurisdiction=jurisdiction,
        before=boolean_json(is_on=not intent.is_on),
        after=boolean_json(is_on=intent.is_on),
        verdict=compare(state.book, book, jurisdiction, _since(now)).value,
        reason=intent.reason,
        by=identity.user,
        by_user=identity.user_id,
        at=now,
        state=ChangeState.PROPOSED,
    )
    return _make(change, lawful, identity, made, book)


def sign_rule(
    change: Change, identity: Identity, rule_id: str, intent: SignRule, now: Instant
) -> Outcome[RuleSignature]:
    """Keep that counsel has signed a rule as it is worded now. It changes no decision."""
    lawful = change.floor.lawful
    if lawful is None:
        return Conflict(sentence=NO_RULES)
    state = lawful.rules.state
    wordings = state.wordings(rule_id)
    if not wordings:
        return Missing(what="rule")
    if intent.revision != wording_hash(wordings):
        return Conflict(sentence="The rule was worded anew meanwhile; read it again before it is signed")
    if intent.signed_on > datetime.fromtimestamp(now // SECOND, UTC).date() + timedelta(days=1):
        return Invalid(field="signedOn", sentence="signedOn is a day to come; write the day on which counsel signed")
    signature = RuleSignature(
        rule_id=rule_id,
        wording=intent.revision,
        counsel=intent.counsel.strip(),
        signed_on=intent.signed_on.isoformat(),
        note=intent.note.strip(),
        by=identity.user,
        at=now,
    )
    before = state.signatures.get(rule_id)
    put_state(change, lawful, state.signed(signature))
    change.add(events.RuleSigned(signature=signature))
    told = None if before is None else msgspec.to_builtins(before)
    change.add(deed_of(identity, now, "rules.sign", rule_id, (told, msgspec.to_builtins(signature)), intent.note))
    return Done(signature)


def put_state(change: Change, lawful: LawfulQueue, state: RuleState, touched: str = "") -> None:
    """Put another state in force from the next decision on; a `touched` jurisdiction's hours are worked out anew."""
    before, law = lawful.rules.state, lawful.calling.law
    change.on_undo(lambda: lawful.put_rules(before, law))
    if state.book is before.book:
        lawful.rules.state = state
    else:
        lawful.put_rules(state, lawful.calling.law_under(state.book, frozenset({touched})))


def told_change(made: RuleChange) -> tuple[object, object]:
    """Before and after as the audit trail keeps them."""
    return msgspec.json.decode(made.before), msgspec.json.decode(made.after)


def _make(
    change: Change, lawful: LawfulQueue, identity: Identity, made: RuleChange, book: RuleBook
) -> Outcome[RuleChange]:
    state = lawful.rules.state
    if Strictness(made.verdict).needs_second_person:
        action = "rules.propose"
        put_state(change, lawful, state.noted(made))
    else:
        action = "rules.edit"
        made = msgspec.structs.replace(
            made,
            state=ChangeState.IN_FORCE,
            settled_by=made.by,
            settled_by_user=made.by_user,
            settled_at=made.at,
            version=book.version,
            ordinal=state.next_ordinal,
        )
        put_state(change, lawful, state.applied(made, book), made.jurisdiction)
    change.add(events.RuleChanged(change=made))
    change.add(deed_of(identity, made.at, action, made.subject, told_change(made), made.reason))
    return Done(made)


def _target(lawful: LawfulQueue, intent: RuleEdit) -> Rule | Missing | Invalid:
    """The rule that is edited, or an empty one of the kind that is to be made."""
    state = lawful.rules.state
    if intent.rule_id is not None:
        known = (
            *state.wordings(intent.rule_id),
            *timeline_of(state.base, intent.rule_id),
            *_gone(state, intent.rule_id),
        )
        return known[0] if known else Missing(what="rule")
    if intent.jurisdiction is None or intent.jurisdiction not in places_with_rules(lawful.calling.lawyer.codes):
        return Invalid(field="jurisdiction", sentence="jurisdiction: name a state such as US-TX, or US")
    if intent.kind is None:
        return Invalid(field="kind", sentence="kind: say what the new rule is about, such as hours or ban")
    if intent.how != "word":
        return Invalid(field="ruleId", sentence="ruleId: name the rule to take out or to restore")
    kind = Kind(intent.kind)
    return Rule(
        id=own_id(state.book, [*state.overlay, *_proposed(state)], intent.jurisdiction, kind),
        jurisdiction=intent.jurisdiction,
        kind=kind,
        citation="",
        verified=False,
        applies_to="telemarketing",
    )


def _gone(state: RuleState, rule_id: str) -> Timeline:
    """What a rule of the folder's own said before it was taken out."""
    said = [change for change in state.changes.values() if change.subject == rule_id]
    return tuple(rule for change in said for rule in decode_timeline(change.after))


def _proposed(state: RuleState) -> list[str]:
    return [change.subject for change in state.changes.values() if not change.subject.startswith(EMERGENCY)]


def _after(state: RuleState, target: Rule, before: Timeline, intent: RuleEdit, now: Instant) -> Timeline | Invalid:
    if intent.how == "restore":
        shipped = timeline_of(state.base, target.id)
        return shipped or Invalid(
            field="ruleId", sentence="ruleId: this rule is of your own, and ships with no wording"
        )
    if intent.how == "remove":
        return reworded(before, None, _ahead(intent.since, now))
    if intent.wording is None:
        return Invalid(field="wording", sentence="wording: say what the rule is to be")
    wording = rule_of(target.id, target.jurisdiction, target.kind, intent.wording)
    fault = fault_of(wording)
    if fault is not None:
        return Invalid(field=fault.field, sentence=fault.sentence)
    return reworded(before, wording, _ahead(wording.effective_from, now))


def _ahead(day: date | None, now: Instant) -> date | None:
    """A day on which what holds now gives way, None if it does at once."""
    return day if day is not None and day > _since(now) else None


def _since(now: Instant) -> date:
    """The earliest local date that any person to be called may have."""
    return datetime.fromtimestamp(now // SECOND, UTC).date() - timedelta(days=1)


def _told(timeline: Timeline) -> list[RuleWording]:
    return [wording_of(rule) for rule in timeline]


def _lost(before: Timeline, intent: RuleEdit) -> Conflict:
    yours = "" if intent.wording is None else intent.wording
    return Conflict(
        sentence="Somebody else changed this rule meanwhile; look at what it says now",
        current={"says": sentences_of(before), "revision": wording_hash(before)},
        yours={"wording": msgspec.to_builtins(yours)},
    )
