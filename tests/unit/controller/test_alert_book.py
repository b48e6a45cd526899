"""The book of alerts in memory: what stands, what is today's, and every write taken back whole."""

from app.controller.alert_book import AlertBook
from app.engine.alerts import Alert, AlertRule, AlertSubject, Phase, Sign, Step, SubjectKind, begin, follow, resolve
from app.engine.value import DAY, HOUR, SECOND, Instant

T0: Instant = 1_790_000_000 * SECOND
ANA = AlertSubject(kind=SubjectKind.AGENT, id="a", name="Ana", agent_id="a")
RULE = AlertRule.NEAR_LIMIT


def raised(alert_id: str, at: Instant = T0) -> Alert:
    return begin(Sign(rule=RULE, subject=ANA, phase=Phase.RAISED), alert_id, "t", at, at + DAY).alert


def cleared(alert: Alert, at: Instant) -> Alert:
    step = follow(alert, Sign(rule=RULE, subject=ANA, phase=Phase.CLEAR), at)
    assert step is not None
    return step.alert


def facts(book: AlertBook) -> tuple[object, ...]:
    return book.latest(RULE, "a"), book.standing(RULE), list(book.unresolved()), book.stands(RULE, "a")


def test_what_stands_is_found_by_rule_subject_and_tenant() -> None:
    book, alert = AlertBook(), raised("1")
    book.put(alert)
    assert facts(book) == (alert, [alert], [alert], True)
    assert (book.find("t", "1"), book.find("other", "1"), book.find("t", "2")) == (alert, None, None)
    assert list(book.unresolved("other")) == []


def test_resolved_by_a_person_it_still_stands_and_is_not_shown() -> None:
    book = AlertBook()
    step = resolve(raised("1"), "sam", None, T0)
    assert isinstance(step, Step)
    book.put(step.alert)
    assert facts(book) == (step.alert, [step.alert], [], True)


def test_each_write_is_taken_back_to_what_was_before_it() -> None:
    book, first = AlertBook(), raised("1")
    empty = facts(book)
    book.put(first)
    stood = facts(book)
    over = cleared(first, T0 + HOUR)
    book.put(over)
    ended = facts(book)
    later = raised("2", T0 + 2 * DAY)
    book.put(later)
    book.take_back(later, None, over)
    assert facts(book) == ended
    assert book.find("t", "2") is None
    book.take_back(over, first, first)
    assert facts(book) == stood
    book.take_back(first, None, None)
    assert facts(book) == empty


def test_what_is_over_is_forgotten_with_its_day_and_what_stands_is_not() -> None:
    book = AlertBook()
    over = cleared(raised("1"), T0 + HOUR)
    book.put(over)
    book.forget(T0 + DAY - 1)
    assert book.find("t", "1") == over
    book.forget(T0 + DAY)
    assert (book.find("t", "1"), book.latest(RULE, "a")) == (None, None)
    book.put(raised("2"))
    book.forget(T0 + 9 * DAY)
    assert book.stands(RULE, "a")
