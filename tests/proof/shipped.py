"""What is shipped, by uv.lock: every package that the program needs, the rest apart, and the licences of both."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from types import MappingProxyType
from typing import Any

ROOT = Path(__file__).parents[2]
PROGRAM = "dialfloor"

ALLOWED = MappingProxyType(
    {
        "0BSD": "",
        "Apache-2.0": "",
        "BSD-2-Clause": "",
        "BSD-3-Clause": "",
        "BSD": "what a classifier says of a two- or three-clause licence",
        "CC0-1.0": "",
        "LGPL-3.0-only": "Qt and PySide6: files of their own, linked at run time and replaceable; not changed",
        "MIT": "",
        "MIT-0": "",
        "MPL-2.0": "certifi: its files are not changed",
        "PSF-2.0": "",
        "Zlib": "",
    }
)
"""Licences that the MIT licence of this program may be shipped with, and on what condition."""

_CLASSIFIERS = MappingProxyType(
    {
        "Apache Software License": "Apache-2.0",
        "BSD License": "BSD",
        "MIT License": "MIT",
        "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    }
)
_TEXTS = MappingProxyType({"MIT License": "MIT", "GPL-3.0": "GPL-3.0-only"})
"""What packages write where an SPDX expression belongs."""


@dataclass(frozen=True, kw_only=True)
class Locked:
    """One package at one version, what it needs, and the SHA-256 of each of its files, as uv.lock has them."""

    name: str
    version: str
    needs: tuple[tuple[str, str], ...]
    sha256: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Name and version."""
        return self.name, self.version


class Lock:
    """uv.lock, read without uv and without a network."""

    def __init__(self, path: Path = ROOT / "uv.lock") -> None:
        self._found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for package in tomllib.loads(path.read_text(encoding="utf-8"))["package"]:
            self._found[package["name"]].append(package)
        self._program = self._found[PROGRAM][0]

    def shipped(self) -> list[Locked]:
        """What whoever installs the program gets, on any system that it runs on, by name."""
        return self._reached(self._program["dependencies"])

    def rest(self) -> list[Locked]:
        """What tests, benches and proofs need besides."""
        groups: Mapping[str, list[Mapping[str, Any]]] = self._program["dev-dependencies"]
        shipped = {package.key for package in self.shipped()}
        wanted = [need for group in groups.values() for need in group]
        return [package for package in self._reached(wanted) if package.key not in shipped]

    def first_needs(self) -> tuple[tuple[str, str], ...]:
        """What the program itself names."""
        return tuple(self._needs(self._program["dependencies"]))

    def _reached(self, wanted: Iterable[Mapping[str, Any]]) -> list[Locked]:
        seen: dict[tuple[str, str], Locked] = {}
        open_ends = list(self._needs(wanted))
        while open_ends:
            key = open_ends.pop()
            if key not in seen and key[0] != PROGRAM:
                seen[key] = package = self._locked(key)
                open_ends.extend(package.needs)
        return sorted(seen.values(), key=lambda package: package.key)

    def _locked(self, key: tuple[str, str]) -> Locked:
        package = next(found for found in self._found[key[0]] if found["version"] == key[1])
        extras = (need for extra in package.get("optional-dependencies", {}).values() for need in extra)
        # Extras of a package count whether asked for or not: too long a list hides nothing.
        needs = sorted({*self._needs(package.get("dependencies", ())), *self._needs(extras)})
        files = [package["sdist"]] if "sdist" in package else []
        files += package.get("wheels", [])
        hashes = tuple(str(file["hash"]).removeprefix("sha256:") for file in files)
        return Locked(name=key[0], version=key[1], needs=tuple(needs), sha256=hashes)

    def _needs(self, wanted: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
        for need in wanted:
            for found in self._found[need["name"]]:
                if "version" not in need or need["version"] == found["version"]:
                    yield str(found["name"]), str(found["version"])


def licence_of(name: str) -> str:
    """The SPDX expression of an installed package, put together from whatever it says; empty if it is not installed."""
    try:
        facts = metadata(name)
    except PackageNotFoundError:
        return ""
    said = facts.json
    if "license_expression" in said:
        return str(said["license_expression"])
    classified = [str(line).rpartition(" :: ")[2] for line in said.get("classifier", []) if "License ::" in str(line)]
    known = sorted({_CLASSIFIERS[name] for name in classified if name in _CLASSIFIERS})
    written = str(said.get("license", "")).strip().splitlines()
    if written and " OR " in written[0]:
        return " OR ".join(_TEXTS.get(part, part) for part in written[0].split(" OR "))
    if known:
        return " OR ".join(known)
    return _TEXTS.get(written[0], written[0]) if written else "unknown"


def is_allowed(expression: str) -> bool:
    """True if an SPDX expression of AND and OR (no brackets) can be met with allowed licences alone."""
    choices = re.split(r"\s+OR\s+", expression)
    return any(all(part in ALLOWED for part in re.split(r"\s+AND\s+", choice)) for choice in choices)
