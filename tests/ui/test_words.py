"""The catalogues: every text of the window is in them, translated whole, with the same values in its places."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from app.ui.design.tokens import RESOURCES
from app.ui.tongue import LANGUAGES, Language, speak, tr
from tests.unit.house.planting import ROOT

FOLDER = RESOURCES / "i18n"
PLACES = re.compile(r"\{[^{}]*\}|%L?n")
GATHER = (
    *("-silent", "-tr-function-alias", "QT_TR_NOOP+=marked", "-locations", "none", "-no-obsolete"),
    *("-sort-messages", "-extensions", "py"),
)


def tool(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's own tools that come with PySide6."""
    subprocess.run([Path(sys.executable).with_name(name), *arguments], check=True, cwd=ROOT, timeout=60)


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    found = ET.parse(path).getroot().iter("message")  # noqa: S314 - our own files
    return {(one.findtext("source") or "", one.findtext("comment") or ""): one for one in found}


def forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    plural = [form.text or "" for form in translation.findall("numerusform")]
    return plural or [translation.text or ""]


@pytest.fixture(params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = "es" if request.param == "es" else "en"
    return chosen


def test_every_message_is_finished(language: Language) -> None:
    unfinished = [
        source
        for (source, _), one in messages(FOLDER / f"dialfloor_{language}.ts").items()
        if "type" in (one.find("translation") or ET.Element("none")).attrib or not all(forms(one))
    ]
    assert unfinished == []


def test_every_translation_has_the_same_values_in_it(language: Language) -> None:
    for (source, _), one in messages(FOLDER / f"dialfloor_{language}.ts").items():
        wanted = sorted(PLACES.findall(source))
        for at, form in enumerate(forms(one)):
            given = sorted(PLACES.findall(form))
            # "1" may be a word of its own: "once", "refused".
            singular = one.get("numerus") == "yes" and at == 0
            allowed = [wanted, [place for place in wanted if not place.startswith("%")]] if singular else [wanted]
            assert given in allowed, f"{source!r} became {form!r}"


def test_no_text_of_the_window_is_missing_and_none_is_left_over(language: Language, tmp_path: Path) -> None:
    kept, fresh = FOLDER / f"dialfloor_{language}.ts", tmp_path / f"dialfloor_{language}.ts"
    plural = ("-pluralonly",) if language == "en" else ()
    tool("pyside6-lupdate", *GATHER, *plural, "app/ui", "-ts", fresh)
    assert messages(kept).keys() == messages(fresh).keys(), "run `make words`, and translate what is new"


def test_the_compiled_catalogue_is_the_one_that_is_read(language: Language, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    tool("pyside6-lrelease", "-silent", FOLDER / f"dialfloor_{language}.ts", "-qm", made)
    assert made.read_bytes() == (FOLDER / f"dialfloor_{language}.qm").read_bytes(), "run `make words`"


@pytest.fixture
def spanish(qapp: QCoreApplication) -> Iterator[None]:
    speak(qapp, "es")
    yield
    speak(qapp, "en")


@pytest.mark.usefixtures("spanish")
def test_spanish_is_spoken_with_its_plurals_and_values() -> None:
    assert tr("Floor") == "Piso"
    assert tr("%Ln agents", "", 1) == "1 agente"
    assert tr("%Ln agents", "", 1240) == "1,240 agentes"
    assert tr("Actions on {agent}").format(agent="Ben") == "Acciones sobre Ben"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"


def test_english_has_plurals_too_and_one_catalogue_at_a_time(qapp: QCoreApplication) -> None:
    speak(qapp, "es")
    speak(qapp, "en")
    assert tr("%Ln agents", "", 1) == "1 agent"
    assert tr("%Ln agents", "", 1240) == "1,240 agents"
    assert tr("Floor") == "Floor"
    assert len([one for one in qapp.findChildren(QTranslator) if not one.isEmpty()]) <= 2 * 2
