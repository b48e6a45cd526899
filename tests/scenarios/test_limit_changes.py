"""Many limits at once: all at one revision or none, both values in a lost race, a history and its differences."""

from typing import Any

import msgspec
import pytest

from app.reports.verification import first_offence, verify
from db.open import connect
from db.verification import SqliteLog
from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House

WHY: dict[str, object] = {"reason": "because of the test"}
ID = "01a0c450-6c7b-76de-b8f6-c00a9dfa42f3"


def start(house: House, *names: str) -> dict[str, str]:
    """Agents by the name of their dialer."""
    return {name: str(house.dial(house.token(name), "start").body["agent"]["id"]) for name in names}


def row(house: House, token: str, agent_id: str) -> dict[str, Any]:
    agents = house.operate(token, "GET", "/floor").body["agents"]
    found: dict[str, Any] = next(agent for agent in agents if agent["id"] == agent_id)
    return found


def change(house: House, token: str, **body: object) -> Answer:
    return house.operate(token, "POST", "/limits/changes", **{**WHY, **body})


def agent(agent_id: str, revision: int, **values: object) -> dict[str, object]:
    return {"agentId": agent_id, "expectedRevision": revision, **values}


def setting(scope_id: str, limit_id: str, amount: int | None, revision: int = 0) -> dict[str, object]:
    return {
        "scope": "tenant",
        "scopeId": scope_id,
        "limitId": limit_id,
        "expectedRevision": revision,
        "amount": amount,
    }


def test_many_edits_are_one_revision(house: House, ada: str) -> None:
    ids = start(house, "ann", "ben")
    tenant = house.operate(ada, "GET", "/me").body["tenantId"]
    revisions = {name: row(house, ada, id_)["revision"] for name, id_ in ids.items()}
    answer = change(
        house,
        ada,
        agents=[
            agent(ids["ann"], revisions["ann"], maxCallsPerHour=70, enforcement="alert-only"),
            agent(ids["ben"], revisions["ben"], mode="preview", autoDialDelay=4),
        ],
        settings=[setting(tenant, "calls.day", 400)],
    ).body
    assert (answer["applied"], len(answer["edits"])) == (True, 5)
    assert {edit["revision"] for edit in answer["edits"]} == {answer["revision"]}
    ann, ben = row(house, ada, ids["ann"]), row(house, ada, ids["ben"])
    assert (ann["hourLimit"], ann["enforcement"], ann["revision"]) == (70, "alert-only", answer["revision"])
    assert (ben["hourLimit"], ben["autoDialDelay"], ben["ownAutoDialDelay"]) == (40, 4, 4)
    assert ben["session"]["callsLimit"] == 400
    house.restart()
    assert row(house, ada, ids["ann"])["hourLimit"] == 70
    assert row(house, ada, ids["ann"])["revision"] == answer["revision"]
    reset = change(house, ada, agents=[agent(ids["ann"], answer["revision"], maxCallsPerHour=None, enforcement=None)])
    assert reset.status == 200
    ann = row(house, ada, ids["ann"])
    assert (ann["hourLimit"], ann["limitSource"], ann["ownEnforcement"]) == (100, "system", None)
    reader = connect(house.folder.database, read_only=True)
    assert first_offence(list(verify(SqliteLog(reader)))) is None
    reader.close()


def test_one_lost_race_undoes_all_and_names_who_was_quicker(house: House, sam: str, ada: str) -> None:
    ids = start(house, "ann", "ben")
    seen = {name: row(house, ada, id_)["revision"] for name, id_ in ids.items()}
    quicker = change(house, sam, agents=[agent(ids["ann"], seen["ann"], maxCallsPerHour=50)], reason="complaints")
    assert quicker.status == 200
    edits = [agent(ids[name], seen[name], maxCallsPerHour=90) for name in ("ann", "ben")]
    lost = change(house, ada, agents=edits)
    assert (lost.status, lost.code) == (409, "conflict")
    (conflict,) = lost.body["current"]["conflicts"]
    assert (conflict["subject"], conflict["current"]["maxCallsPerHour"]) == ("ann", 50)
    assert [(edit["by"], edit["reason"], edit["after"]) for edit in conflict["edits"]] == [("sam", "complaints", 50)]
    assert row(house, ada, ids["ben"])["callsPerHour"] is None, "all or nothing"
    tried = change(house, ada, agents=edits, dryRun=True).body
    assert (tried["applied"], len(tried["edits"]), len(tried["conflicts"])) == (False, 1, 1)
    again = [agent(ids["ann"], conflict["revision"], maxCallsPerHour=90), edits[1]]
    assert change(house, ada, agents=again).status == 200


