"""Do-not-call lists in words: which list, how a number came on it, what is known of one number. No widget."""

from collections.abc import Sequence
from types import MappingProxyType

from app.ui.models.admin_rows import moment_text
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.imports import ImportFacts, ListName
from app.wire.suppressions import ListCounts, ListedItem, NumberLookUp

LISTS: MappingProxyType[ListName, str] = MappingProxyType(
    {
        "internal": marked("Do not call"),
        "wrong_number": marked("Wrong number"),
        "litigator": marked("Litigator"),
    }
)
LIST_ICONS: MappingProxyType[ListName, str] = MappingProxyType(
    {"internal": "phone-off-outline", "wrong_number": "phone-alert-outline", "litigator": "gavel"}
)
LIST_MEANS: MappingProxyType[ListName, str] = MappingProxyType(
    {
        "internal": marked("The person asked not to be called: on every campaign, for ever."),
        "wrong_number": marked("Somebody else answers there: no campaign calls it until it is taken off."),
        "litigator": marked("A person known to sue callers: on every campaign, for ever."),
    }
)
SOURCES: MappingProxyType[str, str] = MappingProxyType(
    {
        "disposition": marked("Agent"),
        "operator": marked("By hand"),
        "import": marked("Import"),
    }
)
SOURCE_ICONS: MappingProxyType[str, str] = MappingProxyType(
    {"disposition": "headset", "operator": "account-edit-outline", "import": "file-import-outline"}
)
FOR_EVER: frozenset[ListName] = frozenset({"internal", "litigator"})
"""Lists that a number leaves only by what the person agreed to since."""

_SAID: MappingProxyType[str, str] = MappingProxyType(
    {"do_not_call": marked("asked not to be called"), "wrong_number": marked("wrong number")}
)
LEAST_CONSENT = 8
LEAST_DIGITS, MOST_DIGITS = 10, 15


def list_word(kind: ListName) -> str:
    """The list's name."""
    return tr(LISTS[kind])


def reason_words(item: ListedItem) -> str:
    """Why, as a person said it or as the disposition means."""
    reason = tr(_SAID[item.reason]) if item.reason in _SAID else item.reason
    return tr("{reason}; consent: {consent}").format(reason=reason, consent=item.consent) if item.consent else reason


def step_word(item: ListedItem) -> str:
    """The list, and that the number was taken off it if it was."""
    return list_word(item.kind) if item.is_listed else tr("Off: {list}").format(list=list_word(item.kind))


def _tone(item: ListedItem) -> Tone:
    if not item.is_listed:
        return "muted"
    return "warn" if item.kind == "wrong_number" else "danger"


def _icon(item: ListedItem) -> str:
    return LIST_ICONS[item.kind] if item.is_listed else "phone-check-outline"


def listed_columns() -> list[RowColumn[ListedItem]]:
    """A row of the lists."""
    return [
        RowColumn(id="phone", title=tr("Number"), width=126, text=lambda item: item.phone, strong=True),
        RowColumn(id="list", title=tr("List"), width=136, text=step_word, tone=_tone, icon=_icon),
        RowColumn(id="since", title=tr("Since"), width=132, text=lambda item: moment_text(item.at)),
        RowColumn(id="by", title=tr("By"), width=112, text=lambda item: item.by),
        RowColumn(
            id="source",
            title=tr("How"),
            width=98,
            text=lambda item: tr(SOURCES.get(item.source, item.source)),
            icon=lambda item: SOURCE_ICONS.get(item.source, ""),
        ),
        RowColumn(id="campaign", title=tr("Campaign"), width=116, text=lambda item: item.campaign or "–"),
        RowColumn(id="reason", title=tr("Why"), width=160, text=reason_words, stretch=True),
    ]


def count_words(counts: ListCounts, kind: ListName | None) -> str:
    """A choice of the filter, with how many it shows."""
    if kind is None:
        return tr("All lists")
    had = {"internal": counts.internal, "wrong_number": counts.wrong_number, "litigator": counts.litigator}
    return f"{list_word(kind)} ({had[kind]:,})"


def digits_of(text: str) -> str:
    """What of a typed number counts."""
    return "".join(filter(str.isdigit, text))


def number_hint(text: str) -> str:
    """Why a typed number cannot be looked up yet, empty if it can."""
    digits = digits_of(text)
    if not digits:
        return ""
    missing = LEAST_DIGITS - len(digits)
    if missing > 0:
        return tr("%n more digits", "", missing)
    return tr("That is too long for a number") if len(digits) > MOST_DIGITS else ""


def verdict_of(found: NumberLookUp) -> tuple[str, str, Tone]:
    """Whether a number is on any list: words, icon and tone."""
    if found.lists:
        lists = ", ".join(list_word(kind) for kind in found.lists)
        return tr("{number} is not called: {lists}").format(number=found.phone, lists=lists), "phone-off", "danger"
    if found.on_national:
        return tr("{number} is on the national list").format(number=found.phone), "phone-alert", "warn"
    return tr("{number} is on no list").format(number=found.phone), "phone-check-outline", "ok"


def why_words(found: NumberLookUp) -> str:
    """Since when, by whom and why it is on each list; what the national list says."""
    steps = [next((step for step in found.steps if step.kind == kind and step.is_listed), None) for kind in found.lists]
    said = [_since(step) for step in steps if step is not None]
    if not said and found.steps:
        said.append(tr("It was on a list before; its past is below."))
    return " ".join([*said, national_words(found)])


def _since(step: ListedItem) -> str:
    how = {
        "disposition": tr("{list} since {time}: {who} heard it on a call of {campaign} ({why})."),
        "operator": tr("{list} since {time}: {who} put it there ({why})."),
        "import": tr("{list} since {time}: imported by {who} ({why})."),
    }
    words = how.get(step.source, how["operator"])
    if step.source == "disposition" and step.campaign is None:
        words = tr("{list} since {time}: {who} heard it on a call ({why}).")
    return words.format(
        list=list_word(step.kind),
        time=moment_text(step.at),
        who=step.by,
        campaign=step.campaign,
        why=reason_words(step),
    )


def national_words(found: NumberLookUp) -> str:
    """What the national list says of it."""
    if found.national is None:
        return tr("No national list was imported.")
    day = f"{found.national.taken_at:%Y-%m-%d}"
    if found.on_national is None:
        return tr("The national list says nothing: its copy for this area code is missing or older than 31 days.")
    if found.on_national:
        return tr("On the national list of {day}: called only with consent.").format(day=day)
    return tr("Not on the national list of {day}.").format(day=day)


def dry_words(facts: ImportFacts) -> str:
    """What an import would do: numbers that are new, and those that are there already."""
    if facts.places.phone is None:
        return tr("Say which column holds the phone number")
    parts = [tr("%Ln numbers", "", facts.good)]
    if facts.listed:
        parts.append(tr("{count} listed already").format(count=f"{facts.listed:,}"))
    if facts.repeated:
        parts.append(tr("{count} twice").format(count=f"{facts.repeated:,}"))
    if facts.bad:
        parts.append(tr("%Ln lines cannot be used", "", facts.bad))
    return ", ".join(parts)


def kinds() -> Sequence[ListName]:
    """The lists in the order in which they are offered."""
    return tuple(LISTS)
