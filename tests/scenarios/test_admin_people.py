"""`/v1`: users, roles and tokens as an admin keeps them, each deed in the audit trail."""

from typing import Any

from app.engine.value import MINUTE
from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House

REASON = "she leads the night shift now"


def user(house: House, admin: str, name: str) -> dict[str, Any]:
    return next(item for item in house.operate(admin, "GET", "/users").body["users"] if item["name"] == name)


def last_deed(house: House, admin: str) -> dict[str, Any]:
    record: dict[str, Any] = house.operate(admin, "GET", "/audit").body["records"][0]
    return {name: record[name] for name in ("user", "action", "subject", "before", "after", "reason")}


def edit(house: House, admin: str, name: str, **changes: object) -> Answer:
    return house.operate(admin, "PATCH", f"/users/{user(house, admin, name)['id']}", reason=REASON, **changes)


def test_a_role_that_is_changed_holds_at_once_for_a_token_in_use_and_is_audited(house: House) -> None:
    ada, sam = house.token("ada", "admin"), house.token("sam", "compliance")
    assert house.operate(sam, "GET", "/tokens").code == "forbidden"
    assert edit(house, ada, "sam", role="admin").body["role"] == "admin"
    assert house.operate(sam, "GET", "/tokens").status == 200
    assert last_deed(house, ada) == {
        "user": "ada",
        "action": "user.role",
        "subject": "sam",
        "before": {"role": "compliance"},
        "after": {"role": "admin"},
        "reason": REASON,
    }
    assert edit(house, ada, "sam", role="dialer").status == 200
    assert house.operate(sam, "GET", "/floor").code == "forbidden"


def test_the_last_admin_cannot_take_the_role_from_themself_and_two_can_agree(house: House) -> None:
    ada = house.token("ada", "admin")
    for change in ({"role": "supervisor"}, {"disabled": True}):
        refused = edit(house, ada, "ada", **change)
        assert (refused.status, refused.body["field"]) == (409, "role")
        assert "make somebody else an admin first" in refused.body["error"]
    bea = house.token("bea", "admin")
    assert edit(house, ada, "ada", role="supervisor").status == 200
    assert house.operate(ada, "GET", "/users").code == "forbidden"
    assert edit(house, bea, "ada", role="admin").status == 200


def test_a_disabled_user_can_do_nothing_and_stays_in_the_log(house: House) -> None:
    ada, sam = house.token("ada", "admin"), house.token("sam", "supervisor")
    assert house.operate(sam, "GET", "/floor").status == 200
    assert edit(house, ada, "sam", disabled=True).body["disabledAt"]
    assert house.operate(sam, "GET", "/floor").status == 401
    found = user(house, ada, "sam")
    assert (found["tokens"], found["role"]) == (0, "supervisor")
    again = house.operate(ada, "POST", "/tokens", user="sam", role="supervisor")
    assert (again.status, "disabled" in again.body["error"]) == (409, True)
    assert edit(house, ada, "sam", disabled=False).body["disabledAt"] is None
    assert house.operate(sam, "GET", "/floor").status == 401, "a revoked token stays revoked"
    assert house.operate(ada, "POST", "/tokens", user="sam", role="supervisor").status == 201


def test_users_are_made_once_by_name(house: House) -> None:
    ada = house.token("ada", "admin")
    made = house.operate(ada, "POST", "/users", name="  Tom Weber ", role="compliance")
    assert (made.status, made.body["name"], made.body["tokens"]) == (201, "Tom Weber", 0)
    taken = house.operate(ada, "POST", "/users", name="Tom Weber", role="dialer")
    assert (taken.status, taken.body["field"]) == (409, "name")
    assert house.operate(ada, "POST", "/users", name="   ", role="dialer").body["field"] == "name"
    assert house.operate(ada, "POST", "/tokens", user="Tom Weber", role="compliance").status == 201
    assert user(house, ada, "Tom Weber")["tokens"] == 1


def test_when_a_token_was_last_used_is_remembered_over_a_restart(house: House) -> None:
    ada, ana = house.token("ada", "admin"), house.token("ana")
    assert user(house, ada, "ana")["lastSeenAt"] is None
    house.later(MINUTE)
    house.dial(ana, "status")
    house.sweep("remember-tokens")
    seen = user(house, ada, "ana")["lastSeenAt"]
    house.restart()
    tokens = house.operate(ada, "GET", "/tokens").body["tokens"]
    assert {item["user"]: item["lastUsedAt"] for item in tokens}["ana"] == seen is not None


def test_another_tenants_user_does_not_exist_here(house: House) -> None:
    ada, other = house.token("ada", "admin"), house.token("eve", "admin", "Beta")
    path = f"/users/{user(house, other, 'eve')['id']}"
    assert house.operate(ada, "PATCH", path, reason=REASON, role="dialer").status == 404
    assert house.operate(ada, "PATCH", "/users/1", reason=REASON).body["field"] == "userId"
    assert house.operate(ada, "PATCH", path, role="dialer").status == 400, "a reason is wanted"


def test_the_window_over_its_own_engine_may_take_the_last_admins_role(house: House) -> None:
    ada = house.token("ada", "admin")
    me = house.operate(ada, "GET", "/me").body
    headers = {
        "authorization": f"Bearer {OPERATOR_SECRET}",
        "x-dialfloor-tenant": me["tenantId"],
        "content-type": "application/json",
    }
    path = f"/v1/users/{user(house, ada, 'ada')['id']}"
    body = b'{"reason": "wrong person", "role": "supervisor"}'
    assert house.send(Ask("PATCH", path, headers, body)).body["role"] == "supervisor"


def test_campaigns_are_made_and_renamed_once_by_name(house: House) -> None:
    ada = house.token("ada", "admin")
    house.contacts(3, "Spring")
    page = house.operate(ada, "POST", "/campaigns", name=" Autumn ").body["campaigns"]
    assert [(item["name"], item["contacts"]) for item in page] == [("Autumn", 0), ("Spring", 3)]
    spring = page[1]["id"]
    assert house.operate(ada, "PATCH", f"/campaigns/{spring}", name="Autumn").body["field"] == "name"
    renamed = house.operate(ada, "PATCH", f"/campaigns/{spring}", name="Summer").body["campaigns"]
    assert [(item["name"], item["waiting"]) for item in renamed] == [("Autumn", 0), ("Summer", 3)]
    deed = last_deed(house, ada)
    assert (deed["action"], deed["before"], deed["after"]) == (
        "campaign.rename",
        {"name": "Spring"},
        {"name": "Summer"},
    )
