"""A whole engine in the test's own process, on a folder and a clock of the test's: asked over ASGI, one line an ask.

Nothing of it is faked but the time: tokens, log, queue, use cases, routes and feed are those of `dialfloor serve`.
"""

import asyncio
import sqlite3
from collections.abc import Coroutine, Mapping, MutableMapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

import msgspec

from app.api.dialer import PATH
from app.api.server import Application
from app.bootstrap.engine import Engine
from app.bootstrap.people import FolderPeople
from app.clock import ManualClock
from app.engine.events import DeedRecorded
from app.engine.people import Contact, Role
from app.engine.value import SECOND, Duration, Id, Instant
from app.ids import new_id
from db.contacts_store import SqliteContactLists
from db.folder import Folder
from db.open import connect, prepare

T0: Instant = 1_790_000_000 * SECOND + 123_456
OPERATOR_SECRET = "the-secret-of-the-window"

T = TypeVar("T")
Json = dict[str, Any]
Message = MutableMapping[str, Any]


class Answer(NamedTuple):
    """What came back; header names in lower case."""

    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> Json:
        """The JSON object of the body."""
        return msgspec.json.decode(self.raw, type=dict[str, Any])

    @property
    def code(self) -> str | None:
        """Why not, for a program; None for a success."""
        code: str | None = self.body.get("code")
        return code


class Ask(NamedTuple):
    """One request as it goes out."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    address: str = "127.0.0.1"


async def ask_application(application: Application, ask: Ask) -> Answer:
    """Send one request straight to an ASGI application and take the whole answer."""
    path, _, query = ask.path.partition("?")
    scope: Message = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": ask.method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in ask.headers.items()],
        "client": (ask.address, 50_000),
        "server": ("127.0.0.1", 8787),
        "state": {},
    }
    sent: list[Message] = []
    answered = asyncio.Event()
    left = [{"type": "http.request", "body": ask.body, "more_body": False}]

    async def receive() -> Message:
        if left:
            return left.pop()
        # As a server does: whoever asks on hears that the caller has gone once the answer is complete.
        await answered.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            answered.set()

    await application(scope, receive, send)
    head = next(message for message in sent if message["type"] == "http.response.start")
    headers = {name.decode(): value.decode() for name, value in head["headers"]}
    return Answer(head["status"], headers, b"".join(message.get("body", b"") for message in sent))


class House:
    """One folder, its engine and its clock. Use it in a `with` block."""

    def __init__(self, root: Path, start: Instant = T0) -> None:
        self.folder = Folder(root)
        self.clock = ManualClock(start)
        prepare(self.folder)
        self._runner = asyncio.Runner()
        self.engine = self.open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.run(self.engine.stop())
        self._runner.close()

    @property
    def now(self) -> Instant:
        """The engine's instant."""
        return self.clock.now()

    def later(self, duration: Duration) -> Instant:
        """Move time on by microseconds."""
        return self.clock.advance(duration)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run the engine's loop until something is done."""
        return self._runner.run(work)

    def restart(self) -> None:
        """Stop the engine and start another on what the log says."""
        self.run(self.engine.stop())
        self.engine = self.open()

    def token(self, user: str, role: str = "dialer", tenant: str = "Acme") -> str:
        """A token; tenant and user are made on first use."""
        people = FolderPeople(self.folder.database)
        try:
            owner = people.make_tenant(tenant, self.now)
            return people.make_token(owner.id, user, Role(role), "test", self.now).token
        finally:
            people.close()

    def contacts(self, count: int, campaign: str | None = None, tenant: str = "Acme") -> Id | None:
        """Import contacts, numbered from +12125550100 on; returns the campaign's id."""
        connection = connect(self.folder.database)
        try:
            lists = SqliteContactLists(connection, new_id)
            list_id, into = lists.open_list(tenant, campaign, bytes(32), _deed(self.now))
            known = connection.execute("SELECT count(*) FROM contacts").fetchone()[0]
            made = [_contact(into.tenant_id, into.id or None, known + place, self.now) for place in range(count)]
            lists.add(list_id, made, 0, self.now - len(made))
            return into.id or None
        finally:
            connection.close()

    def dial(self, token: str | None, action: str, key: str | None = None, /, **body: object) -> Answer:
        """One request of a dialer, as `{"action": ...}`; `key` is its Idempotency-Key."""
        return self.send(dialer_ask(token, action, key, **body))

    def operate(self, token: str, method: str, path: str, /, **body: object) -> Answer:
        """One request to `/v1`."""
        content = msgspec.json.encode(body) if body else b""
        return self.send(Ask(method, f"/v1{path}", _headers(token), content))

    def send(self, ask: Ask) -> Answer:
        """Any request."""
        return self.run(ask_application(self.engine.application, ask))

    def together(self, asks: Sequence[Ask]) -> list[Answer]:
        """Requests that are all under way before the first is answered."""

        async def gather() -> list[Answer]:
            return await asyncio.gather(*(ask_application(self.engine.application, ask) for ask in asks))

        return self.run(gather())

    def sweep(self, *jobs: str) -> None:
        """Run scheduled jobs now; none runs by itself."""
        token = self.token("jobs", "admin")
        for job in jobs:
            assert self.operate(token, "POST", f"/jobs/{job}/run").status == 200

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What the log says."""
        connection = sqlite3.connect(self.folder.database)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def open(self) -> Engine:
        """Another engine on what the log says; whoever stopped the last one takes it."""

        async def make() -> Engine:
            return Engine(self.folder, operator_secret=OPERATOR_SECRET, clock=self.clock)

        return self._runner.run(make())


def dialer_ask(token: str | None, action: str, key: str | None = None, /, **body: object) -> Ask:
    """A dialer's request."""
    headers = _headers(token) | ({"idempotency-key": key} if key is not None else {})
    return Ask("POST", PATH, headers, msgspec.json.encode({"action": action, **body}))


def _headers(token: str | None) -> dict[str, str]:
    plain = {"content-type": "application/json", "origin": "https://app.example"}
    return plain if token is None else {**plain, "authorization": f"Bearer {token}"}


def _deed(at: Instant) -> DeedRecorded:
    return DeedRecorded(
        tenant_id=None, at=at, user="test", action="contacts.import", subject="x", before=None, after=None, reason=""
    )


def _contact(tenant_id: Id, campaign_id: Id | None, number: int, now: Instant) -> Contact:
    return Contact(
        id=new_id(now + 1_000 * number),  # a millisecond apart, so that ids sort by number
        tenant_id=tenant_id,
        campaign_id=campaign_id,
        first_name=f"Person {number}",
        last_name="Doe",
        phone=f"+1212555{number + 100:04d}",
        email=None,
        fields={"City": "Rome"},
    )
