"""A copy made beside a running engine, and restored into it: the same floor comes back at the same address."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.client.engine_process import EngineProcess, EngineReady, serve_command
from app.client.errors import GatewayRefused, GatewayUnreachable
from app.client.gateway import Gateway
from app.wire.backups import BackupsPage, RestoreBackup
from db.folder import Folder
from tests.e2e.serving import Serving, dial, import_contacts, make_token, run_cli, started


class Copies:
    """The copies of an engine, as an admin sees them."""

    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway

    def until(self, holds: Callable[[BackupsPage], bool]) -> BackupsPage:
        """Ask until it holds, over a restart too; twenty seconds at most."""
        gate = threading.Event()
        page: BackupsPage | None = None
        for _ in range(400):
            try:
                page = self.gateway.backups.page()
            except GatewayUnreachable:
                page = None
            if page is not None and holds(page):
                return page
            gate.wait(0.05)
        raise AssertionError(page)

    def worked(self, kind: str) -> BackupsPage:
        """Wait until the work of a kind has ended."""
        return self.until(
            lambda page: page.work is not None and page.work.kind == kind and page.work.state != "running"
        )


class Desk(Copies):
    """An engine with an admin at it, and a dialer."""

    def __init__(self, engine: Serving, gateway: Gateway, admin: str, dialer: str) -> None:
        super().__init__(gateway)
        self.engine = engine
        self.admin = admin
        self.dialer = dialer

    def call(self, session: str) -> str:
        with self.engine.client(self.dialer) as client:
            answer = dial(client, "next-contact", sessionId=session)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["callIds"][0])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    data = tmp_path / "floor"
    admin, ana = make_token(data, "ada", "admin"), make_token(data, "ana")
    import_contacts(data, tmp_path / "leads.csv", 20)
    with Serving(data) as engine, closing(Gateway(engine.url, admin)) as gateway:
        tenant = gateway.me().tenant_id
        assert tenant is not None
        with engine.client(admin) as client:
            edit = {"expectedRevision": 0, "reason": "fast", "amount": 0}
            assert client.put(f"/v1/limits/tenant/{tenant}/calls.gap", json=edit).status_code == 200
        yield Desk(engine, gateway, admin, ana)


def test_a_restored_copy_gives_the_same_floor_back(desk: Desk) -> None:
    with desk.engine.client(desk.dialer) as client:
        session = started(client)
    first = desk.call(session)
    made = desk.gateway.backups.make()
    assert made.work is not None
    copy = desk.worked("backup").backups[0]
    assert copy.name == made.work.name
    assert (copy.broken, copy.checked_at is not None) == (None, True)
    then = desk.gateway.floor()
    second = desk.call(session)
    with pytest.raises(GatewayRefused, match="not checked"):
        desk.gateway.backups.restore(copy.name, RestoreBackup(reason="a try", calls_lost=9))
    desk.gateway.backups.check(copy.name)
    loss = desk.worked("check").backups[0].loss
    assert loss is not None
    assert loss.calls == 1
    third = desk.call(session)
    desk.gateway.backups.check(copy.name)
    desk.worked("check")
    with pytest.raises(GatewayRefused, match="More calls"):
        desk.gateway.backups.restore(copy.name, RestoreBackup(reason="a try", calls_lost=1))
    desk.gateway.backups.check(copy.name)
    desk.worked("check")
    desk.gateway.backups.restore(copy.name, RestoreBackup(reason="the wrong list was dialed", calls_lost=2))
    page = desk.until(lambda one: one.work is not None and one.work.kind == "restore" and one.work.state != "running")
    assert page.work is not None
    assert page.work.state == "done", page.work
    now = desk.gateway.floor()
    assert [row.hour_used for row in now.agents] == [row.hour_used for row in then.agents] == [1]
    calls = [call.id for call in desk.gateway.calls().calls]
    assert (calls, second in calls, third in calls) == ([first], False, False)
    deed = desk.gateway.audit(limit=1).records[0]
    assert (deed.action, deed.user, deed.reason) == ("backup.restore", "ada", "the wrong list was dialed")
    assert any(backup.name.startswith("before-restore-") for backup in page.backups)
    assert desk.call(session), "the floor goes on from there"
    assert desk.engine.stop() == 0


def test_a_copy_is_saved_elsewhere_and_restored_by_the_command(desk: Desk, tmp_path: Path) -> None:
    with desk.engine.client(desk.dialer) as client:
        session = started(client)
    desk.gateway.backups.make()
    copy = desk.worked("backup").backups[0]
    elsewhere = tmp_path / "usb.db"
    desk.gateway.backups.save(copy.name, elsewhere)
    assert elsewhere.stat().st_size == copy.bytes
    desk.call(session)
    data = str(desk.engine.data)
    owned = run_cli("restore", str(elsewhere), "--data", data, "--yes")
    assert owned.returncode == 3, "an engine owns the folder"
    assert desk.engine.stop() == 0
    assert run_cli("restore", "nowhere.db", "--data", data, "--yes").returncode == 2
    done = run_cli("restore", str(elsewhere), "--data", data, "--yes")
    assert (done.returncode, "1 call" in done.stderr) == (0, True), done.stderr
    with Serving(desk.engine.data) as engine, closing(Gateway(engine.url, desk.admin)) as again:
        assert again.calls().calls == []


def test_the_copies_are_the_folders_and_not_a_tenants(desk: Desk) -> None:
    assert "folder" in desk.gateway.me().may
    make_token(desk.engine.data, "eve", "admin", tenant="Beta")
    with pytest.raises(GatewayRefused, match="other tenants too") as refused:
        desk.gateway.backups.page()
    assert refused.value.status == 403
    assert "folder" not in desk.gateway.me().may


def test_the_engine_of_a_window_restores_under_the_same_process_and_ends_with_the_window(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    make_token(data, "ada", "admin")
    child = EngineProcess(serve_command(data))
    ready = child.start()
    assert isinstance(ready, EngineReady), ready
    try:
        with closing(Gateway(ready.url, ready.secret)) as plain:
            tenant = plain.me().tenants[0].id
        with closing(Gateway(ready.url, ready.secret, tenant)) as gateway:
            desk = Copies(gateway)
            gateway.backups.make()
            copy = desk.worked("backup").backups[0]
            gateway.admin.add_campaign("made after the copy")
            gateway.backups.check(copy.name)
            desk.worked("check")
            gateway.backups.restore(copy.name, RestoreBackup(reason="test of the copies", calls_lost=0))
            page = desk.worked("restore")
            assert page.work is not None
            assert page.work.state == "done", page.work
            assert gateway.campaigns().campaigns == []
            assert child.poll() is None, "it is the same child: its window has nothing to start again"
    finally:
        assert child.stop() == 0
    assert Folder(data).holder() is None
