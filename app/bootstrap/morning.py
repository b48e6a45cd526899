"""A morning of history for the demo: simulated agents on virtual time through the real engine and its log."""

import hashlib
from collections.abc import Callable, Coroutine, MutableMapping, Sequence
from functools import partial
from typing import Any

import msgspec

from app.api.answers import Receive, Scope, Send
from app.api.auth import OPERATOR_ID, Authenticator
from app.api.dialer import PATH, DialerPath
from app.api.timings import Timings
from app.bootstrap.history_journal import HistoryJournal
from app.bootstrap.people import FolderPeople
from app.client.dialer import read_answer
from app.client.dialer_requests import DialerRequest
from app.client.outcomes import AnyOutcome
from app.clock import ManualClock
from app.controller.change import Change
from app.controller.edit_agent import edit_agent
from app.controller.edit_limit import LimitPlace, edit_limit
from app.controller.floor import Floor, Ports
from app.controller.import_contacts import ImportedRow, Importer, Source
from app.controller.sweep import close_lost_calls, expire_sessions
from app.engine.calls import hang_up
from app.engine.events import Fact
from app.engine.limits import LimitId
from app.engine.people import Identity, Role, Tenant
from app.engine.ports import RuleViolation
from app.engine.rulebook import Scope as LimitScope
from app.engine.value import HOUR, MINUTE, SECOND, Instant
from app.ids import new_id
from app.simulator.contacts import contact_rows
from app.simulator.crew import campaign_names, make_crew
from app.simulator.morning import relive
from app.wire.operator import EditAgent, EditLimit
from db.contacts_store import SqliteContactLists
from db.directory_sqlite import SqliteDirectory
from db.folder import Folder
from db.open import connect, prepare
from db.packing import unpack
from db.people_store import hash_secret
from db.queue_sqlite import SqliteQueue
from db.rebuild import rebuild
from db.usage_memory import MemoryUsageStore

TENANT = "Riverside Outreach"
_ADMIN = "Dana Whitfield"
_LONGEST = 7 * HOUR + 25 * MINUTE
_API_HOUR = 900
"""The default of 500 would refuse a busy agent's reports before its calls: the demo is about calls."""
_AGENT_HOURS = 170
"""How much work is relived at most: a floor of 1,000 gets minutes of history, one of 40 most of a shift."""


class Morning:
    """What was made: who may look, and how much happened."""

    def __init__(self, admin_token: str, requests: int, calls: int) -> None:
        self.admin_token = admin_token
        self.requests = requests
        self.calls = calls


