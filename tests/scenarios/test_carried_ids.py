"""Another tenant's ids in query strings, bodies, dialers' requests and the feed: as ids that do not exist."""

import asyncio
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from app.api.bodies import ACTIONS
from app.api.dialer import PATH
from tests.scenarios.carried_ids import BODIES, DIALS, NOT_A_TENANTS, PREVIEWS, QUERIES, Carried
from tests.scenarios.harness import House, Message
from tests.scenarios.matrix_page import EVERYBODY, FEED, PAGE, fresh, table_on
from tests.scenarios.role_table import READERS, ROWS
from tests.scenarios.two_tenants import NOBODY, World, children_gone, name_of, prepared

Json = dict[str, Any]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with House(tmp_path_factory.mktemp("carried") / "floor") as house:
        made = prepared(house)
        made.who["ann"] = (house.token("ann"), None)
        made.own.ids["ann's session"] = house.dial(made.who["ann"][0], "start").body["session"]["id"]
        yield made


@pytest.fixture
def world(shared: World) -> Iterator[World]:
    """What a test has begun would still run in the next."""
    shared.house.run(children_gone())
    yield shared
    shared.house.run(children_gone())


def filled(world: World, carried: Carried, subject: str) -> Json:
    """The body with an id in its place; what else it names is one's own."""
    text = msgspec.json.encode(carried.body).decode().replace('"{}"', f'"{subject}"')
    text = text.replace("{session}", world.own.ids["ann's session"]).replace("{contact}", world.own.ids["contact"])
    return msgspec.json.decode(text, type=dict[str, Any])


def asked(world: World, who: str, carried: Carried, subject: str) -> tuple[int, bytes]:
    """Status and body, with the id that was asked for made the same."""
    path = f"{carried.path}?{carried.field}={subject}" if carried in QUERIES else carried.path
    answer = world.ask(*world.who[who], carried.method, path, filled(world, carried, subject))
    return answer.status, answer.raw.replace(subject.encode(), NOBODY.encode())


def named(schema: Json, schemas: Json) -> Iterator[str]:
    """Every field of a body whose name ends in `id`, as `field` or `field.of.a.field`."""
    found = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    for part in (*found.get("oneOf", ()), *found.get("anyOf", ()), *([found["items"]] if "items" in found else ())):
        yield from named(part, schemas)
    for name, part in found.get("properties", {}).items():
        inner = list(named(part, schemas))
        yield from (f"{name}.{field}" for field in inner)
        if not inner and name.lower().endswith("id"):
            yield name


