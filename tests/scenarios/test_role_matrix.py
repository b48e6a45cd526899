"""Every route times every role times own and other tenant's ids: what the role table says, and not a word more."""

from collections.abc import Iterator

import pytest

from tests.scenarios.harness import House
from tests.scenarios.role_table import FOLDER, ROWS, WHY
from tests.scenarios.two_tenants import NOBODY, World, children_gone, name_of, prepared

OTHERS = ("zebra", "quagga")
"""Every name of the other tenant has one of these in it."""
UNKNOWN = ("none", "revoked", "disabled", "made up")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with House(tmp_path_factory.mktemp("matrix") / "floor") as house:
        yield prepared(house)


@pytest.fixture
def world(shared: World) -> Iterator[World]:
    """The world outlives its tests, and what one of them has begun would still run in the next."""
    shared.house.run(children_gone())
    yield shared
    shared.house.run(children_gone())


def test_every_route_is_in_the_table(world: World) -> None:
    paths = world.ask(None, None, "GET", "/openapi.json", {}).body["paths"]
    served = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert served == {name_of(row) for row in ROWS}


def test_whom_the_engine_does_not_know_it_tells_nothing(world: World) -> None:
    for row in ROWS:
        for who in UNKNOWN:
            answer = world.put(who, row, world.own_id(row))
            assert (answer.status, answer.code) == (401, "unauthorized"), (who, name_of(row), answer)


def test_a_body_is_not_even_read_of_whom_the_engine_does_not_know(world: World) -> None:
    for row in ROWS:
        if row.body:
            answer = world.ask(None, None, row.method, row.ask, {"nonsense": 1})
            assert answer.status == 401, name_of(row)


def test_what_a_role_may_not_do_is_refused_and_changes_nothing(world: World) -> None:
    before = world.own.all_of_it()
    for row in ROWS:
        for who in ("dialer", "supervisor", "admin", "compliance"):
            if who not in row.roles:
                answer = world.put(who, row, world.own_id(row))
                assert (answer.status, answer.code) == (403, "forbidden"), (who, name_of(row), answer)
    assert world.own.all_of_it() == before


def test_the_operator_without_a_tenant_is_asked_to_name_one(world: World) -> None:
    for row in ROWS:
        for who in ("operator without tenant", "operator of no tenant"):
            if "operator without tenant" not in row.roles:
                answer = world.put(who, row, world.own_id(row))
                assert (answer.status, "X-Dialfloor-Tenant" in answer.body["error"]) == (404, True), name_of(row)


def test_another_tenants_id_is_as_one_that_does_not_exist(world: World) -> None:
    before = world.other.all_of_it()
    for row in ROWS:
        if row.subject in ("", "tier", "any tenant", "rule change", "check"):
            continue
        foreign = world.other.ids[row.subject]
        for who in sorted(row.roles):
            answer, nothing = world.put(who, row, foreign), world.put(who, row, NOBODY)
            assert answer.status == nothing.status == 404, (who, name_of(row), answer)
            assert answer.raw.replace(foreign.encode(), NOBODY.encode()) == nothing.raw, name_of(row)
    assert world.other.all_of_it() == before


def test_what_a_role_may_do_is_done_and_audited_and_names_nobody_of_another_tenant(world: World) -> None:
    before, told = world.other.all_of_it(), set[str]()
    for row in ROWS:
        for who in sorted(row.roles):
            last = world.last_deed()
            answer = world.put(who, row, world.own_id(row))
            assert answer.status in {200, 201, 202, 204, 400, 404, 409}, (who, name_of(row), answer)
            if row.method == "GET" and row.path.rpartition("/")[2] not in ("file", "rejected"):
                assert answer.status == 200, (who, name_of(row), answer)
            assert who.startswith("operator") or b"zebra" not in answer.raw.lower(), (who, name_of(row))
            if row.deed and answer.status < 300 and world.last_deed() != last:
                told.add(name_of(row))
                by = "local operator" if who.startswith("operator") else f"the {who}"
                why = WHY if row.body.get("reason") or row.body.get("note") else world.last_deed()[3]
                assert world.last_deed()[1:4] == (by, row.deed, why), (name_of(row), world.last_deed())
                silent = row.deed in ("job.run", "backup.make")
                assert silent or world.last_deed()[4:] != ("null", "null"), (name_of(row), world.last_deed())
    assert [name_of(row) for row in ROWS if row.deed and name_of(row) not in told] == []
    assert world.other.all_of_it() == before
    for path in ("/metrics", "/v1/calls?agentId={agent}", "/v1/limits/history?scopeId={tenant}", "/v1/audit"):
        answer = world.ask(*world.who["supervisor"], "GET", path.format(**world.other.ids), {})
        assert answer.status == 200
        assert not [one for one in world.other.ids.values() if one and one.encode() in answer.raw], path


def test_what_changes_something_says_what_the_trail_calls_it() -> None:
    looks = ("/v1/limits/preview", "/v1/exports/preview", "/verify", "/check")
    nothing_lasting = (*looks, "/imports", "/lift", "/national/", "/restore")
    for row in ROWS:
        lasting = row.method != "GET" and not any(part in row.path for part in nothing_lasting)
        assert not lasting or row.deed, name_of(row)


def test_an_act_on_a_number_of_another_tenant_touches_ones_own_rows_only(world: World) -> None:
    number = f"+121255501{world.other.get('/v1/calls')['calls'][0]['phoneNumber'][-2:]}"
    # Holds that another test of this order has set would forbid the erasure.
    for hold in world.own.get("/v1/holds")["holds"]:
        world.own.ask("DELETE", f"/v1/holds/{hold['number']}?reason=settled", {})
    before = world.other.all_of_it()
    admin = world.who["admin"]
    for path, body in (
        ("/v1/do-not-call", {"phone": number, "reason": WHY}),
        ("/v1/erasures", {"phoneNumber": number, "reason": WHY}),
    ):
        answer = world.ask(*admin, "POST", path, body)
        assert (answer.status < 300, b"zebra" in answer.raw) == (True, False), answer
    assert world.other.all_of_it() == before


def test_the_admin_of_the_only_tenant_has_the_folder(house: House, ada: str, sam: str) -> None:
    for row in ROWS:
        if row.roles == FOLDER:
            answer = house.operate(ada, row.method, row.ask.removeprefix("/v1").replace("{}", NOBODY), **row.body)
            assert answer.status in (200, 201, 202, 404, 409), (name_of(row), answer)
            assert (
                house.operate(sam, row.method, row.ask.removeprefix("/v1").replace("{}", NOBODY), **row.body).code
                == "forbidden"
            )
