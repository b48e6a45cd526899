"""What a person asks of an agent holds on every campaign at once, over real HTTP and a restart; CSV in and out."""

import threading
from contextlib import closing
from pathlib import Path

from app.client.gateway import Gateway
from app.wire.imports import ColumnPlaces, ImportState
from app.wire.suppressions import LiftNumber, ListImport
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started


def ended(gateway: Gateway, import_id: str, running: str) -> ImportState:
    """Ask until it is no longer `running`; twenty seconds at most."""
    gate = threading.Event()
    for _ in range(1_000):
        state = gateway.lists.state(import_id)
        if state.state != running:
            return state
        gate.wait(0.02)
    raise AssertionError(gateway.lists.state(import_id))


def _import_and_export(officer: Gateway, tmp_path: Path) -> None:
    file = tmp_path / "asked.csv"
    file.write_text("Phone,Reason\n212-555-0002,letter\n212-555-0000,\nnobody,\n", encoding="utf-8")
    looked = ended(officer, officer.lists.send(file).id, "checking")
    assert looked.facts is not None
    assert (looked.facts.good, looked.facts.bad, looked.facts.listed) == (2, 1, 1)
    assert [(one.line, one.reason) for one in looked.facts.rejected] == [(4, "'nobody' cannot be a phone number")]
    assert officer.lists.listed().total == 1, "nothing is written by looking"
    wanted = ListImport(places=ColumnPlaces(phone=0), kind="litigator", reason="list of counsel")
    officer.lists.start(looked.id, wanted)
    done = ended(officer, looked.id, "importing")
    assert (done.state, done.added, done.rejected, done.onto) == ("done", 2, 1, "litigator")
    officer.lists.save(tmp_path / "out.csv")
    assert "2125550002,US,litigator" in (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert [one.action for one in officer.audit(limit=2).records] == ["dnc.export", "dnc.import"]


def test_nobody_calls_whom_an_agent_was_told_not_to_call(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, bob, cas = (make_token(data, name) for name in ("ana", "bob", "cas"))
    olga = make_token(data, "olga", "compliance")
    for campaign in ("Spring", "Autumn"):
        import_contacts(data, tmp_path / f"{campaign}.csv", 1, "--campaign", campaign)
    import_contacts(data, tmp_path / "more.csv", 2, "--campaign", "Autumn", first=1)
    with Serving(data) as engine, closing(Gateway(engine.url, olga)) as officer:
        spring, autumn = (
            next(c.id for c in officer.campaigns().campaigns if c.name == n) for n in ("Spring", "Autumn")
        )
        with engine.client(ana) as one, engine.client(bob) as other:
            mine, theirs = started(one, campaignId=spring), started(other, campaignId=autumn)
            contact = dial(one, "next-contact", sessionId=mine).json()["contact"]
            said = dial(one, "disposition", sessionId=mine, contactId=contact["id"], disposition="do_not_call")
            assert said.status_code == 200
            # The very next decision, on another campaign and another connection.
            assert dial(other, "next-contact", sessionId=theirs).json()["contact"]["phone"] == "+12125550001"
        found = officer.lists.look_up("(212) 555-0000")
        assert (found.lists, found.steps[0].by, found.steps[0].campaign) == (["internal"], "ana", "Spring")
        _import_and_export(officer, tmp_path)
        engine.kill()
    with Serving(data) as engine, closing(Gateway(engine.url, olga)) as officer:
        # Cas has not called yet: bob's next try may come within two seconds of his last, and be refused for that.
        with engine.client(cas) as other:
            session = started(other, campaignId=autumn)
            assert dial(other, "next-contact", sessionId=session).json()["contact"] is None
        page = officer.lists.listed("litigator")
        assert {item.phone for item in page.numbers} == {"(212) ***-**02", "(212) ***-**00"}
        entry = next(item for item in page.numbers if item.phone.endswith("02"))
        lifted = officer.lists.lift(entry.id, LiftNumber(reason="not a litigator", consent="letter of counsel"))
        assert not lifted.is_listed
