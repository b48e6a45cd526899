"""`GET /v1/sessions`: by page at any depth, by status, range and name, counted; and one session in full."""

import pytest

from app.engine.value import HOUR, MINUTE, SECOND
from app.wire.base import utc
from tests.scenarios.harness import House, Json


def begin(house: House, user: str) -> str:
    started = house.dial(house.token(user), "start")
    assert started.status == 200, started
    session: str = started.body["session"]["id"]
    return session


def end(house: House, user: str, session: str) -> None:
    assert house.dial(house.token(user), "stop", sessionId=session).status == 200


def page(house: House, token: str, query: str = "") -> Json:
    answer = house.operate(token, "GET", f"/sessions{query}")
    assert answer.status == 200, answer
    return answer.body


@pytest.fixture
def told(house: House, sam: str) -> list[str]:
    """Seven sessions, oldest first, one a minute; the last two live."""
    made = []
    for number in range(7):
        user = f"{'ann' if number % 2 else 'ben'}{number}"
        made.append(begin(house, user))
        if number < 5:
            end(house, user, made[-1])
        house.later(MINUTE)
    return made


def test_pages_of_any_status_go_on_where_the_last_ended(house: House, sam: str, told: list[str]) -> None:
    for query, expected in (("", told), ("&status=ended", told[:5]), ("&status=live", told[5:])):
        seen, cursor = [], ""
        while True:
            got = page(house, sam, f"?limit=2{query}{cursor}")
            seen += [item["id"] for item in got["sessions"]]
            if got["cursor"] is None:
                break
            cursor = f"&cursor={got['cursor']}"
        assert seen == expected[::-1]


def test_the_first_page_counts_and_says_how_the_limit_stands(house: House, sam: str, told: list[str]) -> None:
    first = page(house, sam, "?limit=2&status=ended")
    assert (first["live"], first["ended"]) == (2, 5)
    assert (first["inUse"]["used"], first["inUse"]["limit"], first["inUse"]["source"]) == (2, 5, "system")
    assert page(house, sam, f"?limit=2&cursor={first['cursor']}")["ended"] is None


def test_who_asks_for_no_page_gets_the_live_ones_first(house: House, sam: str) -> None:
    old = begin(house, "ann")
    house.later(MINUTE)
    ended = begin(house, "ben")
    end(house, "ben", ended)
    assert [item["id"] for item in page(house, sam)["sessions"]] == [old, ended]
    assert [item["id"] for item in page(house, sam, "?limit=9")["sessions"]] == [ended, old]


def test_a_range_and_a_name_narrow_it(house: House, sam: str, told: list[str]) -> None:
    began = house.now - 7 * MINUTE
    some = page(house, sam, f"?from={_at(began + MINUTE)}&to={_at(began + 3 * MINUTE)}")
    assert [item["id"] for item in some["sessions"]] == told[1:3][::-1]
    assert (some["live"], some["ended"]) == (0, 2)
    named = page(house, sam, "?q=ANN&status=ended&limit=1")
    assert ([item["agent"] for item in named["sessions"]], named["ended"]) == (["ann3"], 2)
    more = page(house, sam, f"?q=ANN&status=ended&limit=5&cursor={named['cursor']}")
    assert [item["agent"] for item in more["sessions"]] == ["ann1"]
    assert page(house, sam, "?q=ann%20ben")["sessions"] == []


def _at(instant: int) -> str:
    return utc(instant).isoformat().replace("+00:00", "Z")


def test_what_a_page_says_of_a_session(house: House, sam: str) -> None:
    house.contacts(3)
    session = begin(house, "ann")
    house.dial(house.token("ann"), "next-contact", sessionId=session)
    house.later(10 * MINUTE)
    house.operate(sam, "POST", f"/sessions/{session}/pause", reason="a break")
    house.later(5 * MINUTE)
    (live,) = page(house, sam)["sessions"]
    assert (live["status"], live["startedBy"], live["calls"], live["callsLimit"]) == ("paused", "ann", 1, 800)
    assert (live["pausedSeconds"], live["pausedAt"]) == (0, _at(house.now - 5 * MINUTE))
    house.operate(sam, "POST", f"/sessions/{session}/end", reason="stuck session")
    (ended,) = page(house, sam, "?status=completed")["sessions"]
    assert (ended["pausedSeconds"], ended["calls"], ended["endedBy"]) == (300, None, "sam")
    assert ended["endReason"] == "stuck session"


def test_one_session_tells_who_did_what_and_why(house: House, sam: str) -> None:
    house.contacts(3)
    session = begin(house, "ann")
    house.dial(house.token("ann"), "next-contact", sessionId=session)
    house.later(MINUTE)
    house.operate(sam, "POST", f"/sessions/{session}/pause", reason="a break")
    house.later(MINUTE)
    house.operate(sam, "POST", f"/sessions/{session}/resume", reason="the break is over")
    house.later(8 * HOUR)
    house.sweep("expire-sessions")
    house.restart()
    told = house.operate(sam, "GET", f"/sessions/{session}").body
    assert [(one["how"], one["by"], one["reason"]) for one in told["events"]] == [
        ("started", "ann", ""),
        ("paused", "sam", "a break"),
        ("resumed", "sam", "the break is over"),
        ("expired", "clock", "maximum session duration"),
    ]
    assert [one["status"] for one in told["stretches"]] == ["active", "paused", "active"]
    assert told["stretches"][-1]["until"] == told["session"]["endedAt"] == told["session"]["expiresAt"]
    assert (told["calls"], told["session"]["endedBy"], told["session"]["status"]) == (1, "clock", "expired")


@pytest.mark.parametrize("query", ["status=gone", "limit=501", "cursor=x", "from=yesterday", f"q={'x' * 121}"])
def test_what_cannot_be_asked_is_named(house: House, sam: str, query: str) -> None:
    answer = house.operate(sam, "GET", f"/sessions?{query}")
    assert (answer.status, answer.code) == (400, "invalid_request")


def test_a_session_of_another_tenant_is_404(house: House, sam: str) -> None:
    house.later(SECOND)
    boss = house.token("boss", "admin", tenant="Other")
    assert house.operate(boss, "GET", f"/sessions/{begin(house, 'ann')}").status == 404
