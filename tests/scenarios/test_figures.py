"""`/metrics` as a Prometheus server and its linter read it, and that it tells what happened and of nobody."""

from collections.abc import Iterator

import pytest
from prometheus_client.core import Metric
from prometheus_client.parser import text_string_to_metric_families

from tests.scenarios.harness import Ask, House

UNITS = ("_seconds", "_bytes", "_info", "_total")
PROMISED = {
    "dialfloor_build_info",
    "dialfloor_answers",
    "dialfloor_decision_seconds",
    "dialfloor_calls_handed_out",
    "dialfloor_refusals",
    "dialfloor_warnings",
    "dialfloor_compliance_refusals",
    "dialfloor_lines_held",
    "dialfloor_sessions",
    "dialfloor_agents",
    "dialfloor_open_calls",
    "dialfloor_queues",
    "dialfloor_queue_contacts",
    "dialfloor_journal_batch_decisions",
    "dialfloor_journal_commit_seconds",
    "dialfloor_journal_failures",
    "dialfloor_feed_clients",
    "dialfloor_feed_lag_messages",
    "dialfloor_feed_cuts",
    "dialfloor_job_late_seconds",
    "dialfloor_job_running_seconds",
    "dialfloor_job_last_success_timestamp_seconds",
    "dialfloor_job_runs",
    "dialfloor_job_failures",
    "dialfloor_disk_free_bytes",
    "dialfloor_database_bytes",
    "dialfloor_write_ahead_log_bytes",
    "process_cpu_seconds",
    "process_resident_memory_bytes",
    "process_open_fds",
}
"""docs/guides/operating.md tells of each; `dialfloor_backup_timestamp_seconds` is there once a copy is."""


def figures(house: House, token: str) -> dict[str, Metric]:
    answer = house.send(Ask("GET", "/metrics", {"authorization": f"Bearer {token}"}, b""))
    assert answer.status == 200
    return {family.name: family for family in text_string_to_metric_families(answer.raw.decode())}


def value(found: dict[str, Metric], name: str, **labels: str) -> float:
    """One sample."""
    samples = (one for family in found.values() for one in family.samples)
    return next(one.value for one in samples if one.name == name and one.labels == labels)


def lint_faults(family: Metric) -> Iterator[str]:
    """What `promtool check metrics` would say, and that help is a text for a person."""
    name = family.name
    if not family.documentation.strip() or family.type == "unknown":
        yield f"{name} lacks HELP or TYPE"
    if family.type != "counter" and name.endswith("_total"):
        yield f"{name} is no counter"
    if family.type == "counter" and any(not one.name.endswith(("_total", "_created")) for one in family.samples):
        yield f"{name} is a counter without _total"
    if any(
        part in {"milliseconds", "ms", "us", "microseconds", "minutes", "kilobytes", "mb"} for part in name.split("_")
    ):
        yield f"{name} has no base unit"
    if family.type in name.split("_") or name != name.lower():
        yield f"{name} names its type, or is not in small letters"
    if family.type in {"gauge", "counter"} and any("le" in one.labels for one in family.samples):
        yield f"{name} has the label of a histogram"


@pytest.fixture
def story(house: House, ana: str) -> House:
    """Two calls, the second of which comes too soon, and an address that nobody knows."""
    house.contacts(5)
    session = house.dial(ana, "start").body["session"]["id"]
    assert house.dial(ana, "next-contact", sessionId=session).status == 200
    assert house.dial(ana, "next-contact", sessionId=session).status == 429
    assert house.dial(ana, "next-contact", sessionId="0198a000-0000-7000-8000-00000000000a").status == 404
    return house


def test_every_promised_family_is_there_and_a_linter_has_nothing_to_say(story: House, sam: str) -> None:
    found = figures(story, sam)
    assert set(found) >= PROMISED
    assert {name for name in found if name.startswith("dialfloor")} <= PROMISED | {"dialfloor_backup_timestamp_seconds"}
    assert [fault for family in found.values() for fault in lint_faults(family)] == []


def test_a_linter_that_finds_nothing_would_find_what_is_planted() -> None:
    text = '# HELP a_ms_total \n# TYPE a_ms_total gauge\na_ms_total{le="1"} 1\n'
    (planted,) = text_string_to_metric_families(text)
    assert len(list(lint_faults(planted))) == 4


def test_the_figures_tell_what_happened(story: House, sam: str) -> None:
    found = figures(story, sam)
    assert value(found, "dialfloor_answers_total", status="200") == 2
    assert value(found, "dialfloor_answers_total", status="429") == 1
    assert value(found, "dialfloor_calls_handed_out_total") == 1
    assert value(found, "dialfloor_refusals_total", limit="calls.gap", code="call_gap") == 1
    assert value(found, "dialfloor_sessions", state="active") == 1
    assert value(found, "dialfloor_open_calls") == 1
    assert value(found, "dialfloor_decision_seconds_count") == 4
    assert value(found, "dialfloor_journal_commit_seconds_count") == value(
        found, "dialfloor_journal_batch_decisions_count"
    )
    assert value(found, "dialfloor_journal_batch_decisions_sum") >= 3, "each commit holds one decision at least"
    assert value(found, "dialfloor_queue_contacts") >= 1


def test_no_figure_names_a_tenant_an_agent_or_a_person_and_only_tables_of_ours_make_labels(
    story: House, sam: str
) -> None:
    found = figures(story, sam)
    labels = {name for family in found.values() for one in family.samples for name in one.labels}
    mine = {name for name in labels if name not in {"le", "version", "schema", "python", "sqlite"}}
    assert mine == {"status", "limit", "code", "state", "contacts", "job"}


def test_a_dialer_and_a_stranger_read_none(house: House, ana: str) -> None:
    assert house.send(Ask("GET", "/metrics", {}, b"")).status == 401
    assert house.send(Ask("GET", "/metrics", {"authorization": f"Bearer {ana}"}, b"")).status == 403