def test_a_dry_run_says_everything_that_is_wrong_and_changes_nothing(house: House, ada: str) -> None:
    (ann,) = start(house, "ann").values()
    tenant = house.operate(ada, "GET", "/me").body["tenantId"]
    revision = row(house, ada, ann)["revision"]
    bad = [setting(tenant, "session.age", 5), setting(tenant, "calls.second", 5), setting(tenant, "calls.day", 5)]
    tried = change(house, ada, agents=[agent(ann, revision, maxCallsPerHour=9)], settings=bad, dryRun=True).body
    assert [fault["field"] for fault in tried["faults"]] == ["session.age", "calls.second"]
    assert [edit["field"] for edit in tried["edits"]] == ["maxCallsPerHour", "calls.day"]
    assert row(house, ada, ann)["hourLimit"] == 100
    refused = change(house, ada, settings=bad)
    assert (refused.status, refused.body["field"]) == (400, "session.age")
    twice = [agent(ann, revision, maxCallsPerHour=9), agent(ann, revision, callTimeout=20)]
    assert "named twice" in change(house, ada, agents=twice).body["error"]
    assert "so already" in change(house, ada, agents=[agent(ann, revision, mode="power")]).body["error"]


def test_who_may_edit_what(house: House, sam: str, ada: str) -> None:
    (ann,) = start(house, "ann").values()
    tenant = house.operate(ada, "GET", "/me").body["tenantId"]
    other = house.token("boss", "admin", tenant="Other")
    assert change(house, sam, settings=[setting(tenant, "calls.day", 5)]).status == 403
    assert change(house, other, settings=[setting(tenant, "calls.day", 5)]).status == 404
    assert change(house, other, agents=[agent(ann, 0, maxCallsPerHour=1)]).status == 404
    system = {**setting("", "calls.day", 5), "scope": "system", "scopeId": None}
    assert change(house, ada, settings=[system]).status == 403
    headers = {"authorization": f"Bearer {OPERATOR_SECRET}", "x-dialfloor-tenant": tenant}
    body = msgspec.json.encode({**WHY, "settings": [system]})
    assert house.send(Ask("POST", "/v1/limits/changes", headers, body)).status == 200
    assert house.operate(other, "GET", "/limits/history").body["changes"][0]["scope"] == "system"
    assert change(house, house.token("cora", "compliance"), agents=[]).status == 403


def test_history_is_paged_and_filtered_and_two_revisions_compared(house: House, ada: str) -> None:
    ids = start(house, "ann", "ben")
    first = house.operate(ada, "GET", "/limits").body["revision"]
    for amount in (10, 20, 30):
        for id_ in ids.values():
            at = row(house, ada, id_)["revision"]
            assert change(house, ada, agents=[agent(id_, at, maxCallsPerHour=amount)]).status == 200
    seen: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = house.operate(ada, "GET", f"/limits/history?limit=2{cursor}").body
        seen += page["changes"]
        if page["cursor"] is None:
            break
        cursor = f"&cursor={page['cursor']}"
    edited = [(one["subject"], one["before"], one["after"]) for one in seen if one["field"] == "maxCallsPerHour"]
    assert edited == [
        ("ben", 20, 30),
        ("ann", 20, 30),
        ("ben", 10, 20),
        ("ann", 10, 20),
        ("ben", None, 10),
        ("ann", None, 10),
    ]
    of_ann = house.operate(ada, "GET", f"/limits/history?scope=agent&scopeId={ids['ann']}&limit=3").body["changes"]
    assert [one["after"] for one in of_ann] == [30, 20, 10]
    diff = house.operate(ada, "GET", f"/limits/diff?from={first}").body
    assert [(one["subject"], one["before"], one["after"], one["edits"]) for one in diff["differences"]] == [
        ("ann", None, 30, 3),
        ("ben", None, 30, 3),
    ]
    other = house.token("boss", "admin", tenant="Other")
    assert house.operate(other, "GET", "/limits/history").body["changes"] == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/limits/history?scope=gold", {}),
        ("GET", "/limits/history?cursor=x", {}),
        ("GET", "/limits/history?scopeId=1", {}),
        ("GET", "/limits/diff", {}),
        ("GET", "/limits/diff?from=9&to=3", {}),
        ("POST", "/limits/changes", {"reason": "no"}),
        ("POST", "/limits/changes", {**WHY, "agents": [agent(ID, 0, callTimeout=3)]}),
        ("POST", "/limits/changes", {**WHY, "nonsense": 1}),
    ],
)
def test_what_cannot_be_read_is_400(house: House, ada: str, method: str, path: str, body: dict[str, object]) -> None:
    assert house.operate(ada, method, path, **body).status == 400
