"""What is shipped: its licences are allowed, the list of it is whole, and an audit that saw nothing says so."""

import json
import re
from importlib.metadata import requires

import pytest

from tests.proof.audit import Looked, read_report, requirements
from tests.proof.sbom import bill, check, text_of
from tests.proof.shipped import Lock, is_allowed, licence_of

LOCK = Lock()


def test_every_licence_of_what_is_shipped_is_an_allowed_one() -> None:
    # No system-specific package but colorama and uvloop is shipped, and those are in every environment of ours.
    unfit = {package.name: licence_of(package.name) for package in LOCK.shipped()}
    assert {name: licence for name, licence in unfit.items() if not is_allowed(licence)} == {}
    assert licence_of("pyside6-essentials").startswith("LGPL-3.0-only OR ")
    assert licence_of("no-such-package") == ""


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT AND 0BSD", True),
        ("", False),
        ("unknown", False),
    ],
)
def test_a_licence_is_allowed_if_one_of_its_choices_is(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) is allowed


def test_the_lock_is_followed_to_its_ends_and_what_tests_need_is_apart() -> None:
    shipped, rest = ({package.name for package in some} for some in (LOCK.shipped(), LOCK.rest()))
    assert {"pyside6-essentials", "shiboken6", "httpcore", "certifi", "colorama"} <= shipped
    assert {"pytest", "pip-audit", "fastapi", "hypothesis"} <= rest
    assert "dialfloor" not in shipped | rest
    named = set(re.findall(r"^[a-z0-9-]+", "\n".join(requires("dialfloor") or []), re.MULTILINE))
    assert named
    assert named <= shipped


def test_the_list_is_whole_the_same_each_time_and_as_its_schema_has_it() -> None:
    text = text_of(bill(LOCK))
    assert text == text_of(bill(Lock()))
    document = json.loads(text)
    # The schema takes 50 ms a package; `python -m tests.proof.audit` holds it against all of them.
    check(json.dumps({**document, "components": document["components"][:5], "dependencies": []}))
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    purls = {part["purl"] for part in document["components"]}
    assert purls == {f"pkg:pypi/{package.name}@{package.version}" for package in LOCK.shipped()}
    assert all(part["licenses"] and part["externalReferences"] for part in document["components"])
    needs = {one["ref"]: one.get("dependsOn", []) for one in document["dependencies"]}
    assert any(need.startswith("alembic==") for need in needs["dialfloor"])


def test_an_audit_that_was_told_nothing_does_not_pass_for_one_that_found_nothing() -> None:
    skipped = {"dependencies": [{"name": "alembic", "skip_reason": "Dependency not found on PyPI"}]}
    looked = read_report("pypi", json.dumps(skipped), "No known vulnerabilities found")
    assert (looked.answered, looked.known) == (frozenset(), ())
    assert "1 of 1 skipped" in looked.trouble
    silent = read_report("osv", "", "Traceback\nConnectionError: api.osv.dev")
    assert silent == Looked(service="osv", answered=frozenset(), known=(), trouble="ConnectionError: api.osv.dev")


def test_what_an_audit_was_told_is_read_as_it_is() -> None:
    one = {"name": "x", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"], "aliases": []}]}
    two = {"name": "y", "version": "2", "vulns": []}
    looked = read_report("osv", json.dumps({"dependencies": [one, two]}), "")
    assert looked == Looked(
        service="osv",
        answered=frozenset({("x", "1"), ("y", "2")}),
        known=("x 1: PYSEC-1, fixed in 1.1",),
        trouble="",
    )


def test_each_name_is_once_in_a_file_of_requirements() -> None:
    files = requirements(LOCK.shipped())
    for file in files:
        names = [line.split("==")[0] for line in file.splitlines()]
        assert len(set(names)) == len(names)
    assert sum(len(file.splitlines()) for file in files) == len(LOCK.shipped())
