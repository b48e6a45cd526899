"""The admin's questions against a real server: the right route and the right body."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from app.client.errors import GatewayUnreachable
from app.client.gateway import Gateway
from app.wire.admin import AddUser, EditUser
from app.wire.backups import RestoreBackup
from app.wire.imports import CheckImport, ColumnPlaces, StartImport
from app.wire.retention import EditRetention
from tests.fakes.loopback_engine import LoopbackEngine, reply

Question = Callable[[Gateway], object]
PLACES = {"firstName": None, "lastName": None, "phone": 1, "email": None}
CHECK = CheckImport(places=ColumnPlaces(phone=1), region="DE")
START = StartImport(places=ColumnPlaces(phone=1), campaign="Spring")
ROUTES: list[tuple[Question, str, str, object]] = [
    (lambda g: g.admin.users(), "GET", "/v1/users", None),
    (
        lambda g: g.admin.add_user(AddUser(name="Tom", role="dialer")),
        "POST",
        "/v1/users",
        {"name": "Tom", "role": "dialer"},
    ),
    (
        lambda g: g.admin.edit_user("u/1", EditUser(reason="new duties", role="admin")),
        "PATCH",
        "/v1/users/u%2F1",
        {"reason": "new duties", "role": "admin"},
    ),
    (lambda g: g.admin.tokens(), "GET", "/v1/tokens", None),
    (lambda g: g.admin.campaigns(), "GET", "/v1/campaigns", None),
    (lambda g: g.admin.add_campaign("Spring"), "POST", "/v1/campaigns", {"name": "Spring"}),
    (lambda g: g.admin.rename_campaign("c", "Summer"), "PATCH", "/v1/campaigns/c", {"name": "Summer"}),
    (lambda g: g.admin.run_job("backup"), "POST", "/v1/jobs/backup/run", None),
    (lambda g: g.admin.retention(), "GET", "/v1/retention", None),
    (
        lambda g: g.admin.edit_retention("calls", EditRetention(expected=None, amount=2_000, reason="contract")),
        "PUT",
        "/v1/retention/calls",
        {"expected": None, "amount": 2_000, "reason": "contract"},
    ),
    (lambda g: g.admin.diagnostics(), "GET", "/v1/diagnostics", None),
    (lambda g: g.backups.page(), "GET", "/v1/backups", None),
    (lambda g: g.backups.make(), "POST", "/v1/backups", None),
    (lambda g: g.backups.check("a.db"), "POST", "/v1/backups/a.db/check", None),
    (
        lambda g: g.backups.restore("a.db", RestoreBackup(reason="the disk", calls_lost=3)),
        "POST",
        "/v1/backups/a.db/restore",
        {"reason": "the disk", "callsLost": 3},
    ),
    (lambda g: g.imports.state("i"), "GET", "/v1/imports/i", None),
    (lambda g: g.imports.check("i", CHECK), "POST", "/v1/imports/i/check", {"places": PLACES, "region": "DE"}),
    (
        lambda g: g.imports.start("i", START),
        "POST",
        "/v1/imports/i/start",
        {"places": PLACES, "region": "US", "campaign": "Spring"},
    ),
    (lambda g: g.imports.cancel("i"), "DELETE", "/v1/imports/i", None),
]


@pytest.mark.parametrize(("ask", "method", "path", "body"), ROUTES, ids=[f"{row[1]} {row[2]}" for row in ROUTES])
def test_each_question_is_its_route(ask: Question, method: str, path: str, body: object) -> None:
    with LoopbackEngine(lambda _: reply(200, [])) as engine, closing(Gateway(engine.url, "t")) as gateway:
        # An answer of another shape than asked for is no engine of ours: the question is told apart from it.
        with pytest.raises(GatewayUnreachable):
            ask(gateway)
        asked = engine.asked[0]
    assert (asked.method, asked.path) == (method, path)
    assert (msgspec.json.decode(asked.body) if asked.body else None) == body


def test_a_file_is_sent_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "leads of may.csv"
    file.write_bytes(b"Phone\n+12125550134\n")
    with LoopbackEngine(lambda _: reply(200, [])) as engine, closing(Gateway(engine.url, "t")) as gateway:
        with pytest.raises(GatewayUnreachable):
            gateway.imports.send(file)
        asked = engine.asked[0]
    assert asked.path == "/v1/imports?file=leads+of+may.csv"
    assert b"+12125550134" in asked.body
    with closing(Gateway("http://127.0.0.1:9", "t")) as gateway, pytest.raises(FileNotFoundError):
        gateway.imports.send(tmp_path / "nowhere.csv")
