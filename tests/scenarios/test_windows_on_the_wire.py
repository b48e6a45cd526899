"""Every limit on the wire, to the microsecond: `Retry-After` is exact from both sides, and refusals cost nothing."""

from app.engine.value import HOUR, MINUTE, SECOND
from app.wire.base import utc
from tests.scenarios.harness import Answer, House


def stamp(instant: int) -> str:
    """An instant as the wire writes it."""
    return utc(instant).isoformat().replace("+00:00", "Z")


def session_of(house: House, token: str, **body: object) -> str:
    return str(house.dial(token, "start", **body).body["session"]["id"])


def next_contact(house: House, token: str, session: str, **body: object) -> Answer:
    return house.dial(token, "next-contact", sessionId=session, **body)


def configure(house: House, boss: str, agent: str, **values: object) -> None:
    """Edit an agent at the revision it is at."""
    revision = house.operate(boss, "GET", f"/agents/{agent}").body["agent"]["revision"]
    edited = house.operate(boss, "PATCH", f"/agents/{agent}", expectedRevision=revision, reason="test", **values)
    assert edited.status == 200, edited


def agent_of(house: House, token: str) -> str:
    """The caller's own agent, made by a session that ends again."""
    answer = house.dial(token, "start").body
    house.dial(token, "stop", sessionId=answer["session"]["id"])
    return str(answer["agent"]["id"])


def relax_requests(house: House, admin: str) -> None:
    """Lift the API limits of the tenant, where a story is about calls."""
    tenant = house.operate(admin, "GET", "/me").body["tenantId"]
    for limit in ("api.minute", "api.hour"):
        path = f"/limits/tenant/{tenant}/{limit}"
        done = house.operate(admin, "PUT", path, expectedRevision=0, reason="test", amount=1_000_000)
        assert done.status == 200


