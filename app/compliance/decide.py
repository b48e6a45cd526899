"""The decision: every rule of every jurisdiction in every zone that may be the person's, at one instant."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from app.compliance.area_codes import AreaCodes
from app.compliance.attempts import attempt_failures
from app.compliance.numbers import NumberFault, classify
from app.compliance.question import EMERGENCY_CODE, Decision, Failure, Mark, Question, groups_of
from app.compliance.reach import Reach, reach_of
from app.compliance.rules import WEEKDAYS, Applied, Kind, Rule, RuleBook, in_force
from app.compliance.zones import TZ_VERSION, local, second_of_day, zone_of

_SUPPRESSED: dict[Mark, str] = {
    Mark.INTERNAL_DNC: "DNC_INTERNAL",
    Mark.NATIONAL_DNC: "DNC_NATIONAL",
    Mark.NATIONAL_LIST_OLD: "DNC_LIST_STALE",
    Mark.WRONG_NUMBER: "WRONG_NUMBER",
    Mark.LITIGATOR: "LITIGATOR",
    Mark.NO_CONSENT: "NO_CONSENT",
}
_CITED: dict[Mark, Kind] = {
    Mark.INTERNAL_DNC: Kind.DNC_INTERNAL_DELAY,
    Mark.NATIONAL_DNC: Kind.DNC_NATIONAL,
    Mark.NATIONAL_LIST_OLD: Kind.DNC_NATIONAL,
}


class Lawyer:
    """Answers questions by one rule book and one table of area codes. Holds nothing that an answer changes."""

    def __init__(self, book: RuleBook, codes: AreaCodes) -> None:
        self.book = book
        self.codes = codes
        self._nation = {rule.kind: rule for rule in book.rules if rule.jurisdiction == "US"}

    def decide(self, question: Question) -> Decision:
        """Whether the call may be placed at `question.at`, with every rule that forbids it, the gravest first.

        Raises:
            UnknownZone: the evidence names a zone that does not exist.
        """
        number = classify(question.phone, self.codes)
        if isinstance(number, NumberFault):
            failure = Failure(code=number.value, rule_id="product/number_class")
            return self._answer((failure,), Reach(jurisdictions=(), zones=()))
        reach = reach_of(number, question.evidence)
        return self._answer(tuple(self._failures(question, reach)), reach)

    def applied(self, question: Question, reach: Reach) -> list[Applied]:
        """What every jurisdiction of the reach says of a call like this, by each clock it uses."""
        groups = groups_of(question.purpose, question.mode)
        return [one for jurisdiction in reach.jurisdictions for one in self.book.applied(jurisdiction, groups)]

    def emergencies(self, question: Question) -> frozenset[str]:
        """Where a state of emergency holds: for the whole folder, or for whoever asks."""
        return question.emergencies | self.book.emergencies

    def _answer(self, failures: tuple[Failure, ...], reach: Reach) -> Decision:
        return Decision(
            failures=failures,
            jurisdictions=reach.jurisdictions,
            zones=reach.zones,
            rules_version=self.book.version,
            tz_version=TZ_VERSION,
        )

    def _failures(self, question: Question, reach: Reach) -> Iterator[Failure]:
        applied = self.applied(question, reach)
        moments = [local(question.at, zone) for zone in reach.clocks()]
        if question.marks:
            yield from self._suppressed(question, applied, moments)
        yield from self._unknown(reach)
        emergencies = self.emergencies(question)
        if emergencies:
            yield from _emergencies(emergencies, reach, applied, [moment.date() for moment in moments])
        # A statute may name its own clock: then that clock's day and hour count, wherever the person is.
        read = [(one, [local(question.at, zone_of(one.zone))] if one.zone else moments) for one in applied]
        for one, clocks in read:
            yield from self._bans(one, clocks)
        for one, clocks in read:
            yield from _outside_hours(question, one, clocks)
        if question.has_history:
            yield from attempt_failures(question, applied, reach.clocks())

    def _suppressed(
        self, question: Question, applied: Sequence[Applied], moments: Sequence[datetime]
    ) -> Iterator[Failure]:
        for mark, code in _SUPPRESSED.items():
            if mark in question.marks:
                kind = _CITED.get(mark)
                rule = None if kind is None else self._nation.get(kind)
                rule_id = f"product/{mark.value}" if rule is None else rule.id
                yield Failure(code=code, rule_id=rule_id, citation="" if rule is None else rule.citation)
        if Mark.RND_UNCHECKED in question.marks:
            days = [moment.date() for moment in moments]
            for one in applied:
                for rule in in_force(one.reassigned, days):
                    yield _failed("RND_CHECK_REQUIRED", rule, one.jurisdiction)

    def _unknown(self, reach: Reach) -> Iterator[Failure]:
        # A place without rules is not a place without law: somebody has to look.
        for jurisdiction in reach.jurisdictions:
            if jurisdiction not in self.book.jurisdictions:
                yield Failure(code="NO_RULES_FOR", rule_id="product/jurisdiction", detail=jurisdiction)

    def _bans(self, one: Applied, moments: Sequence[datetime]) -> Iterator[Failure]:
        # Two zones on one date fail one ban once.
        for day in dict.fromkeys(moment.date() for moment in moments):
            for rule in one.day_bans[day.weekday()]:
                if rule.holds_on(day):
                    yield _failed("DAY_BAN", rule, f"{one.jurisdiction} {WEEKDAYS[day.weekday()]}")
            name = self.book.holiday(one.jurisdiction, day) if one.holiday_bans else None
            if name is not None:
                for rule in one.holiday_bans:
                    if rule.holds_on(day):
                        yield _failed("HOLIDAY", rule, f"{one.jurisdiction} {name}")


def _outside_hours(question: Question, one: Applied, moments: Sequence[datetime]) -> Iterator[Failure]:
    for moment in moments:
        day = moment.weekday()
        for rule in one.hours[day]:
            if rule.holds_on(moment.date()) and not rule.start <= second_of_day(moment) < rule.end - question.guard_s:
                window = f"{_time(rule.start)}-{_time(rule.end)}"
                detail = f"{one.jurisdiction} {window} local {moment:%a %H:%M:%S} {moment.tzinfo}"
                yield _failed("OUTSIDE_HOURS", rule, detail)
        left_out = one.closed_on(moment.date()) if one.dated_hours else one.closed[day]
        if left_out and not any(rule.holds_on(moment.date()) for rule in one.day_bans[day]):
            for rule in left_out:
                yield _failed("OUTSIDE_HOURS", rule, f"{one.jurisdiction} no hours on {WEEKDAYS[day]} {moment.tzinfo}")


def _emergencies(
    declared: frozenset[str], reach: Reach, applied: Sequence[Applied], days: Sequence[date]
) -> Iterator[Failure]:
    for jurisdiction in reach.jurisdictions:
        if jurisdiction not in declared:
            continue
        stated = [rule for one in applied if one.jurisdiction == jurisdiction for rule in one.emergency_bans]
        rules = list(in_force(stated, days))
        if not rules:
            # A toggle set where no statute knows one is still the operator's word.
            yield Failure(code=EMERGENCY_CODE, rule_id=f"product/emergency/{jurisdiction}", detail=jurisdiction)
        for rule in rules:
            yield _failed(EMERGENCY_CODE, rule, jurisdiction)


def _failed(code: str, rule: Rule, detail: str) -> Failure:
    return Failure(code=code, rule_id=rule.id, citation=rule.citation, detail=detail)


def _time(seconds: int) -> str:
    return f"{seconds // 3_600:02}:{seconds // 60 % 60:02}"