def make_morning(folder: Folder, agents: int, seed: int, until: Instant) -> Morning:
    """Fill a new folder with a tenant, contacts, users, and a shift of calls that ends at `until`."""
    prepare(folder)
    length = min(_LONGEST, _AGENT_HOURS * HOUR // agents)
    since = until - length
    people = FolderPeople(folder.database)
    tenant = people.make_tenant(TENANT, since)
    campaigns = _import_contacts(folder, agents, seed, since)
    crew = make_crew(agents, seed)
    tokens = [people.make_token(tenant.id, member.name, Role.DIALER, _ADMIN, since).token for member in crew]
    admin = people.make_token(tenant.id, _ADMIN, Role.ADMIN, "dialfloor demo", since)
    people.close()
    past = _Past(folder, tenant, tokens, since)
    past.set_up(agents, since, length)
    tally = relive(
        crew, past, since, until, campaign_ids=campaigns, arrives_within_s=length / SECOND * 0.7, stop_sessions=False
    )
    past.leave(until)
    return Morning(admin.token, tally.requests, tally.admitted_calls)


def _import_contacts(folder: Folder, agents: int, seed: int, since: Instant) -> list[str]:
    """Contacts for a shift and what follows it, spread over the campaigns; returns the campaigns' ids."""
    connection = connect(folder.database)
    names = campaign_names(max(1, min(4, agents // 8)))
    rows = list(contact_rows(min(80_000, 2_000 + agents * 700), seed))
    try:
        for place, name in enumerate(names):
            source = Source(
                file=f"{name.lower().replace(' ', '-')}.csv",
                sha256=hashlib.sha256(name.encode()).digest(),
                tenant=TENANT,
                campaign=name,
                by=_ADMIN,
                region="US",
            )
            importer = Importer(SqliteContactLists(connection, new_id), lambda: since, new_id, _unexpected)
            list(importer.run(source, map(_imported, enumerate(rows[place :: len(names)], 2))))
        found = connection.execute("SELECT id FROM campaigns ORDER BY name").fetchall()
    finally:
        connection.close()
    return [unpack(row[0]) for row in found]


def _imported(numbered: tuple[int, tuple[str, str, str, str, str, str]]) -> ImportedRow:
    line, (first_name, last_name, phone, email, city, notes) = numbered
    return ImportedRow(
        line=line,
        first_name=first_name,
        last_name=last_name,
        phone=phone,
        email=email,
        fields={"city": city, "notes": notes},
        cells=(),
    )


def _unexpected(rejected: object) -> None:
    message = f"a generated contact was rejected: {rejected}"
    raise RuleViolation(message)


class _Past:
    """The simulator's transport into the engine itself, on a clock that it sets."""

    def __init__(self, folder: Folder, tenant: Tenant, tokens: Sequence[str], since: Instant) -> None:
        self._clock = ManualClock(since)
        self._connection = connect(folder.database)
        # The past needs no power-cut safety: a demo that dies is made anew.
        self._connection.execute("PRAGMA synchronous=OFF")
        directory = SqliteDirectory(self._connection)
        restored = rebuild(self._connection, since)
        self._journal = HistoryJournal(self._connection, self._publish, new_id)
        ports = Ports(
            clock=self._clock,
            usage=MemoryUsageStore(restored.usage),
            journal=self._journal,
            directory=directory,
            agents=directory,
            queue=SqliteQueue(self._connection),
            new_id=new_id,
        )
        self.floor = Floor(ports, restored.usage)
        self.floor.restore(restored)
        authenticator = Authenticator(self.floor, directory, hash_secret, None)
        self._path = DialerPath(self.floor, authenticator, Timings())
        self._headers = [[(b"authorization", f"Bearer {token}".encode())] for token in tokens]
        self._admin = Identity(tenant_id=tenant.id, user_id=OPERATOR_ID, user=_ADMIN, role=Role.ADMIN)
        self._swept_at = since
        self._edits: list[tuple[Instant, Callable[[Instant], None]]] = []

    def set_up(self, agents: int, since: Instant, length: int) -> None:
        """Room for the whole crew, and what supervisors will change during the shift."""
        self._limit(LimitId.SESSIONS_ACTIVE, agents + max(3, agents // 10), "The demo floor's seats", since)
        self._limit(LimitId.API_HOUR, _API_HOUR, "Five requests a call, up to 180 calls an hour", since)
        steps = ((0.35, 1, 80), (0.5, 4, 120), (0.62, 7, 60), (0.8, 1, 90), (0.9, 10, 45))
        for share, number, amount in steps:
            at = since + int(length * share)
            self._edits.append((at, partial(self._edit, number, amount)))

    def ask(self, agent: int, request: DialerRequest, now: int) -> AnyOutcome:
        """One request of one agent at `now`."""
        self._clock.advance(max(0, now - self._clock.now()))
        self._let_time_pass(self._clock.now())
        sent: list[MutableMapping[str, Any]] = []
        _finish(self._path(_scope(self._headers[agent]), _receiver(msgspec.json.encode(request)), _sender(sent)))
        return read_answer(request, int(sent[0]["status"]), bytes(sent[1]["body"]))

    def leave(self, until: Instant) -> None:
        """Hang up what is still open, so that the live floor starts clean, and write everything."""
        self._clock.advance(max(0, until - self._clock.now()))
        change = Change(self.floor)
        for call in [call for call in self.floor.calls.values() if call.is_open]:
            ended = hang_up(call, until, "shift change")
            change.report_call(msgspec.structs.replace(ended, disposition="no_answer"), until, "shift change")
        self._commit(change)
        self._journal.flush()
        self._connection.close()

    def _publish(self, facts: Sequence[Fact]) -> None:
        self.floor.committed(facts)

    def _let_time_pass(self, now: Instant) -> None:
        if now - self._swept_at < SECOND:
            return
        self._swept_at = now
        self._commit(expire_sessions(self.floor, now))
        self._commit(close_lost_calls(self.floor, now))
        while self._edits and self._edits[0][0] <= now:
            self._edits.pop(0)[1](now)

    def _edit(self, number: int, amount: int, now: Instant) -> None:
        agent_ids = list(self.floor.agents_of_tenant.get(self._admin.tenant_id, {}))
        if number >= len(agent_ids):
            return
        settings = self.floor.rulebook.agent(agent_ids[number])
        intent = EditAgent(
            expected_revision=settings.revision if settings is not None else 0,
            reason="Carrier asked for a steadier pace" if amount < 100 else "Strong list, supervised",
            max_calls_per_hour=amount,
        )
        change = Change(self.floor)
        edit_agent(change, self._admin, agent_ids[number], intent, now)
        self._commit(change)

    def _limit(self, limit_id: LimitId, amount: int, reason: str, now: Instant) -> None:
        place = LimitPlace(scope=LimitScope.TENANT, scope_id=self._admin.tenant_id, limit_id=limit_id)
        intent = EditLimit(expected_revision=0, reason=reason, amount=amount)
        change = Change(self.floor)
        edit_limit(change, self._admin, place, intent, now, operator=False)
        self._commit(change)

    def _commit(self, change: Change) -> None:
        if change.facts:
            _finish(_written(change))


def _scope(headers: list[tuple[bytes, bytes]]) -> Scope:
    return {"type": "http", "method": "POST", "path": PATH, "headers": headers, "client": ("127.0.0.1", 0)}


def _receiver(body: bytes) -> Receive:
    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _sender(sent: list[MutableMapping[str, Any]]) -> Send:
    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    return send


async def _written(change: Change) -> None:
    await change.commit()


def _finish(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine that waits for nothing: history's journal never makes anyone wait."""
    try:
        work.send(None)
    except StopIteration:
        return
    work.close()
    message = "the past had to wait"
    raise RuleViolation(message)
