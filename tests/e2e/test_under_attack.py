"""A real engine whose copies are made and restored while contacts come in and dialers call, and what its log holds."""

import contextlib
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Self

import httpx

from app.client.gateway import Gateway
from app.wire.backups import RestoreBackup
from app.wire.imports import ColumnPlaces, StartImport
from tests.e2e.serving import PATH, Serving, dial, import_contacts, make_token, started
from tests.e2e.test_backups import Copies


class Dialing:
    """A dialer that calls until it is told to stop, and comes again whenever the engine is away."""

    def __init__(self, engine: Serving, token: str) -> None:
        self._stop = threading.Event()
        self._engine, self._token = engine, token
        self.statuses: set[int] = set()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(30)

    def _run(self) -> None:
        with self._engine.client(self._token) as client:
            while not self._stop.wait(0.01):
                with contextlib.suppress(httpx.TransportError):
                    session = dial(client, "start").json().get("session", {}).get("id", "")
                    self.statuses.add(dial(client, "next-contact", sessionId=session).status_code)


def test_a_copy_made_during_an_import_is_restored_while_dialers_call(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    admin, ana = make_token(data, "ada", "admin"), make_token(data, "ana")
    import_contacts(data, tmp_path / "first.csv", 300, first=900_000)
    leads = tmp_path / "leads.csv"
    rows = "".join(f"Person {number},+1212{5_550_000 + number}\n" for number in range(30_000))
    leads.write_text(f"Name,Phone\n{rows}", encoding="utf-8")
    with Serving(data) as engine, closing(Gateway(engine.url, admin)) as gateway, Dialing(engine, ana) as dialing:
        copies = Copies(gateway)
        sent = gateway.imports.send(leads).id
        gateway.imports.start(sent, StartImport(places=ColumnPlaces(first_name=0, phone=1), campaign="Spring"))
        gateway.backups.make()
        copy = copies.worked("backup").backups[0]
        assert copy.broken is None
        assert gateway.imports.state(sent).error is None
        gateway.backups.check(copy.name)
        loss = copies.worked("check").backups[0].loss
        assert loss is not None
        order = RestoreBackup(reason="the wrong list", calls_lost=loss.calls + 10_000)
        gateway.backups.restore(copy.name, order)
        page = copies.worked("restore")
        assert page.work is not None
        assert page.work.state == "done", page.work
        held = sum(campaign.contacts for campaign in gateway.campaigns().campaigns)
        assert held % 200 == 0, "a copy holds whole batches"
        assert gateway.audit(limit=1).records[0].action == "backup.restore"
        assert dialing.statuses <= {200, 400, 401, 404, 429, 503}, "nothing but answers a dialer knows"
        assert engine.stop() == 0


def test_an_engine_that_is_told_to_stop_while_it_ends_for_a_restore_stops_for_good(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    admin = make_token(data, "ada", "admin")
    with Serving(data) as engine, closing(Gateway(engine.url, admin)) as gateway:
        copies = Copies(gateway)
        gateway.backups.make()
        name = copies.worked("backup").backups[0].name
        gateway.backups.check(name)
        copies.worked("check")
        with engine.client(admin) as slow:
            gateway.backups.restore(name, RestoreBackup(reason="the wrong list", calls_lost=0))
            # An upload that never ends holds the old engine in its last three seconds.
            hold = threading.Event()

            def never() -> Iterator[bytes]:
                yield b"Name,Phone\n"
                hold.wait(2)
                yield b"A,1\n"

            upload = threading.Thread(target=_send, args=(slow, never()))
            upload.start()
            hold.wait(1)
            assert engine.stop() in (0, -15)
            upload.join(20)


def _send(client: httpx.Client, body: Iterator[bytes]) -> None:
    with contextlib.suppress(httpx.TransportError):
        client.post("/v1/imports?file=slow.csv", content=body)


def test_the_log_of_an_engine_holds_no_token_and_no_number(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    admin, ana = make_token(data, "ada", "admin"), make_token(data, "ana")
    import_contacts(data, tmp_path / "first.csv", 3)
    with Serving(data) as engine, engine.client(admin) as client, engine.client(ana) as dialer:
        session = started(dialer)
        contact = dial(dialer, "next-contact", sessionId=session)
        assert contact.status_code == 200
        made = client.post("/v1/tokens", json={"user": "bob", "role": "dialer"}).json()["token"]
        for path, body in (
            ("/v1/do-not-call", b'{"phone":"+12125550000","reason":"she asked"}'),
            ("/v1/do-not-call", b'{"phone":"+1212555000' + b"0" * 60 + b'","reason":"x"}'),
            ("/v1/users", b'{"name":"+12125550001","role":' + b"[" * 90_000),
            ("/v1/imports?file=%2b12125550002.csv", b"Phone\n+12125550002\n"),
            (PATH, b'{"action":"+12125550000"}'),
        ):
            answer = client.post(path, content=body, headers={"content-type": "application/json"})
            assert answer.status_code < 500, answer.text
        for path in ("/v1/do-not-call/numbers/+12125550000", "/v1/calls?number=%2B12125550000", f"/v1/tokens/{made}"):
            assert client.get(path).status_code < 500
        half = httpx.Client(base_url=engine.url, timeout=5, trust_env=False)
        half.get("/v1/me", headers={"authorization": f"Bearer {made}x", "cookie": f"t={made}"})
        half.close()
        assert engine.stop() == 0
        said = engine.said() + "".join(path.read_text(errors="replace") for path in data.rglob("*.log"))
    for secret in ("1212555", "2125550", *(part for token in (admin, ana, made) for part in token.split("_", 2)[1:])):
        assert secret not in said
