"""What a floor remembers of abandoned calls: taken back whole, and who is in the air for whom."""

import msgspec

from app.controller.abandonment_book import AbandonmentBook
from app.engine.abandonment import Flight, Tally
from app.engine.calls import Call, CallStatus
from app.engine.pickup import Pickup


def call(agent: str, status: CallStatus = CallStatus.RINGING) -> Call:
    return Call(
        id="c", tenant_id="t", session_id="s", agent_id=agent, user_id="u", contact_id="p", campaign_id="spring",
        phone_number="+12125550100", created_at=0, status=status,
    )  # fmt: skip


def test_what_was_counted_and_taken_back_was_never_there() -> None:
    book = AbandonmentBook()
    book.count("spring", 9, Tally(1, 1))
    book.count("spring", 5, Tally(1, 0))
    assert book.first_day("spring") == 5
    book.count("spring", 5, Tally(-1, 0))
    assert (book.first_day("spring"), dict(book.days("spring"))) == (9, {9: (1, 1, 0)})
    book.count("spring", 9, Tally(-1, -1))
    assert (book.first_day("spring"), dict(book.days("spring"))) == (None, {})


def test_figures_follow_every_count_and_every_day() -> None:
    book = AbandonmentBook()
    book.count("spring", 5, Tally(3, 1))
    assert book.figures("spring", 5, 6).rolling.tally == (3, 1, 0)
    book.count("spring", 6, Tally(4, 0))
    book.count("autumn", 6, Tally(9, 9))
    found = book.figures("spring", 5, 6)
    assert (found.rolling.tally, found.today) == ((7, 1, 0), (4, 0, 0))
    assert book.figures("spring", 5, 7).today == (0, 0, 0)
    assert book.figures("spring", 6, 7).period.first == 6


def test_an_agent_can_take_one_call_and_an_ended_one_is_not_in_the_air() -> None:
    book = AbandonmentBook()
    for agent in ("ana", "ana", "ana", "bob"):
        book.moved("spring", None, call(agent))
    book.moved("spring", None, call("bob", CallStatus.COMPLETED))
    assert book.droppable("spring") == 2
    talking = msgspec.structs.replace(call("bob"), pickup=Pickup(answered_at=0, connected_at=1))
    book.closed("spring", call("bob"))
    book.moved("spring", None, talking)
    assert book.flight("spring", "bob", [talking]) == Flight(others=2, waiting=0, busy=True)
    assert book.flight("spring", "ana", [call("ana")] * 3) == Flight(others=0, waiting=3, busy=False)
