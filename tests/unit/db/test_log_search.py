"""Every search, walked to its end, finds what a plain look at each row finds, in that order, whatever its share."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from app.engine import events
from app.engine.calls import Call, CallStatus
from app.engine.log_search import CallSearch, NumberPart, RefusalSearch
from app.engine.records import RefusalRecord
from app.engine.value import MINUTE, SECOND, Id
from app.ids import new_id
from db import log_search
from db.log_archive import SqliteLogArchive
from db.packing import pack
from db.refusal_fold import RefusalFold
from tests.fakes.log_folder import T0, LogFolder

PLACES = ("+12125550", "+4930123", "+1415555")


class Searched(LogFolder):
    """A log of some hundred calls and refusals whose every field varies, and of what it is made."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        dice = random.Random(5)
        self.agents = [self.agent_id, self.agent("Ben"), self.agent("Cem")]
        self.sessions = {agent: self.session(T0, agent) for agent in self.agents}
        self.campaigns = [new_id(T0), new_id(T0)]
        self.contacts = {
            new_id(T0): f"{dice.choice(PLACES)}{dice.randrange(10**3):03d}{dice.randrange(30):02d}" for _ in range(60)
        }
        for contact, phone in self.contacts.items():
            self._contact(contact, phone)
        self.calls = [self._call(dice, at) for at in range(400)]
        self.refusals = [self._refusal(dice, at) for at in range(300)]

    def _contact(self, contact_id: Id, phone: str) -> None:
        self.connection.execute(
            "INSERT INTO contacts (id, tenant_id, list_id, first_name, last_name, phone, fields, state, rank, due_at,"
            " attempts) VALUES (?, ?, ?, 'Joe', 'Doe', ?, '{}', 'open', 1, 0, 0)",
            (pack(contact_id), pack(self.tenant.id), bytes(16), phone),
        )

    def _call(self, dice: random.Random, at: int) -> Call:
        agent, contact = dice.choice(self.agents), dice.choice(list(self.contacts))
        return self.call(
            # Lines of a batch share their instant.
            T0 + at // 3 * SECOND,
            agent_id=agent,
            session_id=self.sessions[agent],
            contact_id=contact,
            phone_number=self.contacts[contact],
            campaign_id=dice.choice([*self.campaigns, None]),
            status=dice.choice((CallStatus.COMPLETED, CallStatus.BUSY, CallStatus.VOICEMAIL)),
            disposition=dice.choice(("interested", "voicemail", None)),
        )

    def _refusal(self, dice: random.Random, at: int) -> RefusalRecord:
        agent = dice.choice(self.agents)
        tried = events.TryRefused(
            tenant_id=self.tenant.id,
            user_id=self.user_id,
            agent_id=agent,
            session_id=dice.choice((self.sessions[agent], None)),
            code=dice.choice(("calls_per_hour", "call_gap")),
            limit_id="calls.hour",
            amount=100,
            used=100,
            retry_at=None,
            at=T0 + at // 2 * MINUTE,
        )
        fold = RefusalFold(new_id)
        fold.add(tried)
        rows = fold.take()
        fold.write(self.connection, rows)
        known = {name: getattr(tried, name) for name in ("user_id", "agent_id", "session_id", "code", "limit_id")}
        return RefusalRecord(
            id=str(rows[0][0]), user="", amount=100, used=100, retry_at=None, first_at=tried.at, last_at=tried.at,
            count=1, **known,
        )  # fmt: skip


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searched]:
    folder = Searched(tmp_path_factory.mktemp("searched"))
    yield folder
    folder.close()


@pytest.fixture(scope="module")
def archive(log: Searched) -> Iterator[SqliteLogArchive]:
    found = SqliteLogArchive(log.folder.database)
    yield found
    found.close()


def fits(call: Call, search: CallSearch) -> bool:
    number = search.number
    return (
        search.start <= call.created_at < search.stop
        and search.agent_id in (None, call.agent_id)
        and search.session_id in (None, call.session_id)
        and search.campaign_id in (None, call.campaign_id)
        and search.user_id in (None, call.user_id)
        and search.status in (None, call.status)
        and search.disposition in (None, call.disposition)
        and (
            number is None
            or (call.phone_number.startswith if number.how == "begins" else call.phone_number.endswith)(number.text)
        )
    )


SEARCHES: dict[str, Callable[[Searched], CallSearch]] = {
    "all": lambda log: CallSearch(),
    "a stretch of time": lambda log: CallSearch(start=T0 + 20 * SECOND, stop=T0 + 90 * SECOND),
    "an agent": lambda log: CallSearch(agent_id=log.agents[1]),
    "a session": lambda log: CallSearch(session_id=log.sessions[log.agents[2]]),
    "a session and another agent": lambda log: CallSearch(
        session_id=log.sessions[log.agents[2]], agent_id=log.agents[0]
    ),
    "a status": lambda log: CallSearch(status="busy"),
    "a status nobody has": lambda log: CallSearch(status="failed"),
    "a disposition": lambda log: CallSearch(disposition="interested"),
    "a campaign": lambda log: CallSearch(campaign_id=log.campaigns[0]),
    "a user": lambda log: CallSearch(user_id=log.user_id),
    "an agent's dispositions of a time": lambda log: CallSearch(
        agent_id=log.agents[0], disposition="voicemail", start=T0 + 9 * SECOND, status="busy"
    ),
    "a whole number": lambda log: CallSearch(number=NumberPart(how="begins", text=log.calls[7].phone_number)),
    "last digits": lambda log: CallSearch(number=NumberPart(how="ends", text=log.calls[9].phone_number[-2:])),
    "last four digits": lambda log: CallSearch(number=NumberPart(how="ends", text=log.calls[9].phone_number[-4:])),
    "last nine digits": lambda log: CallSearch(number=NumberPart(how="ends", text=log.calls[9].phone_number[-9:])),
    "a country": lambda log: CallSearch(number=NumberPart(how="begins", text="+49")),
    "an unknown number": lambda log: CallSearch(number=NumberPart(how="ends", text="9999999")),
    "a country's busy ones": lambda log: CallSearch(
        number=NumberPart(how="begins", text="+1"), status="busy", stop=T0 + 99 * SECOND, session_id=None
    ),
    "a number of an agent": lambda log: CallSearch(
        number=NumberPart(how="ends", text="1"), agent_id=log.agents[1], session_id=log.sessions[log.agents[1]]
    ),
}


