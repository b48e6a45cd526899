"""Where a command takes its token from, and what it says of a token that every user of the machine can read."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from app.cli.main import main
from app.cli.token_option import token_option, without_token

SECRET = "dlf_AAAAAAAAAAAA_secret"


@click.command()
@token_option("An admin's")
def show(*, token: str) -> None:
    click.echo(f"asked with {token}")


def run(*words: str, variable: str | None = None) -> Result:
    return CliRunner(env={"DIALFLOOR_TOKEN": variable}).invoke(show, list(words))


def test_a_token_comes_out_of_a_variable_or_a_file_without_a_word(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{SECRET}\n")
    assert run(variable=SECRET).output == f"asked with {SECRET}\n"
    assert run("--token-file", str(file)).output == f"asked with {SECRET}\n"
    assert run("--token-file", str(file), variable="of the shell").output == f"asked with {SECRET}\n"


def test_on_the_command_line_it_is_taken_and_warned_of(tmp_path: Path) -> None:
    done = run("--token", SECRET, variable="of the shell")
    assert done.stdout == f"asked with {SECRET}\n"
    assert "Every user of this machine can read a token on a command line" in done.stderr
    assert SECRET not in done.stderr


def test_without_one_the_next_step_is_said(tmp_path: Path) -> None:
    done = run()
    assert (done.exit_code, "DIALFLOOR_TOKEN" in done.output) == (2, True)
    (tmp_path / "empty").write_text(" \n")
    done = run("--token-file", str(tmp_path / "empty"))
    assert (done.exit_code, "is empty" in done.output) == (2, True)
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    done = run("--token-file", str(tmp_path / "bytes"))
    assert (done.exit_code, "cannot be read" in done.output) == (2, True)


def test_the_window_needs_one_for_a_shared_engine_and_sends_none_in_the_clear() -> None:
    runner = CliRunner(env={"DIALFLOOR_TOKEN": None})
    done = runner.invoke(main, ["--connect", "https://floor.example"])
    assert (done.exit_code, "DIALFLOOR_TOKEN" in done.output) == (2, True)
    done = CliRunner(env={"DIALFLOOR_TOKEN": SECRET}).invoke(main, ["--connect", "http://floor.example"])
    assert (done.exit_code, "https://" in done.output, SECRET in done.output) == (2, True, False)


@pytest.mark.parametrize(
    "words",
    [
        ["--connect", "U", "--token", SECRET],
        ["--token", SECRET, "--connect", "U"],
        [f"--token={SECRET}", "--connect", "U"],
        ["--token-file", "/dev/fd/63", "--connect", "U"],
    ],
)
def test_a_window_that_starts_again_has_no_token_on_its_command_line(words: list[str]) -> None:
    assert without_token(["-m", "app", *words]) == ["-m", "app", "--connect", "U"]
