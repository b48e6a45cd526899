"""Contacts imported over `/v1` into a running engine: looked through first, in whole batches, beside the decisions."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.client.errors import GatewayRefused
from app.client.gateway import Gateway
from app.wire.imports import CheckImport, ColumnPlaces, ImportState, StartImport
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started

PHONE_ONLY = ColumnPlaces(first_name=0, phone=1)


class Desk:
    """An engine with an admin at it."""

    def __init__(self, engine: Serving, gateway: Gateway) -> None:
        self.engine = engine
        self.gateway = gateway

    def until(self, import_id: str, holds: Callable[[ImportState], bool]) -> ImportState:
        """Ask until it holds; twenty seconds at most."""
        gate = threading.Event()
        state = self.gateway.imports.state(import_id)
        for _ in range(1_000):
            if holds(state):
                return state
            gate.wait(0.02)
            state = self.gateway.imports.state(import_id)
        raise AssertionError(state)

    def ready(self, file: Path) -> ImportState:
        """Send a file and wait until it was looked through."""
        return self.until(self.gateway.imports.send(file).id, lambda state: state.state != "checking")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    data = tmp_path / "floor"
    token = make_token(data, "ada", "admin")
    with Serving(data) as engine, closing(Gateway(engine.url, token)) as gateway:
        yield Desk(engine, gateway)


def lines(count: int, first: int = 0) -> list[str]:
    return [f"Person {number};+1212{5_550_000 + number};c{number}" for number in range(first, first + count)]


def write(file: Path, rows: list[str], header: str = "Vorname;Telefon;Kunde") -> Path:
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def test_ten_thousand_lines_come_in_while_calls_are_decided(desk: Desk, tmp_path: Path) -> None:
    data = desk.engine.data
    import_contacts(data, tmp_path / "first.csv", 300, first=900_000)
    ana = make_token(data, "ana")
    rows = lines(10_000)
    rows[40], rows[41] = "Nobody;12;x", rows[0]
    looked = desk.ready(write(tmp_path / "leads.csv", rows))
    facts = looked.facts
    assert facts is not None
    assert (facts.delimiter, facts.encoding, facts.rows, facts.good, facts.bad) == (";", "utf-8", 10_000, 9_999, 1)
    assert (facts.repeated, facts.places) == (1, ColumnPlaces(phone=1))
    assert [(one.line, one.field) for one in facts.rejected] == [(42, "phone")]
    assert desk.gateway.campaigns().campaigns == [], "nothing is written by looking"
    admin = desk.gateway
    with desk.engine.client(ana) as client:
        session = started(client)
        begun = admin.imports.start(looked.id, StartImport(places=PHONE_ONLY, campaign="Spring"))
        assert begun.state == "importing"
        statuses: list[int] = []
        while admin.imports.state(looked.id).state == "importing":
            if len(statuses) < 50:
                statuses.append(dial(client, "status", sessionId=session).status_code)
        assert set(statuses) == {200}
    done = admin.imports.state(looked.id)
    assert (done.state, done.added, done.known, done.rejected, done.error) == ("done", 9_998, 1, 1, None)
    campaign = admin.campaigns().campaigns[0]
    assert (campaign.name, campaign.contacts) == ("Spring", 9_998)
    admin.imports.save_rejected(looked.id, tmp_path / "rejected.csv")
    saved = (tmp_path / "rejected.csv").read_text(encoding="utf-8").splitlines()
    assert saved[0] == "line,reason,Vorname,Telefon,Kunde"
    assert saved[1].startswith("42,")
    actions = [record.action for record in admin.audit(limit=2).records]
    assert actions == ["contacts.imported", "contacts.import"]
    assert not (data / "imports" / f"{looked.id}.csv").exists(), "people's numbers are not kept twice"


def test_columns_are_chosen_and_looked_at_anew(desk: Desk, tmp_path: Path) -> None:
    file = write(tmp_path / "odd.csv", ["Ann,030 123456,030 987654"], "Who,A,B")
    looked = desk.ready(file)
    assert looked.facts is not None
    assert (looked.state, looked.facts.places.phone, looked.facts.good) == ("ready", None, 0)
    wanted = CheckImport(places=ColumnPlaces(first_name=0, phone=2), region="DE")
    desk.gateway.imports.check(looked.id, wanted)
    again = desk.until(looked.id, lambda state: state.state == "ready")
    assert again.facts is not None
    assert (again.facts.good, again.facts.region) == (1, "DE")
    assert again.facts.sample == [["Ann", "*** ****56", "*** ****54"]]
    two = CheckImport(places=ColumnPlaces(first_name=1, phone=1))
    desk.gateway.imports.check(looked.id, two)
    failed = desk.until(looked.id, lambda state: state.state == "failed")
    assert "another column" in (failed.error or "")
    with pytest.raises(GatewayRefused, match="phone"):
        desk.gateway.imports.start(looked.id, StartImport(places=ColumnPlaces(first_name=0)))


def test_a_file_that_is_no_contact_file_is_refused_with_a_sentence(desk: Desk, tmp_path: Path) -> None:
    sheet = tmp_path / "leads.xlsx"
    sheet.write_bytes(b"PK\x03\x04" + b"x" * 100)
    assert desk.ready(sheet).error == "leads.xlsx is a spreadsheet, not CSV; save it as CSV UTF-8 and import that"
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    assert "first line must name the columns" in (desk.ready(empty).error or "")


def test_a_cancelled_import_leaves_whole_batches_which_the_next_one_finds(desk: Desk, tmp_path: Path) -> None:
    looked = desk.ready(write(tmp_path / "many.csv", lines(40_000)))
    admin = desk.gateway
    admin.imports.start(looked.id, StartImport(places=PHONE_ONLY, campaign="Autumn"))
    desk.until(looked.id, lambda state: state.rows_done >= 400)
    stopped = admin.imports.cancel(looked.id)
    assert stopped.state == "cancelled"
    kept = admin.campaigns().campaigns[0].contacts
    assert 400 <= kept < 40_000
    assert kept % 200 == 0
    assert admin.audit(limit=1).records[0].action == "contacts.import_stopped"
    with pytest.raises(GatewayRefused, match="choose the file again"):
        admin.imports.start(looked.id, StartImport(places=PHONE_ONLY))
    again = desk.ready(write(tmp_path / "few.csv", lines(1_000)))
    admin.imports.start(again.id, StartImport(places=PHONE_ONLY, campaign="Autumn"))
    done = desk.until(again.id, lambda state: state.state == "done")
    assert (done.known, done.added) == (min(kept, 1_000), 1_000 - min(kept, 1_000))


def test_an_import_of_another_tenant_does_not_exist(desk: Desk, tmp_path: Path) -> None:
    looked = desk.ready(write(tmp_path / "leads.csv", lines(3)))
    other = make_token(desk.engine.data, "eve", "admin", tenant="Beta")
    with closing(Gateway(desk.engine.url, other)) as gateway, pytest.raises(GatewayRefused) as refused:
        gateway.imports.state(looked.id)
    assert refused.value.status == 404
