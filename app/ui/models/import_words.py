"""A contact import in words: what was found in the file, what will happen, what came of it. No widget."""

from types import MappingProxyType

from app.ui.tongue import marked, tr
from app.wire.imports import ColumnPlaces, ImportFacts, ImportState, RejectedLine

NAMES: MappingProxyType[str, str] = MappingProxyType(
    {
        "phone": marked("Phone"),
        "first_name": marked("First name"),
        "last_name": marked("Last name"),
        "email": marked("Email"),
    }
)
DELIMITERS: MappingProxyType[str, str] = MappingProxyType(
    {",": marked("comma"), ";": marked("semicolon"), "\t": marked("tab"), "|": marked("bar")}
)
ENCODINGS: MappingProxyType[str, str] = MappingProxyType(
    {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
)
FIELDS: MappingProxyType[str, str] = MappingProxyType({"phone": marked("Phone"), "row": marked("Whole line")})
REGIONS = ("US", "CA", "MX", "GB", "IE", "DE", "AT", "CH", "FR", "ES", "IT", "AU", "NZ")


def found_words(facts: ImportFacts) -> str:
    """`UTF-8, cells parted by a comma, 10,000 lines`."""
    parted = tr("cells parted by a {sign}").format(sign=tr(DELIMITERS.get(facts.delimiter, facts.delimiter)))
    encoding = ENCODINGS.get(facts.encoding, facts.encoding)
    return ", ".join((encoding, parted, tr("%Ln lines", "", facts.rows)))


def verdict_words(facts: ImportFacts) -> str:
    """How many lines can be imported, and how many cannot."""
    if facts.places.phone is None:
        return tr("Say which column holds the phone number")
    good = tr("%Ln lines can be imported", "", facts.good)
    if not facts.bad:
        return good
    cannot = tr("%Ln cannot", "", facts.bad)
    return f"{good}, {cannot}"


def fault_of(places: ColumnPlaces) -> str:
    """Why these columns cannot be used, empty if they can."""
    if places.phone is None:
        return tr("Say which column holds the phone number")
    chosen = [at for at in (places.phone, places.first_name, places.last_name, places.email) if at is not None]
    if len(chosen) != len(set(chosen)):
        return tr("Two of them are the same column")
    return ""


def progress_words(state: ImportState) -> str:
    """`4,000 of 10,000 lines: 3,950 added, 50 rejected`."""
    total = state.rows_total
    of = tr("{done} lines").format(done=f"{state.rows_done:,}")
    if total:
        of = tr("{done} of {total} lines").format(done=f"{state.rows_done:,}", total=f"{total:,}")
    return f"{of}: {outcome_words(state)}"


def outcome_words(state: ImportState) -> str:
    """Added, known, rejected."""
    return ", ".join(
        (
            tr("%Ln added", "", state.added),
            tr("%Ln known already", "", state.known),
            tr("%Ln rejected", "", state.rejected),
        )
    )


def line_facts(lines: list[RejectedLine]) -> list[tuple[str, str, str]]:
    """Rejected lines as rows of words."""
    return [(f"{one.line:,}", tr(FIELDS[one.field]), one.reason) for one in lines]