def walked(log: Searched, archive: SqliteLogArchive, search: CallSearch) -> list[Call]:
    """Every page to the end; what a page says of its end holds."""
    found: list[Call] = []
    while True:
        page = archive.search_calls(log.tenant.id, search)
        found += page.calls
        if page.cursor is None:
            assert page.searched_to is None
            return found
        if page.searched_to is None:
            assert len(page.calls) == search.size
        else:
            left = [call for call in log.calls if call.created_at > page.searched_to and fits(call, search)]
            assert {call.id for call in left} <= {call.id for call in found}, "it said nothing more was there"
        search = msgspec.structs.replace(search, cursor=page.cursor)


@pytest.mark.parametrize("share", [7, 40_000], ids=["small share", "whole share"])
@pytest.mark.parametrize("most", [2, 400], ids=["common numbers", "rare numbers"])
@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_finds_what_fits_and_nothing_else_newest_first(
    log: Searched, archive: SqliteLogArchive, monkeypatch: pytest.MonkeyPatch, name: str, most: int, share: int
) -> None:
    monkeypatch.setattr(log_search, "SHARE", share)
    monkeypatch.setattr(log_search, "MOST_CONTACTS", most)
    for size in (3, 50):
        search = msgspec.structs.replace(SEARCHES[name](log), size=size)
        fitting = [call for call in log.calls if fits(call, search)]
        expected = sorted(fitting, key=lambda call: (call.created_at, call.id), reverse=True)
        assert [call.id for call in walked(log, archive, search)] == [call.id for call in expected]


@pytest.mark.parametrize("share", [5, 40_000])
@pytest.mark.parametrize("by", ["nothing", "agent", "session", "code", "user"])
def test_refusals_are_searched_alike(
    log: Searched, archive: SqliteLogArchive, monkeypatch: pytest.MonkeyPatch, share: int, by: str
) -> None:
    monkeypatch.setattr(log_search, "SHARE", share)
    agent = log.agents[1]
    wanted: dict[str, str | None] = {
        "agent_id": agent if by == "agent" else None,
        "session_id": log.sessions[agent] if by == "session" else None,
        "code": "call_gap" if by == "code" else None,
        "user_id": log.user_id if by == "user" else None,
    }
    search = msgspec.structs.replace(RefusalSearch(size=11, start=T0 + 10 * MINUTE), **wanted)
    found: list[str] = []
    while True:
        page = archive.search_refusals(log.tenant.id, search)
        found += [refusal.id for refusal in page.refusals]
        if page.cursor is None:
            break
        search = msgspec.structs.replace(search, cursor=page.cursor)
    expected = [
        refusal
        for refusal in log.refusals
        if refusal.last_at >= search.start
        and all(getattr(refusal, key) == word for key, word in wanted.items() if word is not None)
    ]
    expected.sort(key=lambda refusal: (refusal.last_at, refusal.id), reverse=True)
    assert found == [refusal.id for refusal in expected]


def test_no_search_finds_another_tenants_rows(log: Searched, archive: SqliteLogArchive) -> None:
    other = new_id(T0)
    for search in SEARCHES.values():
        assert archive.search_calls(other, search(log)).calls == []
    assert archive.search_refusals(other, RefusalSearch(agent_id=log.agents[0])).refusals == []
    assert archive.call_story(other, log.calls[0].id) is None
    assert archive.refusal_story(other, log.refusals[0].id) is None


def test_a_hopeless_search_is_answered_by_its_share_and_says_how_far_it_came(
    log: Searched, archive: SqliteLogArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_search, "SHARE", 30)
    page = archive.search_calls(log.tenant.id, CallSearch(status="failed"))
    newest = sorted(log.calls, key=lambda call: (call.created_at, call.id), reverse=True)
    assert page.calls == []
    assert page.searched_to == newest[29].created_at
    assert page.cursor == (newest[29].created_at, pack(newest[29].id))


def test_searches_walk_their_index_and_sort_nothing(log: Searched) -> None:
    plans: list[str] = []
    log.connection.set_trace_callback(plans.append)
    for search in SEARCHES.values():
        log_search.search_calls(log.connection, log.tenant.id, search(log))
    log.connection.set_trace_callback(None)
    for query in plans:
        told = " ".join(str(row[3]) for row in log.connection.execute(f"EXPLAIN QUERY PLAN {query}"))
        assert "SCAN" not in told, (query, told)
        assert "TEMP B-TREE" not in told or "ix_call_logs_contact_id" in told, (query, told)