def test_every_id_that_a_query_or_body_can_carry_is_in_the_table(world: World) -> None:
    document = world.ask(None, None, "GET", "/openapi.json", {}).body
    carried = {(one.method, one.path, one.field) for one in (*QUERIES, *BODIES, *PREVIEWS)}
    served = set()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            fields = [one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"]
            ids = [name for name in fields if name.endswith("Id") or name == "sameAs"]
            for body in operation.get("requestBody", {}).get("content", {}).values():
                ids += named(body.get("schema", {}), document["components"]["schemas"])
            served |= {(method.upper(), path, name) for name in ids if name not in NOT_A_TENANTS}
    # Presets are made and changed by the same body; who changes one has made it.
    assert served - {("PUT", "/v1/export-presets/{preset_id}", "what.campaignId")} == carried


@pytest.mark.parametrize("carried", QUERIES, ids=lambda one: f"{one.path}?{one.field}")
def test_another_tenants_id_in_a_query_finds_what_one_that_does_not_exist_finds(world: World, carried: Carried) -> None:
    foreign = world.other.ids[carried.subject]
    for who in ("supervisor", "admin", "compliance", "operator"):
        theirs, nobodys = asked(world, who, carried, foreign), asked(world, who, carried, NOBODY)
        assert theirs == nobodys, (who, carried)
        assert not [one for one in world.other.ids.values() if one and one != foreign and one.encode() in theirs[1]]


@pytest.mark.parametrize("carried", BODIES, ids=lambda one: f"{one.path} {one.field}")
def test_another_tenants_id_in_a_body_is_as_one_that_does_not_exist(world: World, carried: Carried) -> None:
    roles = next(row.roles for row in ROWS if (row.method, row.path) == (carried.method, carried.path))
    before, own = world.other.all_of_it(), world.own.ids[carried.subject]
    for who in sorted(roles):
        foreign = asked(world, who, carried, world.other.ids[carried.subject])
        assert foreign == asked(world, who, carried, NOBODY), (who, carried)
        assert 400 <= foreign[0] < 500, (who, carried, foreign)
    # The request itself is sound: with an id of one's own it is not refused as unknown.
    assert asked(world, "admin", carried, own)[0] != 404
    assert world.other.all_of_it() == before


@pytest.mark.parametrize("carried", PREVIEWS, ids=lambda one: f"{one.path} {one.field}")
def test_a_preview_finds_another_tenants_id_as_little_as_one_that_does_not_exist(
    world: World, carried: Carried
) -> None:
    ends = [previewed(world, carried, subject) for subject in (world.other.ids[carried.subject], NOBODY)]
    assert ends[0] == ends[1]
    assert not [one for one in ("zebra", world.other.ids["session"]) if one in str(ends[0]).lower()]


def previewed(world: World, carried: Carried, subject: str) -> Json:
    """What came of a preview, with its own id and the one that was asked for made the same."""
    made = world.ask(*world.who["admin"], "POST", carried.path, filled(world, carried, subject)).body["id"]
    follower = world.house.engine._previews._previews[made].child._follower
    assert follower is not None
    world.house.run(ended(follower))
    answer = world.ask(*world.who["admin"], "GET", f"{carried.path}/{made}", {})
    text = answer.raw.replace(subject.encode(), NOBODY.encode()).replace(made.encode(), NOBODY.encode())
    return msgspec.json.decode(text, type=dict[str, Any])


async def ended(task: "asyncio.Task[None]") -> None:
    await task


def test_every_action_of_dialers_is_tried_with_ids() -> None:
    spoken = {action.name for action in ACTIONS.values()}
    assert {one.path for one in DIALS} == spoken


@pytest.mark.parametrize("carried", DIALS, ids=lambda one: f"{one.path} {one.field}")
def test_a_dialer_reaches_nothing_of_another_tenant(world: World, carried: Carried) -> None:
    before = world.other.all_of_it()
    answers = []
    for subject in (world.other.ids[carried.subject], NOBODY):
        body = {"action": carried.path, **filled(world, carried, subject)}
        answer = world.ask(*world.who["ann"], "POST", PATH, body)
        answers.append((answer.status, answer.raw.replace(subject.encode(), NOBODY.encode())))
    assert answers[0] == answers[1]
    assert 400 <= answers[0][0] < 500, answers
    assert world.other.all_of_it() == before


def test_only_dialers_dial(world: World) -> None:
    own = {"sessionId": world.own.ids["session"]}
    for action in sorted(ACTIONS):
        for who in world.who:
            answer = world.ask(*world.who[who], "POST", PATH, {"action": action, **own})
            is_known = who in ("supervisor", "admin", "compliance") or who.startswith("operator")
            if who in ("none", "made up", "revoked", "disabled"):
                assert (answer.status, answer.code) == (401, "unauthorized"), (who, action)
            elif is_known:
                assert (answer.status, answer.code) == (403, "forbidden"), (who, action, answer)
            else:
                assert answer.status not in (401, 500), (who, action)


async def listen(world: World, who: str) -> list[Message]:
    """What the feed first says to somebody."""
    token, tenant = world.who[who]
    headers = [(b"authorization", f"Bearer {token}".encode())] if token is not None else [(b"authorization", b"")]
    headers += [(b"x-dialfloor-tenant", tenant.encode())] if tenant is not None else []
    scope = {"type": "websocket", "path": "/v1/feed", "headers": headers, "client": (f"10.200.0.{len(who)}", 5)}
    scope |= {"query_string": b"", "subprotocols": []}
    sent: list[Message] = []
    begun, heard = [False], asyncio.Event()

    async def receive() -> Message:
        if not begun[0]:
            begun[0] = True
            return {"type": "websocket.connect"}
        await heard.wait()
        return {"type": "websocket.disconnect", "code": 1000}

    async def send(message: Message) -> None:
        sent.append(message)
        if message["type"] in ("websocket.send", "websocket.close"):
            heard.set()

    await world.house.engine.application(scope, receive, send)
    return sent


def test_the_feed_tells_each_role_of_its_own_tenant_only(world: World) -> None:
    for who in world.who:
        last = world.house.run(listen(world, who))[-1]
        if who in FEED.roles:
            text = str(last.get("text") or last.get("bytes"))
            assert world.own.ids["agent"] in text, who
            assert "zebra" not in text.replace("Zebra Ltd", "") or who.startswith("operator"), who
            assert not [name for name, one in world.other.ids.items() if name != "tenant" and one and one in text], who
        else:
            known = who in ("dialer", "ann") or who.startswith("operator")
            assert (last["type"], last.get("code")) == ("websocket.close", 4403 if known else 4401), (who, last)


def test_every_route_that_is_served_is_on_the_page(world: World) -> None:
    operator: Any = world.house.engine.application._operator
    served = {
        f"{method} {route.path_format}"
        for route in operator.routes
        for method in route.methods
        if method not in ("HEAD", "OPTIONS")
    }
    # The framework's own catch-all, which knows no path: nothing is told there, to whomever.
    assert {world.ask(*world.who[who], "GET", "/no-such", {}).status for who in ("none", "admin")} == {404}
    served -= {"GET /", "GET /{path}"}
    for method, path in EVERYBODY:
        assert {world.ask(*world.who[who], method, path, {}).status for who in world.who} == {200}
    for who in world.who:
        expected = (
            200 if who in READERS else 404 if who.startswith("operator") else 403 if who in ("dialer", "ann") else 401
        )
        assert world.ask(*world.who[who], "GET", "/metrics", {}).status == expected, who
    page = fresh()
    assert [name for name in sorted(served) if f"| `{name}` |" not in page] == []
    assert [name_of(row) for row in ROWS if f"| `{name_of(row)}` |" not in page] == []


def test_the_page_is_not_stale() -> None:
    assert table_on(PAGE) == fresh(), "write it anew: python -m tests.scenarios.matrix_page"
