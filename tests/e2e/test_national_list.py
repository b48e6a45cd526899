"""The national list brought into a running engine over `/v1`: progress, cancel, one bad line, in force at once."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.client.errors import GatewayRefused
from app.client.gateway import Gateway
from app.clock import read_wall
from app.wire.national import ChosenFile, NationalWork, StartNational
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started

TODAY = datetime.fromtimestamp(read_wall() // 1_000_000, UTC).date()


class Desk:
    """An engine with its officer."""

    def __init__(self, engine: Serving, gateway: Gateway) -> None:
        self.engine = engine
        self.gateway = gateway

    def begin(self, *files: Path, role: str = "list") -> NationalWork:
        sent = [self.gateway.lists.send_national(file) for file in files]
        chosen = [ChosenFile(role="list" if role == "list" else "adds", id=one.id) for one in sent]
        return self.gateway.lists.start_national(StartNational(files=chosen, taken_on=TODAY, account="123-01"))

    def until(self, holds: Callable[[NationalWork], bool]) -> NationalWork:
        """Ask until it holds; twenty seconds at most."""
        gate = threading.Event()
        for _ in range(1_000):
            work = self.gateway.lists.national().work
            if work is not None and holds(work):
                return work
            gate.wait(0.02)
        raise AssertionError(self.gateway.lists.national())

    def ended(self) -> NationalWork:
        return self.until(lambda work: work.state != "running")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    data = tmp_path / "floor"
    token = make_token(data, "olga", "compliance")
    with Serving(data) as engine, closing(Gateway(engine.url, token)) as gateway:
        yield Desk(engine, gateway)


def write(file: Path, numbers: range, *more: str) -> Path:
    lines = [f"212,{number:07}" for number in numbers]
    file.write_text("\n".join([*lines, *more]) + "\n", encoding="ascii")
    return file


def test_a_list_comes_in_with_progress_and_holds_at_once(desk: Desk, tmp_path: Path) -> None:
    import_contacts(desk.engine.data, tmp_path / "leads.csv", 2)
    ana = make_token(desk.engine.data, "ana")
    with closing(Gateway(desk.engine.url, make_token(desk.engine.data, "adam", "admin"))) as admin:
        asked = {"mode": "enforce", "national": True, "reason": "telemarketing needs it"}
        with desk.engine.client(make_token(desk.engine.data, "adam", "admin")) as client:
            assert client.put("/v1/calling-rules", json=asked).status_code == 200
        told: list[int] = []
        file = write(tmp_path / "all.txt", range(5_550_000, 5_550_001), *(f"917{n:07}" for n in range(400_000)))
        sent = admin.lists.send_national(file, told.append)
        assert (sent.name, sent.bytes, told[0]) == ("all.txt", file.stat().st_size, 0)
        assert told == sorted(told)
        admin.lists.drop_national(sent.id)
    with desk.engine.client(ana) as client:
        session = started(client)
        assert dial(client, "next-contact", sessionId=session).json()["contact"] is None
        assert desk.gateway.lists.national().national is None
        begun = desk.begin(file)
        assert (begun.state, begun.files, begun.by) == ("running", ["all.txt"], "olga")
        done = desk.ended()
        assert (done.state, done.lines, done.bytes_done) == ("done", 400_001, file.stat().st_size)
        assert done.lines_per_second > 0
        page = desk.gateway.lists.national()
        assert page.national is not None
        assert (page.national.version, page.national.numbers, page.national.age_days) == (done.version, 400_001, 0)
        assert (page.national.files[0].name, page.national.lines, page.national.account) == (
            "all.txt",
            400_001,
            "123-01",
        )
        assert page.may_import
        assert not page.may_name_paths
        assert not any((desk.engine.data / "dnc" / "incoming").rglob("*.txt"))
        actions = [record.action for record in desk.gateway.audit(limit=2).records]
        assert actions == ["dnc.national.import", "dnc.national.start"]
        assert dial(client, "next-contact", sessionId=session).json()["contact"]["phone"] == "+12125550001"


def test_what_is_stopped_or_has_one_bad_line_leaves_the_list_that_was_in_force(desk: Desk, tmp_path: Path) -> None:
    lists = desk.gateway.lists
    with pytest.raises(GatewayRefused, match="no such import"):
        lists.cancel_national()
    with pytest.raises(GatewayRefused, match="Only the window over its own engine"):
        lists.start_national(StartNational(files=[ChosenFile(path="/etc/passwd")], taken_on=TODAY))
    desk.begin(write(tmp_path / "good.txt", range(10)))
    before = desk.ended().version
    desk.begin(write(tmp_path / "bad.txt", range(100), "212,555013", "212,5550199"))
    failed = desk.ended()
    assert failed.state == "failed"
    assert "bad.txt, line 101 is '212,555013'" in (failed.error or "")
    big = tmp_path / "big.txt"
    big.write_bytes(b"".join(b"212,%07d\n" % number for number in range(2_000_000)) * 2)
    desk.begin(big)
    desk.until(lambda work: work.lines > 0)
    with pytest.raises(GatewayRefused, match="under way"):
        desk.begin(write(tmp_path / "other.txt", range(10)))
    assert lists.cancel_national().state == "cancelled"
    page = lists.national()
    assert page.national is not None
    assert (page.national.version, len(page.versions)) == (before, 1)
    assert [path.name for path in (desk.engine.data / "dnc" / "national").glob("*.part")] == []
    assert desk.gateway.audit(limit=1).records[0].action == "dnc.national.cancel"
