"""Every route times every role times own and other tenant's ids: what the role table says, and not a word more."""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import msgspec
import pytest

from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House
from tests.scenarios.role_table import FOLDER, ROWS, WHY, Row

NOBODY = "0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1b"
OTHERS = ("zebra", "quagga")
"""Every name of the other tenant has one of these in it."""
UNKNOWN = ("none", "revoked", "disabled", "made up")
READ_BACK = (
    "users",
    "tokens",
    "campaigns",
    "sessions",
    "alerts",
    "limits/history",
    "calling-rules",
    "dispositions",
    "audit",
    "calls",
    "do-not-call",
)


_LAW = re.compile(rb'"rulesVersion":"[0-9a-f]+"')


class Side:
    """One tenant with one of everything that has an id."""

    def __init__(self, world: "World", tenant: str, word: str) -> None:
        house = world.house
        self.admin = house.token(f"{word}ada", "admin", tenant)
        self._world = world
        self.ids: dict[str, str] = {}
        dialer = house.token(f"{word}ana", "dialer", tenant)
        campaign = house.contacts(5, f"{word} spring", tenant)
        session = house.dial(dialer, "start").body["session"]["id"]
        assert house.dial(dialer, "next-contact", sessionId=session).status == 200
        floor = self.get("/v1/floor")
        agent = floor["agents"][0]
        self.ids |= {"tenant": self.get("/v1/me")["tenantId"], "session": session, "agent": agent["id"]}
        self.ids |= {"any tenant": self.ids["tenant"], "campaign": campaign or ""}
        self.ids["call"] = self.get("/v1/calls")["calls"][0]["id"]
        edit = {"expectedRevision": agent["revision"], "reason": "as it was", "maxCallsPerHour": 1}
        assert self.ask("PATCH", f"/v1/agents/{agent['id']}", edit).status == 200
        assert house.dial(dialer, "next-contact", sessionId=session).status == 429
        house.run(house.engine.alerts.look())
        self.ids["alert"] = self.get("/v1/alerts")["alerts"][0]["id"]
        self.ids["refusal"] = self.get("/v1/refusals")["refusals"][0]["id"]
        assert house.token(f"{word}tom", "dialer", tenant)
        assert house.token(f"{word}ivy", "dialer", tenant)
        self.ids["user"] = next(one["id"] for one in self.get("/v1/users")["users"] if one["name"] == f"{word}tom")
        self.ids["token"] = next(one["id"] for one in self.get("/v1/tokens")["tokens"] if one["user"] == f"{word}ivy")
        self.ids["import"] = self.ask("POST", f"/v1/imports?file={word.strip()}.csv", {"Phone": "x"}).body["id"]
        listing = self.ask("POST", f"/v1/do-not-call/imports?file={word.strip()}.csv", {"Phone": "x"})
        self.ids["number import"] = listing.body["id"]
        self.ids["export"] = self.ask("POST", "/v1/exports", {"kind": "calls"}).body["id"]
        preset = {"name": f"{word}days", "what": {"kind": "calls", "range": "today"}}
        self.ids["preset"] = self.ask("POST", "/v1/export-presets", preset).body["id"]
        self.ids["preview"] = self.ask("POST", "/v1/limits/preview", {"agents": []}).body["id"]

    def get(self, path: str) -> dict[str, Any]:
        return self.ask("GET", path, {}).body

    def ask(self, method: str, path: str, body: dict[str, Any]) -> Answer:
        return self._world.ask(self.admin, None, method, path, body)

    def all_of_it(self) -> list[bytes]:
        """What its admin reads of it, but for the version of the law, which is the folder's and no tenant's."""
        return [_LAW.sub(b"", self.ask("GET", f"/v1/{page}", {}).raw) for page in READ_BACK]


