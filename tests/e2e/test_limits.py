"""Limits over real sockets: clients race, a batch is all or nothing, a preview has its own process."""

from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from app.client.errors import GatewayRefused
from app.client.gateway import Gateway
from app.clock import read_steady
from app.engine.value import SECOND
from app.wire.limits import AgentChange, LimitChanges, PreviewLimits, PreviewState
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started

PATIENCE = 60 * SECOND


def finished(gateway: Gateway, edits: PreviewLimits) -> PreviewState:
    state = gateway.rulebook.start_preview(edits)
    stop = read_steady() + PATIENCE
    while state.state == "running" and read_steady() < stop:
        state = gateway.rulebook.preview_state(state.id)
    return state


def test_two_clients_race_a_batch_is_whole_and_a_preview_counts_yesterday(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, ben, sam, ada = (
        make_token(data, name, role)
        for name, role in (("ana", "dialer"), ("ben", "dialer"), ("sam", "supervisor"), ("ada", "admin"))
    )
    import_contacts(data, tmp_path / "people.csv", 12)
    with ExitStack() as stack:
        engine = stack.enter_context(Serving(data))
        dialers = [stack.enter_context(engine.client(token)) for token in (ana, ben)]
        sessions = [started(dialer) for dialer in dialers]
        one, other = (stack.enter_context(closing(Gateway(engine.url, token))) for token in (sam, ada))
        agents = {row.name: row for row in one.floor().agents}
        free = [
            AgentChange(agent_id=row.id, expected_revision=row.revision, auto_dial_delay=0) for row in agents.values()
        ]
        revision = one.rulebook.change(LimitChanges(reason="no gap", agents=free)).revision
        for _ in range(4):
            answer = dial(dialers[0], "next-contact", sessionId=sessions[0])
            assert answer.status_code == 200, answer.text
        lower = [
            AgentChange(agent_id=agents[name].id, expected_revision=revision, max_calls_per_hour=amount)
            for name, amount in (("ana", 3), ("ben", 50))
        ]
        done = finished(other, PreviewLimits(agents=lower))
        assert done.effect is not None, done
        assert (done.effect.calls, done.effect.refused, done.effect.refused_as_is) == (4, 1, 0)
        assert [(who.agent, who.used, who.limit, who.in_session) for who in done.effect.now] == [("ana", 4, 3, True)]
        assert dial(dialers[0], "next-contact", sessionId=sessions[0]).status_code == 200, "nothing was changed"
        quicker = AgentChange(agent_id=agents["ben"].id, expected_revision=revision, max_calls_per_hour=70)
        one.rulebook.change(LimitChanges(reason="complaints", agents=[quicker]))
        with pytest.raises(GatewayRefused) as lost:
            other.rulebook.change(LimitChanges(reason="slow down", agents=lower))
        assert lost.value.status == 409
        assert {row.name: row.calls_per_hour for row in one.floor().agents} == {"ana": None, "ben": 70}
        assert one.rulebook.history(limit=1).changes[0].reason == "complaints"
        cancelled = other.rulebook.start_preview(PreviewLimits(agents=lower))
        other.rulebook.cancel_preview(cancelled.id)
        assert other.rulebook.preview_state(cancelled.id).state in ("cancelled", "done")
