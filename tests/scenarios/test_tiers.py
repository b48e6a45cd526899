"""Tiers: the operator of the folder makes them and says who is of which; limits follow at once and after a restart."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.engine.value import MINUTE
from app.reports.replay import Offence
from app.reports.verification import first_offence, verify
from db.open import connect
from db.verification import SqliteLog
from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House

WHY: dict[str, object] = {"reason": "because of the test"}


def operate(house: House, method: str, path: str, **body: object) -> Answer:
    return house.operate(OPERATOR_SECRET, method, path, **body)


def tier_id(page: Answer, name: str) -> str:
    found: dict[str, Any] = next(tier for tier in page.body["tiers"] if tier["name"] == name)
    return str(found["id"])


def tenant_of(house: House, token: str) -> str:
    return str(house.operate(token, "GET", "/me").body["tenantId"])


def set_hour(house: House, tier: str, amount: int) -> Answer:
    operator = {"authorization": f"Bearer {OPERATOR_SECRET}", "content-type": "application/json"}
    tenant = next(iter(house.engine.floor.tenants))
    body = msgspec.json.encode({**WHY, "expectedRevision": 0, "amount": amount})
    headers = {**operator, "x-dialfloor-tenant": tenant}
    return house.send(Ask("PUT", f"/v1/limits/tier/{tier}/calls.hour", headers, body))


def offence(folder: Path) -> Offence | None:
    reader = connect(folder, read_only=True)
    try:
        return first_offence(list(verify(SqliteLog(reader))))
    finally:
        reader.close()


def test_a_tier_is_made_renamed_and_removed_by_the_operator_only(house: House, ada: str) -> None:
    gold = tier_id(operate(house, "POST", "/tiers", name="Gold", **WHY), "Gold")
    assert house.operate(ada, "POST", "/tiers", name="Mine", **WHY).status == 403
    assert house.operate(ada, "DELETE", f"/tiers/{gold}").status == 403
    assert house.operate(ada, "PUT", f"/tenants/{tenant_of(house, ada)}/tier", tierId=gold, **WHY).status == 403
    assert house.operate(ada, "GET", "/tiers").body["tiers"] == [], "another's tier is not shown"
    again = operate(house, "POST", "/tiers", name="gold", **WHY)
    assert (again.status, again.body["field"]) == (400, "name")
    renamed = operate(house, "PATCH", f"/tiers/{gold}", name="Platinum", **WHY)
    assert tier_id(renamed, "Platinum") == gold
    house.restart()
    assert tier_id(operate(house, "GET", "/tiers"), "Platinum") == gold
    assert operate(house, "DELETE", f"/tiers/{gold}").body["tiers"] == []
    assert operate(house, "DELETE", f"/tiers/{gold}").status == 404
    deeds = house.rows("SELECT action FROM audit_records WHERE action LIKE 'tier.%' ORDER BY number")
    assert [row[0] for row in deeds] == ["tier.create", "tier.rename", "tier.remove"]


def test_a_tenant_is_under_its_tiers_limits_at_once_and_after_a_restart(house: House, ana: str, ada: str) -> None:
    house.contacts(20)
    session = house.dial(ana, "start").body["session"]["id"]
    gold = tier_id(operate(house, "POST", "/tiers", name="Gold", **WHY), "Gold")
    assert set_hour(house, gold, 3).status == 200
    for _ in range(4):
        assert house.dial(ana, "next-contact", sessionId=session).status == 200
        house.later(MINUTE)
    tenant = tenant_of(house, ada)
    page = operate(house, "PUT", f"/tenants/{tenant}/tier", tierId=gold, **WHY)
    assert [item["name"] for item in page.body["tiers"][0]["tenants"]] == ["Acme"]
    assert house.dial(ana, "next-contact", sessionId=session).code == "calls_per_hour"
    row = house.operate(ada, "GET", "/floor").body["agents"][0]
    assert (row["hourLimit"], row["limitSource"]) == (3, "tier")
    used = operate(house, "DELETE", f"/tiers/{gold}")
    assert (used.status, "Acme" in used.body["error"]) == (409, True)
    house.restart()
    assert house.dial(ana, "next-contact", sessionId=session).code == "calls_per_hour"
    told = house.operate(ada, "GET", "/limits").body["settings"]
    assert {item["subject"] for item in told} == {"Acme", "Gold", "system"}
    stale = operate(house, "PUT", f"/tenants/{tenant}/tier", tierId=None, expectedTierId=None, **WHY)
    assert (stale.status, stale.body["current"]["tier"]) == (409, "Gold")
    assert operate(house, "PUT", f"/tenants/{tenant}/tier", tierId=None, **WHY).status == 200
    assert house.dial(ana, "next-contact", sessionId=session).status == 200


def test_the_log_is_verified_under_the_tier_of_then(house: House, ana: str, ada: str) -> None:
    house.contacts(20)
    session = house.dial(ana, "start").body["session"]["id"]
    gold = tier_id(operate(house, "POST", "/tiers", name="Gold", **WHY), "Gold")
    set_hour(house, gold, 2)
    for _ in range(4):
        assert house.dial(ana, "next-contact", sessionId=session).status == 200
        house.later(MINUTE)
    tenant = tenant_of(house, ada)
    assert operate(house, "PUT", f"/tenants/{tenant}/tier", tierId=gold, **WHY).status == 200
    house.later(MINUTE)
    assert offence(house.folder.database) is None, "before it was of Gold, four calls were right"
    # What would have been wrong under the tier of then is found, whatever the tier of today says.
    house.run(house.engine.journal.flush())
    operate(house, "PUT", f"/tenants/{tenant}/tier", tierId=None, **WHY)
    house.later(MINUTE)
    connection = connect(house.folder.database)
    moved = connection.execute("SELECT at FROM limit_revisions WHERE field = 'tier' ORDER BY number").fetchall()
    newest = connection.execute("SELECT max(id) FROM call_logs").fetchone()[0]
    connection.execute("UPDATE call_logs SET created_at = ? WHERE id = ?", (moved[0][0] + 1, newest))
    connection.close()
    found = offence(house.folder.database)
    assert found is not None
    assert found.rule == "calls.hour"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/tiers", {"name": "", **WHY}),
        ("POST", "/tiers", {"name": "   ", **WHY}),
        ("POST", "/tiers", {"name": "Gold", "reason": "x"}),
        ("PATCH", "/tiers/1", {"name": "Gold", **WHY}),
        ("PUT", "/tenants/1/tier", {"tierId": None, **WHY}),
    ],
)
def test_what_cannot_be_read_is_400(house: House, method: str, path: str, body: dict[str, object]) -> None:
    assert operate(house, method, path, **body).status == 400
