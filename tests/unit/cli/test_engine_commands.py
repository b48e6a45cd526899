"""`dialfloor jobs`, `token list` and `token revoke`: what is read when the engine answers or does not."""

import socket
from datetime import UTC, datetime, timedelta

import click
import pytest
from click.testing import CliRunner, Result

from app.cli import jobs_command, simulate_command, token_command
from app.client.errors import why_lost
from app.wire.admin import TokenItem, TokensPage
from app.wire.errors import ErrorBody
from app.wire.operator import JobItem, JobsPage
from tests.fakes.loopback_engine import Asked, LoopbackEngine, reply

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
JOB = JobItem(
    name="end-idle-sessions",
    what="Ends sessions without activity for 120 minutes",
    last_started_at=NOW,
    last_ended_at=NOW,
    last_outcome="0 changes",
    next_run_at=NOW + timedelta(days=1),
)
TOKEN = TokenItem(id="sH9EWfBG5Gpi", user_id="u", user="ana", role="dialer", created_at=NOW, revoked_at=None)


def run(command: click.Command, url: str, *words: str) -> Result:
    return CliRunner(env={"DIALFLOOR_TOKEN": "t"}).invoke(command, [*words, "--url", url])


def answering(asked: Asked) -> bytes:
    if asked.method == "DELETE":
        return b"HTTP/1.1 204 No Content\r\n\r\n"
    if asked.path == "/v1/tokens":
        return reply(200, TokensPage(tokens=[TOKEN]))
    return reply(200, JobsPage(now=NOW, jobs=[JOB]))


def test_a_jobs_name_is_whole_on_a_narrow_screen_and_another_day_is_named() -> None:
    with LoopbackEngine(answering) as engine:
        done = run(jobs_command.command, engine.url)
    assert done.exit_code == 0
    assert "end-idle-sessions" in done.output
    assert "14:00:00" in done.output
    assert "Nov 25 14:00" in done.output


def test_a_token_is_listed_by_the_id_that_revokes_it() -> None:
    with LoopbackEngine(answering) as engine:
        listed = run(token_command.command, engine.url, "list")
        revoked = run(token_command.command, engine.url, "revoke", TOKEN.id)
        last = engine.asked[-1]
    assert TOKEN.id in listed.output
    assert revoked.output == f"Token {TOKEN.id} is revoked.\n"
    assert (last.method, last.path) == ("DELETE", f"/v1/tokens/{TOKEN.id}")


def unknown(_asked: Asked) -> bytes:
    body = ErrorBody(error="A valid token is required", code="unauthorized", rate_limit_exceeded=False)
    return reply(401, body)


@pytest.mark.parametrize("words", [(), ("--agents", "1")])
def test_a_wrong_token_is_said_with_the_next_step(words: tuple[str, ...]) -> None:
    command = simulate_command.command if words else jobs_command.command
    with LoopbackEngine(unknown) as engine:
        done = run(command, engine.url, *words)
    assert done.exit_code == 1
    assert "does not know this token" in done.output
    assert "dialfloor token create" in done.output
    assert done.output.count("\n") == 1


def test_nobody_there_is_said_without_error_numbers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    done = run(jobs_command.command, f"http://127.0.0.1:{port}")
    assert done.exit_code == 1
    assert "Errno" not in done.output
    assert "Compare --url" in done.output


def test_a_lost_connections_words_are_for_people() -> None:
    assert why_lost(OSError("[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)")).startswith(
        "it speaks HTTP"
    )
    assert why_lost(OSError("[Errno -2] Name or service not known")) == "Name or service not known"
    assert why_lost(OSError()) == "OSError"
