"""schemathesis against the running engine, as each role, over every operation of its own OpenAPI document.

`python -m tests.proof.attack [--minutes N] [--seed N] [--role NAME]`. What must hold: no 5xx, no answer that the
document does not promise in status, type, headers and shape, what the document forbids is refused, and nothing
answers to who has no token. The exit code is 1 otherwise; schemathesis' whole report is in build/proof.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from app.clock import read_steady
from tests.e2e.serving import Serving
from tests.proof.attack_floor import ROLES, live_a_little, make_floor

REPORTS = Path("build/proof")
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "use_after_free",
)
SHARES = {"admin": 0.55, "supervisor": 0.15, "compliance": 0.2, "dialer": 0.1}
"""Of the time: an admin reaches nearly everything, a dialer nothing but `/v1/me`."""

_RESTORE = "/v1/backups/{name}/restore"
"""Ends the engine and starts the next, as it should; tests/e2e/test_under_attack.py tries it under load."""

_SETTINGS = """
hooks = "tests.proof.attack_hooks"

# DELETE takes the file; that it was made, by whom, and its hash stay on record.
[[operations]]
include-path = "/v1/exports/{export_id}"
checks.use_after_free.enabled = false
"""

_STRANGERS = (None, "", "Bearer", "Bearer x", "Basic YTpi", "Bearer dlf_nobody_secret", "Bearer dlf__", "bearer \xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What came of one role's attack."""

    role: str
    cases: int
    failures: int
    minutes: float
    code: int

    @property
    def holds(self) -> bool:
        """Whether nothing was found, and something was tried."""
        return self.code == 0 and self.cases > 0


def main() -> None:
    """Attack for so many minutes in all, and say what was found."""
    asked = _asked()
    print(f"seed {asked.seed}", flush=True)
    REPORTS.mkdir(parents=True, exist_ok=True)
    roles = [asked.role] if asked.role else list(ROLES)
    whole = sum(SHARES[role] for role in roles)
    with tempfile.TemporaryDirectory() as place:
        data, tokens = make_floor(Path(place))
        with Serving(data) as engine:
            known = live_a_little(engine, tokens)
            tried = []
            for role in roles:
                seconds = max(10, round(asked.minutes * 60 * SHARES[role] / whole))
                tried.append(attack(engine, role, tokens[role], known, seconds, asked.seed))
                print(_line(tried[-1]), flush=True)
            strangers = try_strangers(engine)
            died = engine.process.poll() is not None or engine.stop() != 0
            said = engine.said()
    (REPORTS / "attack-engine.txt").write_text(said, encoding="utf-8")
    mistakes = said.count("Traceback")
    print(f"without a token: {strangers[0]} requests, {len(strangers[1])} answered: {strangers[1][:5]}")
    print(f"engine: {'died' if died else 'served to the end'}, {mistakes} tracebacks in its log")
    raise SystemExit(died or mistakes or bool(strangers[1]) or not all(one.holds for one in tried))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=6.0, help="in all; each role gets its share")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--role", choices=ROLES, help="only this one")
    return parser.parse_args()


def attack(engine: Serving, role: str, token: str, known: Mapping[str, list[str]], seconds: int, seed: int) -> Tried:
    """One role's attack; its report is written beside."""
    began = read_steady()
    with tempfile.TemporaryDirectory() as place:
        settings = Path(place) / "schemathesis.toml"
        settings.write_text(_SETTINGS, encoding="utf-8")
        document = Path(place) / "openapi.json"
        document.write_text(json.dumps(_generable(_document(engine))), encoding="utf-8")
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(settings), "run"),
            *(str(document), "--url", engine.url, "-H", f"Authorization: Bearer {token}"),
            *("--checks", ",".join(CHECKS), "--exclude-path", _RESTORE, "--phases", "coverage,fuzzing,stateful"),
            *("--max-time", str(seconds), "--seed", str(seed), "--no-shrink", "--continue-on-failure"),
            *("--suppress-health-check", "all", "--warnings", "off", "--max-failures", "10000", "--max-examples", "20"),
        ]
        environment = {
            **os.environ,
            "PYTHONPATH": str(Path.cwd()),
            "DIALFLOOR_ATTACK_IDS": json.dumps(known),
            "NO_COLOR": "1",
        }
        done = subprocess.run(
            command, env=environment, cwd=place, capture_output=True, text=True, timeout=seconds + 300, check=False
        )
    (REPORTS / f"attack-{role}.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    return Tried(
        role=role,
        cases=_figure(r"(\d+) generated", done.stdout),
        failures=_figure(r"found (\d+) unique failure", done.stdout),
        minutes=(read_steady() - began) / 60_000_000,
        code=done.returncode,
    )


def try_strangers(engine: Serving) -> tuple[int, list[str]]:
    """Every operation without credentials that count: how many were tried, and which answered at all."""
    answered = []
    count = 0
    with httpx.Client(base_url=engine.url, timeout=30, trust_env=False) as client:
        for path, item in _document(engine)["paths"].items():
            for method in item:
                for value in _STRANGERS:
                    count += 1
                    headers = {} if value is None else {b"authorization": value.encode("latin-1")}
                    answer = client.request(method, re.sub(r"{\w+}", "1", path), headers=headers)
                    if answer.status_code not in (401, 429):
                        answered.append(f"{method} {path} {answer.status_code}")
    return count, answered


def _document(engine: Serving) -> dict[str, Any]:
    document: dict[str, Any] = httpx.get(f"{engine.url}/openapi.json", timeout=30, trust_env=False).json()
    return document


def _generable(part: Any) -> Any:  # noqa: ANN401 -- any JSON
    """The document, but a pattern that looks ahead is a format, and what the framework takes for a time or a flag too.

    It takes Unix seconds for a time, and 0 or 1 for a flag (docs/guides/protocol.md): no mistake can come of it.
    """
    if isinstance(part, list):
        return [_generable(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: _generable(value) for key, value in part.items()}
    if "(?=" in str(made.get("pattern", "")):
        del made["pattern"]
        made["format"] = "dialfloor-text"
    if made.get("type") == "boolean":
        made = {**made, "type": ["boolean", "integer", "string"]}
    if made.get("format") == "date-time":
        made = {"anyOf": [made, {"type": ["number", "string"]}]}
    return made


def _figure(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(found[1]) if found is not None else 0


def _line(tried: Tried) -> str:
    words = "holds" if tried.holds else f"FAILED ({tried.code}), see build/proof/attack-{tried.role}.txt"
    return f"{tried.role:<11} {tried.cases:>7,} cases {tried.failures:>4} failures {tried.minutes:5.1f} min  {words}"


if __name__ == "__main__":
    main()
