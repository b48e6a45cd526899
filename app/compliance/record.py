"""What a decision was based on, so that whoever has the log can decide it again; and how it is written down."""

import hashlib

import msgspec

from app.compliance.area_codes import AreaCodes
from app.compliance.decide import Lawyer
from app.compliance.numbers import NumberFault, classify
from app.compliance.places import evidence_of, number_in
from app.compliance.question import CallMode, Decision, Mark, Purpose, Question
from app.compliance.reach import Reach, reach_of
from app.engine.basis import Basis
from app.engine.value import Instant, Value


class BasisFacts(Value, frozen=True, kw_only=True):
    """What many decisions share: settings, how the call is placed, where the person may be, and every version.

    `mode` is off, alert-only or enforce. `place` is area code and columns, `jurisdictions` and `zones` what they stand
    for. `national_version` is empty where no copy of the national list was there or none is asked for.
    `emergencies_refuse` is false in what was written before a state of emergency refused in every mode (ADR 16).
    """

    mode: str
    purpose: Purpose
    dial: CallMode
    guard_s: int
    place: str
    jurisdictions: tuple[str, ...]
    zones: tuple[str, ...]
    emergencies: tuple[str, ...]
    national: bool
    national_version: str
    consent: bool
    rules_version: str
    codes_version: str
    tz_version: str
    emergencies_refuse: bool = False


class VerdictFacts(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What was one decision's own: the rules that forbid the call, the gravest first, and what was counted."""

    code: str = ""
    failed: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    attempts: tuple[Instant, ...] = ()
    last_conversation: Instant | None = None
    last_abandoned: Instant | None = None


def written_basis(facts: BasisFacts) -> Basis:
    """A basis as the log keeps it."""
    document = msgspec.json.encode(facts)
    return Basis(id=hashlib.sha256(document).digest()[:16], document=document.decode())


def read_basis(document: str) -> BasisFacts:
    """A basis as the log has it. Raises `msgspec.MsgspecError`."""
    return msgspec.json.decode(document, type=BasisFacts)


def written_verdict(question: Question, decision: Decision) -> str | None:
    """What was a decision's own; None if nothing was."""
    facts = VerdictFacts(
        code=decision.failures[0].code if decision.failures else "",
        failed=tuple(failure.rule_id for failure in decision.failures),
        marks=tuple(sorted(question.marks)),
        attempts=question.attempts,
        last_conversation=question.last_conversation,
        last_abandoned=question.last_abandoned,
    )
    return None if facts == _NOTHING else msgspec.json.encode(facts).decode()


def read_verdict(document: str | None) -> VerdictFacts:
    """What was a decision's own. Raises `msgspec.MsgspecError`."""
    return _NOTHING if document is None else msgspec.json.decode(document, type=VerdictFacts)


def reach_of_place(place: str, codes: AreaCodes) -> Reach:
    """Where a person of this place may be; nowhere for a number that is not called at all."""
    number = classify(number_in(place), codes)
    if isinstance(number, NumberFault):
        return Reach(jurisdictions=(), zones=())
    return reach_of(number, evidence_of(place, codes))


def question_again(basis: BasisFacts, verdict: VerdictFacts, phone: str, at: Instant, lawyer: Lawyer) -> Question:
    """The question that was asked then. A number that was erased is asked as any of its area code."""
    return Question(
        phone=phone or number_in(basis.place),
        at=at,
        purpose=basis.purpose,
        mode=basis.dial,
        evidence=evidence_of(basis.place, lawyer.codes),
        attempts=verdict.attempts,
        last_conversation=verdict.last_conversation,
        last_abandoned=verdict.last_abandoned,
        emergencies=frozenset(basis.emergencies),
        marks=frozenset(verdict.marks),
        guard_s=basis.guard_s,
    )


_NOTHING = VerdictFacts()
