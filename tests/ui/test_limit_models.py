"""Cells to values, edits that wait, sources of limits, and CSV: what the limits view knows without a widget."""

import re

import msgspec
import pytest

from app.ui.models.limit_csv import COLUMNS, dry_run, read_text, write_csv
from app.ui.models.limit_draft import LimitDraft
from app.ui.models.limit_sources import Said, Sources, chain_text, holds
from app.ui.models.limit_values import (
    Key,
    Setting,
    Value,
    ValueFault,
    agent_text,
    read_agent_value,
    read_setting,
    setting_text,
    value_text,
)
from app.wire.feed import FloorAgent, LimitChanged
from app.wire.operator import LimitSetting
from tests.fakes.floor_world import FloorWorld

ANN: Key = ("agent", "ann", "maxCallsPerHour")
BEN: Key = ("agent", "ben", "maxCallsPerHour")
DAY: Key = ("tenant", "t", "calls.day")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("maxCallsPerHour", "80", 80),
        ("maxCallsPerHour", " 80/1h ", 80),
        ("maxCallsPerHour", "80/h", 80),
        ("maxCallsPerHour", "60/60min", 60),
        ("maxCallsPerHour", "", None),
        ("maxCallsPerHour", "preset", None),
        ("mode", "Preview", "preview"),
        ("callTimeout", "45 s", 45),
        ("callTimeout", "1 min", 60),
        ("autoDialDelay", "0", 0),
        ("autoDialDelay", "inherit", None),
        ("enforcement", "alert only", "alert-only"),
        ("enforcement", "", None),
    ],
)
def test_what_may_be_written_in_an_agents_cell(field: str, text: str, value: Value) -> None:
    assert read_agent_value(field, text) == value
    if value is not None:
        assert read_agent_value(field, agent_text(field, value)) == value


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("maxCallsPerHour", "100/2h", "write for example 100/1h"),
        ("maxCallsPerHour", "100/1h & 800/1d", "for the tenant"),
        ("maxCallsPerHour", "lots", "write for example 100/1h"),
        ("maxCallsPerHour", "999999", "At most 100,000"),
        ("maxCallsPerHour", "-5", "write for example 100/1h"),
        ("mode", "manual", "preview, power or predictive"),
        ("callTimeout", "9", "47 CFR 64.1200(a)(6)"),
        ("callTimeout", "11 min", "At most 600 s"),
        ("autoDialDelay", "2 h", "At most 3,600 s"),
        ("autoDialDelay", "soon", "write for example 2 s"),
        ("enforcement", "maybe", "enforce or alert-only"),
    ],
)
def test_a_fault_names_what_is_wrong_and_shows_what_is_right(field: str, text: str, said: str) -> None:
    with pytest.raises(ValueFault, match=re.escape(said)):
        read_agent_value(field, text)


def test_scopes_are_written_in_the_grammar_too() -> None:
    assert read_setting("calls.hour", "100/1h & 800/1d") == {"calls.hour": 100, "calls.day": 800}
    assert read_setting("calls.day", "700") == {"calls.day": 700}
    assert read_setting("api.minute", "60/1m") == {"api.minute": 60}
    assert read_setting("session.age", "8 h") == {"session.age": 28_800}
    assert read_setting("sessions.active", "–") == {"sessions.active": None}
    for limit_id, text in (
        ("api.minute", "60/1h"),
        ("session.age", "30 s"),
        ("sessions.active", "5/1h"),
        ("calls.hour", "1/1m"),
    ):
        with pytest.raises(ValueFault):
            read_setting(limit_id, text)
    assert [setting_text(*pair) for pair in (("calls.day", 800), ("session.age", 28_800), ("calls.gap", 2))] == [
        "800/1d",
        "8 h",
        "2 s",
    ]
    assert value_text(DAY, Setting(amount=5, enforcement="alert-only")) == "5/1d, alert only"


def edited(draft: LimitDraft, key: Key, current: Value, wanted: Value) -> int:
    return draft.set([(key, current, wanted)])


