"""Guessing a token: the same answer for the same work whatever was wrong, counted and not timed, and a bounded cost."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from app.api.auth import Authenticator, Caller, Unknown
from app.api.failed_tries import FAILURES_A_MINUTE
from app.engine.people import Identity
from app.engine.value import MINUTE
from app.ids import new_secret, new_token_id
from db.directory_sqlite import SqliteDirectory
from db.open import connect
from db.people_store import hash_secret
from tests.scenarios.harness import OPERATOR_SECRET, Answer, Ask, House

ADDRESS = "10.1.2.3"
UNKNOWN = "dlf_AAAAAAAAAAAA_" + "s" * 43


class Counting(SqliteDirectory):
    """The real directory, and how often it was asked."""

    looks = 0

    def identity(self, token_id: str) -> tuple[Identity, bytes] | None:
        self.looks += 1
        return super().identity(token_id)


class Door:
    """An authenticator over a house's log that counts its work."""

    def __init__(self, house: House) -> None:
        self.connection = connect(house.folder.database, read_only=True)
        self.directory = Counting(self.connection)
        self.hashes = 0
        self._house = house
        self.authenticator = Authenticator(house.engine.floor, self.directory, self._hash, OPERATOR_SECRET)

    def _hash(self, secret: str) -> bytes:
        self.hashes += 1
        return hash_secret(secret)

    def work(self, token: str, address: str = ADDRESS) -> tuple[Caller | Unknown, int, int]:
        """Who that is, and the hashes and look-ups that it took to say so."""
        self.hashes, self.directory.looks = 0, 0
        caller = self.authenticator.identify_token(token, None, address, self._house.now)
        return caller, self.hashes, self.directory.looks


@pytest.fixture
def door(house: House) -> Iterator[Door]:
    door = Door(house)
    with closing(door.connection):
        yield door


def wrong_secret(token: str) -> str:
    return f"{token.rpartition(token.split('_', 2)[2])[0]}{'x' * 43}"


def dismissed(house: House, ada: str) -> tuple[str, str]:
    """A token that was revoked and one of a user who was disabled."""
    revoked, disabled = house.token("rea"), house.token("dis")
    assert house.operate(ada, "DELETE", f"/tokens/{revoked.split('_')[1]}").status == 204
    user = next(one["id"] for one in house.operate(ada, "GET", "/users").body["users"] if one["name"] == "dis")
    assert house.operate(ada, "PATCH", f"/users/{user}", reason="left", disabled=True).status == 200
    return revoked, disabled


def test_whatever_is_wrong_with_a_token_it_costs_the_same_work(house: House, door: Door, ada: str, ana: str) -> None:
    revoked, disabled = dismissed(house, ada)
    assert isinstance(door.work(ana)[0], Caller)
    unseen = house.token("eve")
    wrong = (UNKNOWN, wrong_secret(ana), wrong_secret(unseen), revoked, wrong_secret(revoked), disabled)
    assert {door.work(token) for token in wrong} == {(Unknown(), 2, 1)}


def test_whatever_is_wrong_with_a_token_the_answer_is_the_same_byte_for_byte(house: House, ada: str, ana: str) -> None:
    revoked, disabled = dismissed(house, ada)
    wrong = (UNKNOWN, wrong_secret(ana), revoked, wrong_secret(revoked), disabled, "dlf_x", "nonsense", ana[:-1])
    for path, method, body in (
        ("/v1/me", "GET", b""),
        ("/functions/v1/power-dialer-controller", "POST", b'{"action":"start"}'),
        ("/metrics", "GET", b""),
    ):
        answers = {answered(house, method, path, token, body, f"10.9.{place}.1") for place, token in enumerate(wrong)}
        assert len(answers) == 1, path
        assert answers.pop()[0] == 401


def answered(house: House, method: str, path: str, token: str, body: bytes, address: str) -> tuple[int, bytes, str]:
    """Status, body and headers, but for the date."""
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    answer: Answer = house.send(Ask(method, path, headers, body, address))
    return answer.status, answer.raw, str(sorted((key, it) for key, it in answer.headers.items() if key != "date"))


def test_a_held_address_costs_no_look_up_and_those_at_work_go_on(house: House, door: Door, ana: str) -> None:
    assert isinstance(door.work(ana)[0], Caller)
    unseen = house.token("eve")
    for _ in range(FAILURES_A_MINUTE):
        assert door.work(UNKNOWN)[0] == Unknown()
    held = Unknown(retry_after=60)
    assert {door.work(token) for token in (UNKNOWN, wrong_secret(ana), wrong_secret(unseen), unseen)} == {(held, 2, 0)}
    assert isinstance(door.work(ana)[0], Caller), "who works from there goes on"
    assert isinstance(door.work(unseen, "10.7.7.7")[0], Caller), "and others come in from elsewhere"
    house.later(MINUTE)
    assert isinstance(door.work(house.token("ivy"))[0], Caller), "after a minute the address is let in again"


def test_a_look_up_reads_a_few_steps_of_the_index_whatever_it_is_asked(house: House, door: Door, ada: str) -> None:
    for number in range(300):
        house.token(f"agent {number}")
    revoked, _ = dismissed(house, ada)
    steps: list[int] = []
    door.connection.set_progress_handler(lambda: steps.append(1), 1)
    for token in (UNKNOWN, wrong_secret(ada), revoked, f"dlf_{'A' * 60_000}_x", "dlf_' OR 1=1 --_x", "dlf_\x00_x"):
        steps.clear()
        assert isinstance(door.work(token)[0], Unknown)
        assert len(steps) <= 40, token[:20]
    door.connection.set_progress_handler(None, 0)


def test_a_secret_is_256_random_bits_and_a_token_id_72() -> None:
    # 2**255 tries on average: at a billion tries a second on a billion machines, 10**51 years. Nothing is promised by
    # the throttle; it bounds what a guesser costs the engine.
    assert len(new_secret()) == 43
    assert len(new_token_id()) == 12
    assert len({new_secret() for _ in range(1_000)}) == 1_000


def test_tokens_that_no_text_can_hold_are_unknown_like_any_other(house: House, door: Door) -> None:
    for token in ("", "dlf", "dlf__", "dlf_a_", "dlf_é_ÿ", "Bearer", "\x00", "dlf_" + "_" * 1_000):
        assert isinstance(door.work(token, "10.8.8.8")[0], Unknown)
