"""The counts a floor keeps, over any history of calls, splits and days, are those a naive count of all calls finds."""

from dataclasses import dataclass
from fractions import Fraction

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.controller.abandonment_book import AbandonmentBook
from app.engine.abandonment import (
    NOTHING,
    Flight,
    Stage,
    Tally,
    drops_left,
    lines_allowed,
    past_periods,
    stage_of,
    tally_of,
)
from app.engine.calls import Call, CallStatus, report
from app.engine.people import Campaign
from app.engine.pickup import Answerer, Pickup
from app.engine.value import DAY, SECOND

STATUSES = [status for status in CallStatus if status is not CallStatus.INITIATED]
PICKUPS = st.builds(
    Pickup,
    by=st.sampled_from([None, Answerer.PERSON, Answerer.MACHINE]),
    answered_at=st.integers(0, 3).map(lambda s: s * SECOND),
    greeting_ended_at=st.none() | st.integers(0, 4).map(lambda s: s * SECOND),
    connected_at=st.none() | st.integers(0, 6 * SECOND),
)


@dataclass
class Told:
    """One thing that happens: a report of a call, or a campaign that is split from another."""

    call: int
    status: CallStatus
    pickup: Pickup | None
    later: int
    split: int | None


happenings = st.lists(
    st.builds(
        Told,
        call=st.integers(0, 11),
        status=st.sampled_from(STATUSES),
        pickup=st.none() | PICKUPS,
        later=st.integers(0, 4 * DAY),
        split=st.none() | st.integers(0, 5),
    ),
    max_size=60,
)


def naive(calls: list[Call], family: dict[str, str], whose: str, first: int, stop: int) -> tuple[int, int]:
    """Live and abandoned answers of a family on days `first` <= day < `stop`, by the words of the rule."""
    live = abandoned = 0
    for call in calls:
        if call.answered_at is None or not first <= call.answered_at // DAY < stop:
            continue
        if family[call.campaign_id or ""] != whose or call.status.value in {"voicemail", "busy", "no_answer"}:
            continue
        told = call.pickup or Pickup()
        if told.by is Answerer.MACHINE:
            continue
        live += 1
        since = told.greeting_ended_at if told.greeting_ended_at is not None else told.answered_at
        if told.connected_at is not None and since is not None:
            abandoned += told.connected_at > since + 2 * SECOND
        else:
            abandoned += call.status.value == "abandoned"
    return live, abandoned


