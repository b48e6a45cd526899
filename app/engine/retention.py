"""How long each kind of row is kept: what is usual, what the law or a limit demands, and what an admin may set."""

from typing import Literal

from app.engine.value import DAY, HOUR, Duration, Instant, Value

Unit = Literal["hours", "days", "copies"]
FIVE_YEARS = 1_827
"""Days: five years with two leap days, so that no fifth year ends early, wherever it begins."""

THREE_YEARS = 1_096
"""Days, with one leap day."""


class Kept(Value, frozen=True, kw_only=True):
    """One kind of row. `usual` None is for ever; without `least` nobody may change it.

    `is_folders` rows are every tenant's at once. `job` is the scheduled job that goes by it. Calls are kept from
    when they were placed, those about debts (`debt_calls`) from the last call to the same person.
    """

    name: str
    unit: Unit
    usual: int | None
    least: int | None
    most: int | None
    is_folders: bool
    source: str
    job: str | None

    @property
    def span(self) -> Duration:
        """One of its unit, as a duration; a copy has none."""
        return HOUR if self.unit == "hours" else DAY

    def allows(self, amount: int | None) -> bool:
        """True if an admin may set it so; None is for ever."""
        if self.least is None or self.most is None:
            return False
        if amount is None:
            return self.usual is None
        return self.least <= amount <= self.most


class DueForDeletion(Value, frozen=True, kw_only=True):
    """What a clean-up would delete of one kind now: rows that are as old as `before`, and how many a hold keeps.

    `before` None: the kind is kept for ever.
    """

    name: str
    before: Instant | None
    rows: int
    held: int


def _kept(
    name: str, unit: Unit, usual: int | None, bounds: tuple[int, int] | None, source: str, job: str | None
) -> Kept:
    return Kept(
        name=name,
        unit=unit,
        usual=usual,
        least=None if bounds is None else bounds[0],
        most=None if bounds is None else bounds[1],
        is_folders=name in ("requests", "answers", "backups"),
        source=source,
        job=job,
    )


KEPT: tuple[Kept, ...] = (
    _kept(
        "calls",
        "days",
        None,
        (FIVE_YEARS, 36_500),
        "16 CFR 310.5(a): records of calls are kept for five years",
        "clean-old",
    ),
    _kept(
        "debt_calls",
        "days",
        None,
        (THREE_YEARS, 36_500),
        "12 CFR 1006.100(a): kept until three years after the last activity on the debt; the person's last call counts",
        "clean-old",
    ),
    _kept(
        "do_not_call",
        "days",
        None,
        None,
        "47 CFR 64.1200(d)(6) asks for five years; a wish not to be called holds for ever here, and with it its record",
        None,
    ),
    _kept(
        "refusals",
        "days",
        None,
        (90, 36_500),
        "Proof of why no call went out; a quarter is the least that a complaint takes",
        "clean-old",
    ),
    _kept(
        "alerts", "days", None, (30, 36_500), "Resolved alerts and their history; open ones always stay", "clean-old"
    ),
    _kept(
        "audit",
        "days",
        None,
        None,
        "Each record carries the hash of the one before: none can be taken out",
        None,
    ),
    _kept(
        "requests",
        "hours",
        24,
        None,
        "The API limits look back an hour; a day is kept for the monitoring queries",
        "clean-rate-limits",
    ),
    _kept(
        "answers",
        "hours",
        24,
        (24, 168),
        "A request with the same Idempotency-Key gets its first answer again for this long",
        "clean-rate-limits",
    ),
    _kept("backups", "copies", 7, (1, 60), "Each night's copy takes as much room as the database", "backup"),
)


def kept_of(name: str) -> Kept | None:
    """One kind by name."""
    return next((kept for kept in KEPT if kept.name == name), None)