class World:
    """One engine with two tenants, and everybody who may ask."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._asked = count()
        self.own = Side(self, "Acme", "")
        self.other = Side(self, "Zebra Ltd", "zebra ")
        self.who: dict[str, tuple[str | None, str | None]] = {
            role: (house.token(f"the {role}", role), None) for role in ("dialer", "supervisor", "admin", "compliance")
        }
        self.who["operator"] = (OPERATOR_SECRET, self.own.ids["tenant"])
        self.who["operator without tenant"] = (OPERATOR_SECRET, None)
        self.who["operator of no tenant"] = (OPERATOR_SECRET, NOBODY)
        self.who |= {"none": (None, None), "made up": ("dlf_AAAAAAAAAAAA_secret", None)}
        self.who |= {name: (house.token(f"the {name}", "admin"), None) for name in ("revoked", "disabled")}
        self._dismiss()
        self.tier, self.other_tier = self._tier("Bronze"), self._tier("Iron")
        self.proposal = self._proposal()
        self.own.ids["check"] = self.ask(*self.who["operator"], "POST", "/v1/evidence/checks", {}).body["id"]

    def _proposal(self) -> str:
        """A change of the law that waits for a second person."""
        edit = {"ruleId": "US-OK/hours/1", "how": "remove", "reason": "as it was"}
        return str(self.ask(*self.who["operator"], "POST", "/v1/rule-changes", edit).body["id"])

    def _tier(self, name: str) -> str:
        made = self.ask(OPERATOR_SECRET, None, "POST", "/v1/tiers", {"name": name, "reason": "as it was"}).body
        return next(str(tier["id"]) for tier in made["tiers"] if tier["name"] == name)

    def _dismiss(self) -> None:
        """A token that was revoked and a user who was disabled, each after it was used."""
        for name in ("revoked", "disabled"):
            assert self.ask(*self.who[name], "GET", "/v1/floor", {}).status == 200
        token = next(one["id"] for one in self.own.get("/v1/tokens")["tokens"] if one["user"] == "the revoked")
        assert self.own.ask("DELETE", f"/v1/tokens/{token}", {}).status == 204
        user = next(one["id"] for one in self.own.get("/v1/users")["users"] if one["name"] == "the disabled")
        assert self.own.ask("PATCH", f"/v1/users/{user}", {"reason": "left", "disabled": True}).status == 200

    def ask(self, token: str | None, tenant: str | None, method: str, path: str, body: dict[str, Any]) -> Answer:
        """One request, each from an address of its own: failed tries are held per address."""
        # Exports that end meanwhile are records of the trail too.
        self.house.run(self.house.engine._exports.exports.processes.idle())
        headers = {"content-type": "application/json"}
        headers |= {"authorization": f"Bearer {token}"} if token is not None else {}
        headers |= {"x-dialfloor-tenant": tenant} if tenant is not None else {}
        number = next(self._asked)
        address = f"10.0.{number // 250}.{number % 250}"
        return self.house.send(Ask(method, path, headers, msgspec.json.encode(body) if body else b"", address))

    def put(self, who: str, row: Row, subject: str) -> Answer:
        """Ask a route as somebody, about an id."""
        text = msgspec.json.encode(row.body).replace(b'"{}"', msgspec.json.encode(subject))
        if b"{revision}" in text:
            revision = self.own.get("/v1/floor")["agents"][0]["revision"]
            text = text.replace(b'"{revision}"', str(revision).encode())
        body = msgspec.json.decode(text.replace(b"{tier}", self.other_tier.encode()))
        return self.ask(*self.who[who], row.method, row.ask.replace("{}", subject), body)

    def last_deed(self) -> tuple[Any, ...]:
        """Number, who, what, why of the audit trail's newest record, and from what to what."""
        return self.house.rows(
            "SELECT number, user, action, reason, before, after FROM audit_records ORDER BY number DESC LIMIT 1"
        )[0]

    def own_id(self, row: Row) -> str:
        folders = {"tier": self.tier, "rule change": self.proposal}
        return folders.get(row.subject) or self.own.ids.get(row.subject, NOBODY)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with House(tmp_path_factory.mktemp("matrix") / "floor") as house:
        # One thread for all tests: those that come and go with the work would look like ones a test has left behind.
        house.run(_keep_to(ThreadPoolExecutor(1)))
        yield World(house)


async def _keep_to(pool: ThreadPoolExecutor) -> None:
    asyncio.get_running_loop().set_default_executor(pool)


def name_of(row: Row) -> str:
    return f"{row.method} {row.path}"


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
