"""`make proof`: lanes go on beside each other, each part's end is told, and nothing outlives an end."""

import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from tests.proof.__main__ import summary
from tests.proof.lanes import Lanes, Part

ENDLESS = (
    "import subprocess, sys, threading;"
    "child = subprocess.Popen([sys.executable, '-c', 'import sys; sys.stdin.read()'], stdin=subprocess.PIPE);"
    "print(child.pid, flush=True); threading.Event().wait()"
)

WAITS = """
import pathlib, sys
log = pathlib.Path(sys.argv[1])
while not (log.exists() and log.read_text().strip().isdigit()): pass
"""


def _python(part: Part) -> Sequence[str]:
    return (sys.executable, "-c", *part.words)


def test_one_that_fails_keeps_no_other_from_its_turn(tmp_path: Path) -> None:
    said: list[str] = []
    lanes = [[Part("wrong", ("print('no'); raise SystemExit(4)",)), Part("right", ("print('yes')",))], []]
    wrong, right = Lanes(tmp_path, said.append, _python).run(lanes, 60)
    assert (wrong.code, wrong.last, right.code, right.last) == (4, "no", 0, "yes")
    assert (tmp_path / "right.log").read_text(encoding="utf-8") == "yes\n"
    assert [line.split(":")[0] for line in said] == ["wrong", "wrong", "right", "right"]
    assert "FAILED (4)" in summary([wrong, right], 1.0)
    assert summary([wrong, right], 1.0).endswith("1 did not hold, 1.0 min\n")


def test_what_cannot_be_had_here_is_neither_held_nor_failed(tmp_path: Path) -> None:
    (audit,) = Lanes(tmp_path, lambda _: None, _python).run([[Part("audit", ("raise SystemExit(3)",))]], 60)
    assert audit.outcome == "UNKNOWN"
    assert summary([audit], 2.0).endswith("all held, 1 cannot be had here, 2.0 min\n")


def test_an_end_ends_what_runs_with_all_that_it_started_and_begins_no_more(tmp_path: Path) -> None:
    lanes: list[Lanes] = []

    def said(sentence: str) -> None:
        if sentence.startswith("waits: held"):
            lanes[0].end()

    lanes.append(Lanes(tmp_path, said, _python))
    asked = [
        [Part("endless", (ENDLESS,)), Part("never", ("print('never')",))],
        [Part("waits", (WAITS, str(tmp_path / "endless.log")))],
    ]
    endless, never, _ = lanes[0].run(asked, 60)
    assert endless.code != 0
    assert never.outcome == "NOT RUN"
    child = int((tmp_path / "endless.log").read_text(encoding="utf-8").splitlines()[0])
    # The system takes a moment to end what was killed, and a loaded one takes longer.
    assert any(not _lives(child) or threading.Event().wait(0.01) for _ in range(2_000))


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"
