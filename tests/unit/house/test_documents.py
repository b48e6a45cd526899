"""Documents point at what exists: relative links of every page, and pages that the code names."""

import re
from pathlib import Path

from tests.unit.house.planting import ROOT
from tests.unit.house.rules import sources


def _pages() -> list[Path]:
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_every_relative_link_leads_somewhere() -> None:
    dead = [
        f"{page.relative_to(ROOT)} -> {target}"
        for page in _pages()
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert dead == []


def test_every_page_that_the_code_names_exists() -> None:
    named = {(path, page) for path, text in sources(ROOT) for page in re.findall(r"docs/[\w/.-]+\.md", text)}
    assert sorted(f"{path} -> {page}" for path, page in named if not (ROOT / page).exists()) == []
