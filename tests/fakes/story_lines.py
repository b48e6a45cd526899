"""What dialers say in a story: each line as the engine's intent and as the naive floor's deed."""

from app.controller.call_status import ReportCall, report_call
from app.controller.disposition import Dispose, dispose
from app.controller.move_session import Move, MoveSession, move_session
from app.controller.next_contact import NextContact, next_contact
from app.controller.start import Start, start
from app.controller.status import AskStatus, status
from app.engine.calls import CallStatus
from app.engine.limits import DialingMode
from app.engine.value import SECOND, Duration, Id, Instant
from app.wire.base import instant_of, utc
from app.wire.dialer import NextContactAnswer, StartAnswer
from tests.fakes.floor_story import FloorStory, Line
from tests.fakes.naive_records import NaiveSession, Said


class DialerLines:
    """The lines of a story's dialers."""

    def __init__(self, story: FloorStory) -> None:
        self._story = story
        self._naive = story.naive

    def begin(self, user: str, mode: str | None, agent_id: Id | None) -> Line:
        """Start a session for the user's own agent, or for another of the tenant."""
        identity, naive = self._story.user(user), self._naive
        intent = Start(mode=None if mode is None else DialingMode(mode), agent_id=agent_id)

        def learn(answer: object, now: Instant) -> None:
            assert isinstance(answer, StartAnswer)
            row = answer.session
            naive.begin(NaiveSession(row.id, identity.tenant_id, row.agent_id, row.mode, now, now))

        def expect(now: Instant) -> list[Said]:
            agent = agent_id or self._story.engine.floor.agent_of_user[identity.user_id]
            naive.know_agent(agent, identity.tenant_id, mode or "power", now)
            assert agent_id is None or naive.rules.agents[agent].tenant == identity.tenant_id
            return [naive.ask_start(identity.tenant_id, now)]

        words = f"start {mode or ''}{' for another' if agent_id else ''}"
        return Line(words, user, lambda change, now: start(change, identity, intent, now), expect, learn)

    def dial(self, user: str, session_id: Id, mode: str | None, lines: int | None) -> Line:
        """Ask whom to call."""
        identity, naive = self._story.user(user), self._naive
        intent = NextContact(session_id=session_id, mode=None if mode is None else DialingMode(mode), lines=lines)

        def learn(answer: object, now: Instant) -> None:
            assert isinstance(answer, NextContactAnswer)
            contacts = [answer.contact, *answer.next_contacts] if answer.contact is not None else []
            calls = zip(answer.call_ids, [str(contact["id"]) for contact in contacts], strict=True)
            naive.hand_out(session_id, list(calls), now)

        def is_same_later(at: Instant) -> bool:
            """Whether the session lives then, and a batch, refused for as many contacts as there are, finds as many."""
            if naive.state(naive.sessions[session_id], at) == "expired":
                return False
            counts = [naive.counts(identity.tenant_id, lines or 3, when) for when in (self._story.now, at)]
            return counts[0] == counts[1] and len(counts[0]) == 1

        return Line(
            f"next-contact {self._name(session_id)} {mode or ''} {lines or ''}",
            user,
            lambda change, now: next_contact(change, identity, intent, now),
            lambda now: naive.may_say(identity.tenant_id, session_id, mode, lines, now),
            learn,
            is_same_later,
        )

    def report(self, user: str, call_id: Id, word: str) -> Line:
        """Say how far a call got."""
        identity, naive = self._story.user(user), self._naive
        intent = ReportCall(call_id=call_id, status=CallStatus(word))
        return Line(
            f"call {self._call(call_id)} is {word}",
            user,
            lambda change, now: report_call(change, identity, intent, now),
            lambda now: [naive.report(identity.tenant_id, call_id, word, now)],
        )

    def dispose(self, user: str, call_id: Id, word: str, callback_in: Duration | None, *, named: bool) -> Line:
        """Say how a conversation ended."""
        identity, naive, call = self._story.user(user), self._naive, self._naive.calls[call_id]
        callback = None if callback_in is None else utc(self._story.now + callback_in)
        intent = Dispose(
            session_id=call.session,
            contact_id=call.contact,
            disposition=word,
            call_id=call_id if named else None,
            callback_at=callback,
        )
        callback_at = None if callback is None else instant_of(callback)
        in_words = "" if callback_in is None else f" in {callback_in // SECOND} s"
        return Line(
            f"{word}{in_words} of {self._call(call_id)}{'' if named else ', by its contact'}",
            user,
            lambda change, now: dispose(change, identity, intent, now),
            lambda now: [naive.dispose(identity.tenant_id, call_id, word, now, callback_at, named=named)],
        )

    def move(self, user: str, session_id: Id, how: str) -> Line:
        """Pause, resume or end a session."""
        identity, naive = self._story.user(user), self._naive
        intent = MoveSession(session_id=session_id, move=Move(how))
        return Line(
            f"{how} {self._name(session_id)}",
            user,
            lambda change, now: move_session(change, identity, intent, now),
            lambda now: [naive.move(identity.tenant_id, session_id, how, now)],
        )

    def look(self, user: str) -> Line:
        """Ask how one stands: a request like any other."""
        identity = self._story.user(user)
        return Line(
            "status",
            user,
            lambda change, now: status(change, identity, AskStatus(), now),
            lambda now: [Said("ok")],
        )

    def _name(self, session_id: Id) -> str:
        return f"session {list(self._naive.sessions).index(session_id) + 1}"

    def _call(self, call_id: Id) -> str:
        return f"{list(self._naive.calls).index(call_id) + 1}"
