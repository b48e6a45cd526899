"""Sessions and limits for a time on a real engine, as a window's gateway asks for them, over a kill."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from app.client.gateway import Gateway
from app.wire.operator import EditAgent
from tests.e2e.serving import Serving, dial, import_contacts, make_token, run_cli, started


def test_the_past_of_an_engine_is_paged_and_told(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, sam = make_token(data, "ana"), make_token(data, "sam", "supervisor")
    import_contacts(data, tmp_path / "people.csv", 3)
    with Serving(data) as engine, engine.client(ana) as dialer, closing(Gateway(engine.url, sam)) as window:
        sessions = []
        for _ in range(3):
            sessions.append(started(dialer))
            assert dial(dialer, "next-contact", sessionId=sessions[-1]).status_code in (200, 429)
            window.end_session(sessions[-1], "the next one, please")
        live = started(dialer)
        first = window.history.page(status="ended", limit=2)
        assert ([item.id for item in first.sessions], first.live, first.ended) == (sessions[:0:-1], 1, 3)
        assert first.in_use is not None
        assert (first.in_use.used, first.in_use.limit) == (1, 5)
        rest = window.history.page(status="ended", limit=2, cursor=first.cursor)
        assert ([item.id for item in rest.sessions], rest.cursor) == (sessions[:1], None)
        assert [item.id for item in window.history.page(status="live", text="ana").sessions] == [live]
        told = window.history.session(sessions[0])
        assert [(event.how, event.by, event.reason) for event in told.events] == [
            ("started", "ana", ""),
            ("ended", "sam", "the next one, please"),
        ]
        assert told.calls == 1


def test_a_limit_for_a_time_goes_back_though_the_engine_was_killed(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, sam = make_token(data, "ana"), make_token(data, "sam", "supervisor")
    import_contacts(data, tmp_path / "people.csv", 3)
    with Serving(data) as engine, engine.client(ana) as dialer, closing(Gateway(engine.url, sam)) as window:
        session = started(dialer)
        floor = window.floor()
        (agent,) = floor.agents
        until = floor.now + timedelta(seconds=2)
        edit = EditAgent(
            expected_revision=agent.revision, reason="one more call", max_calls_per_hour=1_000, until=until
        )
        lent = window.edit_agent(agent.id, edit)
        assert (lent.hour_limit, lent.limits_until) == (1_000, until)
        engine.kill()
    with Serving(data) as engine, closing(Gateway(engine.url, sam)) as window, engine.client(ana) as dialer:
        row = window.agent(agent.id).agent
        while row.limits_until is not None:
            row = window.agent(agent.id).agent
        assert row.hour_limit == agent.hour_limit
        assert dial(dialer, "next-contact", sessionId=session).status_code == 200
        assert window.audit().records[0].user == "Dialfloor"
    assert run_cli("verify", "--data", str(data)).returncode == 0


def test_over_a_lowered_limit_the_next_slot_is_the_one_that_frees(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, sam = make_token(data, "ana"), make_token(data, "sam", "supervisor")
    import_contacts(data, tmp_path / "people.csv", 3)
    with Serving(data) as engine, engine.client(ana) as dialer, closing(Gateway(engine.url, sam)) as window:
        session = started(dialer)
        (agent,) = window.floor().agents
        quick = EditAgent(expected_revision=agent.revision, reason="no pause", auto_dial_delay=0)
        agent = window.edit_agent(agent.id, quick)
        for _ in range(3):
            assert dial(dialer, "next-contact", sessionId=session).status_code == 200
        for limit, freeing in ((3, 0), (2, 1), (1, 2)):
            lower = EditAgent(expected_revision=agent.revision, reason="fewer", max_calls_per_hour=limit)
            agent = window.edit_agent(agent.id, lower)
            placed = sorted(call.at for call in window.agent(agent.id).last_calls)
            assert agent.next_slot_at == placed[freeing] + timedelta(hours=1)
            refused = dial(dialer, "next-contact", sessionId=session).json()
            assert datetime.fromisoformat(refused["resetAt"]) == agent.next_slot_at
