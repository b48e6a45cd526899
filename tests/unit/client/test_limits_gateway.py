"""The window's questions about limits against a real server: the right route, the right body."""

from collections.abc import Callable
from contextlib import closing

import msgspec
import pytest

from app.client.errors import GatewayRefused
from app.client.gateway import Gateway
from app.wire.limits import AgentChange, LimitChanges, PreviewLimits, SettingChange
from app.wire.tiers import AssignTier, CreateTier, RenameTier
from tests.fakes.loopback_engine import LoopbackEngine, reply
from tests.fakes.wire_answers import refusal

Question = Callable[[Gateway], object]
ANN = AgentChange(agent_id="ann", expected_revision=4, max_calls_per_hour=None)
GAP = SettingChange(scope="system", scope_id=None, limit_id="calls.gap", expected_revision=0, amount=3)
EDITS: dict[str, object] = {
    "agents": [{"agentId": "ann", "expectedRevision": 4, "maxCallsPerHour": None}],
    "settings": [
        {
            "scope": "system",
            "scopeId": None,
            "limitId": "calls.gap",
            "expectedRevision": 0,
            "amount": 3,
            "enforcement": "enforce",
        }
    ],
}

# Answers of another shape than asked for are unreachable, so each question is told apart from its answer.
ROUTES: list[tuple[Question, str, str, object]] = [
    (lambda g: g.rulebook.limits(), "GET", "/v1/limits", None),
    (
        lambda g: g.rulebook.change(LimitChanges(reason="pilot", agents=[ANN], settings=[GAP])),
        "POST",
        "/v1/limits/changes",
        {"reason": "pilot", "dryRun": False, **EDITS},
    ),
    (
        lambda g: g.rulebook.history("agent", "a/b", "12", 50),
        "GET",
        "/v1/limits/history?scope=agent&scopeId=a%2Fb&cursor=12&limit=50",
        None,
    ),
    (lambda g: g.rulebook.history(), "GET", "/v1/limits/history?limit=100", None),
    (lambda g: g.rulebook.diff(3), "GET", "/v1/limits/diff?from=3", None),
    (lambda g: g.rulebook.diff(3, 9), "GET", "/v1/limits/diff?from=3&to=9", None),
    (
        lambda g: g.rulebook.start_preview(PreviewLimits(agents=[ANN], settings=[GAP])),
        "POST",
        "/v1/limits/preview",
        EDITS,
    ),
    (lambda g: g.rulebook.preview_state("p"), "GET", "/v1/limits/preview/p", None),
    (lambda g: g.rulebook.tiers(), "GET", "/v1/tiers", None),
    (
        lambda g: g.rulebook.create_tier(CreateTier(name="Gold", reason="new")),
        "POST",
        "/v1/tiers",
        {"name": "Gold", "reason": "new"},
    ),
    (
        lambda g: g.rulebook.rename_tier("t", RenameTier(name="Gold", reason="new")),
        "PATCH",
        "/v1/tiers/t",
        {"name": "Gold", "reason": "new"},
    ),
    (lambda g: g.rulebook.delete_tier("t"), "DELETE", "/v1/tiers/t", None),
    (
        lambda g: g.rulebook.assign_tier("x", AssignTier(tier_id=None, reason="end", expected_tier_id="t")),
        "PUT",
        "/v1/tenants/x/tier",
        {"tierId": None, "reason": "end", "expectedTierId": "t"},
    ),
]


@pytest.mark.parametrize(("question", "method", "path", "body"), ROUTES)
def test_each_question_goes_to_its_route_with_its_body(
    question: Question, method: str, path: str, body: object
) -> None:
    no = refusal("forbidden")
    with (
        LoopbackEngine(lambda _: reply(403, no)) as engine,
        closing(Gateway(engine.url, "tok", "ten")) as gateway,
        pytest.raises(GatewayRefused),
    ):
        question(gateway)
    [asked] = engine.asked
    assert (asked.method, asked.path) == (method, path)
    assert (msgspec.json.decode(asked.body) if asked.body else None) == body


def test_a_preview_is_stopped() -> None:
    no = refusal("forbidden")
    with (
        LoopbackEngine(lambda _: reply(403, no)) as engine,
        closing(Gateway(engine.url, "tok", "ten")) as gateway,
        pytest.raises(GatewayRefused),
    ):
        gateway.rulebook.cancel_preview("p")
    assert (engine.asked[0].method, engine.asked[0].path) == ("DELETE", "/v1/limits/preview/p")
