"""The national do-not-call list in words: how old it is, what it is made of, how far an import is. No widget."""

from types import MappingProxyType

from app.ui.models.admin_rows import moment_text
from app.ui.models.moment import Instant, since
from app.ui.models.rows_model import RowColumn
from app.ui.models.wording import stopwatch
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import Tone
from app.wire.national import FileRole, NationalItem, NationalPage, NationalWork

WARN_DAYS = 25
DAY_S = 86_400
ROLES: MappingProxyType[FileRole, str] = MappingProxyType(
    {
        "list": marked("Numbers (replaces its area codes)"),
        "adds": marked("Change list: numbers that came"),
        "deletes": marked("Change list: numbers that left"),
    }
)


def age_days(page: NationalPage, now: Instant) -> float | None:
    """How old the oldest area code is, None without a list."""
    return None if page.national is None else since(page.national.oldest_taken_at, now) / DAY_S


def age_state(page: NationalPage, now: Instant) -> tuple[str, str, Tone]:
    """How the list stands: words, icon and tone."""
    days = age_days(page, now)
    if page.national is None or days is None:
        return tr("No list yet"), "alert-outline", "warn"
    if days > page.good_days:
        return tr("Too old to be used"), "alert-octagon", "danger"
    if days >= WARN_DAYS:
        return tr("Import another soon"), "alert", "warn"
    return tr("In force"), "check-circle-outline", "ok"


def age_words(page: NationalPage, now: Instant) -> str:
    """`12 of 31 days old, good until 2026-12-13 00:00`."""
    if page.national is None:
        return tr("Numbers that have to be looked up in it are not called until one is imported.")
    days = int(since(page.national.oldest_taken_at, now) // DAY_S)
    until = moment_text(page.national.good_until)
    if since(page.national.good_until, now) > 0:
        return tr("%n days old; calls that need it ended on {until}", "", days).format(until=until)
    return tr("%n of {most} days old, good until {until}", "", days).format(most=page.good_days, until=until)


def facts_words(item: NationalItem) -> str:
    """`258,500,000 numbers in 358 area codes, of 258,500,412 lines`."""
    numbers = tr("%Ln numbers", "", item.numbers)
    codes = tr("%Ln area codes", "", item.area_codes)
    return tr("{numbers} in {codes}, from {lines} lines").format(numbers=numbers, codes=codes, lines=f"{item.lines:,}")


def origin_words(item: NationalItem) -> str:
    """Which files, taken when under which account, imported when by whom."""
    names = [file.name for file in item.files]
    files = ", ".join(names[:2]) + (tr(" and %n more", "", len(names) - 2) if len(names) > 2 else "")
    said = tr("{files}, taken {day}, account {account}; imported {time} by {who}")
    return said.format(
        files=files or "–",
        day=f"{item.taken_at:%Y-%m-%d}",
        account=item.account or "–",
        time=moment_text(item.imported_at),
        who=item.by,
    )


def hash_words(item: NationalItem) -> str:
    """The first of its files' SHA-256, short."""
    return f"SHA-256 {short_hash(item.files[0].sha256)}" if item.files else ""


def short_hash(digest: str) -> str:
    """Enough of a hash to compare by eye."""
    return f"{digest[:8]}…{digest[-4:]}" if len(digest) > 16 else digest


def hashes_of(item: NationalItem) -> str:
    """Every file's hash as `sha256sum` writes it, to be pasted."""
    return "\n".join(f"{file.sha256}  {file.name}" for file in item.files)


def size_words(size: int) -> str:
    """`3.1 GB`, `48.2 MB`, `12 kB`."""
    if size >= 1_000_000_000:
        return f"{size / 1e9:.2f} GB"
    return f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1_000)} kB"


def work_words(work: NationalWork) -> str:
    """How far the import is, or what came of it."""
    match work.state:
        case "running" if work.bytes_total and work.bytes_done >= work.bytes_total:
            return tr("Every line is read; the list is counted and put in force …")
        case "running":
            return _rate_words(work)
        case "done":
            return tr("%Ln lines are in force.", "", work.lines)
        case "cancelled":
            return tr("Stopped. None of it is in force; a list that was before still is.")
        case "failed":
            return work.error or tr("The import failed and gave no reason.")


def _rate_words(work: NationalWork) -> str:
    if not work.bytes_done:
        return tr("The import begins …")
    said = tr("{done} of {total}, {lines} lines, {rate} lines a second").format(
        done=size_words(work.bytes_done),
        total=size_words(work.bytes_total),
        lines=f"{work.lines:,}",
        rate=f"{work.lines_per_second:,}",
    )
    left = "" if work.seconds_left is None else tr("{time} left").format(time=stopwatch(work.seconds_left))
    return f"{said}, {left}" if left else said


def work_tone(work: NationalWork) -> Tone:
    """How it ended."""
    tones: dict[str, Tone] = {"running": "muted", "done": "ok", "cancelled": "warn", "failed": "danger"}
    return tones[work.state]


def guess_role(name: str) -> FileRole:
    """What a file of the registry's does, by its name; a person says otherwise."""
    plain = name.casefold()
    if "add" in plain:
        return "adds"
    return "deletes" if "delet" in plain or "remov" in plain else "list"


def version_columns() -> list[RowColumn[NationalItem]]:
    """A row of the history."""
    return [
        RowColumn(id="taken", title=tr("Taken"), width=100, text=lambda one: f"{one.taken_at:%Y-%m-%d}", strong=True),
        RowColumn(
            id="state",
            title=tr("State"),
            width=110,
            text=lambda one: tr("In force") if one.is_current else tr("Replaced"),
            icon=lambda one: "check-circle-outline" if one.is_current else "history",
            tone=lambda one: "ok" if one.is_current else "muted",
        ),
        RowColumn(id="numbers", title=tr("Numbers"), width=110, right=True, text=lambda one: f"{one.numbers:,}"),
        RowColumn(id="imported", title=tr("Imported"), width=138, text=lambda one: moment_text(one.imported_at)),
        RowColumn(id="by", title=tr("By"), width=120, text=lambda one: one.by),
        RowColumn(id="account", title=tr("Account"), width=110, text=lambda one: one.account or "–"),
        RowColumn(
            id="files",
            title=tr("Files"),
            width=200,
            stretch=True,
            text=lambda one: ", ".join(f"{file.name} {short_hash(file.sha256)}" for file in one.files),
            hint=hashes_of,
        ),
    ]