def test_edits_are_undone_and_redone_step_by_step() -> None:
    draft = LimitDraft()
    assert edited(draft, ANN, 80, 60) == 1
    assert draft.set([(ANN, 80, 50), (BEN, None, 50)]) == 2
    assert edited(draft, BEN, None, 50) == 0, "it is so already"
    draft.undo()
    assert {key: edit.after for key, edit in draft.pending.items()} == {ANN: 60}
    draft.redo()
    assert len(draft) == 2
    draft.undo()
    draft.undo()
    assert (len(draft), draft.can_undo, draft.can_redo) == (0, False, True)
    edited(draft, BEN, None, 10)
    assert not draft.can_redo, "a new step makes the undone ones moot"
    edited(draft, BEN, None, None)
    assert len(draft) == 0, "what is set back to what it was is no edit"
    draft.undo()
    draft.discard()
    draft.undo()
    assert draft.value(BEN, None) == 10


def change(after: object) -> LimitChanged:
    raw = {
        "revision": 9,
        "scope": "agent",
        "scopeId": "ann",
        "subject": "Ann",
        "field": "maxCallsPerHour",
        "before": 80,
        "after": after,
        "by": "Maria",
        "reason": "complaints",
        "at": "2026-01-01T00:00:00Z",
    }
    return msgspec.convert(raw, LimitChanged)


def test_a_base_that_moves_is_a_clash_until_it_is_decided() -> None:
    draft = LimitDraft()
    draft.set([(ANN, 80, 60), (BEN, 80, 60)])
    held: dict[Key, Value] = {ANN: 70, BEN: 80}
    assert draft.observe(held.__getitem__, {ANN: change(70)})
    assert (draft.clashes[ANN].theirs, list(draft.clashes)) == (70, [ANN])
    assert not draft.observe(held.__getitem__, {}), "nothing new, and who it was is remembered"
    assert draft.clashes[ANN].edit == change(70)
    draft.apply_over([ANN])
    assert (draft.pending[ANN].before, draft.clashes) == (70, {})
    held[BEN] = 60
    assert draft.observe(held.__getitem__, {})
    assert list(draft.pending) == [ANN], "what others set to the same needs no edit"
    held[ANN] = 75
    draft.observe(held.__getitem__, {})
    draft.keep_theirs([ANN])
    assert len(draft) == 0


def test_edits_become_one_request() -> None:
    draft = LimitDraft()
    draft.set(
        [
            (ANN, 80, None),
            (("agent", "ann", "mode"), "power", "preview"),
            (DAY, None, Setting(amount=5, enforcement="alert-only")),
            (("system", None, "calls.gap"), Setting(amount=4), None),
        ]
    )
    body = draft.changes("because", lambda key: 7 if key[0] == "agent" else 3)
    assert msgspec.to_builtins(body)["agents"] == [
        {"agentId": "ann", "expectedRevision": 7, "mode": "preview", "maxCallsPerHour": None}
    ]
    assert [(one.scope, one.amount, one.enforcement, one.expected_revision) for one in body.settings] == [
        ("tenant", 5, "alert-only", 3),
        ("system", None, "enforce", 3),
    ]
    assert draft.preview(lambda _: 0).agents[0].max_calls_per_hour is None


def setting(scope: str, amount: int | None, revision: int) -> LimitSetting:
    raw = {
        "scope": scope,
        "scopeId": None if scope == "system" else scope,
        "subject": scope,
        "limitId": "calls.hour",
        "amount": amount,
        "enforcement": "enforce",
        "revision": revision,
    }
    return msgspec.convert(raw, LimitSetting)


def test_the_chain_says_where_a_limit_comes_from() -> None:
    sources = Sources([setting("tenant", 80, 4), setting("system", 100, 0)])
    chain = [Said(scope="agent", amount=None), *sources.wider("calls.hour", "predictive")]
    assert chain_text("calls.hour", chain) == "agent: –, tenant: 80/1h, tier: –, system preset: 150/1h"
    said = holds(chain)
    assert said is not None
    assert said.scope == "tenant"


