"""Two tenants with one of everything that has an id, and everybody who may ask: what the matrices are tried on."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import msgspec

from app.jobs.child import Child
from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House
from tests.scenarios.role_table import Row

NOBODY = "0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1b"
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
        handed = house.dial(dialer, "next-contact", sessionId=session)
        assert handed.status == 200
        floor = self.get("/v1/floor")
        agent = floor["agents"][0]
        self.ids |= {"tenant": self.get("/v1/me")["tenantId"], "session": session, "agent": agent["id"]}
        self.ids |= {"any tenant": self.ids["tenant"], "campaign": campaign or ""}
        self.ids["contact"] = handed.body["contact"]["id"]
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


def prepared(house: House) -> World:
    """A world on a house, whose work keeps to one thread: those that come and go would look like ones left behind."""
    house.run(_keep_to(ThreadPoolExecutor(1)))
    return World(house)


async def _keep_to(pool: ThreadPoolExecutor) -> None:
    asyncio.get_running_loop().set_default_executor(pool)


def name_of(row: Row) -> str:
    """How a route is spoken of."""
    return f"{row.method} {row.path}"


async def children_gone() -> None:
    """Until every process that a route has begun is over: previews, checks, imports and exports."""
    while followers := [task for task in asyncio.all_tasks() if _is_follower(task)]:
        await asyncio.gather(*followers, return_exceptions=True)


def _is_follower(task: asyncio.Task[Any]) -> bool:
    return getattr(task.get_coro(), "__qualname__", "") == Child._follow.__qualname__
