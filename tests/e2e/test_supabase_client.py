"""An unmodified supabase-js (tests/e2e/supabase, pinned by its lock file) against a real engine."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.serving import Serving, import_contacts, make_token

CLIENT = Path(__file__).parent / "supabase"


@pytest.fixture(scope="module")
def node() -> str:
    """Node, with the client's packages installed as the lock file says."""
    node = shutil.which("node")
    if node is None or not (CLIENT / "node_modules" / "@supabase").exists():
        pytest.skip("supabase-js is not installed: it needs node and npm, and `make setup-tests` fetches it")
    return node


def test_it_runs_every_action_and_sees_the_specified_refusals(node: str, tmp_path: Path) -> None:
    data = tmp_path / "floor"
    token = make_token(data, "ana")
    import_contacts(data, tmp_path / "leads.csv", 3)
    with Serving(data) as engine:
        command = [node, str(CLIENT / "client.mjs"), engine.url, token]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["action"], answer["status"]) for answer in answers[:7]] == [
        ("start", 200),
        ("next-contact", 200),
        ("next-contact", 429),
        ("disposition", 200),
        ("pause", 200),
        ("resume", 200),
        ("stop", 200),
    ]
    assert answers[1]["body"]["contact"]["phone"] == "+12125550000"
    assert answers[2]["body"]["code"] == "call_gap"
    assert [answer["body"]["session"]["status"] for answer in answers[4:7]] == ["paused", "active", "completed"]
    assert [answer["status"] for answer in answers[7:]] == [200] * 53 + [429]
    refused = answers[-1]
    assert refused["body"]["error"] == "Rate limit exceeded: 60 requests per minute allowed"
    assert refused["body"]["rateLimitExceeded"] is True
    assert refused["retryAfter"] == str(refused["body"]["retryAfter"])
    assert int(refused["reset"]) > 1_700_000_000
