"""What is shipped: known vulnerabilities, licences, and the list of it (SBOM): `python -m tests.proof.audit`.

Exit codes: 0 all of it was looked up and nothing is known; 1 a vulnerability is known, or a licence is not allowed;
3 no service of advisories answered for every package, so that nothing can be said of the rest.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.proof import sbom
from tests.proof.shipped import ALLOWED, Lock, Locked, is_allowed, licence_of

SOUND, FAULTY, NOT_LOOKED_UP = 0, 1, 3
SERVICES = ("osv", "pypi")
"""Asked in turn, of pip-audit: OSV has the advisories of all databases; PyPI's JSON API those of its own."""

PATIENCE_S = 180
_PLAINLY = ("--no-deps", "--disable-pip", "--progress-spinner", "off", "--timeout", "10", "-f", "json")


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What one service said of some packages."""

    service: str
    answered: frozenset[tuple[str, str]]
    known: tuple[str, ...]
    trouble: str


def read_report(service: str, report: str, words: str) -> Looked:
    """What pip-audit found, from its JSON and its last words.

    A package that it skipped was not looked up, though pip-audit says "No known vulnerabilities found" and exits with 0
    if all of them were skipped.
    """
    try:
        found: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (json.JSONDecodeError, KeyError, TypeError):
        said = words.strip().splitlines()
        return Looked(service=service, answered=frozenset(), known=(), trouble=said[-1][:300] if said else "no answer")
    looked_up = [one for one in found if "skip_reason" not in one]
    skipped = [str(one["skip_reason"]) for one in found if "skip_reason" in one]
    known = tuple(
        f"{one['name']} {one['version']}: {fault['id']}, fixed in {', '.join(fault['fix_versions']) or 'no version'}"
        for one in looked_up
        for fault in one["vulns"]
    )
    return Looked(
        service=service,
        answered=frozenset((str(one["name"]), str(one["version"])) for one in looked_up),
        known=known,
        trouble=f"{len(skipped)} of {len(found)} skipped, such as: {skipped[0]}" if skipped else "",
    )


def requirements(packages: Sequence[Locked]) -> list[str]:
    """Files of pinned names, each name once a file: a lock may hold two versions, for two Pythons."""
    files: list[dict[str, str]] = []
    for package in packages:
        file = next((one for one in files if package.name not in one), None)
        if file is None:
            files.append(file := {})
        file[package.name] = package.version
    return ["".join(f"{name}=={version}\n" for name, version in file.items()) for file in files]


def ask(service: str, packages: Sequence[Locked]) -> Looked:
    """Have pip-audit ask one service: once a file of requirements, for it takes no name at two versions."""
    answers = [_ask(service, text) for text in requirements(packages)]
    return Looked(
        service=service,
        answered=frozenset[tuple[str, str]]().union(*(answer.answered for answer in answers)),
        known=tuple(line for answer in answers for line in answer.known),
        trouble=answers[0].trouble or answers[-1].trouble,
    )


def _ask(service: str, text: str) -> Looked:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "requirements.txt"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "pip_audit", "-s", service, "-r", str(file), *_PLAINLY]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        except subprocess.TimeoutExpired:
            return Looked(service=service, answered=frozenset(), known=(), trouble=f"no answer in {PATIENCE_S} s")
    return read_report(service, done.stdout, done.stderr)


def audit(what: str, packages: Sequence[Locked]) -> int:
    """Ask service after service until one has answered for all; print what came of it."""
    wanted = {package.key for package in packages}
    for service in SERVICES:
        looked = ask(service, packages)
        answered = len(wanted & looked.answered)
        for line in looked.known:
            print(f"  KNOWN {line}")
        if looked.known:
            return FAULTY
        if answered == len(wanted):
            print(f"{what}: all {answered} looked up at {service}, no vulnerability is known")
            return SOUND
        print(f"{what}: {answered} of {len(wanted)} looked up at {service}: {looked.trouble}")
    print(f"{what}: NOT AUDITED: no service answered for all. Run this where api.osv.dev or pypi.org answers")
    return NOT_LOOKED_UP


def licences(packages: Sequence[Locked]) -> int:
    """Print each licence with who has it; say which are not allowed."""
    holders: dict[str, list[str]] = {}
    for package in packages:
        holders.setdefault(licence_of(package.name) or "not installed here", []).append(package.name)
    for expression, names in sorted(holders.items()):
        verdict = "" if is_allowed(expression) else "NOT ALLOWED "
        print(f"  {verdict}{expression}: {', '.join(sorted(set(names)))}")
    for name, condition in ALLOWED.items():
        if condition:
            print(f"  {name}: {condition}")
    return SOUND if all(map(is_allowed, holders)) else FAULTY


def main() -> int:
    """List, licences, advisories; the worst of it is the exit code."""
    lock = Lock()
    sbom.main()
    print(f"licences of the {len(lock.shipped())} that are shipped")
    faults = licences(lock.shipped())
    codes = {faults, audit("shipped", lock.shipped()), audit("tests and benches only", lock.rest())}
    return FAULTY if FAULTY in codes else max(codes)


if __name__ == "__main__":
    raise SystemExit(main())
