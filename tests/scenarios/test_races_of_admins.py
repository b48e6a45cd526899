"""Two admins at once: a file is imported once, what is cancelled stays cancelled, and one batch of limits wins."""

import asyncio

import msgspec

from app.engine.value import HOUR
from app.wire.base import utc
from tests.scenarios.harness import Ask, House

JSON = {"content-type": "application/json"}
START = b'{"places":{"firstName":0,"phone":1},"campaign":"Spring"}'


def ask(token: str, method: str, path: str, content: bytes = b"") -> Ask:
    return Ask(method, f"/v1{path}", {**JSON, "authorization": f"Bearer {token}"}, content)


def sent(house: House, ada: str, lines: int = 3) -> str:
    rows = "".join(f"Ann,+1212555{number:04d}\n" for number in range(lines))
    identity: str = house.send(ask(ada, "POST", "/imports?file=leads.csv", f"Name,Phone\n{rows}".encode())).body["id"]
    return identity


def settled(house: House, ada: str, import_id: str) -> str:
    """The state once no process works on it any more."""
    state = "checking"
    while state in ("checking", "importing"):
        house.run(_breath())
        state = house.operate(ada, "GET", f"/imports/{import_id}").body["state"]
    return state


async def _breath() -> None:
    gate = asyncio.Event()
    asyncio.get_running_loop().call_later(0.02, gate.set)
    await gate.wait()


def test_a_file_that_two_admins_start_at_once_is_imported_once(house: House, ada: str) -> None:
    bea = house.token("bea", "admin")
    looked = sent(house, ada)
    starts = [ask(token, "POST", f"/imports/{looked}/start", START) for token in (ada, bea, ada)]
    assert sorted(answer.status for answer in house.together(starts)) == [200, 409, 409]
    assert settled(house, ada, looked) == "done"
    begun = house.rows("SELECT count(*) FROM audit_records WHERE action = 'contacts.import'")[0][0]
    assert begun == 1


def test_what_is_cancelled_while_it_begins_stays_cancelled(house: House, ada: str) -> None:
    looked = sent(house, ada)
    for first, second in (("start", "cancel"), ("cancel", "start")):
        asks = {
            "start": ask(ada, "POST", f"/imports/{looked}/start", START),
            "cancel": ask(ada, "DELETE", f"/imports/{looked}"),
        }
        house.together([asks[first], asks[second]])
        assert settled(house, ada, looked) == "cancelled"
        assert not list(house.folder.imports.glob("*.csv"))
        looked = sent(house, ada)


def test_of_two_batches_at_once_one_is_applied_whole(house: House, ada: str, ana: str) -> None:
    bob = house.token("bob")
    for token in (ana, bob):
        assert house.dial(token, "start").status == 200
    agents = house.operate(ada, "GET", "/floor").body["agents"]
    batches = [
        msgspec.json.encode(
            {
                "reason": f"batch {value}",
                "agents": [
                    {"agentId": one["id"], "expectedRevision": one["revision"], "callTimeout": value} for one in order
                ],
            }
        )
        for value, order in ((41, agents), (42, agents[::-1]))
    ]
    answers = house.together([ask(ada, "POST", "/limits/changes", batch) for batch in batches])
    assert sorted(answer.status for answer in answers) == [200, 409]
    won = 41 if answers[0].status == 200 else 42
    assert {one["callTimeout"] for one in house.operate(ada, "GET", "/floor").body["agents"]} == {won}
    assert house.operate(ada, "GET", "/limits/history").body["changes"][0]["reason"] == f"batch {won}"


def test_a_batch_that_meets_the_end_of_a_term_is_told_of_it(house: House, ada: str, ana: str) -> None:
    assert house.dial(ana, "start").status == 200
    agent = house.operate(ada, "GET", "/floor").body["agents"][0]
    until = utc(house.now + HOUR).isoformat()
    lent = house.operate(
        ada, "PATCH", f"/agents/{agent['id']}", expectedRevision=agent["revision"], reason="a lent hour",
        callTimeout=55, until=until,
    )  # fmt: skip
    house.later(HOUR)
    batch = {"agentId": agent["id"], "expectedRevision": lent.body["revision"], "callTimeout": 66}
    late = house.operate(ada, "POST", "/limits/changes", reason="too late", agents=[batch])
    assert (late.status, late.code) == (409, "conflict")
    (lost,) = late.body["current"]["conflicts"]
    assert lost["current"]["callTimeout"] != 55, "the term is over"
    again = {**batch, "expectedRevision": lost["revision"]}
    assert house.operate(ada, "POST", "/limits/changes", reason="once more", agents=[again]).status == 200


def test_of_two_roles_given_at_once_the_one_that_is_kept_is_the_one_that_holds(house: House, ada: str) -> None:
    sam = house.token("sam", "supervisor")
    assert house.operate(sam, "GET", "/floor").status == 200
    user = next(one["id"] for one in house.operate(ada, "GET", "/users").body["users"] if one["name"] == "sam")
    roles = ("admin", "dialer", "compliance", "admin", "dialer", "supervisor", "dialer", "admin")
    house.together(
        [
            ask(ada, "PATCH", f"/users/{user}", msgspec.json.encode({"reason": f"as a {role}", "role": role}))
            for role in roles
        ]
    )
    kept = next(one["role"] for one in house.operate(ada, "GET", "/users").body["users"] if one["name"] == "sam")
    assert house.operate(sam, "GET", "/me").body["role"] == kept


def test_two_admins_who_take_each_others_role_leave_one(house: House, ada: str) -> None:
    bea = house.token("bea", "admin")
    users = {one["name"]: one["id"] for one in house.operate(ada, "GET", "/users").body["users"]}
    edit = msgspec.json.encode({"reason": "not needed", "role": "dialer"})
    house.together(
        [ask(ada, "PATCH", f"/users/{users['bea']}", edit), ask(bea, "PATCH", f"/users/{users['ada']}", edit)]
    )
    roles = [row[0] for row in house.rows("SELECT role FROM users WHERE name IN ('ada', 'bea')")]
    assert roles.count("admin") == 1
