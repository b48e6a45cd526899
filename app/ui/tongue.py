"""The window's words in the person's language: Qt's translation, with one context for the whole program."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, hint: str = "", count: int = -1) -> str:
    """The text in the language in force; English where there is no translation.

    Args:
        text: the English words, a literal here or one `marked` before, so that lupdate finds it. Values go in by name,
            after translation: `tr("Raised by {who}").format(who=...)`, so that a language may move them.
        hint: tells two meanings of one English word apart, for the translator and in the lookup.
        count: how many `%n` stands for; the language's own plural is taken.
    """
    return QCoreApplication.translate("", text, hint or None, count)


def marked(text: str) -> str:
    """English words kept in a table, to be translated by `tr` when they are shown: lupdate knows this name."""
    return text
