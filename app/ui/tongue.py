"""The window's words in the person's language: Qt's translation, with one context for the whole program."""

from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.ui.design.tokens import RESOURCES

Language = Literal["en", "es"]
LANGUAGES: MappingProxyType[Language, str] = MappingProxyType({"en": "English", "es": "Español"})
"""Every language there is, in its own words: who reads only one must find it."""


def tr(text: str, hint: str = "", count: int = -1) -> str:
    """The text in the language in force; English where there is no translation.

    Args:
        text: the English words, a literal here or one `marked` before, so that lupdate finds it. Values go in by name,
            after translation: `tr("Raised by {who}").format(who=...)`, so that a language may move them.
        hint: tells two meanings of one English word apart, for the translator and in the lookup.
        count: how many `%n` (or `%Ln`, with thousands separated) stands for; the language's own plural is taken.
    """
    return QCoreApplication.translate("", text, hint or None, count)


def marked(text: str) -> str:
    """English words kept in a table, to be translated by `tr` when they are shown: lupdate knows this name."""
    return text


def speak(app: QCoreApplication, language: Language) -> None:
    """Take a language for everything that is built from now on, Qt's own dialogs included.

    English has a file too: its plurals. Numbers and dates stay those of the United States in both languages: the
    floor, its law and its exports are American, and a figure that reads 1.240 to one supervisor and 1,240 to the
    next is a mistake waiting to happen.
    """
    spoken = {"en": QLocale.Language.English, "es": QLocale.Language.Spanish}[language]
    QLocale.setDefault(QLocale(spoken, QLocale.Country.UnitedStates))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"dialfloor_{language}", str(RESOURCES / "i18n"))):
        words = QTranslator(app)
        if words.load(name, folder):
            app.installTranslator(words)


def wished() -> Language:
    """The first of the languages this person's system asks for (LANGUAGE, LANG) that there is; else English."""
    for name in QLocale.system().uiLanguages():
        for language in LANGUAGES:
            if name.partition("-")[0] == language:
                return language
    return "en"
