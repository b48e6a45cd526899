"""The rules as values: hours, bans, caps and duties of each jurisdiction, with citation and effective dates."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType

import msgspec

from app.engine.value import Value

WEEKDAYS: tuple[str, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_S = 86_400


class Kind(StrEnum):
    """What a rule is about, as the table names it."""

    HOURS = "hours"
    BAN = "ban"
    CONDITIONAL_BAN = "conditional_ban"
    ATTEMPTS = "attempts"
    COOLDOWN = "cooldown_after_conversation"
    COOLDOWN_ABANDON = "cooldown_after_abandon"
    ABANDON = "abandon"
    RING = "ring_min"
    DNC_NATIONAL = "dnc_national"
    DNC_INTERNAL_DELAY = "dnc_internal_max_delay"
    DNC_INTERNAL_RETENTION = "dnc_internal_retention"
    SCOPE = "scope_area_code"
    REASSIGNED = "rnd_check_required"


class Rule(Value, frozen=True, kw_only=True):
    """One rule. `start` and `end` are seconds of the local day; `days` weekday numbers, Monday 0.

    `on_holidays` and `in_emergency` say when a ban holds beside `days`. `zone` fixes the clock (a statute that names a
    zone); empty means the called party's. `cap` attempts in `window_hours`. In force on local dates from
    `effective_from` to before `effective_to`. `verified` says whether its text was read by us.
    """

    id: str
    jurisdiction: str
    kind: Kind
    citation: str
    verified: bool
    applies_to: str
    start: int = 0
    end: int = DAY_S
    days: frozenset[int] = frozenset()
    on_holidays: bool = False
    in_emergency: bool = False
    zone: str = ""
    cap: int | None = None
    window_hours: int | None = None
    amount: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the rule is in force on a local date."""
        return (self.effective_from is None or self.effective_from <= day) and (
            self.effective_to is None or day < self.effective_to
        )

    @property
    def is_dated(self) -> bool:
        """Whether there are dates on which it is not in force."""
        return self.effective_from is not None or self.effective_to is not None


COUNTED: frozenset[Kind] = frozenset({Kind.ATTEMPTS, Kind.COOLDOWN, Kind.COOLDOWN_ABANDON})
"""Kinds that look back over `window_hours`."""


class Applied(Value, frozen=True, kw_only=True):
    """What one jurisdiction says of one sort of call by one clock, sorted for the decision.

    `zone` is the clock that the statute names, empty for the called party's. `hours` holds by weekday
    the windows that must all hold; a day that a group of hours leaves out is closed, and `closed` names by weekday the
    rule that leaves it out, which `closed_on` does for hours that come and go (`dated_hours`).
    """

    jurisdiction: str
    zone: str
    hours: tuple[tuple[Rule, ...], ...]
    closed: tuple[tuple[Rule, ...], ...]
    dated_hours: tuple[Rule, ...]
    day_bans: tuple[tuple[Rule, ...], ...]
    holiday_bans: tuple[Rule, ...]
    emergency_bans: tuple[Rule, ...]
    attempts: tuple[Rule, ...]
    cooldowns: tuple[Rule, ...]
    abandon_rests: tuple[Rule, ...]
    reassigned: tuple[Rule, ...]

    def closed_on(self, day: date) -> tuple[Rule, ...]:
        """The rules whose hours leave a local date out, one of each group."""
        if not self.dated_hours:
            return self.closed[day.weekday()]
        return _left_out([rule for rule in self.dated_hours if rule.holds_on(day)], day.weekday())

    @property
    def looks_back(self) -> bool:
        """Whether anything of it depends on what was done before to reach the person."""
        return bool(self.attempts or self.cooldowns or self.abandon_rests)


class Content(Value, frozen=True, kw_only=True):
    """A rule set as its `document` has it."""

    emergencies: tuple[str, ...]
    holidays: tuple[tuple[str, date, str], ...]
    rules: tuple[Rule, ...]


