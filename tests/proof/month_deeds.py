"""Puts each deed of the crew before the engine and before the oracle, and tells the crew what the engine said."""

from typing import NamedTuple

from app.controller.call_status import ReportCall, report_call
from app.controller.disposition import Dispose as Disposed
from app.controller.disposition import dispose
from app.controller.move_session import Move as Moved
from app.controller.move_session import MoveSession, move_session
from app.controller.next_contact import NextContact, next_contact
from app.controller.outcomes import Done, Outcome
from app.controller.start import Start, start
from app.engine.calls import CallStatus
from app.engine.limits import DialingMode
from app.engine.people import Identity
from app.engine.value import Instant
from app.wire.base import utc
from app.wire.dialer import NextContactAnswer, StartAnswer
from tests.fakes.bare_engine import Deed as Asked
from tests.fakes.floor_story import told as said_of
from tests.fakes.naive_rules import NaiveAgent
from tests.proof.month_contacts import Contacts
from tests.proof.month_crew import Begin, Deed, Dial, Dispose, Member, Move, Report, Told
from tests.proof.month_floor import MonthFloor
from tests.proof.month_oracle import MonthOracle, Verdict


class Seated(NamedTuple):
    """A member of the crew and who it is to the engine."""

    member: Member
    identity: Identity


class Deeds:
    """The month's floor, its oracle, and what they disagreed about."""

    def __init__(self, floor: MonthFloor, oracle: MonthOracle, contacts: Contacts) -> None:
        self.floor = floor
        self.oracle = oracle
        self.contacts = contacts
        self.decisions = 0
        self.refused = 0
        self.wrong: list[str] = []

    def take(self, seated: Seated, deed: Deed) -> Told:
        """Let it be done, hold the answer against the oracle's, and say what was told."""
        now = self.floor.be_at(deed.at)
        outcome = self.floor.ask(seated.identity, asked_of(seated.identity, seated.member, deed, now))
        said = said_of(outcome)
        found = Verdict(said.what, said.cap.limit if said.cap is not None else "", said.used, said.retry_at)
        expected = self.oracle.request(seated.identity.user_id, seated.identity.tenant_id, now)
        if expected.what == "admitted":
            expected = self._expected(seated, deed, now)
        self.decisions += 1
        self.refused += found.what == "refused"
        if found != expected:
            self.wrong.append(f"{utc(now)} {seated.identity.user} {deed}: told {found}, not {expected}")
        return self._learn(seated, deed, outcome, found, now)

    def _expected(self, seated: Seated, deed: Deed, now: Instant) -> Verdict:
        oracle = self.oracle
        match deed:
            case Begin():
                return oracle.start(seated.identity.tenant_id, now)
            case Dial():
                # There are contacts for every line: an engine that says there are none is wrong.
                return oracle.next(deed.session, deed.lines if seated.member.mode == "predictive" else 1, now)
            case Report():
                return oracle.report(deed.call, deed.status, now)
            case Dispose():
                return oracle.dispose(deed.call[0], reached=deed.word != "no_answer", now=now)
            case Move():
                return oracle.move(deed.session, deed.how, now)

    def _learn(self, seated: Seated, deed: Deed, outcome: Outcome[object], found: Verdict, now: Instant) -> Told:
        """What follows from a success, for the oracle, the contacts and the member."""
        session, calls = "", tuple[tuple[str, str], ...]()
        match outcome:
            case Done(answer=StartAnswer() as answer):
                session = answer.session.id
                agent = NaiveAgent(seated.identity.tenant_id, seated.member.mode, now)
                self.oracle.rules.agents.setdefault(answer.agent.id, agent)
                self.oracle.begin(session, seated.identity.tenant_id, answer.agent.id, now)
            case Done(answer=NextContactAnswer(contact=contact) as answer) if contact is not None and isinstance(
                deed, Dial
            ):
                named = [str(one["id"]) for one in (contact, *answer.next_contacts)]
                calls = tuple(zip(answer.call_ids, named, strict=True))
                self.oracle.hand_out(deed.session, list(calls), now)
                early = [one for one in named if not self.contacts.hand_out(one, now)]
                self.wrong += [f"{utc(now)} contact {one} was called too early" for one in early]
            case Done() if isinstance(deed, Report) and deed.status == "not_placed":
                # The slot is free once the log has it; in between nobody may have it, and so nobody asks.
                self.floor.write()
                self.contacts.give_back(self.oracle.calls[deed.call].contact, now)
            case Done() if isinstance(deed, Dispose):
                self.contacts.settle(deed.call[1], deed.word, now, deed.callback_in)
        return Told(now, found.what, found.limit, found.retry_at, session, calls)


def asked_of(identity: Identity, member: Member, deed: Deed, now: Instant) -> Asked:
    """The deed as the engine's use case."""
    match deed:
        case Begin():
            begin = Start(mode=DialingMode(member.mode))
            return lambda change, at: start(change, identity, begin, at)
        case Dial():
            dial = NextContact(session_id=deed.session, lines=deed.lines)
            return lambda change, at: next_contact(change, identity, dial, at)
        case Report():
            told = ReportCall(call_id=deed.call, status=CallStatus(deed.status))
            return lambda change, at: report_call(change, identity, told, at)
        case Dispose():
            callback = None if deed.callback_in is None else utc(now + deed.callback_in)
            call_id, contact_id = deed.call
            ended = Disposed(
                session_id=deed.session,
                contact_id=contact_id,
                call_id=call_id,
                disposition=deed.word,
                callback_at=callback,
            )
            return lambda change, at: dispose(change, identity, ended, at)
        case Move():
            moved = MoveSession(session_id=deed.session, move=Moved(deed.how))
            return lambda change, at: move_session(change, identity, moved, at)