def test_the_61st_request_of_a_minute_waits_for_the_first_to_be_a_minute_old(house: House, ana: str) -> None:
    first = house.now
    for _ in range(60):
        assert house.dial(ana, "status").status == 200
        house.later(SECOND // 4)
    refused = house.dial(ana, "status")
    assert refused.status == 429
    assert refused.body == {
        "error": "Rate limit exceeded: 60 requests per minute allowed",
        "code": "api_requests_per_minute",
        "rateLimitExceeded": True,
        "retryAfter": 45,
        "limit": 60,
        "used": 60,
        "resetAt": stamp(first + MINUTE),
        "limitId": "api.minute",
    }
    wanted = {
        "retry-after": "45",
        "x-ratelimit-limit": "60",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": str(-(-(first + MINUTE) // SECOND)),
        "ratelimit-policy": '"api.minute";q=60;w=60, "api.hour";q=500;w=3600',
        "ratelimit": '"api.minute";r=0;t=45',
        "content-type": "application/json",
    }
    assert {name: refused.headers.get(name) for name in wanted} == wanted
    house.later(44 * SECOND)
    assert house.dial(ana, "status").body["retryAfter"] == 1
    house.later(SECOND - 1)
    assert house.dial(ana, "status").body["retryAfter"] == 1
    house.later(1)
    assert house.dial(ana, "status").status == 200
    assert house.dial(ana, "status").body["retryAfter"] == 1


def test_the_501st_request_of_an_hour_waits_for_the_first_to_be_an_hour_old(house: House, ana: str) -> None:
    first = house.now
    for _ in range(500):
        assert house.dial(ana, "status").status == 200
        house.later(2 * SECOND)
    refused = house.dial(ana, "status")
    assert refused.code == "api_requests_per_hour"
    assert refused.body["error"] == "Rate limit exceeded: 500 requests per hour allowed"
    assert refused.body["retryAfter"] == 2_600
    assert refused.headers["ratelimit"] == '"api.hour";r=0;t=2600'
    house.later(first + HOUR - 1 - house.now)
    assert house.dial(ana, "status").status == 429
    house.later(1)
    assert house.dial(ana, "status").status == 200


def test_refused_requests_are_not_counted_and_not_logged_as_requests(house: House, ana: str) -> None:
    for _ in range(60):
        house.dial(ana, "status")
    house.later(10 * SECOND)
    for _ in range(300):
        assert house.dial(ana, "status").body["used"] == 60
    assert house.rows("SELECT count(*) FROM api_rate_limits") == [(60,)]
    house.later(50 * SECOND)
    assert [house.dial(ana, "status").status for _ in range(61)] == [200] * 60 + [429]
    house.sweep("flush-refusals")
    assert sorted(house.rows("SELECT code, count FROM refusals")) == [
        ("api_requests_per_minute", 1),
        ("api_requests_per_minute", 300),
    ]


def test_of_two_limits_that_refuse_the_later_counts(house: House, ana: str) -> None:
    for _ in range(440):
        house.dial(ana, "status")
        house.later(2 * SECOND)
    house.later(60 * SECOND)
    for _ in range(60):
        assert house.dial(ana, "status").status == 200
    refused = house.dial(ana, "status")
    assert refused.code == "api_requests_per_hour"
    assert refused.body["retryAfter"] == 3_600 - 940


def test_calls_of_an_hour_are_the_agents_over_all_its_sessions(house: House, ana: str, ada: str) -> None:
    relax_requests(house, ada)
    house.contacts(200)
    agent = agent_of(house, ana)
    configure(house, ada, agent, autoDialDelay=0)
    sessions = [session_of(house, ana), session_of(house, ana)]
    first = house.now
    for number in range(100):
        assert next_contact(house, ana, sessions[number % 2]).status == 200
        house.later(SECOND)
    refused = next_contact(house, ana, sessions[0])
    assert refused.body["error"] == "Call rate limit exceeded: 100 calls per hour allowed"
    assert (refused.code, refused.body["limitId"], refused.body["used"]) == ("calls_per_hour", "calls.hour", 100)
    assert refused.headers["retry-after"] == "3500"
    assert refused.headers["x-ratelimit-limit"] == "100"
    assert "ratelimit-policy" in refused.headers
    house.later(first + HOUR - house.now - 1)
    assert next_contact(house, ana, sessions[1]).status == 429
    house.later(1)
    assert next_contact(house, ana, sessions[1]).status == 200
    assert next_contact(house, ana, sessions[1]).status == 429


def test_calls_of_a_day_are_the_sessions(house: House, ana: str, ada: str) -> None:
    relax_requests(house, ada)
    house.contacts(900)
    configure(house, ada, agent_of(house, ana), autoDialDelay=0, maxCallsPerHour=10_000)
    session = session_of(house, ana)
    for _ in range(800):
        assert next_contact(house, ana, session).status == 200
    refused = next_contact(house, ana, session)
    assert refused.body["error"] == "Daily call limit exceeded: 800 calls per day allowed"
    assert refused.body["retryAfter"] == 86_400
    assert next_contact(house, ana, session_of(house, ana)).status == 200


def test_a_preset_follows_the_mode_until_a_limit_is_set(house: House, ana: str, sam: str) -> None:
    agent = agent_of(house, ana)
    for mode, preset in (("preview", 40), ("power", 100), ("predictive", 150)):
        configure(house, sam, agent, mode=mode)
        assert house.operate(sam, "GET", f"/agents/{agent}").body["agent"]["hourLimit"] == preset
    configure(house, sam, agent, maxCallsPerHour=7)
    row = house.operate(sam, "GET", f"/agents/{agent}").body["agent"]
    assert (row["hourLimit"], row["limitSource"], row["mode"]) == (7, "agent", "predictive")
    configure(house, sam, agent, maxCallsPerHour=None)
    assert house.operate(sam, "GET", f"/agents/{agent}").body["agent"]["limitSource"] == "system"


def test_an_edit_keeps_what_was_used(house: House, ana: str, ada: str) -> None:
    relax_requests(house, ada)
    house.contacts(200)
    agent = agent_of(house, ana)
    configure(house, ada, agent, autoDialDelay=0, maxCallsPerHour=100)
    session, first = session_of(house, ana), house.now
    for _ in range(90):
        assert next_contact(house, ana, session).status == 200
        house.later(SECOND)
    configure(house, ada, agent, maxCallsPerHour=80)
    refused = next_contact(house, ana, session).body
    assert (refused["used"], refused["limit"]) == (90, 80)
    assert refused["resetAt"] == stamp(first + 10 * SECOND + HOUR), "the 11th call must have left"
    configure(house, ada, agent, maxCallsPerHour=91)
    assert next_contact(house, ana, session).status == 200
    assert next_contact(house, ana, session).status == 429


def test_a_limit_of_nought_blocks_and_promises_nothing(house: House, ana: str, sam: str) -> None:
    house.contacts(5)
    configure(house, sam, agent_of(house, ana), maxCallsPerHour=0)
    refused = next_contact(house, ana, session_of(house, ana))
    assert refused.status == 429
    assert refused.body["limit"] == 0
    assert "retryAfter" not in refused.body
    assert "retry-after" not in refused.headers
    assert refused.headers["x-ratelimit-remaining"] == "0"


def test_an_alert_only_limit_counts_and_refuses_nothing(house: House, ana: str, sam: str) -> None:
    house.contacts(5)
    configure(house, sam, agent_of(house, ana), maxCallsPerHour=1, autoDialDelay=0, enforcement="alert-only")
    session = session_of(house, ana)
    assert [next_contact(house, ana, session).status for _ in range(3)] == [200, 200, 200]
    hour = next(use for use in house.dial(ana, "status").body["limits"] if use["limitId"] == "calls.hour")
    assert (hour["used"], hour["remaining"], hour["enforcement"]) == (3, 0, "alert-only")
    configure(house, sam, agent_of(house, ana), enforcement="enforce")
    assert next_contact(house, ana, session).status == 429


def test_the_gap_counts_from_the_hand_out_and_from_the_end_whichever_is_later(house: House, ana: str) -> None:
    house.contacts(5)
    session = session_of(house, ana)
    call = next_contact(house, ana, session).body["callId"]
    refused = next_contact(house, ana, session)
    assert (refused.code, refused.body["retryAfter"]) == ("call_gap", 2)
    assert refused.body["error"] == "Calls too close together: 2 seconds between calls required"
    house.later(2 * SECOND - 1)
    assert next_contact(house, ana, session).status == 429
    house.dial(ana, "call-status", callId=call, status="completed", duration=1)
    house.later(1)
    assert next_contact(house, ana, session).body["retryAfter"] == 2, "the end came later than the hand-out"
    house.later(2 * SECOND - 1)
    assert next_contact(house, ana, session).status == 200


def test_each_line_of_a_predictive_batch_is_charged_or_none(house: House, ana: str, sam: str) -> None:
    house.contacts(50)
    agent = agent_of(house, ana)
    configure(house, sam, agent, maxCallsPerHour=11, autoDialDelay=0)
    session = session_of(house, ana, mode="predictive")
    batch = next_contact(house, ana, session).body
    assert len(batch["callIds"]) == 3 == 1 + len(batch["nextContacts"])
    assert batch["callId"] == batch["callIds"][0]
    assert batch["queueSize"] == 47
    assert len(next_contact(house, ana, session, lines=7).body["callIds"]) == 7
    refused = next_contact(house, ana, session, lines=2)
    assert (refused.code, refused.body["used"]) == ("calls_per_hour", 10)
    assert next_contact(house, ana, session, lines=1).body["queueSize"] == 39, "the refused batch is back in the queue"
    assert house.rows("SELECT count(*) FROM call_logs") == [(11,)]
    assert next_contact(house, ana, session, mode="power").status == 429


def test_lines_count_for_predictive_dialing_only(house: House, ana: str) -> None:
    house.contacts(9)
    answer = next_contact(house, ana, session_of(house, ana), lines=5).body
    assert (len(answer["callIds"]), answer["nextContacts"]) == (1, [])


def test_a_call_that_was_not_placed_gives_its_slot_back_and_its_contact(house: House, ana: str, sam: str) -> None:
    house.contacts(1)
    configure(house, sam, agent_of(house, ana), maxCallsPerHour=1, autoDialDelay=0)
    session = session_of(house, ana)
    first = next_contact(house, ana, session).body
    assert next_contact(house, ana, session).status == 429
    told = house.dial(ana, "call-status", callId=first["callId"], status="not_placed")
    assert told.body["call"]["status"] == "not_placed"
    assert house.dial(ana, "call-status", callId=first["callId"], status="not_placed").status == 200, "told twice"
    house.later(SECOND)
    second = next_contact(house, ana, session).body
    assert second["contact"]["id"] == first["contact"]["id"]
    assert next_contact(house, ana, session).status == 429, "given back once, not twice"
    house.restart()
    assert next_contact(house, ana, session).status == 429
    assert house.dial(ana, "status", sessionId=session).body["session"]["contacts_attempted"] == 1


def test_a_silent_call_keeps_its_slot_and_closes_at_its_deadline(house: House, ana: str, sam: str) -> None:
    house.contacts(3)
    configure(house, sam, agent_of(house, ana), maxCallsPerHour=1, callTimeout=15, autoDialDelay=3)
    session, began = session_of(house, ana), house.now
    call = next_contact(house, ana, session).body["callId"]
    house.later(25 * SECOND - 1)
    house.sweep("close-lost-calls")
    assert house.rows("SELECT status FROM call_logs") == [("initiated",)]
    house.later(10 * SECOND)
    house.sweep("close-lost-calls")
    closed = house.rows("SELECT status, ended_at, closed_by FROM call_logs")
    assert closed == [("no_answer", began + 25 * SECOND, "ring timer")]
    assert next_contact(house, ana, session).code == "calls_per_hour"
    late = house.dial(ana, "call-status", callId=call, status="answered")
    assert late.body["call"]["status"] == "answered", "the dialer knows better than silence"


def test_sessions_are_counted_paused_ones_too_until_they_end_or_expire(house: House, ana: str) -> None:
    tokens = [house.token(f"dialer {number}") for number in range(5)]
    sessions = [session_of(house, token) for token in tokens]
    assert house.dial(tokens[0], "pause", sessionId=sessions[0]).status == 200
    refused = house.dial(ana, "start")
    assert refused.body["error"] == "Maximum active sessions limit reached (5)"
    assert (refused.code, refused.body["limitId"]) == ("active_sessions", "sessions.active")
    assert (refused.body["used"], refused.body["retryAfter"]) == (5, 8 * 3_600)
    other = house.token("eve", tenant="Other")
    assert house.dial(other, "start").status == 200, "another tenant has its own five"
    assert house.dial(tokens[1], "stop", sessionId=sessions[1]).status == 200
    assert house.dial(ana, "start").status == 200
    assert house.dial(ana, "start").status == 429
    house.later(8 * HOUR - 1)
    assert house.dial(ana, "start").body["retryAfter"] == 1
    house.later(1)
    assert house.dial(ana, "start").status == 200, "no job has run, and none is needed"


def test_a_session_ends_at_eight_hours_to_the_microsecond_without_any_job(house: House, ana: str) -> None:
    house.contacts(3)
    session, began = session_of(house, ana), house.now
    house.later(HOUR)
    house.dial(ana, "pause", sessionId=session)
    house.later(7 * HOUR - 1)
    assert house.dial(ana, "resume", sessionId=session).status == 200
    assert next_contact(house, ana, session).status == 200
    house.later(1)
    refused = next_contact(house, ana, session)
    assert refused.status == 429
    assert refused.body["error"] == "Maximum session duration exceeded (8 hours)"
    assert (refused.code, refused.body["limit"], refused.body["used"]) == ("session_expired", 28_800, 28_800)
    assert "retryAfter" not in refused.body
    assert "retry-after" not in refused.headers
    assert {house.dial(ana, action, sessionId=session).code for action in ("pause", "resume")} == {"session_expired"}
    assert house.dial(ana, "stop", sessionId=session).code == "conflict"
    row = house.dial(ana, "status", sessionId=session).body["session"]
    assert (row["status"], row["ended_at"]) == ("expired", stamp(began + 8 * HOUR))
    call = house.rows("SELECT status, ended_at, closed_by FROM call_logs")
    assert call == [("no_answer", began + 8 * HOUR, "session end")]