class RuleBook:
    """Every rule in one version: `version` is the SHA-256 of its canonical content, in hex.

    A rule whose wording changes on a day to come stands in it twice under one id, each with its dates. `emergencies`
    are jurisdictions in which a state of emergency holds for every caller of the folder. `document` is the whole
    content, which `book_of_document` reads back, `longest_window_hours` how far back any rule looks.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        holidays: Mapping[tuple[str, date], str],
        emergencies: frozenset[str] = frozenset(),
    ) -> None:
        self.rules = tuple(rules)
        self.holidays = MappingProxyType(dict(holidays))
        self.emergencies = emergencies
        self.document = self._content()
        self.version = hashlib.sha256(self.document.encode()).hexdigest()
        self.jurisdictions = frozenset(rule.jurisdiction for rule in self.rules)
        self.longest_window_hours = max((one.window_hours or 0 for one in self.rules if one.kind in COUNTED), default=0)
        self._applied: dict[tuple[str, frozenset[str]], tuple[Applied, ...]] = {}
        self._wordings: dict[str, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            self._wordings[rule.id].append(rule)

    def wordings(self, rule_id: str) -> Sequence[Rule]:
        """A rule as often as it stands here, in the order in which it does; empty if there is none of this id."""
        return self._wordings.get(rule_id, ())

    def holiday(self, jurisdiction: str, day: date) -> str | None:
        """What a jurisdiction calls a local date on which it bans calls; None on any other."""
        return self.holidays.get((jurisdiction, day))

    def applied(self, jurisdiction: str, groups: frozenset[str]) -> tuple[Applied, ...]:
        """What a jurisdiction says of calls that belong to these groups (`applies_to`), by each clock it uses."""
        key = (jurisdiction, groups)
        found = self._applied.get(key)
        if found is None:
            mine = [rule for rule in self.rules if rule.jurisdiction == jurisdiction and rule.applies_to in groups]
            zones = sorted({rule.zone for rule in mine})
            found = self._applied[key] = tuple(
                _sorted_out(jurisdiction, zone, [rule for rule in mine if rule.zone == zone]) for zone in zones
            )
        return found

    def _content(self) -> str:
        # Canonical: equal content is equal bytes, whoever edited it into that shape.
        rules = sorted(self.rules, key=lambda rule: (rule.id, rule.effective_from or date.min))
        days = sorted((place, day, name) for (place, day), name in self.holidays.items())
        content = Content(emergencies=tuple(sorted(self.emergencies)), holidays=tuple(days), rules=tuple(rules))
        return _CANONICAL.encode(content).decode()


def in_force(rules: Iterable[Rule], days: Sequence[date]) -> Iterator[Rule]:
    """Those of the rules that hold on any of the local dates: where a person may be in two, the stricter one counts."""
    for rule in rules:
        if not rule.is_dated or any(rule.holds_on(day) for day in days):
            yield rule


_CANONICAL = msgspec.json.Encoder(order="deterministic")


def _sorted_out(jurisdiction: str, zone: str, rules: Sequence[Rule]) -> Applied:
    hours = [rule for rule in rules if rule.kind is Kind.HOURS]
    bans = [rule for rule in rules if rule.kind is Kind.BAN]
    days = range(len(WEEKDAYS))
    return Applied(
        jurisdiction=jurisdiction,
        zone=zone,
        hours=tuple(tuple(rule for rule in hours if day in rule.days) for day in days),
        closed=tuple(_left_out(hours, day) for day in days),
        dated_hours=tuple(hours) if any(rule.is_dated for rule in hours) else (),
        day_bans=tuple(tuple(rule for rule in bans if day in rule.days) for day in days),
        holiday_bans=tuple(rule for rule in bans if rule.on_holidays),
        emergency_bans=tuple(rule for rule in rules if rule.kind is Kind.CONDITIONAL_BAN),
        attempts=tuple(rule for rule in rules if rule.kind is Kind.ATTEMPTS),
        cooldowns=tuple(rule for rule in rules if rule.kind is Kind.COOLDOWN),
        abandon_rests=tuple(rule for rule in rules if rule.kind is Kind.COOLDOWN_ABANDON),
        reassigned=tuple(rule for rule in rules if rule.kind is Kind.REASSIGNED),
    )


def _left_out(hours: Sequence[Rule], day: int) -> tuple[Rule, ...]:
    # One statute may give several windows (Texas: weekdays and Sunday). Only a day that none of them names is closed.
    groups = {rule.applies_to for rule in hours}
    missing = [group for group in groups if not any(day in rule.days for rule in hours if rule.applies_to == group)]
    return tuple(next(rule for rule in hours if rule.applies_to == group) for group in sorted(missing))