def floor() -> tuple[dict[str, FloorAgent], FloorWorld]:
    world = FloorWorld(agents=6)
    return {person.id: world.row(person) for person in world.people}, world


def reader(agents: dict[str, FloorAgent]) -> "Reader":
    return Reader(agents)


class Reader:
    def __init__(self, agents: dict[str, FloorAgent]) -> None:
        self._agents = agents

    def __call__(self, key: Key) -> Value:
        agent = self._agents[key[1] or ""]
        values: dict[str, Value] = {
            "mode": agent.mode,
            "maxCallsPerHour": agent.calls_per_hour,
            "callTimeout": agent.call_timeout,
            "autoDialDelay": agent.own_auto_dial_delay,
            "enforcement": agent.own_enforcement,
        }
        return values[key[2]]


def test_what_is_written_is_read_back_without_a_change() -> None:
    agents, _ = floor()
    text = write_csv(agents.values(), reader(agents))
    for content in (text.encode(), text.encode("utf-8-sig"), text.replace(",", ";").encode()):
        run = dry_run(read_text(content), agents, reader(agents))
        assert (run.changes, run.bad, run.unchanged) == ([], [], 6)


def test_a_dry_run_lists_every_change_and_every_bad_line() -> None:
    agents, world = floor()
    one, two, three = world.people[:3]
    lines = [
        "agent,mode,limits,call_timeout,auto_dial_delay,enforcement",
        f"{one.name},preview,55/1h,40,,alert-only",
        f"{two.name},power,100/2h,9,soon,",
        "Nobody Known,power,,,,",
        "",
        f"{one.name},power,,,,",
        f"{three.name},{three.mode},{'' if three.own_limit is None else three.own_limit},,,,,too many",
    ]
    run = dry_run("\n".join(lines), agents, reader(agents))
    changed = {(at.line, at.key[2]): (at.before, at.after) for at in run.changes}
    assert changed[2, "maxCallsPerHour"] == (one.own_limit, 55)
    assert changed[2, "enforcement"] == (None, "alert-only")
    assert [(bad.line, bad.column) for bad in run.bad] == [
        (3, "limits"),
        (3, "call_timeout"),
        (3, "auto_dial_delay"),
        (4, "agent"),
        (6, "agent"),
        (7, ""),
    ]
    assert "line 2 already" in run.bad[4].sentence


def test_a_file_that_is_no_such_file_is_said_as_a_whole() -> None:
    agents, _ = floor()
    for text in ("", "name;phone\nAnn;1", "mode,limits\npower,1"):
        with pytest.raises(ValueFault, match="first line"):
            dry_run(text, agents, reader(agents))
    with pytest.raises(ValueFault, match="UTF-8"):
        read_text("agent\nJosé".encode("latin-1"))


def test_two_agents_of_one_name_need_the_id() -> None:
    agents, world = floor()
    twin = world.people[0]
    world.people[1].name = twin.name
    agents = {person.id: world.row(person) for person in world.people}
    run = dry_run(f"agent,limits\n{twin.name},5/1h", agents, reader(agents))
    assert "agent_id" in run.bad[0].sentence
    run = dry_run(f"agent,limits,agent_id\n{twin.name},5/1h,{twin.id}", agents, reader(agents))
    assert [at.after for at in run.changes] == [5]


def test_a_name_that_a_spreadsheet_would_run_is_guarded_and_read_back() -> None:
    agents, world = floor()
    world.people[0].name = '=HYPERLINK("http://evil")'
    agents = {person.id: world.row(person) for person in world.people}
    text = write_csv(agents.values(), reader(agents))
    assert "'=HYPERLINK" in text
    assert text.splitlines()[0] == ",".join(COLUMNS)
    without_ids = "\n".join(line.rpartition(",")[0] for line in text.splitlines())
    run = dry_run(without_ids, agents, reader(agents))
    assert (run.bad, run.unchanged) == ([], 6)
