"""Calls and refusals of a real engine, searched, explained and counted through the window's own gateway."""

from contextlib import ExitStack, closing
from pathlib import Path

from app.client.gateway import Gateway
from app.wire.log import LogFilter
from tests.e2e.serving import Serving, dial, import_contacts, make_token, started


def test_the_gateway_searches_and_explains_what_a_dialer_did_before_a_kill(tmp_path: Path) -> None:
    data = tmp_path / "floor"
    ana, sam = make_token(data, "ana"), make_token(data, "sam", "supervisor")
    import_contacts(data, tmp_path / "people.csv", 5)
    with ExitStack() as stack:
        engine = stack.enter_context(Serving(data))
        dialer, boss = stack.enter_context(engine.client(ana)), stack.enter_context(engine.client(sam))
        session = started(dialer)
        agent = boss.get("/v1/floor").json()["agents"][0]
        edit = {"expectedRevision": agent["revision"], "reason": "test", "maxCallsPerHour": 1, "autoDialDelay": 0}
        assert boss.patch(f"/v1/agents/{agent['id']}", json=edit).status_code == 200
        call = dial(dialer, "next-contact", sessionId=session).json()["callId"]
        assert dial(dialer, "call-status", callId=call, status="busy").status_code == 200
        no = dial(dialer, "next-contact", sessionId=session)
        assert no.status_code == 429
        assert boss.post("/v1/sessions/" + session + "/end", json={"reason": "done"}).status_code == 200
        assert engine.stop() == 0
    with Serving(data) as engine, closing(Gateway(engine.url, sam)) as gateway:
        log = gateway.log
        (item,) = log.calls(LogFilter(status="busy", agent_id=agent["id"])).calls
        assert item.id == call
        assert "***" in item.phone_number
        number = log.reveal("call", call, "a complaint of the person").phone
        assert number.endswith(item.phone_number[-2:])
        for wanted in (LogFilter(number=number), LogFilter(number=number[-4:]), LogFilter(same_as=call)):
            assert [found.id for found in log.calls(wanted).calls] == [call]
        record = gateway.audit().records[0]
        assert (record.user, record.action, record.subject) == ("sam", "number.reveal", f"call {call}")
        assert number not in str(record)
        assert log.calls(LogFilter(status="failed")).calls == []
        told = log.call(call)
        assert [(moment.status, moment.by) for moment in told.moments] == [("busy", "dialer")]
        assert (told.limits[0].limit, told.limits[0].used, told.limits[0].source) == (1, 1, "agent")
        (refused,) = log.refusals(LogFilter(code="calls_per_hour", session_id=session)).refusals
        why = log.refusal(refused.id)
        assert (why.sentence, why.source, why.charges) == (no.json()["error"], "agent", [item.at])
        monitoring = log.monitoring()
        assert [(row.session_id, row.calls, row.limit) for row in monitoring.sessions] == [(session, 1, 1)]
        assert [row.user for row in monitoring.requests] == ["ana"]
        assert [named.name for named in log.choices().agents] == ["ana"]
