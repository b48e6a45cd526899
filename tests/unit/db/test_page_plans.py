"""One agent's page of calls is read by the agent's index, however many calls its tenant has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.records import Span
from db.queries import page_of_calls, page_of_refusals
from tests.fakes.log_folder import T0, LogFolder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LogFolder]:
    folder = LogFolder(tmp_path)
    folder.call(T0)
    yield folder
    folder.close()


def test_each_page_is_read_by_the_index_of_whom_it_is_about(log: LogFolder) -> None:
    said: list[str] = []
    log.connection.set_trace_callback(said.append)
    about = Span(size=20, agent_id=log.agent_id)
    assert len(page_of_calls(log.connection, log.tenant.id, about)) == 1
    page_of_refusals(log.connection, log.tenant.id, about)
    page_of_calls(log.connection, log.tenant.id, Span(size=20))
    log.connection.set_trace_callback(None)
    plans = [str(log.connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()) for query in said]
    for plan, index in zip(plans, ("agent_id_created_at", "agent_id_last_at", "tenant_id_created_at"), strict=True):
        assert index in plan, plan
