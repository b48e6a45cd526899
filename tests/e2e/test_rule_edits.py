"""The law edited over HTTP by two people: a looser edit does not act before the second agreed, a stricter one does."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from app.client.gateway import Gateway
from app.wire.rules import EditRule, RuleWording
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started

pytestmark = pytest.mark.slow

WEEK: Any = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WHY = "counsel says so"


def test_two_people_open_what_one_may_close_alone(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, eve, olga = make_token(data, "ana"), make_token(data, "eve", "admin"), make_token(data, "olga", "compliance")
    import_contacts(data, tmp_path / "leads.csv", 2)
    with Serving(data) as engine, engine.client(ana) as dialer, engine.client(olga) as officer:
        assert officer.put("/v1/calling-rules", json={"mode": "enforce", "reason": WHY}).status_code == 200
        admin, second = Gateway(engine.url, eve), Gateway(engine.url, olga)
        try:
            _open_every_hour(admin, second)
            session = started(dialer)
            ban = RuleWording(citation="our own policy", days=WEEK)
            made = admin.law.make(EditRule(jurisdiction="US-NY", kind="ban", wording=ban, reason=WHY))
            assert (made.verdict, made.state) == ("stricter", "in_force")
            assert _next(dialer, session)["contact"] is None, "it holds at the next decision"
            assert officer.get("/v1/contacts/blocked").json()["places"][0]["ruleId"] == made.rule_id
            lifted = admin.law.make(EditRule(rule_id=made.rule_id, how="remove", reason=WHY))
            assert (lifted.verdict, lifted.state) == ("looser", "proposed")
            assert _next(dialer, session)["contact"] is None, "it is proposed, and one person is not two"
            own = engine.client(eve)
            with own:
                assert own.post(f"/v1/rule-changes/{lifted.id}/approve", json={"reason": WHY}).status_code == 403
            assert second.law.settle(lifted.id, "approve", WHY).state == "in_force"
            assert _next(dialer, session)["contact"]["phone"] == "+12125550000"
            assert [one.verdict for one in second.law.changes().changes].count("looser") == 3
        finally:
            admin.close()
            second.close()


def _open_every_hour(admin: Gateway, second: Gateway) -> None:
    """Whatever the hour of the test: no rule of hours for New York, by two people."""
    for rule_id in ("US/hours/1", "US-NY/hours/1"):
        proposed = admin.law.make(EditRule(rule_id=rule_id, how="remove", reason=WHY))
        assert (proposed.verdict, proposed.state) == ("looser", "proposed")
        assert second.law.settle(proposed.id, "approve", WHY).state == "in_force"


def _next(dialer: httpx.Client, session: str) -> dict[str, Any]:
    answer = dial(dialer, "next-contact", sessionId=session)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body