@settings(max_examples=150, deadline=None)
@given(history=happenings, anchor=st.integers(-40, 5))
def test_every_figure_is_that_of_a_naive_count(history: list[Told], anchor: int) -> None:
    campaigns = [Campaign(id="c0", tenant_id="t", name="First", started_at=0)]
    calls: list[Call] = []
    book, now = AbandonmentBook(), 0
    for told in history:
        now += told.later
        if told.split is not None:
            parent = campaigns[told.split % len(campaigns)]
            made = Campaign(
                id=f"c{len(campaigns)}", tenant_id="t", name="", split_from=parent.id, counts_with=parent.family
            )
            campaigns.append(made)
        while len(calls) <= told.call:
            calls.append(new_call(len(calls), campaigns[-1].id))
        before = calls[told.call]
        after = report(before, told.status, now)
        if not isinstance(after, Call):
            continue
        after = msgspec.structs.replace(after, pickup=told.pickup or before.pickup)
        calls[told.call] = after
        change = tally_of(after).minus(tally_of(before))
        if change != NOTHING:
            assert after.answered_at is not None
            book.count(campaigns[0].family, after.answered_at // DAY, change)
    family = {one.id: one.family for one in campaigns}
    assert set(family.values()) == {"c0"}, "a split counts with the first campaign, however deep"
    check(book, calls, family, (anchor, now // DAY))


def check(book: AbandonmentBook, calls: list[Call], family: dict[str, str], when: tuple[int, int]) -> None:
    anchor, today = when
    found = book.figures("c0", anchor, today)
    start = anchor + (today - anchor) // 30 * 30
    for period, first, stop in ((found.period, start, start + 30), (found.rolling, today - 29, today + 1)):
        assert (period.first, period.stop) == (first, stop)
        assert period.tally[:2] == naive(calls, family, "c0", first, stop)
    assert found.today[:2] == naive(calls, family, "c0", today, today + 1)
    past = past_periods(book.days("c0"), anchor, today)
    assert [one.tally[:2] for one in past] == [
        naive(calls, family, "c0", first, first + 30) for first in range(start - 30, anchor - 1, -30)
    ]


def new_call(number: int, campaign_id: str) -> Call:
    return Call(
        id=f"{number}", tenant_id="t", session_id="s", agent_id=f"a{number % 3}", user_id="u", contact_id="p",
        campaign_id=campaign_id, phone_number="+12125550100", created_at=0,
    )  # fmt: skip


TALLIES = st.integers(0, 3_000).flatmap(lambda live: st.builds(Tally, st.just(live), st.integers(0, live)))


@settings(max_examples=400)
@given(
    period=TALLIES,
    rolling=TALLIES,
    asked=st.integers(1, 10),
    flight=st.builds(Flight, st.integers(0, 60), st.integers(0, 8), st.booleans()),
)
def test_no_line_is_granted_that_could_pass_three_percent(
    period: Tally, rolling: Tally, asked: int, flight: Flight
) -> None:
    grant = lines_allowed(asked, (period, rolling), flight)
    worse = max((period, rolling), key=lambda one: Fraction(one.abandoned, one.live) if one.live else Fraction(0))
    assert 0 <= grant.lines <= asked
    assert (grant.code is None) == (grant.lines == asked)
    possible = [lines for lines in range(asked + 1) if naively_allowed(lines, (period, rolling), worse, flight)]
    assert grant.lines == max(possible), "all that the rule leaves, and not one more"


def naively_allowed(lines: int, figures: tuple[Tally, Tally], worse: Tally, flight: Flight) -> bool:
    free = 0 if flight.busy else 1
    before, after = max(0, flight.waiting - free), max(0, flight.waiting + lines - free)
    if after == before:
        return True
    stage = stage_of(worse)
    if stage is Stage.NO_OVERDIALING or (stage is Stage.ONE_LINE and lines > 1):
        return False
    k = flight.others + after
    return all(Fraction(one.abandoned + k, one.live + k) <= Fraction(3, 100) for one in figures)


@given(tally=TALLIES)
def test_drops_left_is_the_last_count_of_drops_within_the_rule(tally: Tally) -> None:
    left = drops_left(tally)
    within = [n for n in (left, left + 1) if Fraction(tally.abandoned + n, max(1, tally.live + n)) <= Fraction(3, 100)]
    assert within in ([left], []), "one more would pass 3 %"
    assert left == 0 or within == [left]


@given(
    steps=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["open", "connected", "closed"])), max_size=40),
)
def test_what_could_be_dropped_is_followed_call_by_call(steps: list[tuple[int, str]]) -> None:
    book = AbandonmentBook()
    calls = {number: new_call(number, "c0") for number in range(6)}
    flying: dict[int, Call] = {}
    for number, state in steps:
        if number in flying:
            book.closed("c0", flying.pop(number))
        if state != "closed":
            pickup = Pickup(answered_at=0, connected_at=1) if state == "connected" else None
            flying[number] = msgspec.structs.replace(calls[number], pickup=pickup)
            book.moved("c0", None, flying[number])
    expected = 0
    for agent in ("a0", "a1", "a2"):
        own = [call for call in flying.values() if call.agent_id == agent]
        waiting = sum(not call.is_connected for call in own)
        expected += waiting if len(own) > waiting else max(0, waiting - 1)
    assert book.droppable("c0") == expected
