"""The program's log: one line a record, and of no person anything, not even where an exception has it in its words."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.program_log import FILE_BYTES, FILES, LineFormatter, cleaned
from app.engine.ports import StoreUnavailable

TOKEN = "dlf_3WqbByrvXMwo_zlIQ09qzMHmm04yEV-UaVy97Du0eF135krG28bo5tHE"


def logged(fault: BaseException | None, message: str, *values: object, style: str = "json", name: str = "") -> str:
    trouble = None
    if fault is not None:
        try:
            raise fault
        except BaseException:  # noqa: BLE001 -- as it would be on its way to the log
            trouble = sys.exc_info()
    logger = name or "dialfloor.test"
    record = logging.LogRecord(logger, logging.ERROR, "x.py", 1, message, values, trouble)
    return LineFormatter(style).format(record)


def test_a_message_is_one_line_with_its_numbers_veiled() -> None:
    line = json.loads(logged(None, "a batch for %s\nwas not written", "+442079460018"))
    assert line["message"] == "a batch for +**********18\nwas not written"
    assert list(line) == ["time", "level", "logger", "message"]
    assert line["time"].endswith("Z")
    plain = logged(None, "a batch for %s\nwas not \u2028written", "+442079460018", style="logfmt")
    assert plain.splitlines() == [plain]
    assert plain.partition(" ")[2].startswith("level=error logger=dialfloor.test message=")


def test_an_exception_that_quotes_what_it_was_given_is_named_and_placed_but_not_quoted() -> None:
    text = logged(ValueError("Ann Smith <ann@smith.example> +12125550134"), "x")
    line = json.loads(text)
    assert line["error"] == "ValueError"
    assert line["trace"].startswith("test_program_log.py:")
    assert "Ann" not in text


def test_the_programs_own_words_are_told_with_what_they_came_of() -> None:
    fault = StoreUnavailable("The disk is full; free some space")
    fault.__cause__ = KeyError("Ann Smith")
    line = json.loads(logged(fault, "x"))
    assert line["error"] == "StoreUnavailable: The disk is full; free some space < KeyError"


def test_a_library_says_its_first_line_and_no_object_of_ours() -> None:
    words = "Task exception was never retrieved\nfuture: <Task exception=ValueError('Ann Smith')>"
    assert "Ann" not in logged(None, words, name="asyncio")
    assert "Ann" not in logged(None, "Exception in callback <bound of Ann>()", name="asyncio")


@pytest.mark.parametrize(
    "text",
    [
        f"a call with {TOKEN}",
        f"Authorization: Bearer {TOKEN}",
        f"apikey={TOKEN[4:]}",
        "from ann.smith+x@mail.example.com today",
        "(212) 555-0134",
        "a secret: hunter2",
    ],
)
def test_secrets_addresses_and_numbers_are_veiled(text: str) -> None:
    shown = cleaned(text)
    assert "***" in shown
    for secret in (TOKEN[4:16], "hunter2", "ann", "smith", "555"):
        assert secret not in shown


def test_a_file_is_turned_over_and_nobody_elses_to_read(tmp_path: Path) -> None:
    script = (
        "import logging, sys; from pathlib import Path; from app.cli import program_log as log;"
        "log.FILE_BYTES = 1_000; log.start_log(file=Path(sys.argv[1]));"
        "[logging.getLogger('dialfloor.x').info('record %d', n) for n in range(200)];"
        "raise ValueError('Ann Smith')"
    )
    file = tmp_path / "engine.log"
    done = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == FILES
    assert all(path.stat().st_size <= FILE_BYTES for path in kept)
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)
    assert "the program ended by a mistake" in file.read_text().splitlines()[-1]
    assert "Ann" not in file.read_text()
