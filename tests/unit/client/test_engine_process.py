"""The engine as a child, against small real programs that behave as an engine may."""

import sys
import textwrap
from pathlib import Path

import psutil
import pytest

from app.client.engine_process import EngineFailed, EngineProcess, EngineReady, FolderOwned, serve_command

# Each child is Python text; `-S -E` starts it fast and keeps it away from this run's environment.
OBEDIENT = """
    import sys
    secret = sys.stdin.readline().strip()
    print("Listening on http://127.0.0.1:8787", flush=True)
    print("secret has", len(secret), "characters", file=sys.stderr, flush=True)
    kept = sys.stdin.readline() == "keep\\n"
    print("kept" if kept else "told to stop", file=sys.stderr, flush=True)
    if kept:
        import pathlib, signal
        signal.pause()
"""
OWNED = """
    import sys
    print("a line of the log", file=sys.stderr)
    print("The folder is in use by Ada's engine (process 4711).", file=sys.stderr)
    sys.exit(3)
"""
DAMAGED = """
    import sys
    sys.stdin.readline()
    print("The database is damaged. Restore the latest backup.", file=sys.stderr)
    sys.exit(5)
"""
TALKATIVE = """
    import sys
    sys.stdin.readline()
    for number in range(20000):
        print("warning number", number, "of a very talkative engine", file=sys.stderr)
    print("Listening on http://127.0.0.1:9", flush=True)
    sys.stdin.readline()
"""
SILENT_DEATH = "import sys; sys.exit(7)"
HUNG = "import signal; signal.pause()"
DEAF = """
    import signal, sys
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.stdin.readline()
    print("Listening on http://127.0.0.1:9", flush=True)
    while True:
        signal.pause()
"""
CRASHES_LATER = """
    import sys
    sys.stdin.readline()
    print("Listening on http://127.0.0.1:9", flush=True)
    print("The disk is full.", file=sys.stderr)
    sys.exit(6)
"""


def engine(program: str, **limits: float) -> EngineProcess:
    return EngineProcess([sys.executable, "-S", "-E", "-c", textwrap.dedent(program)], **limits)


def children_now() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


def test_a_ready_engine_says_where_and_shares_a_secret_that_no_process_list_shows() -> None:
    process = engine(OBEDIENT)
    ready = process.start()
    assert isinstance(ready, EngineReady)
    assert ready.url == "http://127.0.0.1:8787"
    assert process.poll() is None
    command_lines = [" ".join(child.cmdline()) for child in psutil.Process().children()]
    assert not any(ready.secret in line for line in command_lines)
    assert ready.secret not in repr(ready)
    assert process.stop() == 0
    assert process.last_words == "told to stop"


def test_stopping_leaves_no_process_and_no_thread() -> None:
    before = children_now()
    process = engine(OBEDIENT)
    process.start()
    process.stop()
    assert children_now() == before
    assert process.stop() is None


def test_a_folder_that_another_owns_is_told_in_the_engines_words() -> None:
    assert engine(OWNED).start() == FolderOwned(sentence="The folder is in use by Ada's engine (process 4711).")


def test_a_failure_carries_its_code_and_its_last_line() -> None:
    failed = EngineFailed(exit_code=5, sentence="The database is damaged. Restore the latest backup.")
    assert engine(DAMAGED).start() == failed


def test_an_engine_that_dies_without_a_word_is_still_a_sentence() -> None:
    outcome = engine(SILENT_DEATH).start()
    assert outcome == EngineFailed(exit_code=7, sentence="The engine ended with code 7 and said nothing")


def test_a_program_that_is_not_there_is_a_failure_and_no_exception() -> None:
    outcome = EngineProcess(["/no/such/program"]).start()
    assert isinstance(outcome, EngineFailed)
    assert outcome.exit_code is None
    assert "cannot be started" in outcome.sentence


def test_an_engine_that_does_not_come_up_is_killed() -> None:
    before = children_now()
    outcome = engine(HUNG, start_timeout_s=0.05).start()
    assert isinstance(outcome, EngineFailed)
    assert "within 0.05 seconds" in outcome.sentence
    assert children_now() == before


def test_an_engine_that_talks_without_end_never_blocks_on_its_pipe() -> None:
    process = engine(TALKATIVE)
    assert isinstance(process.start(), EngineReady)
    assert process.stop() == 0
    assert process.last_words == "warning number 19999 of a very talkative engine"


def test_an_engine_that_ignores_a_kind_word_is_killed() -> None:
    process = engine(DEAF, stop_timeout_s=0.1)
    assert isinstance(process.start(), EngineReady)
    assert process.stop() not in (None, 0)


def test_an_engine_that_ends_by_itself_is_seen_and_says_why() -> None:
    process = engine(CRASHES_LATER)
    process.start()
    assert process.wait(10) == 6
    assert process.poll() == 6
    assert process.stop() == 6
    assert process.last_words == "The disk is full."


def test_a_restart_brings_a_new_engine_with_a_new_secret() -> None:
    process = engine(OBEDIENT)
    first, second = process.start(), process.restart()
    assert isinstance(first, EngineReady)
    assert isinstance(second, EngineReady)
    assert first.secret != second.secret
    process.stop()


def test_waiting_for_an_engine_that_lives_ends_with_its_patience() -> None:
    process = engine(OBEDIENT)
    process.start()
    assert process.wait(0.01) is None
    assert process.stop() == 0


def test_a_kept_engine_outlives_its_window() -> None:
    before = children_now()
    process = engine(OBEDIENT)
    process.start()
    [pid] = children_now() - before
    assert process.stop(keep=True) is None
    kept = psutil.Process(pid)
    try:
        assert kept.status() != psutil.STATUS_ZOMBIE
        with pytest.raises(RuntimeError, match="never started"):
            process.poll()
    finally:
        kept.kill()


def test_an_engine_that_was_never_started_has_no_exit_code() -> None:
    with pytest.raises(RuntimeError, match="never started"):
        engine(OBEDIENT).poll()


def test_the_command_names_the_folder_and_leaves_the_secret_to_the_pipe(tmp_path: Path) -> None:
    assert serve_command(tmp_path)[-6:] == ["serve", "--data", str(tmp_path), "--port", "0", "--operator-stdin"]
