"""The map, one number, holds and what goes next on a real engine, asked as the window asks."""

from pathlib import Path

import pytest

from app.client.errors import GatewayRefused
from app.client.gateway import Gateway
from app.clock import read_wall
from app.wire.base import utc
from app.wire.callable import AskMayCall
from app.wire.calling import EditCallingRules
from app.wire.erasures import EraseNumber
from app.wire.holds import SetHold
from tests.e2e.serving import Serving, import_contacts, make_token

pytestmark = pytest.mark.slow


def test_an_officer_asks_the_map_and_a_number_and_holds_it_over_the_wire(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    olga, ada = make_token(data, "olga", "compliance"), make_token(data, "ada", "admin")
    import_contacts(data, tmp_path / "leads.csv", 3)
    with Serving(data) as engine:
        officer, admin = Gateway(engine.url, olga), Gateway(engine.url, ada)
        officer.calling.edit_rules(None, EditCallingRules(mode="enforce", reason="counsel has signed"))
        page = officer.calling.callable_now(None, None)
        assert (len(page.states), page.contacts.due, page.mode) == (56, 3, "enforce")
        york = next(one for one in page.states if one.jurisdiction == "US-NY").zones[0]
        answer = officer.calling.may_call(AskMayCall(phone_number="212 555 0001"))
        assert (answer.allowed, answer.contacts) == (york.is_open, 1)
        assert officer.calling.blocked().blocked == (0 if york.is_open else 3)
        assert officer.calling.callable_now("debt", None).purpose == "debt"
        _holds(officer, admin)
        for gateway in (officer, admin):
            gateway.close()


def _holds(officer: Gateway, admin: Gateway) -> None:
    now = utc(read_wall())
    held = officer.holds.hold(SetHold(scope="number", reason="complaint", phone_number="2125550001"))
    assert held.holds[0].phone == "(212) ***-**01"
    officer.holds.hold(SetHold(scope="range", reason="discovery", from_=now.replace(year=2020), to=now))
    with pytest.raises(GatewayRefused, match="legal hold"):
        admin.holds.erase(EraseNumber(phone_number="2125550001", reason="asked for it"))
    assert [one.number for one in officer.holds.release(1, "settled").holds] == [2]
    assert admin.holds.erase(EraseNumber(phone_number="2125550001", reason="asked for it")).contacts == 1
    due = officer.holds.due()
    assert {one.name for one in due.kinds} == {"calls", "debt_calls", "refusals", "alerts"}
    assert due.next_run_at is not None
