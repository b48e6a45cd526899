"""Decides every call once more by what its decision was based on: no call that was forbidden may have been placed.

Marks and attempts are taken as the log has them; hours, bans, caps and suppression are worked out anew.
"""

from collections.abc import Iterable, Mapping

import msgspec

from app.compliance.area_codes import area_codes_of
from app.compliance.decide import Lawyer
from app.compliance.question import Decision
from app.compliance.record import BasisFacts, question_again, read_basis, read_verdict
from app.compliance.rule_files import book_of_document
from app.compliance.zones import TZ_VERSION
from app.engine.calling import RulesMode
from app.engine.log_rows import LoggedDecision, LoggedListing
from app.engine.value import MINUTE
from app.reports.limit_history import id_of
from app.reports.replay import Offence, Pass

RULE = "calling.rules"
_IMPORT = "import"
_HEARD_WITHIN = MINUTE
"""An engine hears of what another process has listed within seconds; until then it cannot know."""


class DecisionLog:
    """What decisions refer to, by id: each basis, and the versions of rules and area codes."""

    def __init__(self, bases: Iterable[tuple[bytes, str]], versions: Mapping[str, str]) -> None:
        self._documents = dict(bases)
        self._versions = versions
        self._bases: dict[bytes, BasisFacts | None] = {}
        self._lawyers: dict[tuple[str, str], Lawyer | None] = {}

    def basis(self, basis_id: bytes) -> BasisFacts | None:
        """A basis, None if the log has none of this id or it is none. Raises nothing."""
        if basis_id not in self._bases:
            document = self._documents.get(basis_id)
            self._bases[basis_id] = None if document is None else _read(document)
        return self._bases[basis_id]

    def lawyer(self, basis: BasisFacts) -> Lawyer | None:
        """Who decided by that basis, None if the log does not hold its rules any more."""
        key = (basis.rules_version, basis.codes_version)
        if key not in self._lawyers:
            rules, codes = (self._versions.get(version) for version in key)
            found = None if rules is None or codes is None else _lawyer(rules, codes)
            # A document that is not what its own hash says would prove whatever its forger likes.
            is_it = found is not None and (found.book.version, found.codes.version) == key
            self._lawyers[key] = found if is_it else None
        return self._lawyers[key]


def replay_decisions(
    log: DecisionLog, decisions: Iterable[LoggedDecision], listings: Iterable[LoggedListing]
) -> Offence | Pass:
    """Every call that has a basis. `listings` are the calls to numbers that were on a list at that instant."""
    listed = next((found for one in listings if (found := _listed(one)) is not None), None)
    records = warned = 0
    for one in decisions:
        outcome = _decide(log, one)
        if isinstance(outcome, Offence):
            return outcome if listed is None else min(outcome, listed, key=lambda offence: offence.at)
        records += 1
        warned += outcome
    return listed or Pass(records=records, warned=warned)


def _decide(log: DecisionLog, logged: LoggedDecision) -> Offence | bool:
    """An offence; else whether a rule would have refused the call, had it been in force."""
    basis = log.basis(logged.basis_id)
    if basis is None:
        return _offence(logged, "the log does not say what its decision was based on")
    if basis.mode == RulesMode.OFF and not basis.emergencies_refuse:
        return False
    lawyer = log.lawyer(basis)
    if lawyer is None:
        return _offence(logged, f"the log does not hold version {basis.rules_version[:12]} of the rules")
    question = question_again(basis, read_verdict(logged.verdict), logged.phone_number, logged.created_at, lawyer)
    decision = lawyer.decide(question)
    if decision.allowed:
        return False
    return _offence(logged, _told(decision)) if _was_forbidden(basis, decision) else basis.mode != RulesMode.OFF


def _was_forbidden(basis: BasisFacts, decision: Decision) -> bool:
    if basis.emergencies_refuse and decision.emergency is not None:
        return True
    # With other tz data than it was decided by, nothing is proved of an hour.
    return basis.mode == RulesMode.ENFORCE and basis.tz_version == TZ_VERSION


def _told(decision: Decision) -> str:
    rules = ", ".join(dict.fromkeys(failure.rule_id for failure in decision.failures))
    return f"it was forbidden: {decision.reason} ({rules})"


def _listed(one: LoggedListing) -> Offence | None:
    """Forbidden, unless the engine could not know of the step yet."""
    if one.source == _IMPORT and (one.rank > one.list_revision or one.created_at < one.listed_at + _HEARD_WITHIN):
        return None
    record = f"call {id_of(one.id)} of agent {id_of(one.agent_id)}"
    sentence = f"its number was on the tenant's list {one.kind} by then"
    return Offence(rule=RULE, record=record, at=one.created_at, sentence=sentence)


def _offence(logged: LoggedDecision, sentence: str) -> Offence:
    record = f"call {id_of(logged.id)} of agent {id_of(logged.agent_id)}"
    return Offence(rule=RULE, record=record, at=logged.created_at, sentence=sentence)


def _read(document: str) -> BasisFacts | None:
    try:
        return read_basis(document)
    except msgspec.MsgspecError:
        return None


def _lawyer(rules: str, codes: str) -> Lawyer | None:
    """Who knows these documents, None if they cannot be read."""
    try:
        return Lawyer(book_of_document(rules), area_codes_of(codes))
    except (AttributeError, LookupError, TypeError, ValueError):
        # Tables that somebody has cut or filled with anything: there is no end to how they cannot be read.
        return None
